using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// How much of an everyday week can be done from a home by ordinary transit: each errand works if one gets there in time and home again, to the same place and
/// within limits from door to door. After Trafikverket's criteria for basic accessibility. Tells a village with a usable working day from one without.
/// </summary>
public sealed record UsefulDayCriterion : Criterion
{
    [Description("The errands. Default: work, SFI, shopping, health centre, evenings and Saturday.")]
    public IReadOnlyList<ErrandConfig> Errands { get; init; } = StandardErrands.All;

    [Description("Longest time from leaving home to the start of an errand with fixed times, minutes.")]
    public int MaxAheadMin { get; init; } = 120;

    [Description("Longest time from the end of an errand with fixed times to being home, minutes.")]
    public int MaxAfterMin { get; init; } = 120;

    [Description("Longest time away from home beyond the stay of a visit, minutes.")]
    public int MaxTravelMin { get; init; } = 240;

    [Description("Per cent from which points are full: a week is usable though not every errand is.")]
    public double FullAt { get; init; } = 100;

    [Description("How much of what booked trips add gives points, 0 to 1.")]
    public double OnDemandCredit { get; init; }

    internal override IReadOnlyList<string> Needs =>
        Errands.All(e => e.To is { Category.Count: > 0 }) ? ["roads", "timetable", "services"] : ["roads", "timetable"];

    internal override bool NeedsCentre(bool hasServices) => Errands.All(e => e.To is null || (e.To.Category.Count > 0 && !hasServices));

    internal override MeasureInfo Info => new(
        "%", 1, "Fungerande vardag (%)", "Usable day (%)", "Andel resärenden som går att klara med ordinarie buss, dit i tid och hem igen.",
        "Share of everyday errands that ordinary buses allow, there in time and home again.");

    internal override double Burden(double measure) => -measure;

    internal override Sentence? Fault()
    {
        for (int i = 0; i < (Errands?.Count ?? 0); i++)
        {
            if (Errands![i].Fault() is { } fault)
            {
                return Sentence.Of($".errands[{i}]{fault}");
            }
        }

        return Errands is not { Count: > 0 } ? ".errands must name at least one errand"
            : Errands.GroupBy(e => e.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice ? Sentence.Of($".errands names '{twice.Key}' twice")
            : Errands.All(e => e.Weight == 0) ? ".errands needs at least one weight above 0"
            : MaxAheadMin is <= 0 or > 1440 ? ".maxAheadMin must be above 0 and at most 1440"
            : MaxAfterMin is <= 0 or > 1440 ? ".maxAfterMin must be above 0 and at most 1440"
            : MaxTravelMin is <= 0 or > 1440 ? ".maxTravelMin must be above 0 and at most 1440"
            : OnDemandCredit is not (>= 0 and <= 1) ? ".onDemandCredit must be 0 to 1"
            : FullAt is not (> 0 and <= 100) ? ".fullAt must be above 0 and at most 100"
            : Shape != Shape.Linear ? ".shape of useful-day is linear, since its points follow the percentage"
            : null;
    }

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        ErrandPlaces places = new(access, Errands);
        TellMissingPlaces(access, places, run);

        if (!places.SearchAll())
        {
            return MeasureColumn.WithoutData(homes.Count, Lack.Errands);
        }

        Errand[] errands = [.. Errands.Select(ToErrand)];
        Connections[] connected = access.ConnectedHomes(RoadMode.Foot);
        UsefulDayResult[] results = new UsefulDayResult[homes.Count];
        Parallel.For(0, homes.Count, i => results[i] = connected[i].IsConnected
            ? UsefulDay.Evaluate(errands, access.Travel.Home(i), places.SeenFrom(i))
            : UsefulDay.OffNetwork(errands));
        return Columns(access, results, new ErrandTelling(access, Errands, places).Tell(results));
    }

    private void TellMissingPlaces(AccessContext access, ErrandPlaces places, Run run)
    {
        ErrandConfig[] without = [.. places.WithoutPlace.Select(i => Errands[i])];
        string[] toCentre = [.. without.Where(e => e.To is null && access.Rules.Centre is null).Select(e => e.Name)];
        if (toCentre.Length > 0)
        {
            run.Notice(new ErrandsWithoutCentre(Name, string.Join(", ", toCentre)));
        }

        foreach (ErrandConfig errand in without.Where(e => e.To is not null || access.Rules.Centre is not null))
        {
            Lack lack = access.LackOf(errand.To);
            run.Notice(new ErrandWithoutPlace(Name, errand.Name, lack.Sv, lack.En));
        }
    }

    private CriterionResult Columns(AccessContext access, UsefulDayResult[] results, Told?[] told)
    {
        ErrandWords words = new(access.Rules.Language);
        MeasureColumn column = new(results.Length);
        object?[] booked = new object?[results.Length];
        object?[] holiday = new object?[results.Length];
        for (int i = 0; i < results.Length; i++)
        {
            if (results[i].Share is { } share)
            {
                decimal tenths = 1000 * results[i].Points((decimal)OnDemandCredit)!.Value / (decimal)FullAt;
                column.Measured(i, (double)(100 * share), (int)Math.Min(Points.Full, decimal.Round(tenths, MidpointRounding.AwayFromZero)));
                booked[i] = (double)(100 * results[i].ShareBooked!.Value);
                holiday[i] = results[i].ShareHoliday is { } h ? (double)(100 * h) : null;
            }
            else
            {
                column.Missing(i, access.StateOffNetwork(i));
            }
        }

        return column.Result(
            told,
            new ExtraColumn("_booked", new MeasureInfo("%", 1, "Fungerande vardag, med anropsstyrt (%)", "Usable day, with booked trips (%)", "Samma andel om även turer som måste beställas räknas.", "The same share if trips that must be ordered count too."), booked),
            new ExtraColumn("_holiday", new MeasureInfo("%", 1, "Fungerande vardag, skollov (%)", "Usable day, school holidays (%)", "Samma andel under skolloven.", "The same share in school holidays."), holiday),
            new ExtraColumn("_best", new MeasureInfo("text", 0, "Fungerande vardag: går bäst", "Usable day: works best", "Det resärende som tar minst tid utöver sin egen längd, med en resa dit och en hem.", "The errand that takes least time beyond its own length, with a journey there and one home."), [.. told.Select(t => t?.Best is { } best ? words.Line(best) : null)]),
            new ExtraColumn("_failing", new MeasureInfo("text", 0, "Fungerande vardag: närmast att gå", "Usable day: nearest to working", "Det resärende som inte går men är närmast, och varför.", "The errand that fails by least, and why."), [.. told.Select(t => t?.Failing is { } failing ? words.Line(failing) : null)]));
    }

    private Errand ToErrand(ErrandConfig errand) => new(errand.Name, Clock.Seconds(errand.Start ?? errand.From!)!.Value, Clock.Seconds(errand.End ?? errand.Until!)!.Value)
    {
        StayS = errand.StayMin * 60,
        Days = errand.Days,
        Weight = (decimal)errand.Weight,
        MaxAheadS = (errand.MaxAheadMin ?? MaxAheadMin) * 60,
        MaxAfterS = (errand.MaxAfterMin ?? MaxAfterMin) * 60,
        MaxTravelS = (errand.MaxTravelMin ?? MaxTravelMin) * 60,
    };
}
