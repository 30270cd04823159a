using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;
using HousingInventory.Import;

namespace HousingInventory.Tests.Import;

/// <summary>What is wrong with a timetable is told in the language of the run.</summary>
public sealed partial class TimetableFaultTests
{
    [Fact]
    public void Everything_that_the_reader_may_say_has_its_Swedish()
    {
        // A fault is a text of several words that starts with a small letter; errors that end the run start with a capital.
        string[] said =
        [
            .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "HousingInventory.Formats", "Gtfs"), "*.cs")
                .SelectMany(f => Clause().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal),
        ];

        Assert.True(said.Length > 30, "the reader's words were not found");
        Assert.All(said, what => Assert.False(string.IsNullOrEmpty(TimetableFaultWords.Find(what)), what));
    }

    [Fact]
    public void A_Swedish_notice_holds_no_English_clause_and_an_English_one_no_Swedish()
    {
        TimetableFault fault = new("stop_times.txt", TimetableFaultWords.Find("a time is unreadable")!, "a time is unreadable", 3, "raden utelämnas", "left out");

        Assert.Equal("stop_times.txt: en tid går inte att läsa (raden utelämnas; 3 rader).", fault.Text(Language.Sv));
        Assert.Equal("stop_times.txt: a time is unreadable (left out; 3 rows).", fault.Text(Language.En));
    }

    [GeneratedRegex("\"([a-z][^\"\\\\\n;{}]* [^\"\\\\\n{}]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
