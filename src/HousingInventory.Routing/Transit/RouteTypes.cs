namespace HousingInventory.Routing.Transit;

/// <summary>
/// Which GTFS route types count. One table from number range to kind and mode; a configuration may override single numbers. The names of 700-716 matter:
/// 712 is a school bus, 714 rail replacement, 715 on demand, so "700 to 716" as one range would be wrong.
/// </summary>
public sealed class RouteTypes
{
    private const int RailReplacementBus = 714;

    // First number, last number, kind, mode. What no row names is left out.
    private static readonly (int First, int Last, TrafficKind Kind, TransitMode Mode)[] Table =
    [
        (0, 0, TrafficKind.Ordinary, TransitMode.Tram),
        (1, 1, TrafficKind.Ordinary, TransitMode.Metro),
        (2, 2, TrafficKind.Ordinary, TransitMode.Rail),
        (3, 3, TrafficKind.Ordinary, TransitMode.Bus),
        (4, 4, TrafficKind.Ordinary, TransitMode.Ferry),
        (5, 7, TrafficKind.Ordinary, TransitMode.Cable),
        (11, 11, TrafficKind.Ordinary, TransitMode.Bus),
        (12, 12, TrafficKind.Ordinary, TransitMode.Metro),
        (100, 100, TrafficKind.Ordinary, TransitMode.Rail),
        (101, 103, TrafficKind.Ordinary, TransitMode.LongDistanceRail),
        (104, 104, TrafficKind.LeftOut, TransitMode.Rail),
        (105, 105, TrafficKind.Ordinary, TransitMode.LongDistanceRail),
        (106, 109, TrafficKind.Ordinary, TransitMode.Rail),
        (110, 112, TrafficKind.LeftOut, TransitMode.Rail),
        (113, 114, TrafficKind.Ordinary, TransitMode.Rail),
        (115, 115, TrafficKind.LeftOut, TransitMode.Rail),
        (116, 117, TrafficKind.Ordinary, TransitMode.Rail),
        (200, 202, TrafficKind.Ordinary, TransitMode.Bus),
        (203, 203, TrafficKind.LeftOut, TransitMode.Bus),
        (204, 204, TrafficKind.Ordinary, TransitMode.Bus),
        (205, 207, TrafficKind.LeftOut, TransitMode.Bus),
        (208, 209, TrafficKind.Ordinary, TransitMode.Bus),
        (300, 399, TrafficKind.Ordinary, TransitMode.Rail),
        (400, 405, TrafficKind.Ordinary, TransitMode.Metro),
        (700, 706, TrafficKind.Ordinary, TransitMode.Bus),
        (707, 710, TrafficKind.LeftOut, TransitMode.Bus),
        (711, 711, TrafficKind.Ordinary, TransitMode.Bus),
        (712, 712, TrafficKind.LeftOut, TransitMode.Bus),
        (713, 713, TrafficKind.Ordinary, TransitMode.Bus),
        (714, 714, TrafficKind.LeftOut, TransitMode.Bus),
        (715, 715, TrafficKind.Booked, TransitMode.Bus),
        (716, 716, TrafficKind.Ordinary, TransitMode.Bus),
        (717, 717, TrafficKind.Booked, TransitMode.Bus),
        (800, 800, TrafficKind.Ordinary, TransitMode.Bus),
        (900, 906, TrafficKind.Ordinary, TransitMode.Tram),
        (1000, 1000, TrafficKind.Ordinary, TransitMode.Ferry),
        (1100, 1100, TrafficKind.LeftOut, TransitMode.Other),
        (1200, 1200, TrafficKind.Ordinary, TransitMode.Ferry),
        (1300, 1399, TrafficKind.LeftOut, TransitMode.Cable),
        (1400, 1400, TrafficKind.Ordinary, TransitMode.Cable),
        (1500, 1599, TrafficKind.Booked, TransitMode.Other),
        (1700, 1700, TrafficKind.LeftOut, TransitMode.Other),
    ];

    private readonly IReadOnlyDictionary<int, TrafficKind> _overrides;
    private readonly bool _railReplacement;

    /// <summary>The table with changes on top of it.</summary>
    /// <param name="overrides">Kinds for single numbers; they win over everything else. Null: none.</param>
    /// <param name="railReplacement">Whether buses that replace trains (714) count as ordinary traffic.</param>
    public RouteTypes(IReadOnlyDictionary<int, TrafficKind>? overrides = null, bool railReplacement = false)
    {
        _overrides = overrides ?? new Dictionary<int, TrafficKind>();
        _railReplacement = railReplacement;
    }

    /// <summary>The kind of traffic on a route of this type; a number that no table names is left out.</summary>
    public TrafficKind KindOf(int routeType)
    {
        if (_overrides.TryGetValue(routeType, out TrafficKind said))
        {
            return said;
        }

        return _railReplacement && routeType == RailReplacementBus ? TrafficKind.Ordinary : Row(routeType).Kind;
    }

    /// <summary>The means of transport on a route of this type.</summary>
    public static TransitMode ModeOf(int routeType) => Row(routeType).Mode;

    private static (TrafficKind Kind, TransitMode Mode) Row(int routeType)
    {
        foreach ((int first, int last, TrafficKind kind, TransitMode mode) in Table)
        {
            if (routeType >= first && routeType <= last)
            {
                return (kind, mode);
            }
        }

        return (TrafficKind.LeftOut, TransitMode.Other);
    }
}
