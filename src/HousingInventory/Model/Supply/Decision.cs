namespace HousingInventory.Model.Supply;

/// <summary>What staff have decided about a household, a home or a village. It overrules the plan.</summary>
public sealed record Decision
{
    public required DecisionKind Kind { get; init; }

    public string? Case { get; init; }

    public string? Home { get; init; }

    public string? Village { get; init; }

    /// <summary>Last day on which it holds; null for no end.</summary>
    public DateOnly? Until { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DecisionReason? Reason { get; init; }

    public string Source { get; init; } = "";

    public long Row { get; init; }
}

/// <summary>Why, from a closed list.</summary>
public enum DecisionReason
{
    SchoolFull,
    LandlordNo,
    HouseholdNo,
    NotSuitable,
    Other,
}

/// <summary>What a decision does.</summary>
public enum DecisionKind
{
    Lock,
    Forbid,
    Hold,
    Offered,
}

/// <summary>A step of the support of a household that has moved in.</summary>
public sealed record SupportEntry
{
    public required string Case { get; init; }

    public required string Step { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? DoneOn { get; init; }

    public SupportOutcome? Outcome { get; init; }

    /// <summary>Codes of the checklist that are done.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    public string Source { get; init; } = "";

    public long Row { get; init; }
}

/// <summary>How a step went. There is no text: notes belong in the social-services record.</summary>
public enum SupportOutcome
{
    Ok,
    Problem,
    NotHome,
    NotNeeded,
}
