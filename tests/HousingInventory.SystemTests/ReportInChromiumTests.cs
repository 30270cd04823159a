using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The committee's report on a telephone, on a screen and on paper.</summary>
[Trait("Needs", "Chromium")]
public sealed class ReportInChromiumTests(PagesRun pages) : IClassFixture<PagesRun>
{
    [Theory]
    [InlineData("sv", 390)]
    [InlineData("sv", 1280)]
    [InlineData("en", 390)]
    public void Nothing_is_wider_than_the_screen_and_no_letter_is_smaller_than_nine_pixels(string language, int width)
    {
        using BrowserPage page = new(pages[language, "report.html"], width);
        Assert.InRange(page.Ask("document.documentElement.scrollWidth").GetValue<int>(), 1, width);
        Assert.InRange(page.Ask("Math.min(...[...document.querySelectorAll('.places, .funnel, .histogram, .lead')].map(e=>e.getBoundingClientRect().width))").GetValue<double>(), 200, width);
        Assert.Equal(0, page.Ask("[...document.querySelectorAll('.places')].filter(e=>e.scrollWidth>innerWidth).length").GetValue<int>());
        Assert.InRange(
            page.Ask("Math.min(...[...document.querySelectorAll('svg.map text')].map(t=>parseFloat(getComputedStyle(t).fontSize)*t.ownerSVGElement.getBoundingClientRect().width/440))").GetValue<double>(),
            9, 40);
    }

    [Fact]
    public void The_report_begins_with_three_sentences_with_figures()
    {
        using BrowserPage page = new(pages["sv", "report.html"], 1280);
        JsonArray said = page.Ask("[...document.querySelectorAll('div.lead p')].map(p=>p.textContent)").AsArray();
        Assert.Equal(3, said.Count);
        Assert.All(said, s => Assert.Matches(@"\d", s!.GetValue<string>()));
        Assert.InRange(page.Ask("document.querySelector('div.lead').getBoundingClientRect().bottom").GetValue<double>(), 50, 600);
    }

    [Fact]
    public void No_printed_page_but_the_last_and_the_one_before_the_appendix_is_half_empty()
    {
        IReadOnlyList<string> sheets = Browser.Printed(pages["sv", "report.html"]);
        int appendix = sheets.ToList().FindIndex(s => s.Contains("Bilaga: metod och underlag", StringComparison.Ordinal));
        Assert.InRange(appendix, 1, sheets.Count - 1);
        for (int i = 0; i < sheets.Count - 1; i++)
        {
            if (i != appendix - 1)
            {
                Assert.True(sheets[i].Length > 600, $"page {i + 1} has {sheets[i].Length} characters");
            }
        }
    }
}
