using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>
/// what-if.html: a table of scenarios and what each krona gives, then a section a scenario with map, scores before and after, the homes that gain most, the timetable
/// and what was assumed. No address and no designation stands in it; working material all the same, for a dot on a map is as telling as an address.
/// </summary>
internal sealed class WhatIfPage
{
    /// <summary>Lengths of the scale bar, metres.</summary>
    private static readonly int[] s_scaleM = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

    private const int MostHomes = 10;
    private const string Style =
        ".map .added{stroke:#0072b2;stroke-width:4}.map .retimed{stroke:#a4508b;stroke-width:2.5;stroke-dasharray:8 5}.map .withdrawn{stroke:#d55e00;stroke-width:2.5;stroke-dasharray:2 5}"
        + ".map .unchanged{stroke:#56b4e9;stroke-width:2}.map .drawn{stroke:#8a8a8a;stroke-width:1}.home-becomes{fill:#00572f;stroke:#fff;stroke-width:1.5}.home-rises{fill:#7fd0a3;stroke:#00572f}"
        + ".home-same{fill:#9a9a9a}.home-falls{fill:#e69f00;stroke:#7a3e00}.home-falls-out{stroke:#c2187a;stroke-width:3;fill:none}.stop{fill:#fff;stroke:#0072b2;stroke-width:2.5}"
        + ".before{fill:#b9c2cb}.after{fill:#0b4f8a}.step{fill:none;stroke:#0b4f8a;stroke-width:2}.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:.4rem 0}.legend svg{vertical-align:-3px;margin-right:.3rem}";

    private readonly WhatIfResults _results;
    private readonly WhatIfTables _tables;
    private readonly HtmlWords _words;

    public WhatIfPage(WhatIfResults results, WhatIfTables tables) => (_results, _tables, _words) = (results, tables, new HtmlWords(results.Baseline.Frame.Language));

    public byte[] ToBytes()
    {
        RunFrame frame = _results.Baseline.Frame;
        string title = Say("Vad händer om", "What if");
        HtmlWriter html = HtmlPage.Begin(_words, $"{title}: {frame.Title ?? "HousingInventory"}");
        html.Open("style").Raw(Style).Close();
        html.Open("main", ("id", "main"));
        html.Element("p", Say("Arbetsmaterial", "Working material"), ("class", "kind"));
        html.Element("h1", frame.Title is null ? title : $"{title}: {frame.Title}");
        html.Element("p", Say(
            $"Läget {HtmlWords.Day(frame.AsOf)}. Vem som är folkbokförd var är detsamma i alla scenarier; bara trafik, gränser eller vikter ändras. Vinster visas aldrig utan förluster.",
            $"As of {HtmlWords.Day(frame.AsOf)}. Who is registered where is the same in every scenario; only traffic, limits or weights change. Gains are never shown without losses."));
        Overview(html);
        Plot(html);
        foreach (ScenarioResult scenario in _results.Scenarios)
        {
            Section(html, scenario);
        }

        html.Open("footer").Element("p", Say(
            "Bussar: övre gräns om inga delas med andra linjer, undre gräns utan förarregler. Kronor som källan anger dem; verktyget räknar inte upp priser.",
            "Buses: the upper side if none is shared with other lines, the lower side without driver rules. Money as its source says; the tool indexes no prices."));
        if (frame.DeleteAfter is { } day)
        {
            html.Element("p", Say($"Gallras efter {HtmlWords.Day(day)}.", $"To be deleted after {HtmlWords.Day(day)}."));
        }

        html.Close().Close();
        return HtmlPage.End(html);
    }

