using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>Kinds of key by which a registration can lead to a home, and a home be reached.</summary>
[Flags]
internal enum KeyKinds : byte
{
    None = 0,

    /// <summary>The id of the dwelling; of a home, that the dwelling register ties a dwelling to it.</summary>
    Dwelling = 1,

    /// <summary>The id of the address; of a home, that it has an address of its own with an id.</summary>
    Address = 2,

    /// <summary>The written address; of a home, that it has an address of its own whose writing few homes share.</summary>
    Text = 4,

    /// <summary>The property; of a home, that its property is known.</summary>
    Property = 8,

    /// <summary>Every kind.</summary>
    All = Dwelling | Address | Text | Property,
}

/// <summary>Which kinds of key an extract carries; sums only.</summary>
internal sealed class CarriedKeys
{
    /// <summary>Below this share of persons who carry a kind of key that a home has, nothing could have led there for too many.</summary>
    private const double EnoughShare = 0.9;

    /// <summary>Fewer looked up than this tell nothing about a kind of key.</summary>
    private const int FewTried = 100;

    private static readonly KeyKinds[] Single = [KeyKinds.Dwelling, KeyKinds.Address, KeyKinds.Text, KeyKinds.Property];

    private readonly long[] _persons = new long[16];
    private long _withPlace;
    private readonly long[] _tried = new long[16];
    private readonly long[] _found = new long[16];
    private readonly long[] _lost = new long[16];

    /// <summary>The kinds of key that a registration carries.</summary>
    public static KeyKinds Of(in RegistrationView r) =>
        (r.Dwelling.IsNone ? KeyKinds.None : KeyKinds.Dwelling)
        | (r.Address.IsNone ? KeyKinds.None : KeyKinds.Address)
        | (r.AddressText.IsEmpty ? KeyKinds.None : KeyKinds.Text)
        | (r.Property.IsNone && r.Designation.IsEmpty ? KeyKinds.None : KeyKinds.Property);

    /// <summary>Enters a registration.</summary>
    /// <param name="carried">The kinds of key that it carries.</param>
    /// <param name="tried">Those of them that were looked up.</param>
    /// <param name="found">Those of them that the registers know.</param>
    /// <param name="hasPlace">Whether it carries a postal code or a town.</param>
    /// <param name="persons">For how many persons it stands.</param>
    public void Enter(KeyKinds carried, KeyKinds tried, KeyKinds found, bool hasPlace, int persons)
    {
        _withPlace += hasPlace ? persons : 0;
        _persons[(int)carried] += persons;
        _tried[(int)tried] += persons;
        _found[(int)found] += persons;
        _lost[(int)carried] += found == KeyKinds.None ? persons : 0;
    }

    /// <summary>Adds what another thread entered.</summary>
    public void Add(CarriedKeys other)
    {
        for (int i = 0; i < _persons.Length; i++)
        {
            _persons[i] += other._persons[i];
            _tried[i] += other._tried[i];
            _found[i] += other._found[i];
            _lost[i] += other._lost[i];
        }

        _withPlace += other._withPlace;
    }

    /// <summary>Persons who carry these kinds of key and no other.</summary>
    public long Carrying(KeyKinds kinds) => _persons[(int)kinds];

    /// <summary>Of <see cref="Carrying"/>, those of whom the registers know no key.</summary>
    public long Lost(KeyKinds kinds) => _lost[(int)kinds];

    /// <summary>Whether most persons carry a postal code or town, by which addresses of one writing are told apart.</summary>
    public bool MostCarryPlaces => _withPlace >= EnoughShare * _persons.Sum();

    /// <summary>By the kinds of key that a home has, whether at least nine persons of ten carry one of them that the registers know.</summary>
    public bool[] Reach()
    {
        KeyKinds useful = KeyKinds.None;
        foreach (KeyKinds kind in Single)
        {
            long tried = Having(_tried, kind);
            useful |= tried < FewTried || Having(_found, kind) * 2 >= tried ? kind : KeyKinds.None;
        }

        long all = _persons.Sum();
        return [.. Enumerable.Range(0, _persons.Length).Select(home => Having(_persons, (KeyKinds)home & useful) >= EnoughShare * all)];
    }

    private static long Having(long[] persons, KeyKinds kinds) => persons.Where((_, carried) => ((KeyKinds)carried & kinds) != KeyKinds.None).Sum();
}
