using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>A built town and short words for the questions that tests ask it.</summary>
internal sealed class Streets(RoadGraph graph)
{
    private readonly EdgeIndex _onFoot = new(graph, RoadMode.Foot);
    private readonly EdgeIndex _byCar = new(graph, RoadMode.Car);

    public RoadGraph Graph => graph;

    /// <summary>How far a point may be from the roads.</summary>
    public double MaxToRoadM { get; init; } = 500;

    public Connections OnFoot((double X, double Y) point) => _onFoot.Connect(point.X, point.Y, MaxToRoadM);

    public Connections ByCar((double X, double Y) point) => _byCar.Connect(point.X, point.Y, MaxToRoadM);

    public RoadTarget[] Targets(params (double X, double Y)[] points) => [.. points.Select((p, i) => new RoadTarget(i, OnFoot(p)))];

    /// <summary>Metres to walk from a house to the nearest of the targets; null when there is no way.</summary>
    public double? Walk((double X, double Y) house, params (double X, double Y)[] targets)
    {
        NearestTarget nearest = NearestSearch.OnFoot(graph, Targets(targets)).At(OnFoot(house));
        return nearest.IsReachable ? nearest.Cost : null;
    }

    /// <summary>The drive from a house to a service.</summary>
    public NearestTarget Drive((double X, double Y) house, (double X, double Y) service, bool towardsTargets = true) =>
        NearestSearch.ByCar(graph, [new RoadTarget(0, ByCar(service))], 60, towardsTargets).At(ByCar(house));
}
