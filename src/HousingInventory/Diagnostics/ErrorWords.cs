using System.Globalization;
using System.Text.RegularExpressions;

namespace HousingInventory.Diagnostics;

/// <summary>
/// The Swedish of error lines. In the code they stand in English, where they are thrown; <c>errors-sv.txt</c> beside this file has each with its Swedish.
/// </summary>
public static partial class ErrorWords
{
    private static readonly Lazy<Dictionary<string, string>> SwedishWords = new(static () => Read("errors-sv.txt"));

    /// <summary>The Swedish by English sentence; {0}, {1} ... are the values in the order of the English one.</summary>
    public static IReadOnlyDictionary<string, string> Swedish => SwedishWords.Value;

    /// <summary>What an English sentence is in a language, with its numbers in their places; itself where there is nothing else.</summary>
    public static string In(string english, Language language) => For(language) is not { } words ? english : words.GetValueOrDefault(english) ?? Numbered(english, words) ?? english;

    // The readers of files say "has 18 fields where the header has 16" as a text that is done.
    private static string? Numbered(string english, IReadOnlyDictionary<string, string> words)
    {
        List<string> numbers = [];
        string template = Number().Replace(english, n =>
        {
            numbers.Add(n.Value);
            return FormattableString.Invariant($"{{{numbers.Count - 1}}}");
        });
        return numbers.Count > 0 && words.GetValueOrDefault(template) is { } told ? string.Format(CultureInfo.InvariantCulture, told, [.. numbers]) : null;
    }

    /// <summary>The words of a language; null for English, which needs none.</summary>
    internal static IReadOnlyDictionary<string, string>? For(Language language) => language == Language.Sv ? Swedish : null;

    // Pairs of lines; a line with # says what they are about.
    private static Dictionary<string, string> Read(string name)
    {
        using Stream stream = typeof(ErrorWords).Assembly.GetManifestResourceStream(typeof(ErrorWords), name)!;
        using StreamReader reader = new(stream);
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                words.Add(line, reader.ReadLine()!);
            }
        }

        return words;
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
