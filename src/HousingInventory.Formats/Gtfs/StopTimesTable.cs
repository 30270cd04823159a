namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads stop_times.txt, by far the largest table, row by row into chunks, and then orders the calls by trip.</summary>
internal sealed class StopTimesTable
{
    public const string Flex = "it is a zone or a group of stops with a time window (GTFS-Flex), which is not supported";
    private const string NoTrip = "trip_id is not in trips.txt, or its row was left out";
    private const string NoStop = "stop_id is not in stops.txt, or its row was left out";
    private const string BadTime = "a time is unreadable";
    private const string NoSequence = "stop_sequence is missing or no number";
    private const string BadType = "pickup_type or drop_off_type is not 0 to 3";
    private const string NoRule = "a booking rule is not in booking_rules.txt";

    /// <summary>Of these one is filled in a flex row. Feeds older than the adopted standard write "dropoff" without the second underscore.</summary>
    private static readonly string[] FlexColumns = ["location_id", "location_group_id", "start_pickup_drop_off_window", "start_pickup_dropoff_window"];

    private readonly GtfsTable _table;
    private readonly IdIndex _tripIds;
    private readonly IdIndex _stopIds;
    private readonly IdIndex _ruleIds;
    private readonly int _trip;
    private readonly int _stop;
    private readonly int _sequence;
    private readonly int _arrival;
    private readonly int _departure;
    private readonly int _pickup;
    private readonly int _dropOff;
    private readonly int _timepoint;
    private readonly int _pickupRule;
    private readonly int _dropOffRule;
    private readonly int[] _flexColumns;
    private byte[] _lastTripId = [];
    private int _lastTripIdLength = -1;
    private int _lastTrip = -1;

    private StopTimesTable(GtfsTable table, IdIndex tripIds, IdIndex stopIds, IdIndex ruleIds)
    {
        _table = table;
        _tripIds = tripIds;
        _stopIds = stopIds;
        _ruleIds = ruleIds;
        _trip = table.RequiredColumn("trip_id");
        _stop = table.RequiredColumn("stop_id");
        _sequence = table.RequiredColumn("stop_sequence");
        _departure = table.RequiredColumn("departure_time");
        _arrival = table.Column("arrival_time");
        _pickup = table.Column("pickup_type");
        _dropOff = table.Column("drop_off_type");
        _timepoint = table.Column("timepoint");
        _pickupRule = table.Column("pickup_booking_rule_id");
        _dropOffRule = table.Column("drop_off_booking_rule_id");

        _flexColumns = [.. FlexColumns.Select(table.Column).Where(c => c >= 0)];
    }

    /// <summary>Reads the table.</summary>
    /// <param name="table">stop_times.txt.</param>
    /// <param name="tripIds">The trips that are kept.</param>
    /// <param name="stopIds">The stops that are kept.</param>
    /// <param name="ruleIds">The booking rules.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static GtfsStopTimes Read(GtfsTable table, IdIndex tripIds, IdIndex stopIds, IdIndex ruleIds, CancellationToken cancel)
    {
        StopTimesTable reader = new(table, tripIds, stopIds, ruleIds);
        CallList calls = new(hasRules: reader._pickupRule >= 0 || reader._dropOffRule >= 0);
        while (table.Read())
        {
            if ((table.Row & 0xFFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            reader.ReadCall(calls);
        }

        return calls.ByTrip(tripIds.Count, table);
    }

    private void ReadCall(CallList calls)
    {
        int trip = TripOf(_table.Bytes(_trip));
        if (trip < 0)
        {
            _table.LeaveOut(NoTrip);
            return;
        }

        foreach (int column in _flexColumns)
        {
            if (!_table.IsEmpty(column))
            {
                _table.LeaveOut(Flex);
                return;
            }
        }

        int stop = _stopIds.Find(_table.Bytes(_stop));
        int sequence = _table.Number(_sequence, -1);
        if (stop < 0 || sequence < 0)
        {
            _table.LeaveOut(stop < 0 ? NoStop : NoSequence);
            return;
        }

        int arrival = Time(_arrival);
        int departure = Time(_departure);
        calls.Add(new Call(
            trip,
            stop,
            sequence,
            arrival < 0 ? departure : arrival,
            departure < 0 ? arrival : departure,
            BoardingType(_pickup),
            BoardingType(_dropOff),
            !_table.Bytes(_timepoint).SequenceEqual("0"u8),
            Rule(_pickupRule),
            Rule(_dropOffRule),
            (int)_table.Row));
    }

    /// <summary>The trip of an id. Its calls stand together nearly always, so the last one is remembered.</summary>
    private int TripOf(ReadOnlySpan<byte> id)
    {
        if (id.Length == _lastTripIdLength && id.SequenceEqual(_lastTripId.AsSpan(0, _lastTripIdLength)))
        {
            return _lastTrip;
        }

        if (_lastTripId.Length < id.Length)
        {
            _lastTripId = new byte[id.Length * 2];
        }

        id.CopyTo(_lastTripId);
        _lastTripIdLength = id.Length;
        return _lastTrip = _tripIds.Find(id);
    }

    private int Time(int column)
    {
        int time = GtfsTime.Parse(_table.Bytes(column));
        if (time != GtfsTime.Unreadable)
        {
            return time;
        }

        _table.Fault(BadTime);
        return GtfsTime.Blank;
    }

    private byte BoardingType(int column)
    {
        ReadOnlySpan<byte> type = _table.Bytes(column);
        if (type.IsEmpty)
        {
            return 0;
        }

        if (type.Length == 1 && type[0] is >= (byte)'0' and <= (byte)'3')
        {
            return (byte)(type[0] - '0');
        }

        _table.Fault(BadType);
        return 0;
    }

    private int Rule(int column)
    {
        ReadOnlySpan<byte> id = _table.Bytes(column);
        if (id.IsEmpty)
        {
            return -1;
        }

        int rule = _ruleIds.Find(id);
        if (rule < 0)
        {
            _table.Fault(NoRule);
        }

        return rule;
    }
}
