using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>
/// Corners of a ring in one array of numbers: x and y of the first, then of the second. The library's own sequence keeps an object a corner, which for the
/// outlines of a register are most objects that a run holds.
/// </summary>
public sealed class FlatCorners : CoordinateSequence
{
    private readonly double[] numbers;

    /// <summary>Over these numbers, which are not copied.</summary>
    public FlatCorners(double[] numbers)
        : base(numbers.Length / 2, 2, 0)
    {
        this.numbers = numbers;
    }

    /// <summary>The numbers themselves: x and y by turns.</summary>
    public double[] Numbers => numbers;

    /// <summary>The corners of a sequence as numbers; those of one of this kind are not copied.</summary>
    public static double[] NumbersOf(CoordinateSequence corners)
    {
        if (corners is FlatCorners flat)
        {
            return flat.numbers;
        }

        double[] numbers = new double[2 * corners.Count];
        for (int i = 0; i < corners.Count; i++)
        {
            (numbers[2 * i], numbers[(2 * i) + 1]) = (corners.GetX(i), corners.GetY(i));
        }

        return numbers;
    }

    /// <summary>Corners as numbers.</summary>
    public static double[] NumbersOf(ReadOnlySpan<Coordinate> corners)
    {
        double[] numbers = new double[2 * corners.Length];
        for (int i = 0; i < corners.Length; i++)
        {
            (numbers[2 * i], numbers[(2 * i) + 1]) = (corners[i].X, corners[i].Y);
        }

        return numbers;
    }

    /// <inheritdoc/>
    public override double GetX(int index) => numbers[2 * index];

    /// <inheritdoc/>
    public override double GetY(int index) => numbers[(2 * index) + 1];

    /// <inheritdoc/>
    public override double GetOrdinate(int index, int ordinateIndex) => ordinateIndex is 0 or 1 ? numbers[(2 * index) + ordinateIndex] : double.NaN;

    /// <inheritdoc/>
    public override void SetOrdinate(int index, int ordinateIndex, double value)
    {
        if (ordinateIndex is 0 or 1)
        {
            numbers[(2 * index) + ordinateIndex] = value;
        }
    }

    /// <inheritdoc/>
    public override Coordinate[] ToCoordinateArray()
    {
        Coordinate[] corners = new Coordinate[Count];
        for (int i = 0; i < corners.Length; i++)
        {
            corners[i] = new Coordinate(numbers[2 * i], numbers[(2 * i) + 1]);
        }

        return corners;
    }

    /// <inheritdoc/>
    public override Envelope ExpandEnvelope(Envelope env)
    {
        foreach ((double x, double y) in MemoryMarshal.Cast<double, (double X, double Y)>(numbers))
        {
            env.ExpandToInclude(x, y);
        }

        return env;
    }

    /// <inheritdoc/>
    public override CoordinateSequence Copy() => new FlatCorners((double[])numbers.Clone());
}
