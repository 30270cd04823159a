using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;
using HousingInventory.Export;

namespace HousingInventory.Tests.Export;

/// <summary>Why rows were left out is read by people: on the screen each reason stands in their language.</summary>
public sealed partial class LeftOutWordsTests
{
    [Fact]
    public void Every_reason_that_a_source_can_give_has_its_Swedish()
    {
        string[] reasons =
        [
            .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "HousingInventory"), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(f => Reason().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct(),
        ];
        Assert.InRange(reasons.Length, 25, 80);
        Assert.All(reasons, reason => Assert.NotEqual(reason, LeftOutWords.In(reason, Language.Sv)));
        Assert.All(reasons, reason => Assert.Equal(reason, LeftOutWords.In(reason, Language.En)));
    }

    [Fact]
    public void They_are_told_with_their_rows() =>
        Assert.Equal("avregistrerade 145, dubbletter 73", LeftOutWords.Told([new("deregistered", 145), new("duplicate", 73)], Language.Sv));

    // Leave("x"), LeaveOut("x"), books.Leave(h.Source, "x"), and the pairs that readers return: ("x", new NotAnArea()).
    [GeneratedRegex("(?:\\bLeave(?:Out|AfterAll)?\\((?:[A-Za-z.]+, )?|\\((?=\"[a-z]+-[a-z-]*\", new [A-Z]))\"([a-z]+(?:-[a-z]+)*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Reason();
}
