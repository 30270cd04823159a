using System.Globalization;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;
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
        foreach (Building building in sample.Results.Inputs.Buildings)
        {
            Assert.DoesNotContain(building.Id, report, StringComparison.Ordinal);
            Assert.DoesNotContain(Ref.Of(building.Id), report, StringComparison.Ordinal);
            Assert.DoesNotContain(Math.Floor(building.House.X).ToString(CultureInfo.InvariantCulture), report, StringComparison.Ordinal);
            Assert.DoesNotContain(Math.Floor(building.House.Y).ToString(CultureInfo.InvariantCulture), report, StringComparison.Ordinal);
        }

        Assert.All(sample.Results.Inputs.Addresses, a => Assert.DoesNotContain(a.Text, report, StringComparison.Ordinal));
        Assert.All(sample.Results.Inputs.Properties.Where(p => p.Designation.Length > 0), p => Assert.DoesNotContain(p.Designation, report, StringComparison.Ordinal));
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
    public void The_nearness_shares_are_those_of_a_count_house_by_house()
    {
        Results results = sample.Results;
        WindowTraffic[] traffic = WindowTraffic.Departures(DayTrips.On(results.Inputs.Transit!.Timetable, results.Inputs.Transit.Choice[ServiceDayType.Term].Date!.Value), 6 * 3600, 20 * 3600);
        List<(HourlyReading Reading, double Persons, double Dwellings, double Candidates)> shares = [.. ReportNearness.Shares(results)];
        Assert.Equal([HourlyReading.Every, HourlyReading.Average], shares.Select(s => s.Reading));
        foreach ((HourlyReading reading, double persons, double dwellings, double candidates) in shares)
        {
            bool[] served = [.. traffic.Select(t => Nearness.IsServed(t, reading))];
            bool Near(int building) => Nearness.DistanceM(
                results.Inputs.Buildings[building].House.X, results.Inputs.Buildings[building].House.Y, results.Inputs.Transit.Timetable.Stops, served) <= 500;
            int[] all = [.. Enumerable.Range(0, results.Inputs.Buildings.Count)];
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
