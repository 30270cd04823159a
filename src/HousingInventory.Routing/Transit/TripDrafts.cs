namespace HousingInventory.Routing.Transit;

/// <summary>The trips that will stand in the timetable: one for each usable row, or one for each departure of a frequency.</summary>
internal sealed class TripDrafts
{
    /// <summary>Later than any timetable means, and far from the end of an int even with days added.</summary>
    private const int LatestS = 100 * 86_400;

    /// <summary>No headway is shorter; a day of one row is then at most 2 880 copies.</summary>
    private const int LeastHeadwayS = 30;

    private readonly TimetableBuilder _rows;
    private readonly Dictionary<int, (int[] Arrival, int[] Departure)> _timesOf = [];
    private readonly List<Draft> _drafts = [];

    private TripDrafts(TimetableBuilder rows) => _rows = rows;

    public IReadOnlyList<Draft> All => _drafts;

    /// <summary>Sorts the rows of the builder and counts each trip once, as left out; used ones are counted by <see cref="ToTable"/>.</summary>
    public static TripDrafts From(TimetableBuilder rows)
    {
        TripDrafts drafts = new(rows);
        ILookup<int, FrequencyRow> frequencies = rows.Frequencies.ToLookup(f => f.Trip);
        for (int trip = 0; trip < rows.Trips.Count; trip++)
        {
            drafts.Add(trip, [.. frequencies[trip]]);
        }

        return drafts;
    }

    public (int[] Arrival, int[] Departure) TimesOf(Draft draft) => _timesOf[draft.Row];

    /// <summary>Takes dates from a draft; without any left it is out.</summary>
    public void Narrow(int draft, int service) => _drafts[draft] = _drafts[draft] with { Service = service, Dropped = _rows.Services[service].IsEmpty };

    /// <summary>Writes the arrays and counts what is used.</summary>
    public TripTable ToTable()
    {
        CountOverlapped();
        Draft[] used = [.. _drafts.Where(d => !d.Dropped)];
        int[] firstCall = new int[used.Length + 1];
        for (int i = 0; i < used.Length; i++)
        {
            firstCall[i + 1] = firstCall[i] + _rows.CallsOf(used[i].Row).Length;
        }

        int calls = firstCall[^1];
        TripTable table = new()
        {
            Id = [.. used.Select(d => _rows.Trips[d.Row].Id)],
            Line = [.. used.Select(d => _rows.Trips[d.Row].Line)],
            Service = [.. used.Select(d => d.Service)],
            Direction = [.. used.Select(d => (sbyte)(_rows.Trips[d.Row].Direction is 0 or 1 ? _rows.Trips[d.Row].Direction!.Value : -1))],
            Shape = [.. used.Select(d => _rows.Trips[d.Row].Shape ?? -1)],
            Approximate = [.. used.Select(d => d.Approximate)],
            LatestS = used.Length == 0 ? 0 : used.Max(d => _timesOf[d.Row].Arrival[^1] + d.ShiftS),
            FirstCall = firstCall,
            CallPost = new int[calls],
            CallArrivalS = new int[calls],
            CallDepartureS = new int[calls],
            CallBoard = new TrafficKind[calls],
            CallAlight = new TrafficKind[calls],
            CallBoardRule = new int[calls],
            CallAlightRule = new int[calls],
            CallInterpolated = new bool[calls],
        };
        for (int i = 0; i < used.Length; i++)
        {
            WriteCalls(used[i], table, firstCall[i]);
        }

        return table;
    }

    private void Add(int trip, FrequencyRow[] frequencies)
    {
        ReadOnlySpan<CallRow> calls = _rows.CallsOf(trip);
        TripRow row = _rows.Trips[trip];
        int routeType = _rows.Lines[row.Line].RouteType;
        SourceCounts counts = _rows.CountsOf(_rows.SourceOfTrip(trip));
        counts.CountRead(calls.Length);
        if (Refuse(calls, routeType, out int[] arrival, out int[] departure) is { } reason)
        {
            counts.CountLeftOut(reason, calls.Length, routeType);
            return;
        }

        _timesOf.Add(trip, (arrival, departure));
        if (frequencies.Length == 0 && !row.IsPattern)
        {
            _drafts.Add(new Draft(trip, 0, row.Service));
            return;
        }

        SortedDictionary<int, bool> starts = Starts(frequencies, counts);
        if (starts.Count == 0)
        {
            counts.CountLeftOut(TripLeftOut.NoFrequency, calls.Length, routeType);
        }

        foreach ((int startS, bool approximate) in starts)
        {
            counts.ApproximateTrips += approximate ? 1 : 0;
            _drafts.Add(new Draft(trip, startS - departure[0], row.Service) { Approximate = approximate, Copied = true });
        }
    }

    private TripLeftOut? Refuse(ReadOnlySpan<CallRow> calls, int routeType, out int[] arrival, out int[] departure)
    {
        arrival = departure = [];
        if (_rows.Options.RouteTypes.KindOf(routeType) == TrafficKind.LeftOut)
        {
            return TripLeftOut.RouteType;
        }

        return calls.Length < 2 ? TripLeftOut.TooFewCalls : FillTimes(calls, out arrival, out departure);
    }

