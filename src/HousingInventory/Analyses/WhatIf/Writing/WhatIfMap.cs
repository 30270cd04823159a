using HousingInventory.Export.Html;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>The map of a scenario: the homes that it touches and the courses of its buses, over roads, water and localities.</summary>
internal sealed class WhatIfMap(WhatIfResults results, HtmlWords words)
{
    /// <summary>Lengths of the scale bar, metres.</summary>
    private static readonly int[] s_scaleM = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

    /// <summary>In the order in which they are drawn, the last on top.</summary>
    private static readonly LineKind[] s_kinds = [LineKind.Unchanged, LineKind.Withdrawn, LineKind.Retimed, LineKind.Drawn, LineKind.Added];

    /// <summary>Draws it with its legend; nothing where there is no home and no new course.</summary>
    public void Of(HtmlWriter html, ScenarioResult s)
    {
        Envelope area = new();
        HomeEffect[] shown = [.. s.Effects.Where(e => e.Effect != Effect.Same)];
        foreach (HomeEffect effect in shown.Length > 0 ? shown : [.. s.Effects])
        {
            area.ExpandToInclude(House(effect));
        }

        foreach (ScenarioLine line in (s.State?.Lines ?? []).Where(l => l.Kind is LineKind.Added))
        {
            area.ExpandToInclude(line.Course.EnvelopeInternal);
        }

        if (area.IsNull)
        {
            return;
        }

        MapFrame frame = MapFrame.Fitting(MapFrame.Roomy(area), 760, 560);
        string name = words.Say("Karta över hus och sträckningar i scenariot.", "Map of homes and courses in the scenario.");
        string shownArea = $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}";
        html.Element("svg", [("class", "map"), ("viewBox", shownArea), ("width", HtmlWords.Svg(frame.Width)), ("role", "img"), ("aria-label", name)], () =>
        {
            Ground(html, frame);
            Courses(html, frame, s);
            Places(html, frame, s);
            Scale(html, frame);
        });
        html.Element("ul", [("class", "legend")], () => Legend(html, s));
    }

    private void Ground(HtmlWriter html, MapFrame frame)
    {
        Surroundings around = results.Baseline.Surroundings;
        string[] ground = ["town", "water", "minor", "major"];
        MapLines lines = new(frame);
        foreach (Locality locality in around.Localities)
        {
            lines.Add(0, locality.Area);
        }

        foreach (Geometry water in around.Water)
        {
            lines.Add(1, water);
        }

        foreach ((double[] x, double[] y) in RoadLines.All(around, frame.Area))
        {
            lines.Add(2, x, y, ring: false);
        }

        foreach ((double[] x, double[] y) in RoadLines.Major(around))
        {
            lines.Add(3, x, y, ring: false);
        }

        Paths(html, lines.Paths(ground.Length, 12_000, 1 / (frame.Width / frame.Area.Width)), ground);
    }

    private static void Courses(HtmlWriter html, MapFrame frame, ScenarioResult s)
    {
        MapLines courses = new(frame);
        foreach (ScenarioLine line in s.State?.Lines ?? [])
        {
            courses.Add(Array.IndexOf(s_kinds, line.Kind), line.Course);
        }

        Paths(html, courses.Paths(s_kinds.Length, 6_000, 1 / (frame.Width / frame.Area.Width)), [.. s_kinds.Select(k => Term.Of(k).Key)]);
    }

    private void Places(HtmlWriter html, MapFrame frame, ScenarioResult s)
    {
        foreach (HomeEffect effect in s.Effects.OrderByDescending(e => e.Effect == Effect.Same).ThenByDescending(e => e.Effect is Effect.Falls).ThenBy(e => e.Building))
        {
            (double x, double y) = frame.Of(House(effect).X, House(effect).Y);
            Mark(html, effect.Effect, x, y);
        }

        foreach (int post in s.State?.NewPosts ?? [])
        {
            (double x, double y) = frame.Of(s.State!.Edit.PlaceOf(post).X, s.State.Edit.PlaceOf(post).Y);
            html.Shape("rect", ("class", "stop"), ("x", HtmlWords.Svg(x - 4)), ("y", HtmlWords.Svg(y - 4)), ("width", "8"), ("height", "8"));
        }
    }

    private void Legend(HtmlWriter html, ScenarioResult s)
    {
        foreach (Effect effect in Enum.GetValues<Effect>().Where(e => s.Count(e) > 0))
        {
            html.Element("li", () => html
                .Element("svg", [("width", "16"), ("height", "16"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")], () => Mark(html, effect, 8, 8))
                .Text(Term.Of(effect).In(words.Language)));
        }

        foreach (LineKind kind in s_kinds.Where(k => s.State?.Lines.Any(l => l.Kind == k) == true))
        {
            html.Element("li", () => html
                .Element("svg", [("class", "map"), ("width", "34"), ("height", "12"), ("viewBox", "0 0 34 12"), ("aria-hidden", "true")], () =>
                    html.Shape("path", ("class", Term.Of(kind).Key), ("d", "M1 6H33")))
                .Text(Term.Of(kind).In(words.Language)));
        }
    }

    private static void Paths(HtmlWriter html, string[] paths, string[] classes)
    {
        foreach (int layer in Enumerable.Range(0, paths.Length).Where(l => paths[l].Length > 0))
        {
            html.Shape("path", ("class", classes[layer]), ("d", paths[layer]));
        }
    }

    /// <summary>Shape as well as colour tells.</summary>
    private static void Mark(HtmlWriter html, Effect effect, double x, double y)
    {
        string key = "home-" + Term.Of(effect).Key, sx = HtmlWords.Svg(x), sy = HtmlWords.Svg(y);
        switch (effect)
        {
            case Effect.Becomes or Effect.Same:
                html.Shape("circle", ("class", key), ("cx", sx), ("cy", sy), ("r", effect == Effect.Same ? "2" : "6"));
                break;
            case Effect.FallsOut:
                html.Shape("path", ("class", key), ("d", $"M{HtmlWords.Svg(x - 5)} {HtmlWords.Svg(y - 5)}l10 10m0 -10l-10 10"));
                break;
            default:
                string shape = effect == Effect.Rises ? "l4.5 8h-9z" : "l4.5 -8h-9z";
                html.Shape("path", ("class", key), ("style", effect == Effect.Rises ? "fill:#7fd0a3" : "fill:#e69f00"), ("d", $"M{sx} {HtmlWords.Svg(effect == Effect.Rises ? y - 4 : y + 4)}{shape}"));
                break;
        }
    }

    private static void Scale(HtmlWriter html, MapFrame frame)
    {
        double unitsPerM = frame.Width / frame.Area.Width;
        int metres = Array.FindLast(s_scaleM, m => m == 100 || m * unitsPerM < frame.Width / 4);
        double y = frame.Height - 14;
        html.Shape("path", ("d", $"M14 {HtmlWords.Svg(y)}h{HtmlWords.Svg(metres * unitsPerM)}"), ("style", "stroke:#333;stroke-width:3"));
        html.Element("text", metres >= 1000 ? FormattableString.Invariant($"{metres / 1000} km") : FormattableString.Invariant($"{metres} m"), ("x", "14"), ("y", HtmlWords.Svg(y - 6)));
    }

    private Coordinate House(HomeEffect effect) => results.Baseline.Registers.Buildings[effect.Building].House;
}
