namespace HousingInventory.Routing.Roads;

/// <summary>A target as seen from a point.</summary>
/// <param name="Id">Its id; -1 when none can be reached.</param>
/// <param name="Cost">What the search made small, straight bits included: metres on foot, seconds by car. Infinity when none can be reached.</param>
/// <param name="DistanceM">Metres along that way, straight bits included; of equally quick ways the shortest. Infinity when none can be reached.</param>
public readonly record struct NearestTarget(int Id, double Cost, double DistanceM)
{
    /// <summary>No target can be reached.</summary>
    public static NearestTarget Unreachable { get; } = new(-1, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>Whether a target can be reached.</summary>
    public bool IsReachable => Id >= 0;

    /// <summary>From steps to metres and seconds.</summary>
    internal NearestTarget InUnits() => new(Id, Exact.Units(Cost), Exact.Units(DistanceM));

    /// <summary>Whether this comes before the other: smaller cost, then smaller id, then fewer metres.</summary>
    internal bool IsBefore(NearestTarget other) =>
        Cost < other.Cost || (Cost == other.Cost && (Id < other.Id || (Id == other.Id && DistanceM < other.DistanceM)));
}
