using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Transit;

/// <summary>
/// When an errand works at one place on one day. Limits are on the time from door to door, never on a single wait or on changes: such a limit would call an
/// errand impossible because a better bus hides the one that meets it.
/// </summary>
public static class ErrandRules
{
    /// <summary>
    /// Evaluates an errand with one set of ways. A missing way is reported as no service; who knows that there is no stop at all says so instead.
    /// </summary>
    /// <param name="errand">The errand.</param>
    /// <param name="home">The home, with the walk to this place.</param>
    /// <param name="there">Ways to the place.</param>
    /// <param name="back">Ways from the place.</param>
    public static ErrandOutcome Evaluate(Errand errand, HomeAccess home, WaysThere there, WaysBack back)
        => errand.StayS is { } stayS ? Visit(errand, stayS, home, there, back) : Fixed(errand, home, there, back);

    private static ErrandOutcome Fixed(Errand errand, HomeAccess home, WaysThere there, WaysBack back)
    {
        int? leaveS = there.LatestLeave(home, errand.FromS);
        int? homeS = back.EarliestHome(home, errand.UntilS);
        ErrandOutcome? outward = FailsThere(errand, home, there, leaveS);
        ErrandOutcome? homeward = FailsBack(errand, home, back, homeS);
        ErrandOutcome outcome = (outward, homeward) switch
        {
            ({ } o, { } h) => Worse(o, h),
            ({ } o, null) => o,
            (null, { } h) => h,
            _ => default,
        };
        return outcome with
        {
            LeaveS = leaveS ?? 0,
            DoorByS = leaveS is null ? outward!.Value.DoorByS : errand.FromS,
            LeaveDoorFromS = homeS is null ? homeward!.Value.LeaveDoorFromS : errand.UntilS,
            HomeS = homeS ?? 0,
        };
    }

    /// <summary>Both must be mended for the errand to work, so the larger miss is the honest one; no way at all is larger than any.</summary>
    private static ErrandOutcome Worse(ErrandOutcome outward, ErrandOutcome homeward)
        => (homeward.MissS ?? int.MaxValue) > (outward.MissS ?? int.MaxValue) ? homeward : outward;

    private static ErrandOutcome? FailsThere(Errand errand, HomeAccess home, WaysThere there, int? leaveS)
    {
        if (leaveS is { } leave)
        {
            int tooLongS = errand.FromS - leave - errand.MaxAheadS;
            return tooLongS > 0 ? ErrandOutcome.Fails(ErrandReason.TooLongThere, tooLongS) : null;
        }

        int firstS = there.FirstDoor(home);
        return firstS == WaysThere.Never
            ? ErrandOutcome.Fails(ErrandReason.NoServiceThatDay)
            : ErrandOutcome.Fails(ErrandReason.ArrivesLate, firstS - errand.FromS) with { DoorByS = firstS };
    }

    private static ErrandOutcome? FailsBack(Errand errand, HomeAccess home, WaysBack back, int? homeS)
    {
        if (homeS is { } atHome)
        {
            int tooLongS = atHome - errand.UntilS - errand.MaxAfterS;
            return tooLongS > 0 ? ErrandOutcome.Fails(ErrandReason.TooLongBack, tooLongS) : null;
        }

        return LastHomeTooEarly(home, back, errand.UntilS);
    }

    private static ErrandOutcome LastHomeTooEarly(HomeAccess home, WaysBack back, int endS)
        => back.LastLeaveDoor(home) is { } lastS
            ? ErrandOutcome.Fails(ErrandReason.LastHomeTooEarly, endS - lastS) with { LeaveDoorFromS = lastS }
            : ErrandOutcome.Fails(ErrandReason.NoServiceThatDay);

    private static ErrandOutcome Visit(Errand errand, int stayS, HomeAccess home, WaysThere there, WaysBack back)
    {
        int latestBeginS = errand.UntilS - stayS;
        VisitSearch search = new(errand, stayS, back.Quickest(home));
        if (latestBeginS >= errand.FromS)
        {
            search.Try(home, back, there.LatestLeave(home, errand.FromS), errand.FromS);
            TryArrivals(search, home, there, back, latestBeginS);
            TryWalking(search, home, back, latestBeginS);
        }

        return search.Best ?? WhyNoVisit(errand, stayS, home, there, back, search, latestBeginS);
    }

