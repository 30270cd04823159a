namespace HousingInventory.Sample;

/// <summary>The form in which a sample's population register is written.</summary>
public enum ResidentsFormat
{
    /// <summary>Skatteverket's Navet XML, one post a person.</summary>
    NavetXml,

    /// <summary>A municipal extract: one row a person, semicolons, Windows-1252.</summary>
    Csv,

    /// <summary>One row a key (dwelling, address, property) with a count and no person, as a data protection officer prefers it.</summary>
    Aggregated,
}

/// <summary>What a synthetic municipality shall be like. The same options give the same bytes on every machine.</summary>
public sealed record SampleOptions
{
    /// <summary>Fewest homes for which every register and every kind of noise still finds room.</summary>
    public const int FewestHomes = 100;

    /// <summary>Most homes for which the geography has room.</summary>
    public const int MostHomes = 100_000;

    /// <summary>
    /// Buildings with homes in them, about: a block of flats counts once, holiday homes count. The land sets the exact number. From <see cref="FewestHomes"/>
    /// to <see cref="MostHomes"/>.
    /// </summary>
    public int Homes { get; init; } = 3000;

    /// <summary>Picks one of many municipalities of that size.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which municipality it is.</summary>
    internal SamplePlace Place { get; init; } = SamplePlace.Original;

    /// <summary>At most so far apart are the points of a road in its file; null for those that it was built with.</summary>
    internal double? RoadShapeM { get; init; }

    /// <summary>Whether houses hold as few people as flats, so that a nation has 2.1 persons for each home and not 3.2.</summary>
    internal bool HasSmallHouseholds { get; init; }

    /// <summary>How the population register is written.</summary>
    public ResidentsFormat ResidentsFormat { get; init; } = ResidentsFormat.NavetXml;

    /// <summary>How often each fault of real registers occurs.</summary>
    public SampleNoise Noise { get; init; } = new();
}

/// <summary>
/// How often the faults of real registers occur, as shares from 0 to 1. Every rate above 0 makes its fault occur at least once. The defaults are chosen so that
/// a sample of 3,000 homes shows each fault many times and links about as well as a good municipal extract.
/// </summary>
public sealed record SampleNoise
{
    /// <summary>Share of households whose posts lack the UUID and the key of their address and dwelling.</summary>
    public double MissingAddressKey { get; init; } = 0.15;

    /// <summary>Share of households whose posts lack every key, the property's too; a subset is drawn from all households.</summary>
    public double MissingEveryKey { get; init; } = 0.04;

    /// <summary>Share of households in flats whose posts lack the dwelling: no number and no UUID.</summary>
    public double MissingDwelling { get; init; } = 0.021;

    /// <summary>Share of households whose address was typed by hand and differs from the register's.</summary>
    public double TypedAddress { get; init; } = 0.07;

    /// <summary>Share of households with an address whose property designation is an old one that today's property map does not hold.</summary>
    public double OldDesignation { get; init; } = 0.005;

    /// <summary>Share of persons that stand in the file twice.</summary>
    public double DuplicatePerson { get; init; } = 0.008;

    /// <summary>De-registered persons in the file, as a share of the registered ones; half of them point at homes where nobody is registered.</summary>
    public double Deregistered { get; init; } = 0.016;

    /// <summary>Share of persons with an earlier registration in their Historik block.</summary>
    public double History { get; init; } = 0.06;

    /// <summary>Persons of other municipalities in the file, as a share of the registered ones; half of them point at homes where nobody is registered.</summary>
    public double OtherMunicipality { get; init; } = 0.006;

    /// <summary>Persons registered on the municipality or on a fictitious property, as a share of those with a home.</summary>
    public double Unplaced { get; init; } = 0.006;

    /// <summary>Share of households with protected identity: their posts are absent or without a place, and their homes stand in the list of withheld ones.</summary>
    public double Protected { get; init; } = 0.003;

    /// <summary>Nothing is wrong: every person is in the file once, with every key and the register's own spelling, and nobody is protected.</summary>
    public static SampleNoise None { get; } = new()
    {
        MissingAddressKey = 0,
        MissingEveryKey = 0,
        MissingDwelling = 0,
        TypedAddress = 0,
        OldDesignation = 0,
        DuplicatePerson = 0,
        Deregistered = 0,
        History = 0,
        OtherMunicipality = 0,
        Unplaced = 0,
        Protected = 0,
    };
}
