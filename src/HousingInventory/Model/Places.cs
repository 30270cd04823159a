using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>A service point: a shop, school, pharmacy ...</summary>
/// <param name="Id">Stable id: the source's own, else source id and row.</param>
/// <param name="Category">Category as the configuration's criteria name it, lower case.</param>
/// <param name="Name">Name, null when the source has none.</param>
/// <param name="X">Easting in the working CRS.</param>
/// <param name="Y">Northing in the working CRS.</param>
public sealed record ServicePlace(string Id, string Category, string? Name, double X, double Y);

/// <summary>A locality (tätort, småort) or any named area that the user gives as one.</summary>
/// <param name="Name">Name.</param>
/// <param name="Area">Area in the working CRS.</param>
/// <param name="Population">Published population, null when unknown.</param>
public sealed record Locality(string Name, Geometry Area, int? Population);

/// <summary>A road with its name, for maps; nothing is measured with it.</summary>
/// <param name="Name">The name, or the number of a major road without one.</param>
/// <param name="Course">Where it runs, in the working CRS.</param>
public sealed record NamedRoad(string Name, LineString Course);

/// <summary>An area of holiday homes (SCB fritidshusområde).</summary>
public sealed record HolidayArea(string Code, Geometry Area);

/// <summary>A zone of booked traffic.</summary>
/// <param name="Name">Name of the service.</param>
/// <param name="Area">Where it runs, in the working CRS.</param>
/// <param name="TripsPerWeek">Trips a week that can be booked there.</param>
public sealed record OnDemandZone(string Name, Geometry Area, int TripsPerWeek);

/// <summary>One key that must be treated as registered; what kind it is, the tool finds out by trying.</summary>
/// <param name="Text">The key as written.</param>
/// <param name="IsListed">False for one that nobody listed (the home of a protected person): it is followed, and never counted or looked for in results.</param>
/// <param name="Source">Id of the list, null for a protected person's row.</param>
/// <param name="Row">1-based record of the list, 0 for its first line.</param>
public readonly record struct WithheldKey(string Text, bool IsListed = true, string? Source = null, long Row = 0);

/// <summary>What a planner has written about a home.</summary>
/// <param name="Key">ref or building id, as written.</param>
/// <param name="State">One of the closed list of states.</param>
/// <param name="ContactedOn">Day of contact.</param>
/// <param name="InspectedOn">Day of inspection.</param>
/// <param name="Condition">Condition in words.</param>
/// <param name="Note">At most 200 characters.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Row">1-based record.</param>
public sealed record FollowUp(
    string Key, FollowUpState State, DateOnly? ContactedOn, DateOnly? InspectedOn, string? Condition, string? Note, string Source, long Row)
{
    /// <summary>What the owner lets the municipality have; null when nothing is agreed. Only a plan asks for it.</summary>
    public HomeOffer? Offer { get; init; }
}

/// <summary>What an owner has agreed to, as far as a planner has written it down.</summary>
/// <param name="FreeFrom">First day.</param>
/// <param name="FreeUntil">Last day, null for no end.</param>
/// <param name="Rooms">Rooms, kitchen not counted.</param>
/// <param name="Beds">People it takes.</param>
/// <param name="StepFree">Whether one comes in without a step.</param>
/// <param name="Rent">SEK a month.</param>
public sealed record HomeOffer(DateOnly FreeFrom, DateOnly? FreeUntil, int? Rooms, int? Beds, bool? StepFree, int? Rent);

/// <summary>A follow-up that lies in a GeoPackage, which QGIS can write to.</summary>
/// <param name="FullPath">Where.</param>
/// <param name="Layer">Its table.</param>
/// <param name="ColumnOf">The names of its columns by what they mean: ref, building_id, state, contacted_on, inspected_on, condition, note.</param>
public sealed record FollowUpTable(string FullPath, string Layer, IReadOnlyDictionary<string, string> ColumnOf);

/// <summary>Other evidence about use, as a class and never as a raw value.</summary>
/// <param name="Key">Building, address or property key, or written address.</param>
/// <param name="Kind">waste, water, electricity, sale, built or review.</param>
/// <param name="Class">none, low, season, normal or unknown; for built and sale a decade or year class; for review the verdict.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Row">1-based record.</param>
/// <param name="Dated">The day that it is of; null when not known.</param>
public sealed record Evidence(string Key, string Kind, string Class, string Source, long Row, DateOnly? Dated = null);
