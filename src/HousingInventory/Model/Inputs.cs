using HousingInventory.Diagnostics;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>
/// All that Import read, in the working CRS. Each source fills one of its own, and they are merged in the order of the configuration; buildings with the same
/// id are joined and ordered by id at the end.
/// </summary>
public sealed class Inputs
{
    public List<Building> Buildings { get; internal set; } = [];

    public List<Address> Addresses { get; } = [];

    public List<Property> Properties { get; internal set; } = [];

    public List<Dwelling> Dwellings { get; } = [];

    /// <summary>Ties between addresses and buildings; merged into <see cref="Addresses"/> at the end of Import.</summary>
    internal List<Entrance> Entrances { get; } = [];

    /// <summary>Dropped (set to null) after Link.</summary>
    public Registrations? Registrations { get; set; } = new();

    public List<WithheldKey> Withheld { get; } = [];

    /// <summary>Usable rows of residents until duplicates are dropped, at the end of Import; empty after.</summary>
    internal List<ResidentRow> ResidentRows { get; } = [];

    /// <summary>Roads as read, one entry a source.</summary>
    internal List<RoadWays> Roads { get; } = [];

    /// <summary>Lines of major roads of all sources, as <see cref="RoadWays.MajorRoads"/> gives them; null without roads.</summary>
    public (int[] FirstPoint, double[] X, double[] Y)? MajorRoads { get; internal set; }

    /// <summary>The road network of all sources; null without roads.</summary>
    public RoadGraph? Network { get; internal set; }

    /// <summary>Lakes and rivers that the road data holds besides, in the working CRS: the background of maps, and nothing is measured with them.</summary>
    public List<Geometry> Water { get; } = [];

    /// <summary>Timetables as read, one entry a source.</summary>
    internal List<(string SourceId, GtfsFeed Feed)> Feeds { get; } = [];

    /// <summary>The timetable of all feeds, with the chosen service days; null without a timetable.</summary>
    public Transit? Transit { get; internal set; }

    public List<ServicePlace> Services { get; } = [];

    public List<Locality> Localities { get; } = [];

    public List<HolidayArea> HolidayAreas { get; } = [];

    public List<OnDemandZone> OnDemandZones { get; } = [];

    public List<FollowUp> FollowUps { get; } = [];

    /// <summary>Those of the follow-ups that lie in a GeoPackage of their own.</summary>
    public List<FollowUpTable> FollowUpTables { get; } = [];

    public List<Evidence> Evidence { get; } = [];

    /// <summary>Stops that count for the filter and the walk to a stop; null without a timetable.</summary>
    public TransitStops? Stops { get; set; }

    /// <summary>The day the answer is for.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>What was read from where, for the manifest; one entry a source.</summary>
    public List<InputFile> Files { get; } = [];

    /// <summary>Notices of this part; merged into the run's in source order.</summary>
    public NoticeLog Notices { get; } = new();

    /// <summary>Whether a source of this type was configured, whatever it held.</summary>
    public bool Has(string sourceType) => Files.Any(f => f.Type == sourceType);
}
