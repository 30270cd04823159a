using HousingInventory.Export;
using HousingInventory.Routing.Spatial;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf.Proposals;

/// <summary>Homes by place: those that a stop somewhere would be near enough to.</summary>
/// <param name="baseline">Where homes lie.</param>
/// <param name="homes">Buildings.</param>
/// <param name="withinM">How near a stop must be, metres, inclusive.</param>
internal sealed class HomeGrid(Results baseline, IReadOnlySet<int> homes, double withinM)
{
    private readonly int[] _homes = [.. homes.Order()];
    private readonly PointGrid _grid = new(
        [.. homes.Order().Select(h => baseline.Registers.Buildings[h].House.X)], [.. homes.Order().Select(h => baseline.Registers.Buildings[h].House.Y)]);

    private readonly List<int> _hits = [];

    /// <summary>Homes near a place, ascending.</summary>
    public int[] Near(double x, double y)
    {
        _grid.Within(x, y, withinM, _hits);
        return [.. _hits.Select(h => _homes[h])];
    }

    /// <summary>Metres from a place to some homes, added up.</summary>
    public double SumM(double x, double y, IEnumerable<int> homes) => homes.Sum(h => baseline.Registers.Buildings[h].House.Distance(new Coordinate(x, y)));

    /// <summary>Homes near any of some places, ascending.</summary>
    public int[] NearAny(IEnumerable<(double X, double Y)> places) => [.. places.SelectMany(p => Near(p.X, p.Y)).Distinct().Order()];
}
