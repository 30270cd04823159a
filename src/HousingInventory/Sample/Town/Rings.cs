namespace HousingInventory.Sample;

/// <summary>What a sample needs to know about closed rings.</summary>
internal static class Rings
{
    /// <summary>Whether a point lies inside, by counting the sides that a ray eastwards crosses.</summary>
    public static bool Contains(Position[] ring, Position point)
    {
        bool inside = false;
        for (int i = 1; i < ring.Length; i++)
        {
            Position a = ring[i - 1];
            Position b = ring[i];
            if ((a.North > point.North) != (b.North > point.North)
                && point.East < a.East + ((b.East - a.East) * (point.North - a.North) / (b.North - a.North)))
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
