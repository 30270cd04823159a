using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;
using HousingInventory.Model;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>
/// what-if.html: a table of scenarios and what each krona gives, then a section a scenario with map, scores before and after, the homes that gain most, the timetable
/// and what was assumed. No address and no designation stands in it; working material all the same, for a dot on a map is as telling as an address.
/// </summary>
internal sealed class WhatIfPage
{
    private const int MostHomes = 10;
    private const string Style =
        ".overview th,.overview td{padding:.38rem .45rem}.overview td:nth-child(2){min-width:11rem}.map .added{stroke:#0072b2;stroke-width:4}.map .retimed{stroke:#a4508b;stroke-width:2.5;stroke-dasharray:8 5}.map .withdrawn{stroke:#d55e00;stroke-width:2.5;stroke-dasharray:2 5}"
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
        return HtmlPage.Of(_words, $"{title}: {frame.Title ?? "HousingInventory"}", [], html =>
        {
            html.Element("style", () => html.Raw(Style));
            html.Element("main", [("id", "main")], () => Main(html, frame.Title is null ? title : $"{title}: {frame.Title}"));
        });
    }

    private void Main(HtmlWriter html, string heading)
    {
        RunFrame frame = _results.Baseline.Frame;
        html.Element("p", Say("Arbetsmaterial", "Working material"), ("class", "kind")).Element("h1", heading);
        html.Element("p", Say(
            $"Läget {HtmlWords.Day(frame.AsOf)}. Vem som är folkbokförd var är detsamma i alla scenarier; bara trafik, gränser eller vikter ändras. Vinster visas aldrig utan förluster.",
            $"As of {HtmlWords.Day(frame.AsOf)}. Who is registered where is the same in every scenario; only traffic, limits or weights change. Gains are never shown without losses."));
        WhatIfOverview overview = new(_results, _tables, _words);
        overview.Table(html);
        overview.Plot(html);
        WhatIfMap map = new(_results, _words);
        foreach (ScenarioResult scenario in _results.Scenarios)
        {
            html.Element("section", () => Section(html, scenario, map));
        }

        html.Element("footer", () => Footer(html, frame));
    }

    private void Footer(HtmlWriter html, RunFrame frame)
    {
        html.Element("p", Say(
            "Bussar: övre gräns om inga delas med andra linjer, undre gräns utan förarregler. Kronor som källan anger dem; verktyget räknar inte upp priser.",
            "Buses: the upper side if none is shared with other lines, the lower side without driver rules. Money as its source says; the tool indexes no prices."));
        if (frame.DeleteAfter is { } day)
        {
            html.Element("p", Say($"Gallras efter {HtmlWords.Day(day)}.", $"To be deleted after {HtmlWords.Day(day)}."));
        }
    }

    private void Section(HtmlWriter html, ScenarioResult s, WhatIfMap map)
    {
        Language language = _words.Language;
        html.Element("h2", s.Setting.Scenario.LabelIn(language), ("id", s.Name));
        html.Element("p", Say(
            $"{Homes(s.Count(Effect.Becomes))} blir kandidat, {Homes(s.Count(Effect.FallsOut))} faller bort; poängen stiger för {s.Count(Effect.Rises)} och faller för {s.Count(Effect.Falls)}. {s.Usable} kandidater har en fungerande vardag, mot {_results.UsableBefore} nu.",
            $"{Homes(s.Count(Effect.Becomes))} become candidates, {Homes(s.Count(Effect.FallsOut))} fall out; the score rises for {s.Count(Effect.Rises)} and falls for {s.Count(Effect.Falls)}. {s.Usable} candidates have a usable day, against {_results.UsableBefore} now."), ("class", "lead"));
        if (s.Operation.VehicleNote is { } note)
        {
            html.Element("p", note + ".", ("class", "warn"));
        }

        if (s.Operation.CostYear(_results.Costs) is > 0 and { } cost && _tables.Lets(s) is { } lets)
        {
            html.Element("p", Lets(cost, s.Net, lets));
        }

        map.Of(html, s);
        Histogram(html, s);
        Most(html, s);
        Timetable(html, s);
        Assumed(html, s);
    }

    /// <summary>Candidates by score, in steps of ten, before and after.</summary>
    private void Histogram(HtmlWriter html, ScenarioResult s)
    {
        int[] before = Counts(_results.Base), after = Counts(s.Standing);
        int most = Math.Max(1, before.Concat(after).Max());
        html.Element("svg", [("class", "chart"), ("viewBox", "0 0 760 190"), ("role", "img"), ("aria-label", Say("Kandidater efter lägespoäng, före och efter.", "Candidates by access score, before and after."))], () =>
        {
            for (int i = 0; i < 10; i++)
            {
                Bar("before", before[i], 40 + (i * 70));
                Bar("after", after[i], 70 + (i * 70));
                html.Element("text", FormattableString.Invariant($"{i * 10}–{(i * 10) + (i == 9 ? 10 : 9)}"), ("x", HtmlWords.Svg(69 + (i * 70))), ("y", "175"), ("text-anchor", "middle"));
            }
        });
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
        html.WideTable([Say("Referens", "Reference"), Say("Ort", "Locality"), Say("Effekt", "Effect"), "#" + Say("Poäng nu", "Score now"), "#" + Say("Poäng sedan", "Score after")], () =>
        {
            foreach ((HomeEffect effect, _) in most)
            {
                string locality = Locality(effect);
                html.Element("tr", () => html
                    .Cell(Ref.Of(_results.Baseline.Registers.Buildings[effect.Building].Id))
                    .Cell(sizes[locality] >= LocalityCount.Fewest ? locality : Say("Övriga orter", "Other localities"))
                    .Cell(Term.Of(effect.Effect).In(_words.Language))
                    .Number(effect.Before < 0 ? "–" : _words.Number(_results.Base.Scores.Score[effect.Before], 1))
                    .Number(_words.Number(s.Standing.Scores.Score[effect.After], 1)));
            }
        });
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
            html.WideTable([], caption: Say($"Linje {block.Line} mot {block.Towards}, {block.Days}", $"Line {block.Line} towards {block.Towards}, {block.Days}"), rows: () =>
            {
                for (int stop = 0; stop < block.Stops.Count; stop++)
                {
                    html.Row(block.Stops[stop], [.. block.Trips.Take(24).Select(trip => trip[stop] ?? "|")]);
                }
            });
        }

        html.Element("p", Say($"Alla turer: timetable-{s.Name}.csv.", $"All trips: timetable-{s.Name}.csv."), ("class", "soft"));
    }

    private void Assumed(HtmlWriter html, ScenarioResult s)
    {
        html.Element("h3", Say("Vad som antagits", "What was assumed"));
        html.Element("ul", () =>
        {
            html.Element("li", Say("Trafikdagar per år: ", "Days of traffic a year: ") + string.Join(", ", _results.Days.OrderBy(d => d.Key).Select(d => $"{PoleTimetable.DayName(d.Key, _words.Language)} {d.Value}")) + ".");
            foreach ((string line, double factor) in s.State?.SpeedFactors ?? [])
            {
                html.Element("li", Say($"Körtider för linje {line}: faktor {_words.Number((decimal)factor, 2)} mot tabellen.", $"Driving times of line {line}: {_words.Number((decimal)factor, 2)} times the table."));
            }

            foreach (Notice notice in s.Notices.Samples)
            {
                html.Element("li", notice.Text(_words.Language));
            }
        });
    }

    private string Lets(double cost, int homes, (int Low, int High) lets)
    {
        (double? low, double? high) = WhatIfTables.CostPerLet(cost, lets);
        string Money(double money) => $"{_words.Number((decimal)money, 0)} {_results.Costs!.Currency}";
        if (low is null)
        {
            return Say($"Av {Homes(homes)} väntas inget bli uthyrt, i fyra fall av fem.", $"Of {Homes(homes)} none is expected to be let, in four cases of five.");
        }

        string price = high is null ? Say($"minst {Money(low.Value)}", $"at least {Money(low.Value)}") : Say($"{Money(low.Value)} till {Money(high.Value)}", $"{Money(low.Value)} to {Money(high.Value)}");
        return Say(
            $"Av {Homes(homes)} väntas {lets.Low}–{lets.High} bli uthyrda, i fyra fall av fem: {price} om året för varje.",
            $"Of {Homes(homes)} {lets.Low}–{lets.High} are expected to be let, in four cases of five: {price} a year for each.");
    }

    private string Locality(HomeEffect effect) => _results.Baseline.Flags.Locality[effect.Building];

    private string Homes(int count) => $"{_words.Count(count)} {Say("hus", count == 1 ? "home" : "homes")}";

    private string Say(string sv, string en) => _words.Say(sv, en);
}
