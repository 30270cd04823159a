using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Plan.Balance;
using HousingInventory.Score;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>One row of scenarios.csv: the base, a scenario, or a best set.</summary>
/// <param name="Key">base, the scenario's name, or set:BUDGET.</param>
/// <param name="Label">What people see.</param>
/// <param name="Result">What was found; null for the base, and for a set that is empty.</param>
/// <param name="Set">The best set; null for any other row.</param>
internal sealed record ScenarioRow(string Key, string Label, ScenarioResult? Result, BudgetResult? Set);

/// <summary>A home in a scenario, for one row of scenario-homes.csv.</summary>
internal sealed record ScenarioHome(ScenarioResult Result, HomeEffect Effect);

/// <summary>The tables of what-if, each described once.</summary>
internal sealed class WhatIfTables
{
    private readonly WhatIfResults _results;
    private readonly bool _sv;
    private readonly Lazy<StageRate> _contacts;

    public WhatIfTables(WhatIfResults results)
    {
        _results = results;
        _sv = results.Baseline.Frame.Language == Language.Sv;
        _contacts = new(() => Yield.Of(results.Baseline.Papers.FollowUps, results.Yield, results.Baseline.Frame.AsOf).Rates[0]);
        Rows =
        [
            new ScenarioRow("base", _sv ? "Som nu" : "As now", null, null),
            .. results.Scenarios.Select(s => new ScenarioRow(s.Name, s.Setting.Scenario.LabelIn(results.Baseline.Frame.Language), s, null)),
            .. results.Budgets.Select(b => new ScenarioRow("set:" + b.Budget.ToString(CultureInfo.InvariantCulture), _sv ? "Bästa inom budget" : "Best within budget", b.Found, b)),
        ];
        Scenarios = new FileTable<ScenarioRow>("scenarios", "Scenarier", "Scenarios", Rows, [.. Columns()]);
        Homes = new FileTable<ScenarioHome>("scenario-homes", "Hus i scenarier", "Homes in scenarios", [.. results.Scenarios.SelectMany(HomesOf)], [.. HomeColumns(results)]);
    }

    public IReadOnlyList<ScenarioRow> Rows { get; }

    public FileTable<ScenarioRow> Scenarios { get; }

    public FileTable<ScenarioHome> Homes { get; }

    /// <summary>Homes for whom something is otherwise: new ones first, by rank; then those that rise, fall and fall out.</summary>
    public static IEnumerable<ScenarioHome> HomesOf(ScenarioResult result) => result.Effects.Where(e => e.Effect != Effect.Same)
        .OrderBy(e => e.Effect).ThenBy(e => e.After >= 0 ? result.Standing.RankAt(e.After) : int.MaxValue).ThenBy(e => e.Building).Select(e => new ScenarioHome(result, e));

