using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Towns;

/// <summary>
/// A town written in the test: rectangles for properties and houses, points for addresses, and who lives where as the population register says it. Places are
/// metres from a corner at (700000, 7200000), so that coordinates have the size of real ones.
/// </summary>
internal sealed class Town
{
    private const double East = 700_000;
    private const double North = 7_200_000;

    private readonly List<Building> _buildings = [];
    private readonly List<Address> _addresses = [];
    private readonly List<Property> _properties = [];
    private readonly List<Locality> _localities = [];
    private readonly List<Dwelling> _dwellings = [];
    private readonly List<(RegistrationKey Key, int Persons)> _registrations = [];
    private readonly List<WithheldKey> _withheld = [];

    /// <summary>What else the stages read.</summary>
    public List<Action<Given>> More { get; } = [];

    /// <summary>Everything off but the question itself, so that a test says which filter it is about.</summary>
    public InventoryConfig Config { get; set; } = new() { Candidates = new CandidatesConfig { FootprintM2 = null, Settlements = null, StopWithinM = null } };

    public IReadOnlyList<(RegistrationKey Key, int Persons)> Registrations => _registrations;

    public IReadOnlyList<Building> Buildings => _buildings;

    public IReadOnlyList<Address> Addresses => _addresses;

    public IReadOnlyList<Property> Properties => _properties;

    public IReadOnlyList<Dwelling> Dwellings => _dwellings;

    public static Polygon Rectangle(double x, double y, double width, double depth) =>
        new(new LinearRing(
        [
            new(East + x, North + y), new(East + x + width, North + y), new(East + x + width, North + y + depth), new(East + x, North + y + depth),
            new(East + x, North + y),
        ]));

    public static (double X, double Y) At(double x, double y) => (East + x, North + y);

    /// <summary>The id that <see cref="Property"/> gives a property with this designation.</summary>
    public static string KeyOf(string designation) =>
        "p" + designation.Replace(" ", "", StringComparison.Ordinal).Replace(":", "x", StringComparison.Ordinal);

    /// <summary>A property: rectangles of x, y, width and depth.</summary>
    public Town Property(string designation, params (double X, double Y, double Width, double Depth)[] areas)
    {
        Polygon[] parts = [.. areas.Select(a => Rectangle(a.X, a.Y, a.Width, a.Depth))];
        _properties.Add(new Property
        {
            Key = KeyOf(designation),
            Designation = designation,
            Tract = designation[..Math.Max(0, designation.LastIndexOf(' '))],
            Area = parts.Length == 1 ? parts[0] : new MultiPolygon(parts),
        });
        return this;
    }

    /// <summary>A dwelling building of 12 by 10 m, unless said otherwise.</summary>
    public Town House(string id, double x, double y, double width = 12, double depth = 10, string purpose = "Småhus friliggande", string[]? on = null) =>
        Building(id, x, y, width, depth, true, purpose, on);

    /// <summary>A dwelling building with an address of its own that nothing else has, so that registrations could lead there.</summary>
    public Town Home(string id, double x, double y, double width = 12, double depth = 10) =>
        House(id, x, y, width, depth).Address("a-" + id, "Hemstigen", (_addresses.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), x + (width / 2), y + (depth / 2));

    /// <summary>A building that is no dwelling.</summary>
    public Town Other(string id, double x, double y, double width, double depth, string purpose) => Building(id, x, y, width, depth, false, purpose, null);

    /// <summary>An address with its point.</summary>
    public Town Address(
        string key, string area, string? number, double x, double y, string? farm = null, string? code = null, string? town = null, bool inForce = true,
        bool village = false, string[]? buildings = null, string? property = null, string? popular = null, string? supplement = null)
    {
        _addresses.Add(new Address
        {
            Key = key,
            Area = area,
            Number = number,
            Farm = farm,
            PostalCode = code,
            PostTown = town,
            InForce = inForce,
            IsVillage = village || farm is not null,
            BuildingKeys = buildings ?? [],
            PropertyKey = property,
            PopularName = popular,
            Supplement = supplement,
            X = East + x,
            Y = North + y,
        });
        return this;
    }

