using System.Globalization;

namespace HousingInventory.Model;

/// <summary>Times of the service day as people read them.</summary>
public static class Clock
{
    /// <summary>HH:mm; past midnight the clock of the next day ("00:40" for 24:40). Null for none.</summary>
    public static string? Text(int? secondsOfDay)
    {
        if (secondsOfDay is not { } seconds)
        {
            return null;
        }

        int minutes = (int)(((long)seconds / 60 % 1440 + 1440) % 1440);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
    }

    /// <summary>Seconds of the service day of "H:mm" or "HH:mm", up to 29:59 for what comes after midnight; null if it is no such time.</summary>
    public static int? Seconds(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length == 2 && parts[0].Length is 1 or 2 && parts[1].Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int hours) && hours < 30
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && minutes < 60
            ? (hours * 3600) + (minutes * 60)
            : null;
    }
}
