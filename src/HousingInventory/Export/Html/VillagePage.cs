using System.Globalization;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>One village on paper: roads, numbered dots, scale and north; a row a home with its reference, size class, purpose, and boxes to tick.</summary>
internal static class VillagePage
{
    private const double Width = 720;
    private const double MaxHeight = 560;
    private const double DotRadius = 9;
    private const int MapPoints = 12_000;

    /// <summary>Lines are drawn in tenths of a unit, so that whole numbers are fine enough.</summary>
    private const double Fine = 10;

    private static readonly double[] Scales = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000];

    public static byte[] Of(Results results, string village, IReadOnlyList<ResultRow> homes)
    {
        HtmlWords words = new(results.Frame.Language);
        HtmlWriter html = HtmlPage.Begin(words, words.Say("Hus att se över", "Houses to look at"), "village.css");
        html.Open("header").Element("p", words.Say("Arbetsmaterial", "Working material"), ("class", "kind"));
        html.Element("h1", words.Say("Hus att se över", "Houses to look at") + ": " + village);
        html.Element("p", words.Say(
            $"Läget den {HtmlWords.Day(results.Frame.AsOf)}. Förstörs senast {(results.Frame.DeleteAfter is { } day ? HtmlWords.Day(day) : "den dag som kommunen säger")}. Lämna tillbaka bladet; gå inte in på någons tomt.",
            $"As of {HtmlWords.Day(results.Frame.AsOf)}. To be destroyed by {(results.Frame.DeleteAfter is { } last ? HtmlWords.Day(last) : "the day that the municipality says")}. Hand the sheet back; do not enter anybody's ground."), ("class", "soft"));
        html.Close().Raw("\n").Open("main", ("id", "main"));
        Map(html, words, results, homes);
        Table(html, words, homes);
        return HtmlPage.End(html.Close());
    }

    private static void Table(HtmlWriter html, HtmlWords words, IReadOnlyList<ResultRow> homes)
    {
        html.Open("table", ("class", "homes"));
        CommitteeReport.Head(html, ["#" + words.Say("Nr", "No."), words.Say("Referens", "Reference"), words.Say("Storlek", "Size"), words.Say("Byggnadsändamål", "Building purpose"), .. VillagesOutput.Answers.Select(a => a.In(words.Language))]);
        for (int i = 0; i < homes.Count; i++)
        {
            html.Open("tr").Element("td", words.Count(i + 1), ("class", "n")).Element("th", Ref.Of(homes[i].Building.Id), ("scope", "row"));
            html.Element("td", Size(homes[i].Building.FootprintM2, words)).Element("td", homes[i].Building.Purpose);
            foreach (Term answer in VillagesOutput.Answers)
            {
                html.Open("td", ("class", "tick")).Element("span", "", ("class", "box"), ("role", "img"), ("aria-label", answer.In(words.Language))).Close();
            }

            html.Close();
        }

        html.Close().Close();
    }

    /// <summary>A class of the footprint, so that no house is known by its square metres.</summary>
    private static string Size(double m2, HtmlWords words) => m2 switch
    {
        < 50 => words.Say("under 50 m²", "under 50 m²"),
        < 100 => "50–99 m²",
        < 150 => "100–149 m²",
        < 200 => "150–199 m²",
        _ => words.Say("200 m² eller mer", "200 m² or more"),
    };

    private static void Map(HtmlWriter html, HtmlWords words, Results results, IReadOnlyList<ResultRow> homes)
    {
        Envelope tight = new();
        foreach (ResultRow home in homes)
        {
            tight.ExpandToInclude(home.Building.House);
        }

        MapFrame frame = MapFrame.Fitting(MapFrame.Roomy(tight), Width, MaxHeight);
        html.Open(
            "svg", ("viewBox", $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}"), ("class", "chart map"), ("role", "img"),
            ("aria-label", words.Say("Karta med husens nummer; samma nummer står i tabellen.", "Map with the numbers of the houses; the table has the same numbers.")));
        Ground(html, frame, results.Surroundings);
        Dots(html, frame, homes);
        Furniture(html, words, frame);
        html.Close();
    }

    private static void Ground(HtmlWriter html, MapFrame frame, Surroundings around)
    {
        string[] layers = ["water", "minor", "major"];
        MapLines lines = new(frame.Times(Fine));
        foreach (Geometry water in around.Water)
        {
            lines.Add(0, water);
        }

        foreach ((double[] x, double[] y) in RoadLines.All(around, frame.Area))
        {
            lines.Add(1, x, y, ring: false);
        }

        foreach ((double[] x, double[] y) in RoadLines.Major(around))
        {
            lines.Add(2, x, y, ring: false);
        }

        string[] paths = lines.Paths(layers.Length, MapPoints, frame.Area.Width / frame.Width / 4);
        html.Open("g", ("transform", "scale(.1)"));
        for (int layer = 0; layer < layers.Length; layer++)
        {
            html.Shape("path", ("class", layers[layer]), ("d", paths[layer]));
        }

        html.Close();
    }

    private static void Dots(HtmlWriter html, MapFrame frame, IReadOnlyList<ResultRow> homes)
    {
        html.Open("g", ("class", "dots"));
        for (int i = 0; i < homes.Count; i++)
        {
            (double x, double y) = frame.Of(homes[i].Building.House.X, homes[i].Building.House.Y);
            html.Shape("circle", ("cx", HtmlWords.Svg(x)), ("cy", HtmlWords.Svg(y)), ("r", HtmlWords.Svg(DotRadius)));
            html.Element("text", (i + 1).ToString(CultureInfo.InvariantCulture), ("x", HtmlWords.Svg(x)), ("y", HtmlWords.Svg(y + 3.5)), ("text-anchor", "middle"));
        }

        html.Close();
    }

    /// <summary>A bar of a round length, at most a quarter of the map, and an arrow to the north, which is up.</summary>
    private static void Furniture(HtmlWriter html, HtmlWords words, MapFrame frame)
    {
        double unitsPerMetre = frame.Width / frame.Area.Width;
        double metres = Scales.LastOrDefault(m => m * unitsPerMetre <= frame.Width / 4, Scales[0]);
        (double length, double bottom) = (metres * unitsPerMetre, frame.Height - 12);
        html.Open("g", ("class", "furniture"));
        html.Shape("path", ("d", string.Create(CultureInfo.InvariantCulture, $"M12 {bottom - 6:0.#}v6h{length:0.#}v-6")));
        html.Element("text", metres < 1000 ? words.Number((decimal)metres, 0) + " m" : words.Number((decimal)metres / 1000, 0) + " km", ("x", HtmlWords.Svg(18 + length)), ("y", HtmlWords.Svg(bottom)));
        html.Shape("path", ("d", string.Create(CultureInfo.InvariantCulture, $"M{frame.Width - 20:0.#} 34v-22m-5 8l5 -8l5 8")));
        html.Element("text", "N", ("x", HtmlWords.Svg(frame.Width - 20)), ("y", "48"), ("text-anchor", "middle"));
        html.Close();
    }
}