    public Town Dwelling(string key, string? number, string? address = null, string? building = null)
    {
        _dwellings.Add(new Dwelling { Key = key, Number = number, AddressKey = address, BuildingKey = building });
        return this;
    }

    /// <summary>Persons in the population register, with what it says about their home.</summary>
    public Town Lives(
        int persons = 1, string? text = null, string? address = null, string? property = null, string? dwelling = null, string? number = null, string? code = null,
        string? town = null, string? propertyKey = null)
    {
        _registrations.Add((new RegistrationKey(dwelling, address, text, code, town, propertyKey, property, number, null), persons));
        return this;
    }

    /// <summary>Persons with these keys.</summary>
    public Town Lives(RegistrationKey key, int persons)
    {
        _registrations.Add((key, persons));
        return this;
    }

    /// <summary>Registers that were made elsewhere.</summary>
    public Town Take(IEnumerable<Building> buildings, IEnumerable<Address> addresses, IEnumerable<Property> properties, IEnumerable<Dwelling> dwellings, IEnumerable<WithheldKey> withheld)
    {
        _buildings.AddRange(buildings);
        _addresses.AddRange(addresses);
        _properties.AddRange(properties);
        _dwellings.AddRange(dwellings);
        _withheld.AddRange(withheld);
        return this;
    }

    /// <summary>Enough people elsewhere that the share of linked ones says nothing against the town.</summary>
    public Town WithManyOthers()
    {
        const double far = 50_000;
        return Property("EXEMPELHÖGEN 1:1", (far - 20, far - 20, 60, 60)).House("many", far, far).Address("amany", "Exempelhögen", "1", far + 5, far + 5)
            .Lives(1000, address: "amany", property: "EXEMPELHÖGEN 1:1");
    }

    public Town Withhold(string key)
    {
        _withheld.Add(new WithheldKey(key));
        return this;
    }

    /// <summary>A locality: a rectangle with its published population.</summary>
    public Town Locality(string name, int? population, double x, double y, double width, double depth)
    {
        _localities.Add(new Locality(name, Rectangle(x, y, width, depth), population));
        return this;
    }

    /// <summary>The same town as others deliver it: each registration as it is written there, and registers with gaps.</summary>
    /// <param name="registrations">What becomes of one entry of the population register; none where its rows are missing.</param>
    /// <param name="keepAddress">Whether the address register has an address.</param>
    /// <param name="keepProperty">Whether the property map has a property.</param>
    public Town Delivered(Func<RegistrationKey, int, IEnumerable<(RegistrationKey Key, int Persons)>> registrations, Func<bool> keepAddress, Func<bool> keepProperty)
    {
        Town copy = Copy();
        copy._registrations.Clear();
        copy._registrations.AddRange(_registrations.SelectMany(r => registrations(r.Key, r.Persons)));
        copy._addresses.RemoveAll(_ => !keepAddress());
        copy._properties.RemoveAll(_ => !keepProperty());
        return copy;
    }

    /// <summary>A copy to which something more can be added.</summary>
    public Town Copy()
    {
        Town copy = new() { Config = Config };
        copy._buildings.AddRange(_buildings);
        copy._addresses.AddRange(_addresses);
        copy._properties.AddRange(_properties);
        copy._localities.AddRange(_localities);
        copy._dwellings.AddRange(_dwellings);
        copy._registrations.AddRange(_registrations);
        copy._withheld.AddRange(_withheld);
        copy.More.AddRange(More);
        return copy;
    }

    /// <summary>The same town without one entry of its population register.</summary>
    public Town Without(int registration)
    {
        Town copy = Copy();
        copy._registrations.RemoveAt(registration);
        return copy;
    }

