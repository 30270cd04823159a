namespace HousingInventory.Routing.Roads;

/// <summary>
/// Lengths and times are rounded to 2^-28 m or s (4 nanometres) when they enter the graph. Sums of such numbers are exact in a double up to 33 million metres,
/// so a path is equally long from either end, equal paths are equal, and no result depends on the order of additions.
/// </summary>
internal static class Exact
{
    private const double Steps = 1 << 28;

    public static double Round(double value) => Math.Round(value * Steps) / Steps;
}
