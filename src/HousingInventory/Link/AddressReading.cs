namespace HousingInventory.Link;

/// <summary>One way to read a written address: a name and what stands after it.</summary>
/// <param name="Start">Where the name starts in the reader's text.</param>
/// <param name="Length">How long the name is.</param>
/// <param name="Number">See <see cref="HouseNumber"/>; 0 for none.</param>
/// <param name="Detail">Letter and supplement; 0 for none.</param>
/// <param name="MoreFrom">Where the further members of a span or list such as 12-14 or "7 och 9" start among <see cref="AddressReader.More"/>.</param>
/// <param name="MoreCount">How many there are; 0 when one house is meant.</param>
internal readonly record struct AddressReading(int Start, int Length, uint Number, uint Detail, int MoreFrom = 0, int MoreCount = 0);

/// <summary>House numbers with letter and supplement as integers.</summary>
internal static class HouseNumber
{
    /// <summary>Set in numbers that are the hash of a label, which are no numbers to count with.</summary>
    private const uint LabelBit = 0x8000_0000;

    /// <summary>Of an entry that stands under the name of its village alone: no text is read as this, but the address lies in the village.</summary>
    public const uint Unnumbered = uint.MaxValue;

    /// <summary>No house has a higher number.</summary>
    public const uint Highest = 99_999;

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

        return Math.Min(hash | LabelBit, Unnumbered - 1);
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

    /// <summary>Reads "12", "12A", "12 A", and the number that "12AB", "12:1" and other labels begin with.</summary>
    /// <param name="text">Normalised, not empty.</param>
    /// <param name="number">Its key; 0 when it begins with none.</param>
    /// <param name="letter">Letter, or '\0'.</param>
    /// <returns>Whether that is all; if not, the whole may be a label of the register.</returns>
    public static bool Read(ReadOnlySpan<char> text, out uint number, out char letter)
    {
        (number, letter) = (0, '\0');
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

        return at == text.Length;
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
