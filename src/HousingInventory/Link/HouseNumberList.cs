namespace HousingInventory.Link;

/// <summary>One house number with its letter; '\0' for none.</summary>
internal readonly record struct LetteredNumber(uint Number, char Letter);

/// <summary>
/// Reads what people write where several houses are meant: "12-14", "12 - 14", "12A-C", "12A-12C", "12/14", "12A/B", "7 och 9", "7, 9 &amp; 11". A span names every
/// member: of one side of the street where both ends are odd or both even, else all.
/// </summary>
internal static class HouseNumberList
{
    /// <summary>More than any row of houses that one address stands for; a longer span is something else.</summary>
    private const uint LongestSpan = 80;

    private const int MostLetters = 6;

    /// <summary>For a span with the higher number first; behind a longer way the second number is something else.</summary>
    private const uint LongestBackwards = 20;

    /// <summary>Four digits behind a house number are a flat, as in "12/1102" and "12-1102".</summary>
    private const int FlatDigits = 4;

    private static readonly string[] Ands = ["OCH ", "O ", "SAMT ", "RESP ", "RESPEKTIVE ", "ELLER ", "ALT ", "AND ", "EL "];

    private static readonly string[] Tos = ["TILL ", "TOM ", "T O M ", "TO "];

    /// <summary>Reads a list at the start of a text.</summary>
    /// <param name="text">Normalised, beginning with a digit.</param>
    /// <param name="members">Where the members are added, in the order of their writing, each once; numbers as <see cref="HouseNumber.Plain"/> gives them.</param>
    /// <param name="flat">Flat number that stands behind the house number; 0 for none.</param>
    /// <returns>How many characters the list takes; 0 when no whole number stands there.</returns>
    public static int Read(ReadOnlySpan<char> text, List<LetteredNumber> members, out int flat)
    {
        flat = 0;
        int from = members.Count;
        if (Item(text, 0, out LetteredNumber last, out int end) is false)
        {
            return 0;
        }

        members.Add(last);
        if (LettersFrom(text, end - 1, last.Letter) is > 1 and int letters)
        {
            for (int i = 1; i < letters; i++)
            {
                members.Add(last = last with { Letter = (char)(last.Letter + 1) });
            }

            end += letters - 1;
        }

        while (Separator(text, end, out int next, out bool isSpan))
        {
            if (Item(text, next, out LetteredNumber item, out int itemEnd))
            {
                if (itemEnd - next == FlatDigits && item.Letter == '\0' && item.Number > last.Number + LongestSpan)
                {
                    flat = (int)item.Number - 1;
                    return itemEnd;
                }

                if (isSpan)
                {
                    if (!Span(last, item, members, from))
                    {
                        return end;
                    }
                }
                else
                {
                    AddNew(members, from, item);
                }
            }
            else if (last.Letter != '\0' && LetterAt(text, next, out itemEnd))
            {
                item = last with { Letter = text[next] };
                if (isSpan && !Span(last, item, members, from))
                {
                    return end;
                }

                AddNew(members, from, item);
            }
            else
            {
                return end;
            }

            (last, end) = (item, itemEnd);
        }

        return end;
    }

    // A number with its letter: "12", "12A", "12 A"; nothing else may stand close behind.
    private static bool Item(ReadOnlySpan<char> text, int at, out LetteredNumber item, out int end)
    {
        item = default;
        end = at;
        uint value = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - at < 6)
        {
            value = (value * 10) + (uint)(text[end++] - '0');
        }

        if (end == at || value > HouseNumber.Highest)
        {
            return false;
        }

        char letter = '\0';
        if (end < text.Length && char.IsLetter(text[end]))
        {
            letter = text[end++];
        }
        else if (end + 1 < text.Length && text[end] == ' ' && LetterAt(text, end + 1, out int letterEnd) && !IsAnd(text, end + 1, Ands, out _) && !IsAnd(text, end + 1, Tos, out _))
        {
            letter = text[end + 1];
            end = letterEnd;
        }

