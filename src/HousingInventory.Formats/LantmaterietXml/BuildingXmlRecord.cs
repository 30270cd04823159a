using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>Where an object of the building register stands in its life.</summary>
public enum RegisterStatus
{
    /// <summary>Nothing or something else is written.</summary>
    Unknown,

    /// <summary>Planerad: not built yet, so nobody can be missing from it.</summary>
    Planned,

    /// <summary>Gällande.</summary>
    InForce,

    /// <summary>Gällande under utredning.</summary>
    UnderInquiry,

    /// <summary>Avregistrerad.</summary>
    Deregistered,
}

/// <summary>What a building is for, in the register's words.</summary>
/// <param name="Type">The object type, for example "Bostad"; null when only the purpose is written.</param>
/// <param name="Purpose">For example "Småhus friliggande"; null for types without purposes.</param>
/// <param name="IsMain">Whether it is marked as the main purpose; null when not said.</param>
public sealed record BuildingPurpose(string? Type, string? Purpose, bool? IsMain);

/// <summary>The register unit (property) that a building refers to.</summary>
/// <param name="Key">objektidentitet, normalised by <see cref="RegisterKey"/>.</param>
/// <param name="NationalKey">fastighetsnyckel, normalised likewise.</param>
/// <param name="Designation">beteckning, as written.</param>
public sealed record RegisterUnitReference(string? Key, string? NationalKey, string? Designation);

/// <summary>A dwelling of the dwelling register.</summary>
/// <param name="Key">objektidentitet, normalised by <see cref="RegisterKey"/>.</param>
/// <param name="Number">Four digits; null where the address has only one dwelling.</param>
/// <param name="AreaM2">Dwelling area.</param>
/// <param name="Status">Its status.</param>
public sealed record BuildingDwelling(string? Key, string? Number, double? AreaM2, RegisterStatus Status);

/// <summary>An entrance of a building, which ties it to an address and to dwellings.</summary>
public sealed record BuildingEntrance
{
    /// <summary>entretyp as written, for example "Bostadsadress med registrerad lägenhet".</summary>
    public string? Type { get; init; }

    public RegisterStatus Status { get; init; }

    /// <summary>Identity of the address place, normalised by <see cref="RegisterKey"/>.</summary>
    public string? AddressKey { get; init; }

    /// <summary>The older national key of the address place, normalised likewise.</summary>
    public string? AddressNationalKey { get; init; }

    /// <summary>In the CRS of the reader, x = east; null when not given.</summary>
    public Geometry? Position { get; init; }

    public IReadOnlyList<BuildingDwelling> Dwellings { get; init; } = [];
}

/// <summary>One building of the register with what links it to addresses, dwellings and properties. Null means missing or unreadable.</summary>
public sealed record BuildingXmlRecord
{
    /// <summary>
    /// objektidentitet in lower case without braces, dashes kept, as the GeoPackage product has it. <see cref="RegisterKey"/> makes it comparable
    /// with keys.
    /// </summary>
    public string? Id { get; init; }

    public RegisterStatus Status { get; init; }

    /// <summary>husnummer: the building's number inside its register unit, not the number of the street address.</summary>
    public int? BuildingNumber { get; init; }

    /// <summary>nybyggnadsar.</summary>
    public int? ConstructionYear { get; init; }

    /// <summary>ofriGrund: the owner of the building is not the owner of the land.</summary>
    public bool? IsOnLandOfAnother { get; init; }

    /// <summary>undantagenFranAdressattning: the building needs no address.</summary>
    public bool? IsExemptFromAddressing { get; init; }

    /// <summary>huvudbyggnad.</summary>
    public bool? IsMainBuilding { get; init; }

    /// <summary>insamlingslage of the first part, for example "Takkant".</summary>
    public string? CapturedAt { get; init; }

    /// <summary>In file order.</summary>
    public IReadOnlyList<BuildingPurpose> Purposes { get; init; } = [];

    /// <summary>The units that the building stands on (LiggerPa); where that is not given, those it belongs to (Tillhor), else any other it refers to.</summary>
    public IReadOnlyList<RegisterUnitReference> RegisterUnits { get; init; } = [];

    /// <summary>In file order.</summary>
    public IReadOnlyList<BuildingEntrance> Entrances { get; init; } = [];

    /// <summary>Polygon, MultiPolygon of the building's parts (not united), or Point; x = east. Heights are dropped.</summary>
    public Geometry? Geometry { get; init; }
}
