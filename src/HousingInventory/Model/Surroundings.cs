using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>
/// All that lies round the homes: roads, buses, services and named areas. A value: a variant is a copy with changes, and what it is made from stays as it is.
/// </summary>
public sealed record Surroundings
{
    /// <summary>The road network of all sources; null without roads.</summary>
    public RoadGraph? Roads { get; init; }

    /// <summary>Lines of major roads of all sources, as <see cref="RoadWays.MajorRoads"/> gives them; null without roads.</summary>
    public (int[] FirstPoint, double[] X, double[] Y)? MajorRoads { get; init; }

    /// <summary>The timetable of all feeds, with the chosen service days; null without a timetable.</summary>
    public Transit? Transit { get; init; }

    /// <summary>Where buses can be boarded on the term day, for the filter; null without a timetable.</summary>
    public BoardingPosts? Posts { get; init; }

    public IReadOnlyList<ServicePlace> Services { get; init; } = [];

    public IReadOnlyList<Locality> Localities { get; init; } = [];

    public IReadOnlyList<HolidayArea> HolidayAreas { get; init; } = [];

    public IReadOnlyList<OnDemandZone> OnDemandZones { get; init; } = [];

    /// <summary>Lakes and rivers: the background of maps, and nothing is measured with them.</summary>
    public IReadOnlyList<Geometry> Water { get; init; } = [];

    /// <summary>The shore of the sea, likewise.</summary>
    public IReadOnlyList<LineString> Coast { get; init; } = [];

    /// <summary>Roads with names, likewise.</summary>
    public IReadOnlyList<NamedRoad> NamedRoads { get; init; } = [];

    /// <summary>A variant: a copy with changes, one after the other. What is not changed is shared, and nothing of this one is touched.</summary>
    public Surroundings With(params IEnumerable<Func<Surroundings, Surroundings>> changes) => changes.Aggregate(this, static (around, change) => change(around));
}
