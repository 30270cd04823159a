using System.IO.Compression;
using System.Text;
using System.Xml;
using HousingInventory.Configuration;
using HousingInventory.Formats;
using HousingInventory.Import;

namespace HousingInventory.Verbs;

/// <summary>
/// Collects what identifies persons in the residents' sources, to prove that none of it stands in a result: numbers and names. It is held in memory only while
/// results are checked.
/// </summary>
internal static class PersonScan
{
    private static readonly HashSet<string> NameElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "PersonNr", "TilldelatPersonNrSamordningsNr", "IdNummer", "HanvisningsPersonNr", "Fornamn", "Mellannamn", "Efternamn", "Aviseringsnamn", "CareOf",
    };

    private static readonly HashSet<string> NameTerms = new(StringComparer.Ordinal) { "01001", "01002", "01005", "01012", "01013", "01014", "01015", "01031" };

    /// <summary>Folded names of columns whose values are places or counts and may stand in results: all that the reader knows but the person's, and a few it does not read.</summary>
    private static readonly HashSet<string> PlaceColumns = new(
        ResidentsSource.Known.Columns.Where(static w => w.Target != "person").SelectMany(static w => w.Known.Select(ColumnMap.Fold).Concat(w.KeyNames()))
            .Concat(["forsamling", "distrikt", "x", "y", "n", "e"]),
        StringComparer.Ordinal);

    /// <summary>All values that identify persons, as written, of every residents source.</summary>
    public static HashSet<string> Values(LoadedConfig loaded)
    {
        HashSet<string> values = new(StringComparer.Ordinal);
        foreach (Source source in loaded.Config.Sources.OfType<ResidentsSource>())
        {
            string path = loaded.Resolve(source.Path!);
            if (File.Exists(path))
            {
                Collect(path, source, values);
            }
        }

        return values;
    }

    private static void Collect(string path, Source source, HashSet<string> into)
    {
        using (FileStream file = File.OpenRead(path))
        {
            if (FromRegister(file, into))
            {
                return;
            }

            if (IsZip(file))
            {
                using ZipArchive zip = new(file, ZipArchiveMode.Read);
                bool found = false;
                foreach (ZipArchiveEntry entry in zip.Entries)
                {
                    using MemoryStream unpacked = new();
                    using (Stream packed = entry.Open())
                    {
                        packed.CopyTo(unpacked);
                    }

                    found |= FromRegister(unpacked, into);
                }

                if (found)
                {
                    return;
                }
            }
        }

        FromTable(path, source, into);
    }

    /// <summary>Collects from one of the registers' own layouts; false when it is none.</summary>
    private static bool FromRegister(Stream stream, HashSet<string> into)
    {
        byte[] head = new byte[16 * 1024];
        stream.Position = 0;
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        switch (PopulationFile.Recognise(head))
        {
            case PopulationFile.NavetXml or PopulationFile.SparXml:
                FromXml(stream, into);
                return true;
            case PopulationFile.NavetTerms:
                FromTerms(stream, into);
                return true;
            default:
                return false;
        }
    }

    private static bool IsZip(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        stream.Position = 0;
        int read = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        stream.Position = 0;
        return head[..read].SequenceEqual("PK\x03\x04"u8);
    }

    private static void FromXml(Stream stream, HashSet<string> into)
    {
        using XmlReader xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && NameElements.Contains(xml.LocalName) && !xml.IsEmptyElement && xml.Read() && xml.NodeType == XmlNodeType.Text)
            {
                into.Add(xml.Value.Trim());
            }
        }
    }

    // The file does not say what it is encoded in, so each value is kept as either reading has it.
    private static void FromTerms(Stream stream, HashSet<string> into)
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.Latin1, Encoding.UTF8])
        {
            stream.Position = 0;
            using StreamReader lines = new(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            while (lines.ReadLine() is { } line)
            {
                string[] parts = line.Split([' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries);
                if (parts.Length == 3 && NameTerms.Contains(parts[1]))
                {
                    into.Add(parts[2].Trim());
                }
            }
        }
    }

    private static void FromTable(string path, Source source, HashSet<string> into)
    {
        using IFeatureCursor cursor = DataFile.Open(path, new ReadOptions(source.Layer, null, source.Encoding, source.Delimiter?[0]));
        HashSet<string> said = new(source.Columns.Where(c => c.Key != "person").Select(c => ColumnMap.Fold(c.Value)), StringComparer.Ordinal);
        int[] columns = [.. Enumerable.Range(0, cursor.Layer.Columns.Count).Where(i => ColumnMap.Fold(cursor.Layer.Columns[i].Name) is { } name && !PlaceColumns.Contains(name) && !said.Contains(name))];
        while (cursor.Read())
        {
            foreach (int column in columns)
            {
                if (cursor.Text(column) is { } value)
                {
                    into.Add(value);
                }
            }
        }
    }
}
