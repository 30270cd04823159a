using NetTopologySuite.Geometries;

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

    /// <summary>A place in the drawing.</summary>
    public (double X, double Y) Of(double easting, double northing) => ((easting - area.MinX) * unitsPerMetre, (area.MaxY - northing) * unitsPerMetre);

    /// <summary>Whole units from the left.</summary>
    public long WholeX(double easting) => (long)Math.Round((easting - area.MinX) * unitsPerMetre, MidpointRounding.AwayFromZero);

    /// <summary>Whole units from the top.</summary>
    public long WholeY(double northing) => (long)Math.Round((area.MaxY - northing) * unitsPerMetre, MidpointRounding.AwayFromZero);

    /// <summary>The same area, drawn so many times larger.</summary>
    public MapFrame Times(double factor) => new(area, unitsPerMetre * factor);
}
