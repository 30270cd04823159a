using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Spatial;

/// <summary>A straight piece of a line from A to B, in metres. A and B may be the same point.</summary>
internal readonly record struct Segment(double AX, double AY, double BX, double BY)
{
    public double LengthM => Math.Sqrt(((BX - AX) * (BX - AX)) + ((BY - AY) * (BY - AY)));

    /// <summary>Square of the distance to the nearest place on the segment, and where that is, from 0 at A to 1 at B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SquareTo(double x, double y, out double fraction)
    {
        double dx = BX - AX;
        double dy = BY - AY;
        double square = (dx * dx) + (dy * dy);
        // A segment without length has its one place at 0; 0/0 would be NaN.
        fraction = square > 0 ? Math.Clamp((((x - AX) * dx) + ((y - AY) * dy)) / square, 0, 1) : 0;
        // A + (B - A) may miss B by a bit; segments that share an end must be equally near there.
        double offX = x - (fraction < 1 ? AX + (fraction * dx) : BX);
        double offY = y - (fraction < 1 ? AY + (fraction * dy) : BY);
        return (offX * offX) + (offY * offY);
    }
}
