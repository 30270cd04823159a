namespace HousingInventory.Routing.Roads;

/// <summary>
/// Which traversals may follow each other by car where turns are banned somewhere. Nobody turns round in the road either, except where it ends: else a banned
/// turn would be made by driving on to the next crossing and back.
/// </summary>
internal sealed class TurnRules
{
    private readonly HashSet<(int From, int To)> _banned = [];
    private readonly bool[] _mayTurnRound;

    private TurnRules(Traversals ways) => _mayTurnRound = new bool[ways.Count];

    /// <summary>The rules; null if no turn of the network is banned.</summary>
    public static TurnRules? From(EdgeTable edges, Traversals ways, IReadOnlyList<NodedWays.Turn> turns, int[] nodeNumbers)
    {
        if (turns.Count == 0)
        {
            return null;
        }

        TurnRules rules = new(ways);
        ILookup<int, int> arriving = Enumerable.Range(0, ways.Count).ToLookup(ways.Head);
        foreach (NodedWays.Turn turn in turns)
        {
            if (nodeNumbers[turn.Via] >= 0)
            {
                rules.Ban(edges, ways, turn, [.. arriving[nodeNumbers[turn.Via]]]);
            }
        }

        if (rules._banned.Count == 0)
        {
            return null;
        }

        for (int t = 0; t < ways.Count; t++)
        {
            // For who is under way a road ends where only private ways go on.
            rules._mayTurnRound[t] = !arriving[ways.Head(t)].Any(s => s != t && ways.MayGo(s ^ 1) && (ways.IsLocal[t] || !ways.IsLocal[s ^ 1]));
        }

        return rules;
    }

    /// <summary>Whether one may go on along a traversal after another that ends where it begins.</summary>
    public bool MayFollow(int first, int second) =>
        second == (first ^ 1) ? _mayTurnRound[first] && !_banned.Contains((first, second)) : !_banned.Contains((first, second));

    private void Ban(EdgeTable edges, Traversals ways, NodedWays.Turn turn, int[] arriving)
    {
        int[] from = [.. arriving.Where(s => ways.MayGo(s) && WayAtHead(edges, s) == turn.FromWay)];
        int[] leaving = [.. arriving.Select(s => s ^ 1).Where(ways.MayGo)];
        bool isAbout(int t) => WayAtHead(edges, t ^ 1) == turn.ToWay;
        if (turn.Kind == TurnBanKind.Only && !leaving.Any(isAbout))
        {
            return;
        }

        foreach (int first in from)
        {
            foreach (int second in leaving)
            {
                bool isBanned = turn.Kind switch
                {
                    TurnBanKind.Only => !isAbout(second),
                    TurnBanKind.TurningRound => second == (first ^ 1),
                    _ => isAbout(second) && (turn.FromWay != turn.ToWay || second == (first ^ 1)),
                };
                if (isBanned)
                {
                    _banned.Add((first, second));
                }
            }
        }
    }

    private static long WayAtHead(EdgeTable edges, int traversal) => edges.WayIdOf(
        (traversal & 1) == 0 ? edges.FirstPoint[(traversal >> 1) + 1] - 2 : edges.FirstPoint[traversal >> 1]);
}
