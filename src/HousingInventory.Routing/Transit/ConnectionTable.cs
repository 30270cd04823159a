namespace HousingInventory.Routing.Transit;

/// <summary>
/// The connections of a day in the order in which the scan meets them: one row for each hop of each run, part by part of the network, latest departure first, within a
/// run the later hop first. Mirrored, time runs backwards and ends are swapped: departure = minus arrival, boarding = alighting, the next hop = the one before. A search for
/// the way there on the mirrored table is the search for the way back.
/// </summary>
internal sealed class ConnectionTable
{
    /// <summary>No connection.</summary>
    public const int None = -1;

    private ConnectionTable(int count, int posts, int[] firstOfPart)
    {
        From = new int[count];
        To = new int[count];
        DepartS = new int[count];
        ArriveS = new int[count];
        Next = new int[count];
        Run = new int[count];
        Call = new int[count];
        MayBoard = new bool[count];
        MayAlight = new bool[count];
        FirstPair = new int[posts + 1];
        FirstOfPart = firstOfPart;
        SeatedHead = [];
        BoardAt = [];
    }

    public int Count => From.Length;

    /// <summary>The connections of a part of the network are <c>FirstOfPart[part]</c> to below <c>FirstOfPart[part + 1]</c>.</summary>
    public int[] FirstOfPart { get; }

    public int[] From { get; }

    public int[] To { get; }

    public int[] DepartS { get; }

    public int[] ArriveS { get; }

    /// <summary>The connection that a seated passenger rides next in the same run.</summary>
    public int[] Next { get; }

    public int[] Run { get; }

    /// <summary>The call that the hop starts from, in the run's own direction even if mirrored.</summary>
    public int[] Call { get; }

    public bool[] MayBoard { get; }

    public bool[] MayAlight { get; }

    /// <summary>Room for the Pareto pairs of a post: as many as there are connections to board at it.</summary>
    public int[] FirstPair { get; }

    /// <summary>
    /// First row of <see cref="Extra"/> with a connection in another run that a seated passenger may ride next; empty if there are none at all.
    /// </summary>
    public int[] SeatedHead { get; private set; }

    /// <summary>The connections to board at each post, in the room that <see cref="FirstPair"/> gives it, latest first; empty if no rule is about certain trips.</summary>
    public int[] BoardAt { get; private set; }

    /// <summary>Chains of connections, ended by <see cref="None"/>.</summary>
    public List<(int Connection, int NextRow)> Extra { get; } = [];

    /// <summary>Whether any hop takes no time.</summary>
    public bool HasZeroHops { get; private set; }

    /// <summary>Sorts the hops of a day.</summary>
    /// <param name="day">The runs.</param>
    /// <param name="parts">The parts of the network.</param>
    /// <param name="withBooked">Whether booked boarding and alighting is allowed too.</param>
    /// <param name="mirrored">Whether time runs backwards.</param>
    public static ConnectionTable Build(DayTrips day, NetworkParts parts, bool withBooked, bool mirrored)
    {
        TripTable trips = day.Timetable.Trips;
        int[] firstHop = new int[day.RunCount + 1];
        for (int run = 0; run < day.RunCount; run++)
        {
            (int first, int end) = trips.CallsOf(day.Trip[run]);
            firstHop[run + 1] = firstHop[run] + (IsUseful(day, first, end, withBooked) ? end - first - 1 : 0);
        }

        int[] firstOfPart = new int[parts.Count + 1];
        int[] positionOf = Order(day, firstHop, parts, firstOfPart, mirrored);
        ConnectionTable table = new(positionOf.Length, day.Timetable.Posts.Count, firstOfPart);
        for (int run = 0; run < day.RunCount; run++)
        {
            for (int hop = firstHop[run]; hop < firstHop[run + 1]; hop++)
            {
                int call = trips.FirstCall[day.Trip[run]] + hop - firstHop[run];
                int next = mirrored ? hop - 1 : hop + 1;
                bool isLast = next < firstHop[run] || next >= firstHop[run + 1];
                table.Write(positionOf[hop], day, run, call, isLast ? None : positionOf[next], withBooked, mirrored);
            }
        }

        table.MakeRoomForPairs();
        table.AddJoins(day, firstHop, positionOf, mirrored);
        if (day.Timetable.Transfers.Rules.Length > 0)
        {
            table.ListBoarding();
        }

        return table;
    }

