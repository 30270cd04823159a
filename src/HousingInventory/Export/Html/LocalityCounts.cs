namespace HousingInventory.Export.Html;

/// <summary>Candidates of one locality, of the small ones of a district, or of all that are left together (then <paramref name="Name"/> is null).</summary>
/// <param name="Name">Name; null for those that were merged.</param>
/// <param name="Candidates">How many.</param>
/// <param name="MedianScore">Their median score; null when they are too few to tell.</param>
internal sealed record LocalityCount(string? Name, int Candidates, decimal? MedianScore)
{
    /// <summary>A count below this is never shown for a named place.</summary>
    public const int Fewest = 5;

    /// <summary>The score under which a quarter of them lies (nearest rank); null as <see cref="MedianScore"/>.</summary>
    public decimal? LowerQuarter { get; init; }

    /// <summary>The score under which three quarters of them lie (nearest rank); null as <see cref="MedianScore"/>.</summary>
    public decimal? UpperQuarter { get; init; }

    /// <summary>The places that are counted here, each with the number that tells two of one name apart.</summary>
    public IReadOnlyList<(string Locality, int Number)> Members { get; init; } = [];

    /// <summary>The place of a building. Of two localities with one name each is counted by itself, and so is what lies around them.</summary>
    public static Func<int, (string Locality, int Number)> PlaceOf(Results results)
    {
        HashSet<string> shared = [.. results.Surroundings.Localities.GroupBy(l => l.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        return building => (results.Flags.Locality[building], shared.Contains(results.Flags.Locality[building]) ? results.Flags.LocalityOf[building] : 0);
    }

    /// <summary>The candidates of a run by place, small villages by their district first.</summary>
    public static IReadOnlyList<LocalityCount> Of(Results results, IReadOnlyDictionary<string, string> districts, HtmlWords words)
    {
        Func<int, (string Locality, int Number)> place = PlaceOf(results);
        return Of(results.Scores.Homes.Take(results.Flags.Candidates.Count).Select((home, i) => (place(home).Locality, place(home).Number, results.Scores.Score[i])), districts, words);
    }

    /// <summary>As the other, with small villages told together by their district first.</summary>
    public static IReadOnlyList<LocalityCount> Of(
        IEnumerable<(string Locality, int Number, decimal Score)> candidates, IReadOnlyDictionary<string, string> districts, HtmlWords words)
    {
        (string Locality, int Number, decimal Score)[] all = [.. candidates];
        Dictionary<(string, int), int> sizes = all.CountBy(c => (c.Locality, c.Number)).ToDictionary();
        return Merged(all.Select(c => (
            sizes[(c.Locality, c.Number)] < Fewest && districts.TryGetValue(c.Locality, out string? district) ? (words.Say($"Byar vid {district}", $"Villages by {district}"), 0) : (c.Locality, c.Number),
            (c.Locality, c.Number), c.Score)));
    }

    /// <summary>
    /// Counts by locality, largest first, the merged ones last. Localities with fewer than <see cref="Fewest"/> are merged; if they are fewer than that even
    /// together, the smallest of the others goes with them, so that no small count can be had by subtraction.
    /// </summary>
    /// <param name="candidates">Each with the name of its place, and a number that tells two places of one name apart.</param>
    public static IReadOnlyList<LocalityCount> Of(IEnumerable<(string Locality, int Number, decimal Score)> candidates) =>
        Merged(candidates.Select(static c => ((c.Locality, c.Number), (c.Locality, c.Number), c.Score)));

    private static List<LocalityCount> Merged(IEnumerable<((string Name, int Number) Told, (string Locality, int Number) Place, decimal Score)> candidates)
    {
        List<(string Name, List<decimal> Scores, (string, int)[] Members)> all =
        [
            .. candidates.GroupBy(c => c.Told)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Number)
                .Select(g => (g.Key.Name, g.Select(c => c.Score).ToList(), g.Select(c => c.Place).Distinct().ToArray())),
        ];
        int named = all.TakeWhile(l => l.Scores.Count >= Fewest).Count();
        while (named > 0 && named < all.Count && all.Skip(named).Sum(l => l.Scores.Count) < Fewest)
        {
            named--;
        }

        List<LocalityCount> counts = [.. all.Take(named).Select(l => Count(l.Name, l.Scores, l.Members))];
        if (named < all.Count)
        {
            counts.Add(Count(null, [.. all.Skip(named).SelectMany(l => l.Scores)], [.. all.Skip(named).SelectMany(l => l.Members)]));
        }

        return counts;
    }

    private static LocalityCount Count(string? name, List<decimal> scores, IReadOnlyList<(string, int)> members)
    {
        scores.Sort();
        bool few = scores.Count < Fewest;
        return new LocalityCount(name, scores.Count, few ? null : ReportScores.Median(scores))
        {
            LowerQuarter = few ? null : scores[((scores.Count + 3) / 4) - 1],
            UpperQuarter = few ? null : scores[(((3 * scores.Count) + 3) / 4) - 1],
            Members = members,
        };
    }
}
