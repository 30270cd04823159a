using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>
/// Days as tables hold them: 2026-11-10, 20261110, 10/11/2026, 10.11.2026, 11/10/2026 where only so it is a day, 261110, 10 nov 2026, the serial number of a
/// spreadsheet, a year or a month alone; with or without a time of day.
/// </summary>
public static class DayText
{
    /// <summary>Something stands there, and it is no day.</summary>
    public const int Unreadable = -1;

    /// <summary>The 31st of December 9999, which stands for an open end, as a spreadsheet counts days.</summary>
    private const int LastSerial = 2_958_465;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MA", "JUN", "JUL", "AUG", "SEP", "O", "NOV", "DEC"];

    /// <summary>
    /// The day as the number yyyyMMdd, so that days can be put in order; zeros for a month or day that is not said. 0 for blank and for zeros,
    /// <see cref="Unreadable"/> for anything else.
    /// </summary>
    /// <param name="text">As written, blanks around it allowed.</param>
    /// <param name="latestYear">The last year that two figures can mean: 26 is 2026 and 27 is 1927 when it is 2026.</param>
    public static int Sortable(ReadOnlySpan<char> text, int latestYear)
    {
        text = WithoutTime(text.Trim());
        if (!text.ContainsAnyExcept("0-/. "))
        {
            return 0;
        }

        Span<Part> parts = stackalloc Part[3];
        int count = Split(text, parts, out int month, out bool isDashed);
        return (count, month) switch
        {
            (1, 0) => One(parts[0], latestYear),
            // A number with decimals: a serial number with its time of day, or a day that a program took for a number (20260930.0).
            (2, 0) when parts[0].Digits >= 5 && text[parts[0].Digits] is '.' or ',' && (parts[0].Digits == 5 || parts[1].Value == 0) => One(parts[0], latestYear),
            (2, 0) => parts[0].Digits == 4 ? Day(parts[0].Value, parts[1].Value, 0) : parts[1].Digits == 4 ? Day(parts[1].Value, parts[0].Value, 0) : Unreadable,
            (2, > 0) => parts[0].Digits == 4 ? Day(parts[0].Value, month, parts[1].Value) : Day(Year(parts[1], latestYear), month, parts[0].Value),
            (3, 0) => Three(parts, isDashed, latestYear),
            _ => Unreadable,
        };
    }

    /// <summary>
    /// A text of six digits as a day: "260901" with the year in front, "010926" with the day in front. 0 when it is no such text, <see cref="Unreadable"/> when no
    /// calendar has the day. One text tells nothing of which is meant; a column of them does.
    /// </summary>
    public static int SixDigits(ReadOnlySpan<char> text, int latestYear, bool dayFirst)
    {
        text = text.Trim();
        if (text.Length != 6 || text.ContainsAnyExceptInRange('0', '9'))
        {
            return 0;
        }

        int value = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        (int first, int month, int last) = (value / 10_000, value / 100 % 100, value % 100);
        (int year, int day) = dayFirst ? (last, first) : (first, last);
        return month == 0 || day == 0 ? Unreadable : Day(Year(new Part(year, 2), latestYear), month, day);
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        int start = colon < 0 ? -1 : text[..colon].LastIndexOfAny(' ', 'T', 't');
        return start > 0 ? text[..start].TrimEnd() : text;
    }

    /// <summary>Numbers, up to three, and a month in letters; -1 when there is more.</summary>
    private static int Split(ReadOnlySpan<char> text, Span<Part> parts, out int month, out bool isDashed)
    {
        int count = 0;
        (month, isDashed) = (0, false);

        // "1/9-26" is the first of September: what stands first tells the order.
        bool isOtherwise = false;
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                if (count == parts.Length || !long.TryParse(text[start..i], NumberStyles.None, CultureInfo.InvariantCulture, out long value))
                {
                    return -1;
                }

                parts[count++] = new Part(value, i - start);
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }

                if (count == 0 && text[start..i].Equals("den", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (month > 0 || (month = MonthOf(text[start..i])) == 0)
                {
                    return -1;
                }
            }
            else if (text[i] is '-' or '/' or '.' or ' ' or ',')
            {
                isDashed |= text[i] == '-' && !isOtherwise;
                isOtherwise |= text[i] is '/' or '.';
                i++;
            }
            else
            {
                return -1;
            }
        }

        return count;
    }

    /// <summary>The Swedish and English names, whole or cut.</summary>
    private static int MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        for (int i = 0; i < Months.Length; i++)
        {
            if (word.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase) && (Months[i].Length > 1 || char.ToUpperInvariant(word[1]) is 'K' or 'C') && word.Length <= 9)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static int One(Part part, int latestYear)
    {
        int value = (int)Math.Min(part.Value, int.MaxValue);
        return part.Digits switch
        {
            4 => Day(value, 0, 0),
            5 => Serial(value),
            7 when value == LastSerial => 9999_12_31,
            6 => Day(Year(new Part(value / 10_000, 2), latestYear), value / 100 % 100, value % 100) is > 0 and int day && value / 100 % 100 > 0 && value % 100 > 0
                ? day
                : Day(value / 100, value % 100, 0),
            8 => Day(value / 10_000, value / 100 % 100, value % 100) is > 0 and int day ? day : Day(value % 10_000, value / 10_000 % 100, value / 1_000_000),
            12 or 14 => One(new Part(part.Value / (part.Digits == 12 ? 10_000 : 1_000_000), 8), latestYear),
            _ => Unreadable,
        };
    }

    private static int Three(ReadOnlySpan<Part> parts, bool isDashed, int latestYear)
    {
        long a = parts[0].Value, b = parts[1].Value, c = parts[2].Value;
        if (parts[0].Digits == 4)
        {
            return Day(a, b, c);
        }

        if (parts[2].Digits == 4)
        {
            return Day(c, b, a) is > 0 and int european ? european : Day(c, a, b);
        }

        int yearFirst = Day(Year(parts[0], latestYear), b, c);
        int yearLast = Day(Year(parts[2], latestYear), b, a);
        return isDashed ? (yearFirst > 0 ? yearFirst : yearLast) : yearLast > 0 ? yearLast : yearFirst;
    }

    private static long Year(Part part, int latestYear)
    {
        if (part.Digits != 2)
        {
            return part.Digits == 4 ? part.Value : -1;
        }

        long century = latestYear / 100 * 100;
        return century + part.Value > latestYear ? century - 100 + part.Value : century + part.Value;
    }

    /// <summary>Days since 1899-12-30, from 1927 to 2173: what is lower or higher is no date of a register.</summary>
    private static int Serial(long days)
    {
        if (days is < 10_000 or > 99_999)
        {
            return Unreadable;
        }

        DateOnly day = new DateOnly(1899, 12, 30).AddDays((int)days);
        return (day.Year * 10_000) + (day.Month * 100) + day.Day;
    }

    /// <summary>The number of a day; a month or day of 0 is not said.</summary>
    private static int Day(long year, long month, long day) =>
        year is >= 1 and <= 9999 && month is >= 0 and <= 12 && day >= 0 && (month == 0 ? day == 0 : day <= DateTime.DaysInMonth((int)year, (int)month))
            ? (int)((year * 10_000) + (month * 100) + day)
            : Unreadable;

    private readonly record struct Part(long Value, int Digits);
}