    private void Overview(HtmlWriter html)
    {
        html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table").Open("thead").Open("tr");
        string[] heads =
        [
            Say("Scenario", "Scenario"), Say("Blir kandidat", "Become candidates"), Say("Faller bort", "Fall out"), Say("Poängen stiger", "Score rises"), Say("Poängen faller", "Score falls"),
            Say("Fungerande vardag", "Usable day"), Say("Fordonskilometer per år", "Vehicle km a year"), Say("Tomkörning, km", "Empty km"), Say("Fordonstimmar per år", "Vehicle hours a year"), Say("Bussar till", "More buses"),
        ];
        heads = _results.Costs is null ? heads : [.. heads, Say("Kostnad per år", "Cost a year"), Say("Kostnad per hus", "Cost a home"), Say("Kostnad per väntad uthyrning", "Cost per expected let")];
        for (int i = 0; i < heads.Length; i++)
        {
            html.Element("th", heads[i], ("scope", "col"), ("class", i == 0 ? null : "n"));
        }

        html.Close().Close().Open("tbody");
        foreach (ScenarioRow row in _tables.Rows.Where(r => r.Result is not null))
        {
            ScenarioResult s = row.Result!;
            html.Open("tr");
            html.Open("td");
            if (row.Set is null)
            {
                html.Element("a", row.Label, ("href", "#" + s.Name));
            }
            else
            {
                string proof = row.Set.Set.IsOptimal ? Say("bevisat bäst", "proven best") : Say($"högst {_words.Count(row.Set.Set.Bound)}", $"at most {_words.Count(row.Set.Set.Bound)}");
                html.Text(Say($"Bästa inom {_words.Count((long)row.Set.Budget)}: ", $"Best within {_words.Count((long)row.Set.Budget)}: ") + string.Join(", ", row.Set.Set.Members) + $" ({proof})");
            }

            html.Close();
            string[] cells =
            [
                _words.Count(s.Count(Effect.Becomes)), _words.Count(s.Count(Effect.FallsOut)), _words.Count(s.Count(Effect.Rises)), _words.Count(s.Count(Effect.Falls)),
                Signed(s.Usable - _results.UsableBefore), Number(s.Operation.Km), Number(s.Operation.EmptyKm), Number(s.Operation.Hours), Signed(s.Operation.Vehicles),
            ];
            cells = _results.Costs is null ? cells : [.. cells, Number(s.Operation.CostYear(_results.Costs)), Number(s.CostPerHome(_results.Costs)), Number(_tables.CostPerExpected(s))];
            Array.ForEach(cells, c => html.Element("td", c, ("class", "n")));
            html.Close();
        }

        html.Close().Close().Close();
        html.Element("p", _results.Costs is { } costs
            ? Say($"Kostnader: {costs.Source}, prisnivå {costs.Year}, {costs.Currency}. ", $"Costs: {costs.Source}, price level {costs.Year}, {costs.Currency}. ") + Say(
                $"{Number(costs.PerKm)} per km, {Number(costs.PerHour)} per timme, {Number(costs.PerVehicleYear)} per buss och år.",
                $"{Number(costs.PerKm)} a km, {Number(costs.PerHour)} an hour, {Number(costs.PerVehicleYear)} a bus and year.")
            : Say("Inga kostnader är angivna, så inga kronor visas. Fråga trafikhuvudmannen.", "No costs are given, so no money is shown. Ask the transport authority."), ("class", "soft"));
    }

