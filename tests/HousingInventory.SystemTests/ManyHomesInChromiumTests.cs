namespace HousingInventory.SystemTests;

/// <summary>The work list of a large municipality: 200 cards and some 2,500 rows.</summary>
[Trait("Needs", "Chromium")]
public sealed class ManyHomesInChromiumTests(ManyHomesRun run) : IClassFixture<ManyHomesRun>
{
    private const string Agree = "window.print=()=>{};window.confirm=q=>{asked=q;return true};var asked='';document.getElementById('print').click();";

    [Fact]
    public void Two_hundred_cards_and_2_500_rows_take_less_than_five_megabytes()
    {
        Assert.InRange(run.Candidates, 2_500, 3_500);
        Assert.InRange(new FileInfo(run["worklist.html"]).Length, 1, 5_000_000);
        Assert.InRange(new FileInfo(run["report.html"]).Length, 1, 500_000);
    }

    [Fact]
    public void Two_hundred_cards_are_two_hundred_pages_once_somebody_has_agreed()
    {
        IReadOnlyList<string> sheets = Browser.Printed(run["worklist.html"], Agree);
        Assert.Equal(200, sheets.Count);
        Assert.Contains("200.", sheets[199], StringComparison.Ordinal);
    }

    [Fact]
    public void Printing_past_the_button_gives_fifty_cards_and_says_so()
    {
        IReadOnlyList<string> sheets = Browser.Printed(run["worklist.html"]);
        Assert.Equal(50, sheets.Count);
        Assert.Contains("De första 50 av 200 husblad", sheets[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_button_asks_before_it_prints_more_than_fifty()
    {
        Assert.Contains("200", Browser.Ask(run["worklist.html"], Agree + "return asked").GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("false", Browser.Ask(run["worklist.html"], "let printed=false;window.print=()=>{printed=true};window.confirm=()=>false;document.getElementById('print').click();return printed").ToJsonString());
    }
}
