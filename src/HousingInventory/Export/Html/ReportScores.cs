namespace HousingInventory.Export.Html;

/// <summary>How the scores lie: columns of ten points, in the colours of the maps, with the median marked. Columns that would tell of fewer than five are merged.</summary>
internal static class ReportScores
{
    private const int Step = 10;
    private const double HighestPercent = 78;

    /// <summary>A column: scores from, inclusive, to, exclusive but for 100.</summary>
    internal sealed record Bin(int From, int To, int Count)
    {
        /// <summary>Candidates for each ten points, so that a wide column is not taller for being wide.</summary>
        public double Density => (double)Count * Step / (To - From);
    }

    public static void Write(HtmlWriter html, HtmlWords words, IReadOnlyList<decimal> scores)
    {
        IReadOnlyList<Bin> bins = Bins(scores);
        if (bins.Count == 0 || scores.Count < LocalityCount.Fewest)
        {
            html.Element("p", words.Say("Kandidaterna är för få för en fördelning.", "The candidates are too few for a distribution."));
            return;
        }

        decimal median = Median(scores);
        html.Element("p", words.Say(
            $"Hälften av kandidaterna har minst {words.Number(median, 1)} poäng av 100.", $"Half of the candidates score at least {words.Number(median, 1)} of 100."));
        double most = bins.Max(b => b.Density);
        html.Element("div", [("class", "histogram"), ("role", "img"), ("aria-label", Told(words, bins, median))], () =>
        {
            foreach (Bin bin in bins)
            {
                html.Element("div", [("class", "column"), ("style", $"flex-grow:{(bin.To - bin.From) / Step}"), ("aria-hidden", "true")], () => Column(html, words, bin, HighestPercent * bin.Density / most));
            }

            html.Element("span", words.Say($"median {words.Number(median, 1)}", $"median {words.Number(median, 1)}"), ("class", median > 50 ? "median left" : "median"), ("style", $"left:{HtmlWords.Svg((double)median)}%"));
        });
        html.Element("p", words.Say("Lägespoäng, 0 till 100; siffran är antalet kandidater.", "Access score, 0 to 100; the figure is the number of candidates."), ("class", "soft"));
    }

    private static void Column(HtmlWriter html, HtmlWords words, Bin bin, double heightPercent) => html.Element("b", words.Count(bin.Count))
        .Element("span", "", ("style", $"height:{HtmlWords.Svg(heightPercent)}%;background:{Colour(bin)}")).Element("i", Range(bin));

    /// <summary>Columns of ten points; one with one to four homes goes with its neighbour on the side of the middle, as often as is needed.</summary>
    internal static IReadOnlyList<Bin> Bins(IReadOnlyList<decimal> scores)
    {
        List<Bin> bins = [.. Enumerable.Range(0, 100 / Step).Select(i => new Bin(i * Step, (i + 1) * Step, scores.Count(s => Math.Min((int)s / Step, (100 / Step) - 1) == i)))];
        while (bins.Count > 1 && bins.FindIndex(static b => b.Count is > 0 and < LocalityCount.Fewest) is >= 0 and int few)
        {
            int with = few == 0 ? 1 : few == bins.Count - 1 ? few - 1 : bins[few - 1].Count >= bins[few + 1].Count ? few - 1 : few + 1;
            (int low, int high) = (Math.Min(few, with), Math.Max(few, with));
            bins[low] = new Bin(bins[low].From, bins[high].To, bins[low].Count + bins[high].Count);
            bins.RemoveAt(high);
        }

        return bins;
    }

    internal static decimal Median(IReadOnlyList<decimal> scores)
    {
        decimal[] sorted = [.. scores.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string Colour(Bin bin) => MapLook.Scores[MapLook.ClassOf(bin.From + ((bin.To - bin.From) / 2))].Colour;

    private static string Range(Bin bin) => FormattableString.Invariant($"{bin.From}–{bin.To}");

    private static string Told(HtmlWords words, IReadOnlyList<Bin> bins, decimal median) =>
        words.Say("Stapeldiagram över lägespoäng. ", "Column chart of access scores. ") + string.Join(", ", bins.Select(b => $"{Range(b)}: {words.Count(b.Count)}"))
        + words.Say($". Median {words.Number(median, 1)}.", $". Median {words.Number(median, 1)}.");
}
