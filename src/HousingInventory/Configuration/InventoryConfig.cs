using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Import;
using HousingInventory.Score;

namespace HousingInventory.Configuration;

/// <summary>
/// What a user writes in <c>inventory.json</c>. Every member but <see cref="Sources"/> has a default, and the manifest shows them all. A record, so that a
/// changed copy is one <c>with</c> away; its collections are never changed after reading.
/// </summary>
public sealed record InventoryConfig
{
    [JsonPropertyName("$schema")]
    [Description("Where the JSON Schema of this file is; editors use it, the tool does not.")]
    public string? Schema { get; init; }

    [Description("What the run is called in layers and reports.")]
    public string? Title { get; init; }

    [Description("The day the answer is for, yyyy-MM-dd. Default: the newest 'extracted' of the sources.")]
    public DateOnly? AsOf { get; init; }

    [Description("Why registrations are processed. Missing: a warning on page one.")]
    public string? Purpose { get; init; }

    [Description("Who answers for the processing. Missing: a warning on page one.")]
    public string? Responsible { get; init; }

    [Description("When the results are to be deleted, yyyy-MM-dd. Missing: a warning on page one.")]
    public DateOnly? DeleteAfter { get; init; }

    [JsonConverter(typeof(OneOrManyConverter))]
    [Description("Municipality code, or several; rows of others are left out. Absent: rows of every municipality count.")]
    public IReadOnlyList<string> Municipality { get; init; } = [];

    [Description("Working CRS in metres, also that of the GeoPackage.")]
    public string Crs { get; init; } = "EPSG:3006";

    [Description("Language of labels and sentences: sv or en.")]
    public Language Language { get; init; } = Language.Sv;

    [Description("Longitude and latitude of the place where most errands are.")]
    public IReadOnlyList<double>? Centre { get; init; }

    [Description("The registers and open data to read.")]
    public IReadOnlyList<Source> Sources { get; init; } = [];

    [Description("School terms and holidays.")]
    public DaysConfig Days { get; init; } = new();

    [Description("Fixes a service day by its type (term, holiday, friday, saturday, sunday): a date, or auto.")]
    public IReadOnlyDictionary<string, string> ServiceDays { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Description("How people walk.")]
    public WalkingConfig Walking { get; init; } = new();

    [Description("How people travel by bus.")]
    public TransitConfig Transit { get; init; } = new();

    [Description("How much of the registrations must link.")]
    public LinkageConfig Linkage { get; init; } = new();

    [Description("Which buildings without registration become candidates.")]
    public CandidatesConfig Candidates { get; init; } = new();

    [Description("How candidates are scored. Default: the standard criteria, each off where its source is missing.")]
    public IReadOnlyList<Criterion>? Criteria { get; init; }

    [Description("The list for planners.")]
    public ShortlistConfig Shortlist { get; init; } = new();

    [Description("Published figures to stand beside ours in the report.")]
    public IReadOnlyList<ReferenceConfig> References { get; init; } = [];

    [Description("What to write. Default: geojson, geopackage, csv, xlsx and report.")]
    public IReadOnlyList<Output>? Outputs { get; init; }
}

/// <summary>School terms and holidays, as pairs of first and last day, both included.</summary>
public sealed record DaysConfig
{
    [Description("School terms: pairs of first and last day.")]
    public IReadOnlyList<IReadOnlyList<DateOnly>> SchoolTerms { get; init; } = [];

    [Description("School holidays: pairs of first and last day.")]
    public IReadOnlyList<IReadOnlyList<DateOnly>> SchoolHolidays { get; init; } = [];

    [Description("ISO weeks that are surely term, where no dates are given.")]
    public IReadOnlyList<int>? TermWeeks { get; init; }

    [Description("ISO weeks that are surely holiday, where no dates are given.")]
    public IReadOnlyList<int>? HolidayWeeks { get; init; }
}

/// <summary>Walking speed and the limits of the foot network.</summary>
public sealed record WalkingConfig
{
    [Description("Walking speed, metres a minute.")]
    public double MetresPerMinute { get; init; } = 80;

