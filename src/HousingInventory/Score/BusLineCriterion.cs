using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Spatial;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.Score;

/// <summary>Straight distance to the nearest bus line that runs on the term day. It says where a bus passes, not where it stops.</summary>
public sealed record BusLineCriterion : Criterion
{
    [Description("Full points up to this distance, metres.")]
    public double FullUntilM { get; init; } = 300;

    [Description("No points from this distance on, metres.")]
    public double ZeroFromM { get; init; } = 3000;

    [Description("For shape step: full points up to this distance, metres.")]
    public double? UntilM { get; init; }

    [Description("Fewest ordinary trips on the day for a line to count.")]
    public int MinTrips { get; init; } = 1;

    internal override IReadOnlyList<string> Needs => ["timetable"];

    internal override MeasureInfo Info => new(
        "m", 1, "Till busslinje, fågelvägen (m)", "To bus line, straight (m)", "Rakt avstånd till närmaste linjesträckning.", "Straight distance to the nearest line.");

    internal override Sentence? Fault() => MinTrips < 1 ? ".minTrips must be at least 1" : FaultOfLimits("M", FullUntilM, ZeroFromM, UntilM);

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        ServiceDay day = access.Transit.Choice[ServiceDayType.Term];
        if (day.Date is null)
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.Day(ServiceDayType.Term));
        }

        List<int> first = [0];
        List<double> x = [];
        List<double> y = [];
        List<LineCourse> courses = [];
        foreach (LineCourse course in access.Transit.LineCourses.Where(l => l.Trips >= MinTrips))
        {
            foreach (Coordinate[] points in course.Course.Geometries.Select(g => g.Coordinates))
            {
                x.AddRange(points.Select(p => p.X));
                y.AddRange(points.Select(p => p.Y));
                first.Add(x.Count);
                courses.Add(course);
            }
        }

        SegmentGrid grid = new([.. first], [.. x], [.. y]);
        MeasureColumn column = new(homes.Count);
        object?[] names = new object?[homes.Count];
        for (int i = 0; i < homes.Count; i++)
        {
            SegmentHit hit = grid.Nearest(homes[i].House.X, homes[i].House.Y);
            if (hit.Found)
            {
                column.Measured(i, hit.DistanceM, Falling(hit.DistanceM, FullUntilM, ZeroFromM, UntilM));
                names[i] = courses[hit.Line].Line;
            }
            else
            {
                column.Missing(i, MeasureState.NoService);
            }
        }

        return column.Result(new ExtraColumn("_best", new MeasureInfo("text", 0, "Närmaste linje", "Nearest line", "Linjens namn.", "Name of the line."), names));
    }
}
