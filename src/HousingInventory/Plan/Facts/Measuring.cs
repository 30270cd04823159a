using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Conversions;
using HousingInventory.Plan.Placement;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;
using NetTopologySuite.Geometries;

namespace HousingInventory.Plan.Facts;

/// <summary>The homes and premises of the plan, with place, measures and points.</summary>
/// <param name="Sites">Every home, by id.</param>
/// <param name="PremisesPlaces">Of each row of premises, in its order.</param>
/// <param name="Criteria">The criteria that were measured.</param>
internal sealed record MeasuredPlaces(IReadOnlyList<Site> Sites, IReadOnlyList<PremisesPlace> PremisesPlaces, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>Names of the criteria that measured something.</summary>
    public ISet<string> Measured => Criteria.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The criterion of a category of services: one of that name, else the first that goes there; null when none does.</summary>
    public string? OfCategory(string category) =>
        (Criteria.FirstOrDefault(c => c.Name == category) ?? Criteria.OfType<ServiceCriterion>().FirstOrDefault(s => s.Category.Contains(category)))?.Name;
}

/// <summary>
/// Measures the plan's places as a run measures houses: the same criteria, networks and rules, at a building's house point where there is one.
/// </summary>
internal static class Measuring
{
    /// <summary>Finds and measures all places; those of one point once.</summary>
    public static MeasuredPlaces Measure(Question question, PlanRows rows, ISet<string> inhabited, PlanConfig config, InventoryConfig all, Run run)
    {
        Locating locating = new(question.Registers, question.Surroundings.Localities);
        Beds beds = new(config.Norm, config.BedsByRooms);
        Location?[] homes = [.. rows.Homes.Select(h => Find(locating, h.Place, h.Source, h.Row, run))];
        Location?[] premises = [.. rows.Premises.Select(p => Find(locating, p.Place, p.Source, p.Row, run))];
        (double X, double Y)[] points = [.. homes.Concat(premises).OfType<Location>().Select(l => (l.X, l.Y)).Distinct().Order()];
        Dictionary<(double, double), int> number = points.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
        Scores? scores = points.Length == 0 ? null : Score(question, points, all, run);
        List<(Criterion Criterion, CriterionResult Result)> useful = [.. scores?.Criteria.Where(c => !c.Result.WithoutData) ?? []];
        string?[] corridors = Corridors(question.Surroundings, points);
        int? Access(Location place) => useful.Exists(static c => c.Criterion.Weight > 0) ? (int)(scores!.Score[number[(place.X, place.Y)]] * 10) : null;

        List<Site> sites = [];
        for (int i = 0; i < homes.Length; i++)
        {
            PlanHome home = rows.Homes[i];
            Site site = new()
            {
                Home = home,
                Status = inhabited.Contains(home.Id) ? HomeStatus.Occupied
                    : home.Status ?? (home.FreeFrom <= question.AsOf ? HomeStatus.Ready : HomeStatus.Preparing),
                Beds = beds.Of(home),
                Address = home.Place.Address,
            };
            sites.Add(homes[i] is not { } place ? site : site with
            {
                Place = (place.X, place.Y),
                Village = place.Village,
                Address = place.Address,
                Ref = place.Ref,
                Corridor = corridors[number[(place.X, place.Y)]],
                AccessTenths = Access(place),
                Measures = useful.ToDictionary(c => c.Criterion.Name, c => MeasureOf(c.Result, number[(place.X, place.Y)]), StringComparer.Ordinal),
            });
        }

        return new MeasuredPlaces(
            sites, [.. premises.Select(p => p is null ? new PremisesPlace("", null, null) : new PremisesPlace(p.Village, (p.X, p.Y), Access(p)))],
            [.. useful.Select(c => c.Criterion)]);
    }

    /// <summary>Scores the points as houses. What criteria say of each other is a matter of a run, and not told here.</summary>
    private static Scores Score(Question question, (double X, double Y)[] points, InventoryConfig all, Run run)
    {
        IReadOnlyList<Criterion> criteria = StandardCriteria.For(all.Criteria, question.Books, all.Centre is not null, run);
        Run apart = new(null, run.Cancellation);
        Scores scores = Scoring.Score([.. points.Select(House)], question.Surroundings, criteria, all.AccessRules(), apart);
        foreach (Notice notice in apart.Notices.Samples.Where(n => n is not (CriteriaOverlap or CriterionWithoutEffect)))
        {
            run.Notice(notice);
        }

        return scores;
    }

    private static Location? Find(Locating locating, HomePlace place, string source, long row, Run run)
    {
        Location? found = locating.Find(place);
        if (found is null)
        {
            run.Notice(new HomeWithoutPlace { Source = source, Row = row });
        }

        return found;
    }

    private static SiteMeasure MeasureOf(CriterionResult result, int place) =>
        result.States[place] == MeasureState.Measured ? new SiteMeasure(result.Values[place], result.PointsTenths[place]) : new SiteMeasure(null, 0);

    /// <summary>A point as the criteria know houses.</summary>
    private static Building House((double X, double Y) point, int index) => new Building
    {
        Id = FormattableString.Invariant($"place-{index}"),
        Outline = new Point(point.X, point.Y),
        FootprintM2 = 0,
        House = new Coordinate(point.X, point.Y),
        IsDwelling = true,
        Purpose = "",
        Kind = BuildingKind.Dwelling,
        Source = "",
        Row = 0,
    }.At(index);

    /// <summary>
    /// The line with most departures at the nearest stop that counts, by the places' order. Lines of one name are told apart only where they share a source.
    /// </summary>
    private static string?[] Corridors(Surroundings around, (double X, double Y)[] points)
    {
        string?[] corridors = new string?[points.Length];
        if (around.Transit is not { } transit || transit.Choice[ServiceDayType.Term].Date is not { } day)
        {
            return corridors;
        }

        StopTraffic[] stops = [.. transit.Stops.Where(s => s.Counts).OrderBy(s => s.Id, StringComparer.Ordinal)];
        Routing.Transit.Departures departures = new(DayTrips.On(transit.Timetable, day));
        Dictionary<int, string?> lineOf = [];
        for (int i = 0; i < points.Length; i++)
        {
            (double x, double y) = points[i];
            if (stops.MinBy(s => ((s.X - x) * (s.X - x)) + ((s.Y - y) * (s.Y - y))) is { } nearest)
            {
                if (!lineOf.TryGetValue(nearest.Stop, out string? line))
                {
                    lineOf.Add(nearest.Stop, line = departures.BusiestLineAt(nearest.Stop)?.Name);
                }

                corridors[i] = line;
            }
        }

        return corridors;
    }
}
