namespace HousingInventory.Analyses.WhatIf;

/// <summary>One thing that may be chosen.</summary>
/// <param name="Name">Its name; decides ties.</param>
/// <param name="Cost">What it costs; 0 or less enters first.</param>
/// <param name="Gains">Home and gain, each home once.</param>
/// <param name="Loses">Whether any home loses by it.</param>
internal sealed record Choice(string Name, double Cost, IReadOnlyList<(int Home, long Gain)> Gains, bool Loses = false);

/// <summary>
/// Of several choices the set within a budget under which homes gain most, each home by the best of the chosen: budgeted coverage. A modified greedy choice (best gain
/// per krona, or the best single one: Tang and others, Revisiting Modified Greedy for Monotone Submodular Maximization with a Knapsack Constraint) is improved by branch
/// and bound. The search is cut by nodes, never by time, and then says how far from the best it may be.
/// </summary>
/// <param name="Members">Names, in the order given.</param>
/// <param name="Cost">Their costs together.</param>
/// <param name="Value">What the homes gain.</param>
/// <param name="Bound">No set gains more; equal to the value where that is proven best.</param>
/// <param name="Nodes">How many nodes were looked at.</param>
internal sealed record BestSet(IReadOnlyList<string> Members, double Cost, long Value, long Bound, int Nodes)
{
    /// <summary>The search looks at no more nodes.</summary>
    public const int MostNodes = 2_000_000;

    /// <summary>Whether no set is better.</summary>
    public bool IsOptimal => Bound == Value;

    /// <summary>Finds the set.</summary>
    /// <param name="choices">What may be chosen.</param>
    /// <param name="budget">The costs together stay within it.</param>
    /// <param name="mostNodes">Where the search is cut.</param>
    public static BestSet Of(IReadOnlyList<Choice> choices, double budget, int mostNodes = MostNodes) => new Search(choices, budget, mostNodes).Run();

    private sealed class Search
    {
        private const double Slack = 1e-9;

        private readonly IReadOnlyList<Choice> _given;
        private readonly int[] _open;
        private readonly (int Home, long Gain)[][] _gains;
        private readonly double[] _cost;
        private readonly double _budget;
        private readonly int _mostNodes;
        private readonly long[] _has;
        private readonly List<int> _taken = [];
        private int[] _best = [];
        private long _bestValue;
        private double _bestCost;
        private long _cutBound;
        private int _nodes;

        public Search(IReadOnlyList<Choice> choices, double budget, int mostNodes)
        {
            (_given, _budget, _mostNodes) = (choices, budget, mostNodes);
            int[] homes = [.. choices.SelectMany(c => c.Gains).Select(g => g.Home).Distinct().Order()];
            _gains = [.. choices.Select(c => c.Gains.Where(g => g.Gain > 0).Select(g => (Array.BinarySearch(homes, g.Home), g.Gain)).ToArray())];
            _cost = [.. choices.Select(c => Math.Max(0, c.Cost))];
            _has = new long[homes.Length];

            // What costs nothing and takes nothing from anybody is always in; what costs nothing and takes something is chosen like the rest.
            int[] order = [.. Enumerable.Range(0, choices.Count).OrderBy(i => choices[i].Name, StringComparer.Ordinal)];
            foreach (int free in order.Where(i => choices[i].Cost <= 0 && !choices[i].Loses))
            {
                Take(free, []);
            }

            _open = [.. order.Where(i => !(choices[i].Cost <= 0 && !choices[i].Loses) && _gains[i].Length > 0 && _cost[i] <= budget + Slack)];
        }

        public BestSet Run()
        {
            long start = _has.Sum();
            double left = _budget - _taken.Sum(i => _cost[i]);
            (_best, _bestValue, _bestCost) = ([.. _taken], start, _taken.Sum(i => _cost[i]));
            Greedy(start, left);
            Single(start, left);
            Branch(new bool[_given.Count], start, left);
            long bound = Math.Max(_bestValue, _cutBound);
            return new BestSet([.. _best.Order().Select(i => _given[i].Name)], _best.Sum(i => _given[i].Cost), _bestValue, bound, _nodes);
        }

