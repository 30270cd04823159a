using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Flag;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Prepare;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>
/// What scenarios do to the list, top to bottom: the timetable is changed, the test of stops asked again, candidates measured, scored and ranked again, and held
/// against the base. Who is registered where was answered once, and is not asked again. Scenarios are worked out side by side, each in a slot of its own.
/// </summary>
internal sealed class Evaluating
{
    private readonly Results _baseline;
    private readonly IReadOnlyDictionary<ServiceDayType, int> _days;
    private readonly ScenarioSetting _base;
    private readonly Plan.YieldConfig _yield;
    private readonly Run _run;
    private readonly TimetableEdit? _before;

    /// <param name="baseline">What scenarios are held against.</param>
    /// <param name="base">The base's own rules.</param>
    /// <param name="config">How scenarios are worked out.</param>
    /// <param name="days">School dates.</param>
    /// <param name="yield">How many homes contacts give.</param>
    /// <param name="resolve">Makes a path of a drawing absolute.</param>
    /// <param name="run">Where notices go.</param>
    public Evaluating(Results baseline, ScenarioSetting @base, WhatIfConfig config, DaysConfig days, Plan.YieldConfig yield, Func<string, string> resolve, Run run)
    {
        (_baseline, _base, _yield, _run) = (baseline, @base, yield, run);
        Surroundings around = baseline.Surroundings;
        Crs crs = baseline.Frame.Crs;
        Drawing.Book drawings = new(resolve, crs);
        Tools = new ScenarioTools(
            config, around.Roads is { } roads ? new BusRoads(roads, config.KmhOf) : null, drawings, @base.Rules.Centre is { } centre ? drawings.FromDegrees(centre) : null, baseline.Frame.Language);
        _days = YearDays.Of(config.DaysPerYear, days, baseline.Frame.AsOf, run.Notices);
        AllButStops = Flagging.AllButStops(baseline.Registers, baseline.Linkage, baseline.Flags, baseline.Papers, @base.Candidates);
        _before = Fresh();
        Base = new Standing(baseline.Scores, baseline.Ranking);
    }

    /// <summary>The list as it is.</summary>
    public Standing Base { get; }

    /// <summary>What all scenarios share.</summary>
    public ScenarioTools Tools { get; }

    /// <summary>Buildings that pass every test of the base's filter but that of stops, ascending.</summary>
    public IReadOnlyList<int> AllButStops { get; }

    /// <summary>A copy of the timetable, to change; null without a timetable.</summary>
    public TimetableEdit? Fresh() => _baseline.Surroundings.Transit is { } transit ? new TimetableEdit(transit.Timetable, transit.DayTypes!) : null;

    /// <summary>Works out every scenario and the best sets.</summary>
    /// <exception cref="InputException">A change cannot be made; every such is named.</exception>
    public WhatIfResults All(IReadOnlyList<ScenarioSetting> settings, CostsConfig? costs, IReadOnlyList<double> budgets) =>
        LeavingTheBase(() => Together(Each(settings), costs, budgets));

    /// <summary>Does some work, and proves that the base is as it was.</summary>
    public T LeavingTheBase<T>(Func<T> work)
    {
        string before = Analysing.Sum(_baseline);
        T made = work();
        return Analysing.Sum(_baseline) == before ? made : throw new InvalidOperationException("a scenario changed the results that it was to be held against");
    }

    /// <summary>Results with their notices, and the best sets of them.</summary>
    public WhatIfResults Together(IReadOnlyList<ScenarioResult> results, CostsConfig? costs, IReadOnlyList<double> budgets)
    {
        if (costs is null && results.Any(s => s.Setting.Changes.Count > 0))
        {
            _run.Notice(new CostsMissing());
        }

        results.ToList().ForEach(r => _run.Notices.AddAll(r.Notices));
        BudgetResult[] sets = costs is null ? [] : [.. budgets.Distinct().Order().Select(b => Best(results, costs, b))];
        return new WhatIfResults { Baseline = _baseline, Base = Base, Scenarios = results, Budgets = sets, Config = Tools.Config, Costs = costs, Days = _days, Yield = _yield };
    }

    /// <summary>Works out scenarios side by side.</summary>
    public ScenarioResult[] Each(IReadOnlyList<ScenarioSetting> settings)
    {
        ScenarioState?[] states = new ScenarioState?[settings.Count];
        List<Sentence>[] faults = new List<Sentence>[settings.Count];
        Parallel.For(0, settings.Count, i => (states[i], faults[i]) = Changed(settings[i]));
        Sentence[] all = [.. faults.SelectMany(f => f).DistinctBy(static f => f.ToString())];
        if (all.Length > 0)
        {
            throw new InputException($"{all.Aggregate(static (told, fault) => Sentence.Of($"{told}; {fault}"))}.");
        }

        ScenarioResult[] results = new ScenarioResult[settings.Count];
        Parallel.For(0, settings.Count, i =>
        {
            _run.Progress("WhatIf", settings[i].Scenario.Name);
            results[i] = One(settings[i], states[i]);
        });
        return results;
    }

