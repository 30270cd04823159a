namespace HousingInventory.Routing.Transit;

/// <summary>How a trip is ordered: one row of booking_rules.</summary>
/// <param name="Id">Its id within its source.</param>
/// <param name="Type">GTFS booking_type: 0 at once, 1 the same day with notice, 2 up to days before.</param>
public sealed record BookingRule(string Id, int Type)
{
    /// <summary>Least minutes between order and departure (type 1); null: not said.</summary>
    public int? PriorNoticeMin { get; init; }

    /// <summary>Last day to order, in days before the trip (type 2); null: not said.</summary>
    public int? PriorNoticeLastDay { get; init; }

    /// <summary>Last time of that day, seconds from its midnight; null: not said.</summary>
    public int? PriorNoticeLastTimeS { get; init; }

    /// <summary>The rule in words; empty if none.</summary>
    public string Message { get; init; } = "";

    /// <summary>Telephone number; empty if none.</summary>
    public string Phone { get; init; } = "";

    /// <summary>
    /// The latest moment to order a departure, in seconds from midnight of the service day (negative: a day before), or null if the rule says it in words only,
    /// as X-trafik's rules do: then the reader is sent to <see cref="Message"/>.
    /// </summary>
    public int? LatestOrderS(int departureS) => Type switch
    {
        0 => departureS,
        1 when PriorNoticeMin is { } minutes => departureS - (minutes * 60),
        2 when PriorNoticeLastDay is { } days && PriorNoticeLastTimeS is { } time => (-days * 86_400) + time,
        _ => null,
    };
}
