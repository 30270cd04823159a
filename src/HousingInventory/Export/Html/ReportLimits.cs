using HousingInventory.Model;

namespace HousingInventory.Export.Html;

/// <summary>What other limits of the filter would give: one small curve a limit with the chosen value marked, and a sentence.</summary>
internal static class ReportLimits
{
    private const double Width = 400;
    private const double Height = 150;
    private const double Left = 16;
    private const double Right = 384;
    private const double Top = 26;
    private const double Bottom = 124;

    /// <summary>How much wider or narrower the other limit is that the sentence names.</summary>
    private const double Step = 1.5;

    private static readonly IReadOnlyList<(string Member, string Sv, string En, string Unit, bool IsLeast)> Limits =
    [
        ("footprintM2.min", "Minsta byggnadsyta", "Smallest footprint", "m²", true),
        ("footprintM2.max", "Största byggnadsyta", "Largest footprint", "m²", false),
        ("stopWithinM", "Längst till hållplats", "Farthest from a stop", "m", false),
        ("stopMinDepartures", "Minst avgångar från hållplatsen", "Fewest departures from the stop", "", true),
    ];

    /// <summary>A figure for each limit.</summary>
    public static void Write(HtmlWriter html, HtmlWords words, IReadOnlyList<LimitCount> limits)
    {
        html.Element("p", words.Say(
            "Vad en annan gräns hade gett, när alla andra urval är som de är. Den valda gränsen är ringad. Alla tal står i limits.csv.",
            "What another limit would have given, with all other tests as they are. The chosen limit is ringed. All figures stand in limits.csv."));
        html.Element("div", [("class", "limits")], () => Curves(html, words, limits));
    }

    private static void Curves(HtmlWriter html, HtmlWords words, IReadOnlyList<LimitCount> limits)
    {
        foreach (IGrouping<string, LimitCount> group in limits.GroupBy(l => l.Member))
        {
            (string _, string sv, string en, string unit, bool isLeast) = Limits.FirstOrDefault(l => l.Member == group.Key) is { Member: not null } known
                ? known : (group.Key, Settlement(group.Key, "Längsta avstånd i bebyggelse"), Settlement(group.Key, "Largest gap in settlement"), "m", false);
            Curve curve = new(words, [.. group], unit, isLeast);
            html.Element("figure", () =>
            {
                html.Element("figcaption", words.Say(sv, en));
                html.Picture(Width, Height, "chart", $"{words.Say(sv, en)}. {curve.Sentence()}", () => Draw(html, words, curve));
                html.Element("p", curve.Sentence());
            });
        }
    }

    private static string Settlement(string member, string label) => $"{label} {int.Parse(member[(member.IndexOf('[', StringComparison.Ordinal) + 1)..member.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture) + 1}";

    private static void Draw(HtmlWriter html, HtmlWords words, Curve curve)
    {
        html.Shape("line", ("x1", HtmlWords.Svg(Left)), ("x2", HtmlWords.Svg(Right)), ("y1", HtmlWords.Svg(Bottom)), ("y2", HtmlWords.Svg(Bottom)), ("stroke", "#767676"));
        html.Shape("polyline", ("points", string.Join(' ', curve.Rows.Select(r => $"{HtmlWords.Svg(curve.X(r))},{HtmlWords.Svg(curve.Y(r))}"))), ("fill", "none"), ("stroke", "#0b4f8a"), ("stroke-width", "2"));
        foreach (LimitCount row in curve.Rows)
        {
            html.Shape("circle", ("cx", HtmlWords.Svg(curve.X(row))), ("cy", HtmlWords.Svg(curve.Y(row))), ("r", row.IsConfigured ? "6" : "3"),
                ("fill", row.IsConfigured ? "#ffffff" : "#0b4f8a"), ("stroke", "#0b4f8a"), ("stroke-width", row.IsConfigured ? "3" : null));
        }

        Text(html, curve, curve.Chosen, curve.Y(curve.Chosen) - 11, curve.Told(curve.Chosen), bold: true);
        Text(html, curve, curve.Chosen, Bottom + 18, words.Number((decimal)curve.Chosen.Limit, 0), bold: true);
        foreach (LimitCount end in new[] { curve.Rows[0], curve.Rows[^1] }.Where(r => Math.Abs(curve.X(r) - curve.X(curve.Chosen)) > 60))
        {
            Text(html, curve, end, curve.Y(end) - 9, curve.Told(end), bold: false);
            Text(html, curve, end, Bottom + 18, words.Number((decimal)end.Limit, 0), bold: false);
        }
    }

    private static void Text(HtmlWriter html, Curve curve, LimitCount at, double y, string text, bool bold)
    {
        double x = curve.X(at);
        string anchor = x < Left + 40 ? "start" : x > Right - 40 ? "end" : "middle";
        html.Element("text", text, ("x", HtmlWords.Svg(anchor == "start" ? Left : anchor == "end" ? Right : x)), ("y", HtmlWords.Svg(y)), ("text-anchor", anchor), ("style", bold ? "font-weight:600" : null));
    }

    /// <summary>One limit with its counts.</summary>
    private sealed class Curve(HtmlWords words, IReadOnlyList<LimitCount> rows, string unit, bool isLeast)
    {
        public IReadOnlyList<LimitCount> Rows => rows;

        public LimitCount Chosen { get; } = rows.First(r => r.IsConfigured);

        // Limits grow by shares, so their logarithms are evenly far apart; a limit of 0 lies at the left end.
        public double X(LimitCount row)
        {
            double first = Math.Log(Math.Max(1, rows[0].Limit)), last = Math.Log(Math.Max(1, rows[^1].Limit));
            return last <= first ? (Left + Right) / 2 : Left + ((Right - Left) * (Math.Log(Math.Max(1, row.Limit)) - first) / (last - first));
        }

        public double Y(LimitCount row) => Bottom - ((Bottom - Top) * row.Candidates / Math.Max(1, rows.Max(r => r.Candidates)));

        public string Told(LimitCount row) => row.Candidates is > 0 and < LocalityCount.Fewest
            ? words.Say("färre än 5", "fewer than 5") : words.Count(row.Candidates);

        /// <summary>"Vald gräns 1 000 m: 1 183 kandidater. Vid 1 500 m vore det 1 337, vid 750 m 987."</summary>
        public string Sentence()
        {
            string text = words.Say($"Vald gräns {With(Chosen)}: {Told(Chosen)} kandidater.", $"Chosen limit {With(Chosen)}: {Told(Chosen)} candidates.");
            LimitCount[] others = [.. new[] { Other(isLeast ? 1 / Step : Step), Other(isLeast ? Step : 1 / Step) }.OfType<LimitCount>()];
            return others.Length == 0 ? text : text + string.Join(words.Say(", vid ", ", at "), others.Select((o, i) => (i == 0 ? words.Say(" Vid ", " At ") : "") + With(o) + (i == 0 ? words.Say(" vore det ", " it would be ") : " ") + Told(o))) + ".";
        }

        private string With(LimitCount row) =>
            words.Number((decimal)row.Limit, row.Limit == Math.Floor(row.Limit) ? 0 : 1) + (unit.Length > 0 ? "\u00a0" + unit : row.Limit == 1 ? words.Say("\u00a0avgång", " departure") : words.Say("\u00a0avgångar", " departures"));

        /// <summary>The limit nearest to so many times the chosen one, on that side of it.</summary>
        private LimitCount? Other(double times) => rows.Where(r => times > 1 ? r.Limit > Chosen.Limit : r.Limit < Chosen.Limit)
            .MinBy(r => Math.Abs(r.Limit - (times * Chosen.Limit)));
    }
}
