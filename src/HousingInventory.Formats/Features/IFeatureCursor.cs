using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>
/// A forward-only pass over the records of one layer or table, whatever the format. Values are those of the current record and are read lazily; a cursor is
/// used by one thread.
/// </summary>
public interface IFeatureCursor : IDisposable
{
    /// <summary>What is being read.</summary>
    LayerInfo Layer { get; }

    /// <summary>1-based number of the current record, in file order, the header not counted.</summary>
    long Row { get; }

    /// <summary>The number of the current record as a spreadsheet program shows it, the header counted; <see cref="Row"/> for what is no sheet.</summary>
    long SheetRow => Row;

    /// <summary>What could not be read; final behind the last record.</summary>
    ReadGaps Gaps => ReadGaps.None;

    /// <summary>
    /// Why the current record cannot be used as a whole (ragged row, broken blob), as an English clause without any of its values ("has 5 fields where the
    /// header has 7"); null when it can. Reading its values is then undefined but never throws.
    /// </summary>
    string? Fault { get; }

    /// <summary>The geometry of the current record in the CRS of the layer, x = east or longitude; null when it has none or it cannot be decoded.</summary>
    /// <remarks>Axis order and zone are not judged here.</remarks>
    Geometry? Geometry { get; }

    /// <summary>
    /// Whether the file seems to be cut off, known when <see cref="Read"/> has given false: text whose last line has no end, or stops within a quoted field.
    /// </summary>
    bool MayBeCut => false;

    /// <summary>Steps to the next record; false at the end.</summary>
    bool Read();

    /// <summary>
    /// The value as text: trimmed, numbers in the invariant shortest form, dates as yyyy-MM-dd or ISO 8601; null when NULL, missing or blank.
    /// </summary>
    string? Text(int column);

    /// <summary>The same value without making a string where the format can; empty when NULL, missing or blank. Valid until the next call.</summary>
    ReadOnlySpan<char> Span(int column);

    /// <summary>The value as a number; text is parsed with decimal point or comma; null when there is none.</summary>
    double? Number(int column);
}
