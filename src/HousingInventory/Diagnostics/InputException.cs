using System.Globalization;
using HousingInventory.Formats;

namespace HousingInventory.Diagnostics;

/// <summary>
/// What was asked cannot be done with what was given: one line, in Swedish or English, that says what is wrong, where, and how to mend it. Ends the command with
/// exit code 2 and no stack trace. It never quotes a row of residents.
/// </summary>
public sealed class InputException : Exception
{
    private const int Longest = 400;
    private const int Beginning = 160;

    public InputException(Sentence said)
        : this(said, null)
    {
    }

    public InputException(Sentence said, Exception? inner)
        : base(OneLine(said.ToString()), inner) => Said = said;

    /// <summary>What it says; <see cref="Exception.Message"/> is the English of it.</summary>
    public Sentence Said { get; }

    /// <summary>The line in a language.</summary>
    public string In(Language language) => OneLine(Said.In(ErrorWords.For(language)));

    // It may name what the user or a file wrote, and that may be long, hold a line end, or turn the terminal's text round.
    private static string OneLine(string message)
    {
        string line = string.Create(message.Length, message, static (into, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                into[i] = IsShown(from, i) ? from[i] : ' ';
            }
        });

        // What to do stands at the end.
        return line.Length <= Longest ? line : line[..Whole(line, Beginning)] + "..." + line[Whole(line, line.Length - (Longest - Beginning - 3))..];
    }

    private static bool IsShown(string text, int i) => char.IsSurrogate(text[i])
        ? char.IsSurrogatePair(text, char.IsLowSurrogate(text[i]) && i > 0 ? i - 1 : i) || (i + 1 < text.Length && char.IsSurrogatePair(text, i))
        : char.GetUnicodeCategory(text[i]) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>A place to cut at that does not lie within a character.</summary>
    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at + 1 : at;
}
