using System.Text;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>
/// The work list's map, drawn in metres from its upper left corner. Places are strokes without length, which keep their size on the screen however far in one
/// looks.
/// </summary>
internal static class WorkListMap
{
    private const string Dot = "h.01";
    private const int Background = 45_000;
    private const int Courses = 15_000;
    private const double FinestM = 3;

    /// <summary>Writes the drawing.</summary>
    public static void Write(HtmlWriter html, HtmlWords words, ResultTable table)
    {
        Surroundings around = table.Results.Surroundings;
        MapFrame frame = new(Area(table), 1);
        html.Open(
            "svg", ("id", "map"), ("viewBox", $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}"), ("tabindex", "0"), ("role", "application"), ("aria-label", words.Say(
                "Karta över kandidaterna. Piltangenter flyttar, plus och minus zoomar, noll visar allt. Samma hus står i tabellen.",
                "Map of the candidates. Arrow keys move, plus and minus zoom, zero shows all. The table holds the same homes.")));
        Ground(html, frame, around);
        Lines(html, frame, around, words);
        Stops(html, frame, around, words);
        Services(html, frame, around, words);
        html.Open("g", ("class", "home"));
        foreach (ResultRow row in table.Candidates.Reverse())
        {
            string x = Whole(row.Building.House.X - frame.Area.MinX);
            string y = Whole(frame.Area.MaxY - row.Building.House.Y);
            string at = $"M{x} {y}{Dot}";
            html.Open("g", ("class", "s" + Class(table.Results.Scores.Score[row.Home])), ("data-i", Whole(row.Position)), ("data-x", x), ("data-y", y));
            html.Shape("path", ("d", at)).Shape("path", ("d", at)).Close();
        }

        html.Close();
        Names(html, frame, table);
        html.Close();
    }

    /// <summary>Class of a score, 0 the best.</summary>
    public static string Class(decimal score) => Whole(MapLook.ClassOf(score));

    private static Envelope Area(ResultTable table)
    {
        Envelope area = new();
        foreach (ResultRow row in table.Candidates)
        {
            area.ExpandToInclude(row.Building.House);
        }

        foreach (Locality locality in table.Candidates.Count > 0 ? [] : table.Results.Surroundings.Localities)
        {
            area.ExpandToInclude(locality.Area.EnvelopeInternal);
        }

        return MapFrame.Roomy(area);
    }

    /// <summary>Water, localities and roads: what the eye finds its way by.</summary>
    private static void Ground(HtmlWriter html, MapFrame frame, Surroundings around)
    {
        string[] layers = ["town", "water", "minor", "major"];
        MapLines lines = new(frame);
        foreach (Geometry water in around.Water)
        {
            lines.Add(1, water);
        }

        foreach (Locality locality in around.Localities)
        {
            lines.Add(0, locality.Area);
        }

        foreach ((double[] x, double[] y) in RoadLines.All(around, frame.Area))
        {
            lines.Add(2, x, y, ring: false);
        }

        foreach ((double[] x, double[] y) in RoadLines.Major(around))
        {
            lines.Add(3, x, y, ring: false);
        }

        string[] paths = lines.Paths(layers.Length, Background, FinestM);
        foreach (int layer in Enumerable.Range(0, layers.Length).Where(l => paths[l].Length > 0))
        {
            html.Shape("path", ("class", layers[layer]), ("d", paths[layer]));
        }
    }

    private static void Lines(HtmlWriter html, MapFrame frame, Surroundings around, HtmlWords words)
    {
        IReadOnlyList<LineCourse> courses = around.Transit?.LineCourses ?? [];
        MapLines lines = new(frame);
        for (int i = 0; i < courses.Count; i++)
        {
            lines.Add(i, courses[i].Course);
        }

        string[] paths = lines.Paths(courses.Count, Courses, FinestM);
        html.Open("g", ("class", "line"));
        for (int i = 0; i < courses.Count; i++)
        {
            if (paths[i].Length > 0)
            {
                html.Open("path", ("d", paths[i])).Element("title", words.Say("Linje ", "Line ") + courses[i].Line).Close();
            }
        }

        html.Close();
    }

    private static void Stops(HtmlWriter html, MapFrame frame, Surroundings around, HtmlWords words)
    {
        html.Open("g", ("class", "stop"));
        foreach (StopTraffic stop in (around.Transit?.Stops ?? []).Where(s => frame.Area.Contains(s.X, s.Y)))
        {
            html.Open("path", ("d", At(frame, stop.X, stop.Y)), ("class", stop.Counts ? null : "off"));
            string lines = stop.Lines.Length > 0 ? words.Say("; linje ", "; line ") + stop.Lines : "";
            html.Element("title", $"{stop.Name}: {words.Count(stop.Departures)} {words.Say("avgångar", "departures")}{lines}").Close();
        }

        html.Close();
    }

    private static void Services(HtmlWriter html, MapFrame frame, Surroundings around, HtmlWords words)
    {
        html.Open("g", ("class", "serv"));
        foreach (ServicePlace place in around.Services.Where(s => frame.Area.Contains(s.X, s.Y)))
        {
            string what = Score.ServiceWords.Of(place.Category, words.Language);
            html.Open("path", ("d", At(frame, place.X, place.Y))).Element("title", place.Name is { } name ? $"{name} ({what})" : what).Close();
        }

        html.Close();
    }

    /// <summary>Names, those of most candidates first: where two would meet the page shows the first.</summary>
    private static void Names(HtmlWriter html, MapFrame frame, ResultTable table)
    {
        string size = "font-size:" + HtmlWords.Svg(Math.Max(frame.Width, frame.Height) / 45) + "px";
        ILookup<int, ResultRow> candidates = table.Candidates.ToLookup(r => table.Results.Flags.LocalityOf[r.Index]);
        html.Open("g", ("class", "name"));
        foreach ((int _, Locality locality) in table.Results.Surroundings.Localities.Index().Where(l => !l.Item.Area.IsEmpty)
            .OrderByDescending(l => candidates[l.Index].Count()).ThenByDescending(l => l.Item.Area.Area).ThenBy(l => l.Item.Name, StringComparer.Ordinal))
        {
            Coordinate middle = locality.Area.InteriorPoint.Coordinate;
            if (frame.Area.Contains(middle))
            {
                html.Element("text", locality.Name, ("x", Whole(middle.X - frame.Area.MinX)), ("y", Whole(frame.Area.MaxY - middle.Y)), ("dy", "-.8em"), ("text-anchor", "middle"), ("style", size));
            }
        }

        html.Close();
    }

    private static string At(MapFrame frame, double x, double y) =>
        new StringBuilder("M").Append(Whole(x - frame.Area.MinX)).Append(' ').Append(Whole(frame.Area.MaxY - y)).Append(Dot).ToString();

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
