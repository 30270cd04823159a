using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>
/// What a download holds beside its program, laid out by scripts/release around the program of this build. scripts/release itself tries the whole of it: the
/// tool package installed, the Linux zip in an empty environment.
/// </summary>
public sealed class ReleaseTests
{
    private static readonly string Script = Path.Combine(RepositoryRoot.Path, "scripts", "release");

    [Fact]
    public void The_Windows_files_are_ones_that_cmd_and_Notepad_read()
    {
        using TemporaryFolder folder = new();
        string stage = Stage(folder, "win-x64");
        foreach (string file in (string[])["kor-exempel.cmd", "housing-inventory.cmd"])
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(stage, file));
            Assert.All(bytes, b => Assert.InRange(b, 1, 126));
            HasWindowsLineEnds(Encoding.ASCII.GetString(bytes));
        }

        byte[] text = File.ReadAllBytes(Path.Combine(stage, "las-mig.txt"));
        Assert.Equal([0xEF, 0xBB, 0xBF], text[..3]);
        HasWindowsLineEnds(Encoding.UTF8.GetString(text));
        string start = File.ReadAllText(Path.Combine(stage, "kor-exempel.cmd"));
        Assert.StartsWith("@echo off\r\n", start, StringComparison.Ordinal);
        Assert.Contains("chcp 65001 >nul\r\n", start, StringComparison.Ordinal);

        // What it starts and reads is there; results are named as a run names them.
        Assert.Contains("\"program\\housing-inventory.exe\" run \"exempel\\inventory.json\" --out \"resultat\"\r\n", start, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(stage, "exempel", "inventory.json")));
        Assert.Equal(["report.html", "worklist.html"], Regex.Matches(start, @"start """" ""resultat\\([a-z.]+)""").Select(m => m.Groups[1].Value));
        foreach (Match label in Regex.Matches(start, @"goto (\w+)"))
        {
            Assert.Contains($"\r\n:{label.Groups[1].Value}\r\n", start, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_example_of_the_Linux_zip_runs_and_prints_what_the_readme_shows()
    {
        using TemporaryFolder folder = new();
        string stage = Stage(folder, "linux-x64");
        Dictionary<string, string?> noDesktop = new() { ["DISPLAY"] = null, ["WAYLAND_DISPLAY"] = null };
        string printed = Tool.Run(Path.Combine(stage, "kor-exempel.sh"), [], noDesktop).Succeeded().Output;
        string shown = File.ReadLines(Path.Combine(RepositoryRoot.Path, "README.md")).Single(l => l.StartsWith("Lista: ", StringComparison.Ordinal));
        Assert.Contains(shown, printed.Split('\n'));
        ResultFolder.IsWhole(Path.Combine(stage, "resultat"));
        Assert.Equal(HousingInventoryCommand.Run("--version").Output, Tool.Output(Path.Combine(stage, "housing-inventory"), "--version"));

        // The truth of a sample is for its tests; what the documents of the zip point to is there.
        Assert.False(File.Exists(Path.Combine(stage, "exempel", "truth.csv")));
        foreach (string file in (string[])["docs/sv/snabbstart.md", "docs/configuration.md", "NOTICE.md", "LICENSE", "licenser/LGPL-2.1.txt", "licenser/Apache-2.0.txt"])
        {
            Assert.True(File.Exists(Path.Combine(stage, file)), file);
        }
    }

    [Fact]
    public void The_readme_names_the_files_of_this_version()
    {
        string version = HousingInventoryCommand.Run("--version").Succeeded().Output.Trim();
        string readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        foreach (string file in (string[])["housing-inventory-{0}-win-x64.zip", "housing-inventory-{0}-linux-x64.zip", "housing-inventory.{0}.nupkg"])
        {
            Assert.Contains(file.Replace("{0}", version, StringComparison.Ordinal), readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_package_that_is_shipped_has_its_licence_beside_it_and_in_the_notices()
    {
        using JsonDocument lockFile = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "src", "HousingInventory.Cli", "packages.lock.json")));
        string[] shipped =
        [
            .. lockFile.RootElement.GetProperty("dependencies").EnumerateObject().First().Value.EnumerateObject()
                .Where(p => p.Value.GetProperty("type").GetString() != "Project").Select(p => p.Name),
        ];
        Assert.Contains("Npgsql", shipped);
        string licences = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "packaging", "licences", "packages.txt"));
        string[] named = [.. Regex.Matches(licences.Split("\n\n\n")[0], @"[A-Za-z][\w.]+(\.\*)?").Select(m => m.Value)];
        string[] notices = [.. Regex.Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "NOTICE.md")), @"[\w.]+").Select(m => m.Value)];
        foreach (string package in shipped)
        {
            Assert.True(named.Any(n => n.EndsWith('*') ? package.StartsWith(n[..^1], StringComparison.OrdinalIgnoreCase) : package.StartsWith(n, StringComparison.OrdinalIgnoreCase)), package);
            Assert.True(notices.Any(n => n.Equals(package, StringComparison.OrdinalIgnoreCase) || (n.StartsWith('.') && package.EndsWith(n, StringComparison.OrdinalIgnoreCase))), package);
        }
    }

    [Fact]
    [Trait("Needs", "Python")]
    public void A_zip_of_the_same_files_has_the_same_bytes_whatever_their_dates()
    {
        using TemporaryFolder folder = new();
        string packed = folder.File("tool-1.0");
        Directory.CreateDirectory(Path.Combine(packed, "sub"));
        File.WriteAllText(Path.Combine(packed, "b.txt"), "b");
        File.WriteAllText(Path.Combine(packed, "a.sh"), "#!/bin/sh\n");
        File.WriteAllText(Path.Combine(packed, "sub", "c.txt"), "c");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(packed, "a.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        List<byte[]> zips = [];
        foreach (int day in (int[])[1, 2])
        {
            foreach (string file in Directory.EnumerateFiles(packed, "*", SearchOption.AllDirectories))
            {
                File.SetLastWriteTimeUtc(file, new DateTime(2026, 11, day, 0, 0, 0, DateTimeKind.Utc));
            }

            Tool.Output("python3", Path.Combine(RepositoryRoot.Path, "scripts", "make_zip.py"), packed, folder.File("z.zip"), "1790000000");
            zips.Add(File.ReadAllBytes(folder.File("z.zip")));
        }

        Assert.Equal(zips[0], zips[1]);
        using ZipArchive archive = new(new MemoryStream(zips[0]));
        Assert.Equal(["tool-1.0/a.sh", "tool-1.0/b.txt", "tool-1.0/sub/c.txt"], archive.Entries.Select(e => e.FullName));
        Assert.Equal([0x1ED, 0x1A4, 0x1A4], archive.Entries.Select(e => (e.ExternalAttributes >> 16) & 0xFFF)); // rwxr-xr-x, rw-r--r--
    }

    private static string Stage(TemporaryFolder folder, string rid)
    {
        string stage = folder.File("housing inventory");
        Tool.Output("bash", Script, "--stage", stage, rid, Path.GetDirectoryName(HousingInventoryCommand.Assembly)!);
        return stage;
    }

    private static void HasWindowsLineEnds(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
    }
}
