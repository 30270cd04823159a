using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>The timetable of all feeds, the days that stand for it, and what it says of every stop on the term day.</summary>
public sealed class Transit
{
    public required Timetable Timetable { get; init; }

    /// <summary>The chosen days as the router knows them.</summary>
    public required ServiceDayChoice Choice { get; init; }

    /// <summary>The type of every date; null where it was never asked.</summary>
    public DayTypes? DayTypes { get; init; }

    /// <summary>Stops with their traffic on the term day, by index of <see cref="Timetable"/>'s stops; unplaced ones are left out.</summary>
    public required IReadOnlyList<StopTraffic> Stops { get; init; }

    /// <summary>Courses of the lines with ordinary traffic on the term day.</summary>
    public required IReadOnlyList<LineCourse> LineCourses { get; init; }

    /// <summary>The chosen days in words, for manifest and report.</summary>
    public IReadOnlyList<ChosenDay> Days =>
        [.. Choice.Days.Select(d => new ChosenDay(DayTerms.Of(d.Type), d.Date, d.Trips, DayTerms.Of(d.State == ServiceDayState.NoData ? ServiceDayHow.NotFound : d.How)))];
}

/// <summary>A service day, for manifest and report.</summary>
/// <param name="Type">What kind of day.</param>
/// <param name="Date">Null when the timetable has no such day.</param>
/// <param name="Trips">Ordinary trips near the homes.</param>
/// <param name="How">How it was chosen.</param>
public sealed record ChosenDay(Term Type, DateOnly? Date, int Trips, Term How);

/// <summary>A stop and its traffic on the term day.</summary>
/// <param name="Stop">Index of the stop.</param>
/// <param name="Id">Source id and the id of its first post.</param>
/// <param name="Name">Name.</param>
/// <param name="X">Easting of its midpoint.</param>
/// <param name="Y">Northing of its midpoint.</param>
/// <param name="Departures">Ordinary departures, both directions.</param>
/// <param name="Lines">Names of its lines, in order.</param>
/// <param name="FirstDeparture">HH:mm, null when none.</param>
/// <param name="LastDeparture">HH:mm, null when none.</param>
/// <param name="Counts">Whether it has enough departures to count.</param>
/// <param name="OnlyBooked">Whether all its traffic that day must be booked.</param>
public sealed record StopTraffic(
    int Stop, string Id, string Name, double X, double Y, int Departures, string Lines, string? FirstDeparture, string? LastDeparture, bool Counts, bool OnlyBooked);

/// <summary>The course of a line.</summary>
/// <param name="Line">Name of the line.</param>
/// <param name="Agency">Who runs it.</param>
/// <param name="Trips">Ordinary trips on the term day.</param>
/// <param name="Course">Where it runs, in the working CRS.</param>
public sealed record LineCourse(string Line, string Agency, int Trips, MultiLineString Course);
