using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>
/// The oracle: from a door at one moment, marks every departure event that can be boarded, rides each to every later call, and goes on until nothing new is found.
/// Forward in time, event by event, with its own reading of the transfer rows: it shares nothing with the scan but the rows.
/// </summary>
internal sealed class EventSearch
{
    private readonly RandomTown _town;
    private readonly bool _withBooked;
    private readonly List<(string Trip, int Shift, List<(int Post, int ArrS, int DepS, bool Board, bool Alight)> Calls)> _runs = [];
    private readonly List<(int Run, int Call, int DepS)>[] _departures;
    private readonly int?[,] _changeS;
    private readonly List<TransferRow> _tripRows;
    private readonly List<TransferRow> _ruleRows;

    public EventSearch(RandomTown town, bool withBooked)
    {
        _town = town;
        _withBooked = withBooked;
        TripTable trips = town.Build().Trips;
        Dictionary<string, int[]> offsets = town.Trips.ToDictionary(t => t.Id, t => t.DayOffsets);
        for (int trip = 0; trip < trips.Count; trip++)
        {
            (int first, int end) = trips.CallsOf(trip);
            foreach (int offset in offsets[trips.IdOf(trip)])
            {
                int shift = offset * 86_400;
                if ((offset < 0 && trips.ArrivalS(end - 1) + shift <= 0) || (offset > 0 && trips.DepartureS(first) + shift >= 108_000))
                {
                    continue;
                }

                _runs.Add((trips.IdOf(trip), shift, [.. Enumerable.Range(first, end - first)
                    .Select(c => (trips.PostOf(c), trips.ArrivalS(c) + shift, trips.DepartureS(c) + shift, Allowed(trips.BoardingAt(c)),
                        Allowed(trips.AlightingAt(c))))]));
            }
        }

        _tripRows = [.. town.Transfers.Where(t => t.Type == 4 && t.FromTrip is not null && t.ToTrip != t.FromTrip && IsSingle(t))];
        _ruleRows = [.. town.Transfers.Where(t => t.Type != 4 && (t.FromTrip ?? t.ToTrip ?? t.FromRoute ?? t.ToRoute) is not null)];
        _changeS = new int?[town.Posts, town.Posts];
        _departures = new List<(int, int, int)>[town.Posts];
        for (int post = 0; post < town.Posts; post++)
        {
            _departures[post] = [.. _runs.SelectMany((r, run) => r.Calls.SkipLast(1).Select((c, call) => (c, call)).Where(c => c.c.Post == post && c.c.Board)
                .Select(c => (run, c.call, c.c.DepS)))];
            for (int other = 0; other < town.Posts; other++)
            {
                _changeS[post, other] = ChangeS(post, other);
            }
        }
    }

    /// <summary>All moments at which leaving a door makes sense.</summary>
    public IEnumerable<int> Moments(Door door)
        => door.Posts.SelectMany((post, i) => _runs.SelectMany(r => r.Calls.Where(c => c.Post == post)
            .Select(c => c.DepS - _town.Options.BoardSlackS - door.WalkSeconds[i]))).Distinct();

    /// <summary>Earliest moment at the other door, by transit or walking all the way; int.MaxValue if never.</summary>
    public int Arrive(Door from, Door to, int walkAllS, int leaveS)
    {
        int bestS = walkAllS == HomeAccess.TooFar ? int.MaxValue : leaveS + walkAllS;
        HashSet<(int Run, int Call)> boarded = [];
        Queue<(int Run, int Call)> open = new();
        for (int i = 0; i < from.Posts.Length; i++)
        {
            BoardFrom(from.Posts[i], leaveS + from.WalkSeconds[i] + _town.Options.BoardSlackS, boarded, open);
        }

        while (open.TryDequeue(out (int Run, int Call) ride))
        {
            Ride(ride.Run, ride.Call, to, ref bestS, boarded, open, []);
        }

        return bestS;
    }

    private bool Allowed(TrafficKind kind) => kind == TrafficKind.Ordinary || (_withBooked && kind == TrafficKind.Booked);

    private void BoardFrom(int post, int readyS, HashSet<(int, int)> boarded, Queue<(int, int)> open)
    {
        foreach ((int run, int call, int departS) in _departures[post])
        {
            if (departS >= readyS)
            {
                Board(run, call, boarded, open);
            }
        }
    }

    private void Board(int run, int call, HashSet<(int, int)> boarded, Queue<(int, int)> open)
    {
        if (_runs[run].Calls[call].Board && boarded.Add((run, call)))
        {
            open.Enqueue((run, call));
        }
    }

