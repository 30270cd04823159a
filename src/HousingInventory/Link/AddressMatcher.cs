using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Finds the addresses that a written one may mean: exact names first, then short forms, then one edit; the best form only. Holds scratch memory: one per thread.
/// </summary>
internal sealed class AddressMatcher(AddressBook book)
{
    /// <summary>Costs from here on mean that something differs which the register knows: a letter of the house, or of the name.</summary>
    public const int LooseCost = 4;

    /// <summary>Costs from here on, up to <see cref="PlannedCost"/>, mean that only the street or village is named.</summary>
    private const int AreaCost = 16;

    /// <summary>Added for addresses that are not in force yet.</summary>
    private const int PlannedCost = 32;

    private const int EditCost = 8;
    private const int NoCost = int.MaxValue;

    private readonly AddressReader _reader = new();
    private readonly List<int> _names = [];
    private int _municipality;
    private bool _numberedNameKnown;

    /// <summary>The addresses that fit best, each once, in no order that means anything.</summary>
    public List<int> Found { get; } = [];

    /// <summary>How well they fit: 0 for exactly, under <see cref="LooseCost"/> for another form of the same, and more for less.</summary>
    public int Cost { get; private set; }

    /// <summary>Whether the text names a street or village and nothing more, or a number in some village of a post town.</summary>
    public bool IsAreaOnly => Cost % PlannedCost is >= AreaCost and < PlannedCost && Cost != NoCost;

    /// <summary>Whether the name is one edit away from the register's.</summary>
    public bool IsMisspelt => Cost != NoCost && Cost % PlannedCost is >= EditCost and < AreaCost;

    /// <summary>A name of the register that stands in the text, -1 when none: the street or village, even when the number is not there.</summary>
    public int KnownName { get; private set; }

    /// <summary>Flat number that stood in the text, 0 when none.</summary>
    public int DwellingNumber => _reader.DwellingNumber;

    /// <summary>Postal code that stood in the text, 0 when none.</summary>
    public int PostalCode => _reader.PostalCode;

    /// <summary>Id of the town that stood in the text, 0 when none.</summary>
    public int TownId => book.TownId(_reader.Town);

    /// <summary>Looks a written address up.</summary>
    /// <param name="text">As written.</param>
    /// <param name="municipality">Code, 0 for any.</param>
    /// <returns>Whether anything fits.</returns>
    public bool Match(ReadOnlySpan<char> text, int municipality)
    {
        Found.Clear();
        (Cost, KnownName, _municipality, _numberedNameKnown) = (NoCost, -1, municipality, false);
        if (text.IsEmpty)
        {
            return false;
        }

        _reader.Read(text);
        ExactNames();
        if (Cost >= LooseCost)
        {
            OtherForms();
        }

        if (Cost == NoCost && !_numberedNameKnown)
        {
            OneEdit();
        }

        if (Cost == NoCost && !_numberedNameKnown)
        {
            if (KnownName >= 0)
            {
                WholeArea();
            }
            else
            {
                TownForVillage();
            }
        }

        Deduplicate();
        return Found.Count > 0;
    }

    /// <summary>
    /// How far the text that was matched last is from an address: edits in the name and in the number, each at most <paramref name="limit"/>, for the reading
    /// that is nearest. Only to choose among the few addresses that other evidence names.
    /// </summary>
    public (int Name, int Number) SlipsTo(Address address, int limit)
    {
        string area = AddressFold.Compact(AddressFold.Normalise(address.Area));
        string farm = AddressFold.Compact(AddressFold.Normalise(address.Farm ?? ""));
        string number = AddressFold.Compact(AddressFold.Normalise(address.Number ?? ""));
        (int Name, int Number) best = (limit, limit);
        foreach (AddressReading reading in _reader.Readings)
        {
            string name = AddressFold.Compact(_reader.NameOf(reading));
            int names = Math.Min(Spelling.Distance(name, area + farm, limit), farm.Length > 0 ? Spelling.Distance(name, farm, limit) : limit);
            int numbers = Spelling.Distance(NumberText(reading), number, limit);
            if (names + numbers < best.Name + best.Number)
            {
                best = (names, numbers);
            }
        }

        return best;
    }

    /// <summary>How many edits turn one address into another, name and number together, at most <paramref name="limit"/>.</summary>
    public static int Slips(Address one, Address two, int limit)
    {
        int number = Spelling.Distance(Compact(one.Number), Compact(two.Number), limit);
        return number >= limit
            ? limit
            : Math.Min(limit, number + Spelling.Distance(Compact(one.Area) + Compact(one.Farm), Compact(two.Area) + Compact(two.Farm), limit));

        static string Compact(string? text) => AddressFold.Compact(AddressFold.Normalise(text ?? ""));
    }

