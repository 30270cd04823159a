using System.Globalization;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf.Proposals;

/// <summary>The trips of the base as a search asks for them.</summary>
internal sealed class TripBook
{
    private readonly TripCall[][] _calls;
    private readonly Coordinate? _centre;
    private readonly HashSet<string> _shared;
    private readonly Dictionary<ServiceDayType, ILookup<(string Line, string From, int DepartS), int>> _rides = [];

    /// <param name="edit">The timetable.</param>
    /// <param name="centre">Where most errands are; null without.</param>
    public TripBook(TimetableEdit edit, Coordinate? centre)
    {
        (Edit, _centre) = (edit, centre);
        _calls = [.. Enumerable.Range(0, edit.TripCount).Select(edit.CallsOf)];
        _shared = [.. Enumerable.Range(0, edit.LineCount).GroupBy(l => edit.Line(l).Name, edit.GroupOf)
            .Where(g => g.Distinct().Skip(1).Any()).Select(g => g.Key)];
    }

    public TimetableEdit Edit { get; }

    /// <summary>Trips whose line has a name that a change can say.</summary>
    public IEnumerable<int> Named => Enumerable.Range(0, _calls.Length).Where(t => Edit.Line(Edit.LineOf(t)).Name.Length > 0);

    /// <summary>The calls of a trip; not to be changed.</summary>
    public TripCall[] Calls(int trip) => _calls[trip];

    /// <summary>Departure at the first stop, seconds.</summary>
    public int Start(int trip) => _calls[trip][0].DepartureS;

    /// <summary>The line that passengers know, by its number.</summary>
    public int Group(int trip) => Edit.GroupOf(Edit.LineOf(trip));

    /// <summary>The line as it is printed.</summary>
    public string Printed(int group) => Edit.Line(group).Name;

    /// <summary>The line as a change names it: with its agency where several print it.</summary>
    public string LineText(int group) => _shared.Contains(Printed(group)) ? $"{Edit.Line(group).Agency} {Printed(group)}" : Printed(group);

    /// <summary>Direction of a trip as a change names it; null where neither the timetable nor the centre tells.</summary>
    public string? Direction(int trip) => Edit.DirectionOf(trip)?.ToString(CultureInfo.InvariantCulture)
        ?? (_centre is not { } centre ? null
            : DistanceM(_calls[trip][^1].Post, centre) < DistanceM(_calls[trip][0].Post, centre) ? "to-centre" : "from-centre");

    /// <summary>The trip of a ride that was told; -1 where it cannot be told.</summary>
    public int Of(ToldRide ride, ServiceDayType day)
    {
        if (Edit.Days.Chosen(day) is null)
        {
            return -1;
        }

        if (!_rides.TryGetValue(day, out ILookup<(string Line, string From, int DepartS), int>? rides))
        {
            rides = Named.Where(t => Edit.Runs(t, day)).SelectMany(t => _calls[t].Select(c => (Trip: t, Call: c)))
                .ToLookup(c => (Edit.Line(Edit.LineOf(c.Trip)).Name, Edit.NameOf(c.Call.Post), c.Call.DepartureS), c => c.Trip);
            _rides.Add(day, rides);
        }

        // Two buses of a line may leave one stop at once, each its way; a ride may also go on as another trip.
        int[] trips = [.. rides[(ride.Line, ride.From, ride.DepartS)]];
        return trips.Where(t => _calls[t].Any(c => c.ArrivalS == ride.ArriveS && Edit.NameOf(c.Post) == ride.To)).Concat(trips).FirstOrDefault(-1);
    }

    /// <summary>Whether a trip that is moved has at least so many seconds to every other of its line that leaves its first stop the same way.</summary>
    public bool KeepsHeadway(int trip, ServiceDayType day, int movedS, int leastS)
    {
        (int post, int toS) = (_calls[trip][0].Post, Start(trip) + movedS);
        return toS >= 0 && Enumerable.Range(0, _calls.Length).All(t => t == trip || Group(t) != Group(trip) || Direction(t) != Direction(trip)
            || !Edit.Runs(t, day) || !Array.Exists(_calls[t], c => Edit.IsOneStop(c.Post, post) && Math.Abs(c.DepartureS - toS) < leastS));
    }

    /// <summary>Metres of a trip from stop to stop, straight.</summary>
    public double LengthM(int trip)
    {
        double metres = 0;
        for (int i = 1; i < _calls[trip].Length; i++)
        {
            (double x, double y) = Edit.PlaceOf(_calls[trip][i].Post);
            metres += Edit.DistanceM(_calls[trip][i - 1].Post, x, y);
        }

        return double.IsFinite(metres) ? metres : 0;
    }

    private double DistanceM(int post, Coordinate place) => Edit.DistanceM(post, place.X, place.Y);
}
