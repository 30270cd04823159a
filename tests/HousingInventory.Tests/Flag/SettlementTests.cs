using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

[Trait("Takes", "long")]
public sealed class SettlementTests
{
    [Fact]
    public void No_limit_of_a_settlement_tells_how_many_live_in_a_home_or_whether_it_is_withheld()
    {
        // Six homes in a row; in the third one person lives, or nine, or somebody protected who is in no extract.
        Town Row(Func<Town, Town> third)
        {
            Town town = new Town().WithManyOthers();
            for (int i = 1; i <= 6; i++)
            {
                town.House($"h{i}", i * 100, 0).Address($"a{i}", "Exempelgatan", $"{i}", (i * 100) + 5, 5);
                town = i == 3 ? third(town) : town.Lives(2, address: $"a{i}");
            }

            return town.Home("empty", 700, 0);
        }

        Town[] towns = [Row(t => t.Lives(1, address: "a3")), Row(t => t.Lives(9, address: "a3")), Row(t => t.Withhold("h3"))];
        foreach (int fewest in Enumerable.Range(1, 30))
        {
            foreach (Between between in Enum.GetValues<Between>())
            {
                foreach (Town town in towns)
                {
                    town.Config = new() { Candidates = new CandidatesConfig { FootprintM2 = null, StopWithinM = null, Settlements = [new() { MaxGapM = 150, Between = between, MinResidents = fewest }] } };
                }

                Assert.Equal(fewest <= 12, towns[0].Ask().IsCandidate("empty"));
                Assert.All(towns[1..], t => Assert.Equal(towns[0].Ask().Rows(), t.Ask().Rows()));
            }
        }
    }

    [Fact]
    public void Settlements_agree_with_brute_force()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Random random = new(seed);
            Town town = new Town().House("h000", 3000, 3000).Address("a000", "Exempelgatan", "1000", 3005, 3005).Lives(1, address: "a000");
            for (int i = 1; i < 80; i++)
            {
                // Whole tens of metres, so that distances of just the gap occur.
                (double x, double y) = (random.Next(60) * 10, random.Next(60) * 10);
                town.House($"h{i:000}", x, y, 2, 2);
                if (random.Next(10) == 0)
                {
                    town.Withhold($"h{i:000}");
                }

                if (random.Next(2) == 0)
                {
                    town.Address($"a{i}", "Exempelgatan", $"{i}", x + 1, y + 1, buildings: [$"h{i:000}"]).Lives(random.Next(1, 4), address: $"a{i}");
                }
            }

            Answer answer = town.Ask();
            foreach (Between between in Enum.GetValues<Between>())
            {
                foreach (int gap in new[] { 0, 30, 50, 70, 200 })
                {
                    SettlementConfig config = new() { MaxGapM = gap, Between = between, MinResidents = 6 };
                    Assert.Equal(Brute(answer, config), Settlements.Contain(answer.Registers, answer.Linkage, config));
                }
            }
        }
    }

    private static bool Inhabited(Answer answer, int building) => answer.Linkage.Residents[building] > 0 || answer.Linkage.Withheld[building];

    // Grows each settlement from its members by comparing every pair.
    private static bool[] Brute(Answer answer, SettlementConfig config)
    {
        IReadOnlyList<Building> buildings = answer.Registers.Buildings;
        bool[] member = [.. buildings.Select(b =>
            answer.Linkage.HouseOf[b.Index] == b.Index && b.IsDwelling && (config.Between == Between.Dwellings || Inhabited(answer, b.Index)))];
        bool Near(int a, int b) => buildings[a].House.Distance(buildings[b].House) <= config.MaxGapM;
        bool[] inside = new bool[buildings.Count];
        for (int start = 0; start < buildings.Count; start++)
        {
            if (!member[start])
            {
                continue;
            }

            HashSet<int> settlement = [start];
            Queue<int> open = new(settlement);
            while (open.TryDequeue(out int at))
            {
                for (int next = 0; next < buildings.Count; next++)
                {
                    if (member[next] && Near(at, next) && settlement.Add(next))
                    {
                        open.Enqueue(next);
                    }
                }
            }

            if (settlement.Count(b => Inhabited(answer, b)) * config.PersonsPerHome >= config.MinResidents)
            {
                for (int b = 0; b < buildings.Count; b++)
                {
                    inside[b] |= settlement.Any(s => Near(s, b));
                }
            }
        }

        return inside;
    }
}
