namespace HousingInventory.Routing.Transit;

/// <summary>Door-to-door times in seconds: walks, slack, waiting, rides and changes. Null is unreachable. Limits are inclusive.</summary>
public static class TravelTime
{
    /// <summary>
    /// From leaving home to a moment by which one must be there, early arrival included, as the traveller spends it: T minus the latest leave.
    /// </summary>
    /// <param name="there">Ways to the place.</param>
    /// <param name="home">The home.</param>
    /// <param name="arriveByS">T.</param>
    /// <param name="maxS">Longer than this is unreachable.</param>
    public static int? ArriveBy(WaysThere there, HomeAccess home, int arriveByS, int maxS)
        => there.LatestLeave(home, arriveByS) is { } leaveS && arriveByS - leaveS <= maxS ? arriveByS - leaveS : null;

    /// <summary>From a moment at which one leaves the place to being at home, waiting included.</summary>
    /// <param name="back">Ways from the place.</param>
    /// <param name="home">The home.</param>
    /// <param name="departAfterS">The moment.</param>
    /// <param name="maxS">Longer than this is unreachable.</param>
    public static int? DepartAfter(WaysBack back, HomeAccess home, int departAfterS, int maxS)
        => back.EarliestHome(home, departAfterS) is { } homeS && homeS - departAfterS <= maxS ? homeS - departAfterS : null;

    /// <summary>From leaving home to the door for every full minute of leaving in [from, until), the wait for the bus included.</summary>
    /// <param name="there">Ways to the place.</param>
    /// <param name="home">The home.</param>
    /// <param name="fromS">First minute, in seconds.</param>
    /// <param name="untilS">The minute after the last; at or before the first: no minutes.</param>
    /// <param name="maxS">Longer than this is unreachable.</param>
    public static WindowTimes Window(WaysThere there, HomeAccess home, int fromS, int untilS, int maxS)
    {
        List<int> reached = [];
        int minutes = 0;
        for (int leaveS = fromS; leaveS < untilS; leaveS += 60)
        {
            minutes++;
            int doorS = there.Door(home, leaveS);
            if (doorS != WaysThere.Never && doorS - leaveS <= maxS)
            {
                reached.Add(doorS - leaveS);
            }
        }

        reached.Sort();
        return new WindowTimes(reached, minutes);
    }
}

/// <summary>Travel times over a window of leaving.</summary>
/// <param name="ReachedS">Times of the minutes that reach the place, ascending.</param>
/// <param name="Minutes">All minutes of the window.</param>
public sealed record WindowTimes(IReadOnlyList<int> ReachedS, int Minutes)
{
    /// <summary>Share of the minutes that reach the place, 0 to 1; 0 for an empty window.</summary>
    public double Share => Minutes == 0 ? 0 : (double)ReachedS.Count / Minutes;

    /// <summary>
    /// The nearest-rank percentile: value number ceil(p / 100 x n) of the ascending times, minutes that do not reach being later than all. Null: unreachable.
    /// </summary>
    /// <param name="percent">1 to 100.</param>
    public int? PercentileS(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        int number = ((percent * Minutes) + 99) / 100;
        return number >= 1 && number <= ReachedS.Count ? ReachedS[number - 1] : null;
    }
}
