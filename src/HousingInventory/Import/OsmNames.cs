using HousingInventory.Formats.OsmPbf;

namespace HousingInventory.Import;

/// <summary>How elements of OpenStreetMap are named.</summary>
internal static class OsmNames
{
    /// <summary>"way/123".</summary>
    public static string Of(OsmElementType type, long id) => FormattableString.Invariant(
        $"{(type == OsmElementType.Node ? "node" : type == OsmElementType.Way ? "way" : "relation")}/{id}");
}
