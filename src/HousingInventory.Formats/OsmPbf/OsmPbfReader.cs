using System.Text;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// Reads OpenStreetMap extracts in PBF form. Blocks are inflated and decoded on all cores, each into its own slot, and put together in file order, so that the
/// number of cores never shows. The whole file is passed once; about 16 bytes are held per node of the file while reading.
/// </summary>
public static class OsmPbfReader
{
    private const string RefusedHistory = "HistoricalInformation";

    private static readonly string[] UnderstoodFeatures = ["OsmSchema-V0.6", "DenseNodes"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">A .osm.pbf file with raw or zlib blocks. The order of its elements does not matter.</param>
    /// <param name="selection">What to keep.</param>
    /// <param name="threads">How many cores to use; 0 for all. The result is the same.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="DataFormatException">The file is no OSM PBF file, is damaged, or uses a compression or feature that is not supported.</exception>
    public static OsmData Read(string path, OsmSelection selection, int threads = 0, CancellationToken cancel = default)
    {
        using BlobFile blobs = BlobFile.Open(path);
        return Read(blobs, selection, threads, cancel);
    }

    /// <summary>Reads a file that lies in memory or comes from an archive; it is held in memory whole.</summary>
    /// <inheritdoc cref="Read(string, OsmSelection, int, CancellationToken)"/>
    public static OsmData Read(Stream stream, OsmSelection selection, int threads = 0, CancellationToken cancel = default)
    {
        using MemoryStream bytes = new();
        try
        {
            stream.CopyTo(bytes);
        }
        catch (IOException e) when (bytes.Length > int.MaxValue - (1 << 20))
        {
            throw new DataFormatException("The file is larger than 2 GB inside its archive; unpack it first.", e);
        }

        using BlobFile blobs = BlobFile.Open(bytes.ToArray());
        return Read(blobs, selection, threads, cancel);
    }

    private static OsmData Read(BlobFile blobs, OsmSelection selection, int threads, CancellationToken cancel)
    {
        ParallelOptions parallel = new() { CancellationToken = cancel, MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
        DateTimeOffset? timestamp = ReadHeader(blobs.InflateHeader(new BlobBuffer()));

        SelectedTags selected = new(selection);
        OsmBlock[] blocks = InSlots(
            blobs.Count,
            parallel,
            () => (new BlobBuffer(), new BlockDecoder(selected)),
            (worker, i) => worker.Item2.Decode(blobs.Inflate(i, worker.Item1)));

        NodeIndex nodes = new(blocks);
        HashSet<long> members = [.. blocks.SelectMany(b => b.Members).Select(m => m.Way)];
        WayPositions[] ways = InSlots(blocks.Length, parallel, () => 0, (_, i) => WayPositions.Resolve(blocks[i], members, nodes));
        return new OsmDataBuilder(blocks, ways, nodes).Build(timestamp);
    }

    /// <summary>Computes a value for each index on all cores. Of several failures the one that stands first in the file is thrown.</summary>
    private static T[] InSlots<T, TWorker>(int count, ParallelOptions options, Func<TWorker> worker, Func<TWorker, int, T> compute)
    {
        T[] slots = new T[count];
        DataFormatException?[] faults = new DataFormatException?[count];
        Parallel.For(
            0,
            count,
            options,
            worker,
            (i, state, w) =>
            {
                try
                {
                    slots[i] = compute(w, i);
                }
                catch (DataFormatException e)
                {
                    faults[i] = e;
                    state.Break();
                }

                return w;
            },
            _ => { });
        return Array.Find(faults, f => f is not null) is { } first ? throw new DataFormatException(first.Said, first) : slots;
    }

    private static DateTimeOffset? ReadHeader(ReadOnlySpan<byte> header)
    {
        DateTimeOffset? timestamp = null;
        ProtoReader fields = new(header);
        while (fields.NextField(out int field))
        {
            switch (field)
            {
                case 4:
                    RequireUnderstood(Encoding.UTF8.GetString(fields.FieldBytes()));
                    break;
                case 32:
                    long seconds = (long)fields.FieldVarint();
                    timestamp = seconds is > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
                    break;
                default:
                    fields.SkipField();
                    break;
            }
        }

        return timestamp;
    }

    private static void RequireUnderstood(string feature)
    {
        if (feature == RefusedHistory)
        {
            throw new DataFormatException("The file holds the history of the elements, not one state; make a state with 'osmium time-filter FILE TIME -o FILE.osm.pbf'.");
        }

        if (!UnderstoodFeatures.Contains(feature, StringComparer.Ordinal))
        {
            string shown = new([.. feature.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_').Take(40)]);
            throw new DataFormatException($"The file requires the feature '{shown}', which is not supported; convert it with 'osmium cat FILE -o FILE.osm.pbf'.");
        }
    }
}
