namespace HousingInventory.Routing.Roads;

/// <summary>A part of the foot network that was left out, because it is short and meets nothing else.</summary>
/// <param name="LengthM">Metres in all.</param>
/// <param name="EdgeCount">Number of edges.</param>
/// <param name="WayId">Its first way.</param>
/// <param name="X">East coordinate of the start of that way's edge, metres.</param>
/// <param name="Y">North coordinate, metres.</param>
public sealed record RoadFragment(double LengthM, int EdgeCount, long WayId, double X, double Y);
