using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests.Faults;

/// <summary>The register officer's command, stopped or killed: no person on any disk, nothing half-written, and the next try works.</summary>
public sealed partial class InterruptedReduceTests : IDisposable
{
    // Their numbers are all different: each of 84 days has endings of its own.
    private const int Rows = 120_000;
    private const int Protected = Rows / 1000;

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _scratch = new();

    public InterruptedReduceTests()
    {
        StringBuilder rows = new("personnummer;namn;adress;postnr;postort;sekretess\n");
        for (int i = 0; i < Rows; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"1964{i % 12 + 1:00}{i % 28 + 1:00}{(i / 84) + 1000};Quelhrosk{i} Fnux;Exempel{(char)('a' + (i / 9000))}gatan {(i % 9000) + 1};93130;EXEMPELBY;{(i % 1000 == 7 ? "J" : "")}\n");
        }

        File.WriteAllText(Extract, rows.ToString());
    }

    // Without what the runtime itself puts there for debuggers: a pipe that a killed process leaves would be read for ever.
    private Dictionary<string, string?> Surroundings => new() { ["TMPDIR"] = _scratch.Path, ["DOTNET_EnableDiagnostics"] = "0" };

    private string Extract => _folder.File("kir.csv");

    public void Dispose()
    {
        _folder.Dispose();
        _scratch.Dispose();
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("KILL")]
    public void A_reduction_that_is_stopped_leaves_nothing_of_anybody_and_the_next_one_works(string signal)
    {
        int stopped = 0;
        for (int i = 0; i < 8; i++)
        {
            using Process process = Tool.Start("dotnet", [HousingInventoryCommand.Assembly, "reduce", Extract, "--out", _folder.File("red.csv")], Surroundings);
            Thread.Sleep(150 + (130 * i));
            Tool.Run("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            stopped += process.ExitCode == 0 ? 0 : 1;
            NothingOfAnybody(signal, done: process.ExitCode == 0);
            File.Delete(_folder.File("red.csv"));
            File.Delete(_folder.File("withheld.csv"));
        }

        Assert.True(stopped > 0 || signal == "INT", "Every signal came too late to prove anything.");
        HousingInventoryCommand.RunWith(Surroundings, "reduce", Extract, "--out", _folder.File("red.csv")).Succeeded();
        Assert.Equal(["kir.csv", "red.csv", "withheld.csv"], Names());
    }

    // A kill in the moment of writing can leave a file of keys for its owner's eyes alone, under the name that the next try sweeps; a name or a number is in none.
    private void NothingOfAnybody(string signal, bool done)
    {
        Assert.DoesNotContain(Directory.EnumerateFiles(_scratch.Path, "*", SearchOption.AllDirectories), HoldsPersons);
        foreach (string file in Directory.EnumerateFiles(_folder.Path).Where(f => f != Extract))
        {
            string name = Path.GetFileName(file);
            bool isPending = name.EndsWith(".officer-pending", StringComparison.Ordinal);
            Assert.True(name is "red.csv" or "withheld.csv" || isPending, name);
            Assert.False(HoldsPersons(file), name);
            Assert.False(isPending && signal != "KILL", name);
            Assert.False(isPending && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0, name);

            // What stands in its place is whole: the list has a key for each protected row, the other file a row for each home.
            Assert.Equal(name switch { "withheld.csv" => Protected + 1, "red.csv" => Rows - Protected + 1, _ => 0 }, isPending ? 0 : File.ReadLines(file).Count());
        }

        Assert.False(File.Exists(_folder.File("red.csv")) && !File.Exists(_folder.File("withheld.csv")));
        Assert.True(!done || File.Exists(_folder.File("red.csv")));
    }

    private static bool HoldsPersons(string file) => File.ReadAllText(file) is var text && (text.Contains("Quelhrosk", StringComparison.OrdinalIgnoreCase) || PersonNumber().IsMatch(text));

    [GeneratedRegex("[0-9]{12}")]
    private static partial Regex PersonNumber();

    private string[] Names() => [.. Directory.EnumerateFiles(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
