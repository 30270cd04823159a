namespace HousingInventory.Routing.Spatial;

/// <summary>The nearest place on the lines of a <see cref="SegmentGrid"/>.</summary>
/// <param name="Line">0-based index of the line; -1 when there is none within the limit.</param>
/// <param name="Segment">0-based index of the segment among all segments of all lines; -1 when there is none.</param>
/// <param name="Fraction">Where on the segment, from 0 (its start) to 1 (its end).</param>
/// <param name="DistanceM">Straight distance in metres, to the micrometre; infinity when there is none.</param>
public readonly record struct SegmentHit(int Line, int Segment, double Fraction, double DistanceM)
{
    /// <summary>No line within the limit.</summary>
    public static SegmentHit None { get; } = new(-1, -1, 0, double.PositiveInfinity);

    /// <summary>Whether there is a line.</summary>
    public bool Found => Line >= 0;
}
