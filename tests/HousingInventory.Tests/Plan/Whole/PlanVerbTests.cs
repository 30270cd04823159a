using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;
using HousingInventory.Tests.Formats;

namespace HousingInventory.Tests.Plan.Whole;

/// <summary>init, inspect and check of a plan.</summary>
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
        PlanResults results = PlanTown.Sound(Planning.Analyse(ConfigReader.Load(Path.Combine(folder.Path, "inventory.json")), new Run()));
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
    public void Inspect_tells_the_tables_of_a_plan_from_their_headings()
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            using TemporaryFolder folder = new();
            PlanStarter.Make(folder.Path, language);
            foreach (string type in (string[])["households", "homes", "vacancies", "premises", "owners", "landlords", "decisions", "support"])
            {
                // A name that tells nothing.
                string file = folder.File("lista.csv");
                File.Copy(folder.File(type + ".csv"), file, overwrite: true);
                Assert.Equal(type, HousingInventory.Verbs.SourceGuess.Of(file).Type);
            }
        }
    }

    [Fact]
    public void Check_tells_counts_and_rows_and_no_value()
    {
        Run run = new();
        using PlanTown town = new PlanTown().Households("QQ7001;2;2026-05-01", "QQ7002;fyra;2026-05-01").Homes("H;Exempelgatan 1;2;;2026-03-01").Named("residents", "gone.csv");
        string told = PlanChecking.Report(town.Analyse(run), run);
        Assert.Contains("2 lästa, 1 använda; utelämnade: oläsligt värde 1", told, StringComparison.Ordinal);
        Assert.Contains("Öppnas inte av plan: residents", told, StringComparison.Ordinal);
        Assert.Contains("value_unreadable [households, rad 3]", told, StringComparison.Ordinal);
        Assert.DoesNotContain("QQ7", told, StringComparison.Ordinal);
        Assert.DoesNotContain("fyra", told, StringComparison.Ordinal);
    }
}
