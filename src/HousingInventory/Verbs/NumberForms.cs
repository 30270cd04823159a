using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HousingInventory.Verbs;

/// <summary>A person's number in the forms that programs and people give it: parted, grouped, in other digits, with tags of a page within it.</summary>
internal static partial class NumberForms
{
    private const int Digits = 10;

    /// <summary>Each number in a line that may be a person's, as its last ten digits.</summary>
    /// <param name="line">The line.</param>
    /// <param name="found">Called for each.</param>
    public static void Find(ReadOnlySpan<char> line, Action<long> found)
    {
        Matches(line, found);
        if (line.Contains('<') && InlineTag().IsMatch(line))
        {
            Matches(InlineTag().Replace(line.ToString(), ""), found);
        }

        if (Plain(line) is { } plain)
        {
            Matches(plain, found);
        }
    }

    private static void Matches(ReadOnlySpan<char> line, Action<long> found)
    {
        foreach (ValueMatch match in Written().EnumerateMatches(line))
        {
            Tell(line.Slice(match.Index, match.Length), found);
        }

        foreach (ValueMatch match in Grouped().EnumerateMatches(line))
        {
            Tell(line.Slice(match.Index, match.Length), found);
        }
    }

    private static void Tell(ReadOnlySpan<char> written, Action<long> found)
    {
        Span<char> digits = stackalloc char[Digits + 2];
        int count = 0;
        foreach (char c in written)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
        }

        if (count is Digits or Digits + 2)
        {
            found(long.Parse(digits[(count - Digits)..count], CultureInfo.InvariantCulture));
        }
    }

    // Digits of every script, hyphens and blanks of every kind; signs that nobody sees are left out. Null where all is plain already.
    private static string? Plain(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAnyExceptInRange('\0', '\u009F'))
        {
            return null;
        }

        StringBuilder plain = new(line.Length);
        bool differs = false;
        foreach (Rune rune in line.EnumerateRunes())
        {
            int digit = rune.IsAscii ? -1 : (int)Rune.GetNumericValue(rune);
            UnicodeCategory kind = Rune.GetUnicodeCategory(rune);
            char? other = rune.IsAscii ? null
                : digit is >= 0 and <= 9 && (kind is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber) ? (char)('0' + digit)
                : kind == UnicodeCategory.DashPunctuation || rune.Value == 0x2212 ? '-'
                : kind == UnicodeCategory.SpaceSeparator ? ' '
                : kind == UnicodeCategory.Format ? '\0' : null;
            differs |= other is not null;
            _ = other is null ? plain.Append(rune.ToString()) : other == '\0' ? plain : plain.Append(other.Value);
        }

        return differs ? plain.ToString() : null;
    }

    // Between a full date and the last four any one sign may stand; between six digits and four only one that parts no cells, since coordinates have six digits.
    [GeneratedRegex(@"(?<!\d)(?<!\d\.)(?:(?:1[89]|20)?\d{6}(?: ?[-+_*\u2010-\u2015] ?| )?\d{4}|(?:1[89]|20)\d{6}(?:[^\dA-Za-z]|""[;,\t]?""| - )\d{4}|(?:1[89]|20)\d{2}([-./ ])\d{2}\1\d{2}[-./ ]?\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    // In thousands, as an amount with nothing behind its point, and digit by digit.
    [GeneratedRegex(@"(?<!\d)(?<!\d[ .,'])(?:(?:1[89]\d|20\d)(?:([ .,'])\d{3})(?:\1\d{3}){2}|\d([ .,'])\d{3}(?:\2\d{3}){2}|(?:[12] [890] )?\d(?: \d){9})(?=[.,]00?(?!\d)|(?![ .,']?\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"</?(?:b|i|u|em|strong|span|tspan|font|sup|sub|mark|small|wbr|a)\b[^<>]{0,300}>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InlineTag();
}
