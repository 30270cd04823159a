namespace HousingInventory.Routing.Spatial;

/// <summary>The nearest point of a <see cref="PointGrid"/>.</summary>
/// <param name="Index">Place of the point in the arrays the grid was made from; -1 when there is none within the limit.</param>
/// <param name="DistanceM">Straight distance in metres, to the micrometre; infinity when there is none.</param>
public readonly record struct PointHit(int Index, double DistanceM)
{
    /// <summary>No point within the limit.</summary>
    public static PointHit None { get; } = new(-1, double.PositiveInfinity);

    /// <summary>Whether there is a point.</summary>
    public bool Found => Index >= 0;
}
