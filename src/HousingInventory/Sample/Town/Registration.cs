namespace HousingInventory.Sample;

/// <summary>Why a post of the population register counts or does not; the contract's reasons for leaving a row out, tried in the order of reading.</summary>
internal enum RegistrationKind
{
    Current,
    Deregistered,
    OtherMunicipality,
    Duplicate,

    /// <summary>On the municipality, or on a fictitious property: nowhere to place.</summary>
    Unplaced,

    /// <summary>Protected identity; the post stands in the file without a place, or with one that must not be used.</summary>
    Protected,
}

/// <summary>How a hand-typed address differs from the register's.</summary>
internal enum TypingFault
{
    None,

    /// <summary>"EXEMPELBJÖRKG 12" for gatan, V, ST, GR.</summary>
    AbbreviatedEnding,

    /// <summary>"EXEMPELBJÖRKGATAN12".</summary>
    MissingSpace,

    /// <summary>"EXEMPELBJÖRKGATAN 12 A".</summary>
    LetterSpace,

    /// <summary>One letter of the name is missing, doubled, swapped or another.</summary>
    Misspelt,

    /// <summary>"… LGH 1102", "… NB", "… 1 TR".</summary>
    DwellingSuffix,

    /// <summary>The farm without its village.</summary>
    FarmNameOnly,

    /// <summary>The post town where the village should stand.</summary>
    TownInsteadOfVillage,
}

/// <summary>An earlier registration in a post's Historik.</summary>
internal sealed record PastRegistration(DateOnly Date, string Designation, string StreetLine, string PostalCode, string PostTown);

/// <summary>A post of the population register: what the file says, and what is true. The person never lived.</summary>
internal sealed record Registration
{
    public required RegistrationKind Kind { get; init; }

    /// <summary>Where the person is registered in truth; null when nowhere in the municipality.</summary>
    public required SampleBuilding? Home { get; init; }

    public required SampleDwelling? Dwelling { get; init; }

    /// <summary>Twelve digits. All are of persons born in the years 1800 to 1839: the numbers began in 1947, so nobody ever held one.</summary>
    public required string PersonNumber { get; init; }

    public required string FirstName { get; init; }

    public required string Surname { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public required string CountyCode { get; init; }

    /// <summary>Two digits.</summary>
    public required string MunicipalityCode { get; init; }

    public string Designation { get; init; } = "";

    public int FictitiousNumber { get; init; }

    public string DwellingNumber { get; init; } = "";

    /// <summary>Utdelningsadress2, in capitals.</summary>
    public string StreetLine { get; init; } = "";

    public string PostalCode { get; init; } = "";

    public string PostTown { get; init; } = "";

    public string PropertyKey { get; init; } = "";

    public string AddressKey { get; init; } = "";

    public string DwellingKey { get; init; } = "";

    public string PropertyId { get; init; } = "";

    public string AddressId { get; init; } = "";

    public string DwellingId { get; init; } = "";

    /// <summary>Whether the post writes UUIDs in capitals, as database GUIDs often are.</summary>
    public bool CapitalIds { get; init; }

    public bool ProtectionMark { get; init; }

    public bool ProtectedRegistration { get; init; }

    /// <summary>AV, UV, OB ...; empty for somebody registered.</summary>
    public string DeregistrationCode { get; init; } = "";

    public DateOnly? DeregistrationDate { get; init; }

    public IReadOnlyList<PastRegistration> History { get; init; } = [];

    public TypingFault Fault { get; init; }
}
