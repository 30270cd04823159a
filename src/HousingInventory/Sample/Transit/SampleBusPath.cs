namespace HousingInventory.Sample;

/// <summary>The way of a bus line out from the centre: its points, and which of them are stops.</summary>
internal sealed class SampleBusPath
{
    private const double TownMetresPerSecond = 8;
    private const double LandMetresPerSecond = 20;
    private const double StopSeconds = 20;
    private const double TownStopEveryM = 350;

    private readonly List<double> _seconds = [];

    public List<Position> Line { get; } = [];

    /// <summary>Stop, point on the line, and whether it lies outside the localities.</summary>
    public List<(StopArea Stop, int Point, bool Rural)> Stops { get; } = [];

    /// <summary>Follows main roads one after the other, each from its From to its To.</summary>
    public static SampleBusPath Along(StopRegister register, IReadOnlyList<SampleLocality> localities, IEnumerable<MainRoad> roads)
    {
        SampleBusPath path = new();
        foreach (MainRoad road in roads)
        {
            SampleLocality from = localities[road.From];
            SampleLocality to = localities[road.To];
            path.Town(register, from, road.Out);
            for (int k = 1; k < road.Land.Count - 1; k++)
            {
                path.Add(road.Land[k], LandMetresPerSecond);
                if (road.Stops.TryGetValue(k, out string? village))
                {
                    path.Stop(register.At(road.Land[k], village), rural: true);
                }
            }

            path.Town(register, to, [.. road.In.AsEnumerable().Reverse()]);
        }

        return path;
    }

    /// <summary>Follows streets through one locality.</summary>
    public static SampleBusPath Through(StopRegister register, SampleLocality locality, IReadOnlyList<Position> streets)
    {
        SampleBusPath path = new();
        path.Town(register, locality, streets);
        return path;
    }

    /// <summary>Seconds from the first point, stops on the way included, to each stop, rounded down to the minute; those of the way back count from its own start.</summary>
    public int[] MinutesInSeconds(bool back)
    {
        int[] times = new int[Stops.Count];
        for (int k = 0; k < times.Length; k++)
        {
            (_, int point, _) = Stops[back ? ^(k + 1) : k];
            double travelled = back ? _seconds[Stops[^1].Point] - _seconds[point] : _seconds[point] - _seconds[Stops[0].Point];
            times[k] = (int)((travelled + (k * StopSeconds)) / 60) * 60;
        }

        return times;
    }

    private void Town(StopRegister register, SampleLocality locality, IReadOnlyList<Position> streets)
    {
        double since = TownStopEveryM;
        for (int k = 0; k < streets.Count; k++)
        {
            if (Line.Count > 0 && Line[^1] == streets[k])
            {
                continue;
            }

            since += Line.Count > 0 ? Line[^1].DistanceM(streets[k]) : 0;
            Add(streets[k], k == 0 ? LandMetresPerSecond : TownMetresPerSecond);
            bool centre = streets[k] == locality.Centre;
            if (centre || since >= TownStopEveryM || k == streets.Count - 1)
            {
                Stop(register.At(streets[k], centre ? null : locality.Name, locality), rural: false);
                since = 0;
            }
        }
    }

    private void Add(Position point, double metresPerSecond)
    {
        _seconds.Add(Line.Count == 0 ? 0 : _seconds[^1] + (Line[^1].DistanceM(point) / metresPerSecond));
        Line.Add(point);
    }

    private void Stop(StopArea stop, bool rural) => Stops.Add((stop, Line.Count - 1, rural));
}
