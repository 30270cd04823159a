using System.Globalization;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>
/// What was found of the candidates in some surroundings, kept by a run that is asked again: a criterion that differs in nothing but its weight need not measure
/// anew. Whoever holds it sees to it that candidates, surroundings and rules are the same.
/// </summary>
internal sealed class Known
{
    private Dictionary<string, (CriterionResult Result, NoticeLog Notices)> _before = new(StringComparer.Ordinal), _now = new(StringComparer.Ordinal);

    /// <summary>How many candidates other limits of the filter would give; null until that was counted.</summary>
    public IReadOnlyList<LimitCount>? Limits { get; set; }

    /// <summary>The next run begins: what the one before did not ask for is let go.</summary>
    public void Begin() => (_before, _now) = (_now, new(StringComparer.Ordinal));

    /// <summary>The criterion's measures: those of before, with what was told of them, or new ones.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="reachM">How far stops are looked for, which one criterion may widen for the others.</param>
    /// <param name="measure">Measures.</param>
    /// <param name="run">Where notices go.</param>
    public CriterionResult Of(Criterion criterion, double reachM, Func<Run, CriterionResult> measure, Run run)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"{reachM} {JsonSerializer.Serialize(criterion with { Weight = 0 }, MemberJson.Options)}");
        if (!_before.TryGetValue(key, out (CriterionResult Result, NoticeLog Notices) known))
        {
            Run apart = new(null, run.Cancellation);
            known = (measure(apart), apart.Notices);
        }

        _now[key] = known;
        run.Notices.AddAll(known.Notices);
        return known.Result;
    }
}
