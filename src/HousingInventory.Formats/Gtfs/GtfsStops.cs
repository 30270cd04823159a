namespace HousingInventory.Formats.Gtfs;

/// <summary>Stops, stations and entrances, in the order of stops.txt.</summary>
public sealed class GtfsStops
{
    public required string[] Ids { get; init; }

    public required string[] Names { get; init; }

    /// <summary>Degrees north; NaN when the row gives none. See <see cref="HasPosition"/>.</summary>
    public required double[] Latitudes { get; init; }

    /// <summary>Degrees east; NaN when the row gives none.</summary>
    public required double[] Longitudes { get; init; }

    /// <summary>Index of the parent station; -1 for none.</summary>
    public required int[] Parents { get; init; }

    /// <summary>Whether the row names a booking rule. The standard has these in stop_times.txt only; Swedish feeds are announced to have them here.</summary>
    public required bool[] HasBookingRule { get; init; }

    public int Count => Ids.Length;

    /// <summary>Whether a stop lies somewhere: neither blank nor 0,0, which feeds write for places that they do not know.</summary>
    public bool HasPosition(int stop) => !double.IsNaN(Latitudes[stop]) && !double.IsNaN(Longitudes[stop]) && (Latitudes[stop] != 0 || Longitudes[stop] != 0);
}

/// <summary>Lines as the feed splits them, in the order of routes.txt.</summary>
public sealed class GtfsRoutes
{
    public required string[] Ids { get; init; }

    /// <summary>Index into <see cref="GtfsFeed.Agencies"/>; -1 when the row names one that is not there.</summary>
    public required int[] Agencies { get; init; }

    /// <summary>The number or letter that people know; "" when missing.</summary>
    public required string[] ShortNames { get; init; }

    /// <summary>"" when missing.</summary>
    public required string[] LongNames { get; init; }

    /// <summary>Basic (0-12) or extended (100-1799) route type; -1 when it is no number.</summary>
    public required int[] Types { get; init; }

    public int Count => Ids.Length;
}

/// <summary>Trips, in the order of trips.txt.</summary>
public sealed class GtfsTrips
{
    public required string[] Ids { get; init; }

    /// <summary>Index into <see cref="GtfsFeed.Routes"/>.</summary>
    public required int[] Routes { get; init; }

    /// <summary>Index into <see cref="GtfsFeed.Services"/>.</summary>
    public required int[] Services { get; init; }

    /// <summary>0 or 1; -1 when not given.</summary>
    public required sbyte[] Directions { get; init; }

    /// <summary>Index into <see cref="GtfsFeed.Shapes"/>, which may have no points; -1 for none.</summary>
    public required int[] Shapes { get; init; }

    /// <summary>Trips with equal numbers are run by one vehicle one after the other; -1 for none.</summary>
    public required int[] Blocks { get; init; }

    public int Count => Ids.Length;
}

/// <summary>Lines on the map, from shapes.txt, points in the order of shape_pt_sequence. Distances along them are not read: feeds differ in the unit.</summary>
public sealed class GtfsShapes
{
    public required string[] Ids { get; init; }

    /// <summary>Shape i has the points <c>PointStart[i]</c> to <c>PointStart[i + 1] - 1</c>; one more than there are shapes.</summary>
    public required int[] PointStart { get; init; }

    /// <summary>Degrees north.</summary>
    public required double[] Latitudes { get; init; }

    /// <summary>Degrees east.</summary>
    public required double[] Longitudes { get; init; }

    public int Count => Ids.Length;
}
