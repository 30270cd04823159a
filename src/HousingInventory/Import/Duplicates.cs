using System.Runtime.InteropServices;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Counts a person once, over all files: the newest registration, of equally new ones the first in the order of its keys. Where no day tells which is the newest,
/// the person may live in either home, and neither is told empty. What more rows share than anybody has homes is a placeholder and identifies nobody. Here the salted
/// hashes end.
/// </summary>
internal static class Duplicates
{
    /// <summary>Even an extract with every address that a person has had seldom has more rows of one.</summary>
    private const int MostRowsOfOne = 10;

    public static void Drop(Batch batch)
    {
        BlockList<ResidentRow> rows = batch.ResidentRows;
        Registrations registrations = batch.Registrations;
        Dictionary<UInt128, int> further = FurtherRows(rows);
        ForgetPlaceholders(rows, further, batch);
        Dictionary<UInt128, int> keptByPerson = new(further.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            // Which of two places is the newer cannot be told without a day that can be read, so that neither may look empty.
            if (rows[i].RegisteredOn == DayText.Unreadable || !further.ContainsKey(rows[i].Person) || keptByPerson.TryAdd(rows[i].Person, i))
            {
                continue;
            }

            ref int kept = ref CollectionsMarshal.GetValueRefOrNullRef(keptByPerson, rows[i].Person);
            int dropped = IsBefore(rows[i], rows[kept], registrations) ? kept : i;
            if (rows[i].RegisteredOn == 0 || rows[kept].RegisteredOn == 0 || rows[i].RegisteredOn == rows[kept].RegisteredOn)
            {
                registrations.MayAlsoBe(rows[dropped].Key);
            }

            kept = dropped == i ? kept : i;
            InputFile file = batch.Files[rows[dropped].File];
            file.Used--;
            file.Leave("duplicate");
            rows[dropped] = rows[dropped] with { Persons = 0 };
        }

        for (int i = 0; i < rows.Count; i++)
        {
            registrations.Add(rows[i].Key, rows[i].Persons);
        }

        rows.Clear();
    }

    // Few persons have a second row: how many they have beside the first.
    private static Dictionary<UInt128, int> FurtherRows(BlockList<ResidentRow> rows)
    {
        HashSet<UInt128> seen = new(rows.Count);
        Dictionary<UInt128, int> further = [];
        for (int i = 0; i < rows.Count; i++)
        {
            UInt128 person = rows[i].Person;
            if (person != 0 && !seen.Add(person))
            {
                further[person] = further.GetValueOrDefault(person) + 1;
            }
        }

        return further;
    }

    private static void ForgetPlaceholders(BlockList<ResidentRow> rows, Dictionary<UInt128, int> further, Batch batch)
    {
        if (!further.Values.Any(static n => n >= MostRowsOfOne))
        {
            return;
        }

        SortedDictionary<int, long> forgotten = [];
        for (int i = 0; i < rows.Count; i++)
        {
            if (further.GetValueOrDefault(rows[i].Person) >= MostRowsOfOne)
            {
                forgotten[rows[i].File] = forgotten.GetValueOrDefault(rows[i].File) + 1;
                rows[i] = rows[i] with { Person = 0 };
            }
        }

        foreach ((int file, long count) in forgotten)
        {
            batch.Notices.Add(new PersonNumbersShared(count) { Source = batch.Files[file].Id });
        }
    }

    private static bool IsBefore(in ResidentRow a, in ResidentRow b, Registrations registrations)
    {
        if (a.RegisteredOn != b.RegisteredOn)
        {
            return a.RegisteredOn > b.RegisteredOn;
        }

        // Equal keys: the earlier file keeps the row, so that the books of a single file never depend on row order.
        int byKey = a.Key == b.Key ? 0 : registrations.Compare(a.Key, b.Key);
        return byKey != 0 ? byKey < 0 : a.File < b.File;
    }
}
