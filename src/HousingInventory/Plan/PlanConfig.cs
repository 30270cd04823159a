using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Follow;

namespace HousingInventory.Plan;

/// <summary>The member <c>plan</c>: homes for households that are assigned to the municipality. Every member has a default.</summary>
public sealed record PlanConfig
{
    [Description("How many months the balance looks ahead, the month of asOf included.")]
    public int HorizonMonths { get; init; } = 12;

    [Description("How many weeks the weekly plan looks ahead.")]
    public int Weeks { get; init; } = 4;

    [Description("A household whose latest day is at most this many days away is due: it is housed before others.")]
    public int DueWithinDays { get; init; } = 60;

    [Description("The folder of the plan before this one, to tell what has changed. Default: the plan that this one replaces is not looked at.")]
    public string? Previous { get; init; }

    [Description("How many people a home takes: norm1, norm2, norm3, reasonable or table (bedsByRooms).")]
    public Norm Norm { get; init; } = Norm.Norm2;

    [Description("For norm table: people by rooms, living room counted; above the last key the last value.")]
    public IReadOnlyDictionary<string, int> BedsByRooms { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    [Description("A home with more beds to spare than this is not proposed, unless the household is due.")]
    public int MaxSpareBeds { get; init; } = 3;

    [Description("A home that must be left earlier than this many months after moving in is not proposed.")]
    public int MinStayMonths { get; init; } = 12;

    [Description("How many months after reception a household has a right to its home; null where there is no such rule.")]
    public int? RightMonths { get; init; }

    [Description("Highest rent a month by household size; above the last key the last value. Empty: no ceiling.")]
    public IReadOnlyDictionary<string, int> RentMax { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    [Description("Needs that a household may have, by code: the criterion that measures it and, where it is a must, its limit.")]
    public IReadOnlyDictionary<string, NeedRule> Needs { get; init; } = new Dictionary<string, NeedRule>(StringComparer.Ordinal);

    [Description("Most households of the plan in a village at one time, those who live there counted; default for the villages that are not named. null: "
        + "no cap.")]
    public IReadOnlyDictionary<string, int?> Caps { get; init; } = new Dictionary<string, int?>(StringComparer.Ordinal);

    [Description("Persons of the plan in a village above which each proposal there gets a check. Not in the optimum.")]
    public IReadOnlyDictionary<string, int> CheckPersons { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    [Description("Children of 6 to 17 years of the plan in a village above which each proposal there gets a check. Not in the optimum.")]
    public IReadOnlyDictionary<string, int> CheckPupils { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    [Description("What weighs how much in the points of a pair.")]
    public PairWeights Weights { get; init; } = new();

    [Description("How many people the municipality is to receive, and in what households.")]
    public NeedConfig Need { get; init; } = new();

    [Description("Promises of landlords to deliver a share of their vacancies.")]
    public IReadOnlyList<AgreementConfig> Agreements { get; init; } = [];

    [Description("How many homes contacts with owners give.")]
    public YieldConfig Yield { get; init; } = new();

    [Description("When premises can become homes for single households.")]
    public PremisesConfig Premises { get; init; } = new();

    [Description("Support after moving in, and deletion.")]
    public SupportConfig Support { get; init; } = new();

    [Description("Of the homes that come back within the horizon, the share that is counted as supply.")]
    public double ReturnShare { get; init; }
}

/// <summary>What a need code asks of a home.</summary>
public sealed record NeedRule
{
    [Description("The name of a criterion of this configuration.")]
    public required string Criterion { get; init; }

    [Description("The measure must be at most this; absent: the criterion gives points only.")]
    public double? AtMost { get; init; }

    [Description("The measure must be at least this; absent: the criterion gives points only.")]
    public double? AtLeast { get; init; }
}

/// <summary>Weights of the parts of a pair's points.</summary>
public sealed record PairWeights
{
    [Description("No more beds than people.")]
    public int Space { get; init; } = 3;

    [Description("What the household needs, by the criteria of its needs and its children's ages.")]
    public int Needs { get; init; } = 3;

    [Description("The home's access score.")]
    public int Access { get; init; } = 2;

    [Description("Others of the plan in the same village, or on the same line.")]
    public int Together { get; init; } = 1;

    [Description("How long the home can be kept.")]
    public int Permanence { get; init; } = 1;
}

/// <summary>How many people the municipality is to receive.</summary>
public sealed record NeedConfig
{
    [Description("The municipality's numbers by year; of one year the newest decision on or before asOf counts.")]
    public IReadOnlyList<YearNumber> Years { get; init; } = [];

    [Description("Share of a year's number by month, \"yyyy-MM\". Default: equal from March to the February after.")]
    public IReadOnlyDictionary<string, double> Profile { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    [Description("Share of households by size. Default: an assumption that page one shows.")]
    public IReadOnlyDictionary<string, double> Sizes { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}

/// <summary>The municipality's number of a year, as decided on a day.</summary>
public sealed record YearNumber
{
    [Description("The year whose number it is.")]
    public int Year { get; init; }

    [Description("Persons.")]
    public int Persons { get; init; }

    [Description("The day of the decision, yyyy-MM-dd.")]
    public DateOnly DecidedOn { get; init; }
}

/// <summary>How many homes contacts give.</summary>
public sealed record YieldConfig
{
    [Description("Days after which a contact without a change counts as no.")]
    public int SilentAfterDays { get; init; } = 180;

    [Description("What is believed before there is experience: Beta(a, b) by state contacted, interested, seen.")]
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Priors { get; init; } = new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal);

    [Description("Share of the future homes that come in the first month, the second ...")]
    public IReadOnlyList<double> LeadMonths { get; init; } = [0.1, 0.2, 0.3, 0.2, 0.1, 0.1];

    [Description("How much of the probability the intervals hold.")]
    public double Interval { get; init; } = 0.8;
}

/// <summary>When premises can become homes.</summary>
public sealed record PremisesConfig
{
    [Description("Net square metres that a home for one household takes.")]
    public double UnitM2 { get; init; } = 25;

    [Description("Net area as a share of the whole where net_m2 is missing.")]
    public double NetShare { get; init; } = 0.75;

    [Description("Of the beds in premises that are possible and not suitable at once, the share that is counted.")]
    public double Share { get; init; } = 0.5;

    [Description("Access score below which the premises get a note; null for none.")]
    public double? Access { get; init; }
}

/// <summary>Support after moving in.</summary>
public sealed record SupportConfig
{
    [JsonConverter(typeof(SupportStepsConverter))]
    [Description("\"standard\", or a list of steps: { \"step\", \"days\" } after moving in.")]
    public IReadOnlyList<SupportStep> Steps { get; init; } = SupportStep.Standard;

    [Description("A household without delete_on is deleted this many days after it is closed.")]
    public int DeleteAfterDays { get; init; } = 90;
}
