using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>
/// Questions about the buses of a sample, laid over its configuration: a last bus that leaves later, one more in the morning, booked trips without booking, a detour to a village, and
/// another limit and weight. The prices are made up.
/// </summary>
internal static class SampleScenarioFile
{
    public const string Name = "vad-om.json";

    /// <summary>A house this far from the stop at the main road is outside the default limit.</summary>
    private const double BeyondStopM = 1000;

    /// <summary>Whether there is a village that the buses pass by.</summary>
    public static bool IsFor(SampleTown town) => MostEmpty(town) is not null;

    public static string Text(SampleTown town, Func<Position, (double Longitude, double Latitude)> toWgs84)
    {
        SideVillage village = MostEmpty(town)!;
        string line = village.Lines[0];
        string rare = Skelleftea.Lines.MinBy(static l => l.TripsADay).Number;
        (double fromLongitude, double fromLatitude) = toWgs84(village.Stop);
        (double toLongitude, double toLatitude) = toWgs84(village.Middle);
        string booked = town.Timetable.Routes.Find(static r => r.Type is 715 or 1501) is not { } route ? "" : string.Create(CultureInfo.InvariantCulture, $$"""
                { "name": "utan_bestallning", "label": { "sv": "Linje {{route.ShortName}} utan beställning", "en": "Line {{route.ShortName}} without booking" },
                  "changes": [ { "type": "make-ordinary", "line": "{{route.ShortName}}", "days": ["daily"] } ] },

            """);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "base": "inventory.json",
              "costs": { "perKm": 15, "perHour": 650, "perVehicleYear": 220000, "currency": "SEK", "year": 2026, "source": "EXEMPELDATA: påhittade priser" },
              "scenarios": [
                { "name": "kvall", "label": { "sv": "Sista bussen på linje {{line}} fem minuter senare", "en": "The last bus of line {{line}} five minutes later" },
                  "changes": [ { "type": "shift-departures", "line": "{{line}}", "direction": "from-centre", "trips": "last", "minutes": 5 } ] },
                { "name": "morgontur", "label": { "sv": "Linje {{rare}}: en tur framme före sju", "en": "Line {{rare}}: a trip that arrives before seven" },
                  "changes": [ { "type": "add-departures", "line": "{{rare}}", "arriveBy": ["06:55"], "at": "centre" } ] },
            {{booked}}    { "name": "in_till_byn", "label": { "sv": "Linje {{line}} in till {{village.Name}}", "en": "Line {{line}} by {{village.Name}}" },
                  "changes": [ { "type": "detour", "line": "{{line}}",
                    "draw": { "line": [[{{fromLongitude:0.0######}}, {{fromLatitude:0.0######}}], [{{toLongitude:0.0######}}, {{toLatitude:0.0######}}]] } } ] },
                { "name": "tillsammans", "label": { "sv": "Kvällsbussen och byn tillsammans", "en": "The evening bus and the village together" }, "of": ["kvall", "in_till_byn"] },
                { "name": "hallplats_1500", "label": { "sv": "Högst 1 500 m till hållplatsen", "en": "At most 1,500 m to the stop" }, "override": { "candidates": { "stopWithinM": 1500 } } },
                { "name": "affar_dubbelt", "label": { "sv": "Affären väger dubbelt", "en": "The shop counts double" }, "weights": { "grocery": 6 } }
              ]
            }

            """).ReplaceLineEndings("\n");
    }

    /// <summary>The village with most empty houses beyond the limit to the stop, the first of equal ones.</summary>
    private static SideVillage? MostEmpty(SampleTown town) => town.SideVillages.Where(static v => v.Lines.Count > 0)
        .MaxBy(v => town.Buildings.Count(b => b is { Kind: SampleBuildingKind.House, Occupied: false } && b.Middle.DistanceM(v.Middle) < BeyondStopM && b.Middle.DistanceM(v.Stop) > BeyondStopM));
}
