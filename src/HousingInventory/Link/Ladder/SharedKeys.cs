using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Ids of the extract that persons of many places share: a placeholder, or digits that a spreadsheet rounded. Where the registers happen to hold one of them, all of
/// these persons would seem to live in one home. Such an id says nothing, and the next level of the ladder is asked.
/// </summary>
internal sealed class SharedKeys
{
    /// <summary>Fewer sets of keys with one id are not looked at: so many live in a small block.</summary>
    private const int FewestEntries = 20;

    private const int FewestPlaces = 5;

    private readonly HashSet<IdKey> _keys = [];

    private SharedKeys()
    {
    }

    /// <summary>How many persons carry such an id.</summary>
    public long Persons { get; private set; }

    /// <summary>Looks through an extract. An id is shared if its rows name at least five streets, or five properties, none of which half of them name.</summary>
    public static SharedKeys Of(Registrations registrations)
    {
        SharedKeys shared = new();

        // Nearly every id has few sets of keys; a coarse count tells which may have many.
        ushort[] entries = new ushort[1 << 20];
        for (int i = 0; i < registrations.Count; i++)
        {
            RegistrationView r = registrations[i];
            foreach (IdKey key in (ReadOnlySpan<IdKey>)[r.Dwelling, r.Address, r.Property])
            {
                ref ushort count = ref entries[Slot(key)];
                count += (ushort)(key.IsNone || count == ushort.MaxValue ? 0 : 1);
            }
        }

        Dictionary<IdKey, Dictionary<int, int>> streets = [];
        Dictionary<IdKey, Dictionary<int, int>> properties = [];
        for (int i = 0; i < registrations.Count; i++)
        {
            RegistrationView r = registrations[i];
            foreach (IdKey key in (ReadOnlySpan<IdKey>)[r.Dwelling, r.Address, r.Property])
            {
                if (!key.IsNone && entries[Slot(key)] >= FewestEntries)
                {
                    // Many streets may lie on one property.
                    Enter(streets, key, key == r.Property ? [] : Street(r.AddressText));
                    Enter(properties, key, r.Designation);
                }
            }
        }

        shared._keys.UnionWith(streets.Concat(properties).Where(static k => IsShared(k.Value)).Select(static k => k.Key));
        for (int i = 0; i < registrations.Count && shared._keys.Count > 0; i++)
        {
            RegistrationView r = registrations[i];
            shared.Persons += shared.Holds(r.Dwelling) || shared.Holds(r.Address) || shared.Holds(r.Property) ? r.Persons : 0;
        }

        return shared;
    }

    /// <summary>The registration without such ids.</summary>
    public RegistrationView Without(RegistrationView r) => _keys.Count == 0 ? r : r with
    {
        Dwelling = Holds(r.Dwelling) ? IdKey.None : r.Dwelling,
        Address = Holds(r.Address) ? IdKey.None : r.Address,
        Property = Holds(r.Property) ? IdKey.None : r.Property,
    };

    private bool Holds(IdKey key) => _keys.Contains(key);

    private static bool IsShared(Dictionary<int, int> places) => places.Count >= FewestPlaces && places.Values.Max() * 2 < places.Values.Sum();

    private static void Enter(Dictionary<IdKey, Dictionary<int, int>> places, IdKey key, ReadOnlySpan<char> place)
    {
        int hash = 0;
        foreach (char c in place)
        {
            hash = char.IsLetterOrDigit(c) ? (hash * 31) + char.ToUpperInvariant(c) : hash;
        }

        if (hash != 0)
        {
            ref Dictionary<int, int>? of = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out _);
            CollectionsMarshal.GetValueRefOrAddDefault(of ??= [], hash, out _)++;
        }
    }

    private static ReadOnlySpan<char> Street(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') is >= 0 and int at ? text[..at] : text;

    private static int Slot(IdKey key) => (int)((key.Low ^ (key.High >> 32)) * 0x9E3779B97F4A7C15 >> 44);
}
