using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>
/// Multi-dwelling buildings with the interval of dwellings in which nobody is registered. Only buildings of at least five dwellings that no withheld key touches
/// are in it, so that no row points at a household.
/// </summary>
internal static class FlatsTable
{
    public const string FileName = "flats.csv";

    private static readonly (string Key, string Sv, string En, string SqlType)[] Columns =
    [
        ("building_id", "Byggnads-id", "Building id", "TEXT"),
        ("ref", "Referens", "Reference", "TEXT"),
        ("address", "Adress", "Address", "TEXT"),
        ("property", "Fastighetsbeteckning", "Property designation", "TEXT"),
        ("locality", "Ort eller by", "Locality or village", "TEXT"),
        ("dwellings", "Antal lägenheter", "Dwellings", "INTEGER"),
        ("dwellings_without_registration_min", "Lägenheter utan folkbokförd, minst", "Dwellings without registration, at least", "INTEGER"),
        ("dwellings_without_registration_max", "Lägenheter utan folkbokförd, högst", "Dwellings without registration, at most", "INTEGER"),
    ];

    public static GpkgTableDefinition Definition(Language language) => new()
    {
        Name = "flats",
        Identifier = language == Language.Sv ? "Flerbostadshus" : "Multi-dwelling buildings",
        Description = language == Language.Sv
            ? "Lägenheter utan folkbokförd som ett intervall, eftersom en del boende saknar lägenhetsnummer."
            : "Dwellings without registration as an interval, since some residents lack a dwelling number.",
        Columns = [.. Columns.Select(c => new GpkgColumn(c.Key, c.SqlType, language == Language.Sv ? c.Sv : c.En))],
    };

    /// <summary>One row a building, by id.</summary>
    public static IEnumerable<object?[]> Rows(ResultTable table)
    {
        foreach (FlatCount flats in table.Results.Linkage.Flats.OrderBy(f => table.Results.Registers.Buildings[f.Building].Id, StringComparer.Ordinal))
        {
            Building building = table.Results.Registers.Buildings[flats.Building];
            yield return
            [
                building.Id, Ref.Of(building.Id), table.AddressOf(flats.Building).Address, table.PropertyText(flats.Building), Locality(table, flats.Building),
                (long)flats.Dwellings, (long)flats.WithoutRegistrationMin, (long)flats.WithoutRegistrationMax,
            ];
        }
    }

    /// <summary>The locality; where none was worked out, since somebody is registered there, the post town or the tract.</summary>
    private static string? Locality(ResultTable table, int building)
    {
        if (table.Results.Flags.Locality[building] is { Length: > 0 } locality)
        {
            return locality;
        }

        IReadOnlyList<int> addresses = table.Results.Linkage.AddressesOf[building];
        string? town = addresses.Count > 0 ? table.Results.Registers.Addresses[addresses[0]].PostTown : null;
        return town ?? (table.Results.Linkage.PropertyOf[building] is >= 0 and int property ? table.Results.Registers.Properties[property].Tract : null);
    }

    public static WrittenFile Write(ResultTable table, string folder, CsvDialect dialect)
    {
        Language language = table.Results.Frame.Language;
        using FileStream stream = File.Create(Path.Combine(folder, FileName));
        using CsvTableWriter csv = new(stream, dialect, [.. Columns.Select(c => language == Language.Sv ? c.Sv : c.En)]);
        long rows = 0;
        foreach (object?[] row in Rows(table))
        {
            foreach (object? value in row)
            {
                if (value is long number)
                {
                    csv.Integer(number);
                }
                else
                {
                    csv.Text((string?)value);
                }
            }

            csv.EndRow();
            rows++;
        }

        return WrittenFile.Of(FileName, rows);
    }
}
