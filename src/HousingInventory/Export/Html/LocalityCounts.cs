namespace HousingInventory.Export.Html;

/// <summary>Candidates of one locality, or of all the small ones together (then <paramref name="Name"/> is null).</summary>
/// <param name="Name">Name; null for those that were merged.</param>
/// <param name="Candidates">How many.</param>
/// <param name="MedianScore">Their median score; null when they are too few to tell.</param>
internal sealed record LocalityCount(string? Name, int Candidates, decimal? MedianScore)
{
    /// <summary>A count below this is never shown for a named place.</summary>
    public const int Fewest = 5;

    /// <summary>The candidates of a run by locality. Of two localities with one name each is counted by itself, and so is what lies around them.</summary>
    public static IReadOnlyList<LocalityCount> Of(Results results)
    {
        HashSet<string> shared = [.. results.Surroundings.Localities.GroupBy(l => l.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        return Of(results.Scores.Homes.Take(results.Flags.Candidates.Count).Select((home, i) =>
            (results.Flags.Locality[home], shared.Contains(results.Flags.Locality[home]) ? results.Flags.LocalityOf[home] : 0, results.Scores.Score[i])));
    }

    /// <summary>
    /// Counts by locality, largest first, the merged ones last. Localities with fewer than <see cref="Fewest"/> are merged; if they are fewer than that even
    /// together, the smallest of the others goes with them, so that no small count can be had by subtraction.
    /// </summary>
    /// <param name="candidates">Each with the name of its place, and a number that tells two places of one name apart.</param>
    public static IReadOnlyList<LocalityCount> Of(IEnumerable<(string Locality, int Number, decimal Score)> candidates)
    {
        List<(string Name, List<decimal> Scores)> all =
        [
            .. candidates.GroupBy(c => (c.Locality, c.Number))
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Locality, StringComparer.Ordinal).ThenBy(g => g.Key.Number)
                .Select(g => (g.Key.Locality, g.Select(c => c.Score).ToList())),
        ];
        int named = all.TakeWhile(l => l.Scores.Count >= Fewest).Count();
        while (named > 0 && named < all.Count && all.Skip(named).Sum(l => l.Scores.Count) < Fewest)
        {
            named--;
        }

        List<LocalityCount> counts = [.. all.Take(named).Select(l => Count(l.Name, l.Scores))];
        if (named < all.Count)
        {
            counts.Add(Count(null, [.. all.Skip(named).SelectMany(l => l.Scores)]));
        }

        return counts;
    }

    private static LocalityCount Count(string? name, List<decimal> scores)
    {
        scores.Sort();
        int middle = scores.Count / 2;
        decimal median = scores.Count % 2 == 1 ? scores[middle] : (scores[middle - 1] + scores[middle]) / 2;
        return new LocalityCount(name, scores.Count, scores.Count < Fewest ? null : median);
    }
}
