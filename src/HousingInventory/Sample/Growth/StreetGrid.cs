namespace HousingInventory.Sample;

/// <summary>
/// The blocks of a locality and the streets around them. A block is 175 m by 70 m; streets are 15 m wide, their centre lines at x = 190 i and y = 85 j.
/// Blocks are built from the centre outwards, so that what is built is always whole.
/// </summary>
internal sealed class StreetGrid
{
    public const double PitchX = 190;
    public const double PitchY = 85;
    public const double RowLengthM = 175;
    public const double RowDepthM = 35;
    private const double HalfStreetM = 7.5;

    private readonly HashSet<(int I, int J)> _blocks = [];
    private readonly List<(int I, int J)> _order = [];

    public StreetGrid(Frame frame, int blocks)
    {
        Frame = frame;
        int reach = 2;
        while (((2 * reach) - 1) * ((2 * reach) - 1) < 4 * blocks)
        {
            reach++;
        }

        int reachY = (int)(reach * (PitchX / PitchY)) + 2;
        List<(double Distance, int I, int J)> near = [];
        for (int i = -reach; i < reach; i++)
        {
            for (int j = -reachY; j < reachY; j++)
            {
                double x = (i + 0.5) * PitchX;
                double y = (j + 0.5) * PitchY;
                near.Add(((x * x) + (y * y), i, j));
            }
        }

        near.Sort();
        _order.AddRange(near.Take(blocks).Select(b => (b.I, b.J)));
        _blocks.UnionWith(_order);
        WestmostBlock = _order.Min(b => b.I);
    }

    public Frame Frame { get; }

    public int WestmostBlock { get; }

    /// <summary>Blocks from the centre outwards.</summary>
    public IReadOnlyList<(int I, int J)> Blocks => _order;

    public Position Corner(int i, int j) => Frame.At(i * PitchX, j * PitchY);

    /// <summary>The row of plots on the north or south side of a block. Its x axis runs so that y leads away from the street.</summary>
    public Frame Row((int I, int J) block, bool north) => north
        ? Frame.Moved(((block.I + 1) * PitchX) - HalfStreetM, ((block.J + 1) * PitchY) - HalfStreetM, halfTurn: true)
        : Frame.Moved((block.I * PitchX) + HalfStreetM, (block.J * PitchY) + HalfStreetM);

    /// <summary>Number of the street that a row faces: 0 through the centre, then 1 north of it, 2 south of it, and so on.</summary>
    public static int StreetOf((int I, int J) block, bool north)
    {
        int line = north ? block.J + 1 : block.J;
        return line > 0 ? (2 * line) - 1 : -2 * line;
    }

    /// <summary>Streets as ways: one for each unbroken piece of a line.</summary>
    public void AddStreets(RoadNetwork roads, int locality)
    {
        int west = WestmostBlock;
        int east = _order.Max(b => b.I) + 1;
        int south = _order.Min(b => b.J);
        int north = _order.Max(b => b.J) + 1;
        for (int j = south; j <= north; j++)
        {
            int line = j;
            int street = StreetOf((0, j), north: false);
            string highway = j == 0 ? "tertiary" : j == 1 ? "living_street" : "residential";
            AddPieces(roads, highway, SampleNames.Street(locality, street), west, east, i => Has(i, line) || Has(i, line - 1), i => Corner(i, line));
        }

        for (int i = west; i <= east; i++)
        {
            int line = i;
            AddPieces(roads, i == 0 ? "tertiary" : "residential", "", south, north, j => Has(line, j) || Has(line - 1, j), j => Corner(line, j));
        }
    }

    /// <summary>The corners on the way from the centre to the corner that lies farthest in a direction, along streets.</summary>
    public List<Position> PathTowards(Position goal)
    {
        Frame there = Frame.Between(Frame.Origin, goal);
        (int I, int J) gate = (0, 0);
        double best = double.NegativeInfinity;
        foreach ((int bi, int bj) in _order)
        {
            foreach ((int i, int j) in new[] { (bi, bj), (bi + 1, bj), (bi, bj + 1), (bi + 1, bj + 1) })
            {
                Position corner = Corner(i, j);
                double ahead = ((corner.East - Frame.Origin.East) * there.AlongEast) + ((corner.North - Frame.Origin.North) * there.AlongNorth);
                if (ahead > best)
                {
                    best = ahead;
                    gate = (i, j);
                }
            }
        }

        List<Position> path = [];
        for (int j = 0; j != gate.J; j += Math.Sign(gate.J))
        {
            path.Add(Corner(0, j));
        }

        for (int i = 0; i != gate.I; i += Math.Sign(gate.I))
        {
            path.Add(Corner(i, gate.J));
        }

        path.Add(Corner(gate.I, gate.J));
        return path;
    }

    /// <summary>The straight line of streets through the centre from one end to the other: west to east, or south to north.</summary>
    public List<Position> Across(bool eastWest)
    {
        List<int> lines = eastWest
            ? [.. _order.Where(b => b.J is 0 or -1).SelectMany(b => new[] { b.I, b.I + 1 }).Distinct().Order()]
            : [.. _order.Where(b => b.I is 0 or -1).SelectMany(b => new[] { b.J, b.J + 1 }).Distinct().Order()];
        return [.. lines.Select(l => eastWest ? Corner(l, 0) : Corner(0, l))];
    }

    /// <summary>Local bounds of all blocks: west, south, east, north.</summary>
    public (double West, double South, double East, double North) Bounds =>
        (WestmostBlock * PitchX, _order.Min(b => b.J) * PitchY, (_order.Max(b => b.I) + 1) * PitchX, (_order.Max(b => b.J) + 1) * PitchY);

    private bool Has(int i, int j) => _blocks.Contains((i, j));

    private static void AddPieces(
        RoadNetwork roads, string highway, string name, int first, int last, Func<int, bool> edge, Func<int, Position> corner)
    {
        List<Position> piece = [];
        for (int k = first; k <= last; k++)
        {
            bool on = k < last && edge(k);
            if (on || piece.Count > 0)
            {
                piece.Add(corner(k));
            }

            if (!on && piece.Count > 0)
            {
                roads.Add(highway, name, piece);
                piece = [];
            }
        }
    }
}
