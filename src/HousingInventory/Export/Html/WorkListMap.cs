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

    /// <summary>Writes the drawing.</summary>
    public static void Write(HtmlWriter html, HtmlWords words, ResultTable table)
    {
        Inputs inputs = table.Results.Inputs;
        MapFrame frame = new(Area(table), 1);
        double tolerance = Math.Max(1, Math.Max(frame.Area.Width, frame.Area.Height) / 3000);
        html.Open(
            "svg", ("id", "map"), ("viewBox", $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}"), ("tabindex", "0"), ("role", "application"), ("aria-label", words.Say(
                "Karta över kandidaterna. Piltangenter flyttar, plus och minus zoomar, noll visar allt. Samma hus står i tabellen.",
                "Map of the candidates. Arrow keys move, plus and minus zoom, zero shows all. The table holds the same homes.")));
        Areas(html, frame, inputs, tolerance);
        Lines(html, frame, inputs, tolerance);
        Stops(html, frame, inputs, words);
        Services(html, frame, inputs, words);
        Names(html, frame, inputs);
        html.Open("g", ("class", "home"));
        foreach (ResultRow row in table.Candidates.Reverse())
        {
            string x = Whole(row.Building.House.X - frame.Area.MinX);
            string y = Whole(frame.Area.MaxY - row.Building.House.Y);
            string at = $"M{x} {y}{Dot}";
            html.Open("g", ("class", "s" + Class(table.Results.Scores.Score[row.Home])), ("data-i", Whole(row.Position)), ("data-x", x), ("data-y", y));
            html.Shape("path", ("d", at)).Shape("path", ("d", at)).Close();
        }

        html.Close().Close();
    }

    /// <summary>Class of a score, 0 the best: from 80, 60, 40, 20 and below.</summary>
    private static string Class(decimal score) => Whole(4 - (int)Math.Clamp(decimal.Truncate(score / 20), 0, 4));

    private static Envelope Area(ResultTable table)
    {
        Envelope area = new();
        foreach (ResultRow row in table.Candidates)
        {
            area.ExpandToInclude(row.Building.House);
        }

        foreach (Locality locality in table.Candidates.Count > 0 ? [] : table.Results.Inputs.Localities)
        {
            area.ExpandToInclude(locality.Area.EnvelopeInternal);
        }

        return MapFrame.Roomy(area);
    }

    private static void Areas(HtmlWriter html, MapFrame frame, Inputs inputs, double tolerance)
    {
        html.Open("g", ("class", "loc"));
        foreach (string path in inputs.Localities.Select(l => frame.Path(l.Area, tolerance)).Where(p => p.Length > 0))
        {
            html.Shape("path", ("d", path));
        }

        html.Close();
    }

    private static void Lines(HtmlWriter html, MapFrame frame, Inputs inputs, double tolerance)
    {
        html.Open("g", ("class", "line"));
        foreach (LineCourse line in inputs.Transit?.LineCourses ?? [])
        {
            string path = frame.Path(line.Course, tolerance);
            if (path.Length > 0)
            {
                html.Open("path", ("d", path)).Element("title", line.Line).Close();
            }
        }

        html.Close();
    }

    private static void Stops(HtmlWriter html, MapFrame frame, Inputs inputs, HtmlWords words)
    {
        html.Open("g", ("class", "stop"));
        foreach (StopTraffic stop in (inputs.Transit?.Stops ?? []).Where(s => frame.Area.Contains(s.X, s.Y)))
        {
            html.Open("path", ("d", At(frame, stop.X, stop.Y)), ("class", stop.Counts ? null : "off"));
            html.Element("title", $"{stop.Name}: {words.Count(stop.Departures)} {words.Say("avgångar", "departures")}").Close();
        }

        html.Close();
    }

    private static void Services(HtmlWriter html, MapFrame frame, Inputs inputs, HtmlWords words)
    {
        html.Open("g", ("class", "serv"));
        foreach (ServicePlace place in inputs.Services.Where(s => frame.Area.Contains(s.X, s.Y)))
        {
            string what = Score.ServiceWords.Of(place.Category, words.Language);
            html.Open("path", ("d", At(frame, place.X, place.Y))).Element("title", place.Name is { } name ? $"{name} ({what})" : what).Close();
        }

        html.Close();
    }

    private static void Names(HtmlWriter html, MapFrame frame, Inputs inputs)
    {
        string size = "font-size:" + HtmlWords.Svg(Math.Max(frame.Width, frame.Height) / 45) + "px";
        foreach (Locality locality in inputs.Localities.Where(l => !l.Area.IsEmpty))
        {
            Coordinate middle = locality.Area.InteriorPoint.Coordinate;
            if (frame.Area.Contains(middle))
            {
                html.Element("text", locality.Name, ("x", frame.X(middle.X)), ("y", frame.Y(middle.Y)), ("dy", "-.8em"), ("text-anchor", "middle"), ("style", size));
            }
        }
    }

    private static string At(MapFrame frame, double x, double y) =>
        new StringBuilder("M").Append(Whole(x - frame.Area.MinX)).Append(' ').Append(Whole(frame.Area.MaxY - y)).Append(Dot).ToString();

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