    [Description("Farther from every walkable road than this, metres: off the network.")]
    public double MaxToRoadM { get; init; } = 500;

    [Description("Separate pieces of the foot network shorter than this, metres in all, are left out.")]
    public double FragmentM { get; init; } = 1000;
}

/// <summary>Limits of travel by public transport.</summary>
public sealed record TransitConfig
{
    [Description("Longest walk from home to a stop, metres.")]
    public double MaxWalkM { get; init; } = 2000;

    [Description("Longest walk from a stop to the place, metres.")]
    public double MaxWalkAtPlaceM { get; init; } = 1000;

    [Description("Longest walk between two stops when changing, metres.")]
    public double MaxTransferWalkM { get; init; } = 500;

    [Description("Seconds at a stop before boarding.")]
    public int BoardSlackS { get; init; } = 60;

    [Description("Seconds that a change at one stop needs.")]
    public int MinTransferS { get; init; } = 120;

    [Description("Whether rail replacement buses (route type 714) count.")]
    public bool RailReplacement { get; init; }

    [Description("Overrides of the table of route types: ordinary, booked or left-out by GTFS route type.")]
    public IReadOnlyDictionary<string, string> RouteTypes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>How much of the registrations must link before the tool answers.</summary>
public sealed record LinkageConfig
{
    [Description("Under this share every building without a registration is undetermined.")]
    public double WarnUnder { get; init; } = 0.8;

    [Description("Under this share the tool refuses.")]
    public double RefuseUnder { get; init; } = 0.5;
}

/// <summary>BISA's filter. A test set to null is off.</summary>
public sealed record CandidatesConfig
{
    [Description("Footprint in square metres.")]
    public RangeConfig? FootprintM2 { get; init; } = new() { Min = 50, Max = 250 };

    [Description("Straight distance to a stop that counts, metres.")]
    public double? StopWithinM { get; init; } = 1000;

    [Description("Ordinary departures on the term day that make a stop count.")]
    public int StopMinDepartures { get; init; } = 2;

    [Description("Settlements that the home must lie in.")]
    public IReadOnlyList<SettlementConfig>? Settlements { get; init; } =
    [
        new() { MaxGapM = 200, Between = Between.Dwellings, MinResidents = 20 },
        new() { MaxGapM = 1000, Between = Between.Residents, MinResidents = 50 },
    ];

    [Description("What to do with homes that look like holiday homes: mark, leave-out or only.")]
    public HolidayHomes HolidayHomes { get; init; } = HolidayHomes.Mark;
}

/// <summary>An inclusive range; a missing end is open.</summary>
public sealed record RangeConfig
{
    [Description("Smallest value.")]
    public double? Min { get; init; }

    [Description("Largest value.")]
    public double? Max { get; init; }
}

/// <summary>A settlement: buildings chained by gaps of at most <see cref="MaxGapM"/>, with at least <see cref="MinResidents"/> registered in all.</summary>
public sealed record SettlementConfig
{
    [Description("Largest gap in the chain, metres.")]
    public double MaxGapM { get; init; }

    [Description("What is chained: dwellings (every dwelling building) or residents (buildings where somebody is registered).")]
    public Between Between { get; init; }

    [Description("Fewest people registered in the settlement.")]
    public int MinResidents { get; init; }
}

/// <summary>What a settlement is chained from.</summary>
public enum Between
{
    Dwellings,
    Residents,
}

/// <summary>What to do with homes that look like holiday homes.</summary>
public enum HolidayHomes
{
    Mark,
    LeaveOut,
    Only,
}

/// <summary>The list for planners.</summary>
public sealed record ShortlistConfig
{
    [Description("How many homes the shortlist holds.")]
    public int Top { get; init; } = 200;

    [Description("Link to a web map, with {lat}, {lon}, {north} and {east} to fill in.")]
    public string? MapLink { get; init; }
}

/// <summary>A published figure that stands beside ours.</summary>
public sealed record ReferenceConfig
{
    [Description("What the figure is.")]
    public required string Label { get; init; }

    [Description("The figure.")]
    public double Value { get; init; }
}
