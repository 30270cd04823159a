using HousingInventory.Routing.Transit;

namespace HousingInventory.Model;

/// <summary>The words for kinds of day and for how a day was chosen. The enums are the router's, which knows no words.</summary>
public static class DayTerms
{
    /// <summary>The term of a kind of day.</summary>
    public static Term Of(ServiceDayType type) => type switch
    {
        ServiceDayType.Term => new("term", "Skolvardag", "School weekday"),
        ServiceDayType.Holiday => new("holiday", "Lovvardag", "Weekday in school holidays"),
        ServiceDayType.Friday => new("friday", "Fredag", "Friday"),
        ServiceDayType.Saturday => new("saturday", "Lördag", "Saturday"),
        ServiceDayType.Sunday => new("sunday", "Söndag", "Sunday"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The term of how a day was chosen.</summary>
    public static Term Of(ServiceDayHow how) => how switch
    {
        ServiceDayHow.Given => new("configuration", "angiven", "given"),
        ServiceDayHow.SchoolDates => new("school dates", "ur läsårstiderna", "from the school dates"),
        ServiceDayHow.SureWeek => new("sure week", "säker vecka", "a sure week"),
        ServiceDayHow.TripCount => new("trip count", "efter antal turer", "by trip count"),
        ServiceDayHow.Assumed => new("assumed", "antagen", "assumed"),
        ServiceDayHow.AnyWeek => new("any week", "någon vecka", "any week"),
        ServiceDayHow.NotFound => new("none", "ingen sådan dag", "no such day"),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };
}