    /// <summary>Homes gained against cost a year: a dot a scenario, the best sets as steps.</summary>
    private void Plot(HtmlWriter html)
    {
        (string Name, double Cost, double Homes)[] dots = [.. _results.Scenarios.Where(s => s.Setting.Changes.Count > 0).Select(s => (s.Name, s.Operation.CostYear(_results.Costs) ?? -1, (double)s.Net)).Where(d => _results.Costs is not null)];
        if (dots.Length == 0)
        {
            return;
        }

        (double Cost, double Homes)[] steps = [.. _results.Budgets.Where(b => b.FoundValue is not null).Select(b => (b.Budget, (double)b.FoundValue!))];
        double mostCost = Math.Max(1, dots.Select(d => d.Cost).Concat(steps.Select(s => s.Cost)).Max()), mostHomes = Math.Max(1, dots.Select(d => d.Homes).Concat(steps.Select(s => s.Homes)).Max());
        double leastCost = Math.Min(0, dots.Min(d => d.Cost)), leastHomes = Math.Min(0, dots.Min(d => d.Homes));
        const double Left = 70, Right = 640, Top = 20, Bottom = 250;
        string X(double cost) => HtmlWords.Svg(Left + ((cost - leastCost) / (mostCost - leastCost) * (Right - Left)));
        string Y(double homes) => HtmlWords.Svg(Bottom - ((homes - leastHomes) / (mostHomes - leastHomes) * (Bottom - Top)));
        html.Element("h2", Say("Vad kronorna ger", "What the money gives"));
        html.Open("svg", ("class", "chart"), ("viewBox", "0 0 760 300"), ("role", "img"), ("aria-label", Say("Hus som blir kandidater mot kostnad per år.", "Homes that become candidates against cost a year.")));
        html.Shape("path", ("d", $"M{HtmlWords.Svg(Left)} {HtmlWords.Svg(Top)}V{Y(0)}H{HtmlWords.Svg(Right)}"), ("fill", "none"), ("stroke", "#75818d"));
        html.Element("text", _words.Count((long)mostHomes), ("x", "60"), ("y", HtmlWords.Svg(Top + 5)), ("text-anchor", "end"));
        html.Element("text", "0", ("x", "60"), ("y", Y(0)), ("text-anchor", "end"));
        html.Element("text", Say("hus", "homes"), ("x", "60"), ("y", "140"), ("text-anchor", "end"));
        html.Element("text", $"{_words.Count((long)mostCost)} {_results.Costs!.Currency} {Say("per år", "a year")}", ("x", HtmlWords.Svg(Right)), ("y", "285"), ("text-anchor", "end"));
        if (steps.Length > 0)
        {
            html.Shape("path", ("class", "step"), ("d", $"M{X(steps[0].Cost)} {Y(steps[0].Homes)}" + string.Concat(steps.Skip(1).Select(s => $"H{X(s.Cost)}V{Y(s.Homes)}")) + $"H{HtmlWords.Svg(Right)}"));
        }

        foreach ((string name, double cost, double homes) in dots)
        {
            html.Shape("circle", ("class", "home-becomes"), ("cx", X(cost)), ("cy", Y(homes)), ("r", "6"));
            html.Element("text", name, ("x", HtmlWords.Svg(double.Parse(X(cost), CultureInfo.InvariantCulture) + 10)), ("y", HtmlWords.Svg(double.Parse(Y(homes), CultureInfo.InvariantCulture) + 4)));
        }

        html.Close();
    }

    private void Section(HtmlWriter html, ScenarioResult s)
    {
        Language language = _words.Language;
        html.Open("section");
        html.Element("h2", s.Setting.Scenario.LabelIn(language), ("id", s.Name));
        html.Element("p", Say(
            $"{Homes(s.Count(Effect.Becomes))} blir kandidat, {Homes(s.Count(Effect.FallsOut))} faller bort; poängen stiger för {s.Count(Effect.Rises)} och faller för {s.Count(Effect.Falls)}. {s.Usable} kandidater har en fungerande vardag, mot {_results.UsableBefore} nu.",
            $"{Homes(s.Count(Effect.Becomes))} become candidates, {Homes(s.Count(Effect.FallsOut))} fall out; the score rises for {s.Count(Effect.Rises)} and falls for {s.Count(Effect.Falls)}. {s.Usable} candidates have a usable day, against {_results.UsableBefore} now."), ("class", "lead"));
        if (s.Operation.VehicleNote is { } note)
        {
            html.Element("p", note + ".", ("class", "warn"));
        }

        Map(html, s);
        Histogram(html, s);
        Most(html, s);
        Timetable(html, s);
        Assumed(html, s);
        html.Close();
    }

