using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>What the sample's homes are told of drives, travel times and errands to a category, worked out anew from the raw roads and the raw timetable.</summary>
[Trait("Needs", "Python")]
[Trait("Needs", "Gdal")]
public sealed class SampleTravelTests
{
    [Fact]
    public void Drives_travel_times_and_errands_equal_plain_searches_of_the_raw_files()
    {
        using SampleCopy town = new("skelleftea-mini");
        town.Edit(config =>
        {
            config["candidates"] = JsonNode.Parse("""{ "footprintM2": null, "settlements": null, "stopWithinM": null }""");
            config["criteria"] = JsonNode.Parse("""
                [
                  { "type": "walk-to-stop", "name": "stop", "weight": 1 },
                  { "type": "service", "name": "shop_car", "weight": 0, "category": "grocery", "mode": "car" },
                  { "type": "travel-time", "name": "shop", "weight": 0, "to": { "category": "grocery" }, "arriveBy": "10:15" },
                  { "type": "useful-day", "name": "work", "weight": 0, "errands": [ { "name": "a", "days": ["term"], "to": { "category": "grocery", "nearest": 3 },
                    "start": "08:30", "end": "15:00", "maxAheadMin": 60, "maxAfterMin": 60 } ] },
                  { "type": "useful-day", "name": "visit", "weight": 0, "errands": [ { "name": "a", "days": ["term"], "to": { "category": "grocery", "nearest": 3 },
                    "from": "10:00", "until": "15:00", "stayMin": 60, "maxTravelMin": 150 } ] }
                ]
                """);
        });
        town.Run("--fail-on", "never").Succeeded();
        string day = town.Manifest()["serviceDays"]!["term"]!["date"]!.GetValue<string>().Replace("-", "", StringComparison.Ordinal);
        PlainSearch plain = new(Path.Combine(town.Out, "inventory.gpkg"), town["roads.osm.pbf"], 3006);
        Assert.True(plain.Drives("shop_car", "grocery") > 20);
        JsonObject question = JsonNode.Parse("""
            { "arriveBy": 36900, "maxS": 10800, "maxWalkM": 2000, "maxWalkAtPlaceM": 1000, "errands": [
              { "nearest": 3, "start": 30600, "end": 54000, "maxAheadS": 3600, "maxAfterS": 3600 },
              { "nearest": 3, "from": 36000, "until": 54000, "stayS": 3600, "maxTravelS": 9000 } ] }
            """)!.AsObject();
        (int homes, int[] work) = plain.Journeys(town["gtfs.zip"], day, "grocery", "shop", ["work", "visit"], question);
        Assert.All(work, w => Assert.InRange(w, 1, homes - 1));
    }
}
