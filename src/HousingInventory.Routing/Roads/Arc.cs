namespace HousingInventory.Routing.Roads;

/// <summary>One step of a search, as seen from the state where it starts. 16 bytes: the arcs of a crossing fit a cache line.</summary>
/// <param name="Head">State where it leads.</param>
/// <param name="Along">The traversal that it makes (<see cref="Traversals"/>); <see cref="Nothing"/> for a step that goes nowhere.</param>
/// <param name="Cost">Metres on foot, seconds by car, in steps of <see cref="Exact"/>; 0 or more.</param>
internal readonly record struct Arc(int Head, int Along, double Cost)
{
    /// <summary>No edge is travelled: the rules change, not the place.</summary>
    public const int Nothing = -1;
}
