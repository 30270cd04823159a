namespace HousingInventory.Routing.Roads;

/// <summary>One direction of an edge, as seen from the node where it starts. 16 bytes: the arcs of a crossing fit a cache line.</summary>
/// <param name="Head">Node where it leads.</param>
/// <param name="Edge">The edge it is a direction of.</param>
/// <param name="Cost">Metres on foot, seconds by car, in steps of <see cref="Exact"/>; 0 or more.</param>
internal readonly record struct Arc(int Head, int Edge, double Cost);
