namespace HousingInventory.Model;

/// <summary>Posts of the stops that count: enough ordinary departures on the term day, the posts of both directions taken together.</summary>
/// <param name="X">Eastings in the working CRS.</param>
/// <param name="Y">Northings in the working CRS, parallel to <paramref name="X"/>.</param>
public sealed record TransitStops(IReadOnlyList<double> X, IReadOnlyList<double> Y);