    private IEnumerable<FileColumn<ScenarioRow>> Columns()
    {
        yield return Text("scenario", r => r.Key);
        yield return Text("label", r => r.Label);
        yield return Whole("candidates", r => IsBase(r) ? _results.Base.Scores.Homes.Count : r.Result?.Standing.Scores.Homes.Count);
        yield return Whole("becomes", r => r.Result?.Count(Effect.Becomes));
        yield return Whole("falls_out", r => r.Result?.Count(Effect.FallsOut));
        yield return Whole("rises", r => r.Result?.Count(Effect.Rises));
        yield return Whole("falls", r => r.Result?.Count(Effect.Falls));
        yield return Whole("usable", r => IsBase(r) ? _results.UsableBefore : r.Result?.Usable);
        yield return Whole("usable_before", _ => _results.UsableBefore);
        yield return Number("median_score", 1, r => (double?)(IsBase(r) ? _results.Base.Median : r.Result?.Standing.Median));
        yield return Whole("into_top", r => r.Result?.IntoTop);
        yield return Whole("beds", r => Beds(r).Beds);
        yield return Whole("beds_known", r => Beds(r).Known);
        yield return Number("km_year", 1, r => r.Result?.Operation.Km);
        yield return Number("hours_year", 2, r => r.Result?.Operation.Hours);
        yield return Number("empty_km_year", 1, r => r.Result?.Operation.EmptyKm);
        yield return Whole("vehicles", r => r.Result?.Operation.Vehicles);
        yield return Text("vehicle_note", r => r.Result?.Operation.VehicleNote);
        yield return Whole("stops_new", r => r.Result?.Operation.NewStops);
        yield return Number("cost_year", 0, r => r.Result?.Operation.CostYear(_results.Costs));
        yield return Number("cost_per_home", 0, r => r.Result?.CostPerHome(_results.Costs));
        yield return Number("cost_per_expected", 0, r => CostPerExpected(r.Result));
        yield return Number("cost_per_expected_low", 0, r => CostPerLet(r.Result).Low);
        yield return Number("cost_per_expected_high", 0, r => CostPerLet(r.Result).High);
        yield return Text("cost_source", r => r.Result is null || _results.Costs is not { } costs ? null : string.Create(CultureInfo.InvariantCulture, $"{costs.Source}, {costs.Year} ({costs.Currency})"));
        yield return Text("speed_factor", r => r.Result?.State is { SpeedFactors.Count: > 0 } state
            ? string.Join(", ", state.SpeedFactors.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key}: {f.Value:0.00}"))) : null);
        yield return Text("notices", r => r.Result is null ? null : string.Join(", ", r.Result.Notices.Counts.Keys));
        yield return Text("members", r => r.Set is null ? null : string.Join(", ", r.Set.Set.Members));
        yield return Whole("predicted", r => r.Set?.Set.Value);
        yield return Whole("found", r => r.Set?.FoundValue);
        yield return Whole("bound", r => r.Set?.Set.Bound);
        yield return Text("optimal", r => r.Set is null ? null : r.Set.Set.IsOptimal ? (_sv ? "ja" : "yes") : (_sv ? "nej" : "no"));
    }

    /// <summary>Of the homes that become candidates: beds that the follow-up knows, and of how many homes it does. Never guessed from a footprint.</summary>
    private (int? Beds, int? Known) Beds(ScenarioRow row)
    {
        if (row.Result is not { } result)
        {
            return (null, null);
        }

        int[] known = [.. result.Effects.Where(e => e.Effect == Effect.Becomes)
            .Select(e => _results.Baseline.Flags.FollowUps.GetValueOrDefault(e.Building)?.Offer?.Beds).OfType<int>()];
        return (known.Sum(), known.Length);
    }

    /// <summary>Cost a year by home that is expected to be let, by the one model of yield: that of the plan, with what its configuration says of it.</summary>
    internal double? CostPerExpected(ScenarioResult? result) => result?.CostPerHome(_results.Costs) is { } perHome
        ? Math.Round(perHome / _contacts.Value.Mean, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>How many of the homes gained are let in four cases of five: the smallest numbers that are reached by a tenth and by nine tenths; null without a gain.</summary>
    internal (int Low, int High)? Lets(ScenarioResult result) => Lets(result.Net, _contacts.Value);

    /// <summary>The same of so many homes.</summary>
    internal static (int Low, int High)? Lets(int homes, StageRate contacts)
    {
        if (homes <= 0)
        {
            return null;
        }

        Likelihood lets = Likelihood.OfContacts(homes, contacts.A, contacts.B);
        return (lets.Quantile(0.1), lets.Quantile(0.9));
    }

    /// <summary>Cost a year by home let, in four cases of five; null where perhaps no home is let, so that there is no bound.</summary>
    private (double? Low, double? High) CostPerLet(ScenarioResult? result) =>
        result?.Operation.CostYear(_results.Costs) is >= 0 and { } cost && Lets(result) is { } lets ? CostPerLet(cost, lets) : (null, null);

    /// <summary>The same of a cost and so many lets.</summary>
    internal static (double? Low, double? High) CostPerLet(double costYear, (int Low, int High) lets) => (By(costYear, lets.High), By(costYear, lets.Low));

    private static double? By(double cost, int lets) => lets == 0 ? null : Math.Round(cost / lets, 2, MidpointRounding.AwayFromZero);

    private static bool IsBase(ScenarioRow row) => row.Key == "base";

    private static IEnumerable<FileColumn<ScenarioHome>> HomeColumns(WhatIfResults results)
    {
        yield return Home("scenario", (w, h) => w.Text(h.Result.Name));
        yield return Home("ref", (w, h) => w.Text(Ref.Of(results.Baseline.Registers.Buildings[h.Effect.Building].Id)));
        yield return Home("locality", (w, h) => w.Text(results.Baseline.Flags.Locality[h.Effect.Building]));
        yield return Home("effect", (w, h) => w.Text(Term.Of(h.Effect.Effect).Key));
        yield return Home("rank_before", (w, h) => w.Integer(h.Effect.Before < 0 ? null : results.Base.RankAt(h.Effect.Before)));
        yield return Home("rank_after", (w, h) => w.Integer(h.Effect.After < 0 ? null : h.Result.Standing.RankAt(h.Effect.After)));
        yield return Home("score_before", (w, h) => w.Number(h.Effect.Before < 0 ? null : (double)results.Base.Scores.Score[h.Effect.Before], 1));
        yield return Home("score_after", (w, h) => w.Number(h.Effect.After < 0 ? null : (double)h.Result.Standing.Scores.Score[h.Effect.After], 1));
        foreach ((Criterion criterion, _) in results.Base.Scores.Criteria)
        {
            yield return Home(criterion.Name + "_before", (w, h) => w.Number(Value(results.Base, h.Effect.Before, criterion.Name), criterion.Info.Decimals));
            yield return Home(criterion.Name + "_after", (w, h) => w.Number(Value(h.Result.Standing, h.Effect.After, criterion.Name), criterion.Info.Decimals));
        }

        yield return Home("errand_before", (w, h) => w.Text(Errand(results.Base, h.Effect.Before)));
        yield return Home("errand_after", (w, h) => w.Text(Errand(h.Result.Standing, h.Effect.After)));
    }

    private static double? Value(Standing standing, int position, string criterion)
    {
        CriterionResult? result = standing.Scores.Criteria.FirstOrDefault(c => c.Criterion.Name == criterion).Result;
        return result is null || position < 0 || result.States[position] != MeasureState.Measured ? null : result.Values[position];
    }

    /// <summary>The errand that is nearest to working, else the one that works best.</summary>
    internal static string? Errand(Standing standing, int position)
    {
        CriterionResult? result = standing.Scores.Criteria.FirstOrDefault(c => c.Criterion is UsefulDayCriterion).Result;
        return result is null || position < 0 ? null
            : (result.Extra.FirstOrDefault(e => e.Suffix == "_failing")?.Values[position] ?? result.Extra.FirstOrDefault(e => e.Suffix == "_best")?.Values[position]) as string;
    }

    private static FileColumn<ScenarioHome> Home(string key, Action<ITableWriter, ScenarioHome> write) => new(key, key, key, write);

    private static FileColumn<ScenarioRow> Text(string key, Func<ScenarioRow, string?> get) => new(key, key, key, (w, r) => w.Text(get(r)));

    private static FileColumn<ScenarioRow> Whole(string key, Func<ScenarioRow, long?> get) => new(key, key, key, (w, r) => w.Integer(get(r)));

    private static FileColumn<ScenarioRow> Number(string key, int decimals, Func<ScenarioRow, double?> get) => new(key, key, key, (w, r) => w.Number(get(r), decimals));
}
