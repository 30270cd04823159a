using System.Reflection;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.House;

/// <summary>Closed lists: the words stand at the value.</summary>
public sealed class TermTests
{
    private static readonly Type[] Lists = [.. typeof(Term).Assembly.GetTypes().Where(t => t.IsEnum && Values(t).Any(v => Said(v) is not null))];

    [Fact]
    public void Every_value_of_a_list_has_one_term_in_both_languages()
    {
        Assert.NotEmpty(Lists);
        foreach (Type list in Lists)
        {
            TermAttribute?[] terms = [.. Values(list).Select(Said)];
            Assert.All(terms, t => Assert.False(t is null || string.IsNullOrWhiteSpace(t.Sv) || string.IsNullOrWhiteSpace(t.En), list.Name));
            Assert.All(terms, t => Assert.Matches("^[a-z]+(-[a-z]+)*$", t!.Key));
            Assert.Equal(terms.Length, terms.Select(t => t!.Key).Distinct().Count());
            Assert.Equal(terms.Length, terms.Select(t => t!.Sv).Distinct().Count());
            Assert.Equal(terms.Length, terms.Select(t => t!.En).Distinct().Count());
        }
    }

    [Fact]
    public void Every_kind_of_day_and_every_way_to_choose_one_has_a_term_of_its_own()
    {
        AssertDistinct([.. Enum.GetValues<ServiceDayType>().Select(DayTerms.Of)]);
        AssertDistinct([.. Enum.GetValues<ServiceDayHow>().Select(DayTerms.Of)]);

        static void AssertDistinct(Term[] terms)
        {
            Assert.Equal(terms.Length, terms.Select(t => t.Key).Distinct().Count());
            Assert.Equal(terms.Length, terms.Select(t => t.Sv).Distinct().Count());
            Assert.Equal(terms.Length, terms.Select(t => t.En).Distinct().Count());
        }
    }

    /// <summary>Keys of several words, which mean nothing else. A word that people write is read where it is read; the sample and the plan have lists of their own, and so have the reasons for which rows are left out.</summary>
    [Fact]
    public void A_key_in_quotes_stands_only_where_its_list_is()
    {
        string source = Path.Combine(RepositoryRoot.Path, "src", "HousingInventory");
        string[] own = ["Sample", "Plan", "obj", "bin", Path.Combine("Import", "Supply"), Path.Combine("Import", "EvidenceClass.cs"), Path.Combine("Export", "LeftOutWords.cs")];
        (string Path, string Text)[] files =
        [
            .. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(source, f))
                .Where(f => !own.Any(o => f.StartsWith(o, StringComparison.Ordinal))).Select(f => (f, File.ReadAllText(Path.Combine(source, f)))),
        ];
        foreach (string key in Lists.SelectMany(Values).Select(v => Said(v)!.Key).Where(k => k.Contains('-')).Distinct())
        {
            string quoted = $"\"{key}\"";
            Assert.Empty(files.Where(f => f.Text.Contains(quoted, StringComparison.Ordinal) && !f.Text.Contains($"[Term({quoted}", StringComparison.Ordinal)).Select(f => $"{f.Path}: {key}"));
        }
    }

    /// <summary>What lowers the strength is that other houses stand on the property; whether somebody is registered there was never asked.</summary>
    [Fact]
    public void Other_houses_on_the_property_are_not_told_as_somebody_registered()
    {
        Term term = Term.Of(ConfidenceReason.OthersOnProperty);
        Assert.Equal(new Term("others-on-property", "huset saknar adress och andra hus står på fastigheten", "the house has no address, and other houses stand on the property"), term);
    }

    private static FieldInfo[] Values(Type list) => list.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static TermAttribute? Said(FieldInfo value) => value.GetCustomAttribute<TermAttribute>();
}
