namespace HousingInventory.Sample;

/// <summary>A synthetic municipality: what is true, and what its registers say. Positions are SWEREF 99 TM.</summary>
internal sealed class SampleTown
{
    public required string Title { get; init; }

    public SamplePlace Place { get; init; } = SamplePlace.Original;

    /// <summary>Where most errands are.</summary>
    public required Position Centre { get; init; }

    /// <summary>At most so far apart are the points of a road in its file; null for those that it was built with.</summary>
    public double? RoadShapeM { get; init; }

    /// <summary>Fewest residents of the two settlement tests; null for the defaults.</summary>
    public (int Near, int Wide)? Settlements { get; init; }

    public List<SampleLocality> Localities { get; } = [];

    public List<SampleProperty> Properties { get; } = [];

    public List<SampleAddress> Addresses { get; } = [];

    public List<SampleBuilding> Buildings { get; } = [];

    public List<SampleDwelling> Dwellings { get; } = [];

    /// <summary>Closed rings of areas with holiday homes.</summary>
    public List<Position[]> HolidayAreas { get; } = [];

    /// <summary>Closed rings of lakes.</summary>
    public List<Position[]> Lakes { get; } = [];

    public RoadNetwork Roads { get; } = new();

    public SampleTimetable Timetable { get; } = new();

    public List<SampleServicePlace> Services { get; } = [];

    /// <summary>Villages on side roads, which the buses of the main road pass by.</summary>
    public List<SideVillage> SideVillages { get; } = [];

    /// <summary>The posts of the population register in file order.</summary>
    public List<Registration> Registrations { get; } = [];

    /// <summary>What the register officer lists as not to be shown.</summary>
    public List<SampleWithheldKey> Withheld { get; } = [];
}

/// <summary>A shop, school or the like.</summary>
/// <param name="Category">As in the configuration: "grocery".</param>
/// <param name="Name">Exists nowhere.</param>
/// <param name="Position">Where its door is.</param>
internal sealed record SampleServicePlace(string Category, string Name, Position Position);

/// <summary>A village on a road that leaves a main road where a bus stops.</summary>
/// <param name="Name">Exists nowhere.</param>
/// <param name="Lines">Bus lines on the main road, by their numbers.</param>
/// <param name="Stop">Where its road begins.</param>
/// <param name="Middle">The middle of its road.</param>
internal sealed record SideVillage(string Name, IReadOnlyList<string> Lines, Position Stop, Position Middle);

/// <summary>A line of the withheld list: one of the keys is given.</summary>
internal sealed record SampleWithheldKey(string BuildingId, string AddressId, string PropertyId);
