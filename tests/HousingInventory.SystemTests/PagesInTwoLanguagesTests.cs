using System.Net;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>Both pages in both languages: a text that stands in both is data or a slip.</summary>
public sealed partial class PagesInTwoLanguagesTests(PagesRun pages) : IClassFixture<PagesRun>
{
    /// <summary>Words that are the same in both languages.</summary>
    private static readonly string[] Shared = ["Median", "Status", "Lantmäteriet", "OpenStreetMap", "GTFS", "SCB", "SCB, CC0 1.0", "© Lantmäteriet", "© Lantmäteriet, CC BY 4.0", "service"];

    /// <summary>What the sample's configuration says, and the true names of its localities.</summary>
    private static readonly string[] Said =
        ["Ingen: inga personuppgifter", "Skellefteå", "Ursviken", "Skelleftehamn", "Bureå", "Kåge", "Byske", "Burträsk", "Boliden", "Ersmark", "Jörn", "Lövånger", "Kusmark"];

    [Theory]
    [InlineData("report.html")]
    [InlineData("worklist.html")]
    public void No_text_of_the_pages_is_left_in_the_other_language(string page)
    {
        HashSet<string> data = Data();
        string[] both = [.. Texts("sv", page).Intersect(Texts("en", page)).Where(t => Word().IsMatch(t) && !Shared.Contains(t) && !Said.Contains(t) && !data.Contains(t) && !Exempel().IsMatch(t))];
        Assert.True(both.Length == 0, string.Join(" | ", both));
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("worklist.html")]
    public void The_pages_are_equally_complete_in_both_languages(string page) => Assert.Equal(Tags("sv", page), Tags("en", page));

    /// <summary>Everything in the page that is read or heard: texts, and the attributes that are.</summary>
    private IEnumerable<string> Texts(string language, string page)
    {
        string html = Whole().Replace(File.ReadAllText(pages[language, page]), "");
        return Text().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value + m.Groups[2].Value).Trim()).Where(t => t.Length > 0).Distinct();
    }

    private List<string> Tags(string language, string page) => [.. Tag().Matches(Whole().Replace(File.ReadAllText(pages[language, page]), "")).Select(m => m.Value)];

    /// <summary>Values that the sample's own files hold.</summary>
    private HashSet<string> Data()
    {
        string csv = File.ReadAllText(pages["sv", "shortlist.csv"]) + ";" + File.ReadAllText(pages["en", "shortlist.csv"]).Replace(',', ';');
        return [.. csv.Split([';', '\r', '\n', '"']).Select(v => v.Trim())];
    }

    /// <summary>Names that the sample makes up, and a stop or line with its figures.</summary>
    [GeneratedRegex("Exempel|EXEMPEL")]
    private static partial Regex Exempel();

    [GeneratedRegex(@"\p{L}{3}")]
    private static partial Regex Word();

    [GeneratedRegex("<head>.*?</head>|<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex("""(?:aria-label|title|placeholder|content|data-(?:homes|cards|shown|ask|ask-places|some))="([^"]*)"|>([^<>]+)<""")]
    private static partial Regex Text();

    [GeneratedRegex("<[a-z0-9]+")]
    private static partial Regex Tag();
}
