using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>What a scenario's traffic takes beyond today's, a year.</summary>
/// <param name="Km">Kilometres with passengers; negative where less is driven.</param>
/// <param name="Hours">Hours from first departure to last arrival.</param>
/// <param name="EmptyKm">Kilometres without passengers, since buses end elsewhere than they begin.</param>
/// <param name="EmptyHours">Their hours.</param>
/// <param name="Vehicles">Buses, if none is shared with other lines.</param>
/// <param name="NewStops">New posts.</param>
internal sealed record Operation(double Km, double Hours, double EmptyKm, double EmptyHours, int Vehicles, int NewStops)
{
    /// <summary>Nothing more than today.</summary>
    public static Operation None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Which trips to move, and by how little, to save a bus; null where a move of at most 15 minutes saves none.</summary>
    public string? VehicleNote { get; init; }

    /// <summary>Cost a year; new stops are paid once and stand apart.</summary>
    public double? CostYear(CostsConfig? costs) => costs is null ? null
        : Math.Round((costs.PerKm * (Km + EmptyKm)) + (costs.PerHour * (Hours + EmptyHours)) + (costs.PerVehicleYear * Vehicles), 2, MidpointRounding.AwayFromZero);
}

/// <summary>Works out kilometres, hours, empty runs and buses of the touched lines, after less before.</summary>
internal sealed class Operating
{
    private const int LongestMoveMin = 15;

    private readonly ScenarioState _after;
    private readonly TimetableEdit _before;
    private readonly IReadOnlyDictionary<ServiceDayType, int> _days;
    private readonly WhatIfConfig _config;
    private readonly Dictionary<(int, int), (double Metres, double Ms)> _roads = [];

    private Operating(TimetableEdit before, ScenarioState after, IReadOnlyDictionary<ServiceDayType, int> days) =>
        (_before, _after, _days, _config) = (before, after, days, after.Tools.Config);

    /// <summary>The difference.</summary>
    /// <param name="before">The timetable as it is.</param>
    /// <param name="after">The scenario.</param>
    /// <param name="days">Days a year, by type.</param>
    public static Operation Of(TimetableEdit before, ScenarioState after, IReadOnlyDictionary<ServiceDayType, int> days)
    {
        Operating operating = new(before, after, days);
        (double metres, double minutes, double emptyM, double emptyMs) = (0, 0, 0, 0);
        foreach (ServiceDayType type in after.Edit.Days.Known)
        {
            int count = days.GetValueOrDefault(type);
            (double m, double min) = operating.Driven(type);
            (double em, double ems) = operating.Empty(type);
            (metres, minutes, emptyM, emptyMs) = (metres + (m * count), minutes + (min * count), emptyM + (em * count), emptyMs + (ems * count));
        }

        int fleetBefore = operating.Buses(before, [], 0);
        int fleetAfter = operating.Buses(after.Edit, [], 0);
        return new Operation(
            Rounded(metres / 1000), Rounded(minutes / 60), Rounded(emptyM / 1000), Rounded(emptyMs / 3_600_000), fleetAfter - fleetBefore, after.NewPosts.Count)
        {
            VehicleNote = fleetAfter > fleetBefore ? operating.Note(fleetAfter) : null,
        };
    }

    private static double Rounded(double value) => Math.Round(value, 6, MidpointRounding.AwayFromZero) + 0.0;

    /// <summary>Metres and minutes of a day's trips that are not as they were, after less before.</summary>
    private (double Metres, double Minutes) Driven(ServiceDayType type)
    {
        (double metres, double minutes) = (0, 0);
        foreach (int trip in Trips(_after.Edit, type))
        {
            if (!IsSame(trip, type))
            {
                Add(_after.Edit.CallsOf(trip), 1);
            }
        }

        foreach (int trip in Trips(_before, type))
        {
            if (!IsSame(trip, type))
            {
                Add(_before.CallsOf(trip), -1);
            }
        }

        return (metres, minutes);

        void Add(TripCall[] calls, int sign)
        {
            for (int i = 1; i < calls.Length; i++)
            {
                metres += sign * _after.Hops.Of(calls[i - 1].Post, calls[i].Post).Metres;
            }

            minutes += sign * (calls[^1].ArrivalS - calls[0].DepartureS) / 60.0;
        }
    }

    private bool IsSame(int trip, ServiceDayType type) => trip < _before.TripCount && _before.Runs(trip, type) && _after.Edit.Runs(trip, type)
        && _before.CallsOf(trip).AsSpan().SequenceEqual(_after.Edit.CallsOf(trip));

    private IEnumerable<int> Trips(TimetableEdit edit, ServiceDayType type) =>
        Enumerable.Range(0, edit.TripCount).Where(t => _after.Touched.Contains(edit.GroupOf(edit.LineOf(t))) && edit.Runs(t, type));