    private void Ride(int run, int from, Door to, ref int bestS, HashSet<(int, int)> boarded, Queue<(int, int)> open, HashSet<int> joined)
    {
        List<(int Post, int ArrS, int DepS, bool Board, bool Alight)> calls = _runs[run].Calls;
        for (int call = from + 1; call < calls.Count; call++)
        {
            if (calls[call].Alight)
            {
                for (int i = 0; i < to.Posts.Length; i++)
                {
                    bestS = to.Posts[i] == calls[call].Post ? Math.Min(bestS, calls[call].ArrS + to.WalkSeconds[i]) : bestS;
                }

                Change(run, calls[call].Post, calls[call].ArrS, boarded, open);
            }
        }

        // Staying seated into a joined trip: all its later calls are as those of this trip.
        foreach (TransferRow row in _tripRows.Where(t => t.Type == 4 && t.FromTrip == _runs[run].Trip))
        {
            int next = _runs.FindIndex(r => r.Trip == row.ToTrip && r.Shift == _runs[run].Shift);
            if (next >= 0 && _runs[next].Calls[0].DepS >= calls[^1].ArrS && joined.Add(next))
            {
                Ride(next, 0, to, ref bestS, boarded, open, joined);
            }
        }
    }

    private void Change(int run, int post, int arriveS, HashSet<(int, int)> boarded, Queue<(int, int)> open)
    {
        for (int other = 0; other < _town.Posts; other++)
        {
            foreach ((int next, int call, int departS) in _departures[other])
            {
                if (SecondsBetween(run, post, next, other) is { } seconds && departS >= arriveS + seconds)
                {
                    Board(next, call, boarded, open);
                }
            }
        }
    }

    /// <summary>The most specific row that fits, as the reference ranks them; of several the last.</summary>
    private int? SecondsBetween(int run, int post, int next, int other)
    {
        (string Trip, int Shift) from = (_runs[run].Trip, _runs[run].Shift);
        (string Trip, int Shift) to = (_runs[next].Trip, _runs[next].Shift);
        TransferRow best = default;
        foreach (TransferRow row in _ruleRows.Where(r => r.FromStop == RandomTown.PostId(post) && r.ToStop == RandomTown.PostId(other)))
        {
            bool fits = (row.FromTrip ?? from.Trip) == from.Trip && (row.ToTrip ?? to.Trip) == to.Trip && (row.FromTrip is null || row.FromTrip != row.ToTrip)
                && (row.FromTrip is null || row.ToTrip is null || from.Shift == to.Shift)
                && (row.FromRoute ?? RandomTown.LineOf(from.Trip)) == RandomTown.LineOf(from.Trip) && (row.ToRoute ?? RandomTown.LineOf(to.Trip)) == RandomTown.LineOf(to.Trip);
            best = fits && (best.FromStop is null || Rank(row) <= Rank(best)) ? row : best;
        }

        return best.FromStop is null ? _changeS[post, other] : best.Type switch
        {
            1 => 0,
            2 => best.MinTransferS,
            3 => null,
            _ => _changeS[post, other] ?? _town.Options.MinTransferS,
        };
    }

    private static int Rank(TransferRow row) => ((row.FromTrip is null ? 0 : 1) + (row.ToTrip is null ? 0 : 1)) switch
    {
        2 => 0,
        1 => (row.FromRoute ?? row.ToRoute) is null ? 2 : 1,
        _ => row.FromRoute is null || row.ToRoute is null ? 4 : 3,
    };

    private bool IsSingle(TransferRow row)
        => !_town.Frequencies.Any(f => _town.Trips[f.Trip].Id == row.FromTrip || _town.Trips[f.Trip].Id == row.ToTrip);

    private int? ChangeS(int from, int to)
    {
        TransferRow rule = _town.Transfers.LastOrDefault(t => (t.FromTrip ?? t.ToTrip ?? t.FromRoute ?? t.ToRoute) is null && t.Type != 0 && t.FromStop == RandomTown.PostId(from) && t.ToStop == RandomTown.PostId(to));
        if (rule.FromStop is not null)
        {
            return rule.Type switch { 1 => 0, 2 => rule.MinTransferS, _ => null };
        }

        if (from == to)
        {
            return _town.Options.MinTransferS;
        }

        int walk = _town.Walks.FindIndex(w => w.From == from && w.To == to);
        return walk < 0 ? null : _town.Walks[walk].Seconds + _town.Options.BoardSlackS;
    }
}
