using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// Walk along roads to the nearest post, boardable on the term day, of a stop that counts: one with enough ordinary departures that day, both directions
/// together. One search from all posts reaches every home.
/// </summary>
public sealed record WalkToStopCriterion : Criterion
{
    [Description("Full points up to this distance, metres.")]
    public double FullUntilM { get; init; } = 400;

    [Description("No points from this distance on, metres.")]
    public double ZeroFromM { get; init; } = 2000;

    [Description("For shape step: full points up to this distance, metres.")]
    public double? UntilM { get; init; }

    internal override IReadOnlyList<string> Needs => ["roads", "timetable"];

    internal override MeasureInfo Info => new(
        "m", 1, "Gångväg till hållplats (m)", "Walk to stop (m)",
        "Kortaste gångväg längs väg till en hållplats med ordinarie trafik.", "Shortest walk along roads to a stop with ordinary traffic.");

    internal override Sentence? Fault() => FaultOfLimits("M", FullUntilM, ZeroFromM, UntilM);

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        ServiceDay day = access.Transit.Choice[ServiceDayType.Term];
        if (day.Date is not { } date)
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.Day(ServiceDayType.Term));
        }

        Timetable timetable = access.Transit.Timetable;
        Departures departures = access.DeparturesOn(date);
        int min = access.Rules.StopMinDepartures;
        Connections[] posts = access.ConnectedPosts();
        RoadTarget[] targets =
        [
            .. Enumerable.Range(0, posts.Length)
                .Where(p => posts[p].IsConnected && departures.IsBoardable(p) && departures.Counts(timetable.Posts.StopOf(p), min))
                .Select(p => new RoadTarget(p, posts[p])),
        ];
        NearestSearch search = NearestSearch.OnFoot(access.Network, targets);
        Connections[] connected = access.ConnectedHomes(RoadMode.Foot);
        MeasureColumn column = new(homes.Count);
        Told?[] told = new Told?[homes.Count];
        for (int i = 0; i < homes.Count; i++)
        {
            NearestTarget nearest = search.At(connected[i]);
            if (nearest.IsReachable)
            {
                column.Measured(i, nearest.DistanceM, Falling(nearest.DistanceM, FullUntilM, ZeroFromM, UntilM));
                told[i] = new Told { Stop = Stop(timetable, departures, nearest) };
            }
            else
            {
                column.Missing(i, !connected[i].IsConnected ? access.StateOffNetwork(i)
                    : day.State == ServiceDayState.NoService ? MeasureState.NoService : MeasureState.Unreachable);
            }
        }

        return column.Result(told, new ExtraColumn("_best", new MeasureInfo(
            "text", 0, "Närmaste hållplats", "Nearest stop", "Hållplatsens namn, linjer och första och sista avgång på skolvardagen.",
            "Name of the stop, its lines, and first and last departure on the school weekday."), [.. told.Select(t => t is null ? null : JourneyWords.Of(t.Stop!))]));
    }

    private static ToldStop Stop(Timetable timetable, Departures departures, NearestTarget nearest)
    {
        int stop = timetable.Posts.StopOf(nearest.Id);
        (int firstS, int lastS) = departures.SpanAt(stop)!.Value;
        return new ToldStop(timetable.Stops.NameOf(stop), nearest.DistanceM, departures.LinesAt(stop), departures.TripsAt(stop), firstS, lastS);
    }
}
