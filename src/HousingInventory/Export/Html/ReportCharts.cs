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

    /// <summary>Outlines of localities with a disc by the number of candidates; says whether anything could be drawn.</summary>
    public static bool Map(HtmlWriter html, HtmlWords words, string name, Results results, IReadOnlyDictionary<string, int> counts)
    {
        List<Locality> shown = [.. results.Inputs.Localities.Where(l => !l.Area.IsEmpty)];
        if (shown.Count == 0)
        {
            return false;
        }

        Envelope area = new();
        foreach (Locality locality in shown)
        {
            area.ExpandToInclude(locality.Area.EnvelopeInternal);
        }

        MapFrame frame = MapFrame.Fitting(MapFrame.Roomy(area), Width, 640);
        double tolerance = frame.Area.Width / 1500;
        html.Open("svg", ("viewBox", $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}"), ("width", HtmlWords.Svg(frame.Width)), ("role", "img"), ("aria-label", name));
        html.Shape("rect", ("width", "100%"), ("height", "100%"), ("fill", "#f4f6f8"));
        string lines = string.Concat((results.Inputs.Transit?.LineCourses ?? []).Select(l => frame.Path(l.Course, tolerance)));
        if (lines.Length > 0)
        {
            html.Shape("path", ("d", lines), ("fill", "none"), ("stroke", "#9aa7b4"), ("stroke-width", "1.4"));
        }

        foreach (Locality locality in shown)
        {
            html.Shape("path", ("d", frame.Path(locality.Area, tolerance)), ("fill", "#dfe6d5"), ("stroke", "#6b7a58"), ("stroke-width", "1"));
        }

        Discs(html, words, frame, shown, counts);
        html.Close();
        return true;
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
                html.Element("text", words.Count(count), ("x", x), ("y", frame.Y(middle.Y)), ("dy", "4.5"), ("text-anchor", "middle"), ("style", "fill:#fff;font-weight:700"));
            }

            html.Element(
                "text", locality.Name, ("x", x), ("y", frame.Y(middle.Y)), ("dy", HtmlWords.Svg(radius + 15)), ("text-anchor", "middle"),
                ("style", "paint-order:stroke;stroke:#fff;stroke-width:3px"));
        }
    }

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
