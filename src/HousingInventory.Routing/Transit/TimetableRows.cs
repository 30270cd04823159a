namespace HousingInventory.Routing.Transit;

/// <summary>One boarding point: a GTFS stop of location type 0.</summary>
/// <param name="Id">Its id within its source.</param>
/// <param name="Name">What passengers read; may be empty.</param>
/// <param name="X">Metres east in the working CRS.</param>
/// <param name="Y">Metres north in the working CRS.</param>
public readonly record struct PostRow(string Id, string Name, double X, double Y)
{
    /// <summary>Id of the station that it belongs to, within its source; null or empty: none.</summary>
    public string? ParentStation { get; init; }

    /// <summary>True for a post without a position on this map (0,0, or outside the working area): nobody can walk there, trips still ride through.</summary>
    public bool Unplaced { get; init; }

    /// <summary>True if the stop itself names a booking rule: then every call there is booked.</summary>
    public bool Booked { get; init; }
}

/// <summary>One line: a GTFS route. Two routes with the same agency and name are the same line to a passenger.</summary>
/// <param name="Id">Its id within its source.</param>
/// <param name="Agency">Who runs it; may be empty.</param>
/// <param name="Name">Short name (the number on the bus), else the long one.</param>
/// <param name="RouteType">GTFS route type, basic or extended.</param>
public readonly record struct LineRow(string Id, string Agency, string Name, int RouteType);

/// <summary>One trip. Its calls come with it, in stop sequence.</summary>
/// <param name="Id">Its id within its source.</param>
/// <param name="Line">What <see cref="TimetableBuilder.AddLine"/> gave.</param>
/// <param name="Service">What <see cref="TimetableBuilder.AddService"/> gave.</param>
public readonly record struct TripRow(string Id, int Line, int Service)
{
    /// <summary>GTFS direction_id 0 or 1; null: not said.</summary>
    public int? Direction { get; init; }

    /// <summary>Whether its times are a pattern for frequencies, also where no row of them is usable: it then never runs.</summary>
    public bool IsPattern { get; init; }

    /// <summary>The caller's own index of the trip's shape; null: none. Carried along, never read here.</summary>
    public int? Shape { get; init; }
}

/// <summary>One row of stop_times.</summary>
/// <param name="Post">What <see cref="TimetableBuilder.AddPost"/> gave.</param>
/// <param name="ArrivalS">Seconds from noon minus 12 h of the service day; <see cref="NoTime"/> if blank.</param>
/// <param name="DepartureS">As above.</param>
public readonly record struct CallRow(int Post, int ArrivalS, int DepartureS)
{
    /// <summary>A blank time.</summary>
    public const int NoTime = -1;

    /// <summary>GTFS pickup_type; blank is 0.</summary>
    public byte Pickup { get; init; }

    /// <summary>GTFS drop_off_type; blank is 0.</summary>
    public byte DropOff { get; init; }

    /// <summary>What <see cref="TimetableBuilder.AddBookingRule"/> gave, for boarding here; null: none.</summary>
    public int? PickupRule { get; init; }

    /// <summary>As above, for alighting here.</summary>
    public int? DropOffRule { get; init; }
}

/// <summary>One row of frequencies: copies of a trip at start, start + headway, ... before end.</summary>
/// <param name="Trip">What <see cref="TimetableBuilder.AddTrip"/> gave; its own times are a pattern and not a trip.</param>
/// <param name="StartS">Departure of the first copy from its first stop.</param>
/// <param name="EndS">No copy starts at or after this.</param>
/// <param name="HeadwayS">Seconds between copies, above 0.</param>
/// <param name="Exact">False if the headway is only a promise (exact_times 0).</param>
public readonly record struct FrequencyRow(int Trip, int StartS, int EndS, int HeadwayS, bool Exact);

/// <summary>One row of transfers, with the ids of its source: stops may be posts or stations.</summary>
/// <param name="FromStop">Stop id; may be empty for types 4 and 5.</param>
/// <param name="ToStop">As above.</param>
/// <param name="Type">GTFS transfer_type 0-5.</param>
/// <param name="MinTransferS">min_transfer_time in seconds; null: not said.</param>
public readonly record struct TransferRow(string FromStop, string ToStop, int Type, int? MinTransferS)
{
    /// <summary>Trip id if the row is for one arriving trip only.</summary>
    public string? FromTrip { get; init; }

    /// <summary>Trip id if the row is for one departing trip only.</summary>
    public string? ToTrip { get; init; }

    /// <summary>Route id if the row is for arrivals on one route only.</summary>
    public string? FromRoute { get; init; }

    /// <summary>Route id if the row is for departures on one route only.</summary>
    public string? ToRoute { get; init; }
}
