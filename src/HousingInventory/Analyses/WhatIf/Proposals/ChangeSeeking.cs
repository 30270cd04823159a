using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Analyses.WhatIf.Proposals;

/// <summary>
/// Searches for changes, top to bottom: shifted departures before new kilometres, then stops where a bus passes, booked lines made ordinary, added departures,
/// detours and extensions. Each kind is tried for what the earlier ones leave; those that another beats go; the best of a kind are worked out in full.
/// </summary>
internal sealed class ChangeSeeking
{
    /// <summary>So many of a kind are worked out in full.</summary>
    public const int MostOfKind = 50;

    private readonly Results _baseline;
    private readonly Evaluating _evaluating;
    private readonly ScenarioSetting _base;
    private readonly Run _run;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public ChangeSeeking(Results baseline, Evaluating evaluating, ScenarioSetting @base, Run run) =>
        (_baseline, _evaluating, _base, _run) = (baseline, evaluating, @base, run);

    /// <summary>The proposals that gain something, worked out: least cost a home first, then most homes, then by name.</summary>
    /// <param name="costs">What traffic costs; without it kilometres decide.</param>
    public IReadOnlyList<ScenarioResult> All(CostsConfig? costs)
    {
        if (_evaluating.Fresh() is not { } edit)
        {
            return [];
        }

        HashSet<int> wanted = [.. _evaluating.AllButStops.Where(b => _evaluating.Base.PositionOf(b) < 0)];
        Lacks lacks = Lacking();
        TellWhatIsLeftOut();
        List<ScenarioResult> found = [];
        ProposalSearch search = new(_baseline, _base, _evaluating.Tools, edit);
        bool hasStopTest = _base.Candidates.StopWithinM > 0, hasRoads = _evaluating.Tools.Roads is not null;
        Func<IEnumerable<ProposedChange>>[] kinds =
        [
            () => search.Shifts(lacks.Timed), () => hasStopTest && hasRoads ? search.PassedStops(wanted) : [], () => search.OrdinaryLines(wanted, lacks),
            () => search.Departures(lacks.Timed), () => hasStopTest ? search.Detours(wanted) : [],
        ];
        for (int kind = 0; kind < kinds.Length; kind++)
        {
            _run.Progress("Propose", "search", kind / (double)kinds.Length);
            ScenarioSetting[] best = [.. ProposedChange.WithoutDominated(kinds[kind]()).Take(MostOfKind).Select(Setting)];
            _run.Progress("Propose", "evaluate", (kind + 0.2) / kinds.Length);
            ScenarioResult[] results = [.. _evaluating.EachThatCan(best).Where(IsProposed).GroupBy(Trip).SelectMany(BestOf)];
            found.AddRange(results);
            wanted.ExceptWith(results.SelectMany(r => r.Effects.Where(e => e.Effect == Effect.Becomes)).Select(e => e.Building));
            lacks.Leave([.. results.SelectMany(r => r.Effects.Where(e => e.Effect == Effect.Rises)).Select(e => e.Building)]);
        }

        return [.. found.OrderBy(r => Price(r, costs) / Gain(r)).ThenByDescending(Gain).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>Homes that become candidates less those that fall out; where the list stays as it is, homes that rise less homes that fall.</summary>
    public static int Gain(ScenarioResult result) => result.Count(Effect.Becomes) + result.Count(Effect.FallsOut) > 0
        ? result.Net : result.Count(Effect.Rises) - result.Count(Effect.Falls);

    /// <summary>A departure that is moved must not need a bus more: that would be no longer what it seems.</summary>
    private static bool IsProposed(ScenarioResult result) =>
        Gain(result) > 0 && !(result.Setting.Changes[0].Change is Changes.ShiftDepartures && result.Operation.Vehicles > 0);

    /// <summary>A departure can be moved once: its several moves are told apart by nothing but their minutes.</summary>
    private static (string, string?, int)? Trip(ScenarioResult result) =>
        result.Setting.Changes[0].Change is Changes.ShiftDepartures shift ? (shift.Line, shift.Direction, shift.Trips.Times[0]) : null;

    private static IEnumerable<ScenarioResult> BestOf(IGrouping<(string, string?, int)?, ScenarioResult> same) => same.Key is null ? same
        : same.OrderByDescending(Gain).ThenBy(r => Math.Abs(((Changes.ShiftDepartures)r.Setting.Changes[0].Change).Minutes)).ThenBy(r => r.Name, StringComparer.Ordinal).Take(1);

    private static double Price(ScenarioResult result, CostsConfig? costs) =>
        Math.Max(0, result.Operation.CostYear(costs) ?? result.Operation.Km + result.Operation.EmptyKm);

    private ScenarioSetting Setting(ProposedChange proposal)
    {
        Scenario scenario = proposal.As(NameOf(proposal.Kind));
        return _base with { Scenario = scenario, Changes = [($"proposals.{scenario.Name}", proposal.Change)] };
    }

    /// <summary>The kind, the line and a number: a name that a scenario may have.</summary>
    private string NameOf(string kind)
    {
        string letters = string.Concat(kind.ToLowerInvariant().Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'));
        for (int number = 1; ; number++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{(letters.Length > 32 ? letters[..32] : letters).TrimEnd('_')}_{number:D2}");
            if (_names.Add(name))
            {
                return name;
            }
        }
    }

    /// <summary>What the homes on the list lack, with the journeys that nearly do.</summary>
    private Lacks Lacking()
    {
        if (_base.Criteria.OfType<UsefulDayCriterion>().FirstOrDefault() is not { } day)
        {
            return new Lacks([], []);
        }

        Building[] homes = [.. _evaluating.Base.Scores.Homes.Select(b => _baseline.Registers.Buildings[b])];
        Scores told = Scoring.Score(homes, _baseline.Surroundings, [day], _base.Rules, new Run(cancellation: _run.Cancellation), tellAll: true);
        return Lacks.Of(homes, told.Criteria[0].Result.Told);
    }

    private void TellWhatIsLeftOut()
    {
        if (!_base.Criteria.OfType<UsefulDayCriterion>().Any())
        {
            _run.Notice(new ProposalsLeftOut("shift-departures, add-departures", "kriteriet useful-day saknas", "the criterion useful-day is missing"));
        }

        if (_base.Candidates.StopWithinM is not > 0)
        {
            _run.Notice(new ProposalsLeftOut("add-stop, detour, extend-line", "candidates.stopWithinM är av", "candidates.stopWithinM is off"));
        }
        else if (_evaluating.Tools.Roads is null)
        {
            _run.Notice(new ProposalsLeftOut("add-stop, detour, extend-line", "källan roads saknas", "the source roads is missing"));
        }
    }
}
