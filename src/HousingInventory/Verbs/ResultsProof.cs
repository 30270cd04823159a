using System.IO.Compression;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Import;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>
/// Proves that folders of results hold no withheld key and nothing that identifies a person: every file is read as words, zipped parts unpacked, and runs of up
/// to eight words are looked up. A name that is also a word of the open registers (a street called Berg) proves nothing and is not looked for alone.
/// </summary>
public static class ResultsProof
{
    private const int LongestRun = 8;
    private const int ShortestName = 3;

    /// <summary>One line for each file that holds what it must not; the line never repeats it.</summary>
    /// <exception cref="InputException">A folder is missing.</exception>
    public static IReadOnlyList<string> Find(LoadedConfig loaded, IReadOnlyList<string> folders, Run run)
    {
        foreach (string folder in folders)
        {
            if (!Directory.Exists(folder))
            {
                throw new InputException($"{folder} is no folder; name a folder of results.");
            }
        }

        foreach (string folder in folders)
        {
            ResultsFolder.MendIfNeeded(folder);
        }

        Delivery delivery = Pipeline.Deliver(loaded, run);
        IReadOnlyList<WithheldKey> keys = delivery.Withheld;
        Results results = Pipeline.Judge(Pipeline.Answer(delivery, loaded, run), loaded.Config, run);
        HashSet<string> withheld = Withheld(keys, results);
        HashSet<string> persons = Persons(loaded, results);
        List<string> found = [];
        foreach (string folder in folders)
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                (bool key, bool person) = Search(file, withheld, persons);
                if (key)
                {
                    found.Add($"{file}: holds a withheld key");
                }

                if (person)
                {
                    found.Add($"{file}: holds a value of a resident row");
                }
            }
        }

        return found;
    }

    private static HashSet<string> Withheld(IReadOnlyList<WithheldKey> listed, Results results)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (WithheldKey key in listed.Where(k => k.IsListed))
        {
            keys.Add(Joined(Words(key.Text)));
        }

        for (int i = 0; i < results.Registers.Buildings.Count; i++)
        {
            if (results.Linkage.Withheld[i])
            {
                keys.Add(Joined(Words(results.Registers.Buildings[i].Id)));
            }
        }

        keys.RemoveWhere(k => k.Length < ShortestName);
        return keys;
    }

    private static HashSet<string> Persons(LoadedConfig loaded, Results results)
    {
        HashSet<string> open = new(StringComparer.Ordinal);
        void Add(string? text)
        {
            List<string> words = Words(text ?? "");
            open.UnionWith(words);
            open.Add(Joined(words));
        }

        foreach (Address address in results.Registers.Addresses)
        {
            Add(address.Text);
            Add(address.PostTown);
            Add(address.District);
        }

        foreach (Property property in results.Registers.Properties)
        {
            Add(property.Designation);
        }

        foreach (Locality locality in results.Surroundings.Localities)
        {
            Add(locality.Name);
        }

        foreach (ServicePlace service in results.Surroundings.Services)
        {
            Add(service.Name);
        }

        foreach (StopTraffic stop in results.Surroundings.Transit?.Stops ?? [])
        {
            Add(stop.Name);
        }

        HashSet<string> persons = new(StringComparer.Ordinal);
        foreach (string value in PersonScan.Values(loaded))
        {
            List<string> words = Words(value);
            string joined = Joined(words);
            if (joined.All(char.IsAsciiDigit))
            {
                // A number is known by its last ten digits, in whichever form it is written.
                persons.Add(joined.Length >= 10 ? joined[^10..] : "");
            }
            else if (words.Count <= LongestRun && joined.Length >= ShortestName && !open.Contains(joined))
            {
                persons.Add(joined);
            }
        }

        persons.Remove("");
        return persons;
    }

    private static (bool Key, bool Person) Search(string file, HashSet<string> withheld, HashSet<string> persons)
    {
        byte[] bytes = File.ReadAllBytes(file);
        (bool key, bool person) = SearchText(Encoding.UTF8.GetString(bytes), withheld, persons);
        if (bytes.AsSpan().StartsWith("SQLite format 3\0"u8))
        {
            // A database keeps the values of a row without anything between them, so that its bytes run words together.
            try
            {
                foreach (string value in DatabaseTexts.Of(file))
                {
                    (bool k, bool p) = SearchText(value, withheld, persons);
                    (key, person) = (key || k, person || p);
                }
            }
            catch (DataFormatException e)
            {
                throw new InputException($"{file} is a damaged database, of which nothing can be proved: delete it or run again.", e);
            }
        }

        for (int at = 0; (at = IndexOfZip(bytes, at)) >= 0; at += 4)
        {
            try
            {
                using ZipArchive zip = new(new MemoryStream(bytes, at, bytes.Length - at), ZipArchiveMode.Read);
                foreach (ZipArchiveEntry entry in zip.Entries)
                {
                    using MemoryStream content = new();
                    using Stream packed = entry.Open();
                    packed.CopyTo(content);
                    (bool k, bool p) = SearchText(Encoding.UTF8.GetString(content.ToArray()), withheld, persons);
                    (key, person) = (key || k, person || p);
                }

                break;
            }
            catch (InvalidDataException)
            {
                // The bytes only look like the start of an archive.
            }
        }

        return (key, person);
    }

    private static int IndexOfZip(byte[] bytes, int from)
    {
        int found = bytes.AsSpan(from).IndexOf("PK\x03\x04"u8);
        return found < 0 ? -1 : from + found;
    }

    private static (bool Key, bool Person) SearchText(string text, HashSet<string> withheld, HashSet<string> persons)
    {
        List<string> words = Words(text);
        bool key = false;
        bool person = false;
        StringBuilder run = new();
        for (int i = 0; i < words.Count && !(key && person); i++)
        {
            run.Clear();
            for (int n = 0; n < LongestRun && i + n < words.Count; n++)
            {
                run.Append(n == 0 ? "" : " ").Append(words[i + n]);
                string joined = run.ToString();
                key |= withheld.Contains(joined);
                person |= persons.Contains(joined) || IsNumber(joined, persons);
            }
        }

        return (key, person);
    }

    private static bool IsNumber(string joined, HashSet<string> persons)
    {
        if (joined.Length > 13 || !char.IsAsciiDigit(joined[0]))
        {
            return false;
        }

        string digits = joined.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length is 10 or 12 && digits.All(char.IsAsciiDigit) && persons.Contains(digits[^10..]);
    }

    private static string Joined(List<string> words) => words.All(w => w.All(char.IsAsciiDigit)) ? string.Concat(words) : string.Join(' ', words);

    /// <summary>Runs of letters and digits, in lower case.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }
}
