using System.Globalization;

namespace HousingInventory.Tests.Towns;

/// <summary>
/// A municipality made by another hand than <see cref="HousingInventory.Sample"/>: other names, other shares of the faults in swedish-registers.md section 5,
/// address points of other kinds, and an extract as thin as <see cref="Keys"/> says. Everything comes from the seed. What is true is known for each dwelling.
/// </summary>
internal sealed partial class OtherTown
{
    private static readonly string[] Stems =
    [
        "Björk", "Björn", "Gran", "Grann", "Lövsångar", "Trast", "Norra Järnvägs", "Södra Järnvägs", "Östra Ring", "Västra Ring", "Gamla Kyrk", "Sankt Olofs", "Kapten Lunds",
        "Drottning", "Stor", "Skol", "Hamn", "Åker", "Ängs", "Örn", "Älv", "Fabriks", "Smed", "Skomakar", "Doktor Bergs", "Lingon", "Hallon", "Blåbärs", "Tall", "Häst-",
    ];

    private static readonly string[] Endings = ["gatan", "vägen", "stigen", "gränd", "backen", "torget"];

    private static readonly string[] Villages =
    [
        "Norrby", "Norrbyn", "Södra Sunnanå", "Östanbäck", "Västanträsk", "Sjöbotten", "Övre Bäcken", "Ytterviken", "Långnäset", "Myrheden", "Storkågeträsk", "Ås",
        "Hedlunda", "Böle", "Bölen", "Kvarnfors", "Renbergsvattnet", "Lillträsk", "Krångfors", "Gärdsmark",
    ];

    private static readonly string[] Pieces = ["", "Väster", "Lill", "Inre ", "Nya ", "Öster", "Stor", "Yttre "];

    private static readonly string[] Farms = ["Nygården", "Norrgården", "Backen", "Lillgården", "Storgården", "Perstorp", "Ol-Jans", "Nybygget", "Solbacken", "Näset", "Utgården"];

    private readonly Random _random;
    private readonly OtherWriting _writing;
    private readonly Keys _keys;
    private readonly int _homes;
    private readonly Dictionary<string, (string Status, bool Hidden, string Program)> _truth = [];
    private int _next;
    private int _street;
    private readonly HashSet<string> _mapped = new(StringComparer.Ordinal);
    private bool _bare;
    private bool _lived;

    private OtherTown(int seed, int homes, Keys keys)
    {
        _random = new Random(seed);
        _writing = new OtherWriting(_random);
        (_homes, _keys) = (homes, keys);
        Build();
    }

    /// <summary>What an extract and the registers hold.</summary>
    /// <param name="AddressIds">Share of persons with the id of their address.</param>
    /// <param name="Designations">Share with a property designation.</param>
    /// <param name="Postal">Whether postal code and town stand there.</param>
    /// <param name="Dwellings">Whether there is a dwelling register, and ids of it in the extract.</param>
    /// <param name="ShiftM">How far to the east the whole address layer lies beside the buildings.</param>
    /// <param name="Twice">Share of addresses that stand in the register twice, with an id each.</param>
    /// <param name="MapHoles">Share of plots that the property map lacks.</param>
    /// <param name="BareVillages">Share of villages without a single address.</param>
    public sealed record Keys(
        double AddressIds, double Designations, bool Postal = true, bool Dwellings = false, double ShiftM = 0, double Twice = 0, double MapHoles = 0, double BareVillages = 0);

    public Town Town { get; } = new();

    /// <summary>What is true of each dwelling building: its status, whether it must not be told, and how it was made.</summary>
    public IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Truth => _truth;

    public static OtherTown Make(int seed, int homes, Keys keys) => new(seed, homes, keys);

    private bool Chance(double share) => _random.NextDouble() < share;

    private T Pick<T>(params T[] of) => of[_random.Next(of.Length)];