    /// <summary>
    /// The same for changes that may turn out to be impossible: those are left out. There may be hundreds, so no result keeps the surroundings that it was measured in.
    /// </summary>
    public ScenarioResult[] EachThatCan(IReadOnlyList<ScenarioSetting> settings)
    {
        ScenarioResult?[] results = new ScenarioResult?[settings.Count];
        Parallel.For(0, settings.Count, i =>
        {
            _run.Progress("WhatIf", settings[i].Scenario.Name);
            results[i] = Changed(settings[i]) is ({ } state, { Count: 0 }) ? One(settings[i], state) with { Around = _baseline.Surroundings } : null;
        });
        return [.. results.OfType<ScenarioResult>()];
    }

    /// <summary>Makes the changes of a scenario, one after the other; every fault is told, not the first alone.</summary>
    private (ScenarioState? State, List<Sentence> Faults) Changed(ScenarioSetting setting)
    {
        if (setting.Changes.Count == 0 || Fresh() is not { } edit)
        {
            return (null, []);
        }

        ScenarioState state = new(setting.Scenario.Name, edit, Tools, new NoticeLog())
        {
            Sources = [.. _baseline.Surroundings.Transit!.Timetable.Sources.Select(s => s.Id)],
            Courses = _baseline.Surroundings.Transit.LineCourses,
        };
        List<Sentence> faults = [];
        foreach ((string path, Change change) in setting.Changes)
        {
            try
            {
                change.Apply(state);
            }
            catch (ChangeException e)
            {
                faults.Add(Sentence.Of($"{path}{e.Said}"));
            }
        }

        return (state, faults);
    }

    private ScenarioResult One(ScenarioSetting setting, ScenarioState? state)
    {
        NoticeLog notices = state?.Notices ?? new NoticeLog();
        Surroundings around = _baseline.Surroundings.With(a => Around(a, setting, state));
        IReadOnlyList<int> tried = setting.HasOtherTests
            ? Flagging.AllButStops(_baseline.Registers, _baseline.Linkage, _baseline.Flags, _baseline.Papers, setting.Candidates) : AllButStops;
        IReadOnlyList<int> candidates = Flagging.NearStops(_baseline.Registers, tried, around.Posts, setting.Candidates);
        Standing standing = new(_baseline.Registers, Measured(setting, state, around, candidates));
        IReadOnlyList<HomeEffect> effects = Effects(standing);
        Operation operation = state is { Edit.IsChanged: true } changed ? Operating.Of(_before!, changed, _days) : Operation.None;
        if (effects.All(e => e.Effect == Effect.Same && Base.RankAt(e.Before) == standing.RankAt(e.After)))
        {
            notices.Add(new ScenarioWithoutEffect { Source = setting.Scenario.Name });
        }

        if (state is not null)
        {
            Overtaking.Tell(state);
        }

        double from = Tools.Config.UsableFrom;
        int before = Math.Min(_base.Top, Base.Order.Order.Count), after = Math.Min(setting.Top, standing.Order.Order.Count);
        HashSet<int> wasTop = [.. Base.Order.Order.Take(before).Select(p => Base.Scores.Homes[p])];
        return new ScenarioResult
        {
            Setting = setting,
            Standing = standing,
            Around = around,
            Effects = effects,
            Operation = operation,
            State = state,
            Notices = notices,
            BecomeUsable = [.. effects.Where(e => e.After >= 0 && standing.IsUsable(e.After, from) && !(e.Before >= 0 && Base.IsUsable(e.Before, from))).Select(e => e.Building)],
            Usable = standing.Usable(from),
            IntoTop = standing.Order.Order.Take(after).Count(p => !wasTop.Contains(standing.Scores.Homes[p])),
        };
    }

    /// <summary>Where only weights are otherwise, what was measured is added up again.</summary>
    private Scores Measured(ScenarioSetting setting, ScenarioState? state, Surroundings around, IReadOnlyList<int> candidates)
    {
        bool isMeasured = state is null && setting.Rules == _base.Rules && setting.Scenario.Override?.ContainsKey("criteria") != true && candidates.SequenceEqual(_baseline.Scores.Homes);
        return isMeasured
            ? Scoring.Sum(_baseline.Scores.Homes, _baseline.Scores.Criteria, [.. setting.Criteria.Select(c => c.Weight)])
            : Scoring.Score([.. candidates.Select(c => _baseline.Registers.Buildings[c])], around, setting.Criteria, setting.Rules, new Run(cancellation: _run.Cancellation));
    }

