using System.Reflection;
using System.Text.RegularExpressions;

namespace HousingInventory.Tests.House;

/// <summary>What the pages for the impact assessment say of the tool is tested: each test that they name is there, and both languages name the same.</summary>
public sealed partial class DpiaTests
{
    [Fact]
    public void Every_test_that_the_impact_assessment_names_is_there()
    {
        HashSet<string> tests = [.. typeof(DpiaTests).Assembly.GetTypes().SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance)).Select(static m => m.Name)];
        string[] swedish = Named("dpia.sv.md");
        Assert.True(swedish.Length >= 15);
        Assert.Equal(swedish, Named("dpia.en.md"));
        Assert.All(swedish, name => Assert.Contains(name, tests));
    }

    private static string[] Named(string page) => [.. Test().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", page))).Select(static m => m.Groups["name"].Value)];

    [GeneratedRegex(@"\[`(?<name>\w+)`\]")]
    private static partial Regex Test();
}
