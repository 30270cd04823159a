namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads times and dates of GTFS.</summary>
internal static class GtfsTime
{
    public const int Blank = GtfsStopTimes.NoTime;
    public const int Unreadable = -2;

    private const int MaxHours = 9999;
    private const int FirstYear = 1950;
    private const int LastYear = 2150;

    /// <summary>
    /// "H:MM:SS", any number of hours up to 9999, or "HH:MM" as some feeds write, in seconds; <see cref="Blank"/> when empty; <see cref="Unreadable"/> otherwise.
    /// </summary>
    public static int Parse(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return Blank;
        }

        int hours = 0;
        int at = 0;
        while (at < text.Length && text[at] != ':')
        {
            int digit = text[at++] - '0';
            if ((uint)digit > 9 || (hours = (hours * 10) + digit) > MaxHours)
            {
                return Unreadable;
            }
        }

        ReadOnlySpan<byte> rest = text[at..];
        if (at == 0 || rest.Length is not (3 or 6))
        {
            return Unreadable;
        }

        int minutes = TwoDigits(rest);
        int seconds = rest.Length == 6 ? TwoDigits(rest[3..]) : 0;
        return minutes < 0 || seconds < 0 ? Unreadable : (hours * 3600) + (minutes * 60) + seconds;
    }

    /// <summary>"YYYYMMDD", also with dashes; null when it is no date of the years 1950 to 2150.</summary>
    public static DateOnly? ParseDate(ReadOnlySpan<byte> text)
    {
        int number = 0;
        int digits = 0;
        foreach (byte next in text)
        {
            if (next == '-')
            {
                continue;
            }

            if (!char.IsAsciiDigit((char)next) || ++digits > 8)
            {
                return null;
            }

            number = (number * 10) + (next - '0');
        }

        int year = number / 10000;
        int month = number / 100 % 100;
        int day = number % 100;
        return digits == 8 && year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>The number in ":MM", below 60; -1 when it is none.</summary>
    private static int TwoDigits(ReadOnlySpan<byte> text)
    {
        int tens = text[1] - '0';
        int ones = text[2] - '0';
        return text[0] == ':' && (uint)tens <= 5 && (uint)ones <= 9 ? (tens * 10) + ones : -1;
    }
}
