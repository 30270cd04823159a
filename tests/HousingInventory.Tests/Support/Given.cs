using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Support;

/// <summary>What a test writes down in place of files: rows of the registers and what lies round them, to be asked about by the pipeline itself.</summary>
internal sealed class Given
{
    public DateOnly AsOf { get; init; } = new(2026, 11, 10);

    public List<Building> Buildings { get; init; } = [];

    public List<Address> Addresses { get; } = [];

    public List<Property> Properties { get; } = [];

    public List<Dwelling> Dwellings { get; } = [];

    public Registrations Registrations { get; } = new();

    public List<WithheldKey> Withheld { get; } = [];

    public List<FollowUp> FollowUps { get; } = [];

    public List<Evidence> Evidence { get; } = [];

    public List<InputFile> Files { get; } = [];

    public RoadGraph? Roads { get; set; }

    public (int[] FirstPoint, double[] X, double[] Y)? MajorRoads { get; set; }

    public Transit? Transit { get; set; }

    public BoardingPosts? Posts { get; set; }

    public List<ServicePlace> Services { get; } = [];

    public List<Locality> Localities { get; } = [];

    public List<HolidayArea> HolidayAreas { get; } = [];

    public List<OnDemandZone> OnDemandZones { get; } = [];

    public Registers Registers() => new(Buildings, Addresses, Properties, Dwellings);

    public Surroundings Surroundings() => new()
    {
        Roads = Roads,
        MajorRoads = MajorRoads,
        Transit = Transit,
        Posts = Posts,
        Services = Services,
        Localities = Localities,
        HolidayAreas = HolidayAreas,
        OnDemandZones = OnDemandZones,
    };

    public Question Question() => new(AsOf, Registers(), Surroundings(), new Papers(FollowUps, [], Evidence), new Books(Files));

    /// <summary>Links and flags.</summary>
    public Answers Ask(InventoryConfig config, Run run) => Pipeline.Flag(Pipeline.Link(Question(), Registrations, Withheld, config, run), config, run);
}
