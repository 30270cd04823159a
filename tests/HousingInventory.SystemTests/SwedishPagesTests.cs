using System.Text;

namespace HousingInventory.SystemTests;

/// <summary>
/// What docs/sv shows of the command is what it prints. A block marked "console" holds commands behind "$ " and their output; they run in a folder like that of
/// the zips, with the sample in exempel and its results in resultat. "..." as the last line stands for what else is printed. UPDATE_GOLDEN=1 writes the output into the pages.
/// </summary>
public sealed class SwedishPagesTests
{
    private const string Fence = "```console\n";
    private const string End = "```";
    private const string Cut = "...";
    private const string Prompt = "$ housing-inventory ";
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docs", "sv");

    public static TheoryData<string> PagesWithCommands =>
        [.. Directory.EnumerateFiles(Folder, "*.md").Where(f => File.ReadAllText(f).Contains(Fence, StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(PagesWithCommands))]
    public void A_command_prints_what_the_page_shows(string page)
    {
        using SampleCopy sample = new("skelleftea-mini");
        string folder = Path.Combine(Path.GetDirectoryName(sample.Folder)!, "zip");
        Directory.CreateDirectory(folder);
        Directory.Move(sample.Folder, Path.Combine(folder, "exempel"));
        Run(folder, "run exempel/inventory.json --out resultat --quiet").Succeeded();

        string path = Path.Combine(Folder, page);
        string text = File.ReadAllText(path);
        StringBuilder expected = new();
        int at = 0;
        while (text.IndexOf(Fence, at, StringComparison.Ordinal) is >= 0 and int fence)
        {
            int start = fence + Fence.Length, end = text.IndexOf(End, start, StringComparison.Ordinal);
            expected.Append(text[at..start]);
            foreach (string part in text[start..end].Split(Prompt, StringSplitOptions.RemoveEmptyEntries))
            {
                string[] shown = part.TrimEnd('\n').Split('\n');
                ToolResult result = Run(folder, shown[0]);
                string[] printed = (result.Output + (result.ExitCode == 2 ? result.Errors : "")).Trim('\n').Split('\n');
                bool isCut = shown[^1] == Cut;
                IEnumerable<string> lines = isCut ? printed.Take(shown.Length - 2).Append(Cut) : printed;
                expected.Append(Prompt).AppendJoin('\n', lines.Prepend(shown[0])).Append('\n');
            }

            at = end;
        }

        expected.Append(text[at..]);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, expected.ToString());
            return;
        }

        Assert.Equal(expected.ToString(), text);
    }

    [Fact]
    public void Links_and_pictures_of_the_Swedish_pages_lead_somewhere()
    {
        foreach (string file in Directory.EnumerateFiles(Folder, "*.md"))
        {
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"\]\(([^)#:]+)(#[^)]*)?\)"))
            {
                Assert.True(File.Exists(Path.Combine(Folder, link.Groups[1].Value)), $"{Path.GetFileName(file)}: {link.Groups[1].Value}");
            }
        }
    }

    /// <summary>Runs a command in a folder, its words parted at blanks outside quotation marks.</summary>
    private static ToolResult Run(string folder, string command)
    {
        string[] words = [.. System.Text.RegularExpressions.Regex.Matches(command, "\"([^\"]*)\"|(\\S+)").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value)];
        return Tool.Run("sh", ["-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, "dotnet", HousingInventoryCommand.Assembly, .. words]);
    }
}
