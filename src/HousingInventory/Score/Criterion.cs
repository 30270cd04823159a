using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;

namespace HousingInventory.Score;

/// <summary>
/// The door of scoring: one measure of a home's access, with the points it gives. To add a criterion: one file with a derived record, and one line here;
/// schema, columns, documentation and the shared property tests follow by themselves.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(WalkToStopCriterion), "walk-to-stop")]
[JsonDerivedType(typeof(BusLineCriterion), "bus-line")]
[JsonDerivedType(typeof(DeparturesCriterion), "departures")]
[JsonDerivedType(typeof(ServiceCriterion), "service")]
[JsonDerivedType(typeof(TravelTimeCriterion), "travel-time")]
[JsonDerivedType(typeof(MajorRoadCriterion), "major-road")]
[JsonDerivedType(typeof(UsefulDayCriterion), "useful-day")]
[JsonDerivedType(typeof(ScbNearnessCriterion), "scb-nearness")]
[JsonDerivedType(typeof(PtalCriterion), "ptal")]
[JsonDerivedType(typeof(QualityClassCriterion), "oev-gueteklassen")]
public abstract record Criterion
{
    [Description("Column name of this criterion, stable when the label changes.")]
    public string Name { get; init; } = "";

    [Description("Its share of the score; 0 measures and shows it without scoring.")]
    public double Weight { get; init; } = 1;

    [Description("What people see, by language: { \"sv\": ..., \"en\": ... }.")]
    public IReadOnlyDictionary<string, string>? Label { get; init; }

    [Description("How a measure becomes points: linear, step, smooth or logistic.")]
    public Shape Shape { get; init; } = Shape.Linear;

    [Description("For shape logistic: the measure at which about half the points are left.")]
    public double? Median { get; init; }

    [Description("For shape logistic: how gradually the points fall.")]
    public double? Deviation { get; init; }

    [Description("Homes under these points rank after all others.")]
    public MustConfig? Must { get; init; }

    /// <summary>Source types without which this criterion cannot be measured.</summary>
    [JsonIgnore]
    internal abstract IReadOnlyList<string> Needs { get; }

    /// <summary>Whether nothing can be measured without the configuration's centre.</summary>
    /// <param name="hasServices">Whether there are services to go to instead.</param>
    internal virtual bool NeedsCentre(bool hasServices) => false;

    /// <summary>The measured column: unit, labels, decimals.</summary>
    [JsonIgnore]
    internal abstract MeasureInfo Info { get; }

    /// <summary>What {name} stands for in labels: the criterion's own label, else what it measures the way to, else its name.</summary>
    internal virtual string Noun(Diagnostics.Language language) => Label?.GetValueOrDefault(language == Diagnostics.Language.Sv ? "sv" : "en") ?? Name;

    /// <summary>Whether labels have texts by language, or there are none.</summary>
    internal static bool IsLabel(IReadOnlyDictionary<string, string>? label) =>
        label is null || (label.Count > 0 && label.All(l => l.Key is "sv" or "en" && !string.IsNullOrWhiteSpace(l.Value)));

    /// <summary>The measure as a number of which less is better: what orders homes whose scores are equal.</summary>
    internal virtual double Burden(double measure) => measure;

    /// <summary>Says what is wrong with the members, as a path in the criterion and a sentence; null when nothing is.</summary>
    internal virtual Sentence? Fault() => null;

    /// <summary>Points of a measure where less is better, by the configured shape.</summary>
    protected int Falling(double x, double full, double zero, double? until) => Shape switch
    {
        Shape.Step => Points.Step(x, until ?? full),
        Shape.Smooth => Points.Smooth(x, full, zero),
        Shape.Logistic => Points.Logistic(x, Median!.Value, Deviation!.Value),
        _ => Points.Linear(x, full, zero),
    };

    /// <summary>Points of a measure where more is better, by the configured shape.</summary>
    protected int Rising(double x, double full, double zero) => Shape switch
    {
        Shape.Step => x >= full ? Points.Full : 0,
        Shape.Smooth => Points.Smooth(x, full, zero),
        _ => Points.Rising(x, full, zero),
    };

    /// <summary>What is wrong with the limits of a falling measure; null when nothing is.</summary>
    /// <param name="unit">How the names of the limits end: M or Min.</param>
    /// <param name="full">Full points until.</param>
    /// <param name="zero">No points from.</param>
    /// <param name="until">Limit of the shape step; null for <paramref name="full"/>.</param>
    protected Sentence? FaultOfLimits(string unit, double full, double zero, double? until) =>
        Shape == Shape.Logistic && !(Median > 0 && Deviation > 0) ? ".shape logistic needs a median and a deviation above 0"
        : until is not null && Shape != Shape.Step ? Sentence.Of($".until{unit} is used by the shape step only")
        : Shape == Shape.Step && !((until ?? full) >= 0) ? Sentence.Of($".until{unit} must not be negative")
        : Shape is Shape.Linear or Shape.Smooth && !(full >= 0 && full < zero) ? Sentence.Of($".fullUntil{unit} must be at least 0 and below zeroFrom{unit}")
        : null;

    /// <summary>What is wrong with the limits of a rising measure; null when nothing is.</summary>
    protected Sentence? FaultOfRising(double full, double zero) =>
        !(zero >= 0 && zero < full) ? ".zeroAt must be at least 0 and below fullAt"
        : Shape == Shape.Logistic ? ".shape logistic is for measures where less is better; here linear, step or smooth"
        : null;

    /// <summary>
    /// Measures every home. The result of one home never depends on which other homes are asked for.
    /// </summary>
    /// <param name="access">Networks, timetables and services, built once and shared.</param>
    /// <param name="homes">The homes, any number.</param>
    /// <param name="run">Where notices go.</param>
    internal abstract CriterionResult Measure(AccessContext access, IReadOnlyList<Model.Building> homes, Diagnostics.Run run);
}

/// <summary>A veto: homes with fewer points rank after all that have them, and keep their score.</summary>
public sealed record MustConfig
{
    [Description("Fewest points, 0 to 100.")]
    public double? AtLeastPoints { get; init; }
}

/// <summary>How a measure becomes points.</summary>
public enum Shape
{
    Linear,
    Step,
    Smooth,
    Logistic,
}
