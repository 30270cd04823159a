namespace HousingInventory.Sample;

/// <summary>A locality: where it lies and how its letters are addressed.</summary>
internal sealed record SampleLocality
{
    public required string Name { get; init; }

    /// <summary>Statistics Sweden's kind of code; made up.</summary>
    public required string Code { get; init; }

    public required Position Centre { get; init; }

    /// <summary>Postal code of its streets.</summary>
    public required int PostalCode { get; init; }

    /// <summary>Postal code of the villages around.</summary>
    public required int RuralPostalCode { get; init; }

    /// <summary>A closed ring; empty until the locality is built.</summary>
    public Position[] Outline { get; set; } = [];

    /// <summary>Registered persons who live inside.</summary>
    public int Population { get; set; }
}

/// <summary>A property (register unit), on one or several areas.</summary>
internal sealed record SampleProperty
{
    /// <summary>UUID of the register unit.</summary>
    public required string Id { get; init; }

    /// <summary>The numeric key that Navet's riksnycklar carry.</summary>
    public required long Key { get; init; }

    public required string Tract { get; init; }

    /// <summary>"1", "S", or empty.</summary>
    public required string Block { get; init; }

    public required int Unit { get; init; }

    /// <summary>UUIDs of the areas, beside <see cref="Areas"/>.</summary>
    public List<string> AreaIds { get; } = [];

    /// <summary>Closed rings.</summary>
    public List<Position[]> Areas { get; } = [];

    /// <summary>Buildings with homes on it, the main one first.</summary>
    public List<SampleBuilding> Homes { get; } = [];

    /// <summary>"EXEMPELBJÖRKNÄS 1:4" or "EXEMPELBJÖRKHARVEN 3", without the municipality as in population extracts.</summary>
    public string Designation => Block.Length == 0
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Tract} {Unit}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Tract} {Block}:{Unit}");
}

/// <summary>The four kinds of location address.</summary>
internal enum AddressKind
{
    /// <summary>Street and number.</summary>
    Street,

    /// <summary>Village and number.</summary>
    Village,

    /// <summary>Village and the name of a farm.</summary>
    Farm,
}

/// <summary>A location address and its point.</summary>
internal sealed record SampleAddress
{
    public required string Id { get; init; }

    public required long Key { get; init; }

    public required AddressKind Kind { get; init; }

    /// <summary>Street or village.</summary>
    public required string Area { get; init; }

    public string Farm { get; init; } = "";

    /// <summary>0 for a farm.</summary>
    public int Number { get; init; }

    public string Letter { get; init; } = "";

    public required int PostalCode { get; init; }

    public required string PostTown { get; init; }

    public required Position Point { get; init; }

    /// <summary>Planned only: no building yet.</summary>
    public bool Reserved { get; init; }

    /// <summary>As it is written on letters: "Exempelbjörkgatan 12A", "Exempelbjörknäs Exempelgården".</summary>
    public string Written => Kind == AddressKind.Farm
        ? $"{Area} {Farm}"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Area} {Number}{Letter}");
}

/// <summary>What a building is in truth.</summary>
internal enum SampleBuildingKind
{
    House,
    FurtherHouse,
    RowHouse,
    Flats,
    HolidayHouse,
    HomeAboveShop,
    Garage,
    CareHome,
    Shed,
    Barn,
    Public,
}

/// <summary>A building of the register, grouped: several rows may carry its id.</summary>
internal sealed class SampleBuilding
{
    public required string Id { get; init; }

    public required SampleBuildingKind Kind { get; init; }

    /// <summary>Number and name of the object type, for example 2061 "Bostad".</summary>
    public required int TypeNumber { get; init; }

    /// <summary>andamal1 to andamal5, as in the product: "Bostad;Småhus friliggande".</summary>
    public required string[] Purposes { get; init; }

    /// <summary>One closed ring a row, touching at most.</summary>
    public required List<Position[]> Rows { get; init; }

    public required SampleProperty Property { get; init; }

    /// <summary>Number of the building inside its property; null as often in the register.</summary>
    public int? HouseNumber { get; init; }

    public string CapturePosition { get; init; } = "Takkant";

    public double UncertaintyM { get; init; } = 0.5;

    /// <summary>The addresses of its entrances; empty when it has none of its own.</summary>
    public List<SampleAddress> Addresses { get; } = [];

    public List<SampleDwelling> Dwellings { get; } = [];

    /// <summary>Persons who are registered here in truth, whatever the extract says.</summary>
    public int Residents { get; set; }

    /// <summary>Persons of them whose rows in the extract are current, not protected and of this municipality.</summary>
    public int ResidentsInExtract { get; set; }

    public TruthLabels Labels { get; set; }

    /// <summary>Whether somebody is to live here; settled when the building is made.</summary>
    public bool Occupied { get; set; }

    /// <summary>The other building of a house that a property border cuts in two; null for every other building.</summary>
    public SampleBuilding? Half { get; set; }

    /// <summary>Whether any of its purposes is dwelling.</summary>
    public bool IsDwelling => Array.Exists(Purposes, p => p.StartsWith("Bostad", StringComparison.Ordinal));

    /// <summary>A point inside: the middle of the first row.</summary>
    public Position Middle => Rows[0][0].Towards(Rows[0][2], 0.5);
}

/// <summary>A dwelling of the dwelling register.</summary>
internal sealed class SampleDwelling
{
    public required string Id { get; init; }

    public required long Key { get; init; }

    /// <summary>"1101"; empty when it is the only one at its address.</summary>
    public required string Number { get; init; }

    public required SampleBuilding Building { get; init; }

    /// <summary>Null where the building has no address.</summary>
    public required SampleAddress? Address { get; init; }

    public required double AreaM2 { get; init; }

    public required int Rooms { get; init; }

    public int Residents { get; set; }
}
