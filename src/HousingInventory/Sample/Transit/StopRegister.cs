namespace HousingInventory.Sample;

/// <summary>Hands out stops: one at a place, a post for each direction on its side of the road, platforms at the bus station.</summary>
internal sealed class StopRegister(SampleTimetable timetable)
{
    /// <summary>Numbers of stops that no Swedish authority uses here.</summary>
    private const int FirstNumber = 900_001;

    private readonly Dictionary<Position, StopArea> _stops = [];
    private readonly Dictionary<string, int> _names = [];

    /// <summary>The stop at a village's junction, or in a village.</summary>
    public StopArea At(Position place, string village) => Get(place, village);

    /// <summary>The stop at a street corner; <paramref name="locality"/> without a name for its centre.</summary>
    public StopArea At(Position place, string? cornerOf, SampleLocality locality) => Get(
        place, cornerOf is null ? $"{locality.Name} Exempelstationen" : $"{cornerOf} Exempelhörnet");

    /// <summary>
    /// The post for one direction: 4 m to the right of the way the bus comes, 6 m before the place; at a station one platform a line.
    /// </summary>
    public static StopPost Post(StopArea stop, Position before, Position after, bool back, int platform)
    {
        int point = platform > 0 ? platform : back ? 2 : 1;
        StopPost? known = stop.Posts.Find(p => p.Point == point);
        if (known is not null)
        {
            return known;
        }

        Frame way = Frame.Between(before, after) with { Origin = stop.Middle };
        string letter = platform > 0 ? ((char)('A' + platform - 1)).ToString() : point == 1 ? "A" : "B";
        StopPost post = new(stop, point, platform > 0 ? way.At(-6 * platform, -4) : way.At(-6, -4), letter);
        stop.Posts.Add(post);
        return post;
    }

    private StopArea Get(Position place, string name)
    {
        if (!_stops.TryGetValue(place, out StopArea? stop))
        {
            int times = _names[name] = _names.GetValueOrDefault(name) + 1;
            string unique = times == 1 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {times}");
            stop = new StopArea(FirstNumber + timetable.Stops.Count, unique, place);
            _stops.Add(place, stop);
            timetable.Stops.Add(stop);
        }

        return stop;
    }
}
