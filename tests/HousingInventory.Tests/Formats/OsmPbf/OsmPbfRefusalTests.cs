using System.Text;
using HousingInventory.Formats;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Formats;

/// <summary>Whatever the bytes are, the answer is a result or one sentence.</summary>
public sealed class OsmPbfRefusalTests
{
    private const string Map =
        """
        n1 20.1,64.1 amenity=cafe
        n2 20.2,64.1
        n3 20.2,64.2 addr:housenumber=3
        n4 20.1,64.2
        w1 1,2,3,4,1 building=yes
        w2 1,3 highway=track
        w3 1,2,3
        w4 3,4,1
        r1 w3:outer w4:outer type=multipolygon building=yes amenity=school
        """;

    private static readonly OsmSelection Selection = new() { Lines = ["highway"], Areas = ["building"], Places = ["amenity", "addr:housenumber"] };

    [Theory]
    [InlineData("", "The file is empty; fetch it again.")]
    [InlineData("<?xml version='1.0'?><osm version='0.6'/>", "The file is OSM XML (or another XML or HTML file); convert it with 'osmium cat FILE -o FILE.osm.pbf'.")]
    [InlineData(" \n <osm/>", "The file is OSM XML (or another XML or HTML file); convert it with 'osmium cat FILE -o FILE.osm.pbf'.")]
    [InlineData("\u00EF\u00BB\u00BF<osm/>", "The file is OSM XML (or another XML or HTML file); convert it with 'osmium cat FILE -o FILE.osm.pbf'.")]
    [InlineData("\u001F\u008B\u0008", "The file is compressed, as OSM XML often is; convert it with 'osmium cat FILE -o FILE.osm.pbf'.")]
    [InlineData("BZh91AY", "The file is compressed, as OSM XML often is; convert it with 'osmium cat FILE -o FILE.osm.pbf'.")]
    [InlineData("\u00FF\u00E0\u0004o5m2", "The file is in the o5m format; convert it with 'osmium cat FILE -o FILE.osm.pbf'.")]
    [InlineData("PK\u0003\u0004", "The file is a zip archive; unpack the .osm.pbf that is inside.")]
    [InlineData("id;name\n1;2\n", "The file is not an OSM PBF file (it does not begin with an OSMHeader block).")]
    [InlineData("\0\0\0\u000Dxxxxxxxxxxxxxxxxx", "The file is not an OSM PBF file (it does not begin with an OSMHeader block).")]
    public void Other_formats_are_recognised_and_refused(string latin1, string message) => Assert.Equal(message, Refusal(Encoding.Latin1.GetBytes(latin1)));

    [Theory]
    [InlineData(4, "lzma")]
    [InlineData(5, "bzip2")]
    [InlineData(6, "lz4")]
    [InlineData(7, "zstd")]
    public void Other_compressions_say_how_to_convert(int field, string name) => Assert.Equal(
        $"The file is compressed with {name}, which is not supported; convert it with 'osmium cat FILE -o FILE.osm.pbf -f pbf,pbf_compression=zlib'.",
        Refusal(PbfBytes.File(PbfBytes.Blob(field, [1, 2, 3], rawSize: 9))));

