using System.Globalization;
using HousingInventory.Formats;

namespace HousingInventory.Import;

/// <summary>
/// House numbers that a spreadsheet took for days: who types 5-7 gets the fifth of July, or July of a year. Which end of the span was the day cannot be seen, and does
/// not matter, since a span goes from the lower number to the higher.
/// </summary>
internal static class DayNumbers
{
    /// <summary>The span that a day was: "2026-07-05" and "05-jul" are "5-7", "2014-12-01" and "dec-14" are "12-14". Null for a text that is no day with a month in it.</summary>
    public static string? SpanOf(string text)
    {
        if (text.Length >= 8 && text.Any(static c => c is '/' or '.'))
        {
            // 2026/07/05, 05.07.2026 and 5/7/2026 are the same day.
            text = DayText.Sortable(text, 2100) is > 0 and int written && written % 100 > 0 ? string.Create(CultureInfo.InvariantCulture, $"{written / 10_000:0000}-{written / 100 % 100:00}-{written % 100:00}") : text;
        }
        else if (text.Length == 5 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') && DayText.Sortable(text, 2100) is > 0 and int serial)
        {
            // No house in the country has a number of five digits: it is a day as a spreadsheet counts them.
            text = string.Create(CultureInfo.InvariantCulture, $"{serial / 10_000:0000}-{serial / 100 % 100:00}-{serial % 100:00}");
        }

        bool isNamed = text.Any(char.IsLetter) && text.Any(char.IsAsciiDigit) && text.Length is > 4 and < 12 && !text.Any(static c => c is ':' or '/');
        bool isWhole = text.Length >= 10 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0]);
        if (!isNamed && !isWhole)
        {
            return null;
        }

        // "05-jul" names no year, so one is lent to it; "dec-14" is a month of a year.
        string[] parts = isWhole ? [] : text.Split(['-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2)
        {
            bool monthFirst = char.IsLetter(parts[0][0]);
            string number = monthFirst ? parts[1] : parts[0];
            int month = DayText.Sortable($"2000 {(monthFirst ? parts[0] : parts[1])} 1", 2100);
            return month > 0 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int other) && other is > 0 and < 100 ? Span(month / 100 % 100, other) : null;
        }

        int day = isWhole ? DayText.Sortable(text, 2100) : 0;
        return day <= 0 ? null : day % 100 == 1 && day / 10_000 % 100 > day / 100 % 100 && day / 10_000 is < 2020 or > 2035
            ? Span(day / 100 % 100, day / 10_000 % 100)
            : Span(day / 100 % 100, day % 100);
    }

    private static string Span(int one, int two) => one == two
        ? one.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Min(one, two)}-{Math.Max(one, two)}");
}
