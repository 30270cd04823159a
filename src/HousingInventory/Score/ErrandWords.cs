using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>What a home's useful day comes to in plain words: the errand that works best, with a journey, and the one that fails by least.</summary>
internal sealed class ErrandWords(AccessContext access, IReadOnlyList<ErrandConfig> errands, ErrandPlaces places)
{
    private readonly bool _sv = access.Config.Language == Language.Sv;

    /// <summary>The words for every home; null where nothing works, or nothing fails.</summary>
    public (object?[] Best, object?[] Failing) Say(UsefulDayResult[] results)
    {
        object?[] best = new object?[results.Length];
        object?[] failing = new object?[results.Length];
        List<(int Home, ErrandResult Result, int Place)> working = [];
        for (int home = 0; home < results.Length; home++)
        {
            if (results[home] is { Share: not null } result)
            {
                failing[home] = result.Failing is { } worst ? Failing(result.Results[worst]) : null;
                if (result.Best is { } chosen)
                {
                    working.Add((home, result.Results[chosen], places.PlaceOf(result.Results[chosen].Errand, home, result.Results[chosen].Ordinary.Place)));
                }
            }
        }

        // Journeys are only rebuilt where somebody's best errand is, so that the traces of one day at most are held at a time.
        foreach (IGrouping<ServiceDayType, (int Home, ErrandResult Result, int Place)> day in working.GroupBy(w => w.Result.Day))
        {
            Tell(day.Key, [.. day], best);
        }

        return (best, failing);
    }

    private void Tell(ServiceDayType day, (int Home, ErrandResult Result, int Place)[] working, object?[] best)
    {
        int[] visited = [.. working.Select(w => w.Place).Distinct().Order()];
        (WaysThere There, WaysBack Back)[] ways = places.Search(access.Transit.Choice[day].Date!.Value, visited, withBooked: false, traced: true);
        JourneyWords words = new(access.Transit.Timetable, access.Config.Language);
        foreach ((int home, ErrandResult result, int place) in working)
        {
            int at = Array.BinarySearch(visited, place);
            HomeAccess from = places.Home(home, place);
            string there = words.There(ways[at].There.JourneyBy(from, result.Ordinary.DoorByS)!);
            string back = words.Back(ways[at].Back.JourneyFrom(from, result.Ordinary.LeaveDoorFromS)!);
            best[home] = $"{Errand(result)}{(places.NameOf(place) is { } name ? " (" + name + ")" : "")}: {there}. {back}";
        }
    }

    private string Failing(ErrandResult result) => $"{Errand(result)}: {Why(result.Ordinary)}";

    private string Errand(ErrandResult result)
    {
        ErrandConfig errand = errands[result.Errand];
        return $"{errand.Label?.GetValueOrDefault(_sv ? "sv" : "en") ?? errand.Name} {errand.Hours}, {DayName(result.Day)}";
    }

    private string DayName(ServiceDayType day) => day switch
    {
        ServiceDayType.Term => _sv ? "skolvardag" : "school day",
        ServiceDayType.Holiday => _sv ? "vardag under skollov" : "weekday in school holidays",
        ServiceDayType.Friday => _sv ? "fredag" : "Friday",
        ServiceDayType.Saturday => _sv ? "lördag" : "Saturday",
        _ => _sv ? "söndag" : "Sunday",
    };

    private string Why(ErrandOutcome outcome)
    {
        string minutes = (((outcome.MissS ?? 0) + 59) / 60).ToString(CultureInfo.InvariantCulture);
        return outcome.Reason switch
        {
            ErrandReason.NoStopInWalk => _sv ? "ingen hållplats inom gångavstånd" : "no stop within walking distance",
            ErrandReason.ArrivesLate => _sv ? $"första turen är framme {minutes} min för sent" : $"the first trip is there {minutes} min too late",
            ErrandReason.TooLongThere => _sv ? $"resan dit tar {minutes} min för lång tid" : $"the way there takes {minutes} min too long",
            ErrandReason.LastHomeTooEarly => _sv ? $"sista turen hem går {minutes} min för tidigt" : $"the last trip home leaves {minutes} min too early",
            ErrandReason.TooLongBack => _sv ? $"resan hem tar {minutes} min för lång tid" : $"the way home takes {minutes} min too long",
            ErrandReason.StayDoesNotFit => _sv ? $"besöket hinns inte med, {minutes} min fattas" : $"the visit does not fit, it lacks {minutes} min",
            ErrandReason.OnlyBooked => _sv ? "går bara med turer som måste beställas" : "works only with trips that must be ordered",
            ErrandReason.OffNetwork => _sv ? "huset ligger för långt från varje väg" : "the house lies too far from every road",
            _ => _sv ? "ingen ordinarie trafik den dagen" : "no ordinary traffic that day",
        };
    }
}
