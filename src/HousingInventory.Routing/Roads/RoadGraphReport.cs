namespace HousingInventory.Routing.Roads;

/// <summary>What happened to the ways on their way into the graph.</summary>
/// <param name="WaysUsed">Ways that are part of it, those in fragments included.</param>
/// <param name="WaysNotRoad">Ways that nobody may walk or drive on.</param>
/// <param name="WaysTwice">Ways that were there before, the same in all respects.</param>
/// <param name="SnappedEnds">Ends of lines that were joined to an end or vertex at another place within the tolerance.</param>
/// <param name="TJunctions">Ends of lines that were joined to another line between its vertices.</param>
/// <param name="Fragments">What was left out of the foot network, by way id.</param>
public sealed record RoadGraphReport(
    int WaysUsed, int WaysNotRoad, int WaysTwice, int SnappedEnds, int TJunctions, IReadOnlyList<RoadFragment> Fragments);
