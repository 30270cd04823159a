using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Transit;

/// <summary>
/// From every post of a timetable to one place, at every time of a day, in one pass over the connections: the profile variant of the connection scan algorithm
/// (Dibbelt, Pajor, Strasser, Wagner: Connection Scan Algorithm, arXiv 1703.05997). Connections are met latest first; each learns the earliest arrival at the
/// place's door for a passenger who sits in it, and hands it to the post where it can be boarded. The way back is the same pass on the mirrored day.
/// Keeps its scratch memory between scans, so each thread needs its own.
/// </summary>
public sealed class ProfileScan
{
    internal const int Unreached = int.MaxValue;

    private readonly DayNetwork _network;
    private readonly int[] _reachS;
    private readonly int[] _alightAfter;
    private readonly int[] _boardNext;
    private readonly int[] _pairDepartS;
    private readonly int[] _pairDoorS;
    private readonly int[] _pairConnection;
    private readonly int[] _pairEnd;
    private readonly int[] _placeWalkS;
    private ConnectionTable _table;
    private TransferWalks _changes;
    private ChangeRules? _ruled;

    /// <summary>A scan over one day.</summary>
    public ProfileScan(DayNetwork network)
    {
        _network = network;
        (_table, _changes, _ruled) = (network.There, network.Changes, network.Ruled);
        int connections = Math.Max(network.There.Count, network.Back.Count);
        int posts = network.AtPostS.Length;
        _reachS = new int[connections];
        _alightAfter = new int[connections];
        _boardNext = new int[connections];
        _pairDepartS = new int[connections];
        _pairDoorS = new int[connections];
        _pairConnection = new int[connections];
        _pairEnd = new int[posts];
        _placeWalkS = new int[posts];
        Array.Fill(_placeWalkS, Unreached);
    }

    /// <summary>All ways to a place.</summary>
    /// <param name="place">Posts from which the place is walked to.</param>
    /// <param name="traced">Whether journeys will be asked for; keeps about five times the memory.</param>
    public WaysThere WaysThere(PlaceAccess place, bool traced = false)
    {
        (_table, _changes, _ruled) = (_network.There, _network.Changes, _network.Ruled);
        return new WaysThere(Scan(place, placeSlackS: 0, traced), _network.Options.BoardSlackS);
    }

    /// <summary>All ways from a place.</summary>
    /// <param name="place">Posts to which one walks from the place.</param>
    /// <param name="traced">As above.</param>
    public WaysBack WaysBack(PlaceAccess place, bool traced = false)
    {
        // Whoever leaves the place must be at the stop in time, so the slack is the place's; at home nobody waits.
        (_table, _changes, _ruled) = (_network.Back, _network.ChangesBack, _network.RuledBack);
        return new WaysBack(Scan(place, _network.Options.BoardSlackS, traced));
    }

    private ParetoPairs Scan(PlaceAccess place, int placeSlackS, bool traced)
    {
        for (int i = 0; i < place.Posts.Length; i++)
        {
            ref int walkS = ref _placeWalkS[place.Posts[i]];
            walkS = Math.Min(walkS, place.WalkSeconds[i] + placeSlackS);
        }

        int[] parts = _network.Parts.OfPosts(place.Posts);
        foreach (int part in parts)
        {
            Scan(part);
        }

        foreach (int post in place.Posts)
        {
            _placeWalkS[post] = Unreached;
        }

        return MakePairs(parts, traced);
    }

    private void Scan(int part)
    {
        (int first, int end) = (_table.FirstOfPart[part], _table.FirstOfPart[part + 1]);
        _reachS.AsSpan(first, end - first).Fill(Unreached);
        foreach (int post in _network.Parts.PostsOf(part))
        {
            _pairEnd[post] = _table.FirstPair[post];
        }

        if (_table.HasZeroHops && _network.HasInstantChanges)
        {
            ScanBySecond(first, end);
            return;
        }

        for (int c = first; c < end; c++)
        {
            Relax(c);
        }
    }

    /// <summary>
    /// Where a change takes no time, a hop that takes none may lead to another of the same second that was met before it: the connections of a second are
    /// then met again until nothing improves.
    /// </summary>
    private void ScanBySecond(int first, int endOfPart)
    {
        for (int end; first < endOfPart; first = end)
        {
            bool again = false;
            for (end = first; end < endOfPart && _table.DepartS[end] == _table.DepartS[first]; end++)
            {
                again |= _table.ArriveS[end] == _table.DepartS[end];
            }

            do
            {
                bool improved = false;
                for (int c = first; c < end; c++)
                {
                    improved |= Relax(c);
                }

                again &= improved;
            }
            while (again);
        }
    }

    /// <summary>
    /// Finds the best that a passenger of a connection can do. The trace changes only when the time improves, so that it never runs in a circle.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Relax(int c)
    {
        int bestS = _reachS[c];
        int alightAfter = ConnectionTable.None;
        int boardNext = ConnectionTable.None;
        RideOn(_table.Next[c], ref bestS, ref alightAfter, ref boardNext);
        if (_table.SeatedHead.Length > 0)
        {
            for (int row = _table.SeatedHead[c]; row != ConnectionTable.None; row = _table.Extra[row].NextRow)
            {
                RideOn(_table.Extra[row].Connection, ref bestS, ref alightAfter, ref boardNext);
            }
        }

        if (_table.MayAlight[c])
        {
            Alight(c, ref bestS, ref alightAfter, ref boardNext);
        }

        if (bestS >= _reachS[c])
        {
            return false;
        }

        _reachS[c] = bestS;
        _alightAfter[c] = alightAfter;
        _boardNext[c] = boardNext;
        if (_table.MayBoard[c])
        {
            Offer(c, bestS);
        }

        return true;
    }

