using System.Text.Json.Nodes;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>
/// A register of buildings that covers two municipalities, and a population extract of one. h1 and h2 lie in 2482 and somebody is registered in h1; h3 lies in 2480, and is lived in by people whom
/// the extract does not have.
/// </summary>
public sealed class OtherMunicipalitiesTests
{
    private const string Metres = """, "crs": "EPSG:3006" """;

    private static string House(string id, double x, string? code) => Workshop.House(id, x, more: code is null ? "" : $", \"kommunkod\": \"{code}\"");

    private static string Plot(string key, double x, string code) => Workshop.Plot(key, "EXEMPELBY", "1:" + key[1..], x).Replace("\"2482\"", $"\"{code}\"", StringComparison.Ordinal);

    [Theory]
    [InlineData("2482", "2480")]
    [InlineData("2482.0", "2480.0")]
    [InlineData("Skellefteå", "Umeå")]
    [InlineData("2482 Skellefteå", "2480 Umeå")]
    public void Homes_whose_row_says_another_municipality_are_not_told_empty(string here, string elsewhere) =>
        AssertLeft("buildings.geojson", new Workshop().With("buildings", "b.geojson", Workshop.Collection(House("h1", 0, here), House("h2", 100, here), House("h3", 200, elsewhere))), "2480");

    [Fact]
    public void Homes_on_a_property_of_another_municipality_are_not_told_empty_by_its_place() =>
        AssertLeft("areas", ThreeHouses().With("properties", "p.geojson", Workshop.Collection(Plot("p1", 0, "2482"), Plot("p2", 100, "2482"), Plot("p3", 200, "2480"))), "2480");

    [Fact]
    public void Homes_on_a_property_of_another_municipality_are_not_told_empty_by_its_key() =>
        AssertLeft(
            "keys",
            new Workshop().With("buildings", "b.geojson", Workshop.Collection([.. Enumerable.Range(1, 3).Select(i => Workshop.House($"h{i}", (i - 1) * 100, more: $", \"registerenhetsreferens\": \"p{i}\""))]))
                .With("properties", "p.csv", "registerenhetsreferens;trakt;block;enhet;kommunkod\np1;EXEMPELBY;1;1;2482\np2;EXEMPELBY;1;2;2482\np3;EXEMPELBY;1;3;2480\n"),
            "2480");

    [Fact]
    public void Homes_that_hold_only_addresses_of_another_municipality_are_not_told_empty() =>
        AssertLeft(
            "addresses",
            ThreeHouses().With("addresses", "a.csv", "address_id;adress;kommunkod;e;n\na1;Exempelgatan 1;2482;700006;7200005\na2;Exempelgatan 2;2482;700106;7200005\na3;Exempelgatan 3;2480;700206;7200005\n", Metres),
            "?");

    [Fact]
    public void A_home_of_which_nothing_tells_where_it_lies_stays()
    {
        using Workshop workshop = ThreeHouses();
        workshop.Members += "\"municipality\": \"2482\", ";
        Assert.Equal(3, workshop.Import().Buildings.Count);
    }

    [Fact]
    public void Where_no_municipality_is_asked_for_that_of_the_registrations_is_meant()
    {
        Run run = new();
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(House("h1", 0, "2482"), House("h2", 100, "2482"), House("h3", 200, "2480")))
            .With("residents", "r.csv", "adress;kommunkod\nExempelgatan 1;2482\n");
        Assert.Equal(["h1", "h2"], workshop.Import(run).Buildings.Select(b => b.Id));
        Assert.Contains(run.Notices.Samples, n => n is BuildingsElsewhere { Count: 1, Told: "2480" });
    }

    [Fact]
    public void Where_registrations_do_not_say_theirs_every_building_counts()
    {
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(House("h1", 0, "2482"), House("h3", 200, "2480")));
        Assert.Equal(2, workshop.Import().Buildings.Count);
    }

    [Fact]
    public void Buildings_that_all_lie_elsewhere_are_refused()
    {
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(House("h1", 0, "2480")));
        workshop.Members += "\"municipality\": \"2482\", ";
        Assert.Contains("another municipality than 2482", workshop.Refused(), StringComparison.Ordinal);
    }

    private static Workshop ThreeHouses() => new Workshop().With("buildings", "b.geojson", Workshop.Collection(Workshop.House("h1", 0), Workshop.House("h2", 100), Workshop.House("h3", 200)));

    // Of three rows two are used: one home registered, one not; the third is in no list and in the books.
    private static void AssertLeft(string how, Workshop workshop, string told)
    {
        using (workshop)
        {
            workshop.Members += "\"municipality\": \"2482\", ";
            Run run = new();
            InputFile file = workshop.Import(run).Files.Single(f => f.Type == "buildings");
            Assert.Equal((how, 3, 2, 1), (how, file.Read, file.Used, file.LeftOut["other-municipality"]));
            Assert.Contains(run.Notices.Samples, n => n is BuildingsElsewhere notice && notice.Count == 1 && notice.Told == told);
            JsonNode statuses = workshop.RunInto("out")["statuses"]!;
            Assert.Equal((1, 1), (statuses["registered"]!.GetValue<int>(), statuses["nobody-registered"]!.GetValue<int>()));
        }
    }
}
