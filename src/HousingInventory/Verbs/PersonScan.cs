using System.IO.Compression;
using System.Text;
using System.Xml;
using HousingInventory.Configuration;
using HousingInventory.Formats;
using HousingInventory.Import;

namespace HousingInventory.Verbs;

/// <summary>
/// Collects what identifies persons in the residents' sources, row by row, to prove that none of it stands in a result: numbers, names, telephones and the like. It is
/// held in memory only while results are checked.
/// </summary>
internal static class PersonScan
{
    private const int FewestDigitsOfOther = 7;

    private static readonly HashSet<string> NumberElements = new(StringComparer.OrdinalIgnoreCase) { "PersonNr", "TilldelatPersonNrSamordningsNr", "IdNummer", "HanvisningsPersonNr" };

    private static readonly HashSet<string> NameElements = new(StringComparer.OrdinalIgnoreCase) { "Fornamn", "Mellannamn", "Efternamn", "Aviseringsnamn", "CareOf" };

    private static readonly HashSet<string> NumberTerms = new(StringComparer.Ordinal) { "01001", "01002", "01005" };

    private static readonly HashSet<string> NameTerms = new(StringComparer.Ordinal) { "01012", "01013", "01014", "01015", "01031" };

    /// <summary>Folded names of columns whose values are places or counts and may stand in results: all that the reader knows but the person's and the counts' (one of them is "personer", which may as well hold names), and a few it does not read.</summary>
    private static readonly HashSet<string> PlaceColumns = new(
        ResidentsSource.Known.Columns.Where(static w => w.Target is not ("person" or "count")).SelectMany(static w => w.Known.Select(ColumnMap.Fold).Concat(w.KeyNames()))
            .Concat(["forsamling", "distrikt", "x", "y", "n", "e"]),
        StringComparer.Ordinal);

    /// <summary>What one row says of a person.</summary>
    /// <param name="Numbers">Values that are or may be the person's number.</param>
    /// <param name="Names">Values that hold names.</param>
    /// <param name="Others">Values that would point at the person by themselves: a telephone, an address of mail.</param>
    public sealed record Person(IReadOnlyList<string> Numbers, IReadOnlyList<string> Names, IReadOnlyList<string> Others);

    /// <summary>Every person of every residents source.</summary>
    public static List<Person> Persons(LoadedConfig loaded)
    {
        List<Person> persons = [];
        foreach (Source source in loaded.Config.Sources.OfType<ResidentsSource>())
        {
            string path = loaded.Resolve(source.Path!);
            if (File.Exists(path))
            {
                Collect(path, source, persons);
            }
        }

        return persons;
    }

    private static void Collect(string path, Source source, List<Person> into)
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
    private static bool FromRegister(Stream stream, List<Person> into)
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

    private static void FromXml(Stream stream, List<Person> into)
    {
        using XmlReader xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        Person? person = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.IsEmptyElement)
            {
                continue;
            }

            // A number begins a person; relatives have numbers of their own.
            bool isNumber = NumberElements.Contains(xml.LocalName);
            if ((isNumber || NameElements.Contains(xml.LocalName)) && xml.Read() && xml.NodeType == XmlNodeType.Text)
            {
                if (isNumber || person is null)
                {
                    into.Add(person = new Person(new List<string>(), new List<string>(), []));
                }

                ((List<string>)(isNumber ? person.Numbers : person.Names)).Add(xml.Value.Trim());
            }
        }
    }

    // The file does not say what it is encoded in, so each value is kept as either reading has it.
    private static void FromTerms(Stream stream, List<Person> into)
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.Latin1, Encoding.UTF8])
        {
            stream.Position = 0;
            using StreamReader lines = new(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            Person? person = null;
            while (lines.ReadLine() is { } line)
            {
                string[] parts = line.Split([' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries);
                if (parts is ["#POST_START", ..])
                {
                    person = null;
                }
                else if (parts.Length == 3 && (NumberTerms.Contains(parts[1]) || NameTerms.Contains(parts[1])))
                {
                    if (person is null)
                    {
                        into.Add(person = new Person(new List<string>(), new List<string>(), []));
                    }

                    ((List<string>)(NameTerms.Contains(parts[1]) ? person.Names : person.Numbers)).Add(parts[2].Trim());
                }
            }
        }
    }

    private static void FromTable(string path, Source source, List<Person> into)
    {
        using IFeatureCursor cursor = DataFile.Open(path, new ReadOptions(source.Layer, null, source.Encoding, source.Delimiter?[0], NothingOnDisk: true), static layers => layers[0].Name);
        HashSet<string> said = new(source.Columns.Where(c => c.Key != "person").Select(c => ColumnMap.Fold(c.Value)), StringComparer.Ordinal);
        int[] columns = [.. Enumerable.Range(0, cursor.Layer.Columns.Count).Where(i => ColumnMap.Fold(cursor.Layer.Columns[i].Name) is { } name && !PlaceColumns.Contains(name) && !said.Contains(name))];
        bool[] isName = [.. columns.Select(i => IsNameHeading(ColumnMap.Fold(cursor.Layer.Columns[i].Name)))];
        while (cursor.Read())
        {
            Person person = new(new List<string>(), new List<string>(), new List<string>());
            for (int i = 0; i < columns.Length; i++)
            {
                if (cursor.Text(columns[i]) is { } value)
                {
                    ListOf(person, value, isName[i]).Add(value);
                }
            }

            into.Add(person);
        }
    }

    private static bool IsNameHeading(string heading) =>
        heading.Contains("namn", StringComparison.Ordinal) || heading.Contains("name", StringComparison.Ordinal) || heading is "careof" or "co" or "boende" or "person";

    // What a column without a known heading holds is told from the value.
    private static List<string> ListOf(Person person, string value, bool isName)
    {
        int digits = value.Count(char.IsAsciiDigit);
        return (List<string>)(digits is >= 10 and <= 12 && !value.Any(char.IsLetter) ? person.Numbers
            : value.Contains('@', StringComparison.Ordinal) || (digits >= FewestDigitsOfOther && !isName) ? person.Others
            : isName || LooksLikeName(value) ? person.Names
            : new List<string>());
    }

    private static bool LooksLikeName(string value) =>
        value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 2 and <= 5 } words && words.All(static w => w.Length > 1 && char.IsUpper(w[0]) && w.All(static c => char.IsLetter(c) || c is '-' or '\'' or '.'));
}
