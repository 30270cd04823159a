using HousingInventory.Import;
using HousingInventory.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace HousingInventory.Prepare;

/// <summary>Makes properties of register rows: rows with one key are areas of one property.</summary>
internal static class PropertyJoin
{
    /// <summary>Brings the areas of each property together, ordered by key and designation whatever the order of the rows.</summary>
    public static List<Property> Join(IEnumerable<Property> delivered)
    {
        List<Property> rows = [.. delivered];
        rows.Sort(static (a, b) => Order(a, b));
        List<Property> joined = [];
        for (int from = 0, to; from < rows.Count; from = to)
        {
            to = from + 1;
            while (to < rows.Count && (rows[from].Key is { } key
                ? rows[to].Key == key
                : rows[to].Key is null && rows[to].Designation == rows[from].Designation && rows[to].Municipality == rows[from].Municipality))
            {
                to++;
            }

            joined.Add(One(rows, from, to));
        }

        return joined;
    }

    private static int Order(Property a, Property b)
    {
        int byKey = string.CompareOrdinal(a.Key, b.Key);
        int byDesignation = byKey != 0 ? byKey : string.CompareOrdinal(a.Designation, b.Designation);
        int byPlace = byDesignation != 0 ? byDesignation : string.CompareOrdinal(a.Municipality, b.Municipality);
        if (byPlace != 0)
        {
            return byPlace;
        }

        Envelope one = a.Area.EnvelopeInternal;
        Envelope two = b.Area.EnvelopeInternal;
        return (one.MinX, one.MinY, one.MaxX, one.MaxY).CompareTo((two.MinX, two.MinY, two.MaxX, two.MaxY));
    }

    private static Property One(List<Property> rows, int from, int to)
    {
        Property first = rows[from];
        Geometry area = first.Area;
        if (to - from > 1)
        {
            List<Geometry> areas = [];
            for (int i = from; i < to; i++)
            {
                if (!rows[i].Area.IsEmpty)
                {
                    areas.Add(Outlines.IsSound(rows[i].Area) ? rows[i].Area : Outlines.Polygonal(NetTopologySuite.Geometries.Utilities.GeometryFixer.Fix(rows[i].Area)));
                }
            }

            area = areas.Count == 0 ? first.Area : Outlines.Polygonal(UnaryUnionOp.Union(areas));
        }

        return new Property { Key = first.Key, Designation = first.Designation, Tract = first.Tract, Municipality = first.Municipality, Area = area };
    }
}
