using HousingInventory.Model;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

public sealed class OnDemandZonesTests
{
    [Theory]
    [InlineData("\"turer_per_vecka\": 12", 12)]
    [InlineData("\"turer_per_vecka\": 0", 0)]
    [InlineData("\"dagar\": \"mån, ons, fre\", \"tider\": \"08:10, 13:10\"", 6)]
    [InlineData("\"dagar\": \"mån-fre\", \"tider\": \"08.10 13.10\"", 10)]
    [InlineData("\"dagar\": \"Måndag till onsdag samt lördag\", \"tider\": \"09–15\"", 4)]
    [InlineData("\"dagar\": \"Tisdagar och torsdagar\", \"tider\": \"kl. 09:00 – 15:00 och 17:30\"", 4)]
    [InlineData("\"dagar\": \"fre-mån\"", 4)]
    [InlineData("\"dagar\": \"vardagar, lör\", \"tider\": \"8\"", 6)]
    [InlineData("\"dagar\": \"dagligen\", \"tider\": \"8:10;9:10\"", 14)]
    [InlineData("\"days\": \"Mon/Wed/Fri\", \"times\": \"08:10/13:10\"", 6)]
    [InlineData("\"days\": \"1-5\", \"times\": \"08:10\"", 5)]
    [InlineData("\"days\": [\"sat\", \"sun\"], \"times\": [\"08:10\", \"13:10\"]", 4)]
    [InlineData("\"days\": \"MON-SUN\", \"times\": \"23:50\"", 7)]
    [InlineData("\"times\": \"08:10, 13:10\"", 14)]
    public void A_zone_has_the_trips_a_week_that_its_number_or_its_days_and_times_say(string properties, int trips)
    {
        using Workshop workshop = new Workshop().With("on-demand-zones", "z.geojson", Zone(properties));
        Assert.Equal(trips, Assert.Single(workshop.Import().OnDemandZones).TripsPerWeek);
    }

    [Theory]
    [InlineData("\"name\": \"Z\"")]
    [InlineData("\"turer_per_vecka\": -4")]
    [InlineData("\"turer_per_vecka\": 1e12")]
    [InlineData("\"dagar\": \"ibland\", \"tider\": \"08:10\"")]
    [InlineData("\"dagar\": \"mån\", \"tider\": \"efter överenskommelse\"")]
    [InlineData("\"dagar\": \"8\", \"tider\": \"08:10\"")]
    public void A_zone_that_does_not_say_how_many_trips_it_has_is_left_out_with_its_reason(string properties)
    {
        using Workshop workshop = new Workshop().With("on-demand-zones", "z.geojson", Zone(properties, "\"turer_per_vecka\": 3"));
        Imported inputs = workshop.Import();
        Assert.Equal(3, Assert.Single(inputs.OnDemandZones).TripsPerWeek);
        InputFile file = inputs.Files.Single(f => f.Type == "on-demand-zones");
        Assert.Equal((2, 1, "no-trips=1"), (file.Read, file.Used, string.Join(',', file.LeftOut.Select(l => $"{l.Key}={l.Value}"))));
    }

    private static string Zone(params string[] zones) =>
        """{ "type": "FeatureCollection", "features": [ """
        + string.Join(", ", zones.Select(properties => """{ "type": "Feature", "properties": { """ + properties
            + """ }, "geometry": { "type": "Polygon", "coordinates": [[[20.94,64.74],[20.98,64.74],[20.98,64.76],[20.94,64.76],[20.94,64.74]]] } }"""))
        + " ] }";
}
