using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Spatial;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// The nearness indicator of SCB, Boverket and Kolada: straight distance to a stop with at least one departure an hour, school weekdays 06-20. It gives most
/// villages nothing, so it is shown for comparison and weighs nothing by default.
/// </summary>
public sealed record ScbNearnessCriterion : Criterion
{
    [Description("How one departure an hour is read, which SCB does not publish: every (each of the 14 clock hours has one) or average (at least 14 in all).")]
    public HourlyReading Hourly { get; init; } = HourlyReading.Every;

    [Description("Full points up to this distance, metres.")]
    public double FullUntilM { get; init; } = 500;

    [Description("No points from this distance on, metres.")]
    public double ZeroFromM { get; init; } = 2000;

    [Description("For shape step: full points up to this distance, metres.")]
    public double? UntilM { get; init; }

    internal override IReadOnlyList<string> Needs => ["timetable"];

    internal override MeasureInfo Info => new(
        "m", 1, "Till hållplats med timtrafik, fågelvägen (m)", "To stop with hourly traffic, straight (m)",
        "Som SCB:s mått: rakt avstånd till en hållplats med minst en avgång i timmen vardagar 06–20.", "As SCB measures: straight distance to a stop with at least one departure an hour on weekdays 06–20.");

    internal override Sentence? Fault() => FaultOfLimits("M", FullUntilM, ZeroFromM, UntilM);

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        if (access.Transit.Choice[ServiceDayType.Term] is not { Date: { } date } day)
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.Day(ServiceDayType.Term));
        }

        WindowTraffic[] traffic = WindowTraffic.Departures(access.Day(date), ScbNearness.WindowFromS, ScbNearness.WindowUntilS);
        StopTable stops = access.Transit.Timetable.Stops;
        (double X, double Y)[] served = [.. Enumerable.Range(0, traffic.Length).Where(s => stops.IsPlaced(s) && ScbNearness.IsServed(traffic[s], Hourly)).Select(stops.MidpointOf)];
        PointGrid grid = new([.. served.Select(s => s.X)], [.. served.Select(s => s.Y)]);
        MeasureColumn column = new(homes.Count);
        object?[] classes = new object?[homes.Count];
        for (int i = 0; i < homes.Count; i++)
        {
            PointHit hit = grid.Nearest(homes[i].House.X, homes[i].House.Y);
            classes[i] = ScbNearness.Class(hit.Found ? hit.DistanceM : null);
            if (hit.Found)
            {
                column.Measured(i, hit.DistanceM, Falling(hit.DistanceM, FullUntilM, ZeroFromM, UntilM));
            }
            else
            {
                column.Missing(i, day.State == ServiceDayState.NoService ? MeasureState.NoService : MeasureState.Unreachable);
            }
        }

        return column.Result(new ExtraColumn(
            "_class", new MeasureInfo("text", 0, "Klass enligt SCB", "Class as SCB has it", "within-400, within-500, within-1000, within-2000 eller outside.", "within-400, within-500, within-1000, within-2000 or outside."), classes)
        {
            Words =
            [
                ("within-400", "Inom 400 m", "Within 400 m"),
                ("within-500", "Inom 500 m", "Within 500 m"),
                ("within-1000", "Inom 1 000 m", "Within 1,000 m"),
                ("within-2000", "Inom 2 000 m", "Within 2,000 m"),
                ("outside", "Längre bort än 2 000 m", "Farther than 2,000 m"),
            ],
        });
    }
}
