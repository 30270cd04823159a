namespace HousingInventory.Routing.Transit;

/// <summary>A row of transfers that is for certain trips or lines.</summary>
/// <param name="FromPost">Post where one arrives.</param>
/// <param name="ToPost">Post where one departs; may be the same.</param>
/// <param name="FromTrip">The arriving trip; -1 for any.</param>
/// <param name="FromLine">The arriving line; -1 for any.</param>
/// <param name="ToTrip">The departing trip; -1 for any.</param>
/// <param name="ToLine">The departing line; -1 for any.</param>
/// <param name="Seconds">Seconds for the change; <see cref="TransferTable.Default"/> for what it takes without rules, <see cref="TransferTable.Forbidden"/>.</param>
internal readonly record struct TransferRule(int FromPost, int ToPost, int FromTrip, int FromLine, int ToTrip, int ToLine, int Seconds)
{
    /// <summary>Trips before routes, both ends before one, as the GTFS reference ranks them: smaller comes first.</summary>
    public int Rank => (FromTrip >= 0, ToTrip >= 0, FromLine >= 0, ToLine >= 0) switch
    {
        (true, true, _, _) => 0,
        (true, _, _, true) or (_, true, true, _) => 1,
        (true, _, _, _) or (_, true, _, _) => 2,
        (_, _, true, true) => 3,
        _ => 4,
    };

    /// <summary>Whether it is about a change from a run of one trip into that of another. Of two named trips the runs of one service day are meant.</summary>
    public bool Fits(DayTrips day, int fromRun, int toRun)
    {
        TripTable trips = day.Timetable.Trips;
        (int from, int to) = (day.Trip[fromRun], day.Trip[toRun]);
        return (FromTrip < 0 || FromTrip == from) && (ToTrip < 0 || ToTrip == to)
            && (FromLine < 0 || FromLine == trips.LineOf(from)) && (ToLine < 0 || ToLine == trips.LineOf(to))
            && (FromTrip < 0 || ToTrip < 0 || day.ShiftS[fromRun] == day.ShiftS[toRun]);
    }
}
