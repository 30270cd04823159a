using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Counts a person once, over all files: the newest registration, of equally new ones the first in the order of its keys. Here the salted hashes end.
/// </summary>
internal static class Duplicates
{
    public static void Drop(Inputs inputs)
    {
        List<ResidentRow> rows = inputs.ResidentRows;
        Registrations registrations = inputs.Registrations!;
        Dictionary<UInt128, int> keptByPerson = new(rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Person is not { } person || keptByPerson.TryAdd(person, i))
            {
                continue;
            }

            ref int kept = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(keptByPerson, person);
            int dropped = Before(rows[i], rows[kept], registrations) ? kept : i;
            kept = dropped == i ? kept : i;
            InputFile file = inputs.Files.Count > rows[dropped].File ? inputs.Files[rows[dropped].File] : inputs.Files[^1];
            file.Used--;
            file.Leave("duplicate");
            rows[dropped] = rows[dropped] with { Persons = -1 };
        }

        foreach (ResidentRow row in rows)
        {
            if (row.Persons >= 0)
            {
                registrations.Persons[row.Key] += row.Persons;
            }
        }

        rows.Clear();
        rows.TrimExcess();
        registrations.DropEmpty();
    }

    private static bool Before(in ResidentRow a, in ResidentRow b, Registrations registrations)
    {
        if (a.RegisteredOn != b.RegisteredOn)
        {
            return a.RegisteredOn > b.RegisteredOn;
        }

        // Equal keys: the earlier file keeps the row, so that the books of a single file never depend on row order.
        int byKey = a.Key == b.Key ? 0 : registrations.Keys[a.Key].CompareTo(registrations.Keys[b.Key]);
        return byKey != 0 ? byKey < 0 : a.File < b.File;
    }
}
