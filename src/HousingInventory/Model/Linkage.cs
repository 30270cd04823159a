namespace HousingInventory.Model;

/// <summary>
/// What Link found out, by building index: the last thing that knows registrations, and it knows only counts. It also holds the ties between registers that
/// later stages need.
/// </summary>
public sealed class Linkage
{
    /// <summary>Persons registered in each building, of any purpose.</summary>
    public required int[] Residents { get; init; }

    /// <summary>Why a building cannot be told empty although nobody is linked to it; <see cref="Doubt.None"/> for most.</summary>
    public required Doubt[] Doubts { get; init; }

    /// <summary>Buildings that a withheld key leads to, and every dwelling building on the same property: to be treated as registered.</summary>
    public required bool[] Withheld { get; init; }

    /// <summary>Buildings that no layer shows where they are secondary or undetermined: of a group of homes that somebody is registered on together. Empty: none.</summary>
    public bool[] NotTold { get; init; } = [];

    /// <summary>Whether a building that is secondary or undetermined may be shown and told of.</summary>
    public bool MayTell(int building) => NotTold.Length == 0 || !NotTold[building];

    /// <summary>The property a building stands on, by index; -1 when unknown.</summary>
    public required int[] PropertyOf { get; init; }

    /// <summary>The building's own addresses, by index into <see cref="Registers.Addresses"/>; empty when none.</summary>
    public required IReadOnlyList<int>[] AddressesOf { get; init; }

    /// <summary>How well the building's own address is tied to it; <see cref="AddressTie.None"/> when it has no address of its own.</summary>
    public required AddressTie[] Ties { get; init; }

    /// <summary>
    /// The building part that stands for this one, where a house is split by a property border: the part with the address, else the largest; its own index
    /// for a building that stands alone. Parts of one house share residents, doubts and the withheld mark.
    /// </summary>
    public required int[] HouseOf { get; init; }

    /// <summary>
    /// For a dwelling building without address on no known property: the dwelling with an address close by whose further house it seems to be. -1 for all others.
    /// </summary>
    public required int[] MainHouseOf { get; init; }

    /// <summary>Persons linked, by the key of a link level, in the order of the ladder; every level is there.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> Levels { get; init; }

    /// <summary>Persons that could be placed but were not linked, by reason.</summary>
    public required IReadOnlyDictionary<string, long> Unlinked { get; init; }

    /// <summary><see cref="Unlinked"/> as it may be told, by key: the reasons of fewer than five persons stand as one sum, since so few are somebody.</summary>
    public IReadOnlyDictionary<string, long> UnlinkedTold => InputFile.WithoutFew(Unlinked);

    /// <summary>Share of the registrations that linked, those without a usable key counted, 0 to 1; 1 when there are none.</summary>
    public required double LinkedShare { get; init; }

    /// <summary>The registrations that no home could take.</summary>
    public Unplaced Unplaced { get; init; } = new();

    /// <summary>Buildings in a village where registrations stayed unlinked without naming a building: their confidence is lower.</summary>
    public required bool[] NearUnlinked { get; init; }

    /// <summary>Dwelling buildings whose only addresses are reserved or proposed ones, ascending: they are being built, and nobody can be registered there yet.</summary>
    public IReadOnlyList<int> Planned { get; init; } = [];

    /// <summary>Dwellings with their link results, for the interval of multi-dwelling buildings; empty without a dwelling register.</summary>
    public IReadOnlyList<FlatCount> Flats { get; init; } = [];

    /// <summary>What does not fit together between the registers, for the register officer.</summary>
    public RegisterGaps Gaps { get; init; } = new([], []);
}

/// <summary>Registrations that no home could take, as the number of homes that they seem to stand for. Sums only.</summary>
public sealed record Unplaced
{
    /// <summary>Persons in the extract, those without a usable key among them.</summary>
    public long Read { get; init; }

    /// <summary>Persons whom no home could take, those without a usable key among them.</summary>
    public long Persons { get; init; }

    /// <summary>Persons in a home of one dwelling, on average.</summary>
    public double PersonsPerHome { get; init; } = 1;

    /// <summary>
    /// Homes that unplaced registrations stand for, by postal code, once homes that nothing could reach are taken for theirs; 0 where nothing tells the area.
    /// </summary>
    public IReadOnlyDictionary<int, double> HomesByArea { get; init; } = new SortedDictionary<int, double>();

