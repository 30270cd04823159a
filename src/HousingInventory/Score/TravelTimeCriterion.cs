using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// Minutes from door to door by ordinary transit or on foot: to be there by a time (early arrival included, as the traveller spends it), home again after a time,
/// or over a window of leaving. One search for all homes; to a category, all its places are targets of that one search.
/// </summary>
public sealed record TravelTimeCriterion : Criterion
{
    private const string StandardArriveBy = "08:15";

    [JsonConverter(typeof(DestinationConverter))]
    [Description("Where to: [longitude, latitude], or { \"category\": ... }. Default: the configuration's centre.")]
    public Destination? To { get; init; }

    [Description("Be there by this time, HH:mm; the time counts from leaving home. The default, at 08:15.")]
    public string? ArriveBy { get; init; }

    [Description("Leave the place after this time, HH:mm; the time counts until being home.")]
    public string? DepartAfter { get; init; }

    [Description("Leave home at any minute of [from, until), HH:mm each; the wait counts.")]
    public IReadOnlyList<string>? Window { get; init; }

    [Description("Which percentile of a window's minutes is the measure, 1 to 100.")]
    public int Percentile { get; init; } = 50;

    [Description("The day: term, holiday, friday, saturday or sunday.")]
    public ServiceDayType Day { get; init; } = ServiceDayType.Term;

    [Description("Full points up to this time, minutes.")]
    public double FullUntilMin { get; init; } = 30;

    [Description("No points from this time on, minutes.")]
    public double ZeroFromMin { get; init; } = 120;

    [Description("For shape step: full points up to this time, minutes.")]
    public double? UntilMin { get; init; }

    [Description("Longer than this is unreachable, minutes.")]
    public double MaxMin { get; init; } = 180;

    internal override IReadOnlyList<string> Needs => To is { Category.Count: > 0 } ? ["roads", "timetable", "services"] : ["roads", "timetable"];

    internal override bool NeedsCentre(bool hasServices) => To is null;

    internal override MeasureInfo Info => new(
        "min", 1, "Restid med buss, dörr till dörr (min)", "Travel time by bus (min)",
        DepartAfter is not null ? "Från platsen till hemmet, väntan inräknad." : Window is not null ? "Från hemmet till platsen, väntan inräknad." : "Från att man lämnar hemmet till den tid man ska vara framme.",
        DepartAfter is not null ? "From the place to home, waits included." : Window is not null ? "From home to the place, waits included." : "From leaving home to the time at which one must be there.");

    internal override Sentence? Fault()
    {
        int ways = (ArriveBy is null ? 0 : 1) + (DepartAfter is null ? 0 : 1) + (Window is null ? 0 : 1);
        return ways > 1 ? " has more than one of arriveBy, departAfter and window"
            : ArriveBy is not null && Clock.Seconds(ArriveBy) is null ? ".arriveBy must be a time written \"HH:mm\""
            : DepartAfter is not null && Clock.Seconds(DepartAfter) is null ? ".departAfter must be a time written \"HH:mm\""
            : Window is { } window && !(window.Count == 2 && Clock.Seconds(window[0]) < Clock.Seconds(window[1])) ? ".window must be two times written \"HH:mm\", in order"
            : Percentile is < 1 or > 100 ? ".percentile must be 1 to 100"
            : MaxMin is not (> 0 and <= 1440) ? ".maxMin must be above 0 and at most 1440"
            : To?.Fault() is { } fault ? Sentence.Of($".to{fault}")
            : To is { Nearest: > 1 } ? ".to.nearest must be 1 here: the quickest place of the category is the measure"
            : FaultOfLimits("Min", FullUntilMin, ZeroFromMin, UntilMin);
    }

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        if (access.Transit.Choice[Day].Date is not { } date)
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.Day(Day));
        }

        IReadOnlyList<Place> places = access.PlacesOf(To);
        PlaceDoors doors = new(access, places);
        if (!doors.Connections.Any(c => c.IsConnected))
        {
            return MeasureColumn.WithoutData(homes.Count, access.LackOf(To));
        }

        (int[] posts, int[] walkSeconds) = Stops(doors);
        ProfileScan scan = new(access.Travel.On(date, withBooked: false));
        PlaceAccess place = new(posts, walkSeconds);
        Search search = DepartAfter is null
            ? new Search(scan.WaysThere(place, traced: Window is null), null)
            : new Search(null, scan.WaysBack(place, traced: true));
        Connections[] connected = access.ConnectedHomes(RoadMode.Foot);
        Departures departures = access.DeparturesOn(date);
        JourneyTelling telling = new(access.Transit.Timetable, access.Rules.Transit.BoardSlackS);
        MeasureColumn column = new(homes.Count);
        Told?[] told = new Told?[homes.Count];
        object?[] shares = new object?[homes.Count];
        for (int i = 0; i < homes.Count; i++)
        {
            HomeAccess home = access.Travel.Home(i, doors.WalkAllSeconds(i));
            int? seconds = connected[i].IsConnected ? Of(search, home, telling, out told[i], out shares[i]) : null;
            if (seconds is { } s)
            {
                column.Measured(i, s / 60.0, Falling(s / 60.0, FullUntilMin, ZeroFromMin, UntilMin));
            }
            else
            {
                column.Missing(i, !connected[i].IsConnected ? access.StateOffNetwork(i)
                    : departures.NothingRuns(home.Posts, posts) ? MeasureState.NoService : MeasureState.Unreachable);
            }
        }

        JourneyWords words = new(access.Rules.Language);
        return Window is null
            ? column.Result(told, new ExtraColumn("_best", new MeasureInfo("text", 0, "Resa", "Journey", "En resa som tar så lång tid.", "A journey that takes this time."), [.. told.Select(t => t is null ? null : words.Of(t.Journey!))]))
            : column.Result(new ExtraColumn("_share", new MeasureInfo("%", 1, "Andel minuter som når fram (%)", "Share of minutes that get there (%)", "Andel av minuterna som man kommer fram från.", "Share of the minutes from which one gets there."), shares));
    }

    private static (int[] Posts, int[] WalkSeconds) Stops(PlaceDoors doors)
    {
        List<int> posts = [];
        List<int> seconds = [];
        for (int place = 0; place < doors.Connections.Length; place++)
        {
            (int[] near, int[] walk) = doors.StopsOf(place);
            posts.AddRange(near);
            seconds.AddRange(walk);
        }

        return ([.. posts], [.. seconds]);
    }

    private int? Of(Search search, HomeAccess home, JourneyTelling telling, out Told? told, out object? share)
    {
        (told, share) = (null, null);
        int maxS = (int)(MaxMin * 60);
        if (Window is { } window)
        {
            WindowTimes times = TravelTime.Window(search.There!, home, Clock.Seconds(window[0])!.Value, Clock.Seconds(window[1])!.Value, maxS);
            share = times.Share * 100;
            return times.PercentileS(Percentile);
        }

        int atS = Clock.Seconds(DepartAfter ?? ArriveBy ?? StandardArriveBy)!.Value;
        int? seconds = search.There is { } there ? TravelTime.ArriveBy(there, home, atS, maxS) : TravelTime.DepartAfter(search.Back!, home, atS, maxS);
        told = seconds is null ? null : new Told
        {
            Journey = search.There is { } ways ? telling.There(ways.JourneyBy(home, atS)!) : telling.Back(search.Back!.JourneyFrom(home, atS)!),
        };
        return seconds;
    }

    private readonly record struct Search(WaysThere? There, WaysBack? Back);
}
