using HousingInventory.Sample;

namespace HousingInventory.Tests.Sample;

/// <summary>
/// The samples in the repository are what the code makes. With UPDATE_GOLDEN=1 these tests write them anew instead (scripts/make-samples).
/// </summary>
public sealed class CommittedSamplesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samples").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Skelleftea_mini_is_what_the_generator_makes() =>
        Check("skelleftea-mini", folder => SampleFiles.Write(folder, new SampleOptions { Homes = 300, Seed = 2482, ResidentsFormat = ResidentsFormat.Csv }));

    [Fact]
    public void Tiny_town_is_what_the_generator_makes() => Check("tiny-town", folder => SampleFiles.Write(folder, TinyTown.Build(), ResidentsFormat.NavetXml));

    [Fact]
    public void Plan_year_is_what_the_generator_makes()
    {
        SampleOptions options = new() { Homes = 300, Seed = 2482, ResidentsFormat = ResidentsFormat.Csv };
        SampleFiles.Write(Path.Combine(_folder, "skelleftea-mini"), options);
        SampleSummary made = PlanSample.WriteBeside(Path.Combine(_folder, "plan-year"), "../skelleftea-mini", options);
        string committed = Path.Combine(RepositoryRoot.Path, "data-samples", "plan-year");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(committed);
            made.Files.ToList().ForEach(f => File.Copy(Path.Combine(_folder, "plan-year", f), Path.Combine(committed, f), overwrite: true));
        }

        Assert.All(made.Files, file => Assert.True(
            File.ReadAllBytes(Path.Combine(_folder, "plan-year", file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(committed, file))),
            $"data-samples/plan-year/{file} is not what the generator makes; if the change is meant, run scripts/make-samples and commit."));
    }

    [Theory]
    [InlineData("skelleftea-mini")]
    [InlineData("tiny-town")]
    [InlineData("plan-year")]
    public void A_committed_sample_is_small_and_says_that_it_is_one(string sample)
    {
        string folder = Path.Combine(RepositoryRoot.Path, "data-samples", sample);
        Assert.InRange(Directory.GetFiles(folder).Sum(f => new FileInfo(f).Length), 1, 1_500_000);
        Assert.Contains("EXEMPELDATA", File.ReadAllText(Path.Combine(folder, "inventory.json")), StringComparison.Ordinal);
    }

    private void Check(string sample, Func<string, SampleSummary> write)
    {
        string committed = Path.Combine(RepositoryRoot.Path, "data-samples", sample);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            write(committed);
        }

        SampleSummary made = write(_folder);
        foreach (string file in made.Files)
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(_folder, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(committed, file))),
                $"data-samples/{sample}/{file} is not what the generator makes; if the change is meant, run scripts/make-samples and commit.");
        }
    }
}
