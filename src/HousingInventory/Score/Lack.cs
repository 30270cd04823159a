using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>Why there is nothing at all to measure with, or no place to go to.</summary>
/// <param name="Sv">In Swedish, a clause without full stop.</param>
/// <param name="En">In English.</param>
public sealed record Lack(string Sv, string En)
{
    internal static Lack MajorRoads { get; } = new("vägdata har inga större vägar", "the road data hold no major roads");

    internal static Lack Errands { get; } = new("inget resärende har både en plats och en dag i tidtabellen", "no errand has both a place and a day in the timetable");

    internal static Lack Day(ServiceDayType day) => new(
        "tidtabellen har ingen " + new ErrandWords(Language.Sv).DayName(day), "the timetable has no " + new ErrandWords(Language.En).DayName(day));

    /// <summary>No service of these categories; <paramref name="nearest"/> is the known one that looks most like the first, null without any service.</summary>
    internal static Lack Category(IReadOnlyList<string> categories, string? nearest)
    {
        string wanted = string.Join(", ", categories);
        return nearest is null
            ? new("det finns inga serviceställen i underlaget", "the sources hold no services")
            : new($"det finns ingen service av kategorin {wanted} (menas {nearest}?)", $"there is no service of the category {wanted} (is {nearest} meant?)");
    }

    internal static Lack OffRoads(double maxToRoadM) => new(
        string.Create(CultureInfo.InvariantCulture, $"platsen ligger mer än {maxToRoadM} m från varje väg; kontrollera att longituden står först"),
        string.Create(CultureInfo.InvariantCulture, $"the place lies more than {maxToRoadM} m from every road; see that the longitude stands first"));
}
