namespace HousingInventory.Routing.Transit;

/// <summary>The means of transport behind a GTFS route type, as coarse as the published scores need it.</summary>
public enum TransitMode : byte
{
    /// <summary>A route type that no table names.</summary>
    Other,

    /// <summary>High-speed, long-distance and inter-regional trains, night trains.</summary>
    LongDistanceRail,

    /// <summary>Every other train.</summary>
    Rail,

    /// <summary>Metro, underground, monorail.</summary>
    Metro,

    /// <summary>Tram and light rail.</summary>
    Tram,

    /// <summary>Bus, coach and trolleybus.</summary>
    Bus,

    /// <summary>Boats.</summary>
    Ferry,

    /// <summary>Cable tram, aerial lift, funicular.</summary>
    Cable,
}
