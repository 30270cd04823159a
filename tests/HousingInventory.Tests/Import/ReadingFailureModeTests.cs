using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>
/// The rows of the table of failure modes (swedish-registers.md, section 5) that are settled when files are read. The others are towns of their own, in
/// <see cref="Towns.FailureModeTests"/>.
/// </summary>
public sealed class ReadingFailureModeTests
{
    [Fact]
    public void Mode_04_Several_rows_of_one_building()
    {
        using Workshop workshop = new Workshop().With(
            "buildings", "b.geojson", Workshop.Collection(Workshop.House("h1", 0), Workshop.House("h1", 12, width: 3), Workshop.House("h2", 100)));
        Imported inputs = workshop.Import();
        Assert.Equal(["h1 150 2", "h2 120 1"], inputs.Buildings.Select(b => FormattableString.Invariant($"{b.Id} {b.FootprintM2:F0} {b.Rows}")));
        Assert.Equal((3, 3), (inputs.Files[0].Read, inputs.Files[0].Used));
    }

    [Theory]
    [InlineData("Planerad", false)]
    [InlineData("bygglovsansokan", false)]
    [InlineData("Gällande under utredning", true)]
    [InlineData("befintlig", true)]
    public void Mode_10_Planned_building_or_one_under_inquiry(string status, bool isHome)
    {
        using Workshop workshop = new Workshop().With(
            "buildings", "b.geojson", Workshop.Collection(Workshop.House("h1", 0, more: $", \"status\": \"{status}\""), Workshop.House("h2", 100)));
        Assert.Equal(isHome, workshop.Import().Buildings[0].IsDwelling);
    }

    [Fact]
    public void Mode_12_Dwelling_among_the_further_purposes()
    {
        using Workshop workshop = new Workshop().With(
            "buildings", "b.geojson", Workshop.Collection(Workshop.House("h1", 0, "Verksamhet;", ", \"andamal2\": \"Industri;Tillverkning\", \"andamal3\": \"Bostad;Flerfamiljshus\"")));
        Building house = workshop.Import().Buildings[0];
        Assert.Equal((true, true, "Flerfamiljshus"), (house.IsDwelling, house.IsMultiDwelling, house.Purpose));
    }

    [Fact]
    public void Mode_18_Deregistered_person_left_in_the_file()
    {
        const string dead = "<AvregistreringsorsakKod>AV</AvregistreringsorsakKod>";
        foreach ((string file, string text) in (ReadOnlySpan<(string, string)>)[
            ("navet.xml", PopulationFixtures.Delivery(Other(PopulationFixtures.Post), PopulationFixtures.Post.Replace("</PersonId>", $"</PersonId><Avregistrering>{dead}</Avregistrering>", StringComparison.Ordinal))),
            ("navet.txt", TwoTerms(PopulationFixtures.Terms, t => t.Replace("#UP 01022", "#UP 01006 AV\n#UP 01022", StringComparison.Ordinal))),
            ("spar.xml", PopulationFixtures.SparDelivery(Other(PopulationFixtures.SparPost), PopulationFixtures.SparPost.Replace(
                "<p:Folkbokforing>", $"<p:Persondetaljer><p:DatumTill>9999-12-31</p:DatumTill>{dead.Replace("Avreg", "p:Avreg", StringComparison.Ordinal)}</p:Persondetaljer><p:Folkbokforing>", StringComparison.Ordinal))),
            ("kir.csv", "personnummer;adress;avregistreringsorsak\n196408833231;TESTVÄGEN 1;\n196408233234;TESTVÄGEN 1;AV\n")])
        {
            Assert.Equal($"{file} 2 1 deregistered=1", $"{file} {Books(file, text)}");
        }
    }

    [Fact]
    public void Mode_19_History_is_not_read_as_current()
    {
        string[] homes =
        [
            Home("navet.xml", PopulationFixtures.Delivery(PopulationFixtures.Post)),
            Home("navet.txt", PopulationFixtures.Terms),
            Home("spar.xml", PopulationFixtures.SparDelivery(PopulationFixtures.SparPost.Replace(
                "<p:Folkbokforingsadress>",
                "<p:Folkbokforingsadress><p:SvenskAdress><p:DatumTill>2014-12-31</p:DatumTill><p:Utdelningsadress2>GAMLA VÄGEN 9</p:Utdelningsadress2></p:SvenskAdress></p:Folkbokforingsadress><p:Folkbokforingsadress>",
                StringComparison.Ordinal))),
        ];
        Assert.All(homes, h => Assert.Equal("TESTVÄGEN 1", h));
    }

    [Theory]
    [InlineData("2026-08-04", false)] // 90 days before 2026-11-02
    [InlineData("2026-08-03", true)]
    [InlineData("2027-01-31", false)]
    [InlineData("2027-02-01", true)]
    public void Mode_20_Extract_dates_differ_between_registers(string day, bool told)
    {
        Run run = new();
        using Workshop workshop = new Workshop()
            .With("residents", "r.csv", Workshop.ResidentHeader + "\nExempelgatan 1;93100;EXEMPELBY;1\n", """, "extracted": "2026-11-02" """)
            .With("buildings", "b.geojson", Workshop.Collection(Workshop.House("h1", 0), Workshop.House("h2", 100)), $", \"extracted\": \"{day}\"");
        workshop.Import(run);
        Assert.Equal(told, run.Notices.Samples.Any(n => n.Code == "dates_apart" && n.Source == "buildings"));
    }

    [Fact]
    public void Mode_22_Rows_of_other_municipalities()
    {
        Assert.Equal("3 1 other-municipality=2", Books("kir.csv", "adress;kommunkod\nA 1;2482\nB 1;2480\nC 1;0114\n", "2482"));
        Assert.Equal("2 1 other-municipality=1", Books("navet.xml", PopulationFixtures.Delivery(PopulationFixtures.Post, Other(PopulationFixtures.Post).Replace("<KommunKod>82", "<KommunKod>80", StringComparison.Ordinal)), "2482"));
    }

    private static string Other(string record) => record.Replace("196408233234", "196408833231", StringComparison.Ordinal);

    private static string TwoTerms(string one, Func<string, string> second)
    {
        int from = one.IndexOf("#POST_START", StringComparison.Ordinal);
        int to = one.IndexOf("#DATA_SLUT", StringComparison.Ordinal);
        return one[..from] + Other(one[from..to]) + second(one[from..to]) + one[to..].Replace("#ANTAL_POSTER 1", "#ANTAL_POSTER 2", StringComparison.Ordinal);
    }

    private static string Home(string file, string text)
    {
        using Workshop workshop = new Workshop().With("residents", file, text);
        Registrations registrations = workshop.Import().Registrations;
        Assert.Equal(1, registrations.Persons);
        return registrations[0].AddressText.ToString();
    }

    private static string Books(string name, string text, string? municipality = null)
    {
        using Workshop workshop = new Workshop().With("residents", name, text);
        workshop.Members += municipality is null ? "" : $"\"municipality\": \"{municipality}\",";
        InputFile file = workshop.Import().Files.Single(f => f.Type == "residents");
        return $"{file.Read} {file.Used} {string.Join(' ', file.LeftOut.Select(l => $"{l.Key}={l.Value}"))}";
    }
}
