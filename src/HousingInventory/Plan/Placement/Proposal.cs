using HousingInventory.Model;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Placement;

/// <summary>What the plan says of a household.</summary>
public enum ProposalState
{
    [Term("proposed", "föreslås", "proposed")]
    Proposed,

    [Term("locked", "låst", "locked")]
    Locked,

    [Term("keeps", "behåller sin bostad", "keeps")]
    Keeps,

    [Term("not-housed", "utan bostad", "not-housed")]
    NotHoused,
}

/// <summary>Another home that a household could have, and what it costs the whole plan.</summary>
public sealed record Alternative(Site Site, ChangePrice Price);

/// <summary>What staff should look at before they decide.</summary>
public enum Check
{
    [Term("rent-unknown", "hyran är okänd", "rent unknown")]
    RentUnknown,

    [Term("beds-estimated", "bäddplatser uppskattade ur ytan", "beds estimated from the area")]
    BedsEstimated,

    [Term("measure-missing", "saknar mått", "measure missing")]
    MeasureMissing,

    [Term("breaks-rule", "låset går emot regeln", "the lock breaks the rule")]
    BreaksRule,

    [Term("village-over-pupils", "fler skolbarn än väntat i orten", "more pupils in the village than checked")]
    VillageOverPupils,

    [Term("village-over-persons", "fler personer än väntat i orten", "more persons in the village than checked")]
    VillageOverPersons,

    [Term("village-over-cap", "orten är över sitt tak", "the village is over its cap")]
    VillageOverCap,

    [Term("access-unknown", "läget är inte mätt", "access not measured")]
    AccessUnknown,
}

/// <summary>A check, with the rule or criterion it is about.</summary>
public sealed record CheckMark(Check Check, string? About = null);

/// <summary>What the plan says of a household; staff decide.</summary>
public sealed record Proposal
{
    public required Household Household { get; init; }

    public required ProposalState State { get; init; }

    /// <summary>Whether its latest day is near or has passed.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Null when it is not housed.</summary>
    public Site? Site { get; init; }

    public DateOnly? MoveIn { get; init; }

    public PairPoints? Points { get; init; }

    /// <summary>The three best other homes; only of proposals of the coming weeks.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>What a lock costs the whole plan; null without a lock.</summary>
    public ChangePrice? LockPrice { get; init; }

    public IReadOnlyList<CheckMark> Checks { get; init; } = [];

    /// <summary>For a household that is not housed: how many homes fail by which rule first, in the order of the rules.</summary>
    public IReadOnlyList<(Rule Rule, int Homes)> Fails { get; init; } = [];

    /// <summary>For a household that is not housed: how many homes pass every rule.</summary>
    public int Passing { get; init; }

    /// <summary>For a household that is not housed: the home that comes furthest through the rules.</summary>
    public (Site Site, Rule Rule)? Nearest { get; init; }

    /// <summary>For a household that is not housed though homes pass every rule: who has these.</summary>
    public IReadOnlyList<Household> Instead { get; init; } = [];
}

/// <summary>What a plan achieves.</summary>
public sealed record Achievement(int Households, int DueHouseholds, int Persons, long Points)
{
    /// <summary>Sums a list of pairs.</summary>
    internal static Achievement Of(IEnumerable<(Household Household, bool IsDue, int Points)> housed)
    {
        (int households, int due, int persons, long points) = (0, 0, 0, 0);
        foreach ((Household household, bool isDue, int pair) in housed)
        {
            households++;
            due += isDue ? 1 : 0;
            persons += household.Size;
            points += pair;
        }

        return new Achievement(households, due, persons, points);
    }

    /// <summary>Whether this is at least as good, level by level.</summary>
    public bool IsAtLeast(Achievement other) => (DueHouseholds, Persons, Points).CompareTo((other.DueHouseholds, other.Persons, other.Points)) >= 0;
}
