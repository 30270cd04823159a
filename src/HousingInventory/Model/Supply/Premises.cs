namespace HousingInventory.Model.Supply;

/// <summary>Premises that may become homes for single households.</summary>
public sealed record Premises
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public HomePlace Place { get; init; } = new();

    public string? Owner { get; init; }

    public string? FormerUse { get; init; }

    /// <summary>The whole area.</summary>
    public required double AreaM2 { get; init; }

    /// <summary>The area that homes can have.</summary>
    public double? NetM2 { get; init; }

    public int? Storeys { get; init; }

    public DateOnly? VacantFrom { get; init; }

    public DateOnly? VacantUntil { get; init; }

    /// <summary>The day on which it became known that they fall vacant.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Months that the works take.</summary>
    public int? Months { get; init; }

    public int? CostSek { get; init; }

    public int? MaxUnits { get; init; }

    /// <summary>What is known of each test, by its code; a test that is missing is unknown.</summary>
    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public string? Note { get; init; }

    public string Source { get; init; } = "";

    public long Row { get; init; }
}
