using HousingInventory.Configuration;
using HousingInventory.Diagnostics;

namespace HousingInventory.Tests.Configuration;

/// <summary>What a user may write of a criterion, and the one line that says what is wrong with the rest.</summary>
public sealed class CriterionRulesTests
{
    private static LoadedConfig Read(string criteria, string more = "", string sources = "roads timetable services") => ConfigReader.Parse(
        $$"""
        { {{more}} "sources": [ { "type": "buildings", "path": "b" }, { "type": "residents", "path": "r" }
            {{string.Concat(sources.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => $$""", { "type": "{{s}}", "path": "{{s}}" }"""))}} ],
          "criteria": [ {{criteria}} ] }
        """, "inventory.json");

    private static string Refused(string criteria, string more = "", string sources = "roads timetable services")
    {
        string message = Assert.Throws<InputException>(() => Read(criteria, more, sources)).Message;
        Assert.StartsWith("inventory.json: criteria", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", message, StringComparison.Ordinal);
        return message["inventory.json: ".Length..].TrimEnd('.', '?');
    }

    private static string Walk(string members) => $$"""{ "type": "walk-to-stop", "name": "stop"{{(members.Length > 0 ? ", " : "")}}{{members}} }""";

    [Theory]
    [InlineData("")]
    [InlineData("\"shape\": \"linear\", \"fullUntilM\": 0, \"zeroFromM\": 0.5")]
    [InlineData("\"shape\": \"step\"")]
    [InlineData("\"shape\": \"step\", \"untilM\": 0")]
    [InlineData("\"shape\": \"smooth\", \"fullUntilM\": 100, \"zeroFromM\": 900")]
    [InlineData("\"shape\": \"logistic\", \"median\": 500, \"deviation\": 100")]
    [InlineData("\"must\": { \"atLeastPoints\": 50 }")]
    [InlineData("\"must\": null")]
    [InlineData("\"must\": { \"atLeastPoints\": 0 }")]
    [InlineData("\"label\": { \"sv\": \"Hållplats\" }")]
    [InlineData("\"label\": { \"sv\": \"Hållplats\", \"en\": \"Stop\" }, \"weight\": 0.001")]
    public void What_fits_is_read(string members) => Assert.Single(Read(Walk(members)).Config.Criteria!);

    [Theory]
    [InlineData("\"shape\": \"logistic\"", "criteria[0].shape logistic needs a median and a deviation above 0")]
    [InlineData("\"shape\": \"logistic\", \"median\": 500", "criteria[0].shape logistic needs a median and a deviation above 0")]
    [InlineData("\"shape\": \"logistic\", \"median\": 500, \"deviation\": 0", "criteria[0].shape logistic needs a median and a deviation above 0")]
    [InlineData("\"shape\": \"smooth\", \"median\": 500", "criteria[0] has a median or a deviation, which only the shape logistic uses")]
    [InlineData("\"untilM\": 500", "criteria[0].untilM is used by the shape step only")]
    [InlineData("\"shape\": \"step\", \"untilM\": -1", "criteria[0].untilM must not be negative")]
    [InlineData("\"shape\": \"smooth\", \"fullUntilM\": 500, \"zeroFromM\": 500", "criteria[0].fullUntilM must be at least 0 and below zeroFromM")]
    [InlineData("\"fullUntilM\": -1", "criteria[0].fullUntilM must be at least 0 and below zeroFromM")]
    [InlineData("\"shape\": \"curve\"", "criteria[0].shape must be one of linear, step, smooth, logistic")]
    [InlineData("\"must\": {}", "criteria[0].must needs \"atLeastPoints\", 0 to 100")]
    [InlineData("\"must\": { \"atLeastPoints\": -0.1 }", "criteria[0].must needs \"atLeastPoints\", 0 to 100")]
    [InlineData("\"must\": { \"atLeast\": 50 }", "criteria[0].must.atLeast is not known here; did you mean 'atLeastPoints'")]
    [InlineData("\"label\": {}", "criteria[0].label must have texts by language: { \"sv\": ..., \"en\": ... }")]
    [InlineData("\"label\": { \"de\": \"Halt\" }", "criteria[0].label must have texts by language: { \"sv\": ..., \"en\": ... }")]
    [InlineData("\"label\": { \"sv\": \" \" }", "criteria[0].label must have texts by language: { \"sv\": ..., \"en\": ... }")]
    [InlineData("\"label\": \"Hållplats\"", "criteria[0].label must be an object, not string")]
    [InlineData("\"weight\": -1", "criteria[0].weight must not be negative, and below 1000000000")]
    [InlineData("\"weight\": 0", "criteria needs at least one weight above 0")]
    public void What_does_not_fit_is_refused_in_one_line(string members, string line) => Assert.Equal(line, Refused(Walk(members)));

    [Theory]
    [InlineData("departures", "\"shape\": \"smooth\"", null)]
    [InlineData("departures", "\"shape\": \"step\", \"fullAt\": 8", null)]
    [InlineData("departures", "\"shape\": \"logistic\", \"median\": 8, \"deviation\": 2", "criteria[0].shape logistic is for measures where less is better; here linear, step or smooth")]
    [InlineData("departures", "\"zeroAt\": 16", "criteria[0].zeroAt must be at least 0 and below fullAt")]
    [InlineData("departures", "\"withinM\": -1", "criteria[0].withinM must not be negative")]
    [InlineData("ptal", "\"shape\": \"smooth\"", null)]
    [InlineData("ptal", "\"fullAt\": 0", "criteria[0].zeroAt must be at least 0 and below fullAt")]
    [InlineData("oev-gueteklassen", "\"shape\": \"smooth\"", "criteria[0].shape of oev-gueteklassen is linear, class by class")]
    [InlineData("service", "", "criteria[0].category is missing")]
    [InlineData("service", "\"category\": \" \"", "criteria[0].category is missing")]
    [InlineData("service", "\"category\": [\"grocery\", \"\"]", "criteria[0].category is missing")]
    [InlineData("service", "\"category\": [\"grocery\", \"school\"], \"nearest\": 2", null)]
    [InlineData("service", "\"category\": \"grocery\", \"nearest\": 2, \"mode\": \"car\"", "criteria[0].nearest must be at least 1, and 1 by car")]
    [InlineData("bus-line", "\"minTrips\": 0", "criteria[0].minTrips must be at least 1")]
    [InlineData("travel-time", "\"to\": [20.9, 64.7], \"shape\": \"step\", \"untilMin\": 45", null)]
    [InlineData("travel-time", "\"to\": [20.9, 64.7], \"untilMin\": 45", "criteria[0].untilMin is used by the shape step only")]
    [InlineData("useful-day", "\"shape\": \"step\"", "criteria[0].shape of useful-day is linear, since its points follow the percentage")]
    public void Each_type_has_the_limits_of_its_measure(string type, string members, string? line)
    {
        string criterion = $$"""{ "type": "{{type}}", "name": "x"{{(members.Length > 0 ? ", " : "")}}{{members}} }""";
        if (line is null)
        {
            Assert.Single(Read(criterion).Config.Criteria!);
            return;
        }

        Assert.Equal(line, Refused(criterion));
    }

    [Theory]
    [InlineData("", "must be lower-case letters, digits and _, starting with a letter, at most 54")]
    [InlineData("Stop", "must be lower-case letters, digits and _, starting with a letter, at most 54")]
    [InlineData("1a", "must be lower-case letters, digits and _, starting with a letter, at most 54")]
    [InlineData("å", "must be lower-case letters, digits and _, starting with a letter, at most 54")]
    [InlineData("a23456789012345678901234567890123456789012345678901234x", "must be lower-case letters, digits and _, starting with a letter, at most 54")]
    [InlineData("score", "is 'score', which is already a column of the results")]
    [InlineData("geom", "is 'geom', which is already a column of the results")]
    [InlineData("stop_points", "must not end in _points, _missing, _one_way, _booked, _holiday, _best, _failing, _class, _share, _before, _after")]
    public void A_name_is_a_column_of_its_own(string name, string sentence)
    {
        Assert.Equal($"criteria[0].name {sentence}", Refused($$"""{ "type": "walk-to-stop", "name": "{{name}}" }"""));
        Assert.Single(Read("""{ "type": "walk-to-stop", "name": "a23456789012345678901234567890123456789012345678901234" }""").Config.Criteria!);
    }

    [Fact]
    public void A_name_stands_once() => Assert.Equal("criteria[1].name is 'stop' a second time", Refused(Walk("") + ", " + Walk("")));

    [Theory]
    [InlineData("walk-to-stop", "", "roads", "timetable")]
    [InlineData("walk-to-stop", "", "timetable", "roads")]
    [InlineData("departures", "", "roads", "timetable")]
    [InlineData("bus-line", "", "roads", "timetable")]
    [InlineData("major-road", "", "timetable", "roads")]
    [InlineData("service", "\"category\": \"grocery\"", "roads timetable", "services")]
    [InlineData("travel-time", "\"to\": { \"category\": \"grocery\" }", "roads timetable", "services")]
    [InlineData("useful-day", "\"errands\": [ { \"name\": \"shop\", \"from\": \"09:00\", \"until\": \"19:00\", \"stayMin\": 30, \"to\": { \"category\": \"grocery\" } } ]", "roads timetable", "services")]
    [InlineData("useful-day", "", "services timetable", "roads")]
    [InlineData("scb-nearness", "", "roads", "timetable")]
    [InlineData("ptal", "", "timetable", "roads")]
    [InlineData("oev-gueteklassen", "", "roads", "timetable")]
    [InlineData("oev-gueteklassen", "\"tables\": \"oerok\"", "timetable", "roads")]
    public void A_criterion_that_the_user_wrote_is_refused_without_its_source(string type, string members, string sources, string missing) => Assert.Equal(
        $"criteria[0] (type {type}) needs a source of type \"{missing}\"",
        Refused($$"""{ "type": "{{type}}", "name": "x"{{(members.Length > 0 ? ", " : "")}}{{members}} }""", "\"centre\": [20.9, 64.7],", sources));

    [Fact]
    public void Every_type_may_carry_a_must_and_a_label()
    {
        foreach (string type in (string[])["walk-to-stop", "bus-line", "departures", "travel-time", "major-road", "useful-day", "scb-nearness", "ptal", "oev-gueteklassen"])
        {
            Assert.Single(Read($$"""{ "type": "{{type}}", "name": "x", "must": { "atLeastPoints": 50 }, "label": { "en": "X" } }""", "\"centre\": [20.9, 64.7],").Config.Criteria!);
        }
    }
}
