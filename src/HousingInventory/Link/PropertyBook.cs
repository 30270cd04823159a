using System.Globalization;
using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>The properties by identity and by designation. Read-only once built.</summary>
internal sealed class PropertyBook
{
    private readonly Dictionary<IdKey, int> _byKey = [];
    private readonly Dictionary<string, int> _byDesignation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _tracts = new(StringComparer.Ordinal);
    private readonly int[] _nextWithKey;
    private readonly int[] _nextWithDesignation;
    private readonly short[] _municipality;

    public PropertyBook(IReadOnlyList<Property> properties)
    {
        _nextWithKey = new int[properties.Count];
        _nextWithDesignation = new int[properties.Count];
        _municipality = new short[properties.Count];
        TractOf = new int[properties.Count];
        for (int i = 0; i < properties.Count; i++)
        {
            Property p = properties[i];
            IdKey key = IdKey.Of(p.Key);
            _nextWithKey[i] = key.IsNone ? -1 : Chain(ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out bool known), known, i);
            string designation = Designation.Key(p.Designation);
            _nextWithDesignation[i] = designation.Length == 0
                ? -1
                : Chain(ref CollectionsMarshal.GetValueRefOrAddDefault(_byDesignation, designation, out bool same), same, i);
            _ = short.TryParse(p.Municipality, NumberStyles.None, CultureInfo.InvariantCulture, out _municipality[i]);
            int unit = designation.LastIndexOf(' ');
            TractOf[i] = unit > 0 ? Tract(designation[..unit]) : -1;
        }
    }

    /// <summary>The tract of each property as an id from 0; -1 when its designation has none.</summary>
    public int[] TractOf { get; }

    /// <summary>How many tracts there are.</summary>
    public int TractCount => _tracts.Count;

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

    /// <summary>Adds the properties with this designation; a municipality's name in front of it is understood.</summary>
    /// <param name="designation">As written.</param>
    /// <param name="municipality">Code, 0 for any.</param>
    /// <param name="found">Where they are added.</param>
    public void FindDesignation(ReadOnlySpan<char> designation, int municipality, List<int> found)
    {
        int before = found.Count;
        Find(designation, municipality, found);
        for (int blank = designation.IndexOf(' '); found.Count == before && blank > 0;)
        {
            designation = designation[(blank + 1)..].TrimStart();
            Find(designation, municipality, found);
            blank = designation.IndexOf(' ');
        }
    }

    /// <summary>The tract of a designation that need not exist, -1 when no property has it.</summary>
    public int FindTract(ReadOnlySpan<char> designation)
    {
        string key = Designation.Key(designation);
        int unit = key.LastIndexOf(' ');
        return unit > 0 && _tracts.TryGetValue(key[..unit], out int tract) ? tract : -1;
    }

    private static int Chain(ref int head, bool known, int index)
    {
        int next = known ? head : -1;
        head = index;
        return next;
    }

    private int Tract(string name)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_tracts, name, out bool known);
        if (!known)
        {
            id = _tracts.Count - 1;
        }

        return id;
    }

    private void Find(ReadOnlySpan<char> designation, int municipality, List<int> found)
    {
        if (designation.IsEmpty)
        {
            return;
        }

        Span<char> buffer = stackalloc char[502];
        ReadOnlySpan<char> key = buffer[..Designation.Key(designation[..Math.Min(500, designation.Length)], buffer)];
        if (!_byDesignation.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out int at))
        {
            return;
        }

        for (; at >= 0; at = _nextWithDesignation[at])
        {
            if (municipality == 0 || _municipality[at] == 0 || _municipality[at] == municipality)
            {
                found.Add(at);
            }
        }
    }
}
