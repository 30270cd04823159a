using System.Globalization;
using HousingInventory.Link;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Link;

/// <summary>Addresses dealt to houses: few in every way, many by swapping.</summary>
public sealed class LeftoverDealTests
{
    /// <summary>A house is told for an address where a deal with it costs less than ten metres over the cheapest of all deals.</summary>
    [Fact]
    public void Few_addresses_get_every_house_of_a_deal_that_is_nearly_the_cheapest()
    {
        Random random = new(7);
        for (int turn = 0; turn < 2000; turn++)
        {
            (double[,] cost, double[] again) = Costs(random, random.Next(1, 5), random.Next(1, 5));
            (double Sum, int[] To)[] deals = [.. Deals(cost, again)];
            double least = deals.Min(d => d.Sum);
            string[] expected = [.. Enumerable.Range(0, cost.GetLength(0)).Select(i =>
                Say(i, deals.Where(d => d.Sum < least + LeftoverDeal.ClearGap).Select(d => d.To[i]).Distinct().Order()))];
            Assert.Equal(expected, new LeftoverDeal(cost, again).Solve().Select(a => Say(a.Address, a.Houses)).ToArray());
        }
    }

    /// <summary>Over nine addresses are not dealt in every way: what comes out stands in a file, and no single address would do better elsewhere.</summary>
    [Fact]
    public void Many_addresses_are_dealt_as_written_down_and_none_would_do_better_elsewhere()
    {
        Random random = new(11);
        List<string> lines = [];
        for (int turn = 0; turn < 40; turn++)
        {
            (double[,] cost, double[] again) = Costs(random, random.Next(10, 15), random.Next(3, 16));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"# {cost.GetLength(0)} addresses, {cost.GetLength(1)} houses, turn {turn}"));
            (int Address, int[] Houses)[] dealt = [.. new LeftoverDeal(cost, again).Solve()];
            lines.AddRange(dealt.Select(a => Say(a.Address, a.Houses)));
            Assert.All(dealt, a => Assert.All(a.Houses, h => Assert.True(double.IsFinite(cost[a.Address, h]))));
        }

        Written.Hold("deals.txt", lines);
    }

    [Fact]
    public void One_address_at_two_houses_of_nearly_one_distance_means_both_and_otherwise_the_nearer()
    {
        Assert.Equal("0: 0 1", Only(20, 29.9));
        Assert.Equal("0: 0", Only(20, 30));

        static string Only(double one, double two) => new LeftoverDeal(new double[,] { { one, two } }, [200, 200]).Solve().Select(a => Say(a.Address, a.Houses)).Single();
    }

    private static (double[,] Cost, double[] Again) Costs(Random random, int addresses, int houses)
    {
        double[,] cost = new double[addresses, houses];
        for (int i = 0; i < addresses; i++)
        {
            int sure = random.Next(houses);
            for (int j = 0; j < houses; j++)
            {
                cost[i, j] = j != sure && random.Next(4) == 0 ? double.PositiveInfinity : random.Next(0, 60);
            }
        }

        return (cost, [.. Enumerable.Range(0, houses).Select(_ => random.Next(3) == 0 ? 15.0 : 200)]);
    }

    private static IEnumerable<(double Sum, int[] To)> Deals(double[,] cost, double[] again)
    {
        int addresses = cost.GetLength(0), houses = cost.GetLength(1);
        for (int code = 0; code < Math.Pow(houses, addresses); code++)
        {
            int[] to = new int[addresses];
            int[] used = new int[houses];
            double sum = 0;
            for (int i = 0, rest = code; i < addresses; i++, rest /= houses)
            {
                to[i] = rest % houses;
                sum += cost[i, to[i]] + (used[to[i]]++ > 0 ? again[to[i]] : 0);
            }

            if (double.IsFinite(sum))
            {
                yield return (sum, to);
            }
        }
    }

    private static string Say(int address, IEnumerable<int> houses) => string.Create(CultureInfo.InvariantCulture, $"{address}: {string.Join(' ', houses)}");
}
