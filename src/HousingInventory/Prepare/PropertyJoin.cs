using HousingInventory.Import;
using HousingInventory.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace HousingInventory.Prepare;

/// <summary>Makes properties of register rows: rows with one key are areas of one property.</summary>
internal static class PropertyJoin
{
    /// <summary>
    /// Brings the areas of each property together, ordered by key and designation whatever the order of the rows. Rows of one key with several designations are
    /// several properties: the key is a placeholder, or was rounded.
    /// </summary>
    public static List<Property> Join(IEnumerable<Property> delivered)
    {
        List<Property> rows = [.. delivered];
        rows.Sort(static (a, b) => Order(a, b));
        List<Property> joined = [];
        for (int from = 0, to; from < rows.Count; from = to)
        {
            bool byKey = !rows[from].KeptKey.IsNone && HasOneDesignation(rows, from);
            to = from + 1;
            while (to < rows.Count && rows[to].KeptKey.CompareTo(rows[from].KeptKey) == 0
                && (byKey || (WithoutArea(rows[to].Designation) == WithoutArea(rows[from].Designation) && rows[to].Municipality == rows[from].Municipality)))
            {
                to++;
            }

            joined.Add(One(rows, from, to));
        }

        return joined;
    }

    // Of the rows with the key of a row; those without a designation belong to it all the same.
    private static bool HasOneDesignation(List<Property> rows, int from)
    {
        string? one = null;
        for (int i = from; i < rows.Count && rows[i].KeptKey.CompareTo(rows[from].KeptKey) == 0; i++)
        {
            string designation = WithoutArea(rows[i].Designation);
            if (designation.Length > 0 && designation != (one ??= designation))
            {
                return false;
            }
        }

        return true;
    }

    // "EXEMPELBYN 1:2>1" is an area of EXEMPELBYN 1:2.
    private static string WithoutArea(string designation) => designation.Split('>')[0].TrimEnd();

    private static int Order(Property a, Property b)
    {
        int byKey = a.KeptKey.CompareTo(b.KeptKey);
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
        // Rows without a designation come first.
        Property first = rows[from].Designation.Length > 0 ? rows[from] : rows[to - 1];
        if (to - from == 1)
        {
            return first;
        }

        List<Geometry> areas = [];
        for (int i = from; i < to; i++)
        {
            Geometry part = rows[i].Area;
            if (!part.IsEmpty)
            {
                areas.Add(Outlines.IsSound(rows[i].KeptArea) ? part : Outlines.Polygonal(NetTopologySuite.Geometries.Utilities.GeometryFixer.Fix(part)));
            }
        }

        Geometry area = areas.Count == 0 ? first.Area : Outlines.Polygonal(UnaryUnionOp.Union(areas));
        return new Property { KeptKey = first.KeptKey, Designation = first.Designation, Tract = first.Tract, Municipality = first.Municipality, Area = area };
    }
}
