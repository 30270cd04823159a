using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HousingInventory.Cli;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Export;

/// <summary>What the report leads with, and how it gathers figures so that none tells of fewer than five.</summary>
public sealed partial class ReportPartsTests(SampleRun sample) : IClassFixture<SampleRun>
{
    private readonly HtmlWords _sv = new(Language.Sv);

    [Fact]
    public void Three_sentences_say_how_many_how_many_lie_well_and_outside_the_largest_place_and_what_limits_most()
    {
        Results results = sample.Results;
        IReadOnlyList<string> said = ReportLead.Sentences(results, _sv);
        int nobody = results.Flags.Status.Count(s => s == Status.NobodyRegistered), candidates = results.Flags.Candidates.Count;
        int good = results.Scores.Score.Count(s => s >= 80);
        FunnelStep most = results.Flags.Funnel.Skip(3).MaxBy(s => s.Removed)!;
        Assert.Equal(3, said.Count);
        Assert.Equal($"I Skellefteå finns {nobody} bostadshus där ingen är folkbokförd, och {candidates} av dem klarar alla urval.", said[0]);
        Assert.StartsWith($"{(good is > 0 and < 5 ? "färre än 5" : good)} av dem ligger bra till för buss och service (minst 80 poäng av 100)", said[1], StringComparison.Ordinal);
        Assert.Equal($"Det steg som begränsar mest tog bort {most.Removed} hus: {FunnelWords.Removed(most.Test, Language.Sv)}.", said[2]);
        string page = Encoding.UTF8.GetString(new CommitteeReport(results, new NoticeLog()).ToBytes());
        Assert.Contains("Skellefteå (2482) · Läget den 2026-11-10", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf(said[0], StringComparison.Ordinal) < page.IndexOf("id=\"key-figures\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Contact_and_diary_number_stand_on_the_first_page()
    {
        Results results = sample.Table(c => c with { Contact = "Exempelkontoret, 0910-00 00 00", DiaryNumber = "KS 2026/17" }).Results;
        string page = Encoding.UTF8.GetString(new CommitteeReport(results, new NoticeLog()).ToBytes());
        Assert.Contains("Dnr KS 2026/17", page, StringComparison.Ordinal);
        Assert.Contains("Kontakt: Exempelkontoret, 0910-00 00 00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_test_removes_is_told_as_what_went_and_not_as_what_stays()
    {
        Assert.Equal("för långt till hållplats", FunnelWords.Removed(Term.Of(FunnelTest.Stop), Language.Sv));
        Assert.Equal("too far from a stop", FunnelWords.Removed(Term.Of(FunnelTest.Stop), Language.En));
        Assert.Equal("utanför bebyggelse (bostäder högst 200 m isär, minst 20 folkbokförda)", FunnelWords.Removed(new Term("settlement-1", "I bebyggelse: bostäder högst 200 m isär, minst 20 folkbokförda", ""), Language.Sv));
        Assert.All(Term.All<FunnelTest>().Skip(1), t => Assert.All(Enum.GetValues<Language>(), l => Assert.NotEqual(t.In(l), FunnelWords.Removed(t, l))));
        string told = Summary.Of(sample.Results, sample.Run, "out", Language.Sv);
        Assert.Matches(@"\n  bort: +\d+ för små eller för stora\n", told);
        Assert.DoesNotContain("(Byggnadsyta)", told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_linked_share_is_one_figure_in_terminal_and_report()
    {
        // 0.99496 is not 99.5 in one place and 99.4 in the other; and 0.99999 is not all of them.
        Assert.Equal("99,4\u00a0%", ResultWords.Share(0.99496, Language.Sv));
        Assert.Equal("99.9%", ResultWords.Share(0.99999, Language.En));
        string share = ResultWords.Share(sample.Results.Linkage.LinkedShare, Language.Sv);
        Assert.Contains($"({share} av alla)", Summary.Of(sample.Results, sample.Run, "out", Language.Sv), StringComparison.Ordinal);
        Assert.Contains($"<b>{share}</b>", Encoding.UTF8.GetString(new CommitteeReport(sample.Results, new NoticeLog()).ToBytes()), StringComparison.Ordinal);
    }

    /// <summary>What was written of what people look at first, and the results' language is not the command's.</summary>
    [Theory]
    [InlineData("manifest.json shortlist.csv report.html", "report.html")]
    [InlineData("manifest.json shortlist.csv inventory.gpkg", "shortlist.csv")]
    [InlineData("manifest.json candidates.geojson", "candidates.geojson")]
    [InlineData("manifest.json", "manifest.json")]
    public void The_last_line_of_a_run_says_what_to_open(string written, string open)
    {
        using TemporaryFolder folder = new();
        foreach (string name in written.Split(' '))
        {
            File.WriteAllText(folder.File(name), "");
        }

        string path = folder.Path;
        Assert.EndsWith($"Öppna:     {Path.Combine(path, open)}\n", Summary.Of(sample.Results, sample.Run, path, Language.Sv), StringComparison.Ordinal);
        string english = Summary.Of(sample.Results, sample.Run, path, Language.En);
        Assert.EndsWith($"Open:      {Path.Combine(path, open)}\n", english, StringComparison.Ordinal);
        Assert.Contains("left out:", english, StringComparison.Ordinal);
        Assert.DoesNotContain("för små", english, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_the_histogram_hold_all_and_none_tells_of_fewer_than_five()
    {
        // Six at 95, four at 85 and seven at 12: 80 to 100 is one column of ten.
        decimal[] scores = [.. Enumerable.Repeat(95m, 6), .. Enumerable.Repeat(85m, 4), .. Enumerable.Repeat(12m, 7)];
        IReadOnlyList<ReportScores.Bin> bins = ReportScores.Bins(scores);
        Assert.Equal((80, 100, 10), (bins[^1].From, bins[^1].To, bins[^1].Count));
        Assert.Equal(17, bins.Sum(b => b.Count));
        Assert.Equal(85m, ReportScores.Median(scores));
        Random random = new(3);
        for (int trial = 0; trial < 200; trial++)
        {
            decimal[] some = [.. Enumerable.Range(0, random.Next(5, 60)).Select(_ => random.Next(0, 1001) / 10m)];
            IReadOnlyList<ReportScores.Bin> columns = ReportScores.Bins(some);
            Assert.Equal(some.Length, columns.Sum(b => b.Count));
            Assert.All(columns, b => Assert.False(b.Count is > 0 and < 5));
            Assert.Equal(100, columns.Sum(b => b.To - b.From));
        }
    }

    [Fact]
    public void Every_candidate_outside_the_named_places_is_in_one_mark_of_at_least_five()
    {
        Random random = new(5);
        for (int trial = 0; trial < 100; trial++)
        {
            Coordinate[] homes = [.. Enumerable.Range(0, random.Next(0, 80)).Select(_ => new Coordinate(700_000 + random.Next(60_000), 7_180_000 + random.Next(60_000)))];
            IReadOnlyList<ReportMapBins.Bin> bins = ReportMapBins.Of(homes);
            Assert.Equal(homes.Length, bins.Sum(b => b.Count));
            Assert.True(bins.All(b => b.Count >= 5) || (bins.Count == 1 && homes.Length < 5));
        }
    }

    [Fact]
    public void The_marks_of_the_map_add_up_to_all_candidates()
    {
        string page = Encoding.UTF8.GetString(new CommitteeReport(sample.Results, new NoticeLog()).ToBytes());
        string map = page[page.IndexOf("class=\"chart map", StringComparison.Ordinal)..];
        map = map[..map.IndexOf("</svg>", StringComparison.Ordinal)];
        Assert.Equal(sample.Results.Flags.Candidates.Count, Mark().Matches(map).Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Small_villages_stand_together_by_their_district_and_what_is_still_small_stays_unnamed()
    {
        (string, int, decimal)[] homes = [.. Homes("Stad", 9), .. Homes("Berg", 3), .. Homes("Dal", 4), .. Homes("Vik", 3), .. Homes("Ö", 2)];
        Dictionary<string, string> districts = new(StringComparer.Ordinal) { ["Berg"] = "Norr", ["Dal"] = "Norr", ["Vik"] = "Söder", ["Ö"] = "Öster" };
        IReadOnlyList<LocalityCount> places = LocalityCount.Of(homes, districts, _sv);
        Assert.Equal([("Stad", 9), ("Byar vid Norr", 7), (null, 5)], places.Select(p => ((string?)p.Name, p.Candidates)));
        Assert.Equal(["Berg", "Dal"], places[1].Members.Select(m => m.Locality));
        Assert.Equal(["Vik", "Ö"], places[2].Members.Select(m => m.Locality));
    }

    [Fact]
    public void The_middle_half_is_that_of_nearest_rank()
    {
        // Eight homes with 10, 20 ... 80: a quarter is two of them, three quarters six.
        LocalityCount place = Assert.Single(LocalityCount.Of(Enumerable.Range(1, 8).Select(i => ("By", 0, i * 10m))));
        Assert.Equal((20m, 45m, 60m), (place.LowerQuarter, place.MedianScore, place.UpperQuarter));
    }

    private static IEnumerable<(string, int, decimal)> Homes(string place, int count) => Enumerable.Repeat((place, 0, 50m), count);

    [GeneratedRegex(@"(?:<circle[^>]*/>|<rect[^>]*/>)\s*<text[^>]*>(\d+)</text>")]
    private static partial Regex Mark();
}
