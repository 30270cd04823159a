using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

public sealed class SettlementTests
{
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

    // Grows each settlement from its members by comparing every pair.
    private static bool[] Brute(Answer answer, SettlementConfig config)
    {
        IReadOnlyList<Building> buildings = answer.Registers.Buildings;
        bool[] member = [.. buildings.Select(b =>
            answer.Linkage.HouseOf[b.Index] == b.Index && (answer.Linkage.Residents[b.Index] > 0 || (config.Between == Between.Dwellings && b.IsDwelling)))];
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

            if (settlement.Sum(b => answer.Linkage.Residents[b]) >= config.MinResidents)
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
