using System.Globalization;
using System.Text.RegularExpressions;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Balance;
using HousingInventory.Score;

namespace HousingInventory.Plan;

/// <summary>What the member <c>plan</c> must hold beside its shape.</summary>
internal static partial class PlanRules
{
    private const int MostMonths = 60;
    private const int MostWeeks = 104;

    /// <exception cref="InputException">A rule is broken; the line names the member.</exception>
    public static void Check(PlanConfig plan, InventoryConfig config, string path)
    {
        CheckNumbers(plan, path);
        CheckTables(plan, path);
        HashSet<string> criteria = [.. (config.Criteria ?? StandardCriteria.All).Select(c => c.Name)];
        foreach ((string need, NeedRule rule) in plan.Needs)
        {
            Require(criteria.Contains(rule.Criterion), path, $"needs.{need}.criterion",
                $"is '{rule.Criterion}', which no criterion is called; did you mean '{Nearest.Of(rule.Criterion, criteria)}'?");
        }

        CheckNeed(plan.Need, path);
        CheckYield(plan.Yield, path);
        CheckAgreements(plan.Agreements, path);
    }

    private static void CheckNumbers(PlanConfig plan, string path)
    {
        foreach ((string name, double value, double least, double most) in (ReadOnlySpan<(string, double, double, double)>)[
            ("horizonMonths", plan.HorizonMonths, 1, MostMonths), ("weeks", plan.Weeks, 1, MostWeeks), ("dueWithinDays", plan.DueWithinDays, 0, 3650),
            ("maxSpareBeds", plan.MaxSpareBeds, 0, 100), ("minStayMonths", plan.MinStayMonths, 0, 600), ("rightMonths", plan.RightMonths ?? 1, 1, 600),
            ("returnShare", plan.ReturnShare, 0, 1),
            ("premises.unitM2", plan.Premises.UnitM2, 1, 1000), ("premises.netShare", plan.Premises.NetShare, 0.01, 1),
            ("premises.share", plan.Premises.Share, 0, 1),
            ("premises.access", plan.Premises.Access ?? 0, 0, 100), ("support.deleteAfterDays", plan.Support.DeleteAfterDays, 0, 36500),
            ("yield.silentAfterDays", plan.Yield.SilentAfterDays, 1, 36500),
            ("yield.interval", plan.Yield.Interval, 0.01, 0.999), ("weights.space", plan.Weights.Space, 0, 1000),
            ("weights.needs", plan.Weights.Needs, 0, 1000),
            ("weights.access", plan.Weights.Access, 0, 1000), ("weights.together", plan.Weights.Together, 0, 1000),
            ("weights.permanence", plan.Weights.Permanence, 0, 1000)])
        {
            Require(value >= least && value <= most, path, name, $"must lie between {least} and {most}");
        }

        PairWeights w = plan.Weights;
        Require(w.Space + w.Needs + w.Access + w.Together + w.Permanence > 0, path, "weights", "must have one above 0");
    }

    private static void CheckTables(PlanConfig plan, string path)
    {
        CheckKeys(plan.BedsByRooms, path, "bedsByRooms", "rooms");
        CheckKeys(plan.RentMax, path, "rentMax", "persons");
        Require(plan.Norm != Norm.Table || plan.BedsByRooms.Count > 0, path, "bedsByRooms", "is empty, and the norm 'table' reads it");
        foreach ((string name, IEnumerable<int> values) in (ReadOnlySpan<(string, IEnumerable<int>)>)[
            ("bedsByRooms", plan.BedsByRooms.Values), ("rentMax", plan.RentMax.Values), ("caps", plan.Caps.Values.OfType<int>()),
            ("checkPersons", plan.CheckPersons.Values), ("checkPupils", plan.CheckPupils.Values)])
        {
            Require(values.All(static v => v >= 0), path, name, "must not be negative");
        }

        Require(plan.Support.Steps.Count > 0 && plan.Support.Steps.All(static s => Code().IsMatch(s.Step)), path, "support.steps",
            "must be \"standard\" or a list of steps with a code of lower-case letters, digits and _");
    }

    private static void CheckNeed(NeedConfig need, string path)
    {
        CheckKeys(need.Sizes, path, "need.sizes", "persons");
        Require(need.Sizes.Values.All(static s => s >= 0) && (need.Sizes.Count == 0 || need.Sizes.Values.Sum() > 0), path, "need.sizes",
            "must hold shares with a sum above 0");
        Require(need.Profile.All(static p => Month().IsMatch(p.Key) && p.Value >= 0), path, "need.profile", "must hold shares by month, \"yyyy-MM\"");
        Require(need.Years.All(static y => y is { Year: > 2000 and < 2200, Persons: >= 0 } && y.DecidedOn != default), path, "need.years",
            "must hold { \"year\", \"persons\", \"decidedOn\" }");
    }

    private static void CheckYield(YieldConfig config, string path)
    {
        Require(config.LeadMonths.Count > 0 && config.LeadMonths.All(static m => m >= 0) && config.LeadMonths.Sum() > 0, path, "yield.leadMonths",
            "must hold shares by month with a sum above 0");
        foreach ((string state, IReadOnlyList<double> prior) in config.Priors)
        {
            Require(state is "contacted" or "interested" or "seen", path, "yield.priors." + state, "is not known; it has contacted, interested and seen");
            Require(prior.Count == 2 && prior.All(static p => p > 0), path, "yield.priors." + state, "must be two numbers above 0");
        }
    }

    private static void CheckAgreements(IReadOnlyList<AgreementConfig> agreements, string path)
    {
        for (int i = 0; i < agreements.Count; i++)
        {
            AgreementConfig agreement = agreements[i];
            string at = string.Create(CultureInfo.InvariantCulture, $"agreements[{i}]");
            Require(agreement.Id.Length > 0, path, at + ".id", "is missing");
            Require(agreements.Take(i).All(a => a.Id != agreement.Id), path, at + ".id",
                $"is '{agreement.Id}' a second time; one that follows on another has an id of its own and names that one as carryFrom of its opening");
            Require(agreement.Landlord.Length > 0, path, at + ".landlord", "is missing");
            Require(agreement.Share is { Numerator: > 0 } share && share.Numerator <= share.Denominator, path, at + ".share",
                "must be between 0 and 1: nine in a hundred is 0.09");
            Require(agreement.From != default, path, at + ".from", "is missing");
            Require(!(agreement.Until < agreement.From), path, at + ".until", "lies before \"from\"");
            Require(agreement is { WindowMonths: > 0, DueAfterDays: >= 0, GraceDays: >= 0, Opening.Homes: >= 0 }, path, at, "has a number below 0");
            Require(
                agreement.Opening.CarryFrom is not { } from || agreements.Take(i).Any(a => a.Id == from), path, at + ".opening.carryFrom",
                $"is '{agreement.Opening.CarryFrom}', which is no agreement before it");
        }
    }

    private static void CheckKeys<T>(IReadOnlyDictionary<string, T> table, string path, string name, string what) =>
        Require(table.Keys.All(static k => int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and < 1000), path,
            name, $"must have whole numbers of {what} as names");

    private static void Require(bool holds, string path, string at, Sentence sentence)
    {
        if (!holds)
        {
            throw new InputException($"{path}: plan.{at} {sentence}.");
        }
    }

    [GeneratedRegex("^[0-9]{4}-(0[1-9]|1[0-2])$", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
