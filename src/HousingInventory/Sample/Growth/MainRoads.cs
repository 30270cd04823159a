namespace HousingInventory.Sample;

/// <summary>A main road between two localities: from one centre along streets to the edge, across the land, and in again.</summary>
/// <param name="Owner">Whose land its strip is.</param>
/// <param name="From">Index of the locality where it begins.</param>
/// <param name="To">Index of the locality where it ends.</param>
/// <param name="Out">From the first centre to the last street corner.</param>
/// <param name="Land">From corner to corner, about 700 m between vertices; the ends are those of the two town pieces.</param>
/// <param name="In">From the second centre to its last street corner.</param>
internal sealed record MainRoad(int Owner, int From, int To, List<Position> Out, List<Position> Land, List<Position> In)
{
    /// <summary>Names of bus stops at vertices of <see cref="Land"/>.</summary>
    public SortedDictionary<int, string> Stops { get; } = [];

    /// <summary>The whole way from centre to centre.</summary>
    public IEnumerable<Position> Line => Out.SkipLast(1).Concat(Land).Concat(In.AsEnumerable().Reverse().Skip(1));
}

/// <summary>Joins the localities by main roads that wind a little.</summary>
internal static class MainRoads
{
    private const double VertexEveryM = 700;

    public static List<MainRoad> Build(TownDraft draft, IReadOnlyList<StreetGrid> grids)
    {
        SampleRandom random = draft.Random.For("main roads");
        List<MainRoad> roads = [];
        foreach ((int from, int to, string highway, string reference) in Skelleftea.Roads)
        {
            List<Position> start = grids[from].PathTowards(grids[to].Frame.Origin);
            List<Position> end = grids[to].PathTowards(grids[from].Frame.Origin);
            MainRoad road = new(1000 + roads.Count, from, to, start, Wind(random, start[^1], end[^1]), end);
            roads.Add(road);
            for (int k = 1; k < road.Land.Count; k++)
            {
                draft.Land.Claim(road.Owner, road.Land[k - 1], road.Land[k], 80);
            }

            string name = reference.Length > 0 ? "" : $"Exempelvägen {draft.Town.Localities[from].Name}-{draft.Town.Localities[to].Name}";
            (string, string)[] more = reference.Length > 0 ? [("ref", reference), ("foot", "yes")] : [];
            draft.Town.Roads.Add(highway, name, road.Land, more);
        }

        return roads;
    }

    // A walk sideways that is pulled back to the straight line, so that both ends fit.
    private static List<Position> Wind(SampleRandom random, Position from, Position to)
    {
        Frame frame = Frame.Between(from, to);
        double length = from.DistanceM(to);
        int pieces = Math.Max(2, (int)Math.Round(length / VertexEveryM));
        List<Position> line = [from];
        double aside = 0;
        for (int k = 1; k < pieces; k++)
        {
            int toEnd = pieces - k;
            double room = Math.Min(250, 60.0 * toEnd);
            aside = Math.Clamp((aside * 0.9) + random.Between(-60, 60, 1), -room, room);
            line.Add(frame.At(length * k / pieces, aside));
        }

        line.Add(to);
        return line;
    }
}
