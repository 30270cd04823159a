using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Rank;

/// <summary>How firm the order is, when only the weights are uncertain: ranks under drawn weights, and the one weight that would take a home off the list.</summary>
public sealed record RobustRank
{
    private const int ManyCandidates = 20_000;

    /// <summary>By position in <see cref="RankOrder.Order"/>.</summary>
    public required IReadOnlyList<RankRange> Ranges { get; init; }

    /// <summary>
    /// By position, for the first N: the smallest change of one weight that takes the home off the list; null where no single weight does. Empty where all
    /// candidates are on it.
    /// </summary>
    public required IReadOnlyList<WeightChange?> DropsIf { get; init; }

    /// <summary>The criteria that take part, which <see cref="WeightChange.Criterion"/> counts.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Parameters of the draws, by criterion; 0 for a weight of 0.</summary>
    public required IReadOnlyList<int> Concentrations { get; init; }

    /// <summary>Weightings drawn.</summary>
    public required int Draws { get; init; }

    /// <summary>Length of the list, N.</summary>
    public required int Top { get; init; }

    /// <summary>Start of the draws.</summary>
    public required long Seed { get; init; }

    /// <summary>How many of the first N are others when one criterion's weight is halved, doubled, or dropped; for each criterion with a weight.</summary>
    public required IReadOnlyList<WeightTrial> Trials { get; init; }

    /// <summary>Whole per cent of the draws in which a candidate is among the first N.</summary>
    /// <param name="position">Position in the order.</param>
    public int TopShare(int position) => Ranges[position].TopShare(Draws);

    /// <summary>Draws weights and ranks anew.</summary>
    /// <param name="registers">For the ids, the last that decides ties. Ties go as they do under the stated weights, whatever is drawn.</param>
    /// <param name="scores">Points and stated weights.</param>
    /// <param name="order">The stated order; of it the failed requirements count.</param>
    /// <param name="top">N.</param>
    /// <param name="config">Spread, draws, seed.</param>
    /// <param name="run">Takes the notice when there is nothing to draw.</param>
    public static RobustRank Of(Registers registers, Scores scores, RankOrder order, int top, RobustnessConfig config, Run run)
    {
        int count = order.Order.Count;
        (Criterion Criterion, CriterionResult Result)[] taking = Taking(scores);
        (PointsTable table, int[] placeOf) = Table(registers, scores, order, taking);
        if (table.Weights.Count(w => w > 0) < 2)
        {
            run.Notice(new RobustnessTrivial());
        }

        int draws = config.Draws ?? (count > ManyCandidates ? 2_000 : 10_000);
        int[] concentrations = WeightDraws.Concentrations(table.Weights, Total(config.Spread, table.Weights.Count(w => w > 0)));
        RankRange[] ranges = count == 0 ? [] : RankRange.Of(table, new WeightDraws(concentrations, (ulong)config.Seed), draws, top, Environment.ProcessorCount);
        return new RobustRank
        {
            Ranges = [.. placeOf.Select(i => ranges[i])],
            DropsIf = count <= top ? [] : Drops(table, placeOf, top),
            Criteria = [.. taking.Select(c => c.Criterion)],
            Concentrations = concentrations,
            Draws = draws,
            Top = top,
            Seed = config.Seed,
            Trials = TrialsOf(table, taking, top),
        };
    }

    /// <summary>
    /// Of the N homes behind the first N: the smallest change of one weight that brings one in, of the criteria that take part; null where no single weight does.
    /// It is worked out when somebody asks.
    /// </summary>
    /// <param name="registers">For the ids.</param>
    /// <param name="scores">Points and stated weights.</param>
    /// <param name="order">The stated order.</param>
    /// <param name="position">Position of the home in it, N or more.</param>
    public WeightChange? BringsIn(Registers registers, Scores scores, RankOrder order, int position)
    {
        (PointsTable table, int[] placeOf) = Table(registers, scores, order, Taking(scores));
        return new SingleWeight(table, Top).Of(placeOf[position]);
    }

    /// <summary>Criteria without data take no part.</summary>
    private static (Criterion Criterion, CriterionResult Result)[] Taking(Scores scores) => [.. scores.Criteria.Where(c => !c.Result.WithoutData)];

    /// <summary>The points in the order that decides ties, and where each position of the stated order stands in it.</summary>
    private static (PointsTable Table, int[] PlaceOf) Table(Registers registers, Scores scores, RankOrder order, (Criterion Criterion, CriterionResult Result)[] taking)
    {
        int[] byTie = [.. Enumerable.Range(0, order.Order.Count)], placeOf = new int[order.Order.Count];
        Comparison<int> tieBreak = Ranking.TieBreak(registers, scores);
        Array.Sort(byTie, (a, b) => tieBreak(order.Order[a], order.Order[b]));
        for (int i = 0; i < byTie.Length; i++)
        {
            placeOf[byTie[i]] = i;
        }

        return (new PointsTable
        {
            Tenths = [.. taking.Select(c => (int[])[.. byTie.Select(p => c.Result.PointsTenths[order.Order[p]])])],
            Weights = [.. taking.Select(c => (decimal)Math.Max(0, c.Criterion.Weight))],
            Fails = [.. byTie.Select(p => order.Fails[p] is not null)],
        }, placeOf);
    }

    private static WeightTrial[] TrialsOf(PointsTable table, (Criterion Criterion, CriterionResult Result)[] taking, int top)
    {
        HashSet<int> stated = [.. table.OrderAt(table.Weights).Take(top)];
        int[] weighed = [.. Enumerable.Range(0, taking.Length).Where(k => table.Weights[k] > 0)];
        WeightTrial[] trials = new WeightTrial[weighed.Length];
        Parallel.For(0, weighed.Length, i =>
        {
            int k = weighed[i];
            trials[i] = new WeightTrial(
                taking[k].Criterion, table.ReplacedAt(k, table.Weights[k] / 2, stated), table.ReplacedAt(k, table.Weights[k] * 2, stated), table.ReplacedAt(k, 0, stated));
        });
        return trials;
    }

    private static WeightChange?[] Drops(PointsTable table, int[] placeOf, int top)
    {
        SingleWeight single = new(table, top);
        WeightChange?[] drops = new WeightChange?[top];
        Parallel.For(0, top, position => drops[position] = single.Of(placeOf[position]));
        return drops;
    }

    // Each positive weight has a parameter of at least 1.
    private static int? Total(WeightSpread spread, int positive) => spread switch
    {
        WeightSpread.Narrow => Math.Max(120, positive),
        WeightSpread.Usual => Math.Max(40, positive),
        WeightSpread.Wide => Math.Max(12, positive),
        _ => null,
    };
}

/// <summary>How many of the first N are others when one weight is changed.</summary>
/// <param name="Criterion">Whose weight.</param>
/// <param name="Halved">Replaced at half the weight.</param>
/// <param name="Doubled">Replaced at twice the weight.</param>
/// <param name="Dropped">Replaced without it.</param>
public sealed record WeightTrial(Criterion Criterion, int Halved, int Doubled, int Dropped);

[Notice(Severity.Info,
    "Bara ett kriterium har en vikt: ordningen är densamma hur det än vägs, och platsernas intervall har bredden 0.",
    "Only one criterion has a weight: the order is the same however it is weighted, and the intervals of the ranks have width 0.",
    FixSv = "Ge fler kriterier en vikt, om platserna ska prövas.",
    Fix = "Give more criteria a weight if the ranks are to be tried.")]
public sealed record RobustnessTrivial : Notice;