    /// <summary>The same town with the rows of every register in another order.</summary>
    public Town Shuffled(int seed)
    {
        Random random = new(seed);
        Town copy = Copy();
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(copy._buildings));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(copy._addresses));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(copy._properties));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(copy._dwellings));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(copy._registrations));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(copy._withheld));
        return copy;
    }

    /// <summary>Links and flags.</summary>
    public Answer Ask()
    {
        Given given = new() { Buildings = [.. _buildings] };
        given.Addresses.AddRange(_addresses);
        given.Properties.AddRange(_properties);
        given.Dwellings.AddRange(_dwellings);
        given.Localities.AddRange(_localities);
        given.Withheld.AddRange(_withheld);
        foreach ((RegistrationKey key, int persons) in _registrations)
        {
            // As Import does: rows that no key leads anywhere are only counted.
            if (key.CanLead)
            {
                given.Registrations.Add(key, persons);
            }
            else
            {
                given.Registrations.NotPlaceable += persons;
            }
        }

        More.ForEach(more => more(given));
        Run run = new();
        return new Answer(given.Ask(Config, run), run);
    }

    private Town Building(string id, double x, double y, double width, double depth, bool dwelling, string purpose, string[]? on)
    {
        Polygon outline = Rectangle(x, y, width, depth);
        _buildings.Add(new Building
        {
            Id = id,
            Outline = outline,
            FootprintM2 = outline.Area,
            House = outline.Centroid.Coordinate,
            IsDwelling = dwelling,
            Purpose = purpose,
            Kind = Purposes.Read(dwelling ? "Bostad;" + purpose : purpose).Kind,
            IsMultiDwelling = purpose is "Flerfamiljshus" or "Småhus med flera lägenheter",
            PropertyKeys = on ?? [],
            Source = "buildings",
            Row = _buildings.Count + 1,
        });
        return this;
    }
}

/// <summary>What the tool says about a town.</summary>
internal sealed record Answer(Answers Answers, Run Run)
{
    public Registers Registers => Answers.Question.Registers;

    public Linkage Linkage => Answers.Linkage;

    public Flags Flags => Answers.Flags;

    /// <summary>The status of a building, as results write it.</summary>
    public string Status(string id) => Term.Of(Flags.Status[Index(id)]).Key;

    /// <summary>The statuses of several buildings, parted by blanks.</summary>
    public string Statuses(params string[] ids) => string.Join(' ', ids.Select(Status));

    public string? Reason(string id) => Flags.Reason[Index(id)] is { } reason ? Term.Of(reason).Key : null;

    public int Residents(string id) => Linkage.Residents[Index(id)];

    public string Locality(string id) => Flags.Locality[Index(id)];

    public string? LeftOut(string id) => Flags.LeftOut[Index(id)]?.Key;

    public string Confidence(string id) => Flags.Confidence[Index(id)].ToString();

    public bool IsCandidate(string id) => Flags.Candidates.Contains(Index(id));

    public long Linked(string level) => Linkage.Levels.Single(l => l.Key == level).Value;

    public long Unlinked(string reason) => Linkage.Unlinked.GetValueOrDefault(reason);

    public int Index(string id) => Registers.Buildings.Single(b => b.Id == id).Index;

    /// <summary>All that a result row of each building could show, one line a building.</summary>
    public IReadOnlyDictionary<string, string> Rows() => Registers.Buildings.ToDictionary(
        b => b.Id,
        b => string.Join(
            '|',
            Term.Of(Flags.Status[b.Index]).Key,
            Flags.Reason[b.Index],
            Flags.Confidence[b.Index],
            string.Join('+', Flags.ConfidenceReasons[b.Index]),
            Flags.LeftOut[b.Index]?.Key,
            Flags.Locality[b.Index],
            Flags.HolidayHomeHint[b.Index],
            Flags.Candidates.Contains(b.Index),
            Linkage.PropertyOf[b.Index] < 0 ? "" : Registers.Properties[Linkage.PropertyOf[b.Index]].Designation,
            string.Join('+', Linkage.AddressesOf[b.Index].Select(a => Registers.Addresses[a].Text)),
            Registers.Buildings[Linkage.HouseOf[b.Index]].Id),
        StringComparer.Ordinal);
}
