using System.Globalization;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Balance;

namespace HousingInventory.Plan.Placement;

/// <summary>Why a household cannot have a home, in the order in which it is asked: the first that fails is the reason.</summary>
public enum Rule
{
    Forbidden,
    Held,
    TooSmall,
    TooLarge,
    TooLate,
    TooShort,
    NotStepFree,
    StepFreeUnknown,
    RentOver,
    MustNotMet,
}

/// <summary>The rules that a proposal keeps. Limits are inclusive.</summary>
internal sealed class HardRules(PlanConfig config, Beds beds, DecisionBook decisions, DateOnly asOf)
{
    public const string StepFree = "step-free";

    private readonly SortedList<int, int> _rentMax = new(config.RentMax.ToDictionary(r => int.Parse(r.Key, CultureInfo.InvariantCulture), r => r.Value));

    /// <summary>
    /// The last day on which a household's home may become free. A household that is past its day is housed as soon as there is something: then it is the day of the plan.
    /// </summary>
    public DateOnly Limit(Household household) => household.LatestOn > asOf ? household.LatestOn : asOf;

    /// <summary>The day on which a household would move in.</summary>
    public DateOnly MoveIn(Household household, Site site) => ((DateOnly?[])[asOf, household.EarliestOn, site.Home.FreeFrom]).Max()!.Value;

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

        DateOnly moveIn = MoveIn(household, site);
        return !beds.Fits(household, site.Home) ? Rule.TooSmall
            : site.Beds - household.Size > config.MaxSpareBeds && !IsDue(household) ? Rule.TooLarge
            : site.Home.FreeFrom > Limit(household) ? Rule.TooLate
            : site.Home.FreeUntil < moveIn.AddMonths(config.MinStayMonths) ? Rule.TooShort
            : WithoutSteps(household, site) ?? (IsRentOver(household, site) ? Rule.RentOver : MissesMust(household, site) ? Rule.MustNotMet : null);
    }

    /// <summary>Whether a home can house a household in time as the balance counts: size, day, steps and rent.</summary>
    public bool Houses(Household household, Site site) =>
        beds.Fits(household, site.Home) && site.Home.FreeFrom <= Limit(household) && WithoutSteps(household, site) is null && !IsRentOver(household, site);

    private static Rule? WithoutSteps(Household household, Site site) => !household.Needs.Contains(StepFree) || site.Home.StepFree == true ? null
        : site.Home.StepFree == false ? Rule.NotStepFree : Rule.StepFreeUnknown;

    private bool IsRentOver(Household household, Site site) => site.Home.Rent > (household.MaxRent ?? RentMaxOf(household.Size));

    private int? RentMaxOf(int size)
    {
        int? most = null;
        foreach ((int upTo, int rent) in _rentMax)
        {
            most = upTo <= size || most is null ? rent : most;
        }

        return most;
    }

    private bool MissesMust(Household household, Site site)
    {
        foreach (string need in household.Needs)
        {
            if (config.Needs.TryGetValue(need, out NeedRule? rule) && (rule.AtMost is not null || rule.AtLeast is not null))
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
