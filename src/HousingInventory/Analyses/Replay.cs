using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Analyses;

/// <summary>
/// Scores and ranks the candidates of a run again, as the pipeline did, with something changed. It holds the values of the baseline and changes none of them;
/// what is told of a variant on the way is no notice of the run.
/// </summary>
public sealed class Replay
{
    private readonly Results _baseline;
    private readonly AccessRules _rules;
    private readonly CancellationToken _cancellation;

    internal Replay(Results baseline, AccessRules rules, CancellationToken cancellation)
    {
        _baseline = baseline;
        _rules = rules;
        _cancellation = cancellation;
        Criteria = [.. baseline.Scores.Criteria.Select(c => c.Criterion)];
    }

    /// <summary>The criteria of the baseline.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>Measures the candidates anew.</summary>
    /// <param name="around">Where: the baseline's surroundings, or a variant of them.</param>
    /// <param name="criteria">By what.</param>
    public Scores Score(Surroundings around, IReadOnlyList<Criterion> criteria) => Scoring.Score(
        [.. _baseline.Flags.Candidates.Select(c => _baseline.Registers.Buildings[c])], around, criteria, _rules, new Run(cancellation: _cancellation));

    /// <summary>Adds up what was measured with other weights.</summary>
    /// <param name="weightOf">The weight of a criterion.</param>
    public Scores Sum(Func<Criterion, double> weightOf) =>
        Scoring.Sum(_baseline.Scores.Homes, _baseline.Scores.Criteria, [.. Criteria.Select(weightOf)]);

    /// <summary>Orders the candidates by scores of theirs.</summary>
    public RankOrder Rank(Scores scores) => Ranking.Rank(_baseline.Registers, scores);
}
