using System.Globalization;
using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// The address register made searchable: by identity, and by name and number in every form in which people write an address. Entries are columns sorted by
/// name and number, so a street's addresses stand beside each other. Read-only once built.
/// </summary>
internal sealed class AddressBook
{
    private readonly IReadOnlyList<Address> _addresses;
    private readonly Dictionary<IdKey, int> _byKey = [];
    private readonly int[] _nextWithKey;
    private readonly int[] _postalCode;
    private readonly int[] _town;
    private readonly int[] _district;
    private readonly short[] _municipality;
    private readonly Dictionary<string, int> _towns = new(StringComparer.Ordinal);
    private readonly HashSet<int> _postalCodes = [];
    private readonly int[] _nameStart;
    private readonly Entry[] _entries;
    private readonly Lazy<Dictionary<(int Town, uint Number), List<Entry>>> _byTown;

    public AddressBook(IReadOnlyList<Address> addresses)
    {
        _addresses = addresses;
        _nextWithKey = new int[addresses.Count];
        _postalCode = new int[addresses.Count];
        _town = new int[addresses.Count];
        _district = new int[addresses.Count];
        _municipality = new short[addresses.Count];
        _byKey.EnsureCapacity(addresses.Count);
        Dictionary<string, int> townAsWritten = new(StringComparer.Ordinal);
        Indexer indexer = new(Names);
        for (int i = 0; i < addresses.Count; i++)
        {
            Address a = addresses[i];
            IdKey key = a.KeptKey.Key;
            _nextWithKey[i] = -1;
            if (!key.IsNone)
            {
                ref int head = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out bool known);
                _nextWithKey[i] = known ? head : -1;
                head = known && (head < 0 || !IsSame(addresses[head], a)) ? -1 : i;
            }

            _ = int.TryParse(a.PostalCode, NumberStyles.None, CultureInfo.InvariantCulture, out _postalCode[i]);
            _ = short.TryParse(a.Municipality, NumberStyles.None, CultureInfo.InvariantCulture, out _municipality[i]);
            _postalCodes.Add(_postalCode[i]);
            _town[i] = Known(a.PostTown);
            _district[i] = Known(a.District);
            indexer.Add(i, a);
        }

        (_nameStart, _entries) = indexer.Sorted();
        _byTown = new(IndexVillages);

