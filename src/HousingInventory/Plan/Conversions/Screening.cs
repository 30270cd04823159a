namespace HousingInventory.Plan.Conversions;

/// <summary>What premises are good for.</summary>
public enum PremisesClass
{
    Suitable,
    Possible,
    Unknown,
    Unsuitable,
}

/// <summary>The answer to a test.</summary>
public enum TestAnswer
{
    Pass,
    Fail,
    Unknown,
}

/// <summary>How much a failed test weighs.</summary>
public enum TestWeight
{
    /// <summary>No home can be made there.</summary>
    Blocked,

    /// <summary>Only at a high cost.</summary>
    Costly,

    /// <summary>Works that can be planned.</summary>
    Works,

    /// <summary>To be told.</summary>
    Note,
}

/// <summary>A test with its answer.</summary>
public sealed record PremisesTest(string Code, TestWeight Weight, TestAnswer Answer);

/// <summary>
/// Premises as homes for single households. Thresholds are settings and not law; a building permit is needed in general, and staff decide what is tried.
/// </summary>
public sealed record ScreenedPremises
{
    public required Model.Supply.Premises Row { get; init; }

    public required PremisesClass Class { get; init; }

    /// <summary>Every test, in the order of the specification.</summary>
    public required IReadOnlyList<PremisesTest> Tests { get; init; }

    public required double NetM2 { get; init; }

    /// <summary>Homes that the net area holds, at most what the row allows; each takes a single household.</summary>
    public required int Units { get; init; }

    /// <summary>SEK for each unit; null without a cost.</summary>
    public int? CostPerUnit { get; init; }

    /// <summary>The day from which they could be lived in; null while it is not known when they fall vacant.</summary>
    public DateOnly? ReadyOn { get; init; }

    /// <summary>Whether it became known after the plan before this one.</summary>
    public bool IsNew { get; init; }

    public string Village { get; init; } = "";

    public (double X, double Y)? Place { get; init; }

    public int? AccessTenths { get; init; }

    /// <summary>Tests to ask the property department about.</summary>
    public IEnumerable<PremisesTest> ToAsk => Tests.Where(t => t.Answer == TestAnswer.Unknown);
}

/// <summary>Where premises lie and how a weekday there is.</summary>
public sealed record PremisesPlace(string Village, (double X, double Y)? Place, int? AccessTenths);

/// <summary>Screens premises by the table of the specification.</summary>
internal static class Screening
{
    /// <summary>
    /// Tests that a column answers, with the weight of a no. Where the column says that something is well, the test is called by what it is about.
    /// </summary>
    public static IReadOnlyList<(string Code, TestWeight Weight)> Questions { get; } =
    [
        ("plan", TestWeight.Blocked), ("daylight", TestWeight.Blocked), ("two_ways_out", TestWeight.Blocked), ("contamination", TestWeight.Blocked),
        ("water_drain", TestWeight.Costly), ("heating", TestWeight.Costly),
        ("wc_shower", TestWeight.Works), ("kitchen", TestWeight.Works), ("ventilation", TestWeight.Works), ("fire_separation", TestWeight.Works),
        ("noise", TestWeight.Works),
        ("step_free", TestWeight.Note),
    ];

    /// <summary>All premises, best first: by class, access, months, cost for each unit, id.</summary>
    /// <param name="places">Where each lies, by the rows' order.</param>
    /// <param name="previousAsOf">The day of the plan before this one; null without one.</param>
    public static IReadOnlyList<ScreenedPremises> All(
        IReadOnlyList<Model.Supply.Premises> rows, IReadOnlyList<PremisesPlace> places, PlanConfig config, DateOnly asOf, DateOnly? previousAsOf) =>
    [
        .. rows.Select((r, i) => Of(r, places[i], config, asOf, previousAsOf))
            .OrderBy(p => p.Class).ThenByDescending(p => p.AccessTenths ?? -1).ThenBy(p => p.Row.Months ?? int.MaxValue)
                .ThenBy(p => p.CostPerUnit ?? int.MaxValue)
            .ThenBy(p => p.Row.Id, StringComparer.Ordinal),
    ];

    /// <summary>Screens one.</summary>
    public static ScreenedPremises Of(Model.Supply.Premises row, PremisesPlace place, PlanConfig config, DateOnly asOf, DateOnly? previousAsOf)
    {
        double net = row.NetM2 ?? Math.Floor(config.Premises.NetShare * row.AreaM2);
        int units = Math.Min(row.MaxUnits ?? int.MaxValue, (int)Math.Floor(net / config.Premises.UnitM2));
        DateOnly? ready = row.VacantFrom is { } from ? Later(from, asOf).AddMonths(row.Months ?? 0) : null;
        List<PremisesTest> tests =
        [
            .. Questions.Select(q => new PremisesTest(
                q.Code, q.Weight, row.Answers.TryGetValue(q.Code, out bool yes) ? (yes ? TestAnswer.Pass : TestAnswer.Fail) : TestAnswer.Unknown)),
            new("area", TestWeight.Blocked, net >= config.Premises.UnitM2 && units >= 1 ? TestAnswer.Pass : TestAnswer.Fail),
            new("time", TestWeight.Blocked, TimeOf(row, ready, config, asOf)),
        ];
        if (config.Premises.Access is { } least)
        {
            tests.Add(new("access", TestWeight.Note, place.AccessTenths is not { } tenths ? TestAnswer.Unknown : tenths >= least * 10 ? TestAnswer.Pass : TestAnswer.Fail));
        }

        return new ScreenedPremises
        {
            Row = row,
            Class = ClassOf(tests),
            Tests = tests,
            NetM2 = net,
            Units = Math.Max(0, units),
            ReadyOn = ready,
            CostPerUnit = row.CostSek is { } cost && units > 0 ? cost / units : null,
            IsNew = previousAsOf is { } before && row.KnownOn > before,
            Village = place.Village,
            Place = place.Place,
            AccessTenths = place.AccessTenths,
        };
    }

    private static PremisesClass ClassOf(List<PremisesTest> tests) =>
        tests.Exists(static t => t is { Weight: TestWeight.Blocked, Answer: TestAnswer.Fail }) ? PremisesClass.Unsuitable
        : tests.Exists(static t => t is { Weight: TestWeight.Blocked, Answer: TestAnswer.Unknown }) ? PremisesClass.Unknown
        : tests.Exists(static t => t is { Weight: TestWeight.Costly, Answer: not TestAnswer.Pass }) ? PremisesClass.Possible
        : PremisesClass.Suitable;

    /// <summary>Vacant soon enough for the horizon with the works done, and for long enough after that.</summary>
    private static TestAnswer TimeOf(Model.Supply.Premises row, DateOnly? ready, PlanConfig config, DateOnly asOf)
    {
        if (ready is not { } day)
        {
            return TestAnswer.Unknown;
        }

        if (day > asOf.AddMonths(config.HorizonMonths) || row.VacantUntil < day.AddMonths(config.MinStayMonths))
        {
            return TestAnswer.Fail;
        }

        return row.Months is null ? TestAnswer.Unknown : TestAnswer.Pass;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