    /// <summary>The tract whose name stands in the text that was matched last, -1 when none does: villages without addresses are tracts all the same.</summary>
    public int TractIn(PropertyBook properties)
    {
        foreach (AddressReading reading in _reader.Readings)
        {
            if (properties.FindTractNamed(AddressFold.Compact(_reader.NameOf(reading))) is >= 0 and int tract)
            {
                return tract;
            }
        }

        return -1;
    }

    private static string NumberText(AddressReading reading)
    {
        if (!HouseNumber.IsPlain(reading.Number))
        {
            return "";
        }

        string digits = (reading.Number - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        char letter = (char)(reading.Detail >> 16);
        return letter == '\0' ? digits : digits + letter;
    }

    private void ExactNames()
    {
        foreach (AddressReading reading in _reader.Readings)
        {
            int name = book.Names.FindExact(_reader.NameOf(reading));
            if (name >= 0)
            {
                Known(name, reading);
                Collect(name, reading, 0);
            }
        }
    }

    private void OtherForms()
    {
        Span<char> compact = stackalloc char[256];
        foreach (AddressReading reading in _reader.Readings)
        {
            ReadOnlySpan<char> name = _reader.NameOf(reading);
            if (name.Length > compact.Length)
            {
                continue;
            }

            ReadOnlySpan<char> key = compact[..AddressFold.Compact(name, compact)];
            _names.Clear();
            book.Names.FindCompact(key, _names);
            int spelt = _names.Count;
            book.Names.FindShort(key, _names);
            for (int i = 0; i < _names.Count; i++)
            {
                Known(_names[i], reading);
                Collect(_names[i], reading, i < spelt ? 1 : 2);
            }
        }
    }

    private void OneEdit()
    {
        foreach (AddressReading reading in _reader.Readings)
        {
            string compact = AddressFold.Compact(_reader.NameOf(reading));
            _names.Clear();
            book.Names.FindNear(compact, _names);
            if (_names.Count == 0)
            {
                foreach (string whole in NameVariants.WrittenOut(compact))
                {
                    book.Names.FindNear(whole, _names);
                }
            }

            foreach (int name in _names)
            {
                Collect(name, reading, EditCost);
            }
        }
    }

    private void WholeArea()
    {
        foreach (AddressBook.Entry entry in book.EntriesOf(KnownName))
        {
            if (book.MayBeIn(entry.Address, _municipality))
            {
                Offer(entry.Address, AreaCost);
            }
        }
    }

    // "POST TOWN 12": people in a village of that post town write its name in the place of the village's.
    private void TownForVillage()
    {
        foreach (AddressReading reading in _reader.Readings)
        {
            int town = reading.Number == 0 ? 0 : book.TownId(_reader.NameOf(reading));
            foreach (AddressBook.Entry entry in town == 0 ? [] : book.VillageEntriesOf(town, reading.Number))
            {
                if (entry.Detail == reading.Detail && book.MayBeIn(entry.Address, _municipality))
                {
                    Offer(entry.Address, AreaCost);
                }
            }
        }
    }

    private void Known(int name, in AddressReading reading)
    {
        if (KnownName < 0 || (reading.Number != 0 && !_numberedNameKnown))
        {
            KnownName = name;
        }

        _numberedNameKnown |= reading.Number != 0;
    }

    private void Collect(int name, in AddressReading reading, int cost)
    {
        Collect(name, reading.Number, reading.Detail, cost);
        if (reading.RangeEnd != 0)
        {
            Collect(name, reading.RangeEnd, 0, cost);
        }
    }

    private void Collect(int name, uint number, uint detail, int cost)
    {
        foreach (AddressBook.Entry entry in book.EntriesOf(name, number))
        {
            if (book.MayBeIn(entry.Address, _municipality))
            {
                int differs = entry.Detail == detail ? 0 : detail == 0 ? LooseCost : entry.Detail == 0 ? LooseCost + 1 : LooseCost + 2;
                Offer(entry.Address, cost + differs + entry.Cost);
            }
        }
    }

    private void Offer(int address, int cost)
    {
        // A reserved address is only meant where no address in force could be.
        cost = book.IsInForce(address) ? cost : cost + PlannedCost;
        if (cost < Cost)
        {
            Cost = cost;
            Found.Clear();
        }

        if (cost == Cost)
        {
            Found.Add(address);
        }
    }

    private void Deduplicate()
    {
        if (Found.Count < 2)
        {
            return;
        }

        Found.Sort();
        int kept = 1;
        for (int i = 1; i < Found.Count; i++)
        {
            if (Found[i] != Found[kept - 1])
            {
                Found[kept++] = Found[i];
            }
        }

        Found.RemoveRange(kept, Found.Count - kept);
    }
}
