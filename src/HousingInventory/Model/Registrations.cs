using System.Numerics;

namespace HousingInventory.Model;

/// <summary>
/// What is left of a population extract: link keys with a count of persons, never a person. Rows with the same keys are one entry. Dropped after Link.
/// Columns instead of objects, identities as <see cref="IdKey"/> and all text in shared blocks: ten million persons take about a gigabyte.
/// </summary>
public sealed class Registrations
{
    private const int BlockChars = 1 << 15;

    private readonly BlockList<Entry> _entries = new();
    private readonly List<char[]> _blocks = [];
    private readonly Dictionary<string, int> _townIndex = new(StringComparer.Ordinal);
    private readonly List<string> _towns = [""];
    private int[] _slots = new int[16];
    private int _blockUsed = BlockChars;

    /// <summary>How many distinct sets of link keys there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Persons in all.</summary>
    public long Persons { get; private set; }

    /// <summary>Rows that are registered somewhere but at no place that could be a home (protected, on the municipality, fictitious property, no address).</summary>
    public long NotPlaceable { get; set; }

    /// <summary>Whether any written address has a letter beyond ASCII: where none has, a program has taken the rings and dots away.</summary>
    public bool HaveLettersBeyondAscii()
    {
        for (int i = 0; i < _entries.Count; i++)
        {
            if (!System.Text.Ascii.IsValid(this[i].AddressText))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One set of link keys, in order of first appearance. Valid as long as this object is not changed.</summary>
    public RegistrationView this[int index]
    {
        get
        {
            ref readonly Entry e = ref _entries[index];
            return new RegistrationView
            {
                Persons = e.Persons,
                MayAlsoBe = e.MayAlsoBe,
                Dwelling = e.Dwelling,
                Address = e.Address,
                Property = e.Property,
                AddressText = TextOf(e.TextBlock, e.TextAt, e.TextLength),
                Designation = TextOf(e.DesignationBlock, e.DesignationAt, e.DesignationLength),
                PostalCode = e.PostalCode,
                PostTown = _towns[e.Town],
                DwellingNumber = e.DwellingNumber,
                Municipality = e.Municipality,
            };
        }
    }

    /// <summary>The index of these keys, new or known. A new one stands for nobody until persons are added to it.</summary>
    public int IndexOf(in RegistrationKey key)
    {
        Entry entry = new()
        {
            Dwelling = IdKey.Of(key.Dwelling),
            Address = IdKey.Of(key.Address),
            Property = IdKey.Of(key.Property),
            PostalCode = Digits(key.PostalCode),
            Town = TownOf(key.PostTown),
            DwellingNumber = (short)Digits(key.DwellingNumber, 4),
            Municipality = (short)Digits(key.Municipality, 4),
        };
        ReadOnlySpan<char> text = Cut(key.AddressText);
        ReadOnlySpan<char> designation = Cut(key.Designation);
        if (_entries.Count * 2 >= _slots.Length)
        {
            Grow();
        }

        ref int slot = ref Find(entry, text, designation);
        if (slot == 0)
        {
            (entry.TextBlock, entry.TextAt, entry.TextLength) = Store(text);
            (entry.DesignationBlock, entry.DesignationAt, entry.DesignationLength) = Store(designation);
            _entries.Add(entry);
            slot = _entries.Count;
        }

        return slot - 1;
    }

    /// <summary>Counts persons with the keys of an index.</summary>
    public void Add(int index, int persons)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(persons);
        _entries[index].Persons += persons;
        Persons += persons;
    }

    /// <summary>Somebody who is counted elsewhere may be registered by the keys of an index instead: nothing tells which of two rows is the newer.</summary>
    public void MayAlsoBe(int index) => _entries[index].MayAlsoBe = true;

    /// <summary>Counts persons with these keys.</summary>
    public void Add(in RegistrationKey key, int persons = 1) => Add(IndexOf(key), persons);

    /// <summary>An order of the keys of two indices that does not depend on when they were added.</summary>
    public int Compare(int a, int b)
    {
        RegistrationView one = this[a];
        RegistrationView two = this[b];
        int order = (one.Dwelling.High, one.Dwelling.Low, one.Address.High, one.Address.Low, one.Property.High, one.Property.Low)
            .CompareTo((two.Dwelling.High, two.Dwelling.Low, two.Address.High, two.Address.Low, two.Property.High, two.Property.Low));
        order = order != 0 ? order : one.AddressText.SequenceCompareTo(two.AddressText);
        order = order != 0 ? order : one.Designation.SequenceCompareTo(two.Designation);
        order = order != 0 ? order : string.CompareOrdinal(one.PostTown, two.PostTown);
        return order != 0
            ? order
            : (one.PostalCode, one.DwellingNumber, one.Municipality).CompareTo((two.PostalCode, two.DwellingNumber, two.Municipality));
    }

    // Nobody writes an address longer than this; what is longer is noise.
    private static ReadOnlySpan<char> Cut(string? text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed[..Math.Min(trimmed.Length, 500)];
    }

    // 0 for missing, "0" and anything that is no number.
    private static int Digits(string? text, int most = 5)
    {
        int value = 0;
        int digits = 0;
        foreach (char c in text.AsSpan())
        {
            if (char.IsAsciiDigit(c))
            {
                value = (value * 10) + (c - '0');
                if (++digits > most)
                {
                    return 0;
                }
            }
            else if (!char.IsWhiteSpace(c))
            {
                return 0;
            }
        }

        return value;
    }

    private static ulong Hash(in Entry e, ReadOnlySpan<char> text, ReadOnlySpan<char> designation)
    {
        ulong hash = e.Dwelling.Low ^ BitOperations.RotateLeft(e.Address.Low, 21) ^ BitOperations.RotateLeft(e.Property.Low, 42);
        hash = (hash ^ (uint)e.PostalCode ^ ((ulong)(uint)e.Town << 20) ^ ((ulong)(ushort)e.DwellingNumber << 44)) * 0x9E3779B97F4A7C15;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        hash = BitOperations.RotateLeft(hash, 31);
        foreach (char c in designation)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
    }

    private int TownOf(string? town)
    {
        if (string.IsNullOrWhiteSpace(town))
        {
            return 0;
        }

        if (!_townIndex.TryGetValue(town, out int index))
        {
            index = _towns.Count;
            _towns.Add(town.Trim());
            _townIndex.Add(town, index);
        }

        return index;
    }

    private ref int Find(in Entry entry, ReadOnlySpan<char> text, ReadOnlySpan<char> designation)
    {
        int mask = _slots.Length - 1;
        int at = (int)(Hash(entry, text, designation) >> 32) & mask;
        while (_slots[at] != 0 && !Same(_entries[_slots[at] - 1], entry, text, designation))
        {
            at = (at + 1) & mask;
        }

        return ref _slots[at];
    }

    private bool Same(in Entry a, in Entry b, ReadOnlySpan<char> text, ReadOnlySpan<char> designation) =>
        a.Dwelling == b.Dwelling && a.Address == b.Address && a.Property == b.Property && a.PostalCode == b.PostalCode && a.Town == b.Town
        && a.DwellingNumber == b.DwellingNumber && a.Municipality == b.Municipality
        && TextOf(a.TextBlock, a.TextAt, a.TextLength).SequenceEqual(text)
        && TextOf(a.DesignationBlock, a.DesignationAt, a.DesignationLength).SequenceEqual(designation);

    private void Grow()
    {
        _slots = new int[_slots.Length * 4];
        int mask = _slots.Length - 1;
        for (int i = 0; i < _entries.Count; i++)
        {
            ref readonly Entry e = ref _entries[i];
            ulong hash = Hash(e, TextOf(e.TextBlock, e.TextAt, e.TextLength), TextOf(e.DesignationBlock, e.DesignationAt, e.DesignationLength));
            int at = (int)(hash >> 32) & mask;
            while (_slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _slots[at] = i + 1;
        }
    }

    private ReadOnlySpan<char> TextOf(int block, int at, int length) => length == 0 ? default : _blocks[block].AsSpan(at, length);

    private (int Block, int At, ushort Length) Store(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        if (_blockUsed + text.Length > BlockChars)
        {
            _blocks.Add(new char[BlockChars]);
            _blockUsed = 0;
        }

        text.CopyTo(_blocks[^1].AsSpan(_blockUsed));
        int at = _blockUsed;
        _blockUsed += text.Length;
        return (_blocks.Count - 1, at, (ushort)text.Length);
    }

    private struct Entry
    {
        public IdKey Dwelling;
        public IdKey Address;
        public IdKey Property;
        public int TextBlock;
        public int TextAt;
        public int DesignationBlock;
        public int DesignationAt;
        public int PostalCode;
        public int Town;
        public int Persons;
        public ushort TextLength;
        public ushort DesignationLength;
        public short DwellingNumber;
        public short Municipality;
        public bool MayAlsoBe;
    }
}

/// <summary>Everything by which a registration can be tied to a building. Null members are unknown. Values as delivered.</summary>
/// <param name="Dwelling">Dwelling id.</param>
/// <param name="Address">Address id.</param>
/// <param name="AddressText">Written address.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="PostTown">Post town.</param>
/// <param name="Property">Property id.</param>
/// <param name="Designation">Property designation without the municipality.</param>
/// <param name="DwellingNumber">Four digits.</param>
/// <param name="Municipality">Four digits.</param>
public readonly record struct RegistrationKey(
    string? Dwelling,
    string? Address,
    string? AddressText,
    string? PostalCode,
    string? PostTown,
    string? Property,
    string? Designation,
    string? DwellingNumber,
    string? Municipality)
{
    /// <summary>Whether any member could lead to a building.</summary>
    public bool CanLead => Dwelling is not null || Address is not null || AddressText is not null || Property is not null || Designation is not null;
}

/// <summary>One entry of <see cref="Registrations"/>: its keys, and how many persons have them. Numbers are 0 and texts empty where unknown.</summary>
public readonly ref struct RegistrationView
{
    public int Persons { get; init; }

    /// <summary>Whether somebody who is counted elsewhere may be registered here instead.</summary>
    public bool MayAlsoBe { get; init; }

    public IdKey Dwelling { get; init; }

    public IdKey Address { get; init; }

    public IdKey Property { get; init; }

    public ReadOnlySpan<char> AddressText { get; init; }

    public ReadOnlySpan<char> Designation { get; init; }

    public int PostalCode { get; init; }

    public string PostTown { get; init; }

    /// <summary>1001 for "1001"; 0 when unknown.</summary>
    public int DwellingNumber { get; init; }

    public int Municipality { get; init; }
}