        private void Greedy(long value, double left)
        {
            List<List<(int Home, long Was)>> undo = [];
            HashSet<int> rest = [.. _open];
            while (rest.Where(i => _cost[i] <= left + Slack && Marginal(i) > 0).OrderByDescending(Density).ThenBy(i => _given[i].Name, StringComparer.Ordinal).Cast<int?>().FirstOrDefault() is { } next)
            {
                value += Marginal(next);
                left -= _cost[next];
                List<(int, long)> was = [];
                Take(next, was);
                undo.Add(was);
                rest.Remove(next);
            }

            Keep(value);
            undo.Reverse();
            undo.ForEach(Undo);
        }

        private void Single(long value, double left)
        {
            foreach (int i in _open.Where(i => _cost[i] <= left + Slack))
            {
                List<(int, long)> was = [];
                long gained = value + Marginal(i);
                Take(i, was);
                Keep(gained);
                Undo(was);
            }
        }

        /// <summary>Takes or leaves the choice of best marginal density.</summary>
        private void Branch(bool[] isShut, long value, double left)
        {
            Keep(value);
            (int Choice, long Gain)[] fits =
            [
                .. _open.Where(i => !isShut[i] && _cost[i] <= left + Slack).Select(i => (i, Marginal(i))).Where(c => c.Item2 > 0)
                    .OrderByDescending(c => _cost[c.i] > 0 ? c.Item2 / _cost[c.i] : double.PositiveInfinity).ThenBy(c => _given[c.i].Name, StringComparer.Ordinal),
            ];
            long bound = value + Math.Min(Fractional(fits, left), Coverable(fits));
            if (fits.Length == 0 || bound <= _bestValue)
            {
                return;
            }

            if (_nodes >= _mostNodes)
            {
                _cutBound = Math.Max(_cutBound, bound);
                return;
            }

            _nodes++;
            (int next, long gain) = fits[0];
            List<(int, long)> was = [];
            Take(next, was);
            isShut[next] = true;
            Branch(isShut, value + gain, left - _cost[next]);
            Undo(was);
            Branch(isShut, value, left);
            isShut[next] = false;
        }

        /// <summary>What the rest of the budget could gain if choices could be had in part and never overlapped.</summary>
        private long Fractional((int Choice, long Gain)[] fits, double left)
        {
            double sum = 0;
            foreach ((int choice, long gain) in fits)
            {
                if (_cost[choice] > left)
                {
                    sum += gain * Math.Max(0, left) / _cost[choice];
                    break;
                }

                sum += gain;
                left -= _cost[choice];
            }

            return (long)Math.Floor(sum + 1e-6);
        }

        private long Coverable((int Choice, long Gain)[] fits)
        {
            Dictionary<int, long> most = [];
            foreach ((int choice, _) in fits)
            {
                foreach ((int home, long gain) in _gains[choice])
                {
                    most[home] = Math.Max(most.GetValueOrDefault(home), gain - _has[home]);
                }
            }

            return most.Values.Sum();
        }

        private double Density(int i) => _cost[i] > 0 ? Marginal(i) / _cost[i] : double.PositiveInfinity;

        private long Marginal(int i)
        {
            long gain = 0;
            foreach ((int home, long of) in _gains[i])
            {
                gain += Math.Max(0, of - _has[home]);
            }

            return gain;
        }

        private void Take(int i, List<(int Home, long Was)> was)
        {
            _taken.Add(i);
            foreach ((int home, long gain) in _gains[i])
            {
                if (gain > _has[home])
                {
                    was.Add((home, _has[home]));
                    _has[home] = gain;
                }
            }
        }

        private void Undo(List<(int Home, long Was)> was)
        {
            _taken.RemoveAt(_taken.Count - 1);
            foreach ((int home, long gain) in was)
            {
                _has[home] = gain;
            }
        }

        /// <summary>More gain, else less cost, else the first names.</summary>
        private void Keep(long value)
        {
            double cost = _taken.Sum(i => _cost[i]);
            if (value > _bestValue || (value == _bestValue && cost < _bestCost - Slack))
            {
                (_best, _bestValue, _bestCost) = ([.. _taken], value, cost);
            }
        }
    }
}
