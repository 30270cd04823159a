using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>Journeys in plain words, in the language of the run.</summary>
internal sealed class JourneyWords(Timetable timetable, Language language)
{
    private readonly bool _sv = language == Language.Sv;

    /// <summary>"Hemifrån 07:16, linje 31 från Byn 07:25, framme 08:10"; with a plain walk "till fots".</summary>
    public string There(Journey journey) =>
        $"{(_sv ? "Hemifrån" : "Leave home")} {Clock.Text(journey.LeaveS)}, {Rides(journey)}, {(_sv ? "framme" : "there")} {Clock.Text(journey.ArriveS)}";

    /// <summary>"Därifrån 15:05, linje 31 från Torget 15:20, hemma 16:07".</summary>
    public string Back(Journey journey) =>
        $"{(_sv ? "Därifrån" : "Leave")} {Clock.Text(journey.LeaveS)}, {Rides(journey)}, {(_sv ? "hemma" : "home")} {Clock.Text(journey.ArriveS)}";

    private string Rides(Journey journey) => journey.Rides.Count == 0
        ? _sv ? "till fots" : "on foot"
        : string.Join(", ", journey.Rides.Where(r => !r.Seated).Select(Ride));

    private string Ride(Ride ride) =>
        $"{(_sv ? "linje" : "line")} {timetable.Lines[timetable.Trips.LineOf(ride.Trip)].Name} {(_sv ? "från" : "from")} {timetable.Posts.NameOf(ride.BoardPost)} {Clock.Text(ride.BoardS)}";
}
