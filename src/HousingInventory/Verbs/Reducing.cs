using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>What <c>reduce</c> counted.</summary>
/// <param name="Read">Rows of the extract.</param>
/// <param name="Persons">Persons in the reduced file.</param>
/// <param name="Rows">Rows of the reduced file.</param>
/// <param name="LeftOut">Rows left out by reason.</param>
/// <param name="Unreadable">
/// Numbers of rows, protected ones among them, of which no key is left, since what stands in their key columns could be a name or a number. The others are in the
/// reduced file as a count without a place. At most a hundred are kept.
/// </param>
public sealed record Reduction(long Read, long Persons, long Rows, IReadOnlyDictionary<string, long> LeftOut, IReadOnlyList<long> Unreadable);

/// <summary>
/// For the register officer: a population extract becomes keys with a count. No person, no number, no name: of a written address only what was read as an address is
/// written (<see cref="PlainAddress"/>), and a key only in the form of a key (<see cref="KeyForm"/>). Protected rows and rows without a place are left out; the rows are
/// ordered by their keys, so that the order of the extract is gone as well. The homes of protected persons then look empty: their keys make a list of withheld homes,
/// which a run needs beside the reduced file.
/// </summary>
public static class Reducing
{
    /// <summary>The list of withheld homes when no other name is given; it stands beside the reduced file.</summary>
    public const string WithheldName = "withheld.csv";

    private const int MostNamed = 100;

    private static readonly string[] Header =
        ["dwelling_id", "address_id", "property_id", "address", "postal_code", "post_town", "property", "dwelling_number", "municipality", "count"];

    /// <summary>Writes both files, or none.</summary>
    /// <param name="extract">The population extract.</param>
    /// <param name="output">The reduced file.</param>
    /// <param name="withheld">
    /// Where the keys of protected rows go, as a list of withheld homes; null for nowhere. It is written even when there are none, so that its being there tells
    /// nothing.
    /// </param>
    /// <param name="addresses">An address register, whose names of streets and villages are kept whole in written addresses; null for none.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <exception cref="InputException">The extract cannot be read, its columns hold other things than they say, or a file exists already.</exception>
    public static Reduction Reduce(string extract, string output, string? withheld, string? addresses, Run run)
    {
        RefuseExisting(output, "--out");
        if (withheld is not null && Path.GetFullPath(withheld) == Path.GetFullPath(output))
        {
            throw new InputException("--out and --withheld name the same file; give each its own.");
        }

        ResidentsSource source = new() { Path = Path.GetFullPath(extract) };
        SourceFrame frame = new(CrsTable.FindByText(new InventoryConfig().Crs)!, [], null, Path.GetFullPath);
        InputFile info = new() { Id = "residents", Type = "residents", Path = extract };
        using PersonHasher hasher = new();
        SourceFile file = new(source, info, new Batch(), frame, hasher);
        file.MustExist();
        ReducedRows reduced = new(file, addresses is null ? null : Names(addresses, frame, run));
        using (ResidentRows rows = file.OpenResidents())
        {
            while (file.Guard(rows.Read))
            {
                run.Cancellation.ThrowIfCancellationRequested();
                info.Read++;
                reduced.Enter(rows);
            }

            if (rows.LooksLikeChangeFile)
            {
                throw file.Refuse("looks like notices of change, which say nothing about those who did not move; order a full extract of the municipality.");
            }
        }

        if (reduced.Misfits * 100 > info.Read)
        {
            throw file.Refuse($"{reduced.Misfits} of {info.Read} rows (the first is row {reduced.Unreadable[0]}) hold numbers, control characters or names in columns of keys: its columns are shifted, or their headings wrong. Nothing was written.");
        }

        Dictionary<RegistrationKey, long> counts = reduced.Counts();
        Publish(output, counts, withheld, reduced.Hidden);
        return new Reduction(info.Read, counts.Values.Sum(), counts.Count, info.LeftOut, [.. reduced.Unreadable.Take(MostNamed)]);
    }

    // Whatever stands in the register comes out of the extract, so that a table of persons must not be taken for one.
    private static KnownNames Names(string addresses, SourceFrame frame, Run run)
    {
        AddressesSource source = new() { Path = Path.GetFullPath(addresses) };
        using Delivery delivery = Importing.Import([("addresses", source)], frame, new Run(null, run.Cancellation));
        if (delivery.Books.Files.Any(static f => f.Layout == "address-table")
            && DataFile.Layers(source.Path).SelectMany(static layer => layer.Columns).Select(static c => c.Name).FirstOrDefault(IsOfPersons) is { } column)
        {
            throw new InputException($"{addresses} has a column '{column}' and is a table of persons: name the address register with --addresses, or leave it out.");
        }

        return delivery.Addresses.Count > 0 ? new KnownNames(delivery.Addresses)
            : throw new InputException($"{addresses} holds no address; name the address register with --addresses, or leave it out.");
    }

    private static bool IsOfPersons(string heading)
    {
        string folded = ColumnMap.Fold(heading);
        return ResidentsSource.Known.Columns.Single(static w => w.Target == "person").Known.Append("fornamn").Append("efternamn").Any(known => ColumnMap.Fold(known) == folded);
    }

    private static void Publish(string output, Dictionary<RegistrationKey, long> counts, string? withheld, List<WithheldKey> hidden)
    {
        string at = withheld ?? output;
        string option = withheld is null ? "--out" : "--withheld";
        try
        {
            using OfficerFile? list = withheld is null ? null : OfficerFile.Of(withheld, CsvDialect.Plain, ["key"], csv => WriteKeys(csv, hidden));
            (at, option) = (output, "--out");
            using OfficerFile file = OfficerFile.Of(output, CsvDialect.Plain, Header, csv => WriteCounts(csv, counts));

            // The list first: a reduced file without it would make protected homes look empty. One that a try before this one wrote is the same to the byte.
            if (list is not null && !list.IsThereAlready())
            {
                RefuseExisting(withheld!, "--withheld");
                list.Publish();
            }

            try
            {
                file.Publish();
            }
            catch
            {
                list?.Withdraw();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{at} cannot be written; name another file with {option}.", e);
        }
    }

    private static void RefuseExisting(string file, string option)
    {
        if (Path.Exists(file) || new FileInfo(file).LinkTarget is not null)
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
}
