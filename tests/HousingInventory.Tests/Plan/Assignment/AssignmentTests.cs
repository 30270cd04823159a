using HousingInventory.Plan.Assignment;

namespace HousingInventory.Tests.Plan.Assignment;

/// <summary>Criteria 15 to 19 of the plan: the solver against enumeration, its certificate, the canonical order and the prices of changes.</summary>
public sealed class AssignmentTests
{
    [Fact]
    public void Criteria_15_16_17_The_plan_is_the_first_of_the_best_in_20_000_small_cases_and_proves_it()
    {
        Parallel.For(0, 20_000, seed =>
        {
            AssignmentProblem problem = SmallProblem.Random(new Random(seed));
            (long worth, int[] first) = SmallProblem.Best(problem);
            AssignmentPlan plan = AssignmentPlan.Solve(problem);
            Assert.True(plan.Fault() is null, $"seed {seed}: {plan.Fault()}");
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
            AssignmentPlan plan = AssignmentPlan.Solve(problem);
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
            AssignmentPlan plan = AssignmentPlan.Solve(SmallProblem.Random(new Random(seed)));
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
            AssignmentPlan plan = AssignmentPlan.Solve(LargeProblem.Random(new Random(seed), households, homes, villages, cap));
            Assert.Null(plan.Fault());
        }
    }

    [Fact]
    public void Criterion_16_A_plan_that_is_not_optimal_does_not_prove_itself()
    {
        // Household 0 takes home 0 for 5; with home 1 for 9 gone to nobody the best is household 0 in home 1.
        AssignmentProblem problem = new([10, 10], [0, 0], [AssignmentProblem.NoCap], [0, 2, 3], [0, 1, 0], [5, 9, 4]);
        AssignmentPlan plan = AssignmentPlan.Solve(problem);
        Assert.Equal([1, 0], plan.HomeOf);
        Assert.Equal(13, plan.Worth);
        ((int[])plan.HomeOf)[0] = -1;
        Assert.NotNull(plan.Fault());
    }

    [Fact]
    public void Nobody_and_nothing_are_problems_too()
    {
        Assert.Equal(0, AssignmentPlan.Solve(new AssignmentProblem([], [], [], [0], [], [])).Worth);
        AssignmentPlan alone = AssignmentPlan.Solve(new AssignmentProblem([7], [], [], [0, 0], [], []));
        Assert.Equal(-7, alone.Worth);
        Assert.Empty(alone.Prices.Of(0));
        Assert.Equal(0, AssignmentPlan.Solve(new AssignmentProblem([], [0], [1], [0], [], [])).Worth);
    }
}
