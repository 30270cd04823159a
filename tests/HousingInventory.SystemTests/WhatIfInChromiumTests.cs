namespace HousingInventory.SystemTests;

/// <summary>The answer of <c>what-if</c> to the questions of the sample, opened in Chromium in both languages.</summary>
[Trait("Needs", "Chromium")]
public sealed class WhatIfInChromiumTests(WhatIfPagesRun pages) : IClassFixture<WhatIfPagesRun>
{
    [Theory]
    [InlineData("sv", 1280)]
    [InlineData("sv", 390)]
    [InlineData("en", 1280)]
    [InlineData("en", 390)]
    public void Axe_finds_nothing_that_shuts_anybody_out_and_the_page_is_as_wide_as_the_window(string language, int width)
    {
        using BrowserPage open = new(pages[language], width);
        Assert.Empty(open.Violations());
        Assert.InRange(open.Ask("document.documentElement.scrollWidth").GetValue<int>(), 1, width);
        Assert.Equal(new Uri(pages[language]).AbsoluteUri, Assert.Single(open.Requests));
    }

    [Fact]
    public void What_decides_stands_in_sight_and_the_numbers_of_the_table_are_those_of_the_plot()
    {
        using BrowserPage open = new(pages["sv"]);
        string[] heads = [.. open.Ask("[...document.querySelectorAll('.overview thead th')].map(h=>h.textContent)").AsArray().Select(h => h!.GetValue<string>())];
        Assert.Equal(["Nr", "Scenario", "Blir kandidat", "Faller bort", "Poäng upp/ned", "Fungerande vardag", "Bussar till", "Kostnad per år", "Kostnad per hus"], heads[..9]);
        int cost = open.Ask("Math.ceil(document.querySelectorAll('.overview thead th')[8].getBoundingClientRect().right)").GetValue<int>();
        Assert.InRange(cost, 1, open.Ask("Math.floor(document.querySelector('.wide').getBoundingClientRect().right)").GetValue<int>());

        // Five of the seven change the timetable; dots in one place share a text.
        string[] numbers = [.. open.Ask("[...document.querySelector('svg.chart').querySelectorAll('text')].map(t=>t.textContent)").AsArray().Select(n => n!.GetValue<string>())];
        Assert.All(["1", "2", "3", "4", "5"], n => Assert.Contains(numbers, t => t.Split(", ").Contains(n)));
    }
}

/// <summary>The page in both languages.</summary>
public sealed class WhatIfPagesRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WhatIfPagesRun()
    {
        foreach (string language in (string[])["sv", "en"])
        {
            string asked = _folder.File(language + ".json");
            string questions = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "vad-om.json"));
            string sample = Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "inventory.json");
            File.WriteAllText(asked, questions.Replace("\"base\": \"inventory.json\"", $"\"base\": \"{sample}\", \"language\": \"{language}\"", StringComparison.Ordinal));
            HousingInventoryCommand.Run("what-if", asked, "--out", _folder.File(language), "--quiet").Succeeded();
        }
    }

    /// <summary>Path of the page in a language.</summary>
    public string this[string language] => Path.Combine(_folder.File(language), "what-if.html");

    public void Dispose() => _folder.Dispose();
}
