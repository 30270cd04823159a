using HousingInventory.Rank;

namespace HousingInventory.Export.Html;

/// <summary>How firm the order is, for committees: how many stay on the list however the criteria are weighted, and what one weight does to it.</summary>
internal static class ReportRobustness
{
    /// <summary>Of the first N: how many are on the list in at least 95, in 50 to 94 and in under 50 % of the draws; and how many others are in at least 25.</summary>
    public static (int Firm, int Likely, int Loose, int Waiting) Counts(RobustRank robust)
    {
        int[] shares = [.. Enumerable.Range(0, robust.Ranges.Count).Select(robust.TopShare)];
        int[] first = [.. shares.Take(robust.Top)];
        return (first.Count(s => s >= 95), first.Count(s => s is >= 50 and < 95), first.Count(s => s < 50), shares.Skip(robust.Top).Count(s => s >= 25));
    }

    public static void Write(HtmlWriter html, HtmlWords words, RobustRank robust)
    {
        (int firm, int likely, int loose, int waiting) = Counts(robust);
        int listed = Math.Min(robust.Top, robust.Ranges.Count);
        if (listed == robust.Ranges.Count)
        {
            html.Element("p", words.Say(
                $"Alla {words.Count(listed)} kandidater får plats på listan, hur kriterierna än vägs: vikterna avgör bara ordningen på den.",
                $"All {words.Count(listed)} candidates are on the list, however the criteria are weighted: weights decide only their order on it."));
            return;
        }

        html.Element("p", words.Say(
            $"Av de {words.Count(listed)} högst rankade husen är {words.Count(firm)} med i minst 95 av 100 prövade vägningar, {words.Count(likely)} i 50–94 och {words.Count(loose)} i färre än 50. "
            + $"Av husen utanför är {words.Count(waiting)} med i minst 25.",
            $"Of the {words.Count(listed)} homes ranked first, {words.Count(firm)} are on the list in at least 95 of 100 tried weightings, {words.Count(likely)} in 50–94 and {words.Count(loose)} in fewer than 50. "
            + $"Of the homes outside, {words.Count(waiting)} are on it in at least 25."));
        html.Element("p", words.Say(
            $"Vikterna är det enda som prövas: {words.Count(robust.Draws)} vägningar är lottade kring de angivna. Vad som är uppmätt, och vad det ger för poäng, ligger fast.",
            $"Only the weights are tried: {words.Count(robust.Draws)} weightings are drawn around the stated ones. What was measured, and the points it gives, stand."), ("class", "soft"));
        html.WideTable(
            [words.Say("Kriterium", "Criterion"), "#" + words.Say("Vikt", "Weight"), "#" + words.Say("Halverad", "Halved"), "#" + words.Say("Dubblad", "Doubled"), "#" + words.Say("Utan", "Without")],
            caption: words.Say("Hus på listan som byts ut när en enda vikt ändras", "Homes on the list that are replaced when one weight is changed"),
            rows: () =>
            {
                foreach (WeightTrial trial in robust.Trials)
                {
                    html.Row(CriterionColumns.Title(robust.Criteria, trial.Criterion, words.Language), RobustColumns.Number((decimal)trial.Criterion.Weight, words.Language == Diagnostics.Language.Sv),
                        words.Count(trial.Halved), words.Count(trial.Doubled), words.Count(trial.Dropped));
                }
            });
    }

    /// <summary>"Plats 12 (7–31), med i 97 av 100 vägningar", and what single weight would take the home off the list.</summary>
    public static string Sentence(HtmlWords words, RobustRank robust, int position)
    {
        RankRange range = robust.Ranges[position];
        string text = words.Say(
            $"Plats {words.Count(position + 1)} ({words.Count(range.P5)}–{words.Count(range.P95)}), med i {robust.TopShare(position)} av 100 vägningar.",
            $"Rank {words.Count(position + 1)} ({words.Count(range.P5)}–{words.Count(range.P95)}), on the list in {robust.TopShare(position)} of 100 weightings.");
        string? drops = RobustColumns.DropsIf(robust, position, words.Language);
        return drops is null ? text
            : robust.DropsIf[position] is null ? text + words.Say(" Ingen enskild vikt tar det från listan.", " No single weight takes it off the list.")
            : text + words.Say($" Faller ur de {words.Count(robust.Top)} om {drops}.", $" Drops out of the {words.Count(robust.Top)} if {drops}.");
    }
}
