using System.Security.Cryptography;
using System.Text.Json;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Sample;
using HousingInventory.Tests.Formats;
using HousingInventory.Verbs;

namespace HousingInventory.Tests;

/// <summary>A run that is split by municipality, on three synthetic ones: what each gives, and that all of them appear or none.</summary>
[Trait("Takes", "long")]
public sealed class SplittingTests : IClassFixture<SplittingTests.ThreeMunicipalities>, IDisposable
{
    private readonly ThreeMunicipalities _three;
    private readonly TemporaryFolder _temporary = new();

    public SplittingTests(ThreeMunicipalities three) => _three = three;

    private string Out => _temporary.File("out");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Each_municipality_gives_to_the_byte_what_a_run_of_it_alone_gives()
    {
        Splitting.Run(_three.Load(), Out, new Run());
        foreach (string code in ThreeMunicipalities.Codes)
        {
            string alone = _temporary.File("alone-" + code);
            Pipeline.Run(_three.Load().Of(code), alone, new Run());
            SortedDictionary<string, string> expected = Hashes(alone);
            Assert.True(expected.Remove("timings.json"));
            Assert.Equal(expected, Hashes(Path.Combine(Out, "municipalities", code)));
        }
    }

    [Fact]
    public void A_configuration_that_was_written_for_one_alone_gives_the_same_bytes()
    {
        Splitting.Run(_three.Load(), Out, new Run());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "municipalities", "0115", "manifest.json")));
        string config = Path.Combine(_three.Folder, "alone.json");
        File.WriteAllText(config, manifest.RootElement.GetProperty("config").GetRawText());
        Pipeline.Run(ConfigReader.Load(config), _temporary.File("alone"), new Run());
        SortedDictionary<string, string> expected = Hashes(Path.Combine(Out, "municipalities", "0115"));
        SortedDictionary<string, string> alone = Hashes(_temporary.File("alone"));
        Assert.True(alone.Remove("timings.json"));
        Assert.Equal(expected, alone);
        Assert.Equal("EXEMPELDATA 3 kommuner, november 2026, Vallentuna", manifest.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void The_manifest_lists_every_file_of_every_municipality_with_its_hash_and_adds_them_up()
    {
        IReadOnlyList<MunicipalityPart> parts = Splitting.Run(_three.Load(), Out, new Run());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "manifest.json")));
        SortedDictionary<string, string> listed = new(StringComparer.Ordinal);
        foreach (JsonElement output in manifest.RootElement.GetProperty("outputs").EnumerateArray())
        {
            listed.Add(output.GetProperty("path").GetString()!, output.GetProperty("sha256").GetString()!);
        }

        SortedDictionary<string, string> there = Hashes(Out);
        Assert.True(there.Remove("manifest.json"));
        Assert.True(there.Remove("timings.json"));
        Assert.Equal(there, listed);
        Assert.Equal(parts.Sum(p => p.Candidates), manifest.RootElement.GetProperty("municipalities").EnumerateArray().Sum(m => m.GetProperty("candidates").GetInt64()));
        Assert.Equal(1 + ThreeMunicipalities.Codes.Length, File.ReadAllLines(Path.Combine(Out, "municipalities.csv")).Length);
    }

    [Fact]
    public void A_second_run_gives_the_same_bytes_and_leaves_the_files_of_others()
    {
        Splitting.Run(_three.Load(), Out, new Run());
        SortedDictionary<string, string> first = Hashes(Out);
        string mine = Path.Combine(Out, "municipalities", "0115", "mine.txt");
        File.WriteAllText(mine, "mine");
        Splitting.Run(_three.Load(), Out, new Run());
        Assert.Equal("mine", File.ReadAllText(mine));
        File.Delete(mine);
        SortedDictionary<string, string> second = Hashes(Out);
        Assert.True(first.Remove("timings.json") && second.Remove("timings.json"));
        Assert.Equal(first, second);
    }

    [Fact]
    public void A_run_of_all_together_takes_the_place_of_the_folders()
    {
        Splitting.Run(_three.Load(), Out, new Run());
        LoadedConfig whole = _three.Load();
        Pipeline.Run(whole with { Config = whole.Config with { Split = null } }, Out, new Run());
        Assert.False(Directory.Exists(Path.Combine(Out, "municipalities")));
        Assert.False(File.Exists(Path.Combine(Out, "municipalities.csv")));
        Assert.True(File.Exists(Path.Combine(Out, "report.html")));
    }

    [Fact]
    public void One_municipality_that_cannot_be_run_leaves_the_earlier_results_of_all_and_is_named()
    {
        Splitting.Run(_three.Load(), Out, new Run());
        SortedDictionary<string, string> before = Hashes(Out);
        string residents = Path.Combine(_three.Folder, "0115", "residents.csv");
        byte[] kept = File.ReadAllBytes(residents);
        try
        {
            File.WriteAllLines(residents, [.. File.ReadAllLines(residents).Take(1)]);
            InputException refused = Assert.Throws<InputException>(() => Splitting.Run(_three.Load(), Out, new Run()));
            Assert.StartsWith("0115: ", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.WriteAllBytes(residents, kept);
        }

        Assert.Equal(before, Hashes(Out));
    }

    [Fact]
    public void A_move_that_was_cut_off_is_completed_with_the_folders_of_municipalities()
    {
        Splitting.Run(_three.Load(), Out, new Run());
        SortedDictionary<string, string> whole = Hashes(Out);

        // As a power cut leaves it when the old manifest and one municipality's files have gone, and no new one has come.
        string pending = Path.Combine(Out, ".pending-run"), previous = Path.Combine(Out, ".previous-run");
        foreach (string name in whole.Keys)
        {
            Copy(Path.Combine(Out, name), Path.Combine(pending, name));
        }

        foreach (string name in whole.Keys.Where(n => n == "manifest.json" || n.StartsWith("municipalities/0114/", StringComparison.Ordinal)))
        {
            Copy(Path.Combine(Out, name), Path.Combine(previous, name));
            File.Delete(Path.Combine(Out, name));
        }

        ResultsFolder.MendIfNeeded(Out);
        Assert.Equal(whole, Hashes(Out));
        Assert.False(Directory.Exists(pending) || Directory.Exists(previous));
    }

    [Fact]
    public void The_proof_looks_into_every_municipality_and_finds_what_somebody_put_there()
    {
        LoadedConfig loaded = _three.Load();
        Splitting.Run(loaded, Out, new Run());
        Proof proof = ResultsProof.Find(loaded, [Out], new Run());
        Assert.Empty(proof.Found);
        Assert.Empty(proof.NotProved);
        string key = File.ReadAllLines(Path.Combine(_three.Folder, "0117", "withheld.csv"))[1];
        File.WriteAllText(Path.Combine(Out, "municipalities", "0117", "note.txt"), key);
        Assert.Contains("note.txt", Assert.Single(ResultsProof.Find(loaded, [Out], new Run()).Found), StringComparison.Ordinal);
    }

    [Fact]
    public void The_proof_seeks_what_is_withheld_in_one_municipality_in_the_folders_of_the_others_too()
    {
        LoadedConfig loaded = _three.Load();
        Splitting.Run(loaded, Out, new Run());
        string key = File.ReadAllLines(Path.Combine(_three.Folder, "0117", "withheld.csv"))[1];
        string person = File.ReadLines(Path.Combine(_three.Folder, "0114", "residents.csv")).ElementAt(1).Split(';', ',')[0];
        File.WriteAllText(Path.Combine(Out, "municipalities", "0115", "note.txt"), key);
        File.WriteAllText(Path.Combine(Out, "municipalities", "0117", "lista.txt"), person);
        IReadOnlyList<string> found = ResultsProof.Find(loaded, [Out], new Run()).Found;
        Assert.Contains(found, static line => line.Contains("note.txt", StringComparison.Ordinal));
        Assert.Contains(found, static line => line.Contains("lista.txt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"split\": \"municipality\"", "\"split\": \"town\"", "split must be one of municipality")]
    [InlineData("\"split\": \"municipality\"", "\"split\": 3", "split must be one of municipality")]
    [InlineData("\"municipality\": [\"0114\", \"0115\", \"0117\"]", "\"municipality\": []", "sources[0].municipality is '0114', which is not in the list of municipality")]
    [InlineData("\"municipality\": [\"0114\", \"0115\", \"0117\"]", "\"municipality\": [\"0114\", \"0115\", \"0117\", \"0117\"]", "municipality names one twice")]
    [InlineData("\"municipality\": [\"0114\", \"0115\", \"0117\"]", "\"municipality\": [\"0114\", \"0115\", \"0117\", \"0120\"]", "sources has none of type \"buildings\" for municipality 0120")]
    [InlineData("\"split\": \"municipality\"", "\"split\": \"municipality\", \"previous\": \"ut\"", "split cannot stand beside \"previous\"")]
    [InlineData("\"split\": \"municipality\"", "\"split\": \"municipality\", \"outputs\": [ { \"type\": \"postgis\", \"connection\": \"env:PG\" } ]", "split cannot stand beside an output into PostGIS")]
    [InlineData("{ \"type\": \"buildings\", \"municipality\": \"0114\", ", "{ \"type\": \"buildings\", ", "each source of type \"buildings\" must say its \"municipality\"")]
    [InlineData("\"centres\": {", "\"centres\": { \"2482\": [20.9, 64.7],", "centres.2482 is not in the list of municipality")]
    public void What_cannot_be_split_is_refused_in_both_languages(string what, string by, string expected)
    {
        string text = File.ReadAllText(Path.Combine(_three.Folder, "inventory.json"));
        Assert.Contains(what, text, StringComparison.Ordinal);
        InputException refused = Assert.Throws<InputException>(() => ConfigReader.Parse(text.Replace(what, by, StringComparison.Ordinal), Path.Combine(_three.Folder, "inventory.json")));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.NotEqual(refused.In(Language.En), refused.In(Language.Sv));
    }

    [Fact]
    public void A_municipality_that_is_not_in_the_list_and_a_command_that_tells_of_one_run_are_refused()
    {
        Assert.Contains("has no municipality '2482'; it has 0114, 0115, 0117", Assert.Throws<InputException>(() => _three.Load().Of("2482")).Message, StringComparison.Ordinal);
        Assert.Contains("--municipality", Assert.Throws<InputException>(() => _three.Load().MustBeWhole()).Message, StringComparison.Ordinal);
        _three.Load().Of("0117").MustBeWhole();
    }

    [Fact]
    public void Nothing_that_is_one_of_a_kind_in_the_country_stands_in_two_municipalities_of_the_sample()
    {
        string[] persons = [.. ThreeMunicipalities.Codes.SelectMany(c => Persons(c).Distinct())];
        Assert.Equal(persons.Length, persons.Distinct().Count());
        LoadedConfig whole = _three.Load();
        Results together = Pipeline.Analyse(whole with { Config = whole.Config with { Split = null } }, new Run());
        Assert.Equal(ThreeMunicipalities.Codes.Sum(c => Pipeline.Analyse(whole.Of(c), new Run()).Registers.Buildings.Count), together.Registers.Buildings.Count);

        // Their roads do not join, and neither do their buses.
        Assert.Equal(ThreeMunicipalities.Codes.Sum(c => Pipeline.Analyse(whole.Of(c), new Run()).Surroundings.Roads!.NodeCount), together.Surroundings.Roads!.NodeCount);
    }

    private IEnumerable<string> Persons(string code) => File.ReadLines(Path.Combine(_three.Folder, code, "residents.csv"), System.Text.Encoding.Latin1).Skip(1).Select(l => l.Split(';')[0]);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    private static SortedDictionary<string, string> Hashes(string folder)
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            hashes.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        }

        return hashes;
    }

    /// <summary>The sample, made once.</summary>
    public sealed class ThreeMunicipalities : IDisposable
    {
        private readonly TemporaryFolder _temporary = new();

        public ThreeMunicipalities() => NationSample.Write(Folder, new SampleOptions { Homes = 900, ResidentsFormat = ResidentsFormat.Csv }, 3);

        public static string[] Codes { get; } = ["0114", "0115", "0117"];

        public string Folder => _temporary.File("three");

        public LoadedConfig Load() => ConfigReader.Load(Path.Combine(Folder, "inventory.json"));

        public void Dispose() => _temporary.Dispose();
    }
}