    /// <summary>Homes of persons whose keys all fail though their home has such keys, as the keys of others tell.</summary>
    public double WithoutAnyKey { get; init; }

    /// <summary>Homes that registrations stand for which fit more homes than could be named, by the homes that they fit.</summary>
    public IReadOnlyList<UnplacedAmong> Among { get; init; } = [];

    /// <summary>Variance of the sum of these: of the homes that nothing could reach it is not known which are lived in.</summary>
    public double Variance { get; init; }

    /// <summary>Homes whose registrations seem to have led to another home, by a slip that names it.</summary>
    public double InWrongHome { get; init; }

    /// <summary>Variance of <see cref="InWrongHome"/>: it is told by the slips that name no home, and these are few.</summary>
    public double VarianceOfWrongHome { get; init; }

    /// <summary>The postal code of each building, 0 when not known.</summary>
    public int[] AreaOf { get; init; } = [];
}

/// <summary>Registrations that belong to some of a number of homes.</summary>
/// <param name="Houses">The homes, by the position of their building, ascending.</param>
/// <param name="Homes">How many of them the registrations stand for.</param>
public sealed record UnplacedAmong(int[] Houses, double Homes);

/// <summary>What does not fit together between the registers; nothing that a withheld key leads to, and no counts.</summary>
/// <param name="AddressesWithoutBuilding">Addresses in force that are tied to no building, ascending.</param>
/// <param name="PropertiesWithoutHome">Properties on which somebody is registered though no dwelling building stands there, ascending.</param>
public sealed record RegisterGaps(IReadOnlyList<int> AddressesWithoutBuilding, IReadOnlyList<int> PropertiesWithoutHome);

/// <summary>How an address of the register was tied to a building, weakest first.</summary>
public enum AddressTie : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Several buildings could be meant, and nothing tells which.</summary>
    Shared,

    /// <summary>It is the nearest that is left without an address.</summary>
    Nearest,

    /// <summary>The only dwelling building on the property of the address.</summary>
    OnlyOnProperty,

    /// <summary>The address point lies in its outline, or at most 5 m outside.</summary>
    InOutline,

    /// <summary>The register says so, through an entrance or a dwelling.</summary>
    Entrance,
}

/// <summary>Why a building without a linked registration cannot be told empty.</summary>
public enum Doubt : byte
{
    [Term("no-registration-found", "Ingen träff i folkbokföringen", "No registration found")]
    None = 0,

    /// <summary>A registration points at its property, which has several dwelling buildings.</summary>
    [Term("unplaced-on-property", "Folkbokförd på fastigheten, oklart i vilket hus", "On the property, house unknown")]
    UnplacedOnProperty = 1,

    /// <summary>A registration points at an address that several dwelling buildings share.</summary>
    [Term("shared-address", "Flera hus har samma adress", "Address shared by buildings")]
    SharedAddress = 2,

    /// <summary>A registration's written address fits several places equally well.</summary>
    [Term("uncertain-address", "Adressen är inte entydig", "Address not unique")]
    UncertainAddress = 3,

    // The following four are about no home in particular: a further house beside one with an address is told secondary all the same.

    /// <summary>Over one person in ten carries no key that could have led here.</summary>
    [Term("out-of-reach", "Ingen uppgift kan leda hit", "Nothing in the sources could lead here")]
    OutOfReach = 5,

    /// <summary>Registrations of its street, village or postal code area stayed unlinked, and one of them could be its.</summary>
    [Term("unlinked-nearby", "Någon i trakten kunde inte kopplas och kan höra hit", "Somebody nearby stayed unlinked and may belong here")]
    UnlinkedNearby = 6,

    /// <summary>The extract lacks the registrations of the whole place.</summary>
    [Term("extract-has-a-hole", "Utdraget saknar platsens folkbokförda", "The extract lacks the place")]
    ExtractHasAHole = 7,

    /// <summary>Other evidence says that the home is used.</summary>
    [Term("in-use", "Annat underlag visar att huset används", "Other evidence shows that the house is used")]
    InUse = 8,

    /// <summary>Too few registrations link for any answer.</summary>
    [Term("linkage-too-low", "För få folkbokförda kunde kopplas", "Too few registrations linked")]
    LinkageTooLow = 4,
}

/// <summary>The dwellings of one building, and how many of them are without a registration: an interval, since some residents lack a dwelling number.</summary>
public sealed record FlatCount(int Building, int Dwellings, int WithoutRegistrationMin, int WithoutRegistrationMax);
