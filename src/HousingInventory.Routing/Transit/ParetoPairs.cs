using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Transit;

/// <summary>
/// For every post all departures worth taking, each with the moment at the place's door: latest departure first, both numbers strictly falling. In the mirrored
/// direction both are negated times. Homes read this and nothing else.
/// </summary>
internal sealed class ParetoPairs
{
    private readonly NetworkParts _network;
    private readonly (int Part, int First)[] _parts;
    private readonly int[] _first;
    private readonly int[] _departS;
    private readonly int[] _doorS;
    private readonly int[] _quickestS;

    /// <param name="network">The parts of the network.</param>
    /// <param name="parts">Those that were searched; there is nothing for posts of the others.</param>
    /// <param name="first">The first pair of each of their posts, part by part.</param>
    /// <param name="departS">By pair.</param>
    /// <param name="doorS">By pair.</param>
    /// <param name="trace">How journeys were made; null if not kept.</param>
    public ParetoPairs(NetworkParts network, int[] parts, int[] first, int[] departS, int[] doorS, Trace? trace)
    {
        _network = network;
        _parts = new (int Part, int First)[parts.Length];
        for (int i = 0, posts = 0; i < parts.Length; i++)
        {
            _parts[i] = (parts[i], posts);
            posts += network.PostsOf(parts[i]).Length;
        }

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
    public (int First, int End) PairsOf(int post) => Row(post) is >= 0 and int row ? (_first[row], _first[row + 1]) : default;

    public int DepartS(int pair) => _departS[pair];

    public int DoorS(int pair) => _doorS[pair];

    /// <summary>Index of the earliest departure at or after a moment among falling times; one before the first if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
            // A post whose quickest journey, were there one at the right moment, means leaving no later than found already needs no search.
            if (Row(home.Posts[i]) is not (>= 0 and int row) || (long)doorS - _quickestS[row] - slackS - home.WalkSeconds[i] <= bestS)
            {
                continue;
            }

            // The first of the falling door times that is not after the wanted one.
            int end = _first[row + 1];
            int pair = LastFrom(_doorS, _first[row], end, doorS + 1) + 1;
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
            // As above: not even the quickest would be earlier.
            if (Row(home.Posts[i]) is not (>= 0 and int row) || (long)leaveS + home.WalkSeconds[i] + slackS + _quickestS[row] >= bestS)
            {
                continue;
            }

            int first = _first[row];
            int pair = LastFrom(_departS, first, _first[row + 1], leaveS + home.WalkSeconds[i] + slackS);
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
            (int first, int end) = PairsOf(post);
            if (end > first)
            {
                bestS = Math.Min(bestS, _doorS[end - 1]);
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
            if (Row(home.Posts[i]) is >= 0 and int row && _quickestS[row] != int.MaxValue)
            {
                bestS = Math.Min(bestS, _quickestS[row] + slackS + home.WalkSeconds[i]);
            }
        }

        return bestS;
    }

    /// <summary>Where a post stands among those of the searched parts; -1 in another part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Row(int post)
    {
        foreach ((int part, int first) in _parts)
        {
            if (_network.Of[post] == part)
            {
                return first + _network.Number[post];
            }
        }

        return -1;
    }
}
