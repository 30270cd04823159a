using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>A pass over a file that was unpacked for it.</summary>
internal sealed class DeliveredCursor(DeliveredFile file, IFeatureCursor cursor) : IFeatureCursor
{
    public LayerInfo Layer => cursor.Layer;

    public long Row => cursor.Row;

    public long SheetRow => cursor.SheetRow;

    public ReadGaps Gaps => cursor.Gaps;

    public string? Fault => cursor.Fault;

    public Geometry? Geometry => cursor.Geometry;

    public bool MayBeCut => cursor.MayBeCut;

    public bool Read() => cursor.Read();

    public string? Text(int column) => cursor.Text(column);

    public ReadOnlySpan<char> Span(int column) => cursor.Span(column);

    public double? Number(int column) => cursor.Number(column);

    public void Dispose()
    {
        cursor.Dispose();
        file.Dispose();
    }
}
