using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>Stops and journeys in plain words, in the language of the run.</summary>
public sealed class JourneyWords(Language language)
{
    private readonly bool _sv = language == Language.Sv;

    /// <summary>"Byn (31, 42; 06:35–17:05)".</summary>
    public static string Of(ToldStop stop) => $"{stop.Name} ({string.Join(", ", stop.Lines)}; {Clock.Text(stop.FirstS)}–{Clock.Text(stop.LastS)})";

    /// <summary>
    /// "Hemifrån 07:16, gå 7,5 min, vänta 1 min, linje 31 från Byn 07:25 till Torget 08:05, gå 5 min, framme 08:10", or "Därifrån ... hemma 16:07". Walks and
    /// waits are told as exactly as they are measured, so that they add up to the journey.
    /// </summary>
    public string Of(ToldJourney journey)
    {
        List<string> parts = [(journey.IsHomeward ? Say("Därifrån", "Leave") : Say("Hemifrån", "Leave home")) + " " + Clock.Text(journey.LeaveS), .. Walk(journey.FirstWalkS)];
        int nowS = journey.LeaveS + journey.FirstWalkS;
        foreach (ToldRide ride in journey.Rides)
        {
            parts.AddRange([.. Wait(ride.DepartS - nowS), Ride(ride)]);
            nowS = ride.ArriveS;
        }

        parts.AddRange([.. Walk(journey.LastWalkS), (journey.IsHomeward ? Say("hemma", "home") : Say("framme", "there")) + " " + Clock.Text(journey.ArriveS)]);
        return string.Join(", ", parts);
    }

    /// <summary>How the trips of a journey that must be ordered are ordered; empty if there is none.</summary>
    public string Booking(ToldJourney journey) =>
        string.Join("; ", journey.Rides.Where(r => r.Booking is not null).Select(r => Say("linje ", "line ") + r.Line + " " + Order(r.Booking!)));

    /// <summary>Minutes, whole or with one decimal, at least 0.1 where there is anything.</summary>
    public string Minutes(int seconds)
    {
        decimal minutes = Math.Max(Math.Round(seconds / 60m, 1, MidpointRounding.AwayFromZero), seconds > 0 ? 0.1m : 0);
        string text = minutes.ToString("0.#", CultureInfo.InvariantCulture);
        return (_sv ? text.Replace('.', ',') : text) + " min";
    }

    private IEnumerable<string> Walk(int seconds) => seconds > 0 ? [Say("gå ", "walk ") + Minutes(seconds)] : [];

    private IEnumerable<string> Wait(int seconds) => seconds > 0 ? [Say("vänta ", "wait ") + Minutes(seconds)] : [];

    private string Ride(ToldRide ride) => Say(
        $"linje {ride.Line} från {ride.From} {Clock.Text(ride.DepartS)} till {ride.To} {Clock.Text(ride.ArriveS)}",
        $"line {ride.Line} from {ride.From} {Clock.Text(ride.DepartS)} to {ride.To} {Clock.Text(ride.ArriveS)}");

    private string Order(ToldBooking booking)
    {
        string phone = booking.Phone.Length > 0 ? Say(", tel. ", ", tel. ") + booking.Phone : "";
        if (booking.LatestS is not { } latestS)
        {
            return Say("måste beställas; se linjens villkor", "must be ordered; see the line's rule") + (booking.Rule.Length > 0 ? $" (”{booking.Rule}”)" : "") + phone;
        }

        int daysBefore = latestS >= 0 ? 0 : (-latestS + 86_399) / 86_400;
        string days = daysBefore switch
        {
            0 => "",
            1 => Say(" dagen före", " the day before"),
            _ => Say(
                string.Create(CultureInfo.InvariantCulture, $" {daysBefore} dagar före"), string.Create(CultureInfo.InvariantCulture, $" {daysBefore} days before")),
        };
        return Say("beställs senast ", "is ordered by ") + Clock.Text(latestS) + days + phone;
    }

    private string Say(string sv, string en) => _sv ? sv : en;
}
