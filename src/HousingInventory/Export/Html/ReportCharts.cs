using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>The map of the committee's report. Nothing in it is drawn from where a building stands. It is made for a telephone's width; on paper and larger screens its letters are smaller in proportion.</summary>
internal static class ReportCharts
{
    private const double Width = 440;
    private const double MapHeight = 360;
    private const int MapPoints = 12_000;

    /// <summary>Where a mark goes whose own place is taken; what it tells of is spread over kilometres.</summary>
    private static readonly (double X, double Y)[] Asides = [(0, 0), (0, -17), (0, 17), (24, 0), (-24, 0), (24, -17), (-24, -17), (24, 17), (-24, 17), (0, -32), (0, 32), (44, 0), (-44, 0)];

    /// <summary>Lines are drawn in tenths of a unit, so that whole numbers are fine enough.</summary>
    private const double Fine = 10;

    /// <summary>Localities with a disc by the number of candidates, on water, major roads and bus lines; says whether anything could be drawn.</summary>
    public static bool Map(HtmlWriter html, HtmlWords words, string name, Results results, IReadOnlyList<LocalityCount> places)
    {
        Dictionary<string, int> counts = places.Where(p => p is { Name: { } name, Members: [var only] } && name == only.Locality)
            .GroupBy(p => p.Name!, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Sum(static p => p.Candidates), StringComparer.Ordinal);
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
        HashSet<string> drawn = [.. shown.Select(l => l.Name).Where(counts.ContainsKey)];
        HashSet<(string, int)> told = [.. places.Where(p => p is { Name: { } of, Members: [var only] } && of == only.Locality && drawn.Contains(of)).SelectMany(p => p.Members)];
        html.Picture(frame.Width, frame.Height, "chart map small", name, () =>
        {
            Ground(html, frame, results.Surroundings, shown);
            Discs(html, words, frame, shown, counts, ReportMapBins.Of(ReportMapBins.Untold(results, told)));
        });
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
        html.Element("g", [("transform", "scale(.1)")], () =>
        {
            for (int layer = 0; layer < layers.Length; layer++)
            {
                html.Shape("path", ("class", layers[layer]), ("d", paths[layer]));
            }
        });
    }

    private static void Squares(HtmlWriter html, HtmlWords words, MapFrame frame, List<Envelope> taken, IReadOnlyList<ReportMapBins.Bin> bins)
    {
        foreach (ReportMapBins.Bin bin in bins)
        {
            (double x, double y) = frame.Of(bin.X, bin.Y);
            string told = bin.Count < LocalityCount.Fewest ? "<5" : words.Count(bin.Count);
            double half = 5 + (2.2 * told.Length);
            Envelope Around((double X, double Y) by) => new(x + by.X - half, x + by.X + half, y + by.Y - 7, y + by.Y + 7);
            (double X, double Y) aside = Asides.FirstOrDefault(by => taken.TrueForAll(t => !t.Intersects(Around(by))));
            taken.Add(Around(aside));
            (x, y) = (x + aside.X, y + aside.Y);
            html.Shape("rect", ("x", HtmlWords.Svg(x - half)), ("y", HtmlWords.Svg(y - 7)), ("width", HtmlWords.Svg(2 * half)), ("height", "14"), ("rx", "2"), ("fill", "#fff"), ("stroke", "#0b4f8a"));
            html.Element("text", told, ("x", HtmlWords.Svg(x)), ("y", HtmlWords.Svg(y)), ("dy", ".36em"), ("text-anchor", "middle"));
        }
    }

    private static void Discs(HtmlWriter html, HtmlWords words, MapFrame frame, List<Locality> localities, IReadOnlyDictionary<string, int> counts, IReadOnlyList<ReportMapBins.Bin> bins)
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
            double radius = count == 0 ? 1.5 : 9 + (11 * Math.Sqrt(count / most));
            (double x, double y) = frame.Of(middle.X, middle.Y);
            discs.Add((locality.Name, count, x, y, radius));
            taken.Add(new Envelope(x - radius, x + radius, y - radius, y + radius));
            if (count > 0)
            {
                html.Shape("circle", ("cx", HtmlWords.Svg(x)), ("cy", HtmlWords.Svg(y)), ("r", HtmlWords.Svg(radius)), ("fill", "#0b4f8a"), ("stroke", "#fff"), ("stroke-width", "1.5"));
                html.Element("text", words.Count(count), ("x", HtmlWords.Svg(x)), ("y", HtmlWords.Svg(y)), ("dy", ".36em"), ("text-anchor", "middle"), ("style", "fill:#fff;stroke:none;font-weight:700"));
            }
        }

        Squares(html, words, frame, taken, bins);
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
}
