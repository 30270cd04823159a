using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Cli;

/// <summary>
/// The language that a command speaks: that of <c>--language</c>, else that of the configuration it is given, else Swedish. It is found before anything is parsed
/// or read, so that what is wrong with a command or a configuration can be told in it too.
/// </summary>
internal static class Spoken
{
    private const string Option = "--language";
    private const long LongestConfiguration = 1 << 20;

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static Language Language { get; private set; } = Language.Sv;

    /// <summary>Settles the language from the words of a command line.</summary>
    public static void Settle(IReadOnlyList<string> words) => Language = Of(words);

    /// <summary>The language that the words of a command line ask for.</summary>
    public static Language Of(IReadOnlyList<string> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            string? said = words[i].StartsWith(Option + "=", StringComparison.Ordinal) ? words[i][(Option.Length + 1)..]
                : words[i] == Option && i + 1 < words.Count ? words[i + 1] : null;
            if (Named(said) is { } language)
            {
                return language;
            }
        }

        return words.Select(OfConfiguration).FirstOrDefault(static l => l is not null) ?? Language.Sv;
    }

    /// <summary>An English sentence in the language of the command.</summary>
    public static string In(Sentence said) => said.In(Language == Language.Sv ? ErrorWords.Swedish : null);

    private static Language? Named(string? said) => said switch { "sv" => Language.Sv, "en" => Language.En, _ => null };

    // What cannot be read here is refused later, by the command itself and in Swedish.
    private static Language? OfConfiguration(string word)
    {
        try
        {
            string path = Directory.Exists(word) ? Path.Combine(word, "inventory.json") : word;
            return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && new FileInfo(path) is { Exists: true, Length: > 0 and <= LongestConfiguration }
                ? Member(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The member "language" of a text that is JSON at least as far as that.</summary>
    private static Language? Member(ReadOnlySpan<byte> text)
    {
        Utf8JsonReader reader = new(text.StartsWith("\uFEFF"u8) ? text[3..] : text, Lenient);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("language"u8) && reader.Read())
                {
                    return reader.TokenType == JsonTokenType.String ? Named(reader.GetString()) : null;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Broken before it came to that.
        }

        return null;
    }
}
