namespace HousingInventory.Formats;

/// <summary>What a symbol is drawn on.</summary>
public enum QmlGeometry
{
    Point,
    Line,
    Polygon,

    /// <summary>A table. QGIS has three for unknown.</summary>
    None = 4,
}

/// <summary>One simple symbol of QGIS.</summary>
/// <param name="Colour">Of the fill, or of a line: #rrggbb or #rrggbbaa.</param>
/// <param name="Stroke">Of the outline; unused for lines.</param>
/// <param name="StrokeMm">Width of the outline, or of the line.</param>
/// <param name="Shape">For points: circle, square, triangle, diamond, pentagon, hexagon, star, cross_fill ...</param>
/// <param name="SizeMm">For points.</param>
public sealed record QmlSymbol(string Colour, string Stroke = "#333333", double StrokeMm = 0.2, string Shape = "circle", double SizeMm = 2.4)
{
    /// <summary>Of a line: solid, dash or dot.</summary>
    public string LineStyle { get; init; } = "solid";
}

/// <summary>A class of a legend.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Value">The value of a category; for a range its lowest, in decimal form.</param>
/// <param name="To">The highest value of a range, inclusive; null for a category.</param>
public sealed record QmlClass(string Label, string Value, QmlSymbol Symbol, string? To = null);

/// <summary>Texts beside the features.</summary>
/// <param name="Expression">In QGIS' language, for example <c>"name"</c>.</param>
/// <param name="UpToScale">Shown from there inwards: 5000 is 1:5 000 and closer.</param>
/// <param name="IsBeside">Beside a polygon and not on it, for what is smaller than its label.</param>
/// <param name="DownToScale">Shown from there outwards; 0 without limit.</param>
/// <param name="Colour">Of the letters: #rrggbb.</param>
/// <param name="IsBold">In bold letters.</param>
public sealed record QmlLabel(string Expression, int UpToScale, double FontSize = 8, bool IsBeside = false, int DownToScale = 0, string Colour = "#222222", bool IsBold = false);
