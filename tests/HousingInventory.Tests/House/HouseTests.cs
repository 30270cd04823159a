using System.Reflection;
using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;

namespace HousingInventory.Tests.House;

/// <summary>The rules of the house that no compiler guards. Each names all offenders, one a line.</summary>
public sealed partial class HouseTests
{
    private const int MostLines = 500;

    private static readonly string[] Stages = ["Import", "Prepare", "Link", "Flag", "Score", "Rank", "Export"];

    [Fact]
    public void Every_stage_has_its_folder() =>
        Assert.All(Stages, stage => Assert.NotEmpty(Sources($"src/HousingInventory/{stage}")));

    [Fact]
    public void Formats_and_routing_know_neither_each_other_nor_housing()
    {
        // Words of the answer; a router may well speak of a home, and a format of a building.
        Regex housing = new(
            @"nobody.?registered|undetermined|withheld|shortlist|settlement|holiday.?home|\bvacan|HousingInventory\.(Model|Import|Prepare|Link|Flag|Score|Rank|Export|Diagnostics)\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        None(
        [
            .. Offenders(Sources("src/HousingInventory.Formats"), l => housing.IsMatch(l) || l.Contains("HousingInventory.Routing", StringComparison.Ordinal)),
            .. Offenders(Sources("src/HousingInventory.Routing"), l => housing.IsMatch(l) || l.Contains("HousingInventory.Formats", StringComparison.Ordinal)),
        ]);
    }

    [Fact]
    public void Every_notice_says_something_in_both_languages_and_names_only_its_own_values()
    {
        List<string> offenders = [];
        foreach (Type type in Notice.Catalogue())
        {
            NoticeAttribute texts = Notice.TextsOf(type);
            foreach (string text in (string[])[texts.Sv, texts.En, texts.FixSv, texts.Fix])
            {
                bool known = Placeholder().Matches(text).All(m => type.GetProperty(m.Groups[1].Value) is not null);
                if (string.IsNullOrWhiteSpace(text) || text.Contains("???", StringComparison.Ordinal) || !known)
                {
                    offenders.Add($"{type.Name}: {text}");
                }
            }
        }

        None(offenders);
    }

    [Fact]
    public void No_source_puts_work_off() =>
        None(Offenders(Sources("src"), l => PutOff().IsMatch(l)));

    [Fact]
    public void No_source_or_test_names_a_place_on_a_machine() =>
        None(Offenders([.. Sources("src"), .. Sources("tests")], l => MachinePath().IsMatch(l)));

    [Fact]
    public void No_test_is_skipped() =>
        None(Offenders(Sources("tests").Where(p => Path.GetFileName(p) != "HouseTests.cs"), l => l.Contains("Skip =", StringComparison.Ordinal) || l.Contains("Skip=", StringComparison.Ordinal)));

    [Fact]
    public void A_file_of_the_product_can_be_read_in_one_go() =>
        None([.. Sources("src").Where(p => File.ReadLines(p).Count() > MostLines).Select(Relative)]);

    [Fact]
    public void No_two_things_of_the_product_bear_one_name()
    {
        IEnumerable<Type> types = ((Assembly[])[typeof(Run).Assembly, typeof(HousingInventory.Formats.DataFormatException).Assembly, typeof(HousingInventory.Routing.Transit.Timetable).Assembly])
            .SelectMany(static a => a.GetTypes()).Where(static t => !t.IsNested && t.Namespace?.StartsWith("HousingInventory", StringComparison.Ordinal) == true);
        None([.. types.GroupBy(static t => t.Name, StringComparer.Ordinal).Where(static g => g.Count() > 1).Select(static g => string.Join(", ", g.Select(static t => t.FullName)))]);
    }

    [Fact]
    public void The_name_of_a_criterion_says_that_it_is_one() =>
        None([.. typeof(HousingInventory.Score.Criterion).Assembly.GetTypes()
            .Where(static t => t.IsSubclassOf(typeof(HousingInventory.Score.Criterion)) && !t.Name.EndsWith("Criterion", StringComparison.Ordinal)).Select(static t => t.Name)]);

    [Fact]
    public void The_name_of_a_test_is_a_sentence()
    {
        IEnumerable<MethodInfo> tests = typeof(HouseTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttributes<FactAttribute>(inherit: true).Any());
        None([.. tests.Where(m => !Sentence().IsMatch(m.Name)).Select(m => $"{m.DeclaringType!.Name}.{m.Name}")]);
    }

    [Fact]
    public void Every_test_that_plans_asks_for_the_certificate() =>
        None([.. Sources("tests").Where(static p => Plans().IsMatch(File.ReadAllText(p)) && !Certificate().IsMatch(File.ReadAllText(p))).Select(Relative)]);

    [Fact]
    public void Every_test_that_the_documentation_names_is_there()
    {
        HashSet<string> tests =
        [
            .. typeof(HouseTests).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Select(m => $"{t.Name}.{m.Name}")),
        ];
        string[] named = [.. NamedTest().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "tests-of-the-method.md"))).Select(m => m.Groups[1].Value)];
        Assert.True(named.Length > 80);
        None([.. named.Where(n => !tests.Contains(n))]);
    }

    [GeneratedRegex(@"\b(AssignmentPlan\.Solve|Proposing\.Propose|Planning\.(Analyse|Run))\(", RegexOptions.CultureInvariant)]
    private static partial Regex Plans();

    [GeneratedRegex(@"\.Fault\(\)|PlanTown\.Sound\(", RegexOptions.CultureInvariant)]
    private static partial Regex Certificate();

    [GeneratedRegex("`([A-Za-z]+Tests\\.[A-Za-z0-9_]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    // Written apart, so that this file does not offend its own rule.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b|NotImplemented" + "Exception", RegexOptions.CultureInvariant)]
    private static partial Regex PutOff();

    [GeneratedRegex(@"[""'(\s](/(home|work|root|tmp|Users|mnt)/|[A-Z]:\\\\(Users|Temp))", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePath();

    // At least three words, the first with a capital.
    [GeneratedRegex("^[A-Z][a-zA-Z0-9]*(_[a-zA-Z0-9]+){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    private static void None(List<string> offenders) => Assert.True(offenders.Count == 0, string.Join('\n', offenders));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
            .Where(p => !Relative(p).Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static List<string> Offenders(IEnumerable<string> files, Predicate<string> offends) =>
        [.. files.SelectMany(file => File.ReadLines(file).Select((text, i) => (text, i)).Where(l => offends(l.text)).Select(l => $"{Relative(file)}:{l.i + 1}: {l.text.Trim()}"))];

    private static string Relative(string path) => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/');
}
