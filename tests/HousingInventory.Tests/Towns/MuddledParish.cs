namespace HousingInventory.Tests.Towns;

/// <summary>
/// A parish by a seed: streets, villages, an estate on one property and blocks of flats, in post towns and tracts whose names are alike, with people who write their
/// addresses in every way. Registers have gaps and slips of their own. What is known of it is who lives where, and not what a rule could know: it is for asking rules what they say.
/// </summary>
internal sealed class MuddledParish
{
    private static readonly string[] Names = ["Exempelgatan", "Norra Exempelgatan", "Exempelvägen", "Ågatan", "Doktor Exempels väg", "Nya Vägen", "Exempelvägen (Lillstaden)"];
    private static readonly string[] Villages = ["Norrby", "Norrbyn", "Västanå", "Exempelträsk", "Stora Norrby", "Exempelbyn"];
    private static readonly string[] Farms = ["Björkbacken", "Nygård", "Nygården", "Norrby"];
    private static readonly (string? Code, string? Town)[] PostPlaces = [("93100", "Staden"), ("93131", "Staden"), ("93010", "Lillstaden"), (null, null)];

    private readonly Random _random;
    private readonly Town _town = new Town().WithManyOthers();
    private readonly List<Home> _homes = [];
    private readonly HashSet<string> _livedIn = new(StringComparer.Ordinal);
    private int _count;

    private MuddledParish(int seed) => _random = new Random(seed);

    /// <param name="seed">Which parish.</param>
    public static Town Make(int seed) => new MuddledParish(seed).Make();

    /// <summary>A parish, and the houses in which somebody lives as its registrations were made.</summary>
    /// <param name="seed">Which parish.</param>
    public static (Town Town, IReadOnlySet<string> LivedIn) WithResidents(int seed)
    {
        MuddledParish parish = new(seed);
        return (parish.Make(), parish._livedIn);
    }

    private Town Make()
    {
        int quarters = _random.Next(2, 5);
        for (int q = 0; q < quarters; q++)
        {
            (double x, double y) = (q * (_random.Next(3) == 0 ? 1200 : 3000), _random.Next(3) * 250);
            (string? code, string? town) = PostPlaces[_random.Next(PostPlaces.Length)];
            switch (_random.Next(6))
            {
                case 0 or 1:
                    Street(x, y, code, town);
                    break;
                case 2 or 3:
                    Village(x, y, code, town);
                    break;
                case 4:
                    Estate(x, y, code, town);
                    break;
                default:
                    Flats(x, y, code, town);
                    break;
            }
        }

        if (_random.Next(4) > 0 && _homes.Count > 0)
        {
            _homes.ForEach(People);
        }

        return _town;
    }

    private bool Once(int of) => _random.Next(of) == 0;

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private string NextId(string kind) => $"{kind}{++_count:00}";

    // Houses along a street, each on a property of its own; some share one, some have a yard house.
    private void Street(double x, double y, string? code, string? town)
    {
        string name = One(Names), tract = One(["STADEN", "NORRBY", "EXEMPELTRÄSK"]);
        int first = _random.Next(1, 4), step = Once(2) ? 2 : 1;
        for (int i = 0, houses = _random.Next(3, 9); i < houses; i++)
        {
            string property = Once(6) && i > 0 ? _homes[^1].Property : $"{tract} {_random.Next(1, 3)}:{++_count}";
            if (_homes.TrueForAll(h => h.Property != property) && !Once(9))
            {
                _town.Property(property, (x + (i * 40), y, Once(6) ? 55 : 38, 50));
            }

            string number = $"{first + (i * step)}" + (Once(4) ? One(["A", "B", "A-C", "-" + (first + (i * step) + 2)]) : "");
            Home home = Built(property, x + (i * 40) + _random.Next(4, 12), y + _random.Next(4, 20), name, null, number, false, code, town);
            if (Once(4))
            {
                _town.House(NextId("y"), x + (i * 40) + 20, y + 34, 8, 8);
            }

            if (Once(5))
            {
                _town.Address(NextId("a"), name, number[..1] + "B", home.X + 14, home.Y + 5, code: code, town: town, inForce: Once(2), property: Once(2) ? Town.KeyOf(property) : null);
            }
        }
    }

    // Farms far from each other: village and number, or a name of their own; several houses on most properties.
    private void Village(double x, double y, string? code, string? town)
    {
        string name = One(Villages);
        for (int i = 0, farms = _random.Next(2, 8); i < farms; i++)
        {
            string property = $"{name.ToUpperInvariant()} {_random.Next(1, 4)}:{++_count}";
            _town.Property(property, (x + (i * 120), y, 110, 100));
            string? farm = Once(3) ? One(Farms) : null;
            string? number = farm is null || Once(2) ? $"{_random.Next(1, 30)}" : null;
            Built(property, x + (i * 120) + 10, y + _random.Next(5, 60), name, farm, number, true, code, town);
            for (int k = _random.Next(3); k > 0; k--)
            {
                Built(property, x + (i * 120) + 10 + (k * 30), y + _random.Next(5, 60), name, farm, Once(2) ? number : null, true, code, town, hasAddress: Once(3));
            }
        }
    }

    // Many houses on one property, most without an address of their own.
    private void Estate(double x, double y, string? code, string? town)
    {
        string property = $"{One(Villages).ToUpperInvariant()} 2:{++_count}", name = One(Names);
        int houses = Once(3) ? 64 : _random.Next(4, 9);
        _town.Property(property, (x - 5, y - 5, 420, 160));
        bool addressed = Once(2);
        for (int i = 0; i < houses; i++)
        {
            Built(property, x + (i % 16 * 25), y + (i / 16 * 30), name, null, $"{i + 1}", false, code, town, hasAddress: addressed && !Once(4));
        }
    }

