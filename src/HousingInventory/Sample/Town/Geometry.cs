namespace HousingInventory.Sample;

/// <summary>A point of SWEREF 99 TM in metres, always on whole millimetres.</summary>
internal readonly record struct Position(double East, double North)
{
    /// <summary>Rounded to the millimetre, so that the last bits of arithmetic never reach a file.</summary>
    public static Position Rounded(double east, double north) => new(Math.Round(east * 1000) / 1000, Math.Round(north * 1000) / 1000);

    public double DistanceM(Position other)
    {
        double e = other.East - East;
        double n = other.North - North;
        return Math.Sqrt((e * e) + (n * n));
    }

    /// <summary>The point at a share of the way to another, rounded.</summary>
    public Position Towards(Position other, double share) => Rounded(East + ((other.East - East) * share), North + ((other.North - North) * share));
}

/// <summary>A right-handed local coordinate system: x along a street or wall, y to its left. Lengths are kept.</summary>
internal readonly record struct Frame(Position Origin, double AlongEast, double AlongNorth)
{
    /// <summary>A frame turned by an exact angle: (a, b, c) is a Pythagorean triple, cos = a/c and sin = b/c.</summary>
    public static Frame Turned(Position origin, int a, int b, int c) => new(origin, (double)a / c, (double)b / c);

    /// <summary>A frame whose x axis points from one position to another.</summary>
    public static Frame Between(Position from, Position to)
    {
        double length = from.DistanceM(to);
        return new Frame(from, (to.East - from.East) / length, (to.North - from.North) / length);
    }

    public Position At(double x, double y) =>
        Position.Rounded(Origin.East + (x * AlongEast) - (y * AlongNorth), Origin.North + (x * AlongNorth) + (y * AlongEast));

    /// <summary>The frame with its origin moved to local (x, y), turned by half a turn when asked.</summary>
    public Frame Moved(double x, double y, bool halfTurn = false) => new(At(x, y), halfTurn ? -AlongEast : AlongEast, halfTurn ? -AlongNorth : AlongNorth);

    /// <summary>The frame with its origin moved to local (x, y), turned left by a right angle: its x axis is this one's y axis.</summary>
    public Frame TurnedLeft(double x, double y) => new(At(x, y), -AlongNorth, AlongEast);

    /// <summary>A closed ring, counter-clockwise, first corner repeated.</summary>
    public Position[] Rectangle(double x0, double y0, double x1, double y1) => [At(x0, y0), At(x1, y0), At(x1, y1), At(x0, y1), At(x0, y0)];
}
