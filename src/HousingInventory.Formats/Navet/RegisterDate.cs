namespace HousingInventory.Formats;

/// <summary>Dates of the population registers, which may be whole, partial or missing.</summary>
public static class RegisterDate
{
    /// <summary>
    /// A day as the number yyyyMMdd, from yyyyMMdd, yyyy-MM-dd, yyyyMM, yyyy-MM or yyyy, with - or / between, and with or without a time of day after a whole date; what is not said is zeros
    /// (2015 is 20150000). 0 for blank, for 0, and for what is no date.
    /// </summary>
    public static int Sortable(ReadOnlySpan<char> text)
    {
        int date = 0;
        int digits = 0;
        foreach (char c in text)
        {
            if (digits == 8)
            {
                break;
            }

            if (char.IsAsciiDigit(c))
            {
                date = (date * 10) + (c - '0');
                digits++;
            }
            else if (c is not ('-' or '/') || digits is not (4 or 6))
            {
                return 0;
            }
        }

        date *= digits switch { 4 => 10_000, 6 => 100, 8 => 1, _ => 0 };
        return date / 10_000 is >= 1000 and <= 2999 && date / 100 % 100 <= 12 && date % 100 <= 31 ? date : 0;
    }
}
