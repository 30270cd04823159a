namespace HousingInventory.Formats;

/// <summary>What a pair of numbers is, by size alone. Sweden's coordinate systems hardly overlap in size, so that a wrong statement shows.</summary>
public enum CoordinateKind
{
    /// <summary>What was stated.</summary>
    AsStated,

    /// <summary>WGS 84 longitude and latitude in the Nordic countries, though metres were stated or nothing.</summary>
    Degrees,

    /// <summary>SWEREF 99 TM, though something else was stated or nothing.</summary>
    SwerefTm,

    /// <summary>One of the SWEREF 99 zones; which one cannot be seen.</summary>
    SwerefZone,

    /// <summary>RT 90.</summary>
    Rt90,

    /// <summary>Nothing was stated and the pair may be SWEREF 99 TM in the far west or a zone: ask.</summary>
    Ambiguous,

    /// <summary>A possible place of the stated system but outside the Nordic countries, where axes cannot be judged.</summary>
    Elsewhere,

    /// <summary>Not a place of the stated system, nor of any that is known here; or not a number.</summary>
    Impossible,
}

/// <summary>A pair of numbers judged.</summary>
/// <param name="Kind">Which system they fit.</param>
/// <param name="IsSwapped">They fit it only when x and y change places.</param>
public readonly record struct CoordinateReading(CoordinateKind Kind, bool IsSwapped)
{
    private const double SwedenSouthM = 6_100_000;
    private const double SwedenNorthM = 7_700_000;

    // As it would be generated, but without a box for each comparison of the enum: it is asked for every corner of a layer.
    /// <inheritdoc/>
    public bool Equals(CoordinateReading other) => Kind == other.Kind && IsSwapped == other.IsSwapped;

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 2) + (IsSwapped ? 1 : 0);

    /// <summary>
    /// Judges x (east, longitude) and y (north, latitude) against what was stated, null when nothing was. The pair is first taken as stated, then with its axes
    /// swapped, then as the other systems of Sweden. One pair proves little: judge a layer by what most of its pairs say.
    /// </summary>
    public static CoordinateReading Judge(double x, double y, Crs? stated)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return new CoordinateReading(CoordinateKind.Impossible, false);
        }

        if (stated is not null)
        {
            if (Fits(x, y, stated))
            {
                return new CoordinateReading(CoordinateKind.AsStated, false);
            }

            if (Fits(y, x, stated))
            {
                return new CoordinateReading(CoordinateKind.AsStated, true);
            }
        }

        CoordinateKind kind = Recognise(x, y, stated is null);
        if (kind != CoordinateKind.Impossible)
        {
            return new CoordinateReading(kind, false);
        }

        kind = Recognise(y, x, stated is null);
        return kind != CoordinateKind.Impossible ? new CoordinateReading(kind, true)
            : new CoordinateReading(stated is not null && IsPossible(x, y, stated) ? CoordinateKind.Elsewhere : CoordinateKind.Impossible, false);
    }

    private static CoordinateKind Recognise(double x, double y, bool mayBeAmbiguous)
    {
        if (IsNordicDegrees(x, y))
        {
            return CoordinateKind.Degrees;
        }

        return y is < SwedenSouthM or > SwedenNorthM ? CoordinateKind.Impossible : x switch
        {
            >= 235_000 and <= 250_000 when mayBeAmbiguous => CoordinateKind.Ambiguous,
            >= 60_000 and <= 250_000 => CoordinateKind.SwerefZone,
            > 250_000 and <= 935_000 => CoordinateKind.SwerefTm,
            >= 1_200_000 and <= 1_900_000 => CoordinateKind.Rt90,
            _ => CoordinateKind.Impossible,
        };
    }

    /// <summary>A place of the stated system in its part of Scandinavia.</summary>
    private static bool Fits(double x, double y, Crs stated) => stated.Epsg switch
    {
        _ when stated.IsGeographic => IsNordicDegrees(x, y),
        3006 => x is >= 235_000 and <= 935_000 && y is >= SwedenSouthM and <= SwedenNorthM,
        >= 3007 and <= 3018 => x is >= 60_000 and <= 250_000 && y is >= SwedenSouthM and <= SwedenNorthM,
        (>= 3019 and <= 3024) or 3847 => x is >= 1_200_000 and <= 1_900_000 && y is >= SwedenSouthM and <= SwedenNorthM,
        3857 => x is >= 400_000 and <= 3_600_000 && y is >= 7_000_000 and <= 11_600_000,
        _ => x is > 0 and < 1_000_000 && y is >= 6_000_000 and <= 7_900_000,
    };

    /// <summary>A place of the stated system anywhere on the globe.</summary>
    private static bool IsPossible(double x, double y, Crs stated) => stated.IsGeographic
        ? Math.Abs(x) <= 180 && Math.Abs(y) <= 90
        : Math.Abs(x) <= 20_050_000 && Math.Abs(y) <= 20_050_000 && (Math.Abs(x) > 180 || Math.Abs(y) > 90);

    /// <summary>Longitude 4 to 32 and latitude 54 to 72: the two ranges do not overlap, so that swapped axes show.</summary>
    private static bool IsNordicDegrees(double x, double y) => x is >= 4 and <= 32 && y is >= 54 and <= 72;
}
