using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>The drawings of the committee's report: bars, and a map of localities. Nothing in them is drawn from where a building stands.</summary>
internal static class ReportCharts
{
    private const double Width = 880;
    private const double LabelWidth = 330;
    private const double BarHeight = 22;
    private const double RowHeight = 32;
    private const double NumberWidth = 90;
    private const double MapHeight = 640;
    private const int MapPoints = 12_000;

    /// <summary>Lines are drawn in tenths of a unit, so that whole numbers are fine enough.</summary>
    private const double Fine = 10;

    /// <summary>Horizontal bars, one a row; the numbers stand in the table beside, so that the drawing as a whole has one name.</summary>
    public static void Bars(HtmlWriter html, HtmlWords words, string name, IReadOnlyList<(string Label, long Count)> rows)
    {
        long most = Math.Max(1, rows.Max(r => r.Count));
        html.Open("svg", ("viewBox", $"0 0 {HtmlWords.Svg(Width)} {HtmlWords.Svg((rows.Count * RowHeight) + 4)}"), ("width", HtmlWords.Svg(Width)), ("role", "img"), ("aria-label", name));
        for (int i = 0; i < rows.Count; i++)
        {
            double y = (i * RowHeight) + 4;
            double length = Math.Max(1.5, (Width - LabelWidth - NumberWidth) * rows[i].Count / most);
            string middle = HtmlWords.Svg(y + 16);
            html.Element("text", Short(rows[i].Label, 44), ("x", HtmlWords.Svg(LabelWidth - 10)), ("y", middle), ("text-anchor", "end"));
            html.Shape("rect", ("x", HtmlWords.Svg(LabelWidth)), ("y", HtmlWords.Svg(y)), ("width", HtmlWords.Svg(length)), ("height", HtmlWords.Svg(BarHeight)), ("fill", "#0b5394"));
            html.Element("text", words.Count(rows[i].Count), ("x", HtmlWords.Svg(LabelWidth + length + 8)), ("y", middle));
        }

        html.Close();
    }

    /// <summary>Localities with a disc by the number of candidates, on water, major roads and bus lines; says whether anything could be drawn.</summary>
    public static bool Map(HtmlWriter html, HtmlWords words, string name, Results results, IReadOnlyDictionary<string, int> counts)
    {
        // A file of localities may hold the whole country.
        Envelope homes = new();
        foreach (Building building in results.Inputs.Buildings.Where(b => b.IsDwelling))
        {
            homes.ExpandToInclude(building.House);
        }

        List<Locality> shown = [.. results.Inputs.Localities.Where(l => !l.Area.IsEmpty && l.Area.EnvelopeInternal.Intersects(homes))];
        if (shown.Count == 0)
        {
            return false;
        }

        Envelope area = new();
        foreach (Locality locality in shown)
        {
            area.ExpandToInclude(locality.Area.EnvelopeInternal);
        }

        // As wide as the text, whatever the shape of the municipality.
        area = MapFrame.Roomy(area);
        area.ExpandBy(Math.Max(0, ((area.Height * Width / MapHeight) - area.Width) / 2), 0);
        MapFrame frame = MapFrame.Fitting(area, Width, MapHeight);
        html.Open(
            "svg", ("viewBox", $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}"), ("width", HtmlWords.Svg(frame.Width)), ("class", "chart map"), ("role", "img"), ("aria-label", name));
        Ground(html, frame, results.Inputs, shown);
        Discs(html, words, frame, shown, counts);
        html.Close();
        return true;
    }

    private static void Ground(HtmlWriter html, MapFrame frame, Inputs inputs, List<Locality> localities)
    {
        string[] layers = ["town", "water", "major", "line"];
        MapLines lines = new(frame.Times(Fine));
        localities.ForEach(l => lines.Add(0, l.Area));
        inputs.Water.ForEach(w => lines.Add(1, w));
        foreach (LineCourse course in inputs.Transit?.LineCourses ?? [])
        {
            lines.Add(3, course.Course);
        }

        if (inputs.Network is { } roads)
        {
            foreach ((bool _, double[] x, double[] y) in RoadStrokes.Of(roads, frame.Area).Where(r => r.Major))
            {
                lines.Add(2, x, y, ring: false);
            }
        }

        string[] paths = lines.Paths(layers.Length, MapPoints, frame.Area.Width / Width / 2);
        html.Open("g", ("transform", "scale(.1)"));
        for (int layer = 0; layer < layers.Length; layer++)
        {
            html.Shape("path", ("class", layers[layer]), ("d", paths[layer]));
        }

        html.Close();
    }

    private static void Discs(HtmlWriter html, HtmlWords words, MapFrame frame, List<Locality> localities, IReadOnlyDictionary<string, int> counts)
    {
        double most = Math.Max(1, counts.Values.DefaultIfEmpty(1).Max());

        // One disc a name, though a name may have several areas: it stands in the largest.
        IEnumerable<Locality> largest = localities.GroupBy(l => l.Name, StringComparer.Ordinal).Select(g => g.MaxBy(l => l.Area.Area)!);
        foreach (Locality locality in largest.OrderByDescending(l => counts.GetValueOrDefault(l.Name)).ThenBy(l => l.Name, StringComparer.Ordinal))
        {
            Coordinate middle = locality.Area.InteriorPoint.Coordinate;
            int count = counts.GetValueOrDefault(locality.Name);
            double radius = count == 0 ? 0 : 9 + (19 * Math.Sqrt(count / most));
            string x = frame.X(middle.X);
            if (count > 0)
            {
                html.Shape("circle", ("cx", x), ("cy", frame.Y(middle.Y)), ("r", HtmlWords.Svg(radius)), ("fill", "#0b5394"), ("stroke", "#fff"), ("stroke-width", "1.5"));
                html.Element("text", words.Count(count), ("x", x), ("y", frame.Y(middle.Y)), ("dy", "4.5"), ("text-anchor", "middle"), ("style", "fill:#fff;stroke:none;font-weight:700"));
            }

            html.Element(
                "text", locality.Name, ("x", x), ("y", frame.Y(middle.Y)), ("dy", HtmlWords.Svg(radius + 14)), ("text-anchor", "middle"),
                ("style", count > 0 ? "font-weight:600" : null));
        }
    }

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
