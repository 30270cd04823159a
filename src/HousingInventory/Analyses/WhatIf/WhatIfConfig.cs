using System.ComponentModel;
using HousingInventory.Formats;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>How scenarios are worked out.</summary>
public sealed record WhatIfConfig
{
    [Description("Highest speed of a bus, km/h, by class of road (motorway, trunk, primary, secondary, tertiary, unclassified, residential, service); classes that are not named keep theirs.")]
    public IReadOnlyDictionary<string, double> BusKmh { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    [Description("Seconds that a bus stands at a stop.")]
    public int DwellS { get; init; } = 20;

    [Description("Seconds that slowing down and pulling out take at a stop.")]
    public int StopLossS { get; init; } = 20;

    [Description("Least minutes that a bus waits before its next trip.")]
    public int LayoverMin { get; init; } = 3;

    [Description("The same as a share of the trip; the longer counts.")]
    public double LayoverShare { get; init; } = 0.10;

    [Description("Metres between new stops where none are drawn.")]
    public double StopEveryM { get; init; } = 1000;

    [Description("An existing post this near to a new stop is used instead, metres.")]
    public double ReuseStopsM { get; init; } = 30;

    [Description("Whether speeds are scaled so that the line's own trips come out right.")]
    public bool Calibrate { get; init; } = true;

    [Description("Share of the usable day, percent, from which a home counts as usable.")]
    public double UsableFrom { get; init; } = 50;

    [Description("How many days a year are term, holiday, friday, saturday and sunday; types that are not named are counted from the calendar.")]
    public IReadOnlyDictionary<ServiceDayType, int> DaysPerYear { get; init; } = new Dictionary<ServiceDayType, int>();

    [Description("Yearly budgets for which the best set of scenarios is sought, in the currency of the costs.")]
    public IReadOnlyList<double> Budget { get; init; } = [];

    [Description("What the best set has most of: candidates, usable (homes that become usable) or points.")]
    public Objective Objective { get; init; } = Objective.Candidates;

    [Description("Whether the new trips are written as a timetable of their own, for the operator.")]
    public bool Gtfs { get; init; }

    /// <summary>Highest speed on a kind of road: slip roads a third lower, gravel at most 50.</summary>
    internal double KmhOf(RoadKind kind)
    {
        double kmh = kind.Class switch
        {
            RoadClass.Motorway => Of("motorway", 90),
            RoadClass.Trunk => Of("trunk", 80),
            RoadClass.Primary => Of("primary", 75),
            RoadClass.Secondary => Of("secondary", 65),
            RoadClass.Tertiary => Of("tertiary", 60),
            RoadClass.Residential => Of("residential", 30),
            RoadClass.Service => Of("service", 15),
            _ => Of("unclassified", 50),
        };
        kmh = kind.IsLink ? Math.Round(kmh * 2 / 3, 1) : kmh;
        return kind.IsUnpaved ? Math.Min(kmh, 50) : kmh;

        double Of(string name, double standard) => BusKmh.GetValueOrDefault(name, standard);
    }

    /// <summary>What is wrong with it, as a path and a sentence; null when nothing is.</summary>
    internal Sentence? Fault()
    {
        string[] classes = ["motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "service"];
        return BusKmh.Keys.FirstOrDefault(k => !classes.Contains(k)) is { } unknown ? Sentence.Of($".busKmh.{unknown} is no class of road; did you mean '{Model.Nearest.Of(unknown, classes)}'?")
            : BusKmh.Any(k => k.Value is not (> 0 and <= 150)) ? Sentence.Of(".busKmh must be above 0 and at most 150")
            : DwellS is < 0 or > 600 ? Sentence.Of(".dwellS must be 0 to 600")
            : StopLossS is < 0 or > 600 ? Sentence.Of(".stopLossS must be 0 to 600")
            : LayoverMin is < 0 or > 120 ? Sentence.Of(".layoverMin must be 0 to 120")
            : LayoverShare is not (>= 0 and <= 1) ? Sentence.Of(".layoverShare must be 0 to 1")
            : StopEveryM is not (>= 50 and <= 100_000) ? Sentence.Of(".stopEveryM must be 50 to 100000")
            : ReuseStopsM is not (>= 0 and <= 500) ? Sentence.Of(".reuseStopsM must be 0 to 500")
            : UsableFrom is not (>= 0 and <= 100) ? Sentence.Of(".usableFrom must be 0 to 100")
            : DaysPerYear.Any(d => d.Value is < 0 or > 366) ? Sentence.Of(".daysPerYear must be 0 to 366 a type")
            : Budget.Any(b => b < 0) ? Sentence.Of(".budget must not be negative")
            : null;
    }
}

/// <summary>What a best set has most of.</summary>
public enum Objective
{
    /// <summary>Homes that become candidates.</summary>
    Candidates,

    /// <summary>Homes that become usable.</summary>
    Usable,

    /// <summary>Tenths of points that candidates gain.</summary>
    Points,
}

/// <summary>What traffic costs, as the user's own source says; without it no money is printed.</summary>
public sealed record CostsConfig
{
    [Description("A kilometre.")]
    public double PerKm { get; init; }

    [Description("An hour of a bus.")]
    public double PerHour { get; init; }

    [Description("A bus more, a year.")]
    public double PerVehicleYear { get; init; }

    [Description("A new stop, once.")]
    public double NewStop { get; init; }

    [Description("Currency.")]
    public string Currency { get; init; } = "SEK";

    [Description("Price level: the year.")]
    public int? Year { get; init; }

    [Description("Who says so: agreement, procurement, report.")]
    public string? Source { get; init; }

    /// <summary>What is wrong with it, as a path and a sentence; null when nothing is.</summary>
    internal Sentence? Fault() => string.IsNullOrWhiteSpace(Source) ? Sentence.Of(".source is missing: say whose figures they are")
        : Year is not (>= 1900 and <= 2200) ? Sentence.Of(".year is missing: say of which year the prices are")
        : PerKm is not (>= 0 and < 1e9) ? Sentence.Of(".perKm must not be negative")
        : PerHour is not (>= 0 and < 1e9) ? Sentence.Of(".perHour must not be negative")
        : PerVehicleYear is not (>= 0 and < 1e12) ? Sentence.Of(".perVehicleYear must not be negative")
        : NewStop is not (>= 0 and < 1e12) ? Sentence.Of(".newStop must not be negative")
        : null;
}