    /// <summary>Metres and milliseconds of a day's empty runs, after less before, each line for itself.</summary>
    private (double Metres, double Ms) Empty(ServiceDayType type)
    {
        (double metres, double ms) = (0, 0);
        foreach (int group in _after.Touched)
        {
            foreach ((TimetableEdit edit, int sign) in ((TimetableEdit, int)[])[(_after.Edit, 1), (_before, -1)])
            {
                SortedDictionary<int, (int Surplus, int Post)> terminals = [];
                foreach (int trip in Trips(edit, type).Where(t => edit.GroupOf(edit.LineOf(t)) == group))
                {
                    TripCall[] calls = edit.CallsOf(trip);
                    Count(calls[0].Post, -1);
                    Count(calls[^1].Post, 1);
                }

                (int Key, int Surplus, int Post)[] uneven = [.. terminals.Where(t => t.Value.Surplus != 0).Select(t => (t.Key, t.Value.Surplus, t.Value.Post))];
                foreach ((int from, int to, int buses) in EmptyRuns.Balance([.. uneven.Select(u => u.Surplus)], (a, b) => Road(uneven[a].Post, uneven[b].Post).Metres))
                {
                    (double m, double t) = Road(uneven[from].Post, uneven[to].Post);
                    (metres, ms) = (metres + (sign * buses * m), ms + (sign * buses * t));
                }

                void Count(int post, int change)
                {
                    (int surplus, int first) = terminals.TryGetValue(Terminal(edit, post), out (int Surplus, int Post) known) ? known : (0, post);
                    terminals[Terminal(edit, post)] = (surplus + change, first);
                }
            }
        }

        return (metres, ms);
    }

    private (double Metres, double Ms) Road(int from, int to)
    {
        if (!_roads.TryGetValue((from, to), out (double Metres, double Ms) road))
        {
            bool placed = _after.Edit.IsPlaced(from) && _after.Edit.IsPlaced(to);
            (double X, double Y) a = _after.Edit.PlaceOf(from), b = _after.Edit.PlaceOf(to);
            double straightM = Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
            road = !placed ? (0, 0)
                : _after.Hops.Path(a, b) is { } path ? (path.LengthM, path.MillisecondsBetween(0, path.LengthM))
                : (straightM, straightM * 3600 / LineMatching.StraightKmh);
            _roads.Add((from, to), road);
        }

        return road;
    }

    private static int Terminal(TimetableEdit edit, int post) => edit.StopOf(post) >= 0 ? edit.StopOf(post) : -1 - post;

    /// <summary>Buses on the day that takes most, with some trips moved.</summary>
    private int Buses(TimetableEdit edit, HashSet<int> moved, int minutes) =>
        edit.Days.Known.Where(t => _days.GetValueOrDefault(t) > 0).Select(type => Fleet.Of(Trips(edit, type).Select(t => Vehicle(edit, t, moved.Contains(t) ? minutes : 0))).Values.Sum()).DefaultIfEmpty().Max();

    private VehicleTrip Vehicle(TimetableEdit edit, int trip, int laterMin)
    {
        TripCall[] calls = edit.CallsOf(trip);
        (int leave, int arrive) = (calls[0].DepartureS / 60, (calls[^1].ArrivalS + 59) / 60);
        int ready = arrive + Fleet.LayoverMin(arrive - leave, _config.LayoverMin, _config.LayoverShare);
        return new VehicleTrip(Terminal(edit, calls[0].Post), leave + laterMin, Terminal(edit, calls[^1].Post), ready + laterMin);
    }

    /// <summary>The smallest move that saves a bus: of one trip, else of all changed trips that leave one terminal.</summary>
    private string? Note(int fleet)
    {
        int[] changed =
        [
            .. Enumerable.Range(0, _after.Edit.TripCount).Where(t => _after.Touched.Contains(_after.Edit.GroupOf(_after.Edit.LineOf(t)))
                && _after.Edit.Days.Known.Any(d => _after.Edit.Runs(t, d) && !IsSame(t, d))).OrderBy(_after.Start).ThenBy(t => t),
        ];
        HashSet<int>[] groups = [.. changed.GroupBy(t => Terminal(_after.Edit, _after.Edit.CallsOf(t)[0].Post)).OrderBy(g => g.Key).Select(g => g.ToHashSet())];
        foreach (HashSet<int>[] sets in (HashSet<int>[][])[[.. changed.Select(t => new HashSet<int> { t })], groups])
        {
            for (int minutes = 1; minutes <= LongestMoveMin; minutes++)
            {
                foreach (int move in (int[])[minutes, -minutes])
                {
                    foreach (HashSet<int> set in sets)
                    {
                        if (set.All(t => _after.Start(t) + (move * 60) >= 0) && Buses(_after.Edit, set, move) is int saved && saved < fleet)
                        {
                            return Sentence(set, move, saved);
                        }
                    }
                }
            }
        }

        return null;
    }

    private string Sentence(HashSet<int> trips, int minutes, int fleet)
    {
        bool sv = _after.Tools.Language == Language.Sv;
        List<string> moves = [];
        string stop = "";
        foreach (int trip in trips.OrderBy(_after.Start))
        {
            // People know the trip by the stop where it began before.
            TripCall[] calls = _after.Edit.CallsOf(trip);
            int origin = _after.Edit.OriginOf(trip);
            int at = origin < 0 ? 0 : Math.Max(0, Array.FindIndex(calls, c => c.Post == _before.CallsOf(origin)[0].Post));
            stop = _after.Edit.NameOf(calls[at].Post);
            string was = Clock.Text(calls[at].DepartureS)!, now = Clock.Text(calls[at].DepartureS + (minutes * 60))!;
            moves.Add((sv, minutes > 0) switch
            {
                (true, true) => $"{now} eller senare i stället för {was}",
                (true, false) => $"{now} eller tidigare i stället för {was}",
                (false, true) => $"{now} or later instead of {was}",
                _ => $"{now} or earlier instead of {was}",
            });
        }

        string buses = fleet.ToString(CultureInfo.InvariantCulture);
        string all = string.Join(sv ? " och " : " and ", moves.Distinct());
        return sv ? $"Avgång från {stop} {all}, så räcker {(fleet == 1 ? "en buss" : buses + " bussar")}" : $"Leave {stop} {all} and {(fleet == 1 ? "one bus is" : buses + " buses are")} enough";
    }
}
