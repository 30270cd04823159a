namespace HousingInventory.Formats.Gtfs;

/// <summary>One usable row of stop_times.txt.</summary>
internal readonly record struct Call(
    int Trip, int Stop, int Sequence, int Arrival, int Departure, byte Pickup, byte DropOff, bool IsTimepoint, int PickupRule, int DropOffRule, int Row);

/// <summary>
/// The calls in the order of the file, in chunks so that growing copies nothing, and their arrangement by trip: a counting sort, then a check of each trip.
/// </summary>
internal sealed class CallList(bool hasRules)
{
    private const int ChunkSize = 1 << 14;
    private const string RepeatedSequence = "stop_sequence stands there twice in the trip; the first row counts";
    private const string Backwards = "the time is before that of the call before it";
    private const string NoTime = "it has no time and is the first or last call of its trip";
    private const string LeavesBeforeArriving = "departure_time is before arrival_time; the arrival is taken for both";

    private readonly List<Call[]> _chunks = [];
    private int _inLast = ChunkSize;

    public void Add(in Call call)
    {
        if (_inLast == ChunkSize)
        {
            _chunks.Add(new Call[ChunkSize]);
            _inLast = 0;
        }

        _chunks[^1][_inLast++] = call;
    }

    /// <summary>Arranges the calls by trip and sequence. Calls that break their trip are left out and counted with their row.</summary>
    public GtfsStopTimes ByTrip(int tripCount, GtfsTable table)
    {
        int[] start = new int[tripCount + 1];
        for (int chunk = 0; chunk < _chunks.Count; chunk++)
        {
            foreach (ref readonly Call call in Chunk(chunk))
            {
                start[call.Trip + 1]++;
            }
        }

        for (int trip = 0; trip < tripCount; trip++)
        {
            start[trip + 1] += start[trip];
        }

        int[] next = start[..^1];
        Call[] calls = new Call[start[^1]];
        for (int chunk = 0; chunk < _chunks.Count; chunk++)
        {
            foreach (ref readonly Call call in Chunk(chunk))
            {
                calls[next[call.Trip]++] = call;
            }
        }

        int kept = 0;
        for (int trip = 0; trip < tripCount; trip++)
        {
            Span<Call> ofTrip = calls.AsSpan(start[trip]..start[trip + 1]);
            int usable = Check(ofTrip, table);
            ofTrip[..usable].CopyTo(calls.AsSpan(kept));
            start[trip] = kept;
            kept += usable;
        }

        start[tripCount] = kept;
        return ToArrays(start, calls.AsSpan(0, kept));
    }

    /// <summary>Puts the calls of a trip in order and moves those that can be used to the front; returns how many they are.</summary>
    private static int Check(Span<Call> calls, GtfsTable table)
    {
        for (int i = 1; i < calls.Length; i++)
        {
            if (calls[i - 1].Sequence >= calls[i].Sequence)
            {
                // Rows break ties, so that the order of the file decides.
                calls.Sort((a, b) => a.Sequence != b.Sequence ? a.Sequence.CompareTo(b.Sequence) : a.Row.CompareTo(b.Row));
                break;
            }
        }

        int usable = 0;
        int timed = 0;
        int lastSequence = -1;
        int lastTime = 0;
        foreach (Call call in calls)
        {
            string? fault = call.Sequence == lastSequence ? RepeatedSequence
                : call.Arrival < 0 && timed == 0 ? NoTime
                : call.Arrival >= 0 && call.Arrival < lastTime ? Backwards
                : null;
            lastSequence = call.Sequence;
            if (fault is not null)
            {
                table.LeaveOut(fault, call.Row);
                continue;
            }

            Call good = call;
            if (call.Departure < call.Arrival)
            {
                table.Fault(LeavesBeforeArriving, call.Row);
                good = call with { Departure = call.Arrival };
            }

            calls[usable++] = good;
            if (good.Arrival >= 0)
            {
                timed = usable;
                lastTime = good.Departure;
            }
        }

        foreach (Call call in calls[timed..usable])
        {
            table.LeaveOut(NoTime, call.Row);
        }

        return timed;
    }

    private GtfsStopTimes ToArrays(int[] start, ReadOnlySpan<Call> calls)
    {
        GtfsStopTimes result = new()
        {
            TripStart = start,
            Stops = new int[calls.Length],
            Arrivals = new int[calls.Length],
            Departures = new int[calls.Length],
            Sequences = new int[calls.Length],
            PickupTypes = new byte[calls.Length],
            DropOffTypes = new byte[calls.Length],
            IsTimepoint = new bool[calls.Length],
            PickupBookingRules = new int[hasRules ? calls.Length : 0],
            DropOffBookingRules = new int[hasRules ? calls.Length : 0],
        };
        for (int i = 0; i < calls.Length; i++)
        {
            ref readonly Call call = ref calls[i];
            result.Stops[i] = call.Stop;
            result.Arrivals[i] = call.Arrival;
            result.Departures[i] = call.Departure;
            result.Sequences[i] = call.Sequence;
            result.PickupTypes[i] = call.Pickup;
            result.DropOffTypes[i] = call.DropOff;
            result.IsTimepoint[i] = call.IsTimepoint;
            if (hasRules)
            {
                result.PickupBookingRules[i] = call.PickupRule;
                result.DropOffBookingRules[i] = call.DropOffRule;
            }
        }

        return result;
    }

    private ReadOnlySpan<Call> Chunk(int chunk) => _chunks[chunk].AsSpan(0, chunk == _chunks.Count - 1 ? _inLast : ChunkSize);
}
