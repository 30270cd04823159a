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
    /// The last day on which a household's home may become free. A household that is past its day is housed as soon as there is something: then it is the day of the plan.
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
    public Rule? FirstFailure(Household household, Site site)
    {
        if (decisions.IsForbidden(household, site))
        {
            return Rule.Forbidden;
        }

        if (decisions.IsHeld(household, site))
        {
            return Rule.Held;
        }

        return !beds.Fits(household, site.Home) ? Rule.TooSmall
            : site.Beds - household.Size > config.MaxSpareBeds && !IsDue(household) ? Rule.TooLarge
            : site.Home.FreeFrom > Limit(household) ? Rule.TooLate
            : site.Home.FreeUntil is { } until && until < MoveIn(household, site).AddMonths(config.MinStayMonths) ? Rule.TooShort
            : WithoutSteps(household, site) ?? (IsRentOver(household, site) ? Rule.RentOver : MissesMust(household, site) ? Rule.MustNotMet : null);
    }

    /// <summary>Whether a home can house a household in time as the balance counts: size, day, steps and rent.</summary>
    public bool Houses(Household household, Site site) =>
        beds.Fits(household, site.Home) && site.Home.FreeFrom <= Limit(household) && WithoutSteps(household, site) is null && !IsRentOver(household, site);

    private static Rule? WithoutSteps(Household household, Site site) => household.Needs.Count == 0 || !household.Needs.Contains(StepFree) || site.Home.StepFree == true ? null
        : site.Home.StepFree == false ? Rule.NotStepFree : Rule.StepFreeUnknown;

    private bool IsRentOver(Household household, Site site) => site.Home.Rent > (household.MaxRent ?? RentMaxOf(household.Size));

    private int? RentMaxOf(int size)
    {
        int? most = null;
        foreach ((int upTo, int rent) in _rentMax.AsSpan())
        {
            most = upTo <= size || most is null ? rent : most;
        }

        return most;
    }

    private bool MissesMust(Household household, Site site)
    {
        for (int i = 0; i < household.Needs.Count; i++)
        {
            if (config.Needs.TryGetValue(household.Needs[i], out NeedRule? rule) && (rule.AtMost is not null || rule.AtLeast is not null))
            {
                double? value = site.Measures.TryGetValue(rule.Criterion, out SiteMeasure measure) ? measure.Value : null;
                if (value is null || value > rule.AtMost || value < rule.AtLeast)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
