using System.Collections.Frozen;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Words that programs and people put where there is nothing to say.</summary>
internal static class Words
{
    private const int Longest = 24;

    /// <summary>Signs that people and programs put around such a word.</summary>
    private const string Around = "'\"%<>()[]{}.!:;,_ \u00A0";

    private static readonly FrozenSet<string> Nothing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "NULL", "NIL", "NUL", "NA", "N/A", "N.A.", "NaN", "NaT", "None", "UNDEFINED", "\\N", "<NULL>", "(NULL)", "[NULL]", "{NULL}", "<NA>", "<N/A>", "<NONE>", "<NaT>", "-", "--", "---", "–", "—", "SAKNAS", "UPPGIFT SAKNAS",
        "UPPG SAKNAS", "UPPG. SAKNAS", "VÄRDE SAKNAS", "DATA SAKNAS", "DATUM SAKNAS", "SAKNAR UPPGIFT", "SAKNAR VÄRDE", "INGEN UPPGIFT", "INGA UPPGIFTER", "INGET DATUM", "INGET VÄRDE", "UPPGIFT FINNS EJ",
        "UPPGIFT FINNS INTE", "FINNS EJ", "FINNS INTE", "EJ IFYLLD", "EJ IFYLLT", "MISSING", "EMPTY", "UNKNOWN", "NO DATA", "NO VALUE", "NOT AVAILABLE", "NOT SET", "DBNULL", "SYSTEM.DBNULL", "EJ ANGIVET", "EJ ANGIVEN", "EJ UPPGIVEN", "EJ TILLÄMPLIGT", "EJ AKTUELLT", "EJ KÄNT", "EJ KÄND", "(TOM)", "<TOM>", "(BLANK)", "<BLANK>", "(TOMT)", "#N/A", "#SAKNAS", "#NAMN", "#NV", "#I/T",
        "#OGILTIGT", "#SPILL", "#CALC", "#N/A N/A", "−", "NULL VALUE", "TOMT", "BLANK", "TOMT VÄRDE", "EJ REGISTRERAT", "EJ REGISTRERAD");

    private static readonly FrozenSet<string> No = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "N", "NEJ", "NO", "NOT", "FALSE", "FALSKT", "FALSK", "EJ", "INTE", "INGEN", "INGET", "INGA", "OSKYDDAD", "ÖPPEN", "ALDRIG", "NEVER", "SAKNAS");

    private static readonly string[] NoInFront = ["EJ ", "INTE ", "INGEN ", "INGET ", "INGA ", "ICKE ", "NEJ ", "NEJ,", "NOT ", "NO ", "UTAN ", "SAKNAR ", "ALDRIG "];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NothingAt = Nothing.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the text says that there is no value: NULL, N/A, a dash, "uppgift saknas", one of Excel's errors.</summary>
    public static bool IsNothing(ReadOnlySpan<char> text)
    {
        // Hardly an address or a code ends in a letter, and no such word ends in a figure, but for the errors of one spreadsheet (Err:502).
        if (text.Length is 0 or > Longest || char.IsAsciiDigit(text[^1]))
        {
            return text.Length is > 4 and <= 8 && text[3] == ':' && text.StartsWith("Err", StringComparison.OrdinalIgnoreCase) && !text[4..].ContainsAnyExceptInRange('0', '9');
        }

        // Nearly every value is told apart by its first letter.
        return text[0] switch
        {
            '#' => text.Length > 1 && (text[^1] is '!' or '?' || !text.ContainsAnyExcept('#') || NothingAt.Contains(text)),
            '\'' or '"' or '%' or '<' or '(' or '[' or '{' => NothingAt.Contains(text) || NothingAt.Contains(text.Trim(Around)),
            'N' or 'n' or 'S' or 's' or 'U' or 'u' or 'V' or 'v' or 'D' or 'd' or 'E' or 'e' or 'F' or 'f' or 'I' or 'i' or 'M' or 'm' or 'B' or 'b' or 'T' or 't' or '\\' or '-' or '–' or '—' or '−' =>
                NothingAt.Contains(text) || (!char.IsLetter(text[^1]) && NothingAt.Contains(text.TrimEnd(Around))),
            _ => false,
        };
    }

    /// <summary>Whether a mark says that something is not so: "nej", "Ej skyddad", "Ej avregistrerad", nought in any writing (0, 0.0, 0,00).</summary>
    public static bool IsNo(string text)
    {
        string said = Plain(text).Trim('.', '!', ',', '-', '(', ')', '"', '\'', ' ');
        return (said.Length > 0 && !said.AsSpan().ContainsAnyExcept("0., ")) || No.Contains(said) || Array.Exists(NoInFront, front => said.StartsWith(front, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A word as people mean it: letters joined with their marks, every kind of blank a single blank.</summary>
    public static string Plain(string text)
    {
        string composed = Composed.Of(text);
        return composed.AsSpan().ContainsAny('\u00A0', '\u202F', '\u2007') || composed.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', composed.Split([' ', '\u00A0', '\u202F', '\u2007', '\t'], StringSplitOptions.RemoveEmptyEntries))
            : composed.Trim();
    }

    /// <summary>Whether a text looks as if UTF-8 had been taken for Windows-1252 and written as UTF-8 once more.</summary>
    public static bool IsTwiceEncoded(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAny('Ã', 'Â');
        return at >= 0 && at + 1 < text.Length && Once(text[at], text[at + 1]) is not '\0';
    }

    /// <summary>Such a text as it was meant: "BjÃ¶rnvÃ¤gen" is "Björnvägen". Anything else stays.</summary>
    public static string OnceEncoded(string text)
    {
        System.Text.StringBuilder once = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char letter = i + 1 < text.Length ? Once(text[i], text[i + 1]) : '\0';
            once.Append(letter == '\0' ? text[i] : letter);
            i += letter == '\0' ? 0 : 1;
        }

        return once.ToString();
    }

    // The second byte as Windows-1252 or as ISO 8859-1 shows it. No Swedish word has à before a sign.
    private static char Once(char first, char second) => (first, second) switch
    {
        ('Ã', >= '\u00A1' and <= '\u00BF') => (char)(second + 0x40),
        ('Ã', '…' or '\u0085') => 'Å',
        ('Ã', '„' or '\u0084') => 'Ä',
        ('Ã', '–' or '\u0096') => 'Ö',
        ('Ã', '‰' or '\u0089') => 'É',
        ('Ã', 'œ' or '\u009C') => 'Ü',
        ('Ã', '˜' or '\u0098') => 'Ø',
        ('Ã', '†' or '\u0086') => 'Æ',
        ('Â', '\u00A0') => ' ',
        ('Â', '´' or '°' or '²' or '½') => second,
        _ => '\0',
    };
}
