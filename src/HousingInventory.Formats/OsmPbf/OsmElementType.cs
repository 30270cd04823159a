namespace HousingInventory.Formats.OsmPbf;

/// <summary>The three kinds of OSM elements. An id is unique within its kind only. The values are those of the PBF format.</summary>
public enum OsmElementType : byte
{
    Node = 0,
    Way = 1,
    Relation = 2,
}
