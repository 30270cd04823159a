namespace HousingInventory.Routing.Roads;

/// <summary>An order of points in which neighbours on the map mostly are neighbours: a search then reads memory it has just read.</summary>
internal static class HilbertCurve
{
    private const int Bits = 16;

    /// <summary>Place of each point along the curve; points in one cell of a 65 536 x 65 536 raster keep their order.</summary>
    public static int[] Ranks(double[] x, double[] y)
    {
        ulong[] keys = new ulong[x.Length];
        if (x.Length > 0)
        {
            (double west, double south) = (x.Min(), y.Min());
            double perCell = Math.Max(Math.Max(x.Max() - west, y.Max() - south), 1) / ((1 << Bits) - 1);
            for (int i = 0; i < x.Length; i++)
            {
                // The point's own number in the lower half makes all keys different, and the order the same everywhere.
                ulong along = Along((uint)((x[i] - west) / perCell), (uint)((y[i] - south) / perCell));
                keys[i] = (along << 32) | (uint)i;
            }
        }

        Array.Sort(keys);
        int[] ranks = new int[x.Length];
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            ranks[(int)(uint)keys[rank]] = rank;
        }

        return ranks;
    }

    /// <summary>Distance along the curve of a cell: per level the quadrant, with the axes turned as the curve turns there.</summary>
    private static ulong Along(uint x, uint y)
    {
        ulong along = 0;
        for (uint side = 1u << (Bits - 1); side > 0; side >>= 1)
        {
            uint east = (x & side) != 0 ? 1u : 0;
            uint north = (y & side) != 0 ? 1u : 0;
            along = (along << 2) | ((3 * east) ^ north);
            if (north == 0)
            {
                if (east == 1)
                {
                    (x, y) = (~x, ~y);
                }

                (x, y) = (y, x);
            }
        }

        return along;
    }
}
