using System.Reflection;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.House;

/// <summary>The words by which results name what they tell, in both languages, held against a file that a person has read.</summary>
public sealed class WordsOfResultsTests
{
    [Fact]
    public void Words_of_results_are_as_written_down() => Written.Hold(
        "words-of-results.txt",
        LinkLevel.Ladder.Select(l => $"{l.Key} · {l.LabelSv} · {l.LabelEn} · {l.Sv} · {l.En}")
            .Prepend("# levels of the ladder")
            .Concat(typeof(Status).Assembly.GetTypes().Where(t => t.IsEnum).OrderBy(t => t.FullName, StringComparer.Ordinal).SelectMany(Terms)));

    private static IEnumerable<string> Terms(Type type)
    {
        TermAttribute[] terms = [.. Enum.GetNames(type).Select(name => type.GetField(name)!.GetCustomAttribute<TermAttribute>()).OfType<TermAttribute>()];
        return terms.Length == 0 ? [] : terms.Select(t => $"{t.Key} · {t.Sv} · {t.En}").Prepend("# " + type.Name);
    }
}
