namespace HousingInventory.Routing.Transit;

/// <summary>What a scan decided at each connection, from which journeys are rebuilt on demand.</summary>
internal sealed class Trace
{
    private readonly DayTrips _day;
    private readonly ConnectionTable _table;
    private readonly int[] _pairConnection;
    private readonly Column _reachS;
    private readonly Column _alightAfter;
    private readonly Column _boardNext;

    public Trace(DayTrips day, ConnectionTable table, int[] pairConnection, Column reachS, Column alightAfter, Column boardNext)
    {
        _day = day;
        _table = table;
        _pairConnection = pairConnection;
        _reachS = reachS;
        _alightAfter = alightAfter;
        _boardNext = boardNext;
    }

    /// <summary>The rides from a pair to the place.</summary>
    public List<Ride> RidesThere(int pair)
        => [.. Pieces(_pairConnection[pair]).Select(p => MakeRide(p.First, p.Last, p.Seated))];

    /// <summary>The rides from the place to a pair of the mirrored table, in order of travel.</summary>
    public List<Ride> RidesBack(int pair)
    {
        List<(int First, int Last, bool Seated)> pieces = Pieces(_pairConnection[pair]);
        List<Ride> rides = [];
        for (int i = pieces.Count - 1; i >= 0; i--)
        {
            // Seen in order of travel, one sits down where the piece before it (after it in the mirror) was joined.
            bool seated = i + 1 < pieces.Count && pieces[i + 1].Seated;
            rides.Add(MakeRide(pieces[i].Last, pieces[i].First, seated));
        }

        return rides;
    }

    private List<(int First, int Last, bool Seated)> Pieces(int connection)
    {
        List<(int First, int Last, bool Seated)> pieces = [];
        for (int board = connection; board != ConnectionTable.None;)
        {
            int alight = _alightAfter[board];
            int next = _boardNext[board];
            bool seated = false;
            int at = board;

            // Within a run the later hop was met first.
            while (_table.Run[at] != _table.Run[alight] || alight > at)
            {
                int last = LastOfRun(at);
                pieces.Add((at, last, seated));
                (at, seated) = (JoinTaken(last), true);
            }

            pieces.Add((at, alight, seated));
            board = next;
        }

        return pieces;
    }

    private int LastOfRun(int connection)
    {
        while (_table.Next[connection] != ConnectionTable.None)
        {
            connection = _table.Next[connection];
        }

        return connection;
    }

    private int JoinTaken(int last)
    {
        int row = _table.SeatedHead[last];
        while (_reachS[_table.Extra[row].Connection] != _reachS[last] || _alightAfter[_table.Extra[row].Connection] != _alightAfter[last])
        {
            row = _table.Extra[row].NextRow;
        }

        return _table.Extra[row].Connection;
    }

    private Ride MakeRide(int first, int last, bool seated)
    {
        // In the mirrored table the first hop of a piece is the later one; here they come in order of travel.
        TripTable trips = _day.Timetable.Trips;
        int run = _table.Run[first];
        int boardCall = _table.Call[first];
        int alightCall = _table.Call[last] + 1;
        return new Ride(run, _day.Trip[run], boardCall, alightCall)
        {
            BoardPost = trips.CallPost[boardCall],
            BoardS = _day.DepartureS(run, boardCall),
            AlightPost = trips.CallPost[alightCall],
            AlightS = _day.ArrivalS(run, alightCall),
            Seated = seated,
        };
    }

    /// <summary>What a scan knows of the connections that it met, by connection.</summary>
    /// <param name="First">The first of them.</param>
    /// <param name="Values">From it on.</param>
    internal readonly record struct Column(int First, int[] Values)
    {
        public int this[int connection] => Values[connection - First];
    }
}
