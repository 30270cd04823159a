namespace HousingInventory.Model.Supply;

/// <summary>A place that the municipality may let: flat, house or room. A row of <c>homes</c>, or a house of the follow-up whose owner has said yes.</summary>
public sealed record PlanHome
{
    public required string Id { get; init; }

    public Channel Channel { get; init; } = Channel.Other;

    /// <summary>Code of the landlord.</summary>
    public string? Landlord { get; init; }

    /// <summary>Where it is, as written.</summary>
    public HomePlace Place { get; init; } = new();

    public string? DwellingNumber { get; init; }

    public string? Floor { get; init; }

    /// <summary>Rooms, kitchen not counted, living room counted; half rooms are rounded down.</summary>
    public int? Rooms { get; init; }

    public double? AreaM2 { get; init; }

    /// <summary>People it takes, as written; wins over every norm.</summary>
    public int? Beds { get; init; }

    public bool? Lift { get; init; }

    public bool? StepFree { get; init; }

    /// <summary>SEK a month.</summary>
    public int? Rent { get; init; }

    /// <summary>First day; null only for a home that is not to be let (occupied, ended, lost).</summary>
    public DateOnly? FreeFrom { get; init; }

    public DateOnly? FreeUntil { get; init; }

    public HomeContract? Contract { get; init; }

    /// <summary>As written; null when the row does not say, and the first day decides.</summary>
    public HomeStatus? Status { get; init; }

    public bool? Furnished { get; init; }

    /// <summary>Id of the agreement it was delivered under.</summary>
    public string? Agreement { get; init; }

    public string? Note { get; init; }

    public string Source { get; init; } = "";

    public long Row { get; init; }
}

/// <summary>A place as a row may give it: a ref or building id of the registers, an address, or coordinates in the working CRS.</summary>
public sealed record HomePlace(string? Ref = null, string? BuildingId = null, string? Address = null, string? PostTown = null, double? X = null, double? Y = null)
{
    /// <summary>Whether the row gives none.</summary>
    public bool IsEmpty => Ref is null && BuildingId is null && Address is null && (X is null || Y is null);
}

/// <summary>Where a home comes from.</summary>
public enum Channel
{
    [Term("company", "bostadsföretag", "housing company")]
    Company,

    [Term("private", "privat hyresvärd", "private landlord")]
    Private,

    [Term("house", "privat hus", "private house")]
    House,

    [Term("premises", "lokal", "premises")]
    Premises,

    [Term("purchase", "köp", "purchase")]
    Purchase,

    [Term("other", "övrigt", "other")]
    Other,
}

/// <summary>How a home is let.</summary>
public enum HomeContract
{
    FirstHand,
    Sublease,
    Block,
    OwnHome,
    Own,
    Temporary,
}

/// <summary>How far a home has come.</summary>
public enum HomeStatus
{
    [Term("ready", "klar", "ready")]
    Ready,

    [Term("preparing", "iordningställs", "in preparation")]
    Preparing,

    [Term("offered", "erbjuden", "offered")]
    Offered,

    [Term("occupied", "upplåten", "occupied")]
    Occupied,

    [Term("ended", "avslutad", "ended")]
    Ended,

    [Term("lost", "bortfallen", "lost")]
    Lost,
}
