using System.Globalization;
using HousingInventory.Model;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Balance;

namespace HousingInventory.Plan.Placement;

/// <summary>Why a household cannot have a home, in the order in which it is asked: the first that fails is the reason.</summary>
public enum Rule
{
    [Term("forbidden", "uteslutet", "forbidden")]
    Forbidden,

    [Term("held", "hålls för annat", "held")]
    Held,

    [Term("too-small", "för liten", "too small")]
    TooSmall,

    [Term("too-large", "för stor", "too large")]
    TooLarge,

    [Term("too-late", "ledig för sent", "free too late")]
    TooLate,

    [Term("too-short", "för kort tid", "for too short a time")]
    TooShort,

    [Term("not-step-free", "inte stegfri", "not step-free")]
    NotStepFree,

    [Term("step-free-unknown", "okänt om stegfri", "not known to be step-free")]
    StepFreeUnknown,

    [Term("rent-over", "för hög hyra", "rent too high")]
    RentOver,

    [Term("must-not-met", "ett krav uppfylls inte", "a need is not met")]
    MustNotMet,
}

/// <summary>The rules that a proposal keeps. Limits are inclusive.</summary>
internal sealed class HardRules(PlanConfig config, Beds beds, DecisionBook decisions, DateOnly asOf)
{
    public const string StepFree = "step-free";

    private readonly (int UpTo, int Rent)[] _rentMax = [.. config.RentMax.Select(r => (int.Parse(r.Key, CultureInfo.InvariantCulture), r.Value)).Order()];

    /// <summary>
    /// The last day on which a household's home may become free. A household that is past its day is housed as soon as there is something: then it is the day
    /// of the plan.
    /// </summary>
    public DateOnly Limit(Household household) => household.LatestOn > asOf ? household.LatestOn : asOf;

    /// <summary>The day on which a household would move in.</summary>
    public DateOnly MoveIn(Household household, Site site)
    {
        DateOnly day = household.EarliestOn > asOf ? household.EarliestOn.Value : asOf;
        return site.Home.FreeFrom > day ? site.Home.FreeFrom.Value : day;
    }

    /// <summary>Whether the latest day is near, or has passed.</summary>
    public bool IsDue(Household household) => household.LatestOn <= asOf.AddDays(config.DueWithinDays);

    /// <summary>The first rule that fails; null when the household can have the home.</summary>
    public Rule? FirstFailure(Household household, Site site) => For(household).FirstFailure(site);

    /// <summary>The rules as they are for one household, for many homes: what does not depend on the home is looked up once.</summary>
    public HouseholdRules For(Household household) => new(this, config, beds, decisions, household)
    {
        Limit = Limit(household),
        IsDue = IsDue(household),
        MostRent = household.MaxRent ?? RentMaxOf(household.Size),
        NeedsStepFree = household.Needs.Contains(StepFree),
        Musts =
        [
            .. household.Needs.Select(n => config.Needs.GetValueOrDefault(n)).OfType<NeedRule>()
                .Where(static n => n.AtMost is not null || n.AtLeast is not null),
        ],
    };

    private int? RentMaxOf(int size)
    {
        int? most = null;
        foreach ((int upTo, int rent) in _rentMax.AsSpan())
        {
            most = upTo <= size || most is null ? rent : most;
        }

        return most;
    }

}

/// <summary>The rules for one household.</summary>
internal sealed class HouseholdRules(HardRules rules, PlanConfig config, Beds beds, DecisionBook decisions, Household household)
{
    public required DateOnly Limit { private get; init; }

    public required bool IsDue { private get; init; }

    public required int? MostRent { private get; init; }

    public required bool NeedsStepFree { private get; init; }

    /// <summary>Needs with a limit.</summary>
    public required NeedRule[] Musts { private get; init; }

    /// <summary>The first rule that fails; null when the household can have the home.</summary>
    public Rule? FirstFailure(Site site)
    {
        PlanHome home = site.Home;
        return decisions.IsForbidden(household, site) ? Rule.Forbidden
            : decisions.IsHeld(household, site) ? Rule.Held
            : !beds.Fits(household, home) ? Rule.TooSmall
            : site.Beds - household.Size > config.MaxSpareBeds && !IsDue ? Rule.TooLarge
            : home.FreeFrom > Limit ? Rule.TooLate
            : home.FreeUntil is { } until && until < rules.MoveIn(household, site).AddMonths(config.MinStayMonths) ? Rule.TooShort
            : WithoutSteps(home) ?? (home.Rent > MostRent ? Rule.RentOver : MissesMust(site) ? Rule.MustNotMet : null);
    }

    /// <summary>Whether a home can house the household in time as the balance counts: size, day, steps and rent.</summary>
    public bool Houses(Site site) =>
        beds.Fits(household, site.Home) && site.Home.FreeFrom <= Limit && WithoutSteps(site.Home) is null && !(site.Home.Rent > MostRent);

    private Rule? WithoutSteps(PlanHome home) =>
        !NeedsStepFree || home.StepFree == true ? null : home.StepFree == false ? Rule.NotStepFree : Rule.StepFreeUnknown;

    private bool MissesMust(Site site)
    {
        foreach (NeedRule must in Musts)
        {
            double? value = site.Measures.TryGetValue(must.Criterion, out SiteMeasure measure) ? measure.Value : null;
            if (value is null || value > must.AtMost || value < must.AtLeast)
            {
                return true;
            }
        }

        return false;
    }
}
