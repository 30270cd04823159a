using System.Runtime.InteropServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// The ways a graph is built from, as they were read, in any order.
/// <para>
/// Layout: the points of way w are <c>FirstPoint[w]</c> to <c>FirstPoint[w + 1]</c> of <c>X</c>, <c>Y</c> (metres) and <c>NodeIds</c>. A way with node ids (OSM)
/// meets another where both name the same node. A way without (line layers) meets another where ends and vertices meet; see <see cref="RoadGraph.Build"/>.
/// </para>
/// </summary>
public sealed class RoadWays
{
    /// <summary>Node id of the points of ways that came without.</summary>
    public const long NoNode = long.MinValue;

    private readonly List<long> _ids = [];
    private readonly List<RoadTraits> _traits = [];
    private readonly List<int> _firstPoint = [0];
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<float> _heights = [];
    private readonly List<long> _nodeIds = [];
    private readonly Dictionary<long, RoadFlags> _blocks = [];
    private readonly List<TurnBan> _turnBans = [];

    /// <summary>Number of ways.</summary>
    public int Count => _ids.Count;

    /// <summary>Way ids, in the order of adding.</summary>
    public ReadOnlySpan<long> Ids => CollectionsMarshal.AsSpan(_ids);

    /// <summary>What each way is.</summary>
    public ReadOnlySpan<RoadTraits> Traits => CollectionsMarshal.AsSpan(_traits);

    /// <summary>First point of each way, and at last the number of points.</summary>
    public ReadOnlySpan<int> FirstPoint => CollectionsMarshal.AsSpan(_firstPoint);

    /// <summary>East coordinates of all points, metres.</summary>
    public ReadOnlySpan<double> X => CollectionsMarshal.AsSpan(_x);

    /// <summary>North coordinates of all points, metres.</summary>
    public ReadOnlySpan<double> Y => CollectionsMarshal.AsSpan(_y);

    /// <summary>Node ids of all points; <see cref="NoNode"/> where a way came without.</summary>
    public ReadOnlySpan<long> NodeIds => CollectionsMarshal.AsSpan(_nodeIds);

    /// <summary>Heights of all points, metres; NaN where none is known.</summary>
    public ReadOnlySpan<float> Heights => CollectionsMarshal.AsSpan(_heights);

    /// <summary>Turns that cars may not make.</summary>
    public IReadOnlyList<TurnBan> TurnBans => _turnBans;

    /// <summary>Nodes that somebody cannot pass, and who.</summary>
    public IReadOnlyDictionary<long, RoadFlags> Blocks => _blocks;

    /// <summary>
    /// Adds a way. False, and nothing added, if it has fewer than two points or a coordinate that is not finite: the caller counts it as left out.
    /// </summary>
    /// <param name="id">Way id; decides ties, so give the register's own where there is one. Two ways may share an id.</param>
    /// <param name="traits">What it is; a way that nobody may use is kept for <see cref="MajorRoads"/> only.</param>
    /// <param name="x">East coordinates, metres.</param>
    /// <param name="y">North coordinates, metres.</param>
    /// <param name="nodeIds">A node id a point, or none at all.</param>
    /// <param name="heights">Metres above the sea a point, NaN where unknown, or none at all. Ways without node ids that meet at a place, but not in height, are a
    /// bridge and a road.</param>
    public bool Add(
        long id, RoadTraits traits, ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<long> nodeIds = default, ReadOnlySpan<float> heights = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        if (!nodeIds.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(nodeIds.Length, x.Length);
        }

        if (!heights.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(heights.Length, x.Length);
        }

        if (x.Length < 2)
        {
            return false;
        }

        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
            {
                return false;
            }
        }

        _ids.Add(id);
        _traits.Add(Sane(traits));
        _x.AddRange(x);
        _y.AddRange(y);
        _nodeIds.AddRange(nodeIds);
        CollectionsMarshal.SetCount(_nodeIds, _x.Count);
        if (nodeIds.IsEmpty)
        {
            CollectionsMarshal.AsSpan(_nodeIds)[^x.Length..].Fill(NoNode);
        }

        _heights.AddRange(heights);
        CollectionsMarshal.SetCount(_heights, _x.Count);
        if (heights.IsEmpty)
        {
            CollectionsMarshal.AsSpan(_heights)[^x.Length..].Fill(float.NaN);
        }

        _firstPoint.Add(_x.Count);
        return true;
    }

    /// <summary>
    /// Says that nobody of <paramref name="modes"/> (Foot, Car) gets past a node: a bollard, a wall; or nobody but those who live behind it (FootLocal, CarLocal):
    /// a gate of one's own.
    /// </summary>
    public void Block(long nodeId, RoadFlags modes)
    {
        modes = (modes & (RoadFlags.Foot | RoadFlags.FootLocal))
            | ((modes & RoadFlags.Car) != 0 ? RoadFlags.Car : RoadFlags.None) | ((modes & RoadFlags.CarLocal) != 0 ? RoadFlags.CarLocal : RoadFlags.None);
        if (modes != RoadFlags.None)
        {
            _blocks[nodeId] = _blocks.GetValueOrDefault(nodeId) | modes;
        }
    }

    /// <summary>Says that cars may not turn from one way into another at a node that both have.</summary>
    public void Ban(TurnBan ban) => _turnBans.Add(ban);

    /// <summary>The lines of major roads, for a <see cref="Spatial.SegmentGrid"/>: first points (one more than lines), east and north coordinates.</summary>
    public (int[] FirstPoint, double[] X, double[] Y) MajorRoads()
    {
        List<int> first = [0];
        List<double> x = [];
        List<double> y = [];
        for (int way = 0; way < Count; way++)
        {
            if ((_traits[way].Flags & RoadFlags.Major) != 0)
            {
                Range points = _firstPoint[way].._firstPoint[way + 1];
                x.AddRange(X[points]);
                y.AddRange(Y[points]);
                first.Add(x.Count);
            }
        }

        return ([.. first], [.. x], [.. y]);
    }

    /// <summary>A speed that is none forbids driving that way, and nobody walks on a ferry, whatever the caller says. Who may not go at all is not local either.</summary>
    private static RoadTraits Sane(RoadTraits traits)
    {
        RoadFlags flags = traits.Flags;
        flags = (flags & RoadFlags.Ferry) != 0 ? flags & ~RoadFlags.Foot : flags;
        flags = IsPositive(traits.ForwardKmh) ? flags : flags & ~RoadFlags.CarForward;
        flags = IsPositive(traits.BackwardKmh) ? flags : flags & ~RoadFlags.CarBackward;
        flags = (flags & RoadFlags.Foot) != 0 ? flags : flags & ~RoadFlags.FootLocal;
        flags = (flags & RoadFlags.CarForward) != 0 ? flags : flags & ~RoadFlags.CarForwardLocal;
        flags = (flags & RoadFlags.CarBackward) != 0 ? flags : flags & ~RoadFlags.CarBackwardLocal;
        return new RoadTraits(
            flags,
            (flags & RoadFlags.CarForward) != 0 ? traits.ForwardKmh : 0,
            (flags & RoadFlags.CarBackward) != 0 ? traits.BackwardKmh : 0,
            IsPositive(traits.WaitSeconds) ? traits.WaitSeconds : 0,
            IsPositive(traits.DurationSeconds) ? traits.DurationSeconds : 0)
        {
            Kind = traits.Kind,
        };
    }

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);
}
