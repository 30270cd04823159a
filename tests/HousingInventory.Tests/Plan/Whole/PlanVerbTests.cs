using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;
using HousingInventory.Plan.Placement;
using HousingInventory.Sample;
using HousingInventory.Tests.Formats;

namespace HousingInventory.Tests.Plan.Whole;

/// <summary>init, check and sample of a plan, and a year of the sample week by week.</summary>
public sealed class PlanVerbTests
{
    [Theory]
    [InlineData(Language.Sv, "Hushåll med skyddade personuppgifter", "hushåll;antal personer;")]
    [InlineData(Language.En, "Households with protected registration", "case,size,")]
    public void The_starter_is_read_as_it_is_and_says_who_must_not_be_in_it(Language language, string first, string header)
    {
        using TemporaryFolder folder = new();
        PlanStarter.Make(folder.Path, language);
        string json = File.ReadAllText(Path.Combine(folder.Path, "inventory.json"));
        Assert.Contains(first, json.Split('\n').First(l => l.Contains("//", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith(header, File.ReadAllText(Path.Combine(folder.Path, "households.csv")), StringComparison.Ordinal);
        PlanResults results = Planning.Analyse(ConfigReader.Load(Path.Combine(folder.Path, "inventory.json")), new Run());
        Assert.Empty(results.Placement.Proposals);
        Assert.All(PlanStarter.Make(folder.Path, language).Take(8), l => Assert.EndsWith("not touched", l, StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder.Path, "plan.jsonc")));
    }

    [Fact]
    public void Every_heading_of_the_starter_is_understood_as_its_word()
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            using TemporaryFolder folder = new();
            PlanStarter.Make(folder.Path, language);
            foreach ((string type, HousingInventory.Import.SourceVocabulary words) in ((string, HousingInventory.Import.SourceVocabulary)[])[
                ("households", HousingInventory.Import.HouseholdsSource.Known), ("homes", HousingInventory.Import.HomesSource.Known), ("vacancies", HousingInventory.Import.VacanciesSource.Known),
                ("premises", HousingInventory.Import.PremisesSource.Known), ("landlords", HousingInventory.Import.LandlordsSource.Known), ("decisions", HousingInventory.Import.DecisionsSource.Known)])
            {
                using HousingInventory.Formats.IFeatureCursor cursor = HousingInventory.Formats.DataFile.Open(Path.Combine(folder.Path, type + ".csv"), new(null, null, null, null), static l => l[0].Name);
                HousingInventory.Import.ColumnMap columns = new(cursor.Layer, words);
                Assert.Equal(Enumerable.Range(0, words.Columns.Count), words.Columns.Select(w => columns.Find(w.Target)));
            }
        }
    }

    [Fact]
    public void Check_tells_counts_and_rows_and_no_value()
    {
        Run run = new();
        using PlanTown town = new PlanTown().Households("QQ7001;2;2026-05-01", "QQ7002;fyra;2026-05-01").Homes("H;Exempelgatan 1;2;;2026-03-01").Named("residents", "gone.csv");
        string told = PlanChecking.Report(town.Analyse(run), run);
        Assert.Contains("2 lästa, 1 använda; utelämnade: bad-value 1", told, StringComparison.Ordinal);
        Assert.Contains("Öppnas inte av plan: residents", told, StringComparison.Ordinal);
        Assert.Contains("value_unreadable [households, rad 3]", told, StringComparison.Ordinal);
        Assert.DoesNotContain("QQ7", told, StringComparison.Ordinal);
        Assert.DoesNotContain("fyra", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_of_the_sample_week_by_week_places_nobody_twice_and_breaks_no_rule()
    {
        using TemporaryFolder folder = new();
        PlanSample.Write(folder.Path, new SampleOptions { Homes = 120, Seed = 3, ResidentsFormat = ResidentsFormat.Csv });
        string configuration = Path.Combine(folder.Path, "inventory.json");
        string json = File.ReadAllText(configuration).Replace("\"criteria\"", "\"x\"", StringComparison.Ordinal);

        // What is measured is nothing to this test, and measuring takes the time.
        json = json.Replace("\"plan\": {", "\"criteria\": [ { \"type\": \"service\", \"name\": \"grocery\", \"category\": \"grocery\", \"mode\": \"walk\" } ], \"plan\": {", StringComparison.Ordinal);
        json = string.Join('\n', json.Split('\n').Where(l => !l.Contains("\"timetable\"", StringComparison.Ordinal)));
        File.WriteAllText(configuration, json);
        string decisions = Path.Combine(folder.Path, "decisions.csv");
        Dictionary<string, string> homeOf = new(StringComparer.Ordinal);
        LoadedConfig loaded = ConfigReader.Load(configuration);
        for (int week = 0; week < 12; week++)
        {
            DateOnly asOf = new DateOnly(2026, 11, 10).AddDays(7 * week);
            PlanResults results = Planning.Analyse(loaded with { Config = loaded.Config with { AsOf = asOf } }, new Run());
            Assert.Null(results.Placement.Solved!.Fault());
            Assert.True(results.Placement.Optimum.IsAtLeast(results.Placement.Greedy));

            // Nobody twice: no home for two, and who was settled stays.
            string[] taken = [.. results.Placement.Proposals.Where(p => p.Site is not null).Select(p => p.Site!.Id), .. results.Living.Select(l => l.Site.Id)];
            Assert.Equal(taken.Length, taken.Distinct().Count());
            Assert.All(results.Placement.Proposals.Where(p => p.State == ProposalState.Locked && homeOf.ContainsKey(p.Household.Case)), p => Assert.Equal(homeOf[p.Household.Case], p.Site!.Id));

            // No rule broken: every proposal passes all of them.
            Assert.All(results.Placement.Proposals.Where(p => p.State == ProposalState.Proposed), p => Assert.Null(results.Placement.FailureOf(p.Household, p.Site!)));

            // The balance's unmet need is what nobody could house in time: never more than the plan leaves out, whose rules are more.
            int without = results.Placement.Proposals.Count(p => p.State == ProposalState.NotHoused);
            Assert.True(results.Balance.Months.Sum(m => m.Unmet) <= without + results.Placement.Proposals.Count(p => p.Checks.Any(c => c.Check == Check.BreaksRule)), $"week {week}");
            foreach (Proposal accepted in results.Placement.Proposals.Where(p => p.State == ProposalState.Proposed && results.IsSoon(p)))
            {
                homeOf.Add(accepted.Household.Case, accepted.Site!.Id);
                File.AppendAllText(decisions, $"lås;{accepted.Household.Case};{accepted.Site.Id};;;;\r\n");
            }
        }

        Assert.True(homeOf.Count >= 8);
        Assert.Equal(homeOf.Count, homeOf.Values.Distinct().Count());
    }
}
