namespace HousingInventory.Routing.Roads;

/// <summary>
/// What the searches of one mode run over: states, and arcs between them. A search reads nothing else, so it needs to know neither of private ways nor of turns.
/// <para>
/// Mostly a state is a node. <b>Turns</b>: where a turn is banned in the network, a state is a traversal that has been made, so that its arcs are the turns one may
/// make then. <b>Local ways</b> may stand at the beginning and the end of a path and not between, so a state that touches one has three levels: beginning, under
/// way, ending. Local arcs stay within the first or the last; others are under way; and from each level one goes on to the next at no cost. The level "under way"
/// has the number of the state itself, the other two come after all states.
/// </para>
/// </summary>
internal sealed class TravelNet
{
    private readonly int[] _out;
    private readonly int[] _firstIn;
    private readonly int[] _in;

    private TravelNet(ArcTable arcs, int[] outOf, int[] firstIn, int[] into)
    {
        (Arcs, _out, _firstIn, _in) = (arcs, outOf, firstIn, into);
    }

    public ArcTable Arcs { get; }

    public int StateCount => Arcs.NodeCount;

    /// <summary>The net of some traversals. With time reversed the rules of turns are those of the ways back.</summary>
    public static TravelNet From(Traversals ways, int nodeCount, TurnRules? turns = null, bool isReversed = false)
    {
        Builder builder = turns is null ? new Builder(ways, nodeCount) : new Builder(ways, nodeCount, turns, isReversed);
        return builder.Build();
    }

    /// <summary>The state of one who leaves a place along a traversal, once at its head.</summary>
    public int Out(int traversal) => _out[traversal];

    /// <summary>The states from which one gets to a place along a traversal, when still at its tail.</summary>
    public ReadOnlySpan<int> In(int traversal) => _in.AsSpan(_firstIn[traversal].._firstIn[traversal + 1]);

    private sealed class Builder
    {
        private readonly Traversals _ways;
        private readonly int _stateCount;
        private readonly int[] _stateAfter;
        private readonly int[] _firstBefore;
        private readonly int[] _before;
        private readonly int[] _levels;
        private readonly List<int> _tails = [];
        private readonly List<Arc> _arcs = [];

        /// <summary>A state is a node.</summary>
        public Builder(Traversals ways, int nodeCount)
        {
            (_ways, _stateCount) = (ways, nodeCount);
            (_stateAfter, _before, _firstBefore) = (new int[ways.Count], new int[ways.Count], new int[ways.Count + 1]);
            for (int t = 0; t < ways.Count; t++)
            {
                (_stateAfter[t], _before[t], _firstBefore[t + 1]) = (ways.Head(t), ways.Tail(t), t + 1);
            }

            _levels = new int[_stateCount];
        }

        /// <summary>A state is a traversal; those that end at a node stand together.</summary>
        public Builder(Traversals ways, int nodeCount, TurnRules turns, bool isReversed)
        {
            (_ways, _stateCount) = (ways, ways.Count);
            int[] order = [.. Enumerable.Range(0, ways.Count)];
            int[] firstAt = new int[nodeCount + 1];
            Array.Sort(Array.ConvertAll(order, t => ((long)ways.Head(t) << 32) | (uint)t), order);
            _stateAfter = new int[ways.Count];
            for (int i = 0; i < order.Length; i++)
            {
                _stateAfter[order[i]] = i;
                firstAt[ways.Head(order[i]) + 1] = i + 1;
            }

            for (int node = 0; node < nodeCount; node++)
            {
                firstAt[node + 1] = Math.Max(firstAt[node + 1], firstAt[node]);
            }

            _firstBefore = new int[ways.Count + 1];
            List<int> before = [];
            for (int t = 0; t < ways.Count; t++)
            {
                for (int i = firstAt[ways.Tail(t)]; i < firstAt[ways.Tail(t) + 1]; i++)
                {
                    int s = order[i];
                    if (isReversed ? turns.MayFollow(t ^ 1, s ^ 1) : turns.MayFollow(s, t))
                    {
                        before.Add(i);
                    }
                }

                _firstBefore[t + 1] = before.Count;
            }

            _before = [.. before];
            _levels = new int[_stateCount];
        }

        public TravelNet Build()
        {
            int count = NumberLevels();
            int[] outOf = new int[_ways.Count];
            for (int t = 0; t < _ways.Count; t++)
            {
                bool isLocal = _ways.IsLocal[t];
                outOf[t] = isLocal ? Beginning(_stateAfter[t]) : _stateAfter[t];
                for (int i = _firstBefore[t]; i < _firstBefore[t + 1]; i++)
                {
                    Step(_before[i], t, isLocal);
                    _before[i] = isLocal ? Ending(_before[i]) : _before[i];
                }
            }

            for (int state = 0; state < _stateCount; state++)
            {
                if (_levels[state] > 0)
                {
                    Add(Beginning(state), new Arc(state, Arc.Nothing, 0));
                    Add(state, new Arc(Ending(state), Arc.Nothing, 0));
                }
            }

            return new TravelNet(new ArcTable(count, _tails.ToArray(), _arcs.ToArray()), outOf, _firstBefore, _before);
        }

        /// <summary>Gives the states that touch a local way their further levels; returns how many states there are then.</summary>
        private int NumberLevels()
        {
            bool[] touches = new bool[_stateCount];
            if (!_ways.IsLocal.Contains(true))
            {
                return _stateCount;
            }

            for (int t = 0; t < _ways.Count; t++)
            {
                if (_ways.IsLocal[t] || IsNoStep(t))
                {
                    touches[_stateAfter[t]] = true;
                    foreach (int state in _before.AsSpan(_firstBefore[t].._firstBefore[t + 1]))
                    {
                        touches[state] = true;
                    }
                }
            }

            int count = _stateCount;
            for (int state = 0; state < _stateCount; state++)
            {
                if (touches[state])
                {
                    _levels[state] = count;
                    count += 2;
                }
            }

            return count;
        }

        /// <summary>No metre lies between a road and the same road past an open barrier: whoever is still on a private way stays so.</summary>
        private bool IsNoStep(int traversal) => _ways.Cost[traversal] == 0 && !_ways.IsLocal[traversal];

        private int Beginning(int state) => _levels[state];

        private int Ending(int state) => _levels[state] + 1;

        private void Step(int from, int traversal, bool isLocal)
        {
            int to = _stateAfter[traversal];

            // Going round a loop leads nowhere, unless one may turn round by it.
            if (!_ways.MayGo(traversal) || from == to)
            {
                return;
            }

            double cost = _ways.Cost[traversal];
            if (!isLocal)
            {
                Add(from, new Arc(to, traversal, cost));
            }

            if (_levels[from] > 0 && (isLocal || IsNoStep(traversal)))
            {
                Add(Beginning(from), new Arc(Beginning(to), traversal, cost));
                Add(Ending(from), new Arc(Ending(to), traversal, cost));
            }
        }

        private void Add(int tail, Arc arc)
        {
            _tails.Add(tail);
            _arcs.Add(arc);
        }
    }
}