        item = new LetteredNumber(HouseNumber.Plain(value), letter);
        return IsBorder(text, end) || LettersFrom(text, end - 1, letter) > 1;
    }

    // "20ABC" is 20A, 20B and 20C: letters that follow each other. "5GH" is the house in the yard. 0 when none stand there.
    private static int LettersFrom(ReadOnlySpan<char> text, int at, char letter)
    {
        int end = at;
        while (letter != '\0' && end < text.Length && text[end] is >= 'A' and <= 'Z' && text[end] == letter + (end - at))
        {
            end++;
        }

        int count = end - at;
        return IsBorder(text, end) && count is >= 2 and <= MostLetters && !text[at..end].SequenceEqual("GH") && char.IsAsciiDigit(text[at - 1]) ? count : 0;
    }

    private static bool LetterAt(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at + 1;
        return at < text.Length && char.IsLetter(text[at]) && IsBorder(text, end);
    }

    private static bool IsBorder(ReadOnlySpan<char> text, int at) => at >= text.Length || text[at] is ' ' or '-' or '/' or '&' or '+' or ',';

    private static bool Separator(ReadOnlySpan<char> text, int at, out int next, out bool isSpan)
    {
        int sign = at;
        while (sign < text.Length && text[sign] == ' ')
        {
            sign++;
        }

        (next, isSpan) = (sign, false);
        if (sign >= text.Length)
        {
            return false;
        }

        if (text[sign] is '-' or '/' or '&' or '+' or ',')
        {
            isSpan = text[sign] == '-';
            next = sign + 1;
        }
        else if (sign == at || (!IsAnd(text, sign, Ands, out next) && !(isSpan = IsAnd(text, sign, Tos, out next))))
        {
            return false;
        }

        while (next < text.Length && text[next] == ' ')
        {
            next++;
        }

        return next < text.Length;
    }

    // Only where a number or a single letter follows.
    private static bool IsAnd(ReadOnlySpan<char> text, int at, ReadOnlySpan<string> words, out int next)
    {
        next = at;
        foreach (string word in words)
        {
            int end = at + word.Length;
            if (!text[at..].StartsWith(word, StringComparison.Ordinal))
            {
                continue;
            }

            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            if (end < text.Length && (char.IsAsciiDigit(text[end]) || (word.Length > 2 && LetterAt(text, end, out _))))
            {
                next = end;
                return true;
            }
        }

        return false;
    }

    private static bool Span(LetteredNumber first, LetteredNumber last, List<LetteredNumber> members, int from)
    {
        if (first.Number == last.Number)
        {
            for (char letter = first.Letter; letter != '\0' && letter is >= 'A' and <= 'Z' && letter <= last.Letter; letter++)
            {
                AddNew(members, from, first with { Letter = letter });
            }

            return first.Letter < last.Letter;
        }

        if (last.Number < first.Number && first.Number - last.Number <= LongestBackwards && Digits(first.Number) == Digits(last.Number))
        {
            // "16-12".
            (uint high, uint low) = (first.Number, last.Number);
            for (uint number = high - Step(high, low); number > low; number -= Step(high, low))
            {
                AddNew(members, from, new LetteredNumber(number, '\0'));
            }

            AddNew(members, from, last);
            return true;
        }

        if (last.Number < first.Number || last.Number - first.Number > LongestSpan)
        {
            return false;
        }

        uint step = Step(last.Number, first.Number);
        for (uint number = first.Number + step; number < last.Number; number += step)
        {
            AddNew(members, from, new LetteredNumber(number, '\0'));
        }

        AddNew(members, from, last);
        return true;
    }

    private static uint Step(uint high, uint low) => (high - low) % 2 == 0 ? 2u : 1u;

    private static int Digits(uint plain) => plain - 1 < 10 ? 1 : plain - 1 < 100 ? 2 : 3;

    private static void AddNew(List<LetteredNumber> members, int from, LetteredNumber item)
    {
        if (members.IndexOf(item, from) < 0)
        {
            members.Add(item);
        }
    }
}
