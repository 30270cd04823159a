using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;
using HousingInventory.Tests.Formats;
using Nearness = HousingInventory.Routing.Transit.ScbNearness;

namespace HousingInventory.Tests.Export;

public sealed class CommitteeReportTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Theory]
    [InlineData(Language.Sv)]
    [InlineData(Language.En)]
    public void The_report_names_no_home(Language language)
    {
        NoticeLog notices = new();
        notices.AddAll(sample.Run.Notices);
        notices.Add(new UnknownState("KEY234"));
        string report = Report(notices, c => c with { Language = language });

        Assert.NotEmpty(sample.Results.Flags.Candidates);
        Assert.DoesNotContain("KEY234", report, StringComparison.Ordinal);
        foreach (Building building in sample.Results.Registers.Buildings)
        {
            Assert.DoesNotContain(building.Id, report, StringComparison.Ordinal);
            Assert.DoesNotContain(Ref.Of(building.Id), report, StringComparison.Ordinal);
            Assert.DoesNotContain(Math.Floor(building.House.X).ToString(CultureInfo.InvariantCulture), report, StringComparison.Ordinal);
            Assert.DoesNotContain(Math.Floor(building.House.Y).ToString(CultureInfo.InvariantCulture), report, StringComparison.Ordinal);
        }

        Assert.All(sample.Results.Registers.Addresses, a => Assert.DoesNotContain(a.Text, report, StringComparison.Ordinal));
        Assert.All(sample.Results.Registers.Properties.Where(p => p.Designation.Length > 0), p => Assert.DoesNotContain(p.Designation, report, StringComparison.Ordinal));
    }

    [Fact]
    public void The_report_counts_the_candidates_that_the_list_holds()
    {
        string report = Report(sample.Run.Notices, c => c);
        Assert.Contains($"<b>{sample.Results.Ranking.Order.Count}</b><span>kandidater", report, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"sv\">", report, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", report, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_page_warns_of_criteria_that_are_off_and_of_a_missing_purpose()
    {
        NoticeLog notices = new();
        notices.Add(new PurposeMissing());
        notices.Add(new CriterionOff("grocery", "services"));
        string report = Report(notices, c => c with { Purpose = null });
        string warnings = report[report.IndexOf("class=\"warn\"", StringComparison.Ordinal)..report.IndexOf("id=\"key-figures\"", StringComparison.Ordinal)];
        Assert.Contains("gallringsdatum saknas", warnings, StringComparison.Ordinal);
        Assert.Contains("grocery", warnings, StringComparison.Ordinal);
        Assert.Contains("inte angivet", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_says_which_day_the_extract_is_of_or_that_nobody_said()
    {
        Assert.Contains("<p>Folkbokföringen är uttagen 2026-11-02. Att", Report(sample.Run.Notices, c => c), StringComparison.Ordinal);
        Results undated = sample.Results with { Books = new Books([]) };
        Assert.Contains("<p>Det är inte angivet vilken dag folkbokföringen är uttagen. Att", Encoding.UTF8.GetString(new CommitteeReport(undated, sample.Run.Notices).ToBytes()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Sv, "Inverkan", "Liknar mest")]
    [InlineData(Language.En, "Influence", "Most like")]
    public void The_report_and_the_manifest_tell_weight_influence_and_strongest_correlation(Language language, params string[] headings)
    {
        IReadOnlyList<CriterionInfluence> influences = Overlap.Influences(sample.Results.Scores, sample.Results.Flags.Candidates.Count);
        string report = Report(sample.Run.Notices, c => c with { Language = language });
        string table = report[report.IndexOf(headings[0] + "</th>", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("</table>", StringComparison.Ordinal)];
        string[] rows = table.Split("<tr>")[1..];
        Assert.Contains(headings[1], table, StringComparison.Ordinal);
        Assert.Equal(influences.Count, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            // The criterion, its limits, weight, share of the weight, influence, most like.
            string[] cells = [.. rows[i].Split("<td")[1..].Select(c => c[(c.IndexOf('>', StringComparison.Ordinal) + 1)..c.IndexOf('<', StringComparison.Ordinal)])];
            decimal influence = Math.Round(100 * (decimal)influences[i].Influence!.Value, MidpointRounding.AwayFromZero);
            Assert.Equal(influences[i].Weight.ToString(CultureInfo.InvariantCulture), cells[1]);
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{influence:0}%"), cells[3].Replace("\u00a0", "", StringComparison.Ordinal).Replace('−', '-'));
            string rho = string.Create(CultureInfo.InvariantCulture, $"({Math.Round((decimal)(influences[i].Rho ?? 0), 2, MidpointRounding.AwayFromZero):0.00})");
            Assert.True(influences[i].Rho is null ? cells[4] == "–" : cells[4].Replace(',', '.').Replace('−', '-').EndsWith(rho, StringComparison.Ordinal), cells[4]);
        }

        using TemporaryFolder folder = new();
        Manifest.Write(sample.Table(c => c with { Language = language }).Results, [], folder.File("manifest.json"), sample.Run);
        JsonArray written = JsonNode.Parse(File.ReadAllText(folder.File("manifest.json")))!["criteria"]!.AsArray();
        Assert.Equal(influences.Select(i => (i.Criterion, i.Weight, i.MostLike)), written.Select(w => (w!["name"]!.GetValue<string>(), w["weight"]!.GetValue<double>(), w["mostLike"]?.GetValue<string>())));
        Assert.All(written.Zip(influences), w => Assert.Equal(w.Second.Influence!.Value, w.First!["influence"]!.GetValue<double>(), 0.0006));
        Assert.All(written.Zip(influences).Where(w => w.Second.Rho is not null), w => Assert.Equal(w.Second.Rho!.Value, w.First!["rho"]!.GetValue<double>(), 0.0006));
    }

    [Fact]
    public void The_nearness_shares_are_those_of_a_count_house_by_house()
    {
        Results results = sample.Results;
        WindowTraffic[] traffic = WindowTraffic.Departures(DayTrips.On(results.Surroundings.Transit!.Timetable, results.Surroundings.Transit.Choice[ServiceDayType.Term].Date!.Value), 6 * 3600, 20 * 3600);
        List<(HourlyReading Reading, double Persons, double Dwellings, double Candidates)> shares = [.. ReportNearness.Shares(results)];
        Assert.Equal([HourlyReading.Every, HourlyReading.Average], shares.Select(s => s.Reading));
        foreach ((HourlyReading reading, double persons, double dwellings, double candidates) in shares)
        {
            bool[] served = [.. traffic.Select(t => Nearness.IsServed(t, reading))];
            bool Near(int building) => Nearness.DistanceM(
                results.Registers.Buildings[building].House.X, results.Registers.Buildings[building].House.Y, results.Surroundings.Transit.Timetable.Stops, served) <= 500;
            int[] all = [.. Enumerable.Range(0, results.Registers.Buildings.Count)];
            int[] homes = [.. all.Where(b => results.Flags.Status[b] != Status.NotHousing)];
            Assert.Equal((double)all.Where(Near).Sum(b => results.Linkage.Residents[b]) / results.Linkage.Residents.Sum(), persons, 12);
            Assert.Equal((double)homes.Count(Near) / homes.Length, dwellings, 12);
            Assert.Equal((double)results.Flags.Candidates.Count(Near) / results.Flags.Candidates.Count, candidates, 12);
        }

        // Hourly traffic by the mean is at least as wide as hour by hour, and the sample's town has some.
        Assert.InRange(shares[1].Persons, Math.Max(0.1, shares[0].Persons), 1);
    }

    [Fact]
    public void A_hostile_title_and_reference_stay_text()
    {
        string report = Report(sample.Run.Notices, c => c with { Title = "<script>x</script>", References = [new ReferenceConfig { Label = "<img src=x>", Value = 1 }] });
        Assert.DoesNotContain("<script", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", report, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x&gt;", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_results_give_the_same_bytes_in_any_culture()
    {
        string first = Report(sample.Run.Notices, c => c);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(first, Report(sample.Run.Notices, c => c));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private string Report(NoticeLog notices, Func<InventoryConfig, InventoryConfig> change) =>
        Encoding.UTF8.GetString(new CommitteeReport(sample.Table(change).Results, notices).ToBytes());
}