    private string Id(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{_next++:x6}-{_random.Next():x8}");

    // Two towns of streets, some names in both, and villages between them; every street and village in a strip of its own.
    private void Build()
    {
        HashSet<(string, bool)> names = [];
        while (_truth.Count < _homes * 0.6)
        {
            bool first = Chance(0.5);
            string name = Chance(0.2)
                ? Pick("Storgatan", "Skolgatan", "Kyrkvägen", "Strandvägen", "Lilla Storgatan", "Parkgatan") : Pick(Stems) + Pick(Endings);
            if (names.Add((name, first)))
            {
                Street(name, first ? "93010" : "93401", first ? "ALSTAD" : "BERGBY");
            }

            _street++;
        }

        for (int v = 0; _truth.Count < _homes; v++)
        {
            string village = Pieces[v / Villages.Length % Pieces.Length] + Villages[v % Villages.Length] + (v / Villages.Length < Pieces.Length ? "" : "sele");
            Village(village, v % 2 == 0 ? "93491" : "93092", v % 2 == 0 ? "BERGBY" : "ALSTAD");
            _street++;
        }
    }

    private void Street(string name, string code, string town)
    {
        double y = _street * 140;
        string tract = "TRAKT" + (char)('A' + (_street % 20)) + " " + (1 + _street) + ":";
        double x = 0;
        double width = 0;
        int plots = _random.Next(6, 30);
        for (int i = 0; i < plots; i++)
        {
            bool north = i % 2 == 1;
            width = north ? width : _random.Next(22, 45);
            OtherPlot plot = new(x, north ? y + 52 : y, width, 45, north, name, i + 1, code, town, tract + (i + 1), false);
            switch (_random.Next(100))
            {
                case < 58: House(plot); break;
                case < 66: GuestHouse(plot); break;
                case < 71: TwoAddresses(plot); break;
                case < 74: SharedAddress(plot); break;
                case < 76: Split(plot); break;
                case < 80: Flats(plot); break;
                case < 83: RowHouses(plot); break;
                case < 86: GarageTypedDwelling(plot); break;
                case < 88: CareHome(plot); break;
                case < 90: NoProperty(plot); break;
                case < 92: SharedProperty(plot); break;
                case < 94: Shop(plot); break;
                default: House(plot); break;
            }

            x += north ? width + (_random.Next(8) == 0 ? 60 : 0) : 0;
        }
    }

    private void Village(string name, string code, string town)
    {
        double y = _street * 140;
        int plots = _random.Next(5, 22);
        bool farms = Chance(0.4);
        _bare = Chance(_keys.BareVillages);
        for (int i = 0; i < plots; i++)
        {
            double width = _random.Next(60, 160);
            string tract = name.ToUpperInvariant() + " " + (1 + (i / 4)) + ":" + (2 + i);
            OtherPlot plot = new(i * 170, y, width, 90, false, name, farms && Chance(0.6) ? 0 : 1 + (i * Pick(1, 1, 2)), code, town, tract, true) { Farm = farms ? Farms[i % Farms.Length] : null };
            plot = plot.Number == 0 || plot.Farm is null ? plot : plot with { Farm = null, Number = 100 + i };
            switch (_random.Next(100))
            {
                case < 40: House(plot); break;
                case < 60: GuestHouse(plot); break;
                case < 70: Farm(plot); break;
                case < 80: NoAddress(plot); break;
                case < 84: Leased(plot); break;
                case < 88: SharedAddress(plot); break;
                case < 92: HolidayPair(plot); break;
                case < 96: GarageTypedDwelling(plot); break;
                default: House(plot); break;
            }
        }
    }

    private string Dwelling(double x, double y, double width, double depth, bool inhabited, string program, bool further = false, string purpose = "Småhus friliggande")
    {
        string id = Id("b");
        Town.House(id, x, y, width, depth, purpose);

        // Without any address on the property a further house is no less a home than the first, unless somebody lives there.
        bool secondary = further && (!_bare || _lived);
        _lived = inhabited;
        _truth[id] = (inhabited ? "registered" : secondary ? "secondary" : "nobody-registered", false, program);
        return id;
    }

    // Where the point of an address was put: in the house, at its wall, at the driveway, on the plot, or in the street.
    private (double X, double Y, string Kind) Point(OtherPlot p, double x, double y, double width, double depth)
    {
        double street = p.North ? p.Y - 3.5 : p.Y + p.Depth + 3.5;
        double edge = p.North ? p.Y + 1 : p.Y + p.Depth - 1;
        return _random.Next(100) switch
        {
            < 62 => (x + (width / 2), y + (depth / 2), "in"),
            < 74 => (x + (width * _random.NextDouble()), p.North ? y - (1.5 * _random.NextDouble()) : y + depth + (1.5 * _random.NextDouble()), "wall"),
            < 86 => (p.X + (p.Width * (0.1 + (0.8 * _random.NextDouble()))), edge, "driveway"),
            < 96 => (p.X + (p.Width * (0.1 + (0.8 * _random.NextDouble()))), p.Y + (p.Depth * (0.1 + (0.8 * _random.NextDouble()))), "plot"),
            _ => (x + (width / 2), street, "street"),
        };
    }

    private string Address(OtherPlot p, string? number, (double X, double Y, string Kind) at, string? farm = null)
    {
        string id = Id("a");
        if (_bare)
        {
            return id;
        }

        Town.Address(id, p.Area, number, at.X + _keys.ShiftM, at.Y, farm ?? p.Farm, p.Code, p.PostTown, village: p.Village);
        if (Chance(_keys.Twice))
        {
            Town.Address(Id("a"), p.Area, number, at.X + _keys.ShiftM + 1, at.Y, farm ?? p.Farm, p.Code, p.PostTown, village: p.Village);
        }

        return id;
    }

    private void Property(OtherPlot p)
    {
        if (!Chance(_keys.MapHoles))
        {
            Town.Property(p.Designation, (p.X, p.Y, p.Width, p.Depth));
            _mapped.Add(p.Designation);
        }
    }

    private (double X, double Y, double Width, double Depth) MainHouse(OtherPlot p)
    {
        double width = _random.Next(9, Math.Min(15, (int)p.Width - 6));
        double depth = _random.Next(7, 12);
        double x = p.X + 3 + (_random.NextDouble() * (p.Width * 0.5 - width / 2));
        return (x, p.North ? p.Y + 5 + _random.Next(6) : p.Y + p.Depth - 5 - depth - _random.Next(6), width, depth);
    }

    // Protected persons are not in the extract; the list of withheld homes names their house, address or property.
    private void PeopleOrProtected(bool lived, OtherPlot p, string address, params string[] houses)
    {
        if (!lived || !Chance(0.02))
        {
            People(lived, p, address, p.NumberText());
            return;
        }

        Town.Withhold(Pick(houses[0], _bare ? houses[0] : address, _mapped.Contains(p.Designation) ? p.Designation : houses[0]));
        foreach (string house in houses.Where(h => h == houses[0] || _truth[h].Status != "secondary"))
        {
            _truth[house] = _truth[house] with { Hidden = true };
        }
    }

    private void People(bool lived, OtherPlot p, string? address, string? number, string? dwelling = null, string? flat = null)
    {
        if (!lived)
        {
            return;
        }

        string written = _writing.Write(p, number, address is not null);
        bool hasId = address is not null && Chance(_keys.AddressIds);
        bool hasProperty = address is null || Chance(_keys.Designations);
        string? designation = !hasProperty ? null : Chance(0.02) && address is not null ? "GAMLATRAKTEN 2:" + _random.Next(1, 8) : p.Designation;
        Town.Lives(
            _random.Next(1, 5), text: written, address: hasId ? address : null, property: designation, dwelling: dwelling, number: flat,
            code: _keys.Postal ? p.Code : null, town: _keys.Postal ? p.PostTown : null);
    }
}
