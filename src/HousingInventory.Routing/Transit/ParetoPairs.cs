using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Transit;

/// <summary>
/// For every post all departures worth taking, each with the moment at the place's door: latest departure first, both numbers strictly falling. In the mirrored
/// direction both are negated times. Homes read this and nothing else.
/// </summary>
internal sealed class ParetoPairs
{
    private readonly int[] _first;
    private readonly int[] _departS;
    private readonly int[] _doorS;
    private readonly int[] _quickestS;

    public ParetoPairs(int[] first, int[] departS, int[] doorS, Trace? trace)
    {
        _first = first;
        _departS = departS;
        _doorS = doorS;
        Trace = trace;
        _quickestS = new int[first.Length - 1];
        for (int post = 0; post < _quickestS.Length; post++)
        {
            _quickestS[post] = int.MaxValue;
            for (int pair = first[post]; pair < first[post + 1]; pair++)
            {
                _quickestS[post] = Math.Min(_quickestS[post], doorS[pair] - departS[pair]);
            }
        }
    }

    /// <summary>How journeys were made; null if not kept.</summary>
    public Trace? Trace { get; }

    /// <summary>The pairs of a post.</summary>
    public (int First, int End) PairsOf(int post) => (_first[post], _first[post + 1]);

    public int DepartS(int pair) => _departS[pair];

    public int DoorS(int pair) => _doorS[pair];

    /// <summary>Index of the earliest departure at or after a moment among falling times; one before the first if there is none.</summary>
    public static int LastFrom(int[] falling, int first, int end, int fromS)
    {
        while (first < end)
        {
            int middle = (int)(((uint)first + (uint)end) >> 1);
            if (falling[middle] >= fromS)
            {
                first = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return first - 1;
    }

    /// <summary>Latest moment to leave home and be at the door by <paramref name="doorS"/>; int.MinValue if never.</summary>
    /// <param name="home">Posts and walks.</param>
    /// <param name="slackS">Seconds between the walk and the departure.</param>
    /// <param name="doorS">Moment at the door.</param>
    /// <param name="bestPair">The pair taken; -1 for walking all the way, or nothing.</param>
    /// <param name="bestAccess">Index of the home's post taken; -1 likewise.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int LatestLeave(HomeAccess home, int slackS, int doorS, out int bestPair, out int bestAccess)
    {
        int bestS = home.WalkAllSeconds == HomeAccess.TooFar ? int.MinValue : doorS - home.WalkAllSeconds;
        bestPair = bestAccess = -1;
        for (int i = 0; i < home.Posts.Length; i++)
        {
            int end = _first[home.Posts[i] + 1];

            // The first of the falling door times that is not after the wanted one.
            int pair = LastFrom(_doorS, _first[home.Posts[i]], end, doorS + 1) + 1;
            if (pair < end && _departS[pair] - slackS - home.WalkSeconds[i] > bestS)
            {
                (bestS, bestPair, bestAccess) = (_departS[pair] - slackS - home.WalkSeconds[i], pair, i);
            }
        }

        return bestS;
    }

    /// <summary>Earliest moment at the door when leaving home at <paramref name="leaveS"/>; int.MaxValue if never.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int EarliestDoor(HomeAccess home, int slackS, int leaveS)
    {
        int bestS = home.WalkAllSeconds == HomeAccess.TooFar ? int.MaxValue : leaveS + home.WalkAllSeconds;
        for (int i = 0; i < home.Posts.Length; i++)
        {
            int first = _first[home.Posts[i]];
            int pair = LastFrom(_departS, first, _first[home.Posts[i] + 1], leaveS + home.WalkSeconds[i] + slackS);
            if (pair >= first && _doorS[pair] < bestS)
            {
                bestS = _doorS[pair];
            }
        }

        return bestS;
    }

    /// <summary>The earliest of all moments at the door, by transit; int.MaxValue if there is no journey.</summary>
    public int FirstDoor(HomeAccess home)
    {
        int bestS = int.MaxValue;
        foreach (int post in home.Posts)
        {
            if (_first[post + 1] > _first[post])
            {
                bestS = Math.Min(bestS, _doorS[_first[post + 1] - 1]);
            }
        }

        return bestS;
    }

    /// <summary>The shortest time between the home's door and the place's that any journey of the day takes, walking all the way included; int.MaxValue if there is none.</summary>
    public int Quickest(HomeAccess home, int slackS)
    {
        int bestS = home.WalkAllSeconds == HomeAccess.TooFar ? int.MaxValue : home.WalkAllSeconds;
        for (int i = 0; i < home.Posts.Length; i++)
        {
            if (_quickestS[home.Posts[i]] != int.MaxValue)
            {
                bestS = Math.Min(bestS, _quickestS[home.Posts[i]] + slackS + home.WalkSeconds[i]);
            }
        }

        return bestS;
    }
}
