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
        string title = words.Say("Hus att se över", "Houses to look at");
        return HtmlPage.Of(words, title, ["village.css"], html =>
        {
            html.Element("header", () =>
            {
                html.Element("p", words.Say("Arbetsmaterial", "Working material"), ("class", "kind"));
                html.Element("h1", title + ": " + village);
                html.Element("p", words.Say(
                    $"Läget den {HtmlWords.Day(results.Frame.AsOf)}. Förstörs senast {(results.Frame.DeleteAfter is { } day ? HtmlWords.Day(day) : "den dag som kommunen säger")}. Lämna tillbaka bladet; gå inte in på någons tomt.",
                    $"As of {HtmlWords.Day(results.Frame.AsOf)}. To be destroyed by {(results.Frame.DeleteAfter is { } last ? HtmlWords.Day(last) : "the day that the municipality says")}. Hand the sheet back; do not enter anybody's ground."), ("class", "soft"));
            });
            html.Raw("\n").Element("main", [("id", "main")], () =>
            {
                Map(html, words, results, homes);
                Table(html, words, homes);
            });
        });
    }

    private static void Table(HtmlWriter html, HtmlWords words, IReadOnlyList<ResultRow> homes) => html.Table(
        ["#" + words.Say("Nr", "No."), words.Say("Referens", "Reference"), words.Say("Storlek", "Size"), words.Say("Byggnadsändamål", "Building purpose"), .. VillagesOutput.Answers.Select(a => a.In(words.Language))],
        style: "homes",
        rows: () =>
        {
            foreach ((int i, ResultRow home) in homes.Index())
            {
                html.Element("tr", () => Home(html, words, i + 1, home.Building));
            }
        });

    private static void Home(HtmlWriter html, HtmlWords words, int number, Building home)
    {
        html.Number(words.Count(number)).Element("th", Ref.Of(home.Id), ("scope", "row")).Cell(Size(home.FootprintM2, words)).Cell(home.Purpose);
        foreach (Term answer in VillagesOutput.Answers)
        {
            html.Element("td", [("class", "tick")], () => html.Element("span", "", ("class", "box"), ("role", "img"), ("aria-label", answer.In(words.Language))));
        }
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
        string name = words.Say("Karta med husens nummer; samma nummer står i tabellen.", "Map with the numbers of the houses; the table has the same numbers.");
        html.Picture(frame.Width, frame.Height, "chart map", name, () =>
        {
            Ground(html, frame, results.Surroundings);
            html.Element("g", [("class", "dots")], () => Dots(html, frame, homes));
            html.Element("g", [("class", "furniture")], () => Furniture(html, words, frame));
        });
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
        html.Element("g", [("transform", "scale(.1)")], () =>
        {
            for (int layer = 0; layer < layers.Length; layer++)
            {
                html.Shape("path", ("class", layers[layer]), ("d", paths[layer]));
            }
        });
    }

    private static void Dots(HtmlWriter html, MapFrame frame, IReadOnlyList<ResultRow> homes)
    {
        for (int i = 0; i < homes.Count; i++)
        {
            (double x, double y) = frame.Of(homes[i].Building.House.X, homes[i].Building.House.Y);
            html.Shape("circle", ("cx", HtmlWords.Svg(x)), ("cy", HtmlWords.Svg(y)), ("r", HtmlWords.Svg(DotRadius)));
            html.Element("text", (i + 1).ToString(CultureInfo.InvariantCulture), ("x", HtmlWords.Svg(x)), ("y", HtmlWords.Svg(y + 3.5)), ("text-anchor", "middle"));
        }
    }

    /// <summary>A bar of a round length, at most a quarter of the map, and an arrow to the north, which is up.</summary>
    private static void Furniture(HtmlWriter html, HtmlWords words, MapFrame frame)
    {
        double unitsPerMetre = frame.Width / frame.Area.Width;
        double metres = Scales.LastOrDefault(m => m * unitsPerMetre <= frame.Width / 4, Scales[0]);
        (double length, double bottom) = (metres * unitsPerMetre, frame.Height - 12);
        html.Shape("path", ("d", string.Create(CultureInfo.InvariantCulture, $"M12 {bottom - 6:0.#}v6h{length:0.#}v-6")));
        html.Element("text", metres < 1000 ? words.Number((decimal)metres, 0) + " m" : words.Number((decimal)metres / 1000, 0) + " km", ("x", HtmlWords.Svg(18 + length)), ("y", HtmlWords.Svg(bottom)));
        html.Shape("path", ("d", string.Create(CultureInfo.InvariantCulture, $"M{frame.Width - 20:0.#} 34v-22m-5 8l5 -8l5 8")));
        html.Element("text", "N", ("x", HtmlWords.Svg(frame.Width - 20)), ("y", "48"), ("text-anchor", "middle"));
    }
}
