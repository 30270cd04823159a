namespace HousingInventory.Formats;

/// <summary>
/// One made-up person for the writers of synthetic extracts (<see cref="NavetXmlWriter"/>, <see cref="NavetTermCodedWriter"/>, <see cref="SparWriter"/>).
/// It can say more than is ever read back, because real deliveries do: names, former homes, postal addresses. What a layout has no field for is left out.
/// </summary>
public sealed record PopulationEntry
{
    /// <summary>Twelve digits, of Skatteverket's test numbers or otherwise of nobody.</summary>
    public required string PersonNumber { get; init; }

    /// <summary>Sekretessmarkering.</summary>
    public bool HasSecrecyMark { get; init; }

    /// <summary>Skyddad folkbokföring.</summary>
    public bool HasProtectedRegistration { get; init; }

    /// <summary>Two letters, for example AV; null for a registered person.</summary>
    public string? DeregistrationReason { get; init; }

    /// <summary>The day of deregistration; null for a registered person.</summary>
    public DateOnly? DeregisteredOn { get; init; }

    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    /// <summary>The registration that is current.</summary>
    public PopulationHome Home { get; init; } = new();

    /// <summary>Former registrations, newest first; a reader must not take them for current.</summary>
    public IReadOnlyList<PopulationHome> FormerHomes { get; init; } = [];

    /// <summary>A separate postal address, which is no home.</summary>
    public PopulationHome? PostalAddress { get; init; }

    /// <summary>Designation of a property that the person owns and need not live on; SPAR only.</summary>
    public string? OwnedProperty { get; init; }
}
