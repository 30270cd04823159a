using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The homes of the shortlist, with the columns in the order in which planners read: what to say on the telephone first, the building id last.</summary>
internal sealed class Shortlist
{
    private static readonly string[] First = ["rank", "ref", "locality", "address", "property"];

    public Shortlist(ResultTable table)
    {
        Rows = [.. table.Results.Listed.Select(position => table.Candidates[position])];
        IReadOnlyList<ResultColumn> all = ResultLayers.Candidates(table.Results);
        CrsTransform toDegrees = CrsTransform.Between(table.Results.Frame.Crs, CrsTable.Wgs84);
        Columns =
        [
            .. First.Select(name => all.First(c => c.Name == name)),
            .. all.Where(c => !First.Contains(c.Name) && c.Name != "building_id").SelectMany(c => c.Name == "rank_ties" ? [c, SharedRanks] : (ResultColumn[])[c]),
            Postal,
            .. Positions(toDegrees, table.Results.Rules.Shortlist.MapLink),
            all.First(c => c.Name == "building_id"),
        ];
    }

    private static ResultColumn SharedRanks { get; } = new()
    {
        Name = "shared_ranks",
        Type = ResultType.Text,
        Sv = "Delad plats",
        En = "Shared ranks",
        DescriptionSv = "Platserna som husen med samma poäng delar; tomt där ingen annan har samma.",
        DescriptionEn = "The ranks that the homes of this score share; empty where no other has it.",
        Get = r => ResultWords.SharedRanks(r, r.Results.Frame.Language),
    };

    public IReadOnlyList<ResultRow> Rows { get; }

    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>Writes all rows, cell by cell; words of closed lists as people read them.</summary>
    public void Write(ITableWriter table, Language language) => Write(table, language, Columns);

    /// <summary>The same for some columns.</summary>
    public void Write(ITableWriter table, Language language, IReadOnlyList<ResultColumn> columns)
    {
        foreach (ResultRow row in Rows)
        {
            foreach (ResultColumn column in columns)
            {
                Cell(table, column, column.Get(row), language);
            }

            table.EndRow();
        }
    }

    private static void Cell(ITableWriter table, ResultColumn column, object? value, Language language)
    {
        switch (value)
        {
            case decimal number:
                table.Number((double)number, column.Decimals);
                break;
            case long whole:
                table.Integer(whole);
                break;
            case DateOnly day:
                table.Date(day);
                break;
            case bool yes:
                table.Text((yes, language) switch { (true, Language.Sv) => "ja", (false, Language.Sv) => "nej", (true, _) => "yes", _ => "no" });
                break;
            default:
                table.Text(value is string key && column.Values.Count > 0 ? ResultWords.Label(column.Values, key, language) : (string?)value);
                break;
        }
    }

    private static ResultColumn Postal { get; } = new()
    {
        Name = "postal_address",
        Type = ResultType.Text,
        Sv = "Postnummer och ort",
        En = "Postal code and town",
        DescriptionSv = "Som det skrivs på brev; tomt när adressregistret inte har det.",
        DescriptionEn = "As written on letters; empty where the address register does not have it.",
        Get = r => r.Table.PostalOf(r.Index),
    };

    private static IEnumerable<ResultColumn> Positions(CrsTransform toDegrees, string? mapLink)
    {
        yield return new ResultColumn
        {
            Name = "position",
            Type = ResultType.Text,
            Sv = "Position (latitud, longitud)",
            En = "Position (latitude, longitude)",
            DescriptionSv = "Att klistra in i en kartapp.",
            DescriptionEn = "To paste into a map app.",
            Get = r => Position(toDegrees, r.Building.House),
        };
        yield return Coordinate("north", "Nord (m)", "North (m)", r => r.Building.House.Y);
        yield return Coordinate("east", "Öst (m)", "East (m)", r => r.Building.House.X);
        if (mapLink is not null)
        {
            yield return new ResultColumn
            {
                Name = "map_link",
                Type = ResultType.Text,
                Sv = "Karta",
                En = "Map",
                DescriptionSv = "Länk till huset i webbkartan.",
                DescriptionEn = "Link to the house in the web map.",
                Get = r => Fill(mapLink, toDegrees, r.Building.House),
            };
        }
    }

    private static ResultColumn Coordinate(string name, string sv, string en, Func<ResultRow, double> get) => new()
    {
        Name = name,
        Type = ResultType.Integer,
        Sv = sv,
        En = en,
        DescriptionSv = "Koordinat i körningens koordinatsystem.",
        DescriptionEn = "Coordinate in the working CRS.",
        Get = r => (long)Math.Round(get(r), MidpointRounding.AwayFromZero),
    };

    private static string Position(CrsTransform toDegrees, Coordinate house)
    {
        (double lon, double lat) = toDegrees.Apply(house.X, house.Y);
        return string.Create(CultureInfo.InvariantCulture, $"{lat:F5}, {lon:F5}");
    }

    private static string Fill(string template, CrsTransform toDegrees, Coordinate house)
    {
        (double lon, double lat) = toDegrees.Apply(house.X, house.Y);
        return template
            .Replace("{lat}", lat.ToString("F5", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{lon}", lon.ToString("F5", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{north}", house.Y.ToString("F0", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{east}", house.X.ToString("F0", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
