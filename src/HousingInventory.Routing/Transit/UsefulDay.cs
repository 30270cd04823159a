namespace HousingInventory.Routing.Transit;

/// <summary>One place on one day: the ways with ordinary trips, and with booked ones too.</summary>
/// <param name="There">Ways there, ordinary trips only.</param>
/// <param name="Back">Ways back, ordinary trips only.</param>
/// <param name="HasPosts">Whether any stop is within walking distance of the place.</param>
public sealed record PlaceDay(WaysThere There, WaysBack Back, bool HasPosts)
{
    /// <summary>Ways there with booked trips as well; null if the day has none.</summary>
    public WaysThere? ThereBooked { get; init; }

    /// <summary>Ways back with booked trips as well; null if the day has none.</summary>
    public WaysBack? BackBooked { get; init; }
}

/// <summary>A place as one home sees it.</summary>
/// <param name="Days">By type of day; a type that is missing is not in the timetables. Shared between homes.</param>
/// <param name="WalkAllSeconds">Walk all the way, or <see cref="HomeAccess.TooFar"/>.</param>
public readonly record struct PlaceFromHome(IReadOnlyDictionary<ServiceDayType, PlaceDay> Days, int WalkAllSeconds = HomeAccess.TooFar);

/// <summary>One errand on one day.</summary>
/// <param name="Errand">Index of the errand.</param>
/// <param name="Day">Type of day.</param>
/// <param name="Ordinary">The outcome with ordinary trips; <see cref="ErrandReason.OnlyBooked"/> if it fails and booked trips make it work.</param>
/// <param name="Booked">The outcome with booked trips allowed.</param>
public readonly record struct ErrandResult(int Errand, ServiceDayType Day, ErrandOutcome Ordinary, ErrandOutcome Booked);

/// <summary>
/// Which everyday errands can be done from a home by ordinary transit, there and back to the same place. After Trafikverket's criteria for basic
/// accessibility: a town that can be reached in the morning and left in the evening, with a limit on the way.
/// </summary>
public static class UsefulDay
{
    /// <summary>Evaluates all errands of one home.</summary>
    /// <param name="errands">The errands, in the order of the configuration.</param>
    /// <param name="home">Posts within walking distance.</param>
    /// <param name="places">For each errand its possible places, in order of preference; a place works or fails as a whole. Empty: the place is missing for
    /// every home, and the errand leaves the sums.</param>
    public static UsefulDayResult Evaluate(IReadOnlyList<Errand> errands, HomeAccess home, IReadOnlyList<IReadOnlyList<PlaceFromHome>> places)
    {
        List<ErrandResult> results = [];
        for (int errand = 0; errand < errands.Count; errand++)
        {
            foreach (ServiceDayType day in errands[errand].Days)
            {
                if (places[errand].Count > 0)
                {
                    results.Add(EvaluateOne(errand, errands[errand], day, home, places[errand]));
                }
            }
        }

        return UsefulDayResult.From(errands, results);
    }

    /// <summary>The result of a home too far from every road: every errand fails for that, and there is no share.</summary>
    public static UsefulDayResult OffNetwork(IReadOnlyList<Errand> errands)
    {
        ErrandOutcome off = ErrandOutcome.Fails(ErrandReason.OffNetwork);
        return new UsefulDayResult { Results = [.. errands.SelectMany((e, i) => e.Days.Select(day => new ErrandResult(i, day, off, off)))] };
    }

    private static ErrandResult EvaluateOne(int index, Errand errand, ServiceDayType day, HomeAccess home, IReadOnlyList<PlaceFromHome> places)
    {
        ErrandOutcome ordinary = ErrandOutcome.Fails(ErrandReason.NotInTimetable);
        ErrandOutcome booked = ordinary;
        for (int place = 0; place < places.Count; place++)
        {
            if (places[place].Days.TryGetValue(day, out PlaceDay? here))
            {
                HomeAccess access = home.Towards(places[place].WalkAllSeconds);
                ErrandOutcome plain = EvaluateAt(errand, access, here, here.There, here.Back) with { Place = place };
                ordinary = Better(ordinary, plain);
                bool isSame = here.ThereBooked is null && here.BackBooked is null;
                booked = Better(booked, isSame ? plain : EvaluateAt(errand, access, here, here.ThereBooked ?? here.There, here.BackBooked ?? here.Back) with { Place = place });
            }
        }

        bool onlyBooked = booked.Works && !ordinary.Works;
        return new ErrandResult(index, day, onlyBooked ? ErrandOutcome.Fails(ErrandReason.OnlyBooked) with { Place = booked.Place } : ordinary, booked);
    }

    private static ErrandOutcome EvaluateAt(Errand errand, HomeAccess home, PlaceDay here, WaysThere there, WaysBack back)
    {
        ErrandOutcome outcome = ErrandRules.Evaluate(errand, home, there, back);
        return !outcome.Works && (home.Posts.Length == 0 || !here.HasPosts) ? ErrandOutcome.Fails(ErrandReason.NoStopInWalk) : outcome;
    }

    /// <summary>The one that works with less absence; else the nearer miss. Equal ones keep the earlier place.</summary>
    private static ErrandOutcome Better(ErrandOutcome a, ErrandOutcome b)
    {
        if (a.Works != b.Works || a.Reason == ErrandReason.NotInTimetable)
        {
            return b.Works || a.Reason == ErrandReason.NotInTimetable ? b : a;
        }

        return a.Works ? (b.AbsenceS < a.AbsenceS ? b : a) : ((b.MissS ?? int.MaxValue) < (a.MissS ?? int.MaxValue) ? b : a);
    }
}
