using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// Public Transport Accessibility Level of Transport for London: what leaves within a walk of 640 m (bus) or 960 m (rail) on a school weekday 08:15-09:15. Made
/// for cities; for comparison.
/// </summary>
public sealed record PtalCriterion : Criterion
{
    private const double WithinM = 960;

    [Description("Index that gives full points; 40 is the end of level 6a.")]
    public double FullAt { get; init; } = 40;

    [Description("Index that gives no points.")]
    public double ZeroAt { get; init; }

    internal override IReadOnlyList<string> Needs => ["roads", "timetable"];

    internal override MeasureInfo Info => new(
        "", 2, "PTAL-index", "PTAL index", "Tillgänglighetsindex enligt Transport for London.", "Accessibility index of Transport for London.");

    internal override double Burden(double measure) => -measure;

    internal override Sentence? Fault() => FaultOfRising(FullAt, ZeroAt);

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        if (access.Transit.Choice[ServiceDayType.Term].Date is not { } date)
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.Day(ServiceDayType.Term));
        }

        WindowTraffic[] traffic = WindowTraffic.Departures(access.Day(date), Ptal.WindowFromS, Ptal.WindowUntilS);
        Connections[] connected = access.ConnectedHomes(RoadMode.Foot);
        AccessLists lists = AccessLists.Build(access.Network, connected, access.ConnectedPosts(), WithinM);
        MeasureColumn column = new(homes.Count);
        object?[] levels = new object?[homes.Count];
        for (int i = 0; i < homes.Count; i++)
        {
            if (!connected[i].IsConnected)
            {
                column.Missing(i, access.StateOffNetwork(i));
                continue;
            }

            int[] posts = [.. lists.Of(i).ToArray().Select(p => p.Id)];
            double[] walkM = [.. lists.Of(i).ToArray().Select(p => p.DistanceM)];
            decimal index = Ptal.Index(Ptal.ServicesNear(access.Transit.Timetable, traffic, posts, walkM));
            column.Measured(i, (double)index, Rising((double)index, FullAt, ZeroAt));
            levels[i] = Ptal.Level(index);
        }

        return column.Result(new ExtraColumn("_class", new MeasureInfo("text", 0, "PTAL-nivå", "PTAL level", "0, 1a till 6b.", "0, 1a to 6b."), levels));
    }
}
