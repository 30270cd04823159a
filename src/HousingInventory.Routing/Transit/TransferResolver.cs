namespace HousingInventory.Routing.Transit;

/// <summary>Turns rows of transfers into rules for posts, calls and trips.</summary>
internal sealed class TransferResolver
{
    private const int Timed = 1;
    private const int NeedsTime = 2;
    private const int NotPossible = 3;
    private const int StaySeated = 4;
    private const int LeaveAndBoard = 5;

    /// <summary>Longer than any change, and far from the end of an int when times are added.</summary>
    private const int LongestS = 100 * 86_400;

    private readonly Dictionary<(int Source, string Id), List<int>> _postsOf = [];
    private readonly Dictionary<(int Source, string Id), List<int>> _tripsOf = [];
    private readonly Dictionary<(int Source, string Id), List<int>> _linesOf = [];
    private readonly SortedDictionary<(int From, int To), int> _pairs = [];
    private readonly List<(TransferRule Rule, bool IsStation)> _rules = [];
    private readonly HashSet<(int FromTrip, int ToTrip)> _joins = [];
    private readonly int[] _changeS;
    private readonly TripTable _trips;

    private TransferResolver(TimetableBuilder rows, TripDrafts drafts, TripTable trips)
    {
        _trips = trips;
        _changeS = new int[rows.Posts.Count];
        Array.Fill(_changeS, TransferTable.Default);
        for (int post = 0; post < rows.Posts.Count; post++)
        {
            int source = rows.PostSource[post];
            Name(_postsOf, source, rows.Posts[post].Id, post);
            if (rows.Posts[post].ParentStation is { Length: > 0 } station)
            {
                Name(_postsOf, source, station, post);
            }
        }

        int trip = 0;
        foreach (TripDrafts.Draft draft in drafts.All)
        {
            if (!draft.Dropped)
            {
                Name(_tripsOf, rows.SourceOfTrip(draft.Row), rows.Trips[draft.Row].Id, trip++);
            }
        }

        for (int line = 0; line < rows.Lines.Count; line++)
        {
            Name(_linesOf, rows.LineSource[line], rows.Lines[line].Id, line);
        }
    }

    /// <summary>Resolves all rows. The most specific counts: trips before routes before stops; a rule for two posts beats one for their stations, a later row an earlier one.</summary>
    public static TransferTable Resolve(TimetableBuilder rows, TripDrafts drafts, TripTable trips)
    {
        TransferResolver resolver = new(rows, drafts, trips);
        HashSet<(int, string)> stations = [.. rows.Posts.Select((p, i) => (rows.PostSource[i], p.ParentStation ?? ""))];
        bool NamesStation((int Source, TransferRow Row) t) => stations.Contains((t.Source, t.Row.FromStop)) || stations.Contains((t.Source, t.Row.ToStop));
        foreach ((int source, TransferRow row) in rows.Transfers.OrderByDescending(NamesStation))
        {
            if (!resolver.Apply(source, row, NamesStation((source, row))))
            {
                rows.CountsOf(source).TransfersNotApplied++;
            }
        }

        return new TransferTable
        {
            ChangeS = resolver._changeS,
            Pairs = [.. resolver._pairs.Select(p => (p.Key.From, p.Key.To, p.Value))],
            // Among equals a rule for posts beats one for their stations, a later row an earlier one.
            Rules = [.. resolver._rules.Select((r, i) => (r.Rule, r.IsStation, i)).OrderBy(r => r.Rule.Rank).ThenBy(r => r.IsStation).ThenByDescending(r => r.i).Select(r => r.Rule)],
            Joins = [.. resolver._joins.Order()],
        };
    }

    private static void Name(Dictionary<(int Source, string Id), List<int>> known, int source, string id, int index)
    {
        if (!known.TryGetValue((source, id), out List<int>? indices))
        {
            known.Add((source, id), indices = []);
        }

        indices.Add(index);
    }

    private bool Apply(int source, TransferRow row, bool isStation)
    {
        bool isForSome = new[] { row.FromTrip, row.ToTrip, row.FromRoute, row.ToRoute }.Any(id => !string.IsNullOrEmpty(id));
        return isForSome ? ApplyToSome(source, row, isStation) : ApplyToPosts(source, row);
    }

