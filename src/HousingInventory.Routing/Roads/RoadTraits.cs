namespace HousingInventory.Routing.Roads;

/// <summary>What a way's attributes say about walking and driving on it, whatever register they come from.</summary>
/// <param name="Flags">Who may use it, and what it is.</param>
/// <param name="ForwardKmh">Car speed in the direction in which the line is drawn; above 0 where a car may go that way.</param>
/// <param name="BackwardKmh">Car speed against it.</param>
/// <param name="WaitSeconds">Wait for a ferry, paid once a crossing however many ways the crossing is cut into.</param>
/// <param name="DurationSeconds">Time that a ferry takes for this way, where it is known: it replaces the speeds. 0: not known.</param>
public readonly record struct RoadTraits(
    RoadFlags Flags, double ForwardKmh = 0, double BackwardKmh = 0, double WaitSeconds = 0, double DurationSeconds = 0)
{
    /// <summary>What class of road it is, for buses; nothing on foot or by car looks at it.</summary>
    public RoadKind Kind { get; init; }

    /// <summary>Whether anybody may walk or drive there.</summary>
    public bool IsRoad => (Flags & (RoadFlags.Foot | RoadFlags.Car)) != 0;
}
