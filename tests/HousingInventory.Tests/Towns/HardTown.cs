using System.Globalization;

namespace HousingInventory.Tests.Towns;

/// <summary>
/// A municipality made of the situations in which registers and houses do not fit each other: each stands in it many times, among plain streets. Everything
/// comes from the seed; what is true of each dwelling is known, and every registration carries every key that a register could give it.
/// </summary>
internal sealed partial class HardTown
{
    /// <summary>Metres from one street or village to the next, to the north.</summary>
    public const double StripM = 400;

    // What a place of villas holds besides the situations; one street in five is a situation's.
    private const int PlainPerSituation = 14;

    private static readonly string[] Streets =
    [
        "Almgatan", "Bokstigen", "Cedervägen", "Drottninggatan", "Ekbacken", "Fiskargränd", "Granitvägen", "Hantverkaregatan", "Idunvägen", "Jungfrugatan", "Klockarvägen",
        "Lärkstigen", "Malmgatan", "Nattviolsvägen", "Odengatan", "Poppelvägen", "Rosenstigen", "Slöjdgatan", "Trädgårdsgatan", "Ulvsbyvägen", "Vallmovägen", "Åsgatan",
    ];

    private static readonly string[] Lands = ["Norr", "Söder", "Öster", "Väster", "Mellan", "Stor", "Lill", "Gammel"];

    private readonly Random _random;
    private readonly Dictionary<string, (string Status, bool Hidden, string Program)> _truth = [];
    private int _next;
    private int _strip;

    private HardTown(int seed, int homes)
    {
        _random = new Random(seed);
        Action<Place>[] situations = Situations();
        for (int i = 0; _truth.Count < homes; i++)
        {
            Place place = NewPlace();
            PlainStreet(place);
            situations[i % situations.Length](place);
        }
    }

    /// <summary>How many situations there are.</summary>
    public int SituationCount => Situations().Length;

    public Town Town { get; } = new();

    /// <summary>What is true of each dwelling building: its status, whether it must not be told, and the situation.</summary>
    public IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Truth => _truth;

    public static HardTown Make(int seed, int homes) => new(seed, homes);

    /// <summary>A strip of land with a street or village name, a tract and a postal code of its own.</summary>
    private sealed record Place(string Area, string Tract, string Code, string PostTown, double Y, bool Village)
    {
        private int _unit;

        /// <summary>Metres to the east that are still free.</summary>
        public double X { get; set; }

        public int Number { get; set; }

        public string NextDesignation() => string.Create(CultureInfo.InvariantCulture, $"{Tract} 1:{++_unit}");

        public string NextNumber() => (++Number).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A property of 40 by 40 m, unless said otherwise.</summary>
    private sealed record Plot(double X, double Y, double Width, double Depth, string Designation);

    private Place NewPlace()
    {
        int n = _strip++;
        bool village = n % 3 == 2;
        string name = village
            ? Lands[n / 3 % Lands.Length] + Streets[n % Streets.Length][..4].ToLowerInvariant().TrimEnd('a', 'e', 'i', 'o', 'u') + "by" + (n / 24 == 0 ? "" : Roman(n / 24))
            : (n / 22 == 0 ? "" : Lands[n / 22 % Lands.Length] + "ra ") + Streets[n % Streets.Length];
        return new Place(
            name, "TRAKT" + Roman(n + 1), (93_100 + (n / 3 * 5)).ToString(CultureInfo.InvariantCulture), n % 2 == 0 ? "HÅRDSTAD" : "MJUKBY", n * StripM, village);
    }

    // Letters, since digits in names are read as numbers; an O between two, since "TR" and "NB" are floors.
    private static string Roman(int n) => n < 26 ? ((char)('A' + n)).ToString() : Roman((n / 26) - 1) + 'O' + (char)('A' + (n % 26));

    private bool Chance(double share) => _random.NextDouble() < share;

    private bool Lived() => Chance(0.82);

    // Two persons in three homes of four; one in a third of them.
    private int Persons() => _random.Next(100) switch { < 30 => 1, < 68 => 2, < 80 => 3, < 93 => 4, _ => 5 };

    private string Id(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{_next++:x6}-{_random.Next():x8}");

    private Plot Ground(Place p, double width = 40, double depth = 40, bool mapped = true)
    {
        Plot plot = new(p.X, p.Y, width, depth, p.NextDesignation());
        p.X += width;
        if (mapped)
        {
            Town.Property(plot.Designation, (plot.X, plot.Y, width, depth));
        }

        return plot;
    }

    private string House(double x, double y, string status, string program, double width = 12, double depth = 10, string purpose = "Småhus friliggande")
    {
        string id = Id("b");
        Town.House(id, x, y, width, depth, purpose);
        _truth[id] = (status, false, program);
        return id;
    }

    private string Home(double x, double y, bool lived, string program, double width = 12, double depth = 10, string purpose = "Småhus friliggande") =>
        House(x, y, lived ? "registered" : "nobody-registered", program, width, depth, purpose);

    private string Address(Place p, string? number, double x, double y, string? area = null, string? farm = null, bool inForce = true, string? property = null)
    {
        string id = Id("a");
        Town.Address(id, area ?? p.Area, number, x, y, farm, p.Code, p.PostTown, inForce, p.Village, property: property);
        return id;
    }

    private void People(bool lived, Place p, string text, string? address, string? designation)
    {
        if (lived)
        {
            Town.Lives(
                Persons(), text: text, address: address, property: designation, code: p.Code, town: p.PostTown,
                propertyKey: designation is null ? null : Town.KeyOf(designation));
        }
    }

    private void PlainStreet(Place p)
    {
        for (int i = 0; i < PlainPerSituation; i++)
        {
            Plain(p, Chance(0.75) ? "in" : "drive");
        }
    }

    private void Plain(Place p, string point)
    {
        Plot plot = Ground(p);
        bool lived = Lived();
        string number = p.NextNumber();
        Home(plot.X + 10, plot.Y + 15, lived, "plain, point " + point);
        string a = Address(p, number, plot.X + 15, point == "in" ? plot.Y + 20 : plot.Y + 1);
        People(lived, p, $"{p.Area} {number}", a, plot.Designation);
    }
}