    private bool ApplyToPosts(int source, TransferRow row)
    {
        if (!_postsOf.TryGetValue((source, row.FromStop), out List<int>? from) || !_postsOf.TryGetValue((source, row.ToStop), out List<int>? to))
        {
            // Nobody calls there.
            return true;
        }

        // Type 0 says that this is a good place to change, type 2 without a time says no more.
        int? seconds = row.Type switch
        {
            Timed => 0,
            NeedsTime when row.MinTransferS >= 0 => Math.Min(row.MinTransferS.Value, LongestS),
            NotPossible => TransferTable.Forbidden,
            _ => null,
        };
        if (seconds is not { } value)
        {
            return row.Type is 0 or NeedsTime or StaySeated or LeaveAndBoard;
        }

        foreach (int a in from)
        {
            foreach (int b in to)
            {
                if (a == b)
                {
                    _changeS[a] = value;
                }
                else
                {
                    _pairs[(a, b)] = value;
                }
            }
        }

        return true;
    }

    /// <summary>A rule for certain trips or routes, at each pair of posts that it is about.</summary>
    private bool ApplyToSome(int source, TransferRow row, bool isStation)
    {
        if (!TryFind(source, row.FromTrip, _tripsOf, out List<int> fromTrips) || !TryFind(source, row.ToTrip, _tripsOf, out List<int> toTrips)
            || !TryFind(source, row.FromRoute, _linesOf, out List<int> fromLines) || !TryFind(source, row.ToRoute, _linesOf, out List<int> toLines))
        {
            // It is about traffic that does not run here.
            return true;
        }

        if (row.Type == StaySeated)
        {
            return Join(fromTrips, toTrips);
        }

        int? seconds = row.Type switch
        {
            Timed => 0,
            NeedsTime when row.MinTransferS >= 0 => Math.Min(row.MinTransferS.Value, LongestS),
            NotPossible => TransferTable.Forbidden,
            0 or NeedsTime or LeaveAndBoard => TransferTable.Default,
            _ => null,
        };
        List<int> from = PostsOf(source, row.FromStop, fromTrips);
        List<int> to = PostsOf(source, row.ToStop, toTrips);
        bool namesPosts = from.Count > 0 && to.Count > 0;
        foreach (int a in seconds is null ? [] : from)
        {
            foreach (int b in to)
            {
                // Without stops the row is about places where the two trips meet.
                if (a != b && (row.FromStop.Length == 0 || row.ToStop.Length == 0))
                {
                    continue;
                }

                AddRules(a, b, fromTrips, fromLines, toTrips, toLines, seconds!.Value, isStation);
            }
        }

        return seconds is not null && (namesPosts || row.FromStop.Length > 0 || row.ToStop.Length > 0);
    }

    private void AddRules(int from, int to, List<int> fromTrips, List<int> fromLines, List<int> toTrips, List<int> toLines, int seconds, bool isStation)
    {
        // A trip of a frequency stands for all its departures.
        foreach (int fromTrip in fromTrips)
        {
            foreach (int toTrip in toTrips)
            {
                if (fromTrip >= 0 && fromTrip == toTrip)
                {
                    continue;
                }

                _rules.Add((new TransferRule(from, to, fromTrip, fromLines[0], toTrip, toLines[0], seconds), isStation));
            }
        }
    }

    /// <summary>Index of what an id names; -1 alone where the row names none. False if it names something that is not here.</summary>
    private static bool TryFind(int source, string? id, Dictionary<(int Source, string Id), List<int>> known, out List<int> found)
    {
        found = [-1];
        return string.IsNullOrEmpty(id) || known.TryGetValue((source, id), out found!);
    }

    private List<int> PostsOf(int source, string stop, List<int> trips) => stop.Length > 0
        ? _postsOf.GetValueOrDefault((source, stop)) ?? []
        : [.. trips.Where(t => t >= 0).SelectMany(t => _trips.CallPost[_trips.FirstCall[t].._trips.FirstCall[t + 1]]).Distinct()];

    private bool Join(List<int> fromTrips, List<int> toTrips)
    {
        // Of the departures of a frequency none is meant.
        if (fromTrips.Count > 1 || toTrips.Count > 1)
        {
            return false;
        }

        (int from, int to) = (fromTrips[0], toTrips[0]);
        bool inTime = from >= 0 && to >= 0 && from != to
            && _trips.CallDepartureS[_trips.FirstCall[to]] >= _trips.CallArrivalS[_trips.FirstCall[from + 1] - 1];
        return inTime && _joins.Add((from, to));
    }
}
