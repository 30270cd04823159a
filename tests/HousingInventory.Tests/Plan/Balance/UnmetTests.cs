using HousingInventory.Plan.Assignment;
using HousingInventory.Plan.Balance;
using HousingInventory.Tests.Plan.Assignment;

namespace HousingInventory.Tests.Plan.Balance;

/// <summary>Criteria 10 to 12: how many households the homes cannot house in time.</summary>
public sealed class UnmetTests
{
    [Fact]
    public void Criterion_10_Unmet_equals_the_dominance_method_in_a_thousand_months()
    {
        for (int seed = 0; seed < 1_000; seed++)
        {
            (SizeAndDay[] households, BedsAndDay[] homes) = Month(new Random(seed), daysBind: true);
            Assert.Equal(ByDominance(households, homes), Unmet.Most(households, homes).Count(h => h >= 0));
        }
    }

    [Fact]
    public void Criterion_10_As_many_households_and_persons_are_housed_as_by_the_solver_of_the_proposals_without_points()
    {
        for (int seed = 0; seed < 1_000; seed++)
        {
            Random random = new(seed);
            int[] sizes = [.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => random.Next(1, 4))];
            bool[][] fits = [.. sizes.Select(_ => Enumerable.Range(0, random.Next(0, 8)).Select(_ => random.Next(3) == 0).ToArray())];
            int homes = fits.Max(f => f.Length);
            bool Fits(int h, int n) => n < fits[h].Length && fits[h][n];
            int[] most = Unmet.Most(sizes, homes, Fits);
            List<int> first = [0], home = [];
            for (int h = 0; h < sizes.Length; h++)
            {
                home.AddRange(Enumerable.Range(0, homes).Where(n => Fits(h, n)));
                first.Add(home.Count);
            }

            AssignmentPlan solved = Proved.Solve(new AssignmentProblem(
                [.. sizes.Select(s => 10_000_000L + s)], new int[homes], [AssignmentProblem.NoCap], [.. first], [.. home], new int[home.Count]));
            Assert.Equal((solved.HomeOf.Count(h => h >= 0), sizes.Where((_, h) => solved.HomeOf[h] >= 0).Sum()), (most.Count(h => h >= 0), sizes.Where((_, h) => most[h] >= 0).Sum()));
            Assert.All(Enumerable.Range(0, sizes.Length).Where(h => most[h] >= 0), h => Assert.True(Fits(h, most[h])));
            Assert.Equal(most.Count(h => h >= 0), most.Where(h => h >= 0).Distinct().Count());
        }
    }

    [Fact]
    public void Criterion_11_Without_days_unmet_is_what_sizes_lack()
    {
        for (int seed = 0; seed < 1_000; seed++)
        {
            (SizeAndDay[] households, BedsAndDay[] homes) = Month(new Random(seed), daysBind: false);
            int unmet = Unmet.Most(households, homes).Count(h => h < 0);
            Assert.Equal(Unmet.ShortOfSize(households.Select(h => h.Size), [.. homes.Select(h => h.Beds)]), unmet);
        }
    }

    [Fact]
    public void Criterion_12_Of_four_households_two_are_housed_and_six_persons()
    {
        DateOnly march = new(2026, 3, 31), april = new(2026, 4, 30), may = new(2026, 5, 31);
        SizeAndDay[] households = [new(1, march), new(2, march), new(4, april), new(6, may)];
        BedsAndDay[] homes = [new(2, new(2026, 2, 1)), new(4, new(2026, 3, 1)), new(2, new(2026, 5, 1))];
        // C has the first home and B the second; D lacks size, A lacks a day.
        Assert.Equal([-1, 0, 1, -1], Unmet.Most(households, homes));
        Assert.Equal(1, Unmet.ShortOfSize([6], [2, 4, 2]));
    }

    /// <summary>By latest day and then larger first, each gets the smallest home that is enough among those free by then.</summary>
    private static int ByDominance(SizeAndDay[] households, BedsAndDay[] homes)
    {
        bool[] taken = new bool[homes.Length];
        int housed = 0;

        // Later days see all that earlier ones see, so the earliest goes first; a larger one never takes what a smaller one of the same day could not also leave.
        foreach (SizeAndDay household in households.OrderBy(h => h.LatestOn).ThenByDescending(h => h.Size))
        {
            int best = -1;
            for (int n = 0; n < homes.Length; n++)
            {
                if (!taken[n] && homes[n].Beds >= household.Size && homes[n].FreeFrom <= household.LatestOn && (best < 0 || homes[n].Beds < homes[best].Beds))
                {
                    best = n;
                }
            }

            if (best >= 0)
            {
                taken[best] = true;
                housed++;
            }
        }

        return housed;
    }

    private static (SizeAndDay[] Households, BedsAndDay[] Homes) Month(Random random, bool daysBind)
    {
        DateOnly day = new(2026, 3, 1);
        return (
            [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => new SizeAndDay(random.Next(1, 6), day.AddDays(daysBind ? random.Next(0, 60) : 90)))],
            [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => new BedsAndDay(random.Next(1, 6), day.AddDays(random.Next(0, 60))))]);
    }
}
