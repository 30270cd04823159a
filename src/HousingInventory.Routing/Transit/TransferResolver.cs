namespace HousingInventory.Routing.Transit;

/// <summary>Turns rows of transfers into rules for posts, calls and trips.</summary>
internal sealed class TransferResolver
{
    private const int Timed = 1;
    private const int NeedsTime = 2;
    private const int NotPossible = 3;
    private const int StaySeated = 4;

    /// <summary>Longer than any change, and far from the end of an int when times are added.</summary>
    private const int LongestS = 100 * 86_400;

    private readonly Dictionary<(int Source, string Stop), List<int>> _postsOf = [];
    private readonly Dictionary<(int Source, string Trip), int> _tripOf = [];
    private readonly SortedDictionary<(int From, int To), int> _pairs = [];
    private readonly HashSet<(int FromCall, int ToCall)> _links = [];
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
            NameFor(source, rows.Posts[post].Id, post);
            if (rows.Posts[post].ParentStation is { Length: > 0 } station)
            {
                NameFor(source, station, post);
            }
        }

        int trip = 0;
        foreach (TripDrafts.Draft draft in drafts.All)
        {
            // The copies of a frequency share an id, so that a row cannot mean one of them.
            if (!draft.Dropped && !draft.Copied)
            {
                _tripOf.TryAdd((rows.SourceOfTrip(draft.Row), rows.Trips[draft.Row].Id), trip);
            }

            trip += draft.Dropped ? 0 : 1;
        }
    }

    /// <summary>Resolves all rows. A rule for two posts beats one for their stations, a later row an earlier one.</summary>
    public static TransferTable Resolve(TimetableBuilder rows, TripDrafts drafts, TripTable trips)
    {
        TransferResolver resolver = new(rows, drafts, trips);
        HashSet<(int, string)> stations = [.. rows.Posts.Select((p, i) => (rows.PostSource[i], p.ParentStation ?? ""))];
        bool NamesStation((int Source, TransferRow Row) t) => stations.Contains((t.Source, t.Row.FromStop)) || stations.Contains((t.Source, t.Row.ToStop));
        foreach ((int source, TransferRow row) in rows.Transfers.OrderByDescending(NamesStation))
        {
            if (!resolver.Apply(source, row))
            {
                rows.CountsOf(source).TransfersNotApplied++;
            }
        }

        return new TransferTable
        {
            ChangeS = resolver._changeS,
            Pairs = [.. resolver._pairs.Select(p => (p.Key.From, p.Key.To, p.Value))],
            Links = [.. resolver._links.Order()],
            Joins = [.. resolver._joins.Order()],
        };
    }

    private void NameFor(int source, string id, int post)
    {
        if (!_postsOf.TryGetValue((source, id), out List<int>? posts))
        {
            _postsOf.Add((source, id), posts = []);
        }

        posts.Add(post);
    }

    private bool Apply(int source, TransferRow row)
    {
        bool fromTrip = !string.IsNullOrEmpty(row.FromTrip);
        bool toTrip = !string.IsNullOrEmpty(row.ToTrip);
        if (row.ForRoutes || fromTrip != toTrip)
        {
            return false;
        }

        return fromTrip ? ApplyToTrips(source, row) : ApplyToPosts(source, row);
    }

    private bool ApplyToPosts(int source, TransferRow row)
    {
        if (!_postsOf.TryGetValue((source, row.FromStop), out List<int>? from) || !_postsOf.TryGetValue((source, row.ToStop), out List<int>? to))
        {
            return false;
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
            return row.Type is 0 or NeedsTime;
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

    private bool ApplyToTrips(int source, TransferRow row)
    {
        if (!_tripOf.TryGetValue((source, row.FromTrip!), out int from) || !_tripOf.TryGetValue((source, row.ToTrip!), out int to) || from == to)
        {
            return false;
        }

        if (row.Type == StaySeated)
        {
            bool inTime = _trips.CallDepartureS[_trips.FirstCall[to]] >= _trips.CallArrivalS[_trips.FirstCall[from + 1] - 1];
            return inTime && _joins.Add((from, to));
        }

        return row.Type switch
        {
            Timed => Link(source, row, from, to, 0),
            NeedsTime => Link(source, row, from, to, row.MinTransferS ?? 0),

            // Types 0 and 5 ask for nothing that is not so already: trips are joined by type 4 only.
            0 or 5 => true,
            _ => false,
        };
    }

    private bool Link(int source, TransferRow row, int from, int to, int leastS)
    {
        bool found = false;
        foreach (int fromPost in _postsOf.GetValueOrDefault((source, row.FromStop)) ?? [])
        {
            foreach (int toPost in _postsOf.GetValueOrDefault((source, row.ToStop)) ?? [])
            {
                found |= LinkCalls(from, fromPost, to, toPost, leastS);
            }
        }

        return found;
    }

    private bool LinkCalls(int from, int fromPost, int to, int toPost, int leastS)
    {
        bool found = false;
        for (int a = _trips.FirstCall[from] + 1; a < _trips.FirstCall[from + 1]; a++)
        {
            for (int b = _trips.FirstCall[to]; b < _trips.FirstCall[to + 1] - 1; b++)
            {
                if (_trips.CallPost[a] == fromPost && _trips.CallPost[b] == toPost && _trips.CallDepartureS[b] >= (long)_trips.CallArrivalS[a] + leastS)
                {
                    _links.Add((a, b));
                    found = true;
                }
            }
        }

        return found;
    }
}
