using HousingInventory.Diagnostics;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Model;
using HousingInventory.Model.Supply;
using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// What a source adds to while it is read, in the working CRS. Each source fills one of its own, and they are added up in the order of the configuration; what
/// comes of them is a <see cref="Delivery"/>.
/// </summary>
internal sealed class Batch
{
    public List<BuildingRow> Buildings { get; } = [];

    public List<Address> Addresses { get; } = [];

    /// <summary>Where addresses of other municipalities than those asked for lie; no more than that is kept of them.</summary>
    public List<Coordinate> AddressesElsewhere { get; } = [];

    public List<Property> Properties { get; } = [];

    public List<Dwelling> Dwellings { get; } = [];

    public List<Entrance> Entrances { get; } = [];

    /// <summary>Keys of all residents, shared by the sources of residents, which are read one after the other.</summary>
    public Registrations Registrations { get; init; } = new();

    public List<WithheldKey> Withheld { get; } = [];

    /// <summary>Usable rows of residents, until duplicates are dropped.</summary>
    public BlockList<ResidentRow> ResidentRows { get; } = new();

    /// <summary>Roads as read, one entry a source.</summary>
    public List<RoadWays> Roads { get; } = [];

    /// <summary>Lakes and rivers that the road data holds besides.</summary>
    public List<Geometry> Water { get; } = [];

    /// <summary>The shore of the sea, likewise.</summary>
    public List<LineString> Coast { get; } = [];

    /// <summary>Roads with names, likewise.</summary>
    public List<NamedRoad> NamedRoads { get; } = [];

    /// <summary>Timetables as read, one entry a source.</summary>
    public List<(string SourceId, GtfsFeed Feed)> Feeds { get; } = [];

    public List<ServicePlace> Services { get; } = [];

    public List<Locality> Localities { get; } = [];

    public List<HolidayArea> HolidayAreas { get; } = [];

    public List<OnDemandZone> OnDemandZones { get; } = [];

    public List<FollowUp> FollowUps { get; } = [];

    public List<FollowUpTable> FollowUpTables { get; } = [];

    public List<Evidence> Evidence { get; } = [];

    /// <summary>The plan's own tables.</summary>
    public SupplyTables Supply { get; } = new();

    /// <summary>The books, one entry a source.</summary>
    public List<InputFile> Files { get; } = [];

    public NoticeLog Notices { get; } = new();

    /// <summary>Adds all that another one holds, after what is here.</summary>
    public void Add(Batch other)
    {
        Buildings.AddRange(other.Buildings);
        Addresses.AddRange(other.Addresses);
        AddressesElsewhere.AddRange(other.AddressesElsewhere);
        Properties.AddRange(other.Properties);
        Dwellings.AddRange(other.Dwellings);
        Entrances.AddRange(other.Entrances);
        Withheld.AddRange(other.Withheld);
        for (int i = 0; i < other.ResidentRows.Count; i++)
        {
            ResidentRows.Add(other.ResidentRows[i] with { File = other.ResidentRows[i].File + Files.Count });
        }

        Roads.AddRange(other.Roads);
        Water.AddRange(other.Water);
        Coast.AddRange(other.Coast);
        NamedRoads.AddRange(other.NamedRoads);
        Feeds.AddRange(other.Feeds);
        Services.AddRange(other.Services);
        Localities.AddRange(other.Localities);
        HolidayAreas.AddRange(other.HolidayAreas);
        OnDemandZones.AddRange(other.OnDemandZones);
        FollowUps.AddRange(other.FollowUps);
        FollowUpTables.AddRange(other.FollowUpTables);
        Evidence.AddRange(other.Evidence);
        Supply.Add(other.Supply);
        Files.AddRange(other.Files);
        Notices.AddAll(other.Notices);
    }
}
