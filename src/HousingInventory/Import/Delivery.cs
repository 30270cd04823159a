using HousingInventory.Formats.Gtfs;
using HousingInventory.Model;
using HousingInventory.Model.Supply;
using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// All that was read, as it was delivered, in the working CRS and in the order of the configuration. It ends where Link has taken the registrations: it is
/// disposed of then, so that they, the withheld keys and the rows can be reached from nothing that goes on.
/// </summary>
public sealed class Delivery : IDisposable
{
    private Batch? _all;

    internal Delivery(Batch all)
    {
        _all = all;
        Papers = new Papers(all.FollowUps, all.FollowUpTables, all.Evidence);
        Books = new Books(all.Files);
    }

    /// <summary>What planners and others have written about homes.</summary>
    public Papers Papers { get; }

    /// <summary>The plan's own tables; empty in a run, which does not open them.</summary>
    public SupplyTables Supply => All.Supply;

    /// <summary>What was read from where.</summary>
    public Books Books { get; }

    /// <summary>Rows of the building register; several may be parts of one building.</summary>
    public IReadOnlyList<BuildingRow> Buildings => All.Buildings;

    public IReadOnlyList<Address> Addresses => All.Addresses;

    /// <summary>Rows of the property register; several may be areas of one property.</summary>
    public IReadOnlyList<Property> Properties => All.Properties;

    public IReadOnlyList<Dwelling> Dwellings => All.Dwellings;

    /// <summary>Ties between addresses and buildings.</summary>
    public IReadOnlyList<Entrance> Entrances => All.Entrances;

    /// <summary>Where people are registered: keys and counts, nobody's number or name.</summary>
    public Registrations Registrations => All.Registrations;

    public IReadOnlyList<WithheldKey> Withheld => All.Withheld;

    /// <summary>Roads as read, one entry a source.</summary>
    public IReadOnlyList<RoadWays> Roads => All.Roads;

    /// <summary>Lakes and rivers that the road data holds besides.</summary>
    public IReadOnlyList<Geometry> Water => All.Water;

    /// <summary>The shore of the sea, likewise.</summary>
    public IReadOnlyList<LineString> Coast => All.Coast;

    /// <summary>Roads with names, likewise.</summary>
    public IReadOnlyList<NamedRoad> NamedRoads => All.NamedRoads;

    /// <summary>Timetables as read, one entry a source.</summary>
    public IReadOnlyList<(string SourceId, GtfsFeed Feed)> Feeds => All.Feeds;

    public IReadOnlyList<ServicePlace> Services => All.Services;

    public IReadOnlyList<Locality> Localities => All.Localities;

    public IReadOnlyList<HolidayArea> HolidayAreas => All.HolidayAreas;

    public IReadOnlyList<OnDemandZone> OnDemandZones => All.OnDemandZones;

    private Batch All => _all ?? throw new ObjectDisposedException(nameof(Delivery));

    /// <summary>Lets go of the rows that Prepare has made registers and surroundings of: Link asks for registrations and withheld keys alone.</summary>
    internal void LetGoOfRows()
    {
        Batch left = new() { Registrations = All.Registrations };
        left.Withheld.AddRange(All.Withheld);
        _all = left;
    }

    /// <summary>Lets go of everything but papers and books.</summary>
    public void Dispose() => _all = null;
}
