using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>The configuration that runs a sample. Criteria, filters and outputs are the defaults, so they are not named.</summary>
internal static class InventoryFile
{
    public static string Text(SampleTown town, string residents, Func<Position, (double Longitude, double Latitude)> toWgs84)
    {
        (double longitude, double latitude) = toWgs84(town.Centre);
        string sources = string.Join(",\n", Sources(town, residents).Select(static source => "    " + source));
        string candidates = town.Settlements is not { } fewest ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $$"""
              "candidates": {
                "settlements": [
                  { "maxGapM": 200, "between": "dwellings", "minResidents": {{fewest.Near}} },
                  { "maxGapM": 1000, "between": "residents", "minResidents": {{fewest.Wide}} }
                ]
              },

            """);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {
              "title": "{{town.Title}}",
              "asOf": "2026-11-10",
              "purpose": "Prov av verktyget med EXEMPELDATA",
              "responsible": "Ingen: inga personuppgifter",
              "deleteAfter": "2027-05-31",
              "municipality": "{{town.Place.Code}}",
              "crs": "EPSG:3006",
              "language": "sv",
              "centre": [{{longitude:0.0######}}, {{latitude:0.0######}}],
              "sources": [
            {{sources}}
              ],
            {{candidates}}  "days": {
                "schoolTerms": [["2026-08-18", "2026-12-18"], ["2027-01-11", "2027-06-11"]],
                "schoolHolidays": [["2026-10-26", "2026-10-30"]]
              }
            }

            """).ReplaceLineEndings("\n");
    }

    /// <summary>The sources, one text each, as they stand in the configuration.</summary>
    public static IEnumerable<string> Sources(SampleTown town, string residents) =>
    [
        $$"""{ "type": "buildings", "path": "{{SampleFiles.Delivered("byggnad", town)}}" }""",
        $$"""{ "type": "addresses", "path": "{{SampleFiles.Delivered("belagenhetsadresser", town)}}" }""",
        $$"""{ "type": "properties", "path": "{{SampleFiles.Delivered("fastighet", town)}}" }""",
        """{ "type": "dwellings", "path": "lagenheter.csv", "extracted": "2026-11-01" }""",
        $$"""{ "type": "residents", "path": "{{residents}}", "extracted": "2026-11-02" }""",
        """{ "type": "roads", "path": "roads.osm.pbf" }""",
        """{ "type": "timetable", "path": "gtfs.zip" }""",
        """{ "type": "services", "path": "services.geojson", "columns": { "category": "category", "name": "name" } }""",
        """{ "type": "localities", "path": "tatorter.gpkg", "columns": { "name": "tatort" } }""",
        .. town.HolidayAreas.Count == 0 ? (string[])[] : ["""{ "type": "holiday-areas", "path": "fritidshusomraden.gpkg" }"""],
        """{ "type": "followup", "path": "followup.csv" }""",
        """{ "type": "withheld", "path": "withheld.csv" }""",
    ];
}
