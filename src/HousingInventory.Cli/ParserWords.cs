using System.Text.RegularExpressions;
using HousingInventory.Formats;

namespace HousingInventory.Cli;

/// <summary>What the parser of the command line says, as sentences with their values apart, so that they can be told in Swedish.</summary>
internal static class ParserWords
{
    /// <summary>The sentences that the parser has, with {0}, {1} for their values.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
    [
        "Unrecognized command or argument '{0}'.",
        "Required command was not provided.",
        "Required argument missing for command: '{0}'.",
        "Required argument '{0}' missing for command: '{1}'.",
        "Required argument missing for option: '{0}'.",
        "Option '{0}' is required.",
        "Option '{0}' expects a single argument but {1} were provided.",
        "Option '{0}' does not accept an argument.",
        "Argument '{0}' not recognized. Must be one of: {1}",
        "Cannot parse argument '{0}' for option '{1}' as expected type '{2}'.",
        "Cannot parse argument '{0}' for command '{1}' as expected type '{2}'.",
    ];

    /// <summary>The sentence that a message is; the message as it stands where it is none of them.</summary>
    /// <param name="message">On one line.</param>
    public static Sentence Of(string message)
    {
        foreach (string sentence in Sentences)
        {
            string pattern = "^" + Regex.Escape(sentence).Replace("\\{", "{", StringComparison.Ordinal) + "$";
            Match match = Regex.Match(message, Regex.Replace(pattern, @"\{\d\}", "(.+)"), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            if (match.Success)
            {
                return Sentence.From(sentence, [.. match.Groups.Values.Skip(1).Select(static g => g.Value)]);
            }
        }

        return message;
    }
}
