namespace HousingInventory.SystemTests.Faults;

/// <summary>Pipes, devices, links and files without end where a configuration, a folder of results or a manifest is looked for: nobody waits, and nothing is filled.</summary>
public sealed class HostilePlacesTests : IDisposable
{
    private readonly SampleCopy _town = new();

    public void Dispose() => _town.Dispose();

    [Theory]
    [InlineData("run", "*", "--quiet")]
    [InlineData("check", "*")]
    [InlineData("explain", "*", "x")]
    [InlineData("plan", "*", "--out", "ut")]
    [InlineData("purge", "*", "--as-of", "2026-11-10")]
    [InlineData("inspect", "*")]
    [InlineData("reduce", "*", "--out", "nycklar.csv")]
    public void As_a_configuration_or_file_they_are_refused(params string[] words)
    {
        string pipe = _town["rör.json"], endless = _town["stor.json"];
        Tool.Output("mkfifo", pipe);
        using (FileStream large = new(endless, FileMode.CreateNew))
        {
            large.SetLength(5L << 30);
        }

        foreach (string place in (string[])[pipe, "/dev/zero", endless])
        {
            ToolResult result = Tool.Run("dotnet", [HousingInventoryCommand.Assembly, .. words.Select(w => w switch { "*" => place, "ut" or "nycklar.csv" => _town[w], _ => w })], seconds: 60);
            result.Refused();
            Assert.False(Path.Exists(_town["nycklar.csv"]) || Path.Exists(_town["ut"]), place);
        }
    }

    [Fact]
    public void In_a_folder_of_results_they_are_no_manifest_and_are_not_waited_for()
    {
        foreach (Action<string> make in (Action<string>[])[f => Tool.Output("mkfifo", f), f => File.CreateSymbolicLink(f, "/dev/zero"), f => Directory.CreateDirectory(f)])
        {
            string folder = Directory.CreateDirectory(Path.Combine(_town.Folder, Guid.NewGuid().ToString())).FullName;
            make(Path.Combine(folder, "manifest.json"));
            Tool.Run("dotnet", [HousingInventoryCommand.Assembly, "run", _town.Config, "--out", folder, "--quiet"], seconds: 60).Refused();
            Tool.Run("dotnet", [HousingInventoryCommand.Assembly, "purge", folder, "--as-of", "2027-11-10", "--delete"], seconds: 60).Refused();
            Assert.Single(Directory.EnumerateFileSystemEntries(folder));
        }
    }

    [Fact]
    public void The_proof_of_results_says_what_it_cannot_look_into_and_ends()
    {
        string folder = Directory.CreateDirectory(_town["resultat"]).FullName;
        Tool.Output("mkfifo", Path.Combine(folder, "rör.html"));
        File.CreateSymbolicLink(Path.Combine(folder, "utan slut.csv"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(folder, "om igen"), folder);
        File.CreateSymbolicLink(Path.Combine(folder, "ingenstans.csv"), Path.Combine(folder, "finns inte"));
        using (FileStream large = new(Path.Combine(folder, "stor.html"), FileMode.CreateNew))
        {
            large.SetLength(100L << 30);
        }

        ToolResult result = Tool.Run("dotnet", [HousingInventoryCommand.Assembly, "check", _town.Config, "--results", folder], seconds: 60);
        Assert.True(result.ExitCode is 1 or 2, $"{result.ExitCode} {result.Errors}");
        Assert.Contains("stor.html: är större än 2 GB; inte prövad", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.Contains("ingenstans.csv", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "")]
    [InlineData("run", "inventory.json", "--out", "")]
    [InlineData("run", "inventory.json", "--out", " ")]
    [InlineData("sample", "")]
    [InlineData("reduce", "residents.csv", "--out", "")]
    public void An_empty_word_is_no_folder(params string[] words) => Assert.Contains("tom", HousingInventoryCommand.Run(words).Refused(), StringComparison.Ordinal);
}
