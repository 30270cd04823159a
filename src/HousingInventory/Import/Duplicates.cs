using System.Runtime.InteropServices;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Counts a person once, over all files: the newest registration, of equally new ones the first in the order of its keys. Where no day tells which is the newest,
/// the person may live in either home, and neither is told empty. Here the salted hashes end.
/// </summary>
internal static class Duplicates
{
    public static void Drop(Batch batch)
    {
        BlockList<ResidentRow> rows = batch.ResidentRows;
        Registrations registrations = batch.Registrations;
        Dictionary<UInt128, int> keptByPerson = new(rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            // Which of two places is the newer cannot be told without a day that can be read, so that neither may look empty.
            if (rows[i].RegisteredOn == DayText.Unreadable || rows[i].Person == 0 || keptByPerson.TryAdd(rows[i].Person, i))
            {
                continue;
            }

            ref int kept = ref CollectionsMarshal.GetValueRefOrNullRef(keptByPerson, rows[i].Person);
            int dropped = IsBefore(rows[i], rows[kept], registrations) ? kept : i;
            if (rows[i].RegisteredOn == 0 || rows[kept].RegisteredOn == 0)
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
