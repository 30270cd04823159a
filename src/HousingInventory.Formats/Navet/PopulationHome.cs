namespace HousingInventory.Formats;

/// <summary>A registration with its address, for the writers of synthetic extracts. Null means that the element is empty or left out.</summary>
public sealed record PopulationHome
{
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>The day the registration ended, for former homes.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Four digits.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>Designation without the municipality's name.</summary>
    public string? Property { get; init; }

    /// <summary>Four digits.</summary>
    public string? DwellingNumber { get; init; }

    /// <summary>0 for a real property; another number for a fictitious one.</summary>
    public int FictitiousNumber { get; init; }

    /// <summary>FB, UV or OB.</summary>
    public string? RegistrationType { get; init; }

    /// <summary>SPAR's Hemvist, for example "På kommunen skriven"; null for "Skriven på adressen".</summary>
    public string? Domicile { get; init; }

    public string? CareOf { get; init; }

    public string? AddressLine1 { get; init; }

    /// <summary>Where a short address normally stands, in capitals.</summary>
    public string? AddressLine2 { get; init; }

    /// <summary>Five digits.</summary>
    public string? PostalCode { get; init; }

    public string? PostTown { get; init; }

    public string? PropertyUuid { get; init; }

    public string? AddressUuid { get; init; }

    public string? DwellingUuid { get; init; }

    public string? PropertyNationalKey { get; init; }

    public string? AddressNationalKey { get; init; }

    public string? DwellingNationalKey { get; init; }
}
