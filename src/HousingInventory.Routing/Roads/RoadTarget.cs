namespace HousingInventory.Routing.Roads;

/// <summary>Something to be reached.</summary>
/// <param name="Id">The caller's number for it, 0 or more; several targets may share one. Of equally near targets the one with the smallest id is told.</param>
/// <param name="Connections">How it meets the roads. A target off the network is reached by nobody.</param>
public readonly record struct RoadTarget(int Id, Connections Connections);
