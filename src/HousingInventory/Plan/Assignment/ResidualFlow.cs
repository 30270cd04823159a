namespace HousingInventory.Plan.Assignment;

/// <summary>
/// A plan as a flow, with potentials. Nodes are households, then homes, then villages, then the sink, where the placed and the unplaced end. The reduced cost
/// of a step from i to j is its cost + potential of i - potential of j; a plan is optimal when no step that the flow leaves open has a negative one.
/// </summary>
internal sealed class ResidualFlow
{
    /// <summary>The potential of a village that takes nobody: below any other, and far from overflowing.</summary>
    public const long Forbidding = -(1L << 60);

    public ResidualFlow(AssignmentProblem problem)
    {
        Problem = problem;
        HomeOf = new int[problem.Households];
        HouseholdOf = new int[problem.Homes];
        CountOf = new int[problem.Villages];
        Array.Fill(HomeOf, -1);
        Array.Fill(HouseholdOf, -1);
        Potential = new long[Sink + 1];
        (FirstOfVillage, HomesOfVillage) = GroupHomes(problem);
    }

    public AssignmentProblem Problem { get; }

    /// <summary>The home of each household, -1 when it is unplaced.</summary>
    public int[] HomeOf { get; }

    /// <summary>The household of each home, -1 when it is free.</summary>
    public int[] HouseholdOf { get; }

    /// <summary>How many homes of each village are taken.</summary>
    public int[] CountOf { get; }

    /// <summary>By node.</summary>
    public long[] Potential { get; }

    /// <summary>The homes of village v are HomesOfVillage[FirstOfVillage[v]] up to [FirstOfVillage[v + 1]].</summary>
    public int[] FirstOfVillage { get; }

    public int[] HomesOfVillage { get; }

    public int Sink => Problem.Households + Problem.Homes + Problem.Villages;

    public int HomeNode(int home) => Problem.Households + home;

    public int VillageNode(int village) => Problem.Households + Problem.Homes + village;

    public bool IsHousehold(int node) => node < Problem.Households;

    public bool IsHome(int node) => node >= Problem.Households && node < Problem.Households + Problem.Homes;

    public int HomeAt(int node) => node - Problem.Households;

    public int VillageAt(int node) => node - Problem.Households - Problem.Homes;

    public bool HasRoom(int village) => CountOf[village] < Problem.Caps[village];

    /// <summary>The node where a household is now: its home, or the sink.</summary>
    public int Whereabouts(int household) => HomeOf[household] < 0 ? Sink : HomeNode(HomeOf[household]);

    /// <summary>Reduced cost of a pair.</summary>
    public long ReducedCost(int household, int arc) => Potential[household] - Potential[HomeNode(Problem.ArcHome[arc])] - Problem.ArcGain[arc];

    /// <summary>Reduced cost of leaving a household unplaced.</summary>
    public long ReducedLoss(int household) => Problem.Loss[household] + Potential[household] - Potential[Sink];

    /// <summary>Moves one unit along a step. Steps are taken in the order of their path, so that what one releases the next takes up.</summary>
    public void Push(int from, int to)
    {
        if (IsHousehold(from))
        {
            HomeOf[from] = to == Sink ? -1 : HomeAt(to);
            if (to != Sink)
            {
                HouseholdOf[HomeAt(to)] = from;
            }
        }
        else if (to == Sink)
        {
            CountOf[VillageAt(from)]++;
        }
        else if (from == Sink && !IsHousehold(to))
        {
            CountOf[VillageAt(to)]--;
        }
        else if (!IsHome(from) && from != Sink)
        {
            HouseholdOf[HomeAt(to)] = -1;
        }
    }

    /// <summary>
    /// Makes full villages as dear and free homes as cheap as the flow allows. The potentials stay valid, and rule out many pairs that the solver never looked
    /// at.
    /// </summary>
    public void RaisePrices()
    {
        for (int village = 0; village < Problem.Villages; village++)
        {
            int node = VillageNode(village);
            Span<int> homes = HomesOfVillage.AsSpan(FirstOfVillage[village]..FirstOfVillage[village + 1]);
            if (!HasRoom(village))
            {
                long dearest = Forbidding;
                foreach (int home in homes)
                {
                    dearest = HouseholdOf[home] < 0 ? dearest : Math.Max(dearest, Potential[HomeNode(home)]);
                }

                Potential[node] = dearest;
            }

            foreach (int home in homes)
            {
                if (HouseholdOf[home] < 0)
                {
                    Potential[HomeNode(home)] = Potential[node];
                }
            }
        }
    }

    private static (int[] First, int[] Homes) GroupHomes(AssignmentProblem problem)
    {
        int[] first = new int[problem.Villages + 1];
        foreach (int village in problem.VillageOf)
        {
            first[village + 1]++;
        }

        for (int v = 0; v < problem.Villages; v++)
        {
            first[v + 1] += first[v];
        }

        int[] next = first[..^1];
        int[] homes = new int[problem.Homes];
        for (int home = 0; home < problem.Homes; home++)
        {
            homes[next[problem.VillageOf[home]]++] = home;
        }

        return (first, homes);
    }
}
