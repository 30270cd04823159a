using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// Distinct ordinary trips of a service day that can be boarded within walking distance, both directions together; a bus that passes three stops near the home
/// is one. Beside it the weaker direction, and the booked trips of the week, which never give points.
/// </summary>
public sealed record DeparturesCriterion : Criterion
{
    [Description("Walking distance, metres.")]
    public double WithinM { get; init; } = 1000;

    [Description("Departures that give full points.")]
    public double FullAt { get; init; } = 16;

    [Description("Departures that give no points.")]
    public double ZeroAt { get; init; }

    [Description("The day: term, holiday, friday, saturday or sunday.")]
    public ServiceDayType Day { get; init; } = ServiceDayType.Term;

    internal override IReadOnlyList<string> Needs => ["roads", "timetable"];

    internal override MeasureInfo Info => new(
        "", 0, Day == ServiceDayType.Term ? "Avgångar per skolvardag" : "Avgångar per dag", Day == ServiceDayType.Term ? "Departures per school weekday" : "Departures a day",
        "Ordinarie avgångar från hållplatser inom gångavstånd, båda riktningarna.", "Ordinary departures from stops within walking distance, both directions.");

    internal override double Burden(double measure) => -measure;

    internal override Sentence? Fault() => WithinM < 0 ? ".withinM must not be negative" : FaultOfRising(FullAt, ZeroAt);

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        ServiceDay day = access.Transit.Choice[Day];
        if (day.Date is not { } date)
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.Day(Day));
        }

        DayTrips trips = access.Day(date);
        AccessLists lists = access.StopsOfHomes();
        Connections[] connected = access.ConnectedHomes(RoadMode.Foot);
        BookedWeek booked = new(access.Transit.Timetable, date);
        MeasureColumn column = new(homes.Count);
        object?[] oneWay = new object?[homes.Count];
        object?[] onDemand = new object?[homes.Count];
        Parallel.For(0, homes.Count, () => new DepartureCounter(trips), (i, _, counter) =>
        {
            int[] posts = [.. Near(lists, i)];
            onDemand[i] = booked.Count(posts) + Zones(access.Around.OnDemandZones, homes[i]);
            if (!connected[i].IsConnected)
            {
                column.Missing(i, access.StateOffNetwork(i));
            }
            else if (day.State == ServiceDayState.NoService)
            {
                column.Missing(i, MeasureState.NoService);
            }
            else
            {
                NearbyDepartures near = counter.Count(posts);
                oneWay[i] = near.OneWay;
                column.Measured(i, near.Trips, Rising(near.Trips, FullAt, ZeroAt));
            }

            return counter;
        }, static _ => { });
        return column.Result(
            new ExtraColumn("_one_way", new MeasureInfo("", 0, Info.Sv + ", svagare riktningen", Info.En + ", weaker direction", "Avgångar i den riktning som har färre.", "Departures in the direction that has fewer."), oneWay),
            new ExtraColumn("_booked", new MeasureInfo("", 0, "Anropsstyrda turer per vecka", "On-demand trips a week", "Turer som körs bara om någon beställt; ger inga poäng.", "Trips that run only if ordered; they give no points."), onDemand));
    }

    private List<int> Near(AccessLists lists, int home)
    {
        List<int> posts = [];
        foreach (ReachedTarget post in lists.Of(home))
        {
            if (post.DistanceM <= WithinM)
            {
                posts.Add(post.Id);
            }
        }

        return posts;
    }

    private static int Zones(IReadOnlyList<OnDemandZone> zones, Building home)
    {
        int trips = 0;
        foreach (OnDemandZone zone in zones)
        {
            if (zone.Area.EnvelopeInternal.Contains(home.House) && NetTopologySuite.Algorithm.Locate.SimplePointInAreaLocator.IsContained(home.House, zone.Area))
            {
                trips += zone.TripsPerWeek;
            }
        }

        return trips;
    }
}
