using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>Localities: SCB's tätorter and småorter, or any layer of named areas.</summary>
public sealed record LocalitiesSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("scb-tatorter", Carrier.Table, "tatort"),
            new("scb-smaorter", Carrier.Table, "smaort"),
            new("scb-regso", Carrier.Table, "regsonamn"),
            new("scb-deso", Carrier.Table, "desokod|deso"),
            new("named-areas", Carrier.Table),
        ],
        [
            new("name", "tatort", "tatortsnamn", "namn", "regsonamn", "name", "ort", "smaort", "locality", "desokod", "deso"),
            new("population", "bef", "befolkning", "population"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static l => l.GeometryColumn is not null);
        ColumnMap columns = file.Columns(cursor.Layer);
        int name = columns.Find("name");
        int population = columns.Find("population");
        file.Info.Layout = columns.Layout;
        PlaceReader places = file.Places(cursor);
        TableScan.Rows(file, cursor, () =>
        {
            if (places.Read() is not { } area)
            {
                return places.Left;
            }

            if (area is not IPolygonal)
            {
                return ("not-an-area", new NotAnArea());
            }

            if (cursor.TextAt(name) is not { } said)
            {
                return ("no-name", new BrokenRecord("has no name"));
            }

            into.Localities.Add(new Locality(said, area, cursor.NumberAt(population) is { } people ? (int)people : null));
            return null;
        });
        places.Finish();
    }
}
