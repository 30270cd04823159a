using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Analyses;
using HousingInventory.Analyses.WhatIf;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Flag;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Import.Previous;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Plan;
using HousingInventory.Prepare;
using HousingInventory.Rank;
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

    [Description("Whom a reader of the report may ask: a name or function, telephone or e-mail.")]
    public string? Contact { get; init; }

    [Description("The diary number of the matter; stands on the report.")]
    public string? DiaryNumber { get; init; }

    [Description("When the results are to be deleted, yyyy-MM-dd. Missing: a warning on page one.")]
    public DateOnly? DeleteAfter { get; init; }

    [JsonConverter(typeof(OneOrManyConverter))]
    [Description("Municipality code, or several; rows of others are left out. Absent: rows of every municipality count.")]
    public IReadOnlyList<string> Municipality { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("municipality: every municipality of the list is a run of its own, with its own shortlist and reports in a folder called by its code. Default: one run of all.")]
    public Split? Split { get; init; }

    [Description("Working CRS in metres, also that of the GeoPackage.")]
    public string Crs { get; init; } = "EPSG:3006";

    [Description("Language of labels and sentences: sv or en.")]
    public Language Language { get; init; } = Language.Sv;

    [Description("Longitude and latitude of the place where most errands are.")]
    public IReadOnlyList<double>? Centre { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where municipalities are run one by one: the centre of each by its code. Default: centre, for all of them.")]
    public IReadOnlyDictionary<string, IReadOnlyList<double>>? Centres { get; init; }

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

    [Description("How the order is tried under other weights. null: not at all.")]
    public RobustnessConfig? Robustness { get; init; } = new();

    [Description("What the run is held against.")]
    public ExpectedConfig Expected { get; init; } = new();

    [Description("Published figures to stand beside ours in the report.")]
    public IReadOnlyList<ReferenceConfig> References { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Second analyses, each of the same results. Default: none.")]
    public IReadOnlyList<Analysis>? Analyses { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Another configuration that this one is laid over: objects are merged, arrays are replaced, null removes. Sources stay those of the base.")]
    public string? Base { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("What might be otherwise, for 'what-if': a list, or the path of a file of drawings in which each row or feature is a change. 'run' only checks it.")]
    public IReadOnlyList<Scenario>? Scenarios { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("What traffic costs. Missing: no money is printed.")]
    public CostsConfig? Costs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("How 'what-if' reckons.")]
    public WhatIfConfig? WhatIf { get; init; }

    [Description("What a single file may ask of the machine; the defaults lie far above every register of a whole country.")]
    public ReadLimits Limits { get; init; } = new();

    [JsonConverter(typeof(PreviousConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("An earlier run that this one is held against: its results folder, or { \"results\": folder, \"config\": its inventory.json }. Default: none.")]
    public PreviousConfig? Previous { get; init; }

    [Description("What to write. Default: geojson, geopackage, csv, xlsx and report.")]
    public IReadOnlyList<Output>? Outputs { get; init; }

    [Description("Homes for households that are assigned to the municipality: what 'plan' works by. 'run' does not look at it.")]
    public PlanConfig? Plan { get; init; }
}

/// <summary>What a run is split by.</summary>
public enum Split
{
    /// <summary>Each municipality by itself.</summary>
    Municipality,
}
