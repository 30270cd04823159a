using HousingInventory.Model;

namespace HousingInventory.Export.Html;

/// <summary>From the earlier list to this one, for committees: a bridge of the causes, a table, and what last time's rules would have given.</summary>
internal static class ReportChanges
{
    private const double Width = 880;
    private const double LabelWidth = 300;
    private const double NumberWidth = 70;
    private const double RowHeight = 32;
    private const double BarHeight = 22;

    public static void Write(HtmlWriter html, HtmlWords words, Changes changes)
    {
        int before = changes.Previous.Homes.Count;
        IReadOnlyList<ChangeRow> rows = Public(changes.Rows);
        html.Element("p", words.Say(
            $"Förra listan, från {HtmlWords.Day(changes.Previous.AsOf)}, hade {words.Count(before)} kandidater; den här har {words.Count(changes.Now)}.",
            $"The earlier list, of {HtmlWords.Day(changes.Previous.AsOf)}, had {words.Count(before)} candidates; this one has {words.Count(changes.Now)}.")
            + (changes.WithOldRules is { } old ? words.Say($" Med förra gångens regler hade listan haft {words.Count(old)}.", $" With last time's rules the list would hold {words.Count(old)}.") : ""));
        if (rows.Count == 0)
        {
            return;
        }

        Bridge(html, words, before, changes.Now, rows);
        html.WideTable(
            [words.Say("Orsak", "Cause"), "#" + words.Say("Kom till", "Came"), "#" + words.Say("Föll bort", "Left"), "#" + words.Say("Netto", "Net")],
            caption: words.Say("Varje hus som kom till eller föll bort räknas en gång, vid den orsak som avgjorde", "Each home that came or left counts once, at the cause that decided"),
            rows: () =>
            {
                foreach (ChangeRow row in rows)
                {
                    bool few = IsFew(row);
                    html.Row(row.Cause.In(words.Language), few ? "–" : words.Count(row.Came), few ? "–" : words.Count(row.Left), Signed(words, row.Net));
                }
            });
    }

    /// <summary>Causes with one to four homes either way are joined with the smallest others until none has so few, as far as there are others.</summary>
    public static IReadOnlyList<ChangeRow> Public(IReadOnlyList<ChangeRow> all)
    {
        List<ChangeRow> rows = [.. all];
        while (rows.Where(IsFew).MinBy(static r => r.Came + r.Left) is { } few
            && rows.Where(r => r != few && r.Came + r.Left > 0).MinBy(static r => r.Came + r.Left) is { } other)
        {
            ChangeRow[] two = [.. rows.Where(r => r == few || r == other)];
            Term[] causes = [.. two.Select(static r => r.Cause)];
            Term joined = new(string.Join("-or-", causes.Select(static c => c.Key)), string.Join(" · ", causes.Select(static c => c.Sv)), string.Join(" · ", causes.Select(static c => c.En)));
            rows[rows.IndexOf(two[0])] = ChangeRow.Together(joined, two);
            rows.Remove(two[1]);
        }

        return rows;
    }

    private static bool IsFew(ChangeRow row) => row.Came is > 0 and < LocalityCount.Fewest || row.Left is > 0 and < LocalityCount.Fewest;

    private static string Signed(HtmlWords words, int net) => (net > 0 ? "+" : "") + words.Count(net);

    private static void Bridge(HtmlWriter html, HtmlWords words, int before, int now, IReadOnlyList<ChangeRow> rows)
    {
        int most = before, at = before;
        foreach (ChangeRow row in rows)
        {
            at += row.Net;
            most = Math.Max(most, at);
        }

        double scale = (Width - LabelWidth - NumberWidth) / Math.Max(1, most);
        int line = 0;
        string name = words.Say("Bro från förra listan till den här, orsak för orsak; talen står i tabellen under.", "Bridge from the earlier list to this one, cause by cause; the table below has the figures.");
        html.Picture(Width, ((rows.Count + 2) * RowHeight) + 4, "chart", name, () =>
        {
            Bar(words.Say("Förra listan", "Earlier list"), 0, before, words.Count(before), "#0b4f8a");
            at = before;
            foreach (ChangeRow row in rows)
            {
                Bar(row.Cause.In(words.Language), Math.Min(at, at + row.Net), Math.Abs(row.Net), Signed(words, row.Net), row.Net < 0 ? "#b35900" : "#2f7d32");
                at += row.Net;
            }

            Bar(words.Say("Nu", "Now"), 0, now, words.Count(now), "#0b4f8a");
        });

        void Bar(string label, int from, int length, string figure, string fill)
        {
            double y = (line++ * RowHeight) + 4, x = LabelWidth + (scale * from), width = Math.Max(1.5, scale * length);
            string middle = HtmlWords.Svg(y + 16);
            html.Element("text", label.Length <= 42 ? label : label[..41] + "…", ("x", HtmlWords.Svg(LabelWidth - 10)), ("y", middle), ("text-anchor", "end"));
            html.Shape("rect", ("x", HtmlWords.Svg(x)), ("y", HtmlWords.Svg(y)), ("width", HtmlWords.Svg(width)), ("height", HtmlWords.Svg(BarHeight)), ("fill", fill));
            html.Element("text", figure, ("x", HtmlWords.Svg(x + width + 8)), ("y", middle));
        }
    }
}
