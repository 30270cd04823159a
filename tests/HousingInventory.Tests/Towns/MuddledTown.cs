namespace HousingInventory.Tests.Towns;

/// <summary>
/// A hamlet by a seed in which nothing fits: buildings that touch or lie over each other, properties that overlap, straddle or are missing, addresses beside their houses,
/// twice or reserved, dwellings with one id or number, and people whose keys lead here and there. No truth is known of it: it is for asking rules what they say.
/// </summary>
internal static class MuddledTown
{
    private static readonly string[] Streets = ["Exempelgatan", "Exempelbyn", "Exempelgatan", "Norra Exempelgatan", "Staden"];
    private static readonly string[] Purposes = ["Småhus friliggande", "Småhus friliggande", "Småhus friliggande", "Småhus radhus", "Flerfamiljshus", "Småhus med flera lägenheter", "Småhus kedjehus"];
    private static readonly string?[] Codes = ["93100", "93100", "93131", null];

    /// <param name="seed">Which hamlet.</param>
    public static Town Make(int seed)
    {
        Random random = new(seed);
        Town town = new Town().WithManyOthers();
        int plots = random.Next(3, 8);
        for (int i = 0; i < plots; i++)
        {
            if (random.Next(5) > 0)
            {
                double x = (i * 30) - random.Next(0, 8), width = random.Next(20, 45);
                (double, double, double, double)[] areas = random.Next(6) == 0 ? [(x, 0, width, 25), (x + 10, 40, width, 20)] : [(x, 0, width, 60)];
                town.Property($"EXEMPELBYN 1:{i + 1}", areas);
            }
        }

        Buildings(town, random, plots);
        Addresses(town, random, plots);
        for (int i = random.Next(6); i > 0; i--)
        {
            town.Dwelling($"d{random.Next(4)}", $"{1001 + random.Next(3)}", random.Next(3) == 0 ? null : $"a{random.Next(6)}", random.Next(3) == 0 ? null : $"h{random.Next(8)}");
        }

        People(town, random, plots);
        for (int i = random.Next(4); i > 0; i--)
        {
            town.Withhold(random.Next(6) switch
            {
                0 => $"h{random.Next(8)}",
                1 => $"a{random.Next(6)}",
                2 => $"d{random.Next(4)}",
                3 => $"EXEMPELBYN 1:{random.Next(1, plots + 1)}",
                4 => $"Exempelgatan {random.Next(1, 5)}",
                _ => $"Exempelbyn {random.Next(1, 5)}, 93100 Staden",
            });
        }

        return town;
    }

    private static void Buildings(Town town, Random random, int plots)
    {
        double x = 2;
        for (int i = 0; x < plots * 30 && i < 12; i++)
        {
            double width = random.Next(5, 16), depth = random.Next(6, 14), y = random.Next(3) * 20;
            string[]? on = random.Next(5) == 0 ? [Town.KeyOf($"EXEMPELBYN 1:{random.Next(1, plots + 1)}")] : null;
            if (random.Next(6) == 0)
            {
                town.Other($"h{i}", x, y, width, depth, random.Next(2) == 0 ? "Komplementbyggnad" : "Skola");
            }
            else
            {
                town.House($"h{i}", x, y, width, depth, Purposes[random.Next(Purposes.Length)], on);
            }

            // Walls that are shared, a hand's breadth apart, or a yard between; at times one over the other.
            x += width + random.Next(5) switch { 0 => 0, 1 => 0.2, 2 => 0.4, 3 => -2, _ => random.Next(2, 20) };
        }
    }

    private static void Addresses(Town town, Random random, int plots)
    {
        for (int i = random.Next(2, 9); i > 0; i--)
        {
            string street = Streets[random.Next(Streets.Length)];
            bool village = street is "Exempelbyn" or "Staden";
            bool hasPoint = random.Next(8) > 0;
            town.Address(
                $"a{random.Next(8)}", street, village && random.Next(3) == 0 ? null : $"{random.Next(1, 5)}{(random.Next(4) == 0 ? "B" : "")}",
                hasPoint ? random.Next(0, plots * 30) : double.NaN, hasPoint ? random.Next(-10, 60) : double.NaN,
                farm: village && random.Next(3) == 0 ? "Exempelgården" : null, code: Codes[random.Next(Codes.Length)], town: random.Next(4) == 0 ? null : "Staden", inForce: random.Next(6) > 0,
                village: village, buildings: random.Next(5) == 0 ? [$"h{random.Next(8)}"] : null, property: random.Next(5) == 0 ? Town.KeyOf($"EXEMPELBYN 1:{random.Next(1, plots + 1)}") : null,
                supplement: random.Next(9) == 0 ? "UH 1" : null);
        }
    }

    private static void People(Town town, Random random, int plots)
    {
        for (int i = random.Next(3, 14); i > 0; i--)
        {
            string? text = random.Next(4) switch
            {
                0 => null,
                1 => $"{Streets[random.Next(Streets.Length)]} {random.Next(1, 5)} A".ToUpperInvariant(),
                2 => $"{Streets[random.Next(Streets.Length)].Remove(random.Next(1, 5), 1)} {random.Next(1, 5)}",
                _ => $"{Streets[random.Next(Streets.Length)]} {random.Next(1, 5)}",
            };
            town.Lives(
                random.Next(1, 4), text, address: random.Next(3) == 0 ? $"a{random.Next(8)}" : null, property: random.Next(3) == 0 ? $"EXEMPELBYN 1:{random.Next(1, plots + 2)}" : null,
                dwelling: random.Next(5) == 0 ? $"d{random.Next(5)}" : null, number: random.Next(5) == 0 ? $"{1001 + random.Next(3)}" : null,
                code: text is null ? null : Codes[random.Next(Codes.Length)], town: text is null || random.Next(3) == 0 ? null : "STADEN",
                propertyKey: random.Next(6) == 0 ? Town.KeyOf($"EXEMPELBYN 1:{random.Next(1, plots + 1)}") : null);
        }
    }
}
