namespace HousingInventory.Model.Supply;

/// <summary>People who are housed together and never split: a row of <c>households</c>, without anything that says who they are.</summary>
public sealed record Household
{
    /// <summary>The municipality's own running number; means nothing elsewhere. It reaches only the files that staff work with.</summary>
    public required string Case { get; init; }

    /// <summary>Persons, 1 to 20.</summary>
    public required int Size { get; init; }

    /// <summary>Who they are by age and couple; null when the row does not say, or does not add up.</summary>
    public Composition? Composition { get; init; }

    public Basis Basis { get; init; } = Basis.Assigned;

    public DateOnly? DecidedOn { get; init; }

    /// <summary>The last day of reception: as decided, else two months after the decision.</summary>
    public required DateOnly LatestOn { get; init; }

    /// <summary>The year whose number the household counts against.</summary>
    public int? NumberYear { get; init; }

    /// <summary>The first day on which it can move in; null for any.</summary>
    public DateOnly? EarliestOn { get; init; }

    public HouseholdStatus Status { get; init; } = HouseholdStatus.Assigned;

    /// <summary>Codes of needs, ordered; <c>step-free</c> and those of the configuration.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Highest rent a month, SEK.</summary>
    public int? MaxRent { get; init; }

    /// <summary>Id of a home that it has already.</summary>
    public string? CurrentHome { get; init; }

    /// <summary>Whether it must leave that home.</summary>
    public bool MustMove { get; init; }

    /// <summary>Id of the home that it was given.</summary>
    public string? Home { get; init; }

    public DateOnly? MovedInOn { get; init; }

    public DateOnly? MovedOutOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The last day of its right to a home.</summary>
    public DateOnly? RightUntil { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public DateOnly? DeleteOn { get; init; }

    /// <summary>Id of the source and 1-based record.</summary>
    public string Source { get; init; } = "";

    public long Row { get; init; }

    /// <summary>Children of 6 to 17 years; 0 when nothing is known of ages.</summary>
    public int Pupils => Composition is { } known ? known.Children6To12 + known.Children13To17 : 0;

    /// <summary>The newest day that the row speaks of.</summary>
    public DateOnly LastChange => ((DateOnly?[])[DecidedOn, LatestOn, MovedInOn, MovedOutOn, ReceivedOn, ClosedOn]).Max()!.Value;
}

/// <summary>Who a household is, as far as rooms go. Adds up to its size.</summary>
/// <param name="Adults">Persons of 18 and more.</param>
/// <param name="Couples">Couples among the adults.</param>
/// <param name="Children0To5">Children of 0 to 5.</param>
/// <param name="Children6To12">Children of 6 to 12.</param>
/// <param name="Children13To17">Children of 13 to 17.</param>
public sealed record Composition(int Adults, int Couples, int Children0To5, int Children6To12, int Children13To17)
{
    public int Size => Adults + Children0To5 + Children6To12 + Children13To17;
}

/// <summary>On what ground a household is received.</summary>
public enum Basis
{
    [Term("assigned", "anvisad", "assigned")]
    Assigned,

    [Term("quota", "kvot", "quota")]
    Quota,

    [Term("temporary", "tillfälligt skydd", "temporary protection")]
    Temporary,

    [Term("self-settled", "egenbosatt", "self-settled")]
    SelfSettled,

    [Term("family", "anhörig", "family")]
    Family,

    [Term("other", "övrig", "other")]
    Other,
}

/// <summary>How far a household has come.</summary>
public enum HouseholdStatus
{
    Expected,
    Assigned,
    Offered,
    Placed,
    Withdrawn,
    Closed,
}
