using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.Prepare;

/// <summary>Makes one timetable of the feeds, chooses the days that stand for it, and says what leaves from each stop on the term day.</summary>
internal static class TransitBuild
{
    /// <summary>How far around the homes trips are counted when days are chosen.</summary>
    private const double AroundHomesM = 2000;

    /// <returns>The timetable with its days, and where buses can be boarded on the term day.</returns>
    /// <exception cref="InputException">The timetable has ended, starts too late, or lacks a day that the configuration fixes.</exception>
    public static (Transit Transit, BoardingPosts Posts) Build(Delivery delivery, Envelope homes, RoadGraph? roads, SurroundingRules rules, Run run)
    {
        Envelope near = homes.Copy();
        near.ExpandBy(AroundHomesM);
        Timetable timetable = TimetableMaker.Make(delivery.Feeds, rules.Transit, rules.WorkingCrs, homes);
        Tell(timetable, run);
        TripsPerDay perDay = timetable.OrdinaryTripsPerDay(near.MinX, near.MinY, near.MaxX, near.MaxY);
        ServiceDayChoice choice = ServiceDays.Choose(timetable.Sources, perDay, rules.AsOf, Options(rules));
        if (choice.Problem is { } problem)
        {
            string files = string.Join(", ", delivery.Books.Files.Where(f => f.Type == "timetable").Select(f => f.Path));
            throw new InputException(Said(problem, files));
        }

        foreach (ServiceDayNotice notice in choice.Notices)
        {
            run.Notice(Told(notice));
        }

        DayTrips? day = choice[ServiceDayType.Term].Date is { } term ? DayTrips.On(timetable, term) : null;
        Departures? departures = day is null ? null : new Departures(day);
        Transit transit = new()
        {
            Timetable = timetable,
            Choice = choice,
            DayTypes = new DayTypes(timetable, perDay, choice, Options(rules)),
            Stops = day is null ? [] : Stops(timetable, departures!, new BookedWeek(timetable, day.Date), rules.StopMinDepartures),
            LineCourses = day is null ? [] : LineCourses.Of(delivery.Feeds, roads, timetable, day, CrsTransform.Between(CrsTable.Wgs84, rules.WorkingCrs), run),
        };
        return (transit, departures is null ? new BoardingPosts([], [], []) : Boarding(timetable, departures));
    }

    /// <summary>
    /// The same days on a changed timetable. They are not chosen again: added trips change how many run on a date, and a Tuesday would be held against a Wednesday.
    /// </summary>
    /// <param name="from">The timetable as it was, with its days.</param>
    /// <param name="timetable">As it would be.</param>
    /// <param name="added">New courses, by line.</param>
    /// <param name="minDepartures">Ordinary departures that make a stop count.</param>
    public static (Transit Transit, BoardingPosts Posts) Again(
        Transit from, Timetable timetable, IReadOnlyList<(string Agency, string Line, LineString Course)> added, int minDepartures)
    {
        DayTrips? day = from.Choice[ServiceDayType.Term].Date is { } term ? DayTrips.On(timetable, term) : null;
        Departures? departures = day is null ? null : new Departures(day);
        Transit transit = new()
        {
            Timetable = timetable,
            Choice = from.Choice,
            DayTypes = from.DayTypes,
            Stops = day is null ? [] : Stops(timetable, departures!, new BookedWeek(timetable, day.Date), minDepartures),
            LineCourses = day is null ? [] : Prepare.LineCourses.Again(from.LineCourses, timetable, day, added),
        };
        return (transit, departures is null ? new BoardingPosts([], [], []) : Boarding(timetable, departures));
    }

