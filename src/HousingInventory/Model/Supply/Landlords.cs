namespace HousingInventory.Model.Supply;

/// <summary>Which landlord owns a property.</summary>
/// <param name="Property">Designation as written.</param>
/// <param name="Landlord">Code.</param>
/// <param name="Kind">What the landlord is.</param>
public sealed record Ownership(string Property, string Landlord, LandlordKind Kind)
{
    public string Source { get; init; } = "";

    public long Row { get; init; }
}

/// <summary>What is agreed with a landlord so far.</summary>
public sealed record Landlord
{
    public required string Code { get; init; }

    public LandlordKind Kind { get; init; } = LandlordKind.Unknown;

    /// <summary>Null for a private person, of whom no name is kept.</summary>
    public string? Name { get; init; }

    /// <summary>A state of the follow-up, or <c>agreement</c>.</summary>
    public string State { get; init; } = Term.Of(FollowUpState.NotStarted).Key;

    public DateOnly? LastContactOn { get; init; }

    public NextStep? NextStep { get; init; }

    public DateOnly? NextOn { get; init; }

    public int? HomesOffered { get; init; }

    public string Source { get; init; } = "";

    public long Row { get; init; }
}

/// <summary>What a landlord is.</summary>
public enum LandlordKind
{
    [Term("private-person", "privatperson", "private person")]
    PrivatePerson,

    [Term("company", "företag", "company")]
    Company,

    [Term("municipal-company", "kommunalt bolag", "municipal company")]
    MunicipalCompany,

    [Term("municipality", "kommunen", "municipality")]
    Municipality,

    [Term("state", "staten", "state")]
    State,

    [Term("church", "kyrkan", "church")]
    Church,

    [Term("foundation", "stiftelse", "foundation")]
    Foundation,

    [Term("estate", "dödsbo", "estate")]
    Estate,

    [Term("unknown", "okänt", "unknown")]
    Unknown,
}

/// <summary>What is to be done next with a landlord.</summary>
public enum NextStep
{
    [Term("call", "ring", "call")]
    Call,

    [Term("letter", "brev", "letter")]
    Letter,

    [Term("visit", "besök", "visit")]
    Visit,

    [Term("offer", "erbjudande", "offer")]
    Offer,

    [Term("wait", "vänta", "wait")]
    Wait,
}

/// <summary>A candidate of the last finished run.</summary>
/// <param name="Ref">Its reference.</param>
/// <param name="Property">Designation, null when unknown.</param>
/// <param name="Locality">Village.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="UsefulDay">Whether a useful day is measured and gives points; null when it is not among the criteria.</param>
/// <param name="WeakestErrand">The errand that the useful day gains least by, null when unknown.</param>
public sealed record RunCandidate(string Ref, string? Property, string Locality, double Score, double? UsefulDay, string? WeakestErrand);
