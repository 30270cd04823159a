namespace HousingInventory.Tests.Towns;

/// <summary>
/// A small town by a seed: plots of 60 by 60 m along a street, on each of them one of the programs that registers have, and people with all kinds of keys and
/// slips. Small enough to be tried thousands of times.
/// </summary>
internal static class RandomTown
{
    /// <summary>Where each entry of the population register truly belongs; parallel to the town's registrations.</summary>
    public sealed record Made(Town Town, IReadOnlyList<(double X, double Y)> HomeOf);

    /// <param name="seed">Which town.</param>
    /// <param name="plots">How many plots.</param>
    /// <param name="slips">Whether people's keys may be missing or misspelt.</param>
    public static Made Make(int seed, int plots = 12, bool slips = true)
    {
        Random random = new(seed);
        Town town = new Town().WithManyOthers();
        List<(double, double)> homeOf = [(50_000, 50_000)];
        for (int i = 0; i < plots; i++)
        {
            double x = i / 2 * 60;
            double y = i % 2 * 75;
            string designation = $"EXEMPELBYN 1:{i + 1}";
            town.Property(designation, (x, y, 60, 60));
            int program = random.Next(slips ? 9 : 4);
            string number = $"{i + 1}";
            string street = random.Next(4) == 0 ? "Exempelbyn" : "Exempelgatan";
            (double px, double py) = random.Next(3) switch { 0 => (x + 15, y + 15), 1 => (x + 30, y + 1), _ => (x + 1, y + 50) };
            if (program != 4)
            {
                town.Address($"a{i}", street, program == 5 ? $"{number}A" : number, px, py, village: street == "Exempelbyn");
            }

            town.House($"h{i}", x + 10, y + 10);
            People(program == 4 ? null : $"a{i}", $"{street} {number}{(program == 5 ? "A" : "")}", designation, x, y);
            switch (program)
            {
                case 1 or 6 or 7:
                    town.House($"g{i}", x + 40, y + 35, 8, 8);
                    break;
                case 2:
                    town.Other($"s{i}", x + 40, y + 5, 15, 15, "Komplementbyggnad");
                    break;
                case 5:
                    town.House($"g{i}", x + 40, y + 35, 10, 10).Address($"b{i}", street, $"{number}B", x + 45, y + 40);
                    People($"b{i}", $"{street} {number}B", designation, x, y);
                    break;
                case 8:
                    town.House($"g{i}", x + 22, y + 10, 10, 10, on: null).Address($"b{i}", street, number, x + 27, y + 15);
                    break;
                default:
                    break;
            }
        }

        return new Made(town, homeOf);

        void People(string? address, string text, string designation, double x, double y)
        {
            for (int k = random.Next(3); k > 0; k--)
            {
                bool hasId = !slips || random.Next(3) > 0;
                bool hasProperty = !slips || random.Next(4) > 0;
                string written = slips && random.Next(4) == 0 ? text.Remove(random.Next(text.Length - 3), 1) : text;
                string? said = slips && random.Next(8) == 0 ? "EXEMPELGAMMALBY 7:7" : hasProperty ? designation : null;
                town.Lives(1 + random.Next(3), text: address is null ? null : written.ToUpperInvariant(), address: hasId ? address : null, property: said);
                homeOf.Add((x + 30, y + 30));
            }
        }
    }
}
