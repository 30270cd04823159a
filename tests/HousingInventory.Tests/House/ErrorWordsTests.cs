using System.Text;
using System.Text.RegularExpressions;
using HousingInventory.Cli;
using HousingInventory.Diagnostics;

namespace HousingInventory.Tests.House;

/// <summary>Whatever ends a command, and whatever a command says, is there in Swedish and in English, and says what to do.</summary>
public sealed partial class ErrorWordsTests
{
    /// <summary>Calls whose texts are read by people.</summary>
    private static readonly string[] Calls =
        ["new InputException(", "new DataFormatException(", "new ChangeException(", "Sentence.Of(", "Refuse(", "refuse(", "Require(", "Broken(", "Spoken.In(", "Description = ", "new Command(", "new RootCommand("];

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Fact]
    public void Every_sentence_that_ends_a_command_has_its_Swedish()
    {
        SortedSet<string> missing = new(StringComparer.Ordinal);
        int found = 0;
        foreach (string file in Files)
        {
            string code = File.ReadAllText(file);
            bool isCli = file.Contains("HousingInventory.Cli", StringComparison.Ordinal);
            foreach (string sentence in Calls.Where(c => isCli || c is not ("Description = " or "new Command(" or "new RootCommand(")).SelectMany(call => Sentences(code, call)).Where(t => TwoWords().IsMatch(t)))
            {
                found++;
                if (!ErrorWords.Swedish.ContainsKey(sentence))
                {
                    missing.Add($"{Path.GetFileName(file)}: {sentence}");
                }
            }
        }

        Assert.InRange(found, 250, 2_000);
        Assert.True(missing.Count == 0, "errors-sv.txt lacks the Swedish of:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void Every_sentence_of_the_parser_has_its_Swedish_and_is_recognised()
    {
        Assert.All(ParserWords.Sentences, s => Assert.Contains(s, ErrorWords.Swedish.Keys));
        Assert.Equal("'--quiett' är varken ett kommando eller ett argument här.", ParserWords.Of("Unrecognized command or argument '--quiett'.").In(ErrorWords.Swedish));
        Assert.Equal("Kommandot 'run' saknar ett argument.", ParserWords.Of("Required argument missing for command: 'run'.").In(ErrorWords.Swedish));
        Assert.Equal("'ja' går inte att läsa som värde för '--homes'; det ska vara ett heltal.", ParserWords.Of("Cannot parse argument 'ja' for option '--homes' as expected type 'System.Int32'.").In(ErrorWords.Swedish));
    }

    [Fact]
    public void Every_step_that_is_told_while_a_command_runs_has_its_Swedish()
    {
        string[] steps = [.. Files.SelectMany(f => Step().Matches(File.ReadAllText(f))).SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value }).Where(w => w.Length > 0).Distinct()];
        Assert.Contains("Link", steps);
        Assert.Contains("registrations", steps);
        Assert.All(steps, step => Assert.Contains(step, ErrorWords.Swedish.Keys));
    }

    [Fact]
    public void Both_languages_have_the_same_values_and_no_sentence_is_its_own_translation()
    {
        Assert.All(ErrorWords.Swedish, pair =>
        {
            Assert.Equal((pair.Key, Values(pair.Key)), (pair.Key, Values(pair.Value)));
            Assert.False(TwoWords().IsMatch(pair.Key.Replace("refuseUnder <= warnUnder", "", StringComparison.Ordinal)) && pair.Key == pair.Value, pair.Key);
        });
    }

    [Fact]
    public void A_sentence_in_Swedish_has_its_values_in_their_places_and_its_words_in_Swedish()
    {
        InputException missing = new($"{"hus.gpkg"} ({"buildings"}): {(HousingInventory.Formats.Sentence)"The file is cut short; fetch it again."}");
        Assert.Equal("hus.gpkg (buildings): Filen är avkortad; hämta den igen.", missing.In(Language.Sv));
        Assert.Equal("hus.gpkg (buildings): The file is cut short; fetch it again.", missing.In(Language.En));
        Assert.Equal("har 18 fält där rubrikraden har 16", ErrorWords.In("has 18 fields where the header has 16", Language.Sv));
        Assert.Equal("inventory.json: crs måste vara en text, inte ett tal.", new InputException($"{"inventory.json"}: {"crs"} must be {"a text"}, not {"number"}.").In(Language.Sv));
    }

    [Fact]
    public void Every_reason_for_which_a_reader_cannot_read_a_record_has_its_Swedish()
    {
        string[] faults =
        [
            .. Files.Where(f => f.Contains("HousingInventory.Formats", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}Gtfs{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(f => Fault().Matches(File.ReadAllText(f))).Select(m => Braces().Replace(m.Groups[1].Value, "1").Replace("\\\\", "\\", StringComparison.Ordinal)).Distinct(),
        ];
        Assert.InRange(faults.Length, 8, 200);
        Assert.All(faults, fault => Assert.NotEqual(fault, ErrorWords.In(fault, Language.Sv)));
    }

    private static string Values(string text) => string.Join(' ', Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The texts among what stands behind a call, up to its closing bracket, with {0}, {1} ... for their values; texts that are added up are one.</summary>
    internal static IEnumerable<string> Sentences(string code, string call)
    {
        for (int start = code.IndexOf(call, StringComparison.Ordinal); start >= 0; start = code.IndexOf(call, start + 1, StringComparison.Ordinal))
        {
            int depth = call.EndsWith('(') ? 1 : 0;
            StringBuilder? text = null;
            int values = 0;
            bool isSum = false;
            int at = start + call.Length;
            while (at < code.Length && (depth > 0 || (call.EndsWith(' ') && text is null)))
            {
                char c = code[at];
                if (c == '"')
                {
                    bool isInterpolated = code[at - 1] == '$';
                    if (text is not null && !isSum)
                    {
                        yield return text.ToString();
                        text = null;
                    }

                    if (text is null)
                    {
                        (text, values) = (new StringBuilder(), 0);
                    }

                    at = Literal(code, at, isInterpolated, text, ref values);
                    isSum = false;
                    continue;
                }

                if (c == '\'')
                {
                    at += code[at + 1] == '\\' ? 4 : 3;
                    continue;
                }

                isSum = c == '+' || (isSum && (char.IsWhiteSpace(c) || c == '$'));
                depth += c is '(' ? 1 : c is ')' ? -1 : 0;
                at++;
            }

            if (text is not null)
            {
                yield return text.ToString();
            }
        }
    }

    /// <summary>Reads a literal into its template; gives the place behind it.</summary>
    private static int Literal(string code, int quote, bool isInterpolated, StringBuilder into, ref int values)
    {
        int at = quote + 1;
        while (code[at] != '"')
        {
            if (code[at] == '\\')
            {
                into.Append(code[at + 1] is 'n' ? '\n' : code[at + 1]);
                at += 2;
            }
            else if (isInterpolated && code[at] is '{' or '}' && code[at + 1] == code[at])
            {
                into.Append(code[at]);
                at += 2;
            }
            else if (isInterpolated && code[at] == '{')
            {
                into.Append('{').Append(values++).Append('}');
                int depth = 0;
                do
                {
                    depth += code[at] is '{' ? 1 : code[at] is '}' ? -1 : 0;
                    int ignored = 0;
                    at = code[at] == '"' ? Literal(code, at, code[at - 1] == '$', new StringBuilder(), ref ignored) : at + 1;
                }
                while (depth > 0);
            }
            else
            {
                into.Append(code[at++]);
            }
        }

        return at + 1;
    }

    [GeneratedRegex("Fault = (?:[^\";]*)\"([a-z][^\"]* [^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Fault();

    [GeneratedRegex("\\{[^}]*\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex TwoWords();

    [GeneratedRegex("""\.Progress\("(\w+)"(?:, "([^"]+)"[,)])?""", RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