    private void Map(HtmlWriter html, ScenarioResult s)
    {
        Surroundings around = _results.Baseline.Surroundings;
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
        html.Open("svg", ("class", "map"), ("viewBox", $"0 0 {HtmlWords.Svg(frame.Width)} {HtmlWords.Svg(frame.Height)}"), ("width", HtmlWords.Svg(frame.Width)), ("role", "img"),
            ("aria-label", Say("Karta över hus och sträckningar i scenariot.", "Map of homes and courses in the scenario.")));
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
        LineKind[] kinds = [LineKind.Unchanged, LineKind.Withdrawn, LineKind.Retimed, LineKind.Drawn, LineKind.Added];
        MapLines courses = new(frame);
        foreach (ScenarioLine line in s.State?.Lines ?? [])
        {
            courses.Add(Array.IndexOf(kinds, line.Kind), line.Course);
        }

        Paths(html, courses.Paths(kinds.Length, 6_000, 1 / (frame.Width / frame.Area.Width)), [.. kinds.Select(k => Term.Of(k).Key)]);
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

        Scale(html, frame);
        html.Close();
        html.Open("ul", ("class", "legend"));
        foreach (Effect effect in Enum.GetValues<Effect>().Where(e => s.Count(e) > 0))
        {
            html.Open("li").Open("svg", ("width", "16"), ("height", "16"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true"));
            Mark(html, effect, 8, 8);
            html.Close().Text(Term.Of(effect).In(_words.Language)).Close();
        }

        foreach (LineKind kind in kinds.Where(k => s.State?.Lines.Any(l => l.Kind == k) == true))
        {
            html.Open("li").Open("svg", ("class", "map"), ("width", "34"), ("height", "12"), ("viewBox", "0 0 34 12"), ("aria-hidden", "true"));
            html.Shape("path", ("class", Term.Of(kind).Key), ("d", "M1 6H33"));
            html.Close().Text(Term.Of(kind).In(_words.Language)).Close();
        }

        html.Close();
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

    /// <summary>Candidates by score, in steps of ten, before and after.</summary>
    private void Histogram(HtmlWriter html, ScenarioResult s)
    {
        int[] before = Counts(_results.Base), after = Counts(s.Standing);
        int most = Math.Max(1, before.Concat(after).Max());
        html.Open("svg", ("class", "chart"), ("viewBox", "0 0 760 190"), ("role", "img"), ("aria-label", Say("Kandidater efter lägespoäng, före och efter.", "Candidates by access score, before and after.")));
        for (int i = 0; i < 10; i++)
        {
            Bar("before", before[i], 40 + (i * 70));
            Bar("after", after[i], 70 + (i * 70));
            html.Element("text", FormattableString.Invariant($"{i * 10}–{(i * 10) + (i == 9 ? 10 : 9)}"), ("x", HtmlWords.Svg(69 + (i * 70))), ("y", "175"), ("text-anchor", "middle"));
        }

        html.Close();
        html.Element("p", Say("Kandidater efter lägespoäng: ljus stapel nu, mörk i scenariot.", "Candidates by access score: light bar now, dark in the scenario."), ("class", "soft"));

        void Bar(string style, int count, double x)
        {
            double height = 130.0 * count / most;
            html.Shape("rect", ("class", style), ("x", HtmlWords.Svg(x)), ("y", HtmlWords.Svg(155 - height)), ("width", "28"), ("height", HtmlWords.Svg(height)));
            if (count > 0)
            {
                html.Element("text", _words.Count(count), ("x", HtmlWords.Svg(x + 14)), ("y", HtmlWords.Svg(150 - height)), ("text-anchor", "middle"));
            }
        }
    }

    private static int[] Counts(Standing standing)
    {
        int[] counts = new int[10];
        foreach (decimal score in standing.Scores.Score)
        {
            counts[Math.Clamp((int)(score / 10), 0, 9)]++;
        }

        return counts;
    }

    private void Most(HtmlWriter html, ScenarioResult s)
    {
        (HomeEffect Effect, decimal Gain)[] most =
        [
            .. s.Effects.Where(e => e.Effect is Effect.Becomes or Effect.Rises).Select(e => (e, s.Standing.Scores.Score[e.After] - (e.Before < 0 ? 0 : _results.Base.Scores.Score[e.Before])))
                .OrderByDescending(e => e.Item2).ThenBy(e => e.e.Building).Take(MostHomes),
        ];
        if (most.Length == 0)
        {
            return;
        }

        Dictionary<string, int> sizes = s.Effects.GroupBy(e => Locality(e), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        html.Element("h3", Say("Hus som vinner mest", "Homes that gain most"));
        html.Open("table").Open("thead").Open("tr");
        foreach (string head in (string[])[Say("Referens", "Reference"), Say("Ort", "Locality"), Say("Effekt", "Effect"), Say("Poäng nu", "Score now"), Say("Poäng sedan", "Score after")])
        {
            html.Element("th", head, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach ((HomeEffect effect, _) in most)
        {
            string locality = Locality(effect);
            html.Open("tr");
            html.Element("td", Ref.Of(_results.Baseline.Registers.Buildings[effect.Building].Id));
            html.Element("td", sizes[locality] >= LocalityCount.Fewest ? locality : Say("Övriga orter", "Other localities"));
            html.Element("td", Term.Of(effect.Effect).In(_words.Language));
            html.Element("td", effect.Before < 0 ? "–" : _words.Number(_results.Base.Scores.Score[effect.Before], 1), ("class", "n"));
            html.Element("td", _words.Number(s.Standing.Scores.Score[effect.After], 1), ("class", "n"));
            html.Close();
        }

        html.Close().Close();
    }

    private void Timetable(HtmlWriter html, ScenarioResult s)
    {
        IReadOnlyList<PoleBlock> blocks = s.State is null ? [] : PoleTimetable.Of(s.State);
        if (blocks.Count == 0)
        {
            return;
        }

        html.Element("h3", Say("Tidtabell för de turer som ändras", "Timetable of the trips that change"));
        foreach (PoleBlock block in blocks.Take(8))
        {
            html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table");
            html.Element("caption", Say($"Linje {block.Line} mot {block.Towards}, {block.Days}", $"Line {block.Line} towards {block.Towards}, {block.Days}"));
            html.Open("tbody");
            for (int stop = 0; stop < block.Stops.Count; stop++)
            {
                html.Open("tr").Element("th", block.Stops[stop], ("scope", "row"));
                foreach (IReadOnlyList<string?> trip in block.Trips.Take(24))
                {
                    html.Element("td", trip[stop] ?? "|", ("class", "n"));
                }

                html.Close();
            }

            html.Close().Close().Close();
        }

        html.Element("p", Say($"Alla turer: timetable-{s.Name}.csv.", $"All trips: timetable-{s.Name}.csv."), ("class", "soft"));
    }

    private void Assumed(HtmlWriter html, ScenarioResult s)
    {
        html.Element("h3", Say("Vad som antagits", "What was assumed"));
        html.Open("ul");
        html.Element("li", Say("Trafikdagar per år: ", "Days of traffic a year: ") + string.Join(", ", _results.Days.OrderBy(d => d.Key).Select(d => $"{PoleTimetable.DayName(d.Key, _words.Language)} {d.Value}")) + ".");
        foreach ((string line, double factor) in s.State?.SpeedFactors ?? [])
        {
            html.Element("li", Say($"Körtider för linje {line}: faktor {_words.Number((decimal)factor, 2)} mot tabellen.", $"Driving times of line {line}: {_words.Number((decimal)factor, 2)} times the table."));
        }

        foreach (Notice notice in s.Notices.Samples)
        {
            html.Element("li", notice.Text(_words.Language));
        }

        html.Close();
    }

    private Coordinate House(HomeEffect effect) => _results.Baseline.Registers.Buildings[effect.Building].House;

    private string Locality(HomeEffect effect) => _results.Baseline.Flags.Locality[effect.Building];

    private string Homes(int count) => $"{_words.Count(count)} {Say("hus", count == 1 ? "home" : "homes")}";

    private string Number(double? number) => number is { } said ? _words.Number((decimal)said, 0) : "–";

    private string Signed(int number) => number > 0 ? "+" + _words.Count(number) : _words.Count(number);

    private string Say(string sv, string en) => _words.Say(sv, en);
}
