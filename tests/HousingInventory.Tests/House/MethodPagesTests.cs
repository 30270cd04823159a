using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HousingInventory.Score;

namespace HousingInventory.Tests.House;

/// <summary>The method in English and in Swedish: both tell of every criterion, and neither says a number or a name that the other does not.</summary>
public sealed partial class MethodPagesTests
{
    private static readonly string[] English = ["Measures", "Formula", "Unit", "Source", "Limits", "Weaknesses"];
    private static readonly string[] Swedish = ["Mäter", "Formel", "Enhet", "Källa", "Gränser", "Svagheter"];

    private static string[] Types => [.. typeof(Criterion).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(a => (string)a.TypeDiscriminator!)];

    [Theory]
    [InlineData("method.md")]
    [InlineData("sv/metod.md")]
    public void Every_criterion_has_its_section_with_all_that_is_to_be_said(string page)
    {
        string[] labels = page == "method.md" ? English : Swedish;
        Dictionary<string, string> sections = Sections(page, "### ");
        foreach (string type in Types)
        {
            Assert.True(sections.TryGetValue($"`{type}`", out string? section), $"{page} has no section ### `{type}`");
            Assert.All(labels, label => Assert.Contains($"- **{label}:** ", section, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_the_pages_say_of_a_criterion_holds_the_same_numbers_and_names()
    {
        Dictionary<string, string> english = Sections("method.md", "### ");
        Dictionary<string, string> swedish = Sections("sv/metod.md", "### ");
        foreach (string type in Types)
        {
            Assert.Equal(Facts(english[$"`{type}`"]), Facts(swedish[$"`{type}`"]));
        }
    }

    [Fact]
    public void Points_states_score_and_order_hold_the_same_numbers_and_names()
    {
        Dictionary<string, string> english = Sections("method.md", "## ");
        Dictionary<string, string> swedish = Sections("sv/metod.md", "## ");
        Assert.Equal(english.Keys.Select(Number), swedish.Keys.Select(Number));
        foreach (string number in (string[])["11.", "12.", "13."])
        {
            Assert.Equal(Facts(english.Single(s => Number(s.Key) == number).Value), Facts(swedish.Single(s => Number(s.Key) == number).Value));
        }
    }

    [Theory]
    [InlineData("fullUntilM", "walk-to-stop", "0", "1000")]
    [InlineData("fullUntilM", "bus-line", "300", "3000")]
    [InlineData("fullUntilM", "scb-nearness", "500", "2000")]
    [InlineData("fullUntilMin", "travel-time", "60", "120", "180", "08:15")]
    [InlineData("withinM", "departures", "1000", "12")]
    [InlineData("maxAheadMin", "useful-day", "50", "120", "240")]
    public void The_limits_that_are_told_are_those_of_the_code(string member, string type, params string[] values)
    {
        // The defaults of the standard criteria, as the code has them.
        WalkToStopCriterion stop = StandardCriteria.All.OfType<WalkToStopCriterion>().Single();
        TravelTimeCriterion centre = StandardCriteria.All.OfType<TravelTimeCriterion>().Single();
        DeparturesCriterion departures = StandardCriteria.All.OfType<DeparturesCriterion>().Single();
        UsefulDayCriterion weekday = StandardCriteria.All.OfType<UsefulDayCriterion>().Single();
        BusLineCriterion line = StandardCriteria.All.OfType<BusLineCriterion>().Single();
        ScbNearnessCriterion scb = StandardCriteria.All.OfType<ScbNearnessCriterion>().Single();
        object[] code = type switch
        {
            "walk-to-stop" => [stop.FullUntilM, stop.ZeroFromM],
            "bus-line" => [line.FullUntilM, line.ZeroFromM],
            "scb-nearness" => [scb.FullUntilM, scb.ZeroFromM],
            "travel-time" => [centre.FullUntilMin, centre.ZeroFromMin, centre.MaxMin, centre.ArriveBy!],
            "departures" => [departures.WithinM, departures.FullAt],
            _ => [weekday.FullAt, weekday.MaxAheadMin, weekday.MaxTravelMin],
        };
        Assert.Equal(values, code.Select(c => Convert.ToString(c, System.Globalization.CultureInfo.InvariantCulture)));
        string section = Sections("method.md", "### ")[$"`{type}`"];
        Assert.True(type is "bus-line" or "scb-nearness" || section.Contains(member, StringComparison.Ordinal));
        Assert.All(values, v => Assert.Contains(v.Replace(":", "", StringComparison.Ordinal), Facts(section)));
    }

    private static string Number(string heading) => heading.Split(' ')[0];

    /// <summary>Sections by heading; a section ends at the next heading of its level or above.</summary>
    private static Dictionary<string, string> Sections(string page, string level)
    {
        Dictionary<string, string> sections = new(StringComparer.Ordinal);
        string? heading = null;
        foreach (string line in File.ReadLines(Path.Combine([RepositoryRoot.Path, "docs", .. page.Split('/')])))
        {
            if (line.StartsWith(level, StringComparison.Ordinal))
            {
                sections.Add(heading = line[level.Length..], "");
            }
            else if (line.StartsWith('#') && line.IndexOf(' ', StringComparison.Ordinal) < level.Length)
            {
                heading = null;
            }
            else if (heading is not null)
            {
                sections[heading] += line + "\n";
            }
        }

        return sections;
    }

    /// <summary>Numbers without the marks that languages write differently, and names in code; each once, in order of spelling.</summary>
    private static List<string> Facts(string text)
    {
        string even = BetweenDigits().Replace(text, "");
        return [.. Fact().Matches(even).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"(?<=\d)[ ,.:](?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenDigits();

    [GeneratedRegex(@"\d+|`[^`]+`", RegexOptions.CultureInvariant)]
    private static partial Regex Fact();
}
