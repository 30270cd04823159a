using System.Reflection;
using HousingInventory.Model;

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
