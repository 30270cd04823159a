using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>Days of a workbook as text.</summary>
internal static class XlsxDays
{
    /// <summary>The day after 9999-12-31 in the 1900 system.</summary>
    private const double DaysOf1900 = 2958466;
    private static readonly DateTime Epoch1900 = new(1899, 12, 30);
    private static readonly DateTime Epoch1904 = new(1904, 1, 1);

    /// <summary>
    /// A count of days as yyyy-MM-dd, with THH:mm:ss when it has a time (to the nearest second), HH:mm:ss when it is a time alone. In the 1900 system day 1 is
    /// 1900-01-01, and day 60 never was: Excel believes in 29 February 1900 as Lotus 1-2-3 did. Beyond the year 9999 it stays a number.
    /// </summary>
    public static ReadOnlySpan<char> Date(double serial, bool is1904, Span<char> buffer)
    {
        double days = !is1904 && serial is >= 1 and < 60 ? serial + 1 : serial;
        DateTime epoch = is1904 ? Epoch1904 : Epoch1900;
        long seconds = serial is > 0 and < DaysOf1900 ? (long)Math.Round(days * 86400, MidpointRounding.AwayFromZero) : long.MaxValue;
        if (seconds > (DateTime.MaxValue - epoch).Ticks / TimeSpan.TicksPerSecond)
        {
            return NumberText.Format(serial, buffer);
        }

        DateTime moment = epoch.AddSeconds(seconds);
        string format = serial < 1 && seconds < 86400 ? "HH:mm:ss" : seconds % 86400 == 0 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss";
        moment.TryFormat(buffer, out int length, format, CultureInfo.InvariantCulture);
        return buffer[..length];
    }
}