    [Fact]
    public void History_files_and_unknown_features_are_refused()
    {
        Assert.StartsWith("The file holds the history of the elements", Refusal(PbfBytes.File(PbfBytes.Raw([]), "OsmSchema-V0.6", "HistoricalInformation")), StringComparison.Ordinal);
        Assert.StartsWith("The file requires the feature 'Teleport'", Refusal(PbfBytes.File(PbfBytes.Raw([]), "Teleport")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1ul << 62)]
    [InlineData((32ul * 1024 * 1024) + 1)]
    public void Huge_lengths_are_refused_without_room_being_made_for_them(ulong rawSize)
    {
        byte[] file = PbfBytes.File(PbfBytes.Blob(3, Zlib([]), rawSize));
        using BlobFile blobs = BlobFile.Open(file);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<DataFormatException>(() => blobs.Inflate(0, new BlobBuffer()).Length);
        Assert.Throws<DataFormatException>(() => BlobFile.Open([.. file, .. PbfBytes.Framed("OSMData", [], rawSize)]));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    [Fact]
    public void A_blob_that_inflates_to_more_or_less_than_it_says_is_damaged()
    {
        byte[] file = OsmText.Pbf(Map);
        Assert.StartsWith("The file is damaged", Refusal(PbfBytes.File(PbfBytes.Blob(3, Zlib(new byte[100]), rawSize: 99))), StringComparison.Ordinal);
        Assert.StartsWith("The file is damaged", Refusal(PbfBytes.File(PbfBytes.Blob(3, Zlib(new byte[100]), rawSize: 101))), StringComparison.Ordinal);
        Assert.StartsWith("The file ends in the middle of a block", Refusal(file[..^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_gives_a_sentence_or_the_blocks_before_the_cut()
    {
        byte[] file = OsmText.Pbf(Map);
        for (int length = 0; length < file.Length; length++)
        {
            Assert.True(IsResultOrSentence(file[..length]));
        }
    }

    [Fact]
    public void Random_bytes_anywhere_give_a_result_or_a_sentence()
    {
        Random random = new(1);
        ReadOnlySpan<byte> packed = OsmText.Pbf(Map);
        byte[] raw = Unpacked(packed.ToArray());
        for (int round = 0; round < 1500; round++)
        {
            // Blobs that are not compressed let the damage through to the decoder.
            byte[] file = round % 4 == 0 ? packed.ToArray() : (byte[])raw.Clone();
            for (int flips = random.Next(1, 6); flips > 0; flips--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            Assert.True(IsResultOrSentence(file));
        }
    }

    [Fact]
    public void Random_blocks_give_a_result_or_a_sentence()
    {
        Random random = new(2);
        for (int round = 0; round < 1000; round++)
        {
            byte[] block = new byte[random.Next(200)];
            random.NextBytes(block);
            Assert.True(IsResultOrSentence(PbfBytes.File(PbfBytes.Raw(block))));
        }
    }

    private static string Refusal(byte[] file) => Assert.Throws<DataFormatException>(() => OsmPbfReader.Read(new MemoryStream(file), Selection)).Message;

    /// <summary>Any other exception fails the test. Every number of a result must be one that can be followed.</summary>
    private static bool IsResultOrSentence(byte[] file)
    {
        try
        {
            OsmData osm = OsmPbfReader.Read(new MemoryStream(file), Selection, threads: 1);
            return osm.Lines.Nodes.All(n => n >= 0 && n < osm.Nodes.Count)
                && Enumerable.Range(0, osm.Areas.Count).All(a => !osm.Areas.Geometry(a, new NetTopologySuite.Geometries.GeometryFactory()).IsEmpty)
                && osm.Places.Longitudes.All(x => Math.Abs(x) <= 180)
                && Enumerable.Range(0, osm.Places.Count).All(p => osm.Places.Tags.Start[p] <= osm.Places.Tags.Start[p + 1]);
        }
        catch (DataFormatException e)
        {
            return e.Message.EndsWith('.') && !e.Message.Contains("Exception", StringComparison.Ordinal);
        }
    }

    private static byte[] Zlib(byte[] content)
    {
        using MemoryStream packed = new();
        using (System.IO.Compression.ZLibStream zlib = new(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>The same file with its blobs uncompressed.</summary>
    private static byte[] Unpacked(byte[] file)
    {
        using BlobFile blobs = BlobFile.Open(file);
        BlobBuffer buffer = new();
        IEnumerable<byte> all = PbfBytes.Framed("OSMHeader", PbfBytes.Raw(blobs.InflateHeader(buffer).ToArray()));
        for (int i = 0; i < blobs.Count; i++)
        {
            all = all.Concat(PbfBytes.Framed("OSMData", PbfBytes.Raw(blobs.Inflate(i, buffer).ToArray())));
        }

        return [.. all];
    }
}