        int Known(string? town)
        {
            if (town is null)
            {
                return 0;
            }

            ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(townAsWritten, town, out bool known);
            id = known ? id : Town(town, add: true);
            return id;
        }
    }

    /// <summary>How an address fits what a registration says about its place.</summary>
    public enum PlaceFit
    {
        /// <summary>Another place that the register knows.</summary>
        Contradicts,

        /// <summary>Nothing can be said.</summary>
        Silent,

        /// <summary>The post town, or the district, is the same.</summary>
        SameTown,

        /// <summary>The postal code is the same.</summary>
        SameCode,
    }

    /// <summary>Names of streets, villages and farms.</summary>
    public NameTable Names { get; } = new();

    /// <summary>Adds the addresses with this identity. One that several places share (a placeholder, a number that a spreadsheet rounded) says nothing.</summary>
    public void FindKey(IdKey key, List<int> found)
    {
        if (!key.IsNone && _byKey.TryGetValue(key, out int at))
        {
            for (; at >= 0; at = _nextWithKey[at])
            {
                found.Add(at);
            }
        }
    }

    /// <summary>The entries of a name.</summary>
    public ReadOnlySpan<Entry> EntriesOf(int name) => _entries.AsSpan(_nameStart[name].._nameStart[name + 1]);

    /// <summary>Whether addresses stand under a name that have more than it: a number, or a farm of the village.</summary>
    public bool HasNumbers(int name) => _nameStart[name] < _nameStart[name + 1] && _entries[_nameStart[name + 1] - 1].Number != 0;

    /// <summary>The entries of a name with a number.</summary>
    public ReadOnlySpan<Entry> EntriesOf(int name, uint number)
    {
        ReadOnlySpan<Entry> all = EntriesOf(name);
        int low = 0;
        int high = all.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (all[middle].Number < number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        int end = low;
        while (end < all.Length && all[end].Number == number)
        {
            end++;
        }

        return all[low..end];
    }

    /// <summary>The entries of all villages of a post town with a number.</summary>
    public IReadOnlyList<Entry> VillageEntriesOf(int town, uint number) => _byTown.Value.GetValueOrDefault((town, number)) ?? [];

    /// <summary>Whether an address may be of this municipality; 0 means any.</summary>
    public bool MayBeIn(int address, int municipality) => municipality == 0 || _municipality[address] == 0 || _municipality[address] == municipality;

    /// <summary>The id of a town's name, 0 when the register does not know it.</summary>
    public int TownId(string? town) => Town(town, add: false);

    /// <summary>The id of a town's normalised name, 0 when the register does not know it.</summary>
    public int TownId(ReadOnlySpan<char> normalised) =>
        _towns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(normalised, out int id) ? id : 0;

    /// <summary>How an address fits a postal code and town; 0 for unknown ones.</summary>
    public PlaceFit Fit(int address, int postalCode, int town)
    {
        int code = _postalCode[address];
        if (postalCode != 0 && code == postalCode)
        {
            return PlaceFit.SameCode;
        }

        if (town != 0 && (_town[address] == town || _district[address] == town))
        {
            return PlaceFit.SameTown;
        }

        // A code that no address has is a slip of the pen and says nothing.
        bool otherCode = postalCode != 0 && code != 0 && _postalCodes.Contains(postalCode);
        bool otherTown = town != 0 && _town[address] != 0;
        return (otherCode && (otherTown || town == 0)) || (otherTown && (otherCode || postalCode == 0 || code == 0)) ? PlaceFit.Contradicts : PlaceFit.Silent;
    }

    /// <summary>The name under which an address stands: its street, village, or village and farm; -1 when it has none.</summary>
    public int NameOf(int address)
    {
        string area = AddressFold.Normalise(_addresses[address].Area);
        return string.IsNullOrWhiteSpace(_addresses[address].Farm) ? Names.FindExact(area) : Names.FindExact($"{area} {AddressFold.Normalise(_addresses[address].Farm!)}");
    }

    /// <summary>The postal code of an address, 0 when the register has none.</summary>
    public int PostalCodeOf(int address) => _postalCode[address];

    /// <summary>Whether an address has both another postal code and another town than these. A code and a town that the register lacks are others too.</summary>
    /// <param name="address">Index of the address.</param>
    /// <param name="postalCode">Five digits.</param>
    /// <param name="town">Id of the town, 0 for one that the register does not know.</param>
    public bool IsElsewhere(int address, int postalCode, int town)
    {
        bool otherTown = _town[address] != 0 && _town[address] != town && (_district[address] == 0 || _district[address] != town);
        return otherTown && _postalCode[address] != 0 && _postalCode[address] != postalCode && (town == 0) == !_postalCodes.Contains(postalCode);
    }

    /// <summary>Whether the address holds; reserved and proposed ones do not yet.</summary>
    public bool IsInForce(int address) => _addresses[address].InForce;

    // An address under two names, or delivered twice: the same writing, or the same point.
    private static bool IsSame(Address a, Address b) =>
        a.Text == b.Text || (a.X, a.Y) == (b.X, b.Y) || AddressFold.Compact(AddressFold.Normalise(a.Text)) == AddressFold.Compact(AddressFold.Normalise(b.Text));

    // Made when the first text asks for it: few extracts have such texts.
    private Dictionary<(int Town, uint Number), List<Entry>> IndexVillages()
    {
        Dictionary<(int, uint), List<Entry>> index = [];
        foreach (Entry entry in _entries)
        {
            int town = _town[entry.Address];
            if (town != 0 && entry.Cost == 0 && HouseNumber.IsPlain(entry.Number) && _addresses[entry.Address].IsVillage)
            {
                ref List<Entry>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(index, (town, entry.Number), out _);
                (list ??= []).Add(entry);
            }
        }

        return index;
    }

    private int Town(string? town, bool add)
    {
        if (string.IsNullOrWhiteSpace(town))
        {
            return 0;
        }

        string name = AddressFold.Normalise(town);
        if (!_towns.TryGetValue(name, out int id) && add)
        {
            id = _towns.Count + 1;
            _towns.Add(name, id);
        }

        return id;
    }

    /// <summary>One form of one address.</summary>
    /// <param name="Address">Index of the address.</param>
    /// <param name="Number">See <see cref="HouseNumber"/>.</param>
    /// <param name="Detail">Letter and supplement.</param>
    /// <param name="Cost">0 for the address as the register has it, 1 for a form that leaves something out.</param>
    public readonly record struct Entry(int Address, uint Number, uint Detail, byte Cost);

    /// <summary>Writes out the forms of every address.</summary>
    private sealed class Indexer(NameTable names)
    {
        private readonly AddressReader _reader = new();
        private readonly List<ulong> _keys = [];
        private readonly List<Entry> _entries = [];
        private readonly List<(uint Number, uint Detail, byte Cost)> _numbers = [];
        private readonly List<LetteredNumber> _members = [];
        private string _areaAsWritten = "";
        private string _area = "";

        public void Add(int index, Address a)
        {
            // Addresses of a street mostly follow each other.
            _area = a.Area == _areaAsWritten ? _area : AddressFold.Normalise(a.Area);
            _areaAsWritten = a.Area;
            string area = _area;
            string? farm = string.IsNullOrWhiteSpace(a.Farm) ? null : AddressFold.Normalise(a.Farm);
            Numbers(a);
            string full = farm is null || farm == area ? area : $"{area} {farm}";
            string? bare = farm is null ? BareName(a.Area) : null;
            foreach ((uint number, uint detail, byte cost) in _numbers)
            {
                Put(full, index, number, detail, cost);
                Put(bare ?? "", index, number, detail, 1);
                if (farm is not null && farm != area)
                {
                    Put(farm, index, number, detail, 1);
                    Put($"{farm} {area}", index, number, detail, 1);
                    // Whoever writes the village alone may live at a farm that has no number.
                    Put(area, index, number == 0 ? HouseNumber.Unnumbered : number, detail, 1);
                }
            }

            if (_numbers[0].Number != 0 && !HouseNumber.IsPlain(_numbers[0].Number))
            {
                // A label that is no number reads like a part of the name.
                Put($"{full} {AddressFold.Normalise(a.Number!)}", index, 0, 0, 0);
            }

            if (!string.IsNullOrWhiteSpace(a.PopularName))
            {
                Put(AddressFold.Normalise(a.PopularName), index, 0, 0, 1);
            }

            if (_numbers.Count == 1 && _numbers[0].Number == 0 && farm is null && area.AsSpan().ContainsAnyInRange('0', '9'))
            {
                WholeText(a.Area, index);
            }
        }

        // Some registers tell streets of one name apart by their place, "Nyvägen (Bureå)" or "Nyvägen, Bureå", which nobody writes in a registration.
        private static string? BareName(string area)
        {
            int end = area.AsSpan().IndexOfAny('(', '[', ',');
            return end > 2 && !area.AsSpan().ContainsAnyInRange('0', '9') && AddressFold.Normalise(area.AsSpan(0, end)) is { Length: > 2 } bare ? bare : null;
        }

        public (int[] NameStart, Entry[] Entries) Sorted()
        {
            ulong[] keys = [.. _keys];
            Entry[] entries = [.. _entries];
            Array.Sort(keys, entries);
            int[] start = new int[names.Count + 1];
            foreach (ulong key in keys)
            {
                start[(int)(key >> 32) + 1]++;
            }

            for (int i = 0; i < names.Count; i++)
            {
                start[i + 1] += start[i];
            }

            return (start, entries);
        }

        private void Put(string name, int index, uint number, uint detail, byte cost)
        {
            if (name.Length > 0)
            {
                _keys.Add(((ulong)(uint)names.Add(name) << 32) | number);
                _entries.Add(new Entry(index, number, detail, cost));
            }
        }

        private void Numbers(Address a)
        {
            _numbers.Clear();
            uint supplement = string.IsNullOrWhiteSpace(a.Supplement) ? 0 : HouseNumber.Supplement(AddressFold.Normalise(a.Supplement));
            if (string.IsNullOrWhiteSpace(a.Number))
            {
                _numbers.Add((0, HouseNumber.Detail('\0', supplement), 0));
                return;
            }

            string text = AddressFold.Normalise(a.Number);
            if (text.Length == 0)
            {
                _numbers.Add((0, 0, 0));
                return;
            }

            bool whole = HouseNumber.Read(text, out uint number, out char letter);
            if (!whole)
            {
                _numbers.Add((HouseNumber.Label(text), HouseNumber.Detail('\0', supplement), 0));
            }

            // 12-16 are the numbers 12, 14 and 16 of one side of the street; 12A-C are three letters.
            _members.Clear();
            if (!whole && HouseNumberList.Read(text, _members, out _) == text.Length && _members.Count > 1)
            {
                _numbers.AddRange(_members.Select(m => (m.Number, HouseNumber.Detail(m.Letter, supplement), (byte)1)));
            }
            else if (number != 0)
            {
                _numbers.Add((number, HouseNumber.Detail(letter, supplement), whole ? (byte)0 : (byte)1));
            }
        }

        // The source gave the written address as one text: its first name with a number, as a label and as the houses that the label names.
        private void WholeText(string text, int index)
        {
            _reader.Read(text);
            (int Start, int Length)? first = null;
            foreach (AddressReading reading in _reader.Readings)
            {
                if (reading.Number == 0 || (first is { } name && name != (reading.Start, reading.Length)))
                {
                    continue;
                }

                first = (reading.Start, reading.Length);
                string named = _reader.NameOf(reading).ToString();
                byte cost = reading.MoreCount > 0 ? (byte)1 : (byte)0;
                Put(named, index, reading.Number, reading.Detail, cost);
                foreach (LetteredNumber member in _reader.More(reading))
                {
                    Put(named, index, member.Number, HouseNumber.Detail(member.Letter, 0), cost);
                }
            }
        }
    }
}
