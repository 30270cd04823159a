using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HousingInventory.Link;

/// <summary>
/// Texts whose Swedish letters programs have damaged on their way, as near as can be to what was meant: UTF-8 read as another encoding once or more, the letters of
/// HTML, of addresses on the web and of programs' sources, the Swedish seven-bit alphabet; house numbers that a spreadsheet took for days. What cannot be told is a '?', which fits any one letter.
/// </summary>
internal static partial class LetterDamage
{
    private const int MostTurns = 3;

    private static readonly SearchValues<char> Harmless = SearchValues.Create(" ,.:;-/'\"()#0123456789abcdefghijklmnopqrstuvwxyzåäöéABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉ\r\n\t");

    /// <summary>What UTF-8 is taken for: Windows-1252, code page 850 and Mac Roman.</summary>
    private static readonly Encoding[] TakenFor = [Strict(1252), Strict(850), Strict(10000)];

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text mended; null when nothing in it looks damaged.</summary>
    public static string? Mended(ReadOnlySpan<char> text)
    {
        bool hasDay = Day().IsMatch(text);
        if (text.IndexOfAnyExcept(Harmless) < 0 && !hasDay)
        {
            return null;
        }

        string said = Escaped().IsMatch(text) ? Unescaped(text.ToString()) : text.ToString();
        said = hasDay ? Day().Replace(said, static m => Import.DayNumbers.SpanOf(m.Value) ?? m.Value) : said;
        said = said.Contains('<', StringComparison.Ordinal) ? Tag().Replace(said, " ") : said;
        for (int turn = 0; turn < MostTurns && DecodedAgain(said) is { } once; turn++)
        {
            said = once;
        }

        StringBuilder mended = new(said);
        bool isSevenBit = SevenBit().IsMatch(said);
        for (int i = 0; i < said.Length; i++)
        {
            bool besideLetter = (i > 0 && char.IsLetter(said[i - 1])) || (i + 1 < said.Length && char.IsLetter(said[i + 1]));
            mended[i] = isSevenBit && besideLetter && Swedish(said[i]) is not '\0' and char letter ? letter
                : besideLetter && (said[i] is '_' or '*' or '^' or '¿' or '¤' or '|' || (said[i] > 127 && !Harmless.Contains(said[i]) && !IsAccented(said[i]))) ? '?' : said[i];
        }

        string result = mended.ToString();
        return text.SequenceEqual(result) ? null : result;
    }

    // The letters that stand in the names of Swedish streets besides å, ä and ö, and the marks that are joined to the letter before.
    private static bool IsAccented(char c) => c is (>= '\u0300' and <= '\u036F') or 'è' or 'ê' or 'ë' or 'ü' or 'á' or 'à' or 'ó' or 'í' or 'ç' or 'ñ' or 'æ' or 'ø' or 'È' or 'Ê' or 'Ë' or 'Ü' or 'Á' or 'À' or 'Ó' or 'Í' or 'Ç' or 'Ñ' or 'Æ' or 'Ø'
        || char.IsWhiteSpace(c) || c is (>= '\u2010' and <= '\u2015') or '\u2019' or '\u00AD' or '\u200B';

    private static char Swedish(char sign) => sign switch
    {
        '|' or '\\' => 'Ö',
        '{' or '[' => 'Ä',
        '}' or ']' => 'Å',
        _ => '\0',
    };

    private static string? DecodedAgain(string text)
    {
        foreach (Encoding encoding in TakenFor)
        {
            try
            {
                string once = Utf8.GetString(encoding.GetBytes(text));
                if (once.Length < text.Length)
                {
                    return once;
                }
            }
            catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
            {
                // Not this one.
            }
        }

        return null;
    }

    private static string Unescaped(string text)
    {
        text = Entity().Replace(text, static m => WebUtility.HtmlDecode(m.Value.ToLowerInvariant()));
        text = Unicode().Replace(text, static m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
        return Percent().IsMatch(text) ? WebUtility.UrlDecode(text.Replace("+", "%2B", StringComparison.Ordinal)) : text;
    }

    private static Encoding Strict(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // A house number that a spreadsheet took for a day.
    [GeneratedRegex(@"[12][0-9]{3}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"<[^<>]{0,20}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&#?\w{2,8};|%[0-9A-Fa-f]{2}|\\[uUxX][0-9A-Fa-f]{2,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"&#?\w{2,8};", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\\[uU]([0-9A-Fa-f]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Unicode();

    [GeneratedRegex(@"%[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    // A sign within a word; as the first of a word only where it cannot be a bracket.
    [GeneratedRegex(@"\p{L}[|\\{}\[\]]\p{L}|(^|\s)[\]}]\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex SevenBit();
}
