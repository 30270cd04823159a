namespace HousingInventory.Link;

/// <summary>One way to read a written address: a name and what stands after it.</summary>
/// <param name="Start">Where the name starts in the reader's text.</param>
/// <param name="Length">How long the name is.</param>
/// <param name="Number">See <see cref="HouseNumber"/>; 0 for none.</param>
/// <param name="Detail">Letter and supplement; 0 for none.</param>
/// <param name="RangeEnd">Last number of a range such as 12-14; 0 when it is none.</param>
internal readonly record struct AddressReading(int Start, int Length, uint Number, uint Detail, uint RangeEnd);

/// <summary>House numbers with letter and supplement as integers.</summary>
internal static class HouseNumber
{
    /// <summary>Set in numbers that are the hash of a label, which are no numbers to count with.</summary>
    private const uint LabelBit = 0x8000_0000;

    private const uint Highest = 99_999;

    /// <summary>Whether it counts: neither none nor a label.</summary>
    public static bool IsPlain(uint number) => number is > 0 and <= Highest + 1;

    /// <summary>The key of a whole number.</summary>
    public static uint Plain(uint value) => value + 1;

    /// <summary>The key of any other label: "3:1", "KYRKAN".</summary>
    public static uint Label(ReadOnlySpan<char> label)
    {
        uint hash = 2166136261;
        foreach (char c in label)
        {
            if (c != ' ')
            {
                hash = (hash ^ c) * 16777619;
            }
        }

        return hash | LabelBit;
    }

    /// <summary>Letter and supplement in one: the letter above, kind and number of the supplement below.</summary>
    public static uint Detail(char letter, uint supplement) => ((uint)letter << 16) | supplement;

    /// <summary>"UH", "UH1", "UV 2": the code of a supplement, 0 when it is none.</summary>
    public static uint Supplement(ReadOnlySpan<char> text)
    {
        uint kind = text.StartsWith("UH", StringComparison.Ordinal) ? 1u : text.StartsWith("UV", StringComparison.Ordinal) ? 2u : 0;
        int at = 2;
        if (kind == 0)
        {
            if (text.Length < 2 || text[0] != 'U' || !char.IsAsciiDigit(text[1]))
            {
                return 0;
            }

            (kind, at) = (3, 1);
        }

        uint value = 0;
        for (; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]) && value < 400)
            {
                value = (value * 10) + (uint)(text[at] - '0');
            }
            else if (text[at] != ' ')
            {
                return 0;
            }
        }

        return (kind << 12) | value;
    }

    /// <summary>Reads "12", "12A", "12 A", "12AB", "12:1", "12-14" or a label.</summary>
    /// <param name="text">Normalised, not empty.</param>
    /// <param name="number">Its key; that of the first number where it is a range, a sub-number or has more letters than one.</param>
    /// <param name="letter">Letter, or '\0'.</param>
    /// <param name="rangeEnd">Key of the last number of a range, else 0.</param>
    /// <returns>Whether that is all; if not, the whole may be a label of the register.</returns>
    public static bool Read(ReadOnlySpan<char> text, out uint number, out char letter, out uint rangeEnd)
    {
        (number, letter, rangeEnd) = (0, '\0', 0);
        int at = Digits(text, 0, out uint value);
        if (at == 0 || value > Highest)
        {
            return false;
        }

        number = Plain(value);
        if (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (at < text.Length && char.IsLetter(text[at]))
        {
            letter = text[at++];
        }

        if (at == text.Length)
        {
            return true;
        }

        if (text[at] is '-' or '/')
        {
            int end = Digits(text, at + 1, out uint last);
            if (end > at + 1 && last > value && last <= Highest)
            {
                rangeEnd = Plain(last);
            }
        }

        return false;
    }

    private static int Digits(ReadOnlySpan<char> text, int at, out uint value)
    {
        value = 0;
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start < 6)
        {
            value = (value * 10) + (uint)(text[at++] - '0');
        }

        return at < text.Length && char.IsAsciiDigit(text[at]) ? 0 : at;
    }
}
