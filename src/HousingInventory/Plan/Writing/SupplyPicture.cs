using HousingInventory.Export.Html;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Writing;

/// <summary>A period of the committee's picture; every number is since the beginning, so that need and homes can be held against each other.</summary>
/// <param name="Period">Quarter or year; empty for all of the time ahead.</param>
/// <param name="Need">Known households whose latest day has come.</param>
/// <param name="Homes">Homes that are certain, in the order of the picture's stacks.</param>
/// <param name="Expected">Homes that are expected besides.</param>
/// <param name="Low">The lower end of the interval of what is expected.</param>
/// <param name="High">The upper end.</param>
/// <param name="Unmet">Households of the period alone that cannot be housed in time; null where they are too few to be told.</param>
internal sealed record SupplyPeriod(string Period, int Need, IReadOnlyList<int> Homes, double Expected, int Low, int High, int? Unmet);

/// <summary>
/// Columns of homes by channel, certain ones solid and expected ones hatched with their interval, beside a line of the need, and what is not met below the
/// axis; the same numbers as a table under it. Channels are told apart only where that leaves no small count.
/// </summary>
internal sealed class SupplyPicture
{
    private const int Width = 760;
    private const int Height = 280;
    private const int Left = 46;
    private const int Foot = 26;

    private static readonly string[] Colours = ["#0b4f8a", "#5b8db8", "#2f6b4f", "#8a6d0b", "#6b4f8a", "#75818d"];

    private readonly PlanWords _words;
    private readonly List<string> _stacks;
    private readonly List<SupplyPeriod> _periods;

    public SupplyPicture(PlanResults results, CommitteeCounts counts, PlanWords words)
    {
        _words = words;
        string[] periods = [.. counts.Rows.Select(r => r.Period).Distinct()];
        List<(Channel Channel, int[] New)> homes =
        [
            .. results.Balance.CertainHomes.GroupBy(h => h.Site.Home.Channel).OrderBy(g => g.Key)
                .Select(g => (g.Key, periods.Select(p => g.Count(h => counts.PeriodOf(h.Month) == p)).ToArray())),
        ];
        List<(Channel Channel, int[] New)> apart = [.. homes.Where(h => !h.New.Any(n => CommitteeCounts.IsSmall(n)))];
        int[] rest = [.. periods.Select((_, i) => homes.Except(apart).Sum(h => h.New[i]))];
        bool canSplit = apart.Count > 0 && !rest.Any(r => CommitteeCounts.IsSmall(r));
        List<int[]> stacks = canSplit ? [.. apart.Select(a => a.New), .. rest.Any(static r => r > 0) ? [rest] : Array.Empty<int[]>()]
            : [[.. periods.Select((_, i) => homes.Sum(h => h.New[i]))]];
        _stacks = canSplit
            ? [.. apart.Select(a => words.Label(a.Channel)),
                .. rest.Any(static r => r > 0) ? [words.Say("övriga kanaler", "other channels")] : Array.Empty<string>()]
            : [words.Say("bostäder", "homes")];
        _periods = [];
        for (int i = 0; i < periods.Length; i++)
        {
            Balance.BalanceMonth[] upTo = [.. results.Balance.Months.TakeWhile(m => Array.IndexOf(periods, counts.PeriodOf(m.Month)) <= i)];
            Balance.BalanceMonth? last = upTo.LastOrDefault();
            _periods.Add(new SupplyPeriod(
                periods[i], counts.Rows.Where(r => Array.IndexOf(periods, r.Period) <= i).Sum(r => r.Need), [.. stacks.Select(s => s.Take(i + 1).Sum())],
                upTo.Sum(m => m.Expected),
                last?.ExpectedLow ?? 0, last?.ExpectedHigh ?? 0,
                counts.AreFew.Unmet ? null : counts.Rows.Where(r => r.Period == periods[i]).Sum(r => r.Unmet)));
        }
    }

    /// <summary>Writes picture and table; nothing when a count would be small whatever is merged.</summary>
    public void Write(HtmlWriter html)
    {
        if (_periods.Count == 0 || _periods.Exists(p => CommitteeCounts.IsSmall(p.Need) || p.Homes.Any(h => CommitteeCounts.IsSmall(h))
            || CommitteeCounts.IsSmall(p.Unmet ?? 0)))
        {
            return;
        }

        Draw(html);
        Table(html);
    }

    private string Say(string sv, string en) => _words.Say(sv, en);

    private string Name(string period) => period.Length == 0 ? Say("Hela tiden framåt", "All of the time ahead")
        : period.Replace(" Q", Say(" kvartal ", " quarter "), StringComparison.Ordinal);

    private void Draw(HtmlWriter html)
    {
        double most = Math.Max(1, _periods.Max(p => Math.Max(p.Need, p.Homes.Sum() + Math.Max(p.Expected, p.High))));
        double below = _periods.Max(p => p.Unmet ?? 0);
        double scale = (Height - Foot - 14) / (most + below);
        double axis = 8 + (most * scale);
        double step = (double)(Width - Left - 10) / _periods.Count;
        string name = Say("Behov och tillgång över tiden; talen står i tabellen under bilden.", "Need and supply over time; the numbers stand in the table below.");
        html.Picture(Width, Height, "chart", name, () =>
        {
            html.Element("defs", () => Hatching(html));
            Line(html, Left, Width - 10, axis, axis, "#75818d", "1");
            for (int i = 0; i < _periods.Count; i++)
            {
                Columns(html, _periods[i], Left + (i * step), step, axis, scale);
            }

            string need = string.Join(' ', _periods.Select((p, i) => (X: Left + (i * step), Y: HtmlWords.Svg(axis - (p.Need * scale))))
                .Select(p => $"{HtmlWords.Svg(p.X)},{p.Y} {HtmlWords.Svg(p.X + step)},{p.Y}"));
            html.Shape("polyline", ("points", need), ("fill", "none"), ("stroke", "#1b2631"), ("stroke-width", "2.5"), ("stroke-dasharray", "6 3"));
        });
        html.Element("p", Say(
            "Staplar: bostäder hittills, fyllda är säkra och streckade är väntade, med ett intervall som håller i åtta fall av tio. Streckad linje: "
                + "behovet hittills. Under axeln: inte i tid under perioden. Färre än fem väntade ritas inte.",
            "Columns: homes so far, solid ones certain and hatched ones expected, with an interval that holds eight times in ten. Dashed line: need so "
                + "far. Below the axis: not in time in the period. Fewer than five expected are not drawn."), ("class", "soft"));
        if (_stacks.Count > 1)
        {
            html.Element("p", [("class", "soft")], () => Legend(html));
        }
    }

