namespace HousingInventory.Routing.Roads;

/// <summary>Classes of roads by which a bus has its speed, as OpenStreetMap names them; other registers are mapped to them.</summary>
public enum RoadClass : byte
{
    /// <summary>Not told.</summary>
    Other,
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Unclassified,
    Residential,
    Service,

    /// <summary>For tractors and timber; no bus goes there.</summary>
    Track,
}

/// <summary>What a bus has to know of a road beside its speed limit.</summary>
/// <param name="Class">Its class.</param>
/// <param name="IsLink">Whether it is a slip road.</param>
/// <param name="IsUnpaved">Whether it is gravel or the like.</param>
public readonly record struct RoadKind(RoadClass Class, bool IsLink = false, bool IsUnpaved = false)
{
    /// <summary>One number for each kind, for a fixed order.</summary>
    internal int Code => ((int)Class * 4) + (IsLink ? 2 : 0) + (IsUnpaved ? 1 : 0);

    /// <summary>From the value of OSM's highway.</summary>
    internal static RoadKind OfHighway(string highway, bool isUnpaved)
    {
        bool isLink = highway.EndsWith("_link", StringComparison.Ordinal);
        return new RoadKind((isLink ? highway[..^5] : highway) switch
        {
            "motorway" => RoadClass.Motorway,
            "trunk" => RoadClass.Trunk,
            "primary" => RoadClass.Primary,
            "secondary" => RoadClass.Secondary,
            "tertiary" => RoadClass.Tertiary,
            "unclassified" => RoadClass.Unclassified,
            "residential" => RoadClass.Residential,
            "living_street" or "service" => RoadClass.Service,
            "track" => RoadClass.Track,
            _ => RoadClass.Other,
        }, isLink, isUnpaved);
    }
}
