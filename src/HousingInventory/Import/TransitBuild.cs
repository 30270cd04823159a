using System.Globalization;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>Makes one timetable of the feeds, chooses the days that stand for it, and says what leaves from each stop on the term day.</summary>
internal static class TransitBuild
{
    /// <summary>How far around the homes trips are counted when days are chosen.</summary>
    private const double AroundHomesM = 2000;

    /// <summary>Does nothing without a timetable.</summary>
    /// <exception cref="InputException">The timetable has ended, starts too late, or lacks a day that the configuration fixes.</exception>
    public static void Build(Inputs inputs, LoadedConfig loaded, Run run)
    {
        if (inputs.Feeds.Count == 0)
        {
            return;
        }

        InventoryConfig config = loaded.Config;
        Envelope homes = new();
        foreach (Building building in inputs.Buildings)
        {
            if (building.IsDwelling)
            {
                homes.ExpandToInclude(building.House);
            }
        }

        Timetable timetable = TimetableMaker.Make(inputs, config, homes);
        Tell(timetable, run);
        homes.ExpandBy(AroundHomesM);
        TripsPerDay perDay = timetable.OrdinaryTripsPerDay(homes.MinX, homes.MinY, homes.MaxX, homes.MaxY);
        ServiceDayChoice choice = ServiceDays.Choose(timetable.Sources, perDay, inputs.AsOf, Options(config));
        if (choice.Problem is { } problem)
        {
            string files = string.Join(", ", inputs.Files.Where(f => f.Type == "timetable").Select(f => f.Path));
            throw new InputException($"{files}: {problem.Message}.");
        }

        foreach (ServiceDayNotice notice in choice.Notices)
        {
            run.Notice(Told(notice));
        }

        IReadOnlyList<StopTraffic> stops = [];
        DayTrips? day = choice[ServiceDayType.Term].Date is { } term ? DayTrips.On(timetable, term) : null;
        if (day is not null)
        {
            Departures departures = new(day);
            stops = Stops(timetable, departures, new BookedWeek(timetable, day.Date), config.Candidates.StopMinDepartures);
            inputs.Stops = Counting(timetable, departures, config.Candidates.StopMinDepartures);
        }
        else
        {
            inputs.Stops = new TransitStops([], []);
        }

        inputs.Transit = new Transit
        {
            Timetable = timetable,
            Choice = choice,
            Stops = stops,
            LineCourses = day is null ? [] : LineCourses.Of(inputs, timetable, day, CrsTransform.Between(CrsTable.Wgs84, CrsTable.FindByText(config.Crs)!), run),
        };
    }

    private static ServiceDayOptions Options(InventoryConfig config)
    {
        ServiceDayOptions standard = new();
        return standard with
        {
            SchoolTerms = [.. config.Days.SchoolTerms.Select(s => new DateSpan(s[0], s[1]))],
            SchoolHolidays = [.. config.Days.SchoolHolidays.Select(s => new DateSpan(s[0], s[1]))],
            SureTermWeeks = config.Days.TermWeeks ?? standard.SureTermWeeks,
            SureHolidayWeeks = config.Days.HolidayWeeks ?? standard.SureHolidayWeeks,
            Fixed = config.ServiceDays.Where(d => d.Value != "auto").ToDictionary(
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

    private static TransitStops Counting(Timetable timetable, Departures departures, int minDepartures)
    {
        List<double> x = [];
        List<double> y = [];
        for (int post = 0; post < timetable.Posts.Count; post++)
        {
            if (timetable.Posts.IsPlaced(post) && departures.IsBoardable(post) && departures.Counts(timetable.Posts.StopOf(post), minDepartures))
            {
                (double east, double north) = timetable.Posts.PositionOf(post);
                x.Add(east);
                y.Add(north);
            }
        }

        return new TransitStops(x, y);
    }

    private static void Tell(Timetable timetable, Run run)
    {
        foreach (Routing.Transit.TimetableSource source in timetable.Sources)
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
}
