using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>The drawings of the committee's report: bars, and a map of localities. Nothing in them is drawn from where a building stands.</summary>
internal static class ReportCharts
{
    private const double Width = 880;
    private const double LabelWidth = 240;
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
        html.Open("svg", ("viewBox", $"0 0 {HtmlWords.Svg(Width)} {HtmlWords.Svg((rows.Count * RowHeight) + 4)}"), ("class", "chart"), ("role", "img"), ("aria-label", name));
        for (int i = 0; i < rows.Count; i++)
        {
            double y = (i * RowHeight) + 4;
            double length = Math.Max(1.5, (Width - LabelWidth - NumberWidth) * rows[i].Count / most);
            string middle = HtmlWords.Svg(y + 16);
            html.Element("text", Short(rows[i].Label, 34), ("x", HtmlWords.Svg(LabelWidth - 10)), ("y", middle), ("text-anchor", "end"));
            html.Shape("rect", ("x", HtmlWords.Svg(LabelWidth)), ("y", HtmlWords.Svg(y)), ("width", HtmlWords.Svg(length)), ("height", HtmlWords.Svg(BarHeight)), ("fill", "#0b4f8a"));
            html.Element("text", words.Count(rows[i].Count), ("x", HtmlWords.Svg(LabelWidth + length + 8)), ("y", middle));
        }

        html.Close();
    }

    /// <summary>Localities with a disc by the number of candidates, on water, major roads and bus lines; says whether anything could be drawn.</summary>
    public static bool Map(HtmlWriter html, HtmlWords words, string name, Results results, IReadOnlyDictionary<string, int> counts)
    {
        // A file of localities may hold the whole country.
        Envelope homes = new();
        foreach (Building building in results.Registers.Buildings.Where(b => b.IsDwelling))
        {
            homes.ExpandToInclude(building.House);
        }

        List<Locality> shown = [.. results.Surroundings.Localities.Where(l => !l.Area.IsEmpty && l.Area.EnvelopeInternal.Intersects(homes))];
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
            "svg", ("viewBox", $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}"), ("class", "chart map"), ("role", "img"), ("aria-label", name));
        Ground(html, frame, results.Surroundings, shown);
        Discs(html, words, frame, shown, counts);
        html.Close();
        return true;
    }

    private static void Ground(HtmlWriter html, MapFrame frame, Surroundings around, List<Locality> localities)
    {
        string[] layers = ["town", "water", "major", "line"];
        MapLines lines = new(frame.Times(Fine));
        localities.ForEach(l => lines.Add(0, l.Area));
        foreach (Geometry water in around.Water)
        {
            lines.Add(1, water);
        }

        foreach (LineCourse course in around.Transit?.LineCourses ?? [])
        {
            lines.Add(3, course.Course);
        }

        foreach ((double[] x, double[] y) in RoadLines.Major(around))
        {
            lines.Add(2, x, y, ring: false);
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
        List<Envelope> taken = [];
        List<(string Name, int Count, double X, double Y, double Radius)> discs = [];

        // One disc a name, though a name may have several areas: it stands in the largest.
        foreach (Locality locality in localities.GroupBy(l => l.Name, StringComparer.Ordinal).Select(g => g.MaxBy(l => l.Area.Area)!)
            .OrderByDescending(l => counts.GetValueOrDefault(l.Name)).ThenByDescending(l => l.Area.Area).ThenBy(l => l.Name, StringComparer.Ordinal))
        {
            Coordinate middle = locality.Area.InteriorPoint.Coordinate;
            int count = counts.GetValueOrDefault(locality.Name);
            double radius = count == 0 ? 2 : 9 + (19 * Math.Sqrt(count / most));
            (double x, double y) = frame.Of(middle.X, middle.Y);
            discs.Add((locality.Name, count, x, y, radius));
            taken.Add(new Envelope(x - radius, x + radius, y - radius, y + radius));
            if (count > 0)
            {
                html.Shape("circle", ("cx", HtmlWords.Svg(x)), ("cy", HtmlWords.Svg(y)), ("r", HtmlWords.Svg(radius)), ("fill", "#0b4f8a"), ("stroke", "#fff"), ("stroke-width", "1.5"));
                html.Element("text", words.Count(count), ("x", HtmlWords.Svg(x)), ("y", HtmlWords.Svg(y)), ("dy", "4.5"), ("text-anchor", "middle"), ("style", "fill:#fff;stroke:none;font-weight:700"));
            }
        }

        foreach ((string name, int count, double x, double y, double radius) in discs)
        {
            Name(html, taken, name, count > 0, x, y, radius);
        }
    }

    /// <summary>A name beside its disc, on the first side where it lies over nothing; a name without a figure waits for a larger map if there is none.</summary>
    private static void Name(HtmlWriter html, List<Envelope> taken, string name, bool must, double x, double y, double radius)
    {
        double width = 7.4 * name.Length;
        (double Left, double Baseline)[] sides =
            [(x - (width / 2), y + radius + 13), (x - (width / 2), y - radius - 4), (x + radius + 4, y + 4.5), (x - radius - 4 - width, y + 4.5)];
        int free = Array.FindIndex(sides, s => taken.TrueForAll(t => !t.Intersects(Box(s.Left, s.Baseline, width))));
        if (free < 0 && !must)
        {
            return;
        }

        (double left, double baseline) = sides[Math.Max(0, free)];
        taken.Add(Box(left, baseline, width));
        html.Element("text", name, ("x", HtmlWords.Svg(left + (width / 2))), ("y", HtmlWords.Svg(baseline)), ("text-anchor", "middle"), ("style", must ? "font-weight:600" : null));
    }

    private static Envelope Box(double left, double baseline, double width) => new(left, left + width, baseline - 11, baseline + 3);

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
