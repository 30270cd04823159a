namespace HousingInventory.Routing.Roads;

/// <summary>
/// Inside a search a length is a whole number of steps of 10 nanometres and a time a whole number of steps of 10 nanoseconds, held in a double. Such numbers add
/// up exactly to 90 000 km, and decimal lengths stay decimal. So a path is equally long from either end, equal paths are equal, a limit is met exactly, and no
/// result depends on the order of additions.
/// </summary>
internal static class Exact
{
    private const double StepsPerUnit = 1e8;

    /// <summary>Metres or seconds in steps; infinity stays.</summary>
    public static double Steps(double units) => Math.Round(units * StepsPerUnit);

    /// <summary>Steps in metres or seconds: the double nearest to the decimal number, so steps come back unchanged.</summary>
    public static double Units(double steps) => steps / StepsPerUnit;
}