    // A trip that nobody may board is still needed where somebody may come seated from another one.
    private static bool IsUseful(DayTrips day, int first, int end, bool withBooked)
    {
        TrafficKind[] board = day.Timetable.Trips.CallBoard;
        bool isUseful = day.Joins.Length > 0;
        for (int call = first; call < end - 1; call++)
        {
            isUseful |= IsAllowed(board[call], withBooked);
        }

        return isUseful;
    }

    private static bool IsAllowed(TrafficKind kind, bool withBooked) => kind == TrafficKind.Ordinary || (withBooked && kind == TrafficKind.Booked);

    private static int[] Order(DayTrips day, int[] firstHop, NetworkParts parts, int[] firstOfPart, bool mirrored)
    {
        TripTable trips = day.Timetable.Trips;
        int count = firstHop[^1];
        long[] keys = new long[count];
        int[] hops = new int[count];
        int[] partOf = new int[count];
        for (int run = 0; run < day.RunCount; run++)
        {
            for (int hop = firstHop[run]; hop < firstHop[run + 1]; hop++)
            {
                int call = trips.FirstCall[day.Trip[run]] + hop - firstHop[run];
                int departS = mirrored ? -day.ArrivalS(run, call + 1) : day.DepartureS(run, call);

                // Negated so that the latest comes first, and within the same second the later hop of a run.
                keys[hop] = (-(long)departS << 32) | (uint)(mirrored ? hop : count - 1 - hop);
                hops[hop] = hop;
                partOf[hop] = parts.Of[trips.CallPost[call]];
                firstOfPart[partOf[hop] + 1]++;
            }
        }

        for (int part = 0; part < parts.Count; part++)
        {
            firstOfPart[part + 1] += firstOfPart[part];
        }

        Array.Sort(keys, hops);
        int[] next = firstOfPart[..^1];
        int[] positionOf = new int[count];
        foreach (int hop in hops)
        {
            positionOf[hop] = next[partOf[hop]]++;
        }

        return positionOf;
    }

    private void Write(int at, DayTrips day, int run, int call, int next, bool withBooked, bool mirrored)
    {
        TripTable trips = day.Timetable.Trips;
        int departS = day.DepartureS(run, call);
        int arriveS = day.ArrivalS(run, call + 1);
        bool board = IsAllowed(trips.CallBoard[call], withBooked);
        bool alight = IsAllowed(trips.CallAlight[call + 1], withBooked);
        (From[at], To[at]) = mirrored ? (trips.CallPost[call + 1], trips.CallPost[call]) : (trips.CallPost[call], trips.CallPost[call + 1]);
        (DepartS[at], ArriveS[at]) = mirrored ? (-arriveS, -departS) : (departS, arriveS);
        (MayBoard[at], MayAlight[at]) = mirrored ? (alight, board) : (board, alight);
        Next[at] = next;
        Run[at] = run;
        Call[at] = call;
        HasZeroHops |= departS == arriveS;
    }

    private void MakeRoomForPairs()
    {
        for (int i = 0; i < Count; i++)
        {
            FirstPair[From[i] + 1] += MayBoard[i] ? 1 : 0;
        }

        for (int post = 1; post < FirstPair.Length; post++)
        {
            FirstPair[post] += FirstPair[post - 1];
        }
    }

    private void ListBoarding()
    {
        BoardAt = new int[FirstPair[^1]];
        int[] next = FirstPair[..^1];
        for (int c = 0; c < Count; c++)
        {
            if (MayBoard[c])
            {
                BoardAt[next[From[c]]++] = c;
            }
        }
    }

    private void AddJoins(DayTrips day, int[] firstHop, int[] positionOf, bool mirrored)
    {
        foreach ((int from, int to) in day.Joins)
        {
            if (firstHop[from] < firstHop[from + 1] && firstHop[to] < firstHop[to + 1])
            {
                SeatedHead = Link(SeatedHead, positionOf[firstHop[from + 1] - 1], positionOf[firstHop[to]], mirrored);
            }
        }
    }

    private int[] Link(int[] head, int from, int to, bool mirrored)
    {
        if (head.Length == 0)
        {
            head = new int[Count];
            Array.Fill(head, None);
        }

        (int at, int connection) = mirrored ? (to, from) : (from, to);
        Extra.Add((connection, head[at]));
        head[at] = Extra.Count - 1;
        return head;
    }
}
