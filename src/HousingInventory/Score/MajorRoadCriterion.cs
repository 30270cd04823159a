using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Spatial;

namespace HousingInventory.Score;

/// <summary>
/// Straight distance to the nearest major road, as BISA measured it: OSM motorway to secondary, NVDB road category 1 to 4. It says nothing about buses.
/// </summary>
public sealed record MajorRoadCriterion : Criterion
{
    [Description("Full points up to this distance, metres.")]
    public double FullUntilM { get; init; } = 300;

    [Description("No points from this distance on, metres.")]
    public double ZeroFromM { get; init; } = 3000;

    [Description("For shape step: full points up to this distance, metres.")]
    public double? UntilM { get; init; }

    internal override IReadOnlyList<string> Needs => ["roads"];

    internal override MeasureInfo Info => new(
        "m", 1, "Till större väg, fågelvägen (m)", "To major road, straight (m)",
        "Rakt avstånd till närmaste större väg, oavsett om någon buss går där.", "Straight distance to the nearest major road, whether or not a bus runs there.");

    internal override Sentence? Fault() => FaultOfLimits("M", FullUntilM, ZeroFromM, UntilM);

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        if (access.Around.MajorRoads is not { } roads || roads.X.Length == 0)
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.MajorRoads);
        }

        SegmentGrid grid = new(roads.FirstPoint, roads.X, roads.Y);
        MeasureColumn column = new(homes.Count);
        for (int i = 0; i < homes.Count; i++)
        {
            double distanceM = grid.Nearest(homes[i].House.X, homes[i].House.Y).DistanceM;
            column.Measured(i, distanceM, Falling(distanceM, FullUntilM, ZeroFromM, UntilM));
        }

        return column.Result();
    }
}
