namespace HousingInventory.Routing.Spatial;

/// <summary>
/// Straight distances are told in whole micrometres. Coordinates of some million metres carry an error of a nanometre; without this, it would decide which of two
/// equally near points comes first, and whether a house at exactly 500 m is within 500 m.
/// </summary>
internal static class Micrometres
{
    /// <summary>The distance whose square is given, in metres.</summary>
    public static double FromSquare(double squareM) => Math.Round(Math.Sqrt(squareM), 6);

    /// <summary>What has a square above this is farther than the distance, whatever the rounding.</summary>
    public static double SquareLimit(double distanceM) => (distanceM + 1e-6) * (distanceM + 1e-6);
}
