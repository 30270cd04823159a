namespace HousingInventory.Model.Supply;

/// <summary>A flat that became free for letting: one event of a landlord's list.</summary>
public sealed record Vacancy
{
    public required string Home { get; init; }

    public string? Landlord { get; init; }

    public string? Address { get; init; }

    public int? Rooms { get; init; }

    public double? AreaM2 { get; init; }

    public int? Rent { get; init; }

    public DateOnly? NoticeOn { get; init; }

    /// <summary>As written, else the day after the last day of rent.</summary>
    public DateOnly? FreeFrom { get; init; }

    public DateOnly? LetOn { get; init; }

    /// <summary>Why it became free; null for a word that is not known, which counts for no agreement.</summary>
    public VacancyKind? Kind { get; init; } = VacancyKind.Ordinary;

    /// <summary>Id of the agreement it was delivered under.</summary>
    public string? UsedFor { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    /// <summary>The day on which the municipality said no to it.</summary>
    public DateOnly? RefusedOn { get; init; }

    public string Source { get; init; } = "";

    public long Row { get; init; }
}

/// <summary>Why a home became free, or is not.</summary>
public enum VacancyKind
{
    Ordinary,
    Exchange,
    New,
    Student,
    Senior,
    Evacuation,
    Repair,
    Demolition,
    Blocked,
}