    /// <summary>
    /// Copies the times; a blank one of a pair is the other's, a blank pair lies on the straight line between its neighbours by its position in the trip, not by
    /// the number in stop_sequence, which may jump.
    /// </summary>
    private static TripLeftOut? FillTimes(ReadOnlySpan<CallRow> calls, out int[] arrival, out int[] departure)
    {
        arrival = new int[calls.Length];
        departure = new int[calls.Length];
        int known = -1;
        for (int i = 0; i < calls.Length; i++)
        {
            CallRow call = calls[i];
            arrival[i] = call.ArrivalS != CallRow.NoTime ? call.ArrivalS : call.DepartureS;
            departure[i] = call.DepartureS != CallRow.NoTime ? call.DepartureS : call.ArrivalS;
            if (arrival[i] == CallRow.NoTime)
            {
                if (i == 0 || i == calls.Length - 1)
                {
                    return TripLeftOut.NoTimes;
                }

                continue;
            }

            if (arrival[i] < (known < 0 ? 0 : departure[known]) || departure[i] < arrival[i] || departure[i] > LatestS)
            {
                return TripLeftOut.ImpossibleTimes;
            }

            for (int blank = known + 1; blank < i; blank++)
            {
                arrival[blank] = departure[blank] = departure[known] + (int)((long)(arrival[i] - departure[known]) * (blank - known) / (i - known));
            }

            known = i;
        }

        return null;
    }

    private static SortedDictionary<int, bool> Starts(FrequencyRow[] frequencies, SourceCounts counts)
    {
        SortedDictionary<int, bool> starts = [];
        foreach (FrequencyRow row in frequencies)
        {
            if (row.HeadwayS < LeastHeadwayS || row.StartS < 0 || row.EndS <= row.StartS || row.EndS > LatestS)
            {
                counts.UnusableFrequencies++;
                continue;
            }

            for (int startS = row.StartS; startS < row.EndS; startS += row.HeadwayS)
            {
                starts.TryAdd(startS, !row.Exact);
            }
        }

        return starts;
    }

    private void CountOverlapped()
    {
        // A pattern of frequencies counts as left out only when all its copies are.
        HashSet<int> kept = [.. _drafts.Where(d => !d.Dropped).Select(d => d.Row)];
        foreach (int trip in _drafts.Select(d => d.Row).Distinct())
        {
            SourceCounts counts = _rows.CountsOf(_rows.SourceOfTrip(trip));
            int calls = _rows.CallsOf(trip).Length;
            if (kept.Contains(trip))
            {
                counts.CountUsed(calls);
            }
            else
            {
                counts.CountLeftOut(TripLeftOut.Overlap, calls, routeType: 0);
            }
        }
    }

    private void WriteCalls(Draft draft, TripTable table, int at)
    {
        ReadOnlySpan<CallRow> calls = _rows.CallsOf(draft.Row);
        (int[] arrival, int[] departure) = _timesOf[draft.Row];
        bool bookedLine = _rows.Options.RouteTypes.KindOf(_rows.Lines[_rows.Trips[draft.Row].Line].RouteType) == TrafficKind.Booked;
        for (int i = 0; i < calls.Length; i++)
        {
            CallRow call = calls[i];
            bool booked = bookedLine || _rows.Posts[call.Post].Booked;
            table.CallPost[at + i] = call.Post;
            table.CallArrivalS[at + i] = arrival[i] + draft.ShiftS;
            table.CallDepartureS[at + i] = departure[i] + draft.ShiftS;
            table.CallBoard[at + i] = KindOf(call.Pickup, booked || call.PickupRule is not null);
            table.CallAlight[at + i] = KindOf(call.DropOff, booked || call.DropOffRule is not null);
            table.CallBoardRule[at + i] = call.PickupRule ?? -1;
            table.CallAlightRule[at + i] = call.DropOffRule ?? -1;
            table.CallInterpolated[at + i] = call.ArrivalS == CallRow.NoTime && call.DepartureS == CallRow.NoTime;
        }
    }

    // Type 3, "arrange with the driver", is the ordinary case in Swedish rail feeds: one holds out a hand, nobody is called beforehand.
    private static TrafficKind KindOf(byte rule, bool booked) => rule switch
    {
        1 => TrafficKind.LeftOut,
        2 => TrafficKind.Booked,
        _ => booked ? TrafficKind.Booked : TrafficKind.Ordinary,
    };

    /// <summary>One trip to be.</summary>
    /// <param name="Row">Index of its row.</param>
    /// <param name="ShiftS">Seconds added to the times of the row.</param>
    /// <param name="Service">Index of its service.</param>
    internal sealed record Draft(int Row, int ShiftS, int Service)
    {
        public bool Approximate { get; init; }

        public bool Copied { get; init; }

        public bool Dropped { get; init; }
    }
}
