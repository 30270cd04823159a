namespace HousingInventory.Routing.Transit;

/// <summary>A trip as its bus sees it: where and when it leaves, where it is ready for the next. Minutes of the day.</summary>
/// <param name="From">Terminal that it leaves.</param>
/// <param name="LeaveMin">When.</param>
/// <param name="To">Terminal that it gets to.</param>
/// <param name="ReadyMin">When its bus can leave again.</param>
public readonly record struct VehicleTrip(int From, int LeaveMin, int To, int ReadyMin);

/// <summary>
/// How many buses a day's trips take if no bus drives empty: at each terminal the greatest surplus of departures over buses that are ready, a bus that is ready at a
/// minute serving a departure at that minute. Source: Gertsbach and Gurevich, Constructing an Optimal Fleet for a Transportation Schedule, 1977.
/// </summary>
public static class Fleet
{
    /// <summary>The buses that stand at each terminal in the morning, by terminal; their sum is the fleet.</summary>
    public static IReadOnlyDictionary<int, int> Of(IEnumerable<VehicleTrip> trips)
    {
        SortedDictionary<int, int> fleet = [];
        foreach (IGrouping<int, (int Minute, int Change)> terminal in trips.SelectMany(t => ((int, int, int)[])[(t.From, t.LeaveMin, -1), (t.To, t.ReadyMin, 1)]).GroupBy(e => e.Item1, e => (e.Item2, e.Item3)))
        {
            (int at, int least) = (0, 0);
            foreach ((_, int change) in terminal.OrderBy(e => e.Minute).ThenByDescending(e => e.Change))
            {
                at += change;
                least = Math.Min(least, at);
            }

            fleet[terminal.Key] = -least;
        }

        return fleet;
    }

    /// <summary>Layover after a trip of so many minutes: at least <paramref name="leastMin"/>, and a share of the trip, in whole minutes.</summary>
    public static int LayoverMin(int tripMin, int leastMin, double share) => Math.Max(leastMin, (int)Math.Ceiling(Math.Round(tripMin * share, 6)));
}

/// <summary>
/// The empty runs that bring buses from terminals with more arrivals than departures to those with fewer: of all ways to do so the one with least kilometres. Solved
/// exactly by augmenting along the cheapest chains (a transport problem of some tens of terminals).
/// </summary>
public static class EmptyRuns
{
    /// <summary>Balances a day.</summary>
    /// <param name="surplus">By terminal, in a fixed order: arrivals less departures; the sum is 0.</param>
    /// <param name="cost">Metres from one terminal to another; infinity where none can be driven.</param>
    /// <returns>How many buses go from where to where, by terminal; a need that no road can meet is left out.</returns>
    public static IReadOnlyList<(int From, int To, int Buses)> Balance(IReadOnlyList<int> surplus, Func<int, int, double> cost)
    {
        int[] give = [.. Enumerable.Range(0, surplus.Count).Where(i => surplus[i] > 0)];
        int[] take = [.. Enumerable.Range(0, surplus.Count).Where(i => surplus[i] < 0)];
        double[,] metres = new double[give.Length, take.Length];
        int[,] flow = new int[give.Length, take.Length];
        int[] left = [.. give.Select(g => surplus[g])];
        int[] need = [.. take.Select(t => -surplus[t])];
        for (int i = 0; i < give.Length; i++)
        {
            for (int j = 0; j < take.Length; j++)
            {
                metres[i, j] = cost(give[i], take[j]);
            }
        }

        while (Augment(metres, flow, left, need))
        {
        }

        List<(int From, int To, int Buses)> runs = [];
        for (int i = 0; i < give.Length; i++)
        {
            for (int j = 0; j < take.Length; j++)
            {
                if (flow[i, j] > 0)
                {
                    runs.Add((give[i], take[j], flow[i, j]));
                }
            }
        }

        return runs;
    }

    /// <summary>Sends one more bus along the cheapest chain of runs made and runs undone (Bellman and Ford); false when nothing more can be met.</summary>
    private static bool Augment(double[,] metres, int[,] flow, int[] left, int[] need)
    {
        (int gives, int takes) = (left.Length, need.Length);
        double[] toGive = [.. left.Select(l => l > 0 ? 0 : double.PositiveInfinity)];
        double[] toTake = [.. need.Select(_ => double.PositiveInfinity)];
        int[] byGive = new int[takes];
        int[] byTake = new int[gives];
        Array.Fill(byTake, -1);
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < gives; i++)
            {
                for (int j = 0; j < takes; j++)
                {
                    if (toGive[i] + metres[i, j] < toTake[j] - 1e-6)
                    {
                        (toTake[j], byGive[j], changed) = (toGive[i] + metres[i, j], i, true);
                    }

                    if (flow[i, j] > 0 && toTake[j] - metres[i, j] < toGive[i] - 1e-6)
                    {
                        (toGive[i], byTake[i], changed) = (toTake[j] - metres[i, j], j, true);
                    }
                }
            }
        }

        int end = -1;
        for (int j = 0; j < takes; j++)
        {
            end = need[j] > 0 && !double.IsPositiveInfinity(toTake[j]) && (end < 0 || toTake[j] < toTake[end]) ? j : end;
        }

        if (end < 0)
        {
            return false;
        }

        need[end]--;
        int take = end;
        while (true)
        {
            int from = byGive[take];
            flow[from, take]++;
            if (byTake[from] < 0)
            {
                left[from]--;
                return true;
            }

            take = byTake[from];
            flow[from, take]--;
        }
    }
}
