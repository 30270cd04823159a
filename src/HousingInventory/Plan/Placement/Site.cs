using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Placement;

/// <summary>
/// A home of the plan with what is known of it on the day: how far it has come, how many people it takes, where it lies and how a weekday there is.
/// </summary>
public sealed record Site
{
    public required PlanHome Home { get; init; }

    public string Id => Home.Id;

    public required HomeStatus Status { get; init; }

    /// <summary>The most people that it takes; null when nothing is known.</summary>
    public int? Beds { get; init; }

    /// <summary>Easting and northing in the working CRS; null without a place.</summary>
    public (double X, double Y)? Place { get; init; }

    /// <summary>The address as the register or the row writes it.</summary>
    public string? Address { get; init; }

    /// <summary>The reference of its building in the results of a run, where it is known.</summary>
    public string? Ref { get; init; }

    /// <summary>The village; empty without a place.</summary>
    public string Village { get; init; } = "";

    /// <summary>The line with most departures at the nearest stop that counts; null without one.</summary>
    public string? Corridor { get; init; }

    /// <summary>The home's access score in tenths, 0 to 1000; null without a place or criteria.</summary>
    public int? AccessTenths { get; init; }

    /// <summary>Measures by the criterion's name; criteria that measure nothing at all are left out.</summary>
    public IReadOnlyDictionary<string, SiteMeasure> Measures { get; init; } = new Dictionary<string, SiteMeasure>(StringComparer.Ordinal);
}

/// <summary>One criterion at one home.</summary>
/// <param name="Value">The measure; null when it is missing.</param>
/// <param name="PointsTenths">Points in tenths, 0 to 1000; 0 when it is missing.</param>
public readonly record struct SiteMeasure(double? Value, int PointsTenths);