    private static void Hatching(HtmlWriter html) => html.Element(
        "pattern", [("id", "expected"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")], () => html
            .Shape("rect", ("width", "6"), ("height", "6"), ("fill", "#ffffff"))
            .Shape("line", ("x1", "0"), ("x2", "0"), ("y1", "0"), ("y2", "6"), ("stroke", "#0b4f8a"), ("stroke-width", "3")));

    /// <summary>A period: its homes on each other, those expected on top with their interval, and below the axis what is not met.</summary>
    private void Columns(HtmlWriter html, SupplyPeriod period, double x, double step, double axis, double scale)
    {
        double from = axis;
        for (int stack = 0; stack < _stacks.Count; stack++)
        {
            from = Column(html, x + (step * 0.2), step * 0.6, from, period.Homes[stack] * scale, Colours[stack % Colours.Length]);
        }

        double certain = from;
        Column(html, x + (step * 0.2), step * 0.6, from, Drawn(period.Expected) * scale, "url(#expected)");
        if (Drawn(period.High) > 0)
        {
            double middle = x + (step * 0.5), low = certain - (Drawn(period.Low) * scale), high = certain - (period.High * scale);
            Line(html, middle, middle, low, high, "#1b2631", "1.5");
            Line(html, middle - 5, middle + 5, low, low, "#1b2631", "1.5");
            Line(html, middle - 5, middle + 5, high, high, "#1b2631", "1.5");
        }

        html.Shape("rect", ("x", HtmlWords.Svg(x + (step * 0.35))), ("width", HtmlWords.Svg(step * 0.3)), ("y", HtmlWords.Svg(axis)),
            ("height", HtmlWords.Svg((period.Unmet ?? 0) * scale)), ("fill", "#b35900"));
        html.Element("text", Name(period.Period), ("x", HtmlWords.Svg(x + (step / 2))), ("y", HtmlWords.Svg(Height - 6)), ("text-anchor", "middle"));
    }

    private void Legend(HtmlWriter html)
    {
        for (int stack = 0; stack < _stacks.Count; stack++)
        {
            string colour = Colours[stack % Colours.Length];
            html.Element("svg", [("viewBox", "0 0 12 12"), ("width", "12"), ("height", "12"), ("aria-hidden", "true")], () =>
                html.Shape("rect", ("width", "12"), ("height", "12"), ("fill", colour)));
            html.Element("span", " " + _stacks[stack] + (stack < _stacks.Count - 1 ? ", " : "."));
        }
    }

    /// <summary>What the table does not tell cannot be measured in the picture either.</summary>
    private static double Drawn(double count) => CommitteeCounts.IsSmall((long)Math.Round(count, MidpointRounding.AwayFromZero)) ? 0 : count;

    private void Table(HtmlWriter html)
    {
        string[] headings =
        [
            Say("Till och med", "Up to"), "#" + Say("Hushåll", "Households"),
            .. _stacks.Select(s => "#" + (_stacks.Count > 1 ? Say("Bostäder: ", "Homes: ") + s : Say("Bostäder", "Homes"))), "#" + Say("Väntade bostäder", "Expected homes"),
            "#" + Say("minst", "at least"), "#" + Say("högst", "at most"), "#" + Say("Inte i tid", "Not in time"),
        ];
        html.WideTable(headings, caption: Say("Bildens tal: allt är hittills utom det sista.", "The numbers of the picture: all are so far but the last."), rows: () =>
        {
            foreach (SupplyPeriod period in _periods)
            {
                long?[] counts =
                [
                    period.Need, .. period.Homes.Select(h => (long?)h), (long)Math.Round(period.Expected, MidpointRounding.AwayFromZero), period.Low, period.High, period.Unmet,
                ];
                html.Row(Name(period.Period), [.. counts.Select(Told)]);
            }
        });
    }

    private string Told(long? count) =>
        count is { } shown && !CommitteeCounts.IsSmall(shown) ? _words.Html.Count(shown) : Say("färre än fem", "fewer than five");

    private static double Column(HtmlWriter html, double x, double width, double from, double height, string fill)
    {
        if (height > 0)
        {
            html.Shape("rect", ("x", HtmlWords.Svg(x)), ("width", HtmlWords.Svg(width)), ("y", HtmlWords.Svg(from - height)),
                ("height", HtmlWords.Svg(height)), ("fill", fill), ("stroke", "#0b4f8a"), ("stroke-width", "0.5"));
        }

        return from - height;
    }

    private static void Line(HtmlWriter html, double x1, double x2, double y1, double y2, string stroke, string width) => html.Shape(
        "line", ("x1", HtmlWords.Svg(x1)), ("x2", HtmlWords.Svg(x2)), ("y1", HtmlWords.Svg(y1)), ("y2", HtmlWords.Svg(y2)), ("stroke", stroke),
        ("stroke-width", width));
}
