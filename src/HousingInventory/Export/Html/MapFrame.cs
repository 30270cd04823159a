using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace HousingInventory.Export.Html;

/// <summary>From the working CRS to a drawing: y points down, the upper left corner is 0, 0.</summary>
/// <param name="area">What is to be seen.</param>
/// <param name="unitsPerMetre">Scale of the drawing.</param>
internal sealed class MapFrame(Envelope area, double unitsPerMetre)
{
    public Envelope Area => area;

    public double Width => area.Width * unitsPerMetre;

    public double Height => area.Height * unitsPerMetre;

    /// <summary>A frame that holds the area, so wide in drawing units, and at most so high.</summary>
    public static MapFrame Fitting(Envelope area, double width, double maxHeight) => new(area, Math.Min(width / area.Width, maxHeight / area.Height));

    /// <summary>The area with a margin around it, and never thinner than a kilometre, so that a single place can be drawn too.</summary>
    public static Envelope Roomy(Envelope tight)
    {
        Envelope area = tight.IsNull ? new Envelope(0, 1, 0, 1) : tight.Copy();
        double margin = 0.06 * Math.Max(area.Width, area.Height);
        area.ExpandBy(Math.Max(margin, (1000 - area.Width) / 2), Math.Max(margin, (1000 - area.Height) / 2));
        return area;
    }

    public string X(double easting) => HtmlWords.Svg((easting - area.MinX) * unitsPerMetre);

    public string Y(double northing) => HtmlWords.Svg((area.MaxY - northing) * unitsPerMetre);

    /// <summary>Lines and rings as path data, thinned to what can be told apart; empty when nothing of it is in the area.</summary>
    /// <param name="geometry">Lines or areas.</param>
    /// <param name="toleranceM">Thinning tolerance, metres.</param>
    public string Path(Geometry geometry, double toleranceM)
    {
        System.Text.StringBuilder path = new();
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            Geometry part = geometry.GetGeometryN(i);
            if (part.IsEmpty || !part.EnvelopeInternal.Intersects(area))
            {
                continue;
            }

            if (part is Polygon polygon)
            {
                Line(path, polygon.ExteriorRing.Coordinates, toleranceM);
                path.Append('Z');
            }
            else
            {
                Line(path, part.Coordinates, toleranceM);
            }
        }

        return path.ToString();
    }

    private void Line(System.Text.StringBuilder path, Coordinate[] line, double toleranceM)
    {
        Coordinate[] thin = DouglasPeuckerLineSimplifier.Simplify(line, toleranceM);
        for (int i = 0; i < thin.Length; i++)
        {
            path.Append(i == 0 ? 'M' : i == 1 ? 'L' : ' ').Append(X(thin[i].X)).Append(' ').Append(Y(thin[i].Y));
        }
    }
}
