using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests.Faults;

/// <summary>
/// The order in which a run tells the disk what must be there before what, as strace sees it. A power cut leaves what was flushed, and of the rest anything; so at
/// each moment the old results or the new ones can be told to be whole.
/// </summary>
[Trait("Needs", "Strace")]
public sealed partial class DurabilityTests
{
    [Fact]
    public void Files_and_folders_are_flushed_before_names_move_and_the_manifest_moves_last()
    {
        using SampleCopy town = SampleCopy.WithResults();
        List<Call> calls = Traced(town);
        string results = town.Out, pending = Path.Combine(results, ".pending-run"), previous = Path.Combine(results, ".previous-run");
        string[] files = [.. Directory.EnumerateFiles(results).Select(f => Path.GetFileName(f))];
        Assert.Contains("manifest.json", files);

        // 1. Every new file, then its name, before anything of the old results moves.
        int begun = Next(0, c => c.Name == "mkdir" && c.Path == previous);
        int flushed = files.Max(f => Last(begun, c => c.Name == "fsync" && c.Path == Path.Combine(pending, f)));
        int named = Next(flushed, c => c.Name == "fsync" && c.Path == pending);
        Assert.InRange(Next(named, Flushes(results)), named, begun);

        // 2. The sign that a move has begun, then the old manifest goes, then the other old files.
        int signed = Next(begun, Flushes(results));
        int manifestGone = Next(signed, c => c.Name == "rename" && c.Path == Path.Combine(results, "manifest.json"));
        Assert.Equal(signed, Last(manifestGone, c => c.Name is "fsync" && c.Path == results));
        Assert.DoesNotContain(calls[..manifestGone], c => c.Name == "rename" && c.To!.StartsWith(previous, StringComparison.Ordinal));
        int without = Next(manifestGone, Flushes(results));
        int lastOut = calls.FindLastIndex(c => c.Name == "rename" && c.To!.StartsWith(previous, StringComparison.Ordinal));
        Assert.DoesNotContain(calls[(manifestGone + 1)..without], c => c.Name == "rename");
        Assert.True(lastOut > without);

        // 3. The old names are safe before a new one takes their place; the new manifest comes when all others are safe, and its name is flushed before the old files go.
        int kept = Next(Next(lastOut, Flushes(previous)), Flushes(results));
        int[] movesIn = [.. Enumerable.Range(0, calls.Count).Where(i => calls[i].Name == "rename" && calls[i].Path!.StartsWith(pending, StringComparison.Ordinal))];
        Assert.Equal(files.Order(StringComparer.Ordinal), movesIn.Select(i => Path.GetFileName(calls[i].To!)).Order(StringComparer.Ordinal));
        Assert.All(movesIn, i => Assert.True(i > kept));
        Assert.Equal(Path.Combine(results, "manifest.json"), calls[movesIn[^1]].To);
        Assert.InRange(Next(movesIn[^2], Flushes(results)), movesIn[^2], movesIn[^1]);
        int done = Next(movesIn[^1], Flushes(results));
        Assert.DoesNotContain(calls[..done], c => c.Name is "unlink" or "rmdir" && c.Path!.StartsWith(previous, StringComparison.Ordinal));

        int Next(int from, Predicate<Call> what) => Found(calls.FindIndex(from, what), from);
        int Last(int before, Predicate<Call> what) => Found(calls.FindLastIndex(before, what), before);
        int Found(int call, int from)
        {
            Assert.True(call >= 0, $"Not found from call {from} on:\n{string.Join('\n', calls)}");
            return call;
        }

        static Predicate<Call> Flushes(string folder) => c => c.Name == "fsync" && c.Path == folder;
    }

    private static List<Call> Traced(SampleCopy town)
    {
        using TemporaryFolder folder = new();
        string log = folder.File("calls");
        string[] strace = ["-f", "-y", "--seccomp-bpf", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,rmdir", "-o", log];
        Tool.Run("strace", [.. strace, "dotnet", HousingInventoryCommand.Assembly, "run", town.Config, "--out", town.Out, "--quiet"]).Succeeded();
        return [.. File.ReadLines(log).Select(Parse).OfType<Call>().Where(c => c.Path!.StartsWith(town.Out, StringComparison.Ordinal))];
    }

    /// <summary>A line such as <c>123 fsync(45&lt;/a&gt;) = 0</c> or <c>123 rename("/a", "/b" &lt;unfinished ...&gt;</c>: what counts is when a call began.</summary>
    private static Call? Parse(string line)
    {
        Match match = Line().Match(line);
        if (!match.Success || line.Contains("= -1 ", StringComparison.Ordinal))
        {
            return null;
        }

        string[] paths = [.. Paths().Matches(match.Groups["rest"].Value).Select(m => m.Groups["path"].Value).Where(p => p.StartsWith('/'))];
        string name = match.Groups["name"].Value;
        string kind = name.StartsWith("rename", StringComparison.Ordinal) ? "rename" : name.StartsWith("mkdir", StringComparison.Ordinal) ? "mkdir" : name == "fdatasync" ? "fsync" : name;
        return paths.Length == 0 ? null : new Call(kind, paths[0], kind == "rename" ? paths[^1] : null);
    }

    [GeneratedRegex(@"^\d+\s+(?<name>[a-z0-9]+)\((?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex("""["<](?<path>/[^">]*)[">]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Paths();

    private sealed record Call(string Name, string? Path, string? To);
}