    // Stairs of one house or of several, with dwellings that the register knows by address, by building or by neither.
    private void Flats(double x, double y, string? code, string? town)
    {
        string property = $"STADEN 5:{++_count}", name = One(Names);
        _town.Property(property, (x, y, 90, 60));
        for (int b = 0, blocks = _random.Next(1, 3); b < blocks; b++)
        {
            string house = NextId("f");
            _town.House(house, x + 5 + (b * 42), y + 10, 38, 12, "Flerfamiljshus", Once(2) ? [Town.KeyOf(property)] : null);
            for (int stair = 0, stairs = _random.Next(1, 4); stair < stairs; stair++)
            {
                string address = NextId("a"), number = $"{(b * 2) + 1}{(char)('A' + stair)}";
                _town.Address(address, name, number, x + 8 + (b * 42) + (stair * 12), y + 12, code: code, town: town, buildings: Once(2) ? [house] : null);
                for (int d = 0, dwellings = _random.Next(2, 6); d < dwellings; d++)
                {
                    string dwelling = NextId("d"), flat = $"{1001 + (d / 2 * 100) + (d % 2)}";
                    bool byBuilding = Once(3);
                    _town.Dwelling(dwelling, flat, byBuilding && Once(2) ? null : address, byBuilding ? house : null);
                    _homes.Add(new Home(house, property, x, y, name, null, number, code, town, address, dwelling, flat));
                }
            }
        }
    }

    private Home Built(string property, double x, double y, string name, string? farm, string? number, bool village, string? code, string? town, bool hasAddress = true)
    {
        string house = NextId("h"), address = NextId("a");
        _town.House(house, x, y, _random.Next(7, 14), 10, Once(5) ? "Småhus radhus" : "Småhus friliggande", Once(6) ? [Town.KeyOf(property)] : null);
        if (hasAddress)
        {
            double aside = Once(4) ? _random.Next(10, 40) : _random.Next(1, 6);
            _town.Address(
                address, name, number, x + aside, y + 5, farm, code, town, inForce: !Once(12), village: village, buildings: Once(5) ? [house] : null,
                property: Once(5) ? Town.KeyOf(property) : null, popular: Once(15) ? "Gamla skolan" : null);
        }

        Home home = new(house, property, x, y, name, farm, number, code, town, hasAddress ? address : null, null, null);
        _homes.Add(home);
        return home;
    }

    // Two homes of three are lived in; of these, some are withheld. What a household states is mostly right.
    private void People(Home home)
    {
        if (Once(3))
        {
            return;
        }

        if (Once(14))
        {
            _town.Withhold(_random.Next(6) switch
            {
                0 => home.House,
                1 => home.Address ?? home.House,
                2 => home.Dwelling ?? home.Property,
                3 => home.Property + " m.fl.",
                4 => $"{home.Name} {home.Number}, {home.Code} {home.Town}",
                _ => $"{home.Name} {home.Number}",
            });
            return;
        }

        _ = _livedIn.Add(home.House);
        Home other = One(_homes);
        string? text = Once(5) ? null : Text(Once(12) ? other : home);
        int keys = _random.Next(8);
        _town.Lives(
            _random.Next(1, 5), text, address: keys < 2 ? home.Address : null, property: keys is 1 or 2 or 3 or 4 ? (Once(9) ? other : home).Property : null,
            dwelling: keys == 5 ? home.Dwelling : null, number: Once(3) ? home.Flat : null, code: Once(3) ? null : (Once(9) ? other : home).Code,
            town: text is null || Once(3) ? null : (Once(9) ? other : home).Town?.ToUpperInvariant(), propertyKey: keys == 6 ? Town.KeyOf(home.Property) : null);
    }

    // The address as somebody writes it.
    private string Text(Home home)
    {
        string name = home.Farm is { } farm && Once(2) ? farm : home.Name;
        string number = home.Number ?? "";
        string plain = $"{name} {number}".TrimEnd();
        return _random.Next(22) switch
        {
            0 or 1 or 2 or 3 => plain,
            4 => plain.ToUpperInvariant(),
            5 => plain.Replace("gatan", "g.", StringComparison.Ordinal).Replace("vägen", "v", StringComparison.Ordinal),
            6 => plain.Replace("Norra ", "N ", StringComparison.Ordinal).Replace("Doktor ", "Dr. ", StringComparison.Ordinal),
            7 => name.Remove(_random.Next(1, name.Length - 1), 1) + " " + number,
            8 => name.Insert(_random.Next(1, name.Length), "x") + " " + number,
            9 => $"{plain} lgh {home.Flat ?? "1101"}",
            10 => $"{plain}, {_random.Next(1, 4)} tr",
            11 => $"{name} {number}-{_random.Next(2, 9)}",
            12 => $"{name} {number}, {_random.Next(2, 9)}",
            13 => $"{home.Town ?? "Staden"} {number}",
            14 => name,
            15 => $"{One(Villages)} {plain}",
            16 => name.Replace('ä', '?').Replace('å', '?') + " " + number,
            17 => $"c/o Exempelsson, {plain}, {home.Code} {home.Town}",
            18 => $"{name} {_random.Next(1, 40)}",
            19 => $"{plain} {One(["A", "B", "C", "U1"])}",
            20 => $"{number} {name}",
            _ => name.Replace(" ", "", StringComparison.Ordinal) + number,
        };
    }

    private sealed record Home(
        string House, string Property, double X, double Y, string Name, string? Farm, string? Number, string? Code, string? Town, string? Address, string? Dwelling, string? Flat);
}
