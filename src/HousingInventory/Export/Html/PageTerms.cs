using HousingInventory.Model;

namespace HousingInventory.Export.Html;

/// <summary>What people read for keys that only the pages spell out.</summary>
internal static class PageTerms
{
    public static IReadOnlyList<Term> Sources { get; } =
    [
        new("buildings", "Byggnader", "Buildings"),
        new("addresses", "Adresser", "Addresses"),
        new("properties", "Fastigheter", "Properties"),
        new("dwellings", "Lägenheter", "Dwellings"),
        new("residents", "Folkbokföring", "Population register"),
        new("withheld", "Hus som ska räknas som folkbokförda", "Homes to be treated as registered"),
        new("roads", "Vägar", "Roads"),
        new("timetable", "Tidtabell", "Timetable"),
        new("on-demand-zones", "Anropsstyrd trafik", "On-demand traffic"),
        new("services", "Serviceställen", "Services"),
        new("localities", "Orter", "Localities"),
        new("holiday-areas", "Fritidshusområden", "Holiday-home areas"),
        new("evidence", "Annat underlag om användning", "Other evidence of use"),
        new("followup", "Uppföljning", "Follow-up"),
    ];

    /// <summary>Where a source comes from, by how the name of its layout begins.</summary>
    public static IReadOnlyList<Term> Origins { get; } =
    [
        new("lantmateriet-", "Lantmäteriet", "Lantmäteriet"),
        new("gsd-", "Lantmäteriet", "Lantmäteriet"),
        new("openstreetmap-", "OpenStreetMap", "OpenStreetMap"),
        new("nvdb", "Trafikverket, NVDB", "Trafikverket, NVDB"),
        new("gtfs", "GTFS", "GTFS"),
        new("scb-", "SCB", "SCB"),
        new("skolverket-", "Skolverket", "Skolverket"),
        new("navet-", "Skatteverket, Navet", "Skatteverket, Navet"),
        new("spar-", "Skatteverket, SPAR", "Skatteverket, SPAR"),
        new("region-", "Regionen", "The region"),
        new("", "kommunens egen fil", "the municipality's own file"),
    ];

    /// <summary>Members of a criterion that can be told in words; {0} stands for the value.</summary>
    public static IReadOnlyList<Term> Limits { get; } =
    [
        new("mode", "färdsätt {0}", "by {0}"),
        new("arriveBy", "framme {0}", "there by {0}"),
        new("withinM", "inom {0} m", "within {0} m"),
        new("fullUntilM", "full poäng till {0} m", "full points up to {0} m"),
        new("zeroFromM", "inga poäng från {0} m", "no points from {0} m"),
        new("fullUntilMin", "full poäng till {0} min", "full points up to {0} min"),
        new("zeroFromMin", "inga poäng från {0} min", "no points from {0} min"),
        new("fullAt", "full poäng vid {0}", "full points at {0}"),
        new("minTrips", "turer, minst {0}", "trips, at least {0}"),
    ];
}
