using System.Globalization;
using System.Text;
using System.Text.Json;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>The work list's map, drawn in metres from its upper left corner: the ground as paths, and as data what keeps its size on the screen.</summary>
internal static class WorkListMap
{
    private const int Background = 45_000;
    private const int Courses = 15_000;
    private const int MostRoadNames = 4_000;
    private const double FinestM = 3;

    /// <summary>A pixel as browsers count them, metres.</summary>
    private const double PixelM = 0.0254 / 96;

    /// <summary>What the map shows: all candidates, with some room.</summary>
    public static MapFrame Frame(ResultTable table)
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

        return new MapFrame(MapFrame.Roomy(area), 1);
    }

    /// <summary>Writes the drawing, without the homes and other places.</summary>
    public static void Write(HtmlWriter html, HtmlWords words, ResultTable table, MapFrame frame)
    {
        Surroundings around = table.Results.Surroundings;
        string name = words.Say(
            "Karta över kandidaterna. Piltangenter flyttar, plus och minus zoomar, noll visar allt. Samma hus står i tabellen.",
            "Map of the candidates. Arrow keys move, plus and minus zoom, zero shows all. The table holds the same homes.");
        string area = $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}";
        html.Element("svg", [("id", "map"), ("viewBox", area), ("tabindex", "0"), ("role", "application"), ("aria-label", name)], () =>
        {
            Ground(html, frame, around);
            html.Element("g", [("class", "line")], () => Lines(html, frame, around, words));
            foreach (string layer in (string[])["stop", "serv", "road", "home"])
            {
                html.Element("g", "", ("class", layer));
            }

            html.Element("g", [("class", "name")], () => Names(html, frame, table));
        });
    }

    /// <summary>The outline of a house round its place, decimetres being the finest; "" where it has none.</summary>
    public static string Outline(Building building)
    {
        StringBuilder path = new();
        Geometry outline = building.Outline;
        for (int i = 0; i < outline.NumGeometries; i++)
        {
            if (outline.GetGeometryN(i) is Polygon { IsEmpty: false } part)
            {
                Coordinate[] ring = part.ExteriorRing.Coordinates;
                path.Append('M').AppendJoin('L', ring[..^1].Select(c => $"{HtmlWords.Svg(c.X - building.House.X)} {HtmlWords.Svg(building.House.Y - c.Y)}")).Append('z');
            }
        }

        return path.ToString();
    }

    /// <summary>Writes stops, services, names of roads, how they look, and from which scales things are drawn, as members of an object.</summary>
    public static void Places(Utf8JsonWriter json, MapFrame frame, Results results, HtmlWords words)
    {
        Surroundings around = results.Surroundings;
        json.WriteStartArray("stops");
        foreach (StopTraffic stop in (around.Transit?.Stops ?? []).Where(s => frame.Area.Contains(s.X, s.Y)))
        {
            string lines = stop.Lines.Length > 0 ? words.Say("; linje ", "; line ") + stop.Lines : "";
            Place(json, frame, stop.X, stop.Y, stop.OnlyBooked ? 2 : stop.Counts ? 0 : 1, stop.Name, $": {words.Count(stop.Departures)} {words.Say("avgångar", "departures")}{lines}");
        }

        json.WriteEndArray();
        IReadOnlyList<(string Category, PointLook Look)> looks = MapLook.Services(around.Services);
        Dictionary<string, int> kinds = looks.Index().ToDictionary(l => l.Item.Category, l => l.Index, StringComparer.Ordinal);
        json.WriteStartArray("services");
        foreach (ServicePlace place in around.Services.Where(s => frame.Area.Contains(s.X, s.Y)))
        {
            string what = Score.ServiceWords.Of(place.Category, words.Language);
            Place(json, frame, place.X, place.Y, kinds[place.Category], place.Name is { } name ? $"{name} ({what})" : what);
        }

        json.WriteEndArray();
        json.WriteStartObject("looks");
        Looks(json, "stops", [MapLook.StopThatCounts, MapLook.OtherStop, MapLook.BookedStop]);
        Looks(json, "services", looks.Select(l => l.Look));
        json.WriteEndObject();
        RoadNames(json, frame, around);
        json.WriteStartObject("scales");
        json.WriteNumber("clusters", Math.Round(MapLook.ClustersFrom * PixelM, 3));
        json.WriteNumber("outlines", Math.Round(MapLook.OutlinesFrom * PixelM, 3));
        json.WriteNumber("places", Math.Round(MapLook.PlacesFrom * PixelM, 3));
        json.WriteNumber("labels", Math.Round(MapLook.LabelsFrom * PixelM, 3));
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, MapFrame frame, double x, double y, int kind, params ReadOnlySpan<string> texts)
    {
        json.WriteStartArray();
        json.WriteNumberValue(frame.WholeX(x));
        json.WriteNumberValue(frame.WholeY(y));
        json.WriteNumberValue(kind);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Looks(Utf8JsonWriter json, string name, IEnumerable<PointLook> looks)
    {
        json.WriteStartArray(name);
        foreach (PointLook look in looks)
        {
            json.WriteStartObject();
            json.WriteString("path", MapLook.Path(look.Shape));
            json.WriteString("colour", look.Colour);
            json.WriteNumber("px", Math.Round(look.SizeMm / 25.4 * 96, 1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Where the name of each road may stand: the middle of its longest straight piece, turned as that is, with the length of the road there; the long first.</summary>
    private static void RoadNames(Utf8JsonWriter json, MapFrame frame, Surroundings around)
    {
        List<(string Name, Coordinate From, Coordinate To, double LengthM)> spots = [];
        foreach (IGrouping<string, NamedRoad> road in around.NamedRoads.Where(r => frame.Area.Intersects(r.Course.EnvelopeInternal)).GroupBy(r => r.Name, StringComparer.Ordinal))
        {
            foreach ((double[] x, double[] y) in RoadLines.Joined([.. road.Select(r => (r.Course.Coordinates.Select(c => c.X).ToArray(), r.Course.Coordinates.Select(c => c.Y).ToArray()))]))
            {
                int longest = Enumerable.Range(0, x.Length - 1).MaxBy(i => Distance(x, y, i));
                double length = Enumerable.Range(0, x.Length - 1).Sum(i => Distance(x, y, i));
                spots.Add((road.Key, new(x[longest], y[longest]), new(x[longest + 1], y[longest + 1]), length));
            }
        }

        json.WriteStartArray("roads");
        foreach ((string name, Coordinate from, Coordinate to, double lengthM) in spots.Where(s => s.LengthM > 40)
            .OrderByDescending(s => s.LengthM).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.From).Take(MostRoadNames))
        {
            // Never upside down.
            double angle = Math.Atan2(from.Y - to.Y, to.X - from.X) * 180 / Math.PI;
            angle = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
            json.WriteStartArray();
            json.WriteStringValue(name);
            json.WriteNumberValue(frame.WholeX((from.X + to.X) / 2));
            json.WriteNumberValue(frame.WholeY((from.Y + to.Y) / 2));
            json.WriteNumberValue(Math.Round(angle));
            json.WriteNumberValue(Math.Round(lengthM));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static double Distance(double[] x, double[] y, int i) => Math.Sqrt(((x[i + 1] - x[i]) * (x[i + 1] - x[i])) + ((y[i + 1] - y[i]) * (y[i + 1] - y[i])));

    /// <summary>Water, coast, localities and roads: what the eye finds its way by.</summary>
    private static void Ground(HtmlWriter html, MapFrame frame, Surroundings around)
    {
        string[] layers = ["town", "water", "coast", "minor", "major"];
        MapLines lines = new(frame);
        foreach (Geometry water in around.Water)
        {
            lines.Add(1, water);
        }

        foreach (Geometry coast in around.Coast)
        {
            lines.Add(2, coast);
        }

        foreach (Locality locality in around.Localities)
        {
            lines.Add(0, locality.Area);
        }

        foreach ((double[] x, double[] y) in RoadLines.All(around, frame.Area))
        {
            lines.Add(3, x, y, ring: false);
        }

        foreach ((double[] x, double[] y) in RoadLines.Major(around))
        {
            lines.Add(4, x, y, ring: false);
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
        for (int i = 0; i < courses.Count; i++)
        {
            if (paths[i].Length > 0)
            {
                html.Element("path", [("d", paths[i])], () => html.Element("title", words.Say("Linje ", "Line ") + courses[i].Line));
            }
        }
    }

    /// <summary>Names, those of most candidates first: where two would meet the page shows the first.</summary>
    private static void Names(HtmlWriter html, MapFrame frame, ResultTable table)
    {
        string size = "font-size:" + HtmlWords.Svg(Math.Max(frame.Width, frame.Height) / 45) + "px";
        ILookup<int, ResultRow> candidates = table.Candidates.ToLookup(r => table.Results.Flags.LocalityOf[r.Index]);
        foreach ((int _, Locality locality) in table.Results.Surroundings.Localities.Index().Where(l => !l.Item.Area.IsEmpty)
            .OrderByDescending(l => candidates[l.Index].Count()).ThenByDescending(l => l.Item.Area.Area).ThenBy(l => l.Item.Name, StringComparer.Ordinal))
        {
            Coordinate middle = locality.Area.InteriorPoint.Coordinate;
            if (frame.Area.Contains(middle))
            {
                html.Element(
                    "text", locality.Name, ("x", frame.WholeX(middle.X).ToString(CultureInfo.InvariantCulture)), ("y", frame.WholeY(middle.Y).ToString(CultureInfo.InvariantCulture)),
                    ("dy", "-.8em"), ("text-anchor", "middle"), ("style", size));
            }
        }
    }
}