    private static ServiceDayOptions Options(SurroundingRules rules)
    {
        ServiceDayOptions standard = new();
        return standard with
        {
            SchoolTerms = [.. rules.Days.SchoolTerms.Select(s => new DateSpan(s[0], s[1]))],
            SchoolHolidays = [.. rules.Days.SchoolHolidays.Select(s => new DateSpan(s[0], s[1]))],
            SureTermWeeks = rules.Days.TermWeeks ?? standard.SureTermWeeks,
            SureHolidayWeeks = rules.Days.HolidayWeeks ?? standard.SureHolidayWeeks,
            Fixed = rules.ServiceDays.Where(d => d.Value != "auto").ToDictionary(
                d => Enum.Parse<ServiceDayType>(d.Key, ignoreCase: true), d => DateOnly.ParseExact(d.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        };
    }

    private static List<StopTraffic> Stops(Timetable timetable, Departures departures, BookedWeek booked, int minDepartures)
    {
        List<StopTraffic> stops = [];
        for (int stop = 0; stop < timetable.Stops.Count; stop++)
        {
            if (!timetable.Stops.IsPlaced(stop))
            {
                continue;
            }

            ReadOnlySpan<int> posts = timetable.Stops.PostsOf(stop);
            (double x, double y) = timetable.Stops.MidpointOf(stop);
            (int FirstS, int LastS)? span = departures.SpanAt(stop);
            int trips = departures.TripsAt(stop);
            stops.Add(new StopTraffic(
                stop, $"{timetable.Sources[timetable.Posts.SourceOf(posts[0])].Id}:{timetable.Posts.IdOf(posts[0])}", timetable.Stops.NameOf(stop), x, y, trips,
                string.Join(", ", departures.LinesAt(stop)), Clock.Text(span?.FirstS), Clock.Text(span?.LastS), trips >= minDepartures, trips == 0 && booked.Count(posts) > 0));
        }

        return stops;
    }

    private static BoardingPosts Boarding(Timetable timetable, Departures departures)
    {
        List<double> x = [];
        List<double> y = [];
        List<int> trips = [];
        for (int post = 0; post < timetable.Posts.Count; post++)
        {
            if (timetable.Posts.IsPlaced(post) && departures.IsBoardable(post))
            {
                (double east, double north) = timetable.Posts.PositionOf(post);
                x.Add(east);
                y.Add(north);
                trips.Add(departures.TripsAt(timetable.Posts.StopOf(post)));
            }
        }

        return new BoardingPosts(x, y, trips);
    }

    private static void Tell(Timetable timetable, Run run)
    {
        foreach (TimetableFeed source in timetable.Sources)
        {
            // What an earlier source has too is told as an overlap.
            int other = source.Counts.LeftOut.GetValueOrDefault(TripLeftOut.RouteType).Trips;
            int unusable = source.Counts.LeftOut.Where(l => l.Key is not (TripLeftOut.RouteType or TripLeftOut.Overlap)).Sum(l => l.Value.Trips);
            if (other > 0)
            {
                run.Notice(new TripsLeftOut(other) { Source = source.Id });
            }

            if (unusable > 0)
            {
                run.Notice(new TripsUnusable(unusable) { Source = source.Id });
            }

            if (source.Counts.Overlapping > 0)
            {
                run.Notice(new TimetablesOverlap(source.Counts.Overlapping) { Source = source.Id });
            }

            if (source.Counts.UnplacedPosts > 0)
            {
                run.Notice(new StopsUnplaced(source.Counts.UnplacedPosts) { Source = source.Id });
            }

            if (source.Counts.TransfersNotApplied > 0)
            {
                run.Notice(new TransfersNotApplied(source.Counts.TransfersNotApplied) { Source = source.Id });
            }

            if (source.Counts.ApproximateTrips > 0)
            {
                run.Notice(new ApproximateTrips(source.Counts.ApproximateTrips) { Source = source.Id });
            }
        }
    }

    private static Notice Told(ServiceDayNotice notice) => notice switch
    {
        TimetableStartsLater later => new TimetableStartsAfter(Day(later.AsOf), Day(later.First)),
        TermDayLow low => new TermDayIsLow(Day(low.Date), low.Trips, Day(low.Busiest), low.BusiestTrips),
        _ => new DayUncertain(),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A timetable that is of no use for the day: what to give instead.
    private static Sentence Said(ServiceDayProblem problem, string files) => problem switch
    {
        TimetableEnded p => Sentence.Of($"{files}: timetable ended {p.Last:yyyy-MM-dd}, before {p.AsOf:yyyy-MM-dd}: give a newer file for {p.Source}, or an earlier asOf."),
        TimetableStartsTooLate p => Sentence.Of($"{files}: timetable starts {p.First:yyyy-MM-dd}, long after {p.AsOf:yyyy-MM-dd}: give an older file for {p.Source}, or a later asOf."),
        TimetableWithoutDates p => Sentence.Of($"{files}: timetable has no date with service: check calendar.txt and calendar_dates.txt of {p.Source}."),
        TimetablesApart p => Sentence.Of($"{files}: timetables share no date: one starts {p.LatestFirst:yyyy-MM-dd}, another ended {p.EarliestLast:yyyy-MM-dd}; give such that hold at one time."),
        FixedDayOutside p => Sentence.Of(
            $"{files}: serviceDays asks for {p.Date:yyyy-MM-dd}, but the timetable runs {p.Window.First:yyyy-MM-dd} to {p.Window.Last:yyyy-MM-dd}; choose a day between them."),
        _ => throw new InvalidOperationException(problem.GetType().Name),
    };
}
