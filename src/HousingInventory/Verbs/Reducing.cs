using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>What <c>reduce</c> counted.</summary>
/// <param name="Read">Rows of the extract.</param>
/// <param name="Persons">Persons in the reduced file.</param>
/// <param name="Rows">Rows of the reduced file.</param>
/// <param name="LeftOut">Rows left out by reason.</param>
public sealed record Reduction(long Read, long Persons, long Rows, IReadOnlyDictionary<string, long> LeftOut);

/// <summary>
/// For the register officer: a population extract becomes keys with a count. No person, no number, no name; protected rows and rows without a place are left
/// out; the rows are ordered by their keys, so that the order of the extract is gone as well. The homes of protected persons then look empty: their keys make a
/// list of withheld homes, which a run needs beside the reduced file.
/// </summary>
public static class Reducing
{
    private static readonly string[] Header =
        ["dwelling_id", "address_id", "property_id", "address", "postal_code", "post_town", "property", "dwelling_number", "municipality", "count"];

    /// <summary>Writes the reduced file whole or not at all.</summary>
    /// <param name="extract">The population extract.</param>
    /// <param name="output">The reduced file.</param>
    /// <param name="withheld">
    /// Where the keys of protected rows go, as a list of withheld homes; null for nowhere. It is written even when there are none, so that its being there tells
    /// nothing.
    /// </param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="InputException">The extract cannot be read, or a file exists already.</exception>
    public static Reduction Reduce(string extract, string output, string? withheld, Run run)
    {
        RefuseExisting(output, "--out");
        if (withheld is not null)
        {
            RefuseExisting(withheld, "--withheld");
            if (Path.GetFullPath(withheld) == Path.GetFullPath(output))
            {
                throw new InputException("--out and --withheld name the same file; give each its own.");
            }
        }

        ResidentsSource source = new() { Path = Path.GetFullPath(extract) };
        SourceFrame frame = new(CrsTable.FindByText(new InventoryConfig().Crs)!, [], null, Path.GetFullPath);
        InputFile info = new() { Id = "residents", Type = "residents", Path = extract };
        using PersonHasher hasher = new();
        Batch into = new();
        SourceFile file = new(source, info, into, frame, hasher);
        file.MustExist();
        Dictionary<UInt128, (RegistrationKey Key, int RegisteredOn)> persons = [];
        Dictionary<RegistrationKey, long> counts = [];
        Registrations order = new();
        List<WithheldKey> hidden = [];
        using (ResidentRows rows = file.OpenResidents())
        {
            while (file.Guard(rows.Read))
            {
                run.Cancellation.ThrowIfCancellationRequested();
                info.Read++;
                Take(file, rows, persons, counts, order, hidden);
            }

            if (rows.LooksLikeChangeFile)
            {
                throw file.Refuse("looks like notices of change, which say nothing about those who did not move; order a full extract of the municipality.");
            }
        }

        foreach ((RegistrationKey key, _) in persons.Values)
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        if (withheld is not null)
        {
            Write(withheld, "--withheld", csv => WriteKeys(csv, hidden), "key");
        }

        Write(output, "--out", csv => WriteCounts(csv, counts), Header);
        return new Reduction(info.Read, counts.Values.Sum(), counts.Count, info.LeftOut);
    }

    private static void Take(
        SourceFile file, ResidentRows row, Dictionary<UInt128, (RegistrationKey Key, int RegisteredOn)> persons, Dictionary<RegistrationKey, long> counts, Registrations order,
        List<WithheldKey> hidden)
    {
        if (row.Fault is null && row.IsDeregistered)
        {
            file.Info.Leave("deregistered");
            return;
        }

        RegistrationKey key = row.Fault is null ? Placement.Usable(row.Key, row.HasFictitiousProperty) : default;
        if (row.Fault is not null || row.IsProtected || !key.CanLead)
        {
            if (row.Fault is null && row.IsProtected)
            {
                Placement.Withhold(key, hidden);
            }

            file.Info.Leave("not-placeable");
            return;
        }

        // Without a day that can be read, the newer of two places cannot be told: both stay.
        if (row.RegisteredOn == DayText.Unreadable || row.Person(file.Hasher, file.AsOfGuess) is not { } person)
        {
            counts[key] = counts.GetValueOrDefault(key) + row.Persons;
        }
        else if (!persons.TryGetValue(person, out (RegistrationKey Key, int RegisteredOn) known))
        {
            persons.Add(person, (key, row.RegisteredOn));
        }
        else
        {
            file.Info.Leave("duplicate");
            bool newer = row.RegisteredOn > known.RegisteredOn
                || (row.RegisteredOn == known.RegisteredOn && IsBefore(key, known.Key, order));
            persons[person] = newer ? (key, row.RegisteredOn) : known;
        }
    }

    // The order in which run chooses among equally new registrations, so that the reduced file links as the extract does.
    private static bool IsBefore(RegistrationKey one, RegistrationKey two, Registrations order)
    {
        int byKeys = order.Compare(order.IndexOf(one), order.IndexOf(two));
        return byKeys != 0 ? byKeys < 0 : string.CompareOrdinal(one.ToString(), two.ToString()) < 0;
    }

    private static void RefuseExisting(string file, string option)
    {
        if (File.Exists(file))
        {
            throw new InputException($"{file} exists already; name another file with {option}, or delete it.");
        }
    }

    private static void WriteKeys(CsvTableWriter csv, List<WithheldKey> keys)
    {
        foreach (string key in keys.Select(k => k.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            csv.Text(key);
            csv.EndRow();
        }
    }

    private static void WriteCounts(CsvTableWriter csv, Dictionary<RegistrationKey, long> counts)
    {
        foreach ((RegistrationKey key, long count) in counts.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal))
        {
            foreach (string? value in (ReadOnlySpan<string?>)[
                key.Dwelling, key.Address, key.Property, key.AddressText, key.PostalCode, key.PostTown, key.Designation, key.DwellingNumber, key.Municipality])
            {
                csv.Text(value);
            }

            csv.Integer(count);
            csv.EndRow();
        }
    }

    private static void Write(string output, string option, Action<CsvTableWriter> rows, params string[] header)
    {
        string pending = output + ".pending";
        try
        {
            using (FileStream stream = File.Create(pending))
            using (CsvTableWriter csv = new(stream, CsvDialect.Plain, header))
            {
                rows(csv);
            }

            File.Move(pending, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{output} cannot be written; name another file with {option}.", e);
        }
    }
}
