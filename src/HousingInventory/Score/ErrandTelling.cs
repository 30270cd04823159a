using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>What a home's useful day comes to: the errand that works best, with its journeys, and the one that fails by least; every errand where it is asked for.</summary>
internal sealed class ErrandTelling(AccessContext access, IReadOnlyList<ErrandConfig> errands, ErrandPlaces places)
{
    private readonly string _language = access.Rules.Language == Language.Sv ? "sv" : "en";
    private readonly Dictionary<(int Home, int Result), (ToldJourney? There, ToldJourney? Back)> _journeys = [];
    private readonly HashSet<int> _withoutPlace = [.. places.WithoutPlace];

    /// <summary>For every home; null where there is nothing to tell.</summary>
    public Told?[] Tell(UsefulDayResult[] results)
    {
        // Journeys are only rebuilt where somebody asks for them, so that the traces of one day at most are held at a time.
        IEnumerable<(int Home, int Result)> wanted = Enumerable.Range(0, results.Length).SelectMany(home => Wanted(home, results[home]).Select(result => (home, result)));
        foreach (IGrouping<(ServiceDayType Day, bool Booked), (int Home, int Result)> day in wanted
            .GroupBy(w => (results[w.Home].Results[w.Result].Day, results[w.Home].Results[w.Result].Ordinary.Reason == ErrandReason.OnlyBooked)).ToList())
        {
            Trace(day.Key.Day, day.Key.Booked, [.. day], results);
        }

        return [.. results.Select((result, home) => Told(home, result))];
    }

    private IEnumerable<int> Wanted(int home, UsefulDayResult result) =>
        access.ToldWhole.Contains(home) ? Enumerable.Range(0, result.Results.Count).Where(r => HasPlace(result.Results[r].Ordinary.Reason) && result.Results[r].Ordinary.Reason != ErrandReason.NoServiceThatDay)
        : result is { Share: not null, Best: { } best } ? [best]
        : [];

    /// <summary>Whether a place was looked at.</summary>
    private static bool HasPlace(ErrandReason reason) =>
        reason is not (ErrandReason.NotInTimetable or ErrandReason.OffNetwork or ErrandReason.NoStopInWalk);

    private void Trace(ServiceDayType day, bool booked, (int Home, int Result)[] wanted, UsefulDayResult[] results)
    {
        ErrandResult Of((int Home, int Result) w) => results[w.Home].Results[w.Result];
        int PlaceOf((int Home, int Result) w) => places.PlaceOf(Of(w).Errand, w.Home, Of(w).Ordinary.Place);

        int[] visited = [.. wanted.Select(PlaceOf).Distinct().Order()];
        (WaysThere There, WaysBack Back)[] ways = places.Search(access.Transit.Choice[day].Date!.Value, visited, booked, traced: true);
        JourneyTelling telling = new(access.Transit.Timetable, access.Rules.Transit.BoardSlackS);
        foreach ((int Home, int Result) w in wanted)
        {
            ErrandOutcome outcome = booked ? Of(w).Booked : Of(w).Ordinary;
            (WaysThere there, WaysBack back) = ways[Array.BinarySearch(visited, PlaceOf(w))];
            HomeAccess from = places.Home(w.Home, PlaceOf(w));
            _journeys.Add(w, (
                there.JourneyBy(from, outcome.DoorByS) is { } outward ? telling.There(outward) : null,
                back.JourneyFrom(from, outcome.LeaveDoorFromS) is { } homeward ? telling.Back(homeward) : null));
        }
    }

    private Told? Told(int home, UsefulDayResult result)
    {
        bool whole = access.ToldWhole.Contains(home);
        return result.Share is null && !whole ? null : new Told
        {
            Best = result.Best is { } best ? Errand(home, result, best) : null,
            Failing = result.Failing is { } failing && result.Share is not null ? Errand(home, result, failing) : null,
            Errands = Whole(home, result),
        };
    }

    private List<ToldErrand> Whole(int home, UsefulDayResult result)
    {
        List<ToldErrand> told = [];
        for (int errand = 0; errand < errands.Count; errand++)
        {
            told.AddRange(_withoutPlace.Contains(errand)
                ? errands[errand].Days.Select(day => Title(errands[errand], day) with { IsWithoutPlace = true })
                : Enumerable.Range(0, result.Results.Count).Where(r => result.Results[r].Errand == errand).Select(r => Errand(home, result, r)));
        }

        return told;
    }

    private ToldErrand Title(ErrandConfig errand, ServiceDayType day) =>
        new() { Name = errand.Label?.GetValueOrDefault(_language) ?? errand.Name, Hours = errand.Hours, Day = day };

    private ToldErrand Errand(int home, UsefulDayResult all, int index)
    {
        ErrandResult result = all.Results[index];
        ErrandConfig errand = errands[result.Errand];
        _journeys.TryGetValue((home, index), out (ToldJourney? There, ToldJourney? Back) journeys);
        return Title(errand, result.Day) with
        {
            Place = HasPlace(result.Ordinary.Reason) ? places.NameOf(places.PlaceOf(result.Errand, home, result.Ordinary.Place)) : null,
            Reason = result.Ordinary.Reason,
            MissS = result.Ordinary.MissS,
            Fixed = errand.Start is null ? null : (Clock.Seconds(errand.Start)!.Value, Clock.Seconds(errand.End!)!.Value),
            There = journeys.There,
            Back = journeys.Back,
        };
    }
}
