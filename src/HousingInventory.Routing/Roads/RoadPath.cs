namespace HousingInventory.Routing.Roads;

/// <summary>A shortest (on foot) or quickest (by car) way along the roads.</summary>
/// <param name="Cost">Metres on foot, seconds by car, straight bits of both ends included.</param>
/// <param name="DistanceM">Metres, straight bits of both ends included.</param>
/// <param name="Edges">The edges travelled, in order.</param>
/// <param name="X">East coordinates of the line along the roads, from where the first point meets them to where the last does; metres. Two or more.</param>
/// <param name="Y">North coordinates, metres.</param>
public sealed record RoadPath(double Cost, double DistanceM, IReadOnlyList<int> Edges, double[] X, double[] Y);
