namespace HousingInventory.Sample;

/// <summary>What a GTFS feed of the sample holds.</summary>
internal sealed class SampleTimetable
{
    /// <summary>First day of the feed.</summary>
    public static DateOnly FirstDay { get; } = new(2026, 10, 15);

    /// <summary>Last day of the feed.</summary>
    public static DateOnly LastDay { get; } = new(2027, 1, 15);

    public List<StopArea> Stops { get; } = [];

    public List<BusRoute> Routes { get; } = [];

    public List<BusTrip> Trips { get; } = [];

    /// <summary>The days of each service; written in calendar_dates only.</summary>
    public SortedDictionary<int, List<DateOnly>> Services { get; } = [];

    /// <summary>Lines on the map, by number from 1.</summary>
    public List<IReadOnlyList<Position>> Shapes { get; } = [];
}

/// <summary>A stop with its posts.</summary>
internal sealed record StopArea(int Number, string Name, Position Middle)
{
    public List<StopPost> Posts { get; } = [];

    /// <summary>As Samtrafiken writes a stop area: 9021, authority 024, number, 000.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"9021024{Number:D6}000");
}

/// <summary>A post where a bus stops.</summary>
internal sealed record StopPost(StopArea Area, int Point, Position Position, string Platform)
{
    /// <summary>As Samtrafiken writes a stop point: 9022, authority 024, number, point.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"9022024{Area.Number:D6}{Point:D3}");
}

/// <summary>A route with an extended route type.</summary>
internal sealed record BusRoute(string ShortName, string LongName, int Type)
{
    /// <summary>As Samtrafiken writes a line: 9011, authority 024, number.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"9011024{int.Parse(ShortName, System.Globalization.CultureInfo.InvariantCulture):D4}00000");
}

/// <summary>A trip on the days of a service.</summary>
/// <param name="Shape">Number of its shape, 0 for none.</param>
internal sealed record BusTrip(BusRoute Route, int Service, int Direction, string Headsign, int Shape, IReadOnlyList<BusCall> Calls);

/// <summary>A call: seconds after noon minus 12 h, or -1 where the feed leaves the times blank.</summary>
internal sealed record BusCall(StopPost Post, int ArrivalS, int DepartureS, int PickUp, int DropOff, bool TimePoint, bool Booked);
