namespace HousingInventory.SystemTests;

/// <summary>An element of OpenStreetMap.</summary>
/// <param name="Type">n, w or r.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Nodes">The nodes of a way, as n1.</param>
/// <param name="Id">Type and number, as w1.</param>
public sealed record OsmElement(char Type, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<string> Nodes, string Id);