    /// <summary>
    /// Every arrival after opening that still leaves room for the stay, latest first. Only those that no later leave beats matter: being there earlier after leaving
    /// later never makes the absence longer.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TryArrivals(VisitSearch search, HomeAccess home, WaysThere there, WaysBack back, int latestBeginS)
    {
        HomeAccess byTransit = home.Towards(HomeAccess.TooFar);
        int quickestS = there.Quickest(home);
        for (int byS = latestBeginS; search.CanBeat(quickestS) && there.LatestTransit(byTransit, byS) is { } way && way.DoorS > search.Errand.FromS; byS = way.DoorS - 1)
        {
            search.Try(home, back, way.LeaveS, way.DoorS);
        }
    }

    /// <summary>Who walks there may come at any moment: opening time was tried, the others that matter are those just in time for a return.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TryWalking(VisitSearch search, HomeAccess home, WaysBack back, int latestBeginS)
    {
        if (home.WalkAllSeconds == HomeAccess.TooFar)
        {
            return;
        }

        search.Try(home, back, latestBeginS - home.WalkAllSeconds, latestBeginS);
        HomeAccess byTransit = home.Towards(HomeAccess.TooFar);
        int fromS = search.Errand.FromS + search.StayS;
        while (search.CanBeat(home.WalkAllSeconds) && back.NextTransit(byTransit, fromS) is { } leaveDoorS && leaveDoorS - search.StayS < latestBeginS)
        {
            search.Try(home, back, leaveDoorS - search.StayS - home.WalkAllSeconds, leaveDoorS - search.StayS);
            fromS = leaveDoorS + 1;
        }
    }

    private static ErrandOutcome WhyNoVisit(Errand errand, int stayS, HomeAccess home, WaysThere there, WaysBack back, VisitSearch search, int latestBeginS)
    {
        if (search.TooLong is { } tooLong)
        {
            return tooLong;
        }

        int firstS = Math.Min(there.FirstDoor(home), home.WalkAllSeconds == HomeAccess.TooFar ? WaysThere.Never : errand.FromS);
        if (firstS == WaysThere.Never)
        {
            return ErrandOutcome.Fails(ErrandReason.NoServiceThatDay);
        }

        int beginS = Math.Max(firstS, errand.FromS);
        if (beginS > latestBeginS)
        {
            return ErrandOutcome.Fails(ErrandReason.StayDoesNotFit, beginS - latestBeginS) with { DoorByS = beginS };
        }

        return LastHomeTooEarly(home, back, beginS + stayS) with { DoorByS = beginS };
    }

    /// <summary>Keeps the pair of ways with the least absence, and the nearest miss.</summary>
    private sealed class VisitSearch(Errand errand, int stayS, int quickestBackS)
    {
        public Errand Errand { get; } = errand;

        public int StayS { get; } = stayS;

        public ErrandOutcome? Best { get; private set; }

        public ErrandOutcome? TooLong { get; private set; }

        /// <summary>Whether a way there of some length could still lead to less absence than the best so far.</summary>
        public bool CanBeat(int thereS) => Best is not { } best || (long)thereS + StayS + quickestBackS < best.AbsenceS;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Try(HomeAccess home, WaysBack back, int? leaveS, int beginS)
        {
            if (leaveS is not { } leave || !CanMatch(beginS - leave) || back.EarliestHome(home, beginS + StayS) is not { } homeS)
            {
                return;
            }

            int tooLongS = homeS - leave - StayS - Errand.MaxTravelS;
            ErrandOutcome found = new() { LeaveS = leave, DoorByS = beginS, LeaveDoorFromS = beginS + StayS, HomeS = homeS };
            if (tooLongS <= 0)
            {
                Best = Best is { } best && (best.AbsenceS, best.LeaveS).CompareTo((found.AbsenceS, found.LeaveS)) <= 0 ? best : found;
            }
            else if (TooLong is null || tooLongS < TooLong.Value.MissS)
            {
                TooLong = found with { Reason = beginS - leave > homeS - beginS - StayS ? ErrandReason.TooLongThere : ErrandReason.TooLongBack, MissS = tooLongS };
            }
        }

        private bool CanMatch(int thereS) => Best is not { } best || (long)thereS + StayS + quickestBackS <= best.AbsenceS;
    }
}
