using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>A small made-up road network, drawn in the test. Ways that name the same place meet there.</summary>
internal sealed class Town
{
    public static readonly RoadTraits Street = new(RoadFlags.Foot | RoadFlags.Car, 36, 36);
    public static readonly RoadTraits OneWay = new(RoadFlags.Foot | RoadFlags.CarForward, 36);
    public static readonly RoadTraits Path = new(RoadFlags.Foot);
    public static readonly RoadTraits Motorway = new(RoadFlags.Car | RoadFlags.Motorway, 108, 108);

    public RoadWays Ways { get; } = new();

    /// <summary>A way with node ids: two points at one place are one node.</summary>
    public Town Way(long id, RoadTraits traits, params (double X, double Y)[] points)
    {
        Assert.True(Ways.Add(id, traits, Xs(points), Ys(points), [.. points.Select(NodeAt)]));
        return this;
    }

    /// <summary>A way without node ids, as line layers have them.</summary>
    public Town Line(long id, RoadTraits traits, params (double X, double Y)[] points)
    {
        Assert.True(Ways.Add(id, traits, Xs(points), Ys(points)));
        return this;
    }

    public Town Block((double X, double Y) place, RoadFlags modes)
    {
        Ways.Block(NodeAt(place), modes);
        return this;
    }

    public Streets Build(double fragmentM = 0, double snapM = 0.5, double maxToRoadM = 500) =>
        new(RoadGraph.Build(Ways, new RoadGraphOptions { FragmentM = fragmentM, SnapM = snapM })) { MaxToRoadM = maxToRoadM };

    /// <summary>The id of the node at a place; places are whole metres.</summary>
    public static long NodeAt((double X, double Y) place) => (checked((long)place.X) << 32) + (long)place.Y;

    private static double[] Xs((double X, double Y)[] points) => [.. points.Select(p => p.X)];

    private static double[] Ys((double X, double Y)[] points) => [.. points.Select(p => p.Y)];
}
