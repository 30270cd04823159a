using HousingInventory.Plan.Assignment;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Tests.Plan.Assignment;

/// <summary>Criteria 15 to 17, 19 and 21 of the plan: the solver against enumeration, its certificate, the canonical order and the prices of changes.</summary>
public sealed class AssignmentTests
{
    [Fact]
    public void Criteria_15_16_17_The_plan_is_the_first_of_the_best_in_20_000_small_cases_and_proves_it()
    {
        Parallel.For(0, 20_000, seed =>
        {
            AssignmentProblem problem = SmallProblem.Random(new Random(seed));
            (long worth, int[] first) = SmallProblem.Best(problem);
            AssignmentPlan plan = Proved.Solve(problem, seed);
            Assert.True(worth == plan.Worth, $"seed {seed}: worth {plan.Worth}, best {worth}");
            Assert.True(first.SequenceEqual(plan.HomeOf), $"seed {seed}: {string.Join(' ', plan.HomeOf)}, first {string.Join(' ', first)}");
        });
    }

    [Fact]
    public void Criterion_19_The_price_of_a_change_is_what_solving_again_with_the_pair_forced_loses()
    {
        int pairs = 0;
        Parallel.For(0, 5_000, seed =>
        {
            AssignmentProblem problem = SmallProblem.Random(new Random(seed));
            AssignmentPlan plan = Proved.Solve(problem, seed);
            for (int h = 0; h < problem.Households; h++)
            {
                Dictionary<int, long> prices = plan.Prices.Of(h).ToDictionary(p => p.Home, p => p.Price);
                for (int arc = problem.FirstArc[h]; arc < problem.FirstArc[h + 1]; arc++)
                {
                    int home = problem.ArcHome[arc];
                    if (home == plan.HomeOf[h])
                    {
                        continue;
                    }

                    long? price = plan.Worth - SmallProblem.BestWith(problem, h, home);
                    Assert.True(price == (prices.TryGetValue(home, out long told) ? told : null), $"seed {seed}, household {h}, home {home}");
                    Interlocked.Increment(ref pairs);
                }
            }
        });
        Assert.True(pairs > 20_000);
    }

    [Fact]
    public void Criterion_19_The_cheapest_three_are_the_first_three_of_all()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            AssignmentPlan plan = Proved.Solve(SmallProblem.Random(new Random(seed)), seed);
            for (int h = 0; h < plan.Problem.Households; h++)
            {
                Assert.Equal(plan.Prices.Of(h).Take(3), plan.Prices.Of(h, 3));
            }
        }
    }

    [Theory]
    [InlineData(40, 60, 4, 3)]
    [InlineData(60, 300, 15, 4)]
    [InlineData(120, 90, 6, 20)]
    [InlineData(150, 400, 30, AssignmentProblem.NoCap)]
    public void Criterion_16_Larger_plans_prove_themselves_though_most_pairs_were_never_looked_at(int households, int homes, int villages, int cap)
    {
        for (int seed = 0; seed < 5; seed++)
        {
            Proved.Solve(LargeProblem.Random(new Random(seed), households, homes, villages, cap), seed);
        }
    }

    [Fact]
    public void Criterion_16_Pairs_that_were_left_out_are_priced_out_until_none_would_gain()
    {
        int left = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            AssignmentProblem problem = LargeProblem.Random(new Random(seed), 12, 40, 5, seed % 2 == 0 ? 3 : AssignmentProblem.NoCap);
            ResidualFlow few = PathSolver.Solve(problem.Only(ArcReduction.Keep(problem)), default);
            left += Gaining(problem, few.HomeOf, few.Potential);

            // The pairs that were left out are nothing to the worth, and all to what prices say.
            AssignmentPlan plan = Proved.Solve(problem, seed);
            Assert.Equal(problem.Worth(few.HomeOf), plan.Worth);
            Assert.Equal(0, Gaining(problem, plan.HomeOf, plan.Flow.Potential));
        }

        // Otherwise nothing was proved of it: by the prices of the few pairs alone thousands of the others would gain.
        Assert.True(left > 1_000, $"{left}");
    }

    [Fact]
    public void Criterion_21_A_due_single_goes_before_eight_and_eight_persons_before_9_999_points()
    {
        // One home, and all the points on the other side.
        static IReadOnlyList<int> Homes(long first, long second) =>
            Proved.Solve(new AssignmentProblem([first, second], [0], [AssignmentProblem.NoCap], [0, 1, 2], [0, 0], [0, 9_999])).HomeOf;
        Assert.Equal([0, -1], Homes(ChangePrice.Due + ChangePrice.Person, 8 * ChangePrice.Person));
        Assert.Equal([0, -1], Homes(8 * ChangePrice.Person, 7 * ChangePrice.Person));
        Assert.Equal([-1, 0], Homes(8 * ChangePrice.Person, 8 * ChangePrice.Person));

        // The largest plan: 9,999 households with 1,000 points each, 99,999 persons. No level reaches the next, and all together stay in a long.
        Assert.True(9_999L * 1_000 < ChangePrice.Person);
        Assert.True(99_999 * ChangePrice.Person < ChangePrice.Due);
        Assert.True(checked((9_999 * ChangePrice.Due) + (99_999 * ChangePrice.Person) + (9_999L * 1_000)) < long.MaxValue / 100);
    }

    [Fact]
    public void Criterion_16_A_plan_that_is_not_optimal_does_not_prove_itself()
    {
        // Household 0 takes home 0 for 5; with home 1 for 9 gone to nobody the best is household 0 in home 1.
        AssignmentProblem problem = new([10, 10], [0, 0], [AssignmentProblem.NoCap], [0, 2, 3], [0, 1, 0], [5, 9, 4]);
        AssignmentPlan plan = Proved.Solve(problem);
        Assert.Equal([1, 0], plan.HomeOf);
        Assert.Equal(13, plan.Worth);
        ((int[])plan.HomeOf)[0] = -1;
        Assert.NotNull(plan.Fault());
    }

    /// <summary>How many pairs would gain by the prices: those that are not in use and have a negative reduced cost.</summary>
    private static int Gaining(AssignmentProblem problem, IReadOnlyList<int> homeOf, long[] potential)
    {
        int gaining = 0;
        for (int h = 0; h < problem.Households; h++)
        {
            for (int arc = problem.FirstArc[h]; arc < problem.FirstArc[h + 1]; arc++)
            {
                int home = problem.ArcHome[arc];
                gaining += homeOf[h] != home && potential[h] - potential[problem.Households + home] - problem.ArcGain[arc] < 0 ? 1 : 0;
            }
        }

        return gaining;
    }

    [Fact]
    public void Nobody_and_nothing_are_problems_too()
    {
        Assert.Equal(0, Proved.Solve(new AssignmentProblem([], [], [], [0], [], [])).Worth);
        AssignmentPlan alone = Proved.Solve(new AssignmentProblem([7], [], [], [0, 0], [], []));
        Assert.Equal(-7, alone.Worth);
        Assert.Empty(alone.Prices.Of(0));
        Assert.Equal(0, Proved.Solve(new AssignmentProblem([], [0], [1], [0], [], [])).Worth);
    }
}
