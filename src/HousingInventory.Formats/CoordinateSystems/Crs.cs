namespace HousingInventory.Formats;

/// <summary>A coordinate reference system of our own table. Two values are equal when their EPSG codes are.</summary>
/// <param name="Epsg">The EPSG code.</param>
/// <param name="Name">The name in the EPSG register, for example "SWEREF99 TM".</param>
/// <param name="IsGeographic">True for longitude and latitude in degrees, false for metres.</param>
public sealed record Crs(int Epsg, string Name, bool IsGeographic)
{
    /// <summary>"EPSG:3006".</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"EPSG:{Epsg}");
}
