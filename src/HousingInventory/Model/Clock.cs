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
}