    private void RideOn(int next, ref int bestS, ref int alightAfter, ref int boardNext)
    {
        if (next != ConnectionTable.None && _reachS[next] < bestS)
        {
            (bestS, alightAfter, boardNext) = (_reachS[next], _alightAfter[next], _boardNext[next]);
        }
    }

    private void Alight(int c, ref int bestS, ref int alightAfter, ref int boardNext)
    {
        int post = _table.To[c];
        int arriveS = _table.ArriveS[c];
        int placeWalkS = _placeWalkS[post];
        if (placeWalkS != Unreached && arriveS + placeWalkS <= bestS && arriveS + placeWalkS < _reachS[c])
        {
            (bestS, alightAfter, boardNext) = (arriveS + placeWalkS, c, ConnectionTable.None);
        }

        if (_network.AtPostS[post] != TransferTable.Forbidden && !IsRuled(post, post))
        {
            Change(c, post, arriveS + _network.AtPostS[post], ref bestS, ref alightAfter, ref boardNext);
        }

        for (int i = _changes.FirstOut[post]; i < _changes.FirstOut[post + 1]; i++)
        {
            if (!IsRuled(post, _changes.To[i]))
            {
                Change(c, _changes.To[i], arriveS + _changes.Seconds[i], ref bestS, ref alightAfter, ref boardNext);
            }
        }

        if (_ruled is not null)
        {
            foreach (ChangeRules.Ruled ruled in _ruled.Of(post))
            {
                ChangeByRules(c, arriveS, ruled, ref bestS, ref alightAfter, ref boardNext);
            }
        }
    }

    private bool IsRuled(int post, int to) => _ruled is not null && _ruled.Has(post, to);

    /// <summary>Departures of a post one by one, earliest first, until one leaves later than the best arrival so far.</summary>
    private void ChangeByRules(int c, int arriveS, ChangeRules.Ruled ruled, ref int bestS, ref int alightAfter, ref int boardNext)
    {
        for (int i = _table.FirstPair[ruled.To + 1] - 1; i >= _table.FirstPair[ruled.To]; i--)
        {
            int next = _table.BoardAt[i];
            int departS = _table.DepartS[next];
            if (departS < arriveS || _reachS[next] >= bestS)
            {
                continue;
            }

            if (departS >= bestS)
            {
                return;
            }

            int seconds = _ruled!.Seconds(ruled, _table.Run[c], _table.Run[next]);
            if (seconds != TransferTable.Forbidden && departS >= (long)arriveS + seconds)
            {
                (bestS, alightAfter, boardNext) = (_reachS[next], c, next);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Change(int c, int post, int readyS, ref int bestS, ref int alightAfter, ref int boardNext)
    {
        int first = _table.FirstPair[post];
        int pair = ParetoPairs.LastFrom(_pairDepartS, first, _pairEnd[post], readyS);
        if (pair >= first && _pairDoorS[pair] < bestS)
        {
            (bestS, alightAfter, boardNext) = (_pairDoorS[pair], c, _pairConnection[pair]);
        }
    }

    private void Offer(int c, int doorS)
    {
        int post = _table.From[c];
        int end = _pairEnd[post];
        bool any = end > _table.FirstPair[post];
        if (any && _pairDoorS[end - 1] <= doorS)
        {
            return;
        }

        int at = any && _pairDepartS[end - 1] == _table.DepartS[c] ? end - 1 : end;
        (_pairDepartS[at], _pairDoorS[at], _pairConnection[at]) = (_table.DepartS[c], doorS, c);
        _pairEnd[post] = at + 1;
    }

    private ParetoPairs MakePairs(int[] parts, bool traced)
    {
        int[] posts = [.. parts.SelectMany(part => _network.Parts.PostsOf(part).ToArray())];
        int[] first = new int[posts.Length + 1];
        for (int i = 0; i < posts.Length; i++)
        {
            first[i + 1] = first[i] + _pairEnd[posts[i]] - _table.FirstPair[posts[i]];
        }

        int[] departS = new int[first[^1]];
        int[] doorS = new int[first[^1]];
        int[] connection = new int[traced ? first[^1] : 0];
        for (int i = 0; i < posts.Length; i++)
        {
            int from = _table.FirstPair[posts[i]];
            int count = first[i + 1] - first[i];
            Array.Copy(_pairDepartS, from, departS, first[i], count);
            Array.Copy(_pairDoorS, from, doorS, first[i], count);
            if (traced)
            {
                Array.Copy(_pairConnection, from, connection, first[i], count);
            }
        }

        Trace? trace = traced ? new Trace(_network.Day, _table, connection, Scanned(_reachS, parts), Scanned(_alightAfter, parts), Scanned(_boardNext, parts)) : null;
        return new ParetoPairs(_network.Parts, parts, first, departS, doorS, trace);
    }

    /// <summary>A copy of what stands for the connections from the first searched part to the last.</summary>
    private Trace.Column Scanned(int[] values, int[] parts)
    {
        int first = parts.Length == 0 ? 0 : _table.FirstOfPart[parts[0]];
        int end = parts.Length == 0 ? 0 : _table.FirstOfPart[parts[^1] + 1];
        return new Trace.Column(first, values[first..end]);
    }
}
