namespace HousingInventory.Plan.Assignment;

/// <summary>The canonical optimal plan of a problem, with what proves it and what every change to it costs.</summary>
public sealed class AssignmentPlan
{
    private readonly ResidualFlow _flow;
    private ChangePrices? _prices;

    private AssignmentPlan(ResidualFlow flow)
    {
        _flow = flow;
        Worth = flow.Problem.Worth(flow.HomeOf);
    }

    public AssignmentProblem Problem => _flow.Problem;

    /// <summary>The plan as a flow, with the potentials that prove it.</summary>
    internal ResidualFlow Flow => _flow;

    /// <summary>The home of each household, -1 when it is unplaced.</summary>
    public IReadOnlyList<int> HomeOf => _flow.HomeOf;

    /// <summary>What the plan is worth; no plan is worth more.</summary>
    public long Worth { get; }

    /// <summary>What changes cost.</summary>
    public ChangePrices Prices => _prices ??= new ChangePrices(_flow);

    /// <summary>
    /// Solves exactly. Few pairs are looked at first; then every pair is priced out, those that the potentials do not rule out are added, and so on until none
    /// is left: only then are certificate, canonical order and prices valid.
    /// </summary>
    public static AssignmentPlan Solve(AssignmentProblem problem, CancellationToken cancellation = default)
    {
        bool[] kept = ArcReduction.Keep(problem);
        while (true)
        {
            ResidualFlow few = PathSolver.Solve(problem.Only(kept), cancellation);
            few.RaisePrices();
            ResidualFlow whole = Widened(few, problem);
            if (AddNegative(whole, kept) == 0)
            {
                CanonicalOrder.Apply(whole, cancellation);
                return new AssignmentPlan(whole);
            }
        }
    }

    /// <summary>
    /// Says which condition of optimality the plan breaks, null when none. With prices of homes and villages that are not negative, and 0 where there is room
    /// left, every household has the home (or none) that is cheapest for it: no other plan can be worth more.
    /// </summary>
    public string? Fault()
    {
        AssignmentProblem problem = _flow.Problem;
        long[] potential = _flow.Potential;
        long[] villagePrice = [.. Enumerable.Range(0, problem.Villages).Select(v => Math.Max(0, potential[_flow.Sink] - potential[_flow.VillageNode(v)]))];
        long[] homePrice = [.. Enumerable.Range(0, problem.Homes)
            .Select(n => Math.Max(0, potential[_flow.VillageNode(problem.VillageOf[n])] - potential[_flow.HomeNode(n)]))];
        int[] taken = new int[problem.Villages];
        for (int h = 0; h < problem.Households; h++)
        {
            long cheapest = potential[_flow.Sink] - potential[h];
            if (problem.Loss[h] < cheapest || (_flow.HomeOf[h] < 0 && problem.Loss[h] != cheapest))
            {
                return FormattableString.Invariant($"household {h}: unplaced costs {problem.Loss[h]}, its price is {cheapest}");
            }

            for (int arc = problem.FirstArc[h]; arc < problem.FirstArc[h + 1]; arc++)
            {
                int home = problem.ArcHome[arc];
                long price = homePrice[home] + villagePrice[problem.VillageOf[home]] - problem.ArcGain[arc];
                bool isUsed = _flow.HomeOf[h] == home;
                if (price < cheapest || (isUsed && price != cheapest) || (isUsed && _flow.HouseholdOf[home] != h))
                {
                    return FormattableString.Invariant($"household {h}, home {home}: costs {price}, its price is {cheapest}");
                }

                taken[problem.VillageOf[home]] += isUsed ? 1 : 0;
            }
        }

        for (int v = 0; v < problem.Villages; v++)
        {
            if (taken[v] != _flow.CountOf[v] || taken[v] > problem.Caps[v] || (taken[v] < problem.Caps[v] && villagePrice[v] > 0))
            {
                return FormattableString.Invariant($"village {v}: {taken[v]} of {problem.Caps[v]} taken, its price is {villagePrice[v]}");
            }
        }

        int free = Enumerable.Range(0, problem.Homes).FirstOrDefault(n => _flow.HouseholdOf[n] < 0 && homePrice[n] > 0, -1);
        return free < 0 ? null : FormattableString.Invariant($"home {free}: free, its price is {homePrice[free]}");
    }

    /// <summary>The same flow and potentials over all pairs.</summary>
    private static ResidualFlow Widened(ResidualFlow few, AssignmentProblem problem)
    {
        ResidualFlow whole = new(problem);
        few.HomeOf.CopyTo(whole.HomeOf, 0);
        few.HouseholdOf.CopyTo(whole.HouseholdOf, 0);
        few.CountOf.CopyTo(whole.CountOf, 0);
        few.Potential.CopyTo(whole.Potential, 0);
        return whole;
    }

    private static int AddNegative(ResidualFlow whole, bool[] kept)
    {
        int added = 0;
        AssignmentProblem problem = whole.Problem;
        for (int h = 0; h < problem.Households; h++)
        {
            for (int arc = problem.FirstArc[h]; arc < problem.FirstArc[h + 1]; arc++)
            {
                if (!kept[arc] && whole.ReducedCost(h, arc) < 0)
                {
                    kept[arc] = true;
                    added++;
                }
            }
        }

        return added;
    }
}