    private static Surroundings Around(Surroundings around, ScenarioSetting setting, ScenarioState? state)
    {
        if (around.Transit is not { } transit || state is null)
        {
            return around;
        }

        (string Agency, string Line, LineString Course)[] added =
        [
            .. state.Lines.Where(l => l.Kind == LineKind.Added).Select(l => (AgencyOf(state, l.Line), l.Line, (LineString)l.Course)),
        ];
        (Transit changed, BoardingPosts posts) = TransitBuild.Again(transit, state.Edit.Build(), added, setting.Candidates.StopMinDepartures);
        return around with { Transit = changed, Posts = posts };
    }

    private static string AgencyOf(ScenarioState state, string line) =>
        Enumerable.Range(0, state.Edit.LineCount).Select(state.Edit.Line).Where(l => l.Name == line || $"{l.Agency} {l.Name}" == line).Select(l => l.Agency).FirstOrDefault("");

    private List<HomeEffect> Effects(Standing after)
    {
        SortedSet<int> homes = [.. Base.Scores.Homes, .. after.Scores.Homes];
        return
        [
            .. homes.Select(b =>
            {
                (int was, int becomes) = (Base.PositionOf(b), after.PositionOf(b));
                decimal change = was >= 0 && becomes >= 0 ? after.Scores.Score[becomes] - Base.Scores.Score[was] : 0;
                Effect effect = was < 0 ? Effect.Becomes : becomes < 0 ? Effect.FallsOut : change >= 0.1m ? Effect.Rises : change <= -0.1m ? Effect.Falls : Effect.Same;
                return new HomeEffect(b, effect, was, becomes);
            }),
        ];
    }

    /// <summary>The best set within a budget, and what its changes give together.</summary>
    private BudgetResult Best(IReadOnlyList<ScenarioResult> results, CostsConfig costs, double budget)
    {
        ScenarioResult[] choices = [.. results.Where(r => r.Setting.Changes.Count > 0 && r.Setting.Scenario is { Of.Count: 0, Override: null, Weights: null })];
        BestSet set = BestSet.Of([.. choices.Select(c => new Choice(c.Name, c.Operation.CostYear(costs) ?? 0, Gains(c), c.Count(Effect.FallsOut) + c.Count(Effect.Falls) > 0))], budget);
        if (set.Members.Count == 0)
        {
            return new BudgetResult(budget, set, null, 0);
        }

        ScenarioResult[] members = [.. choices.Where(c => set.Members.Contains(c.Name))];
        if ((members.Length == 1 ? members[0] : Joint(members)) is not { } found)
        {
            _run.Notice(new SetConflicts(string.Join(", ", set.Members)));
            return new BudgetResult(budget, set, null, null);
        }

        long value = Gains(found).Sum(g => g.Gain);
        if (value < 0.95 * set.Value)
        {
            _run.Notice(new SetInteracts(string.Join(", ", set.Members), value, set.Value));
        }

        return new BudgetResult(budget, set, found, value);
    }

    /// <summary>
    /// All of some scenarios as one; null where that cannot be. One change may take away what another is about, a time by which it names a trip: then the other order
    /// may do. Half of them must not stand for the whole.
    /// </summary>
    private ScenarioResult? Joint(ScenarioResult[] members)
    {
        foreach (IEnumerable<ScenarioResult> ordered in (IEnumerable<ScenarioResult>[])[members, members.Reverse()])
        {
            ScenarioSetting joint = _base with
            {
                Scenario = new Scenario { Name = string.Join('+', members.Select(m => m.Name)) },
                Changes = [.. ordered.SelectMany(m => m.Setting.Changes)],
            };
            if (Changed(joint) is ({ } state, { Count: 0 }))
            {
                return One(joint, state);
            }
        }

        return null;
    }

    /// <summary>What each home gains, by the objective.</summary>
    private List<(int Home, long Gain)> Gains(ScenarioResult result) => Tools.Config.Objective switch
    {
        Objective.Candidates => [.. result.Effects.Where(e => e.Effect == Effect.Becomes).Select(e => (e.Building, 1L))],
        Objective.Usable => [.. result.BecomeUsable.Select(b => (b, 1L))],
        _ => [.. result.Effects.Where(e => e.Effect is Effect.Rises or Effect.Becomes)
            .Select(e => (e.Building, (long)(10 * (result.Standing.Scores.Score[e.After] - (e.Before >= 0 ? Base.Scores.Score[e.Before] : 0)))))],
    };
}
