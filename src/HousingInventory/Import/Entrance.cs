namespace HousingInventory.Import;

/// <summary>An entrance of the building register: it ties an address to a building.</summary>
/// <param name="AddressKey">Key of the address.</param>
/// <param name="BuildingKey">Key of the building.</param>
/// <param name="X">Easting in the working CRS; NaN when unknown.</param>
/// <param name="Y">Northing in the working CRS; NaN when unknown.</param>
public sealed record Entrance(string AddressKey, string BuildingKey, double X, double Y);
