using System.Globalization;
using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>The properties by identity and by designation. Read-only once built.</summary>
internal sealed class PropertyBook
{
    private const int Longest = 250;

    /// <summary>In the place of an identity that several designations share, a placeholder or a rounded number: it says nothing.</summary>
    private const int Shared = -1;

    private readonly Dictionary<IdKey, int> _byKey = [];
    private readonly IReadOnlyList<Property> _properties;

    // By hash of the designation, since a nation's designations as text take a gigabyte; a hit is compared in full.
    private readonly Dictionary<ulong, int> _byDesignation = [];
    private readonly Dictionary<string, int> _tracts = new(StringComparer.Ordinal);
    private readonly int[] _nextWithKey;
    private readonly int[] _nextWithDesignation;
    private readonly short[] _municipality;
    private readonly HashSet<short> _municipalities = [];

    public PropertyBook(IReadOnlyList<Property> properties)
    {
        _properties = properties;
        _nextWithKey = new int[properties.Count];
        _nextWithDesignation = new int[properties.Count];
        _municipality = new short[properties.Count];
        TractOf = new int[properties.Count];
        _byKey.EnsureCapacity(properties.Count);
        _byDesignation.EnsureCapacity(properties.Count);
        Span<char> buffer = stackalloc char[Longest + 2];
        for (int i = 0; i < properties.Count; i++)
        {
            Property p = properties[i];
            IdKey key = p.KeptKey.Key;
            _nextWithKey[i] = -1;
            if (!key.IsNone)
            {
                ref int head = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out bool known);
                bool same = known && head >= 0 && properties[head].Designation == p.Designation;
                _nextWithKey[i] = same ? head : -1;
                head = !known || same ? i : Shared;
            }

            ReadOnlySpan<char> designation = buffer[..Designation.Key(Cut(p.Designation), buffer)];
            _nextWithDesignation[i] = designation.IsEmpty
                ? -1
                : Chain(ref CollectionsMarshal.GetValueRefOrAddDefault(_byDesignation, Hash(designation), out bool there), there, i);
            _ = short.TryParse(p.Municipality, NumberStyles.None, CultureInfo.InvariantCulture, out _municipality[i]);
            if (_municipality[i] != 0)
            {
                _municipalities.Add(_municipality[i]);
            }

            int unit = designation.LastIndexOf(' ');
            TractOf[i] = unit > 0 ? Tract(designation[..unit]) : -1;
        }
    }

    /// <summary>The tract of each property as an id from 0; -1 when its designation has none.</summary>
    public int[] TractOf { get; }

    /// <summary>How many tracts there are.</summary>
    public int TractCount => _tracts.Count;

    /// <summary>The designation as the register writes it.</summary>
    public string DesignationOf(int property) => _properties[property].Designation;

    /// <summary>Adds the properties with this identity.</summary>
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

    /// <summary>
    /// Adds the properties with this designation. A municipality's name may stand in front of it: that of the municipality that is asked for, else of any that the
    /// register has, else of any. Another word in front makes it another tract's, which the register may lack.
    /// </summary>
    /// <param name="designation">As written.</param>
    /// <param name="municipality">Code, 0 for any.</param>
    /// <param name="found">Where they are added.</param>
    public void FindDesignation(ReadOnlySpan<char> designation, int municipality, List<int> found)
    {
        int before = found.Count;
        FindAsWritten(designation, municipality, found);
        if (found.Count == before && Designation.Plainer(designation) is { } plainer)
        {
            FindAsWritten(plainer, municipality, found);
        }
    }

    private void FindAsWritten(ReadOnlySpan<char> designation, int municipality, List<int> found)
    {
        designation = designation.Trim();
        int before = found.Count;
        Find(designation, municipality, found);
        for (int blank = designation.IndexOf(' '); found.Count == before && blank > 0;)
        {
            int rest = designation[(blank + 1)..].IndexOf(' ');
            if (IsMunicipality(designation[..blank], municipality))
            {
                ReadOnlySpan<char> behind = designation[(blank + 1)..].TrimStart();
                Find(behind.StartsWith("KOMMUN ", StringComparison.OrdinalIgnoreCase) ? behind[7..].TrimStart() : behind, municipality, found);
            }

            blank = rest < 0 ? -1 : blank + 1 + rest;
        }
    }

    private bool IsMunicipality(ReadOnlySpan<char> front, int municipality)
    {
        if (Municipalities.CodeOf(front.TrimEnd(",:-").ToString()) is not { } code)
        {
            return false;
        }

        short number = short.Parse(code, CultureInfo.InvariantCulture);
        return municipality != 0 ? number == municipality : _municipalities.Count == 0 || _municipalities.Contains(number);
    }

    /// <summary>The tract of a designation that need not exist, -1 when no property has it.</summary>
    public int FindTract(ReadOnlySpan<char> designation)
    {
        string key = Designation.Key(designation);
        int unit = key.LastIndexOf(' ');
        return unit > 0 && _tracts.TryGetValue(key[..unit], out int tract) ? tract : -1;
    }

    /// <summary>The tract of this name, -1 when there is none.</summary>
    /// <param name="compact">Compact form: letters and digits only.</param>
    public int FindTractNamed(ReadOnlySpan<char> compact) =>
        _tracts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(compact, out int tract) ? tract : -1;

    private static int Chain(ref int head, bool known, int index)
    {
        int next = known ? head : -1;
        head = index;
        return next;
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> designation) => designation[..Math.Min(Longest, designation.Length)];

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
    }

    private int Tract(ReadOnlySpan<char> name)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> tracts = _tracts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!tracts.TryGetValue(name, out int id))
        {
            id = _tracts.Count;
            tracts[name] = id;
        }

        return id;
    }

    private void Find(ReadOnlySpan<char> designation, int municipality, List<int> found)
    {
        if (designation.IsEmpty)
        {
            return;
        }

        Span<char> buffer = stackalloc char[Longest + 2];
        Span<char> other = stackalloc char[Longest + 2];
        ReadOnlySpan<char> key = buffer[..Designation.Key(Cut(designation), buffer)];
        if (key.IsEmpty || !_byDesignation.TryGetValue(Hash(key), out int at))
        {
            return;
        }

        for (; at >= 0; at = _nextWithDesignation[at])
        {
            bool here = municipality == 0 || _municipality[at] == 0 || _municipality[at] == municipality;
            if (here && other[..Designation.Key(Cut(_properties[at].Designation), other)].SequenceEqual(key))
            {
                found.Add(at);
            }
        }
    }
}
