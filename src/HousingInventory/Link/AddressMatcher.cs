using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Finds the addresses that a written one may mean: exact names first, then short forms, then one edit; the best form only. Holds scratch memory: one per thread.
/// </summary>
internal sealed class AddressMatcher(AddressBook book)
{
    /// <summary>Costs from here on mean that something differs which the register knows: a letter of the house, or of the name.</summary>
    public const int LooseCost = AddressFits.LooseCost;

    /// <summary>A shorter name is a word of its own.</summary>
    private const int ShortestInRegister = 4;

    /// <summary>Costs from here on, up to <see cref="PlannedCost"/>, mean that only the street or village is named.</summary>
    private const int AreaCost = 16;

    /// <summary>For a street behind the name of a place.</summary>
    private const int FrontCost = 2;

    private const int EditCost = 8;
    private const int PlannedCost = AddressFits.PlannedCost;
    private const int NoCost = AddressFits.NoCost;

    private readonly AddressReader _reader = new();
    private readonly AddressFits _fits = new(book);
    private readonly List<int> _names = [];
    private bool _numberedNameKnown;
    private uint _knownNumber;

    /// <summary>See <see cref="LinkRegisters.TextsLackLetters"/>.</summary>
    public bool TextsLackLetters { get; init; }

    /// <summary>The addresses that fit best, each once, in no order that means anything.</summary>
    public List<int> Found => _fits.Found;

    /// <summary>How well they fit: 0 for exactly, under <see cref="LooseCost"/> for another form of the same, and more for less.</summary>
    public int Cost => _fits.Cost;

    /// <summary>Whether the text names a street or village and nothing more, or a number in some village of a post town.</summary>
    public bool IsAreaOnly => Cost % PlannedCost is >= AreaCost and < PlannedCost && Cost != NoCost;

    /// <summary>Whether the street stands behind words that the register does not know: they may be a house's or somebody's name, or make another street of it.</summary>
    public bool IsBehindOthers { get; private set; }

    /// <summary>Whether the name is one edit away from the register's.</summary>
    public bool IsMisspelt => Cost != NoCost && Cost % PlannedCost is >= EditCost and < AreaCost;

    /// <summary>A name of the register that stands in the text, -1 when none: the street or village, even when the number is not there.</summary>
    public int KnownName { get; private set; }

    /// <summary>Whether the text names a street or village of the register with a number that it lacks.</summary>
    public bool LacksNumber => _numberedNameKnown && Cost == NoCost;

    /// <summary>The addresses of <see cref="KnownName"/> with the number of the text, whatever their letter.</summary>
    public ReadOnlySpan<AddressBook.Entry> WithItsNumber => KnownName < 0 || _knownNumber == 0 ? [] : book.EntriesOf(KnownName, _knownNumber);

    /// <summary>Flat number that stood in the text, 0 when none.</summary>
    public int DwellingNumber => _reader.DwellingNumber;

    /// <summary>Postal code that stood in the text, 0 when none.</summary>
    public int PostalCode => _reader.PostalCode;

    /// <summary>Id of the town that stood in the text, 0 when none.</summary>
    public int TownId => book.TownId(_reader.Town);

    /// <summary>Stands for the street or village and the number of the text; 0 where it has no number.</summary>
    public int Writing
    {
        get
        {
            foreach (AddressReading reading in _reader.Readings)
            {
                if (reading.Number != 0)
                {
                    uint name = HouseNumber.Label(AddressFold.Compact(_reader.NameOf(reading)));
                    return (int)((((name * 16777619) ^ reading.Number) * 16777619) ^ reading.Detail) | 1;
                }
            }

            return 0;
        }
    }

    /// <summary>Looks a written address up.</summary>
    /// <param name="text">As written.</param>
    /// <param name="municipality">Code, 0 for any.</param>
    /// <returns>Whether anything fits.</returns>
    public bool Match(ReadOnlySpan<char> text, int municipality)
    {
        Find(text, municipality);
        if (Found.Count == 0 && LetterDamage.Mended(text) is { } mended)
        {
            // Only where the text as it stands names nothing: a street may well have such a sign in its name.
            Find(mended, municipality);
        }

        return Found.Count > 0;
    }

    private void Find(ReadOnlySpan<char> text, int municipality)
    {
        _fits.Begin(municipality);
        (KnownName, _numberedNameKnown, _knownNumber, IsBehindOthers) = (-1, false, 0, false);
        if (text.IsEmpty)
        {
            return;
        }

        _reader.Read(text);
        ExactNames();
        if (Cost >= LooseCost)
        {
            OtherForms();
        }

        if (Cost == NoCost && !_numberedNameKnown)
        {
            BehindAPlace();
            BeforeAPlace();
        }

        if (Cost == NoCost && !_numberedNameKnown)
        {
            ShortInRegister();
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
                BehindAnything();
            }
        }

        _fits.Deduplicate();
    }

    /// <summary>How far the text that was matched last is from an address; see <see cref="AddressSlips"/>.</summary>
    public (int Name, int Number) SlipsTo(Address address, int limit) => AddressSlips.Between(_reader, address, limit);

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

    private void ExactNames()
    {
        foreach (AddressReading reading in _reader.Readings)
        {
            int name = book.Names.FindExact(_reader.NameOf(reading));
            if (name >= 0)
            {
                Known(name, reading);
                _fits.Collect(name, reading, _reader.More(reading), 0);
                WithoutItsLetters(reading);
            }
        }
    }

    // "BACKGATAN" may be Bäckgatan too, where nobody's rings and dots were kept.
    private void WithoutItsLetters(in AddressReading reading)
    {
        _names.Clear();
        if (TextsLackLetters)
        {
            book.Names.FindDamaged(AddressFold.Compact(_reader.NameOf(reading)), _names);
        }

        foreach (int name in _names)
        {
            _fits.Collect(name, reading, _reader.More(reading), 0);
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
                _fits.Collect(_names[i], reading, _reader.More(reading), i < spelt ? 1 : 2);
            }
        }
    }

    // "DISTRICT STREET 3": the street with its number, behind the name of a place that the register knows.
    private void BehindAPlace()
    {
        _reader.ReadTails(name => book.TownId(name) != 0 || book.Names.FindExact(name) >= 0);
        foreach (AddressReading reading in _reader.Tails)
        {
            int name = reading.Number == 0 ? -1 : book.Names.FindExact(_reader.NameOf(reading));
            if (name >= 0)
            {
                Known(name, reading);
                _fits.Collect(name, reading, _reader.More(reading), FrontCost);
            }
        }
    }

    // "STREET (DISTRICT) 3": the street with its number in that district, where the register has the district in a column of its own, or the street shortened.
    private void BeforeAPlace()
    {
        foreach (AddressReading reading in _reader.Readings)
        {
            if (reading.Number == 0 || _reader.Head(reading, name => book.TownId(name) != 0, out ReadOnlySpan<char> place) is not { } head)
            {
                continue;
            }

            int town = book.TownId(place);
            string street = AddressFold.Compact(_reader.NameOf(head));
            _names.Clear();
            book.Names.FindCompact(street, _names);
            book.Names.FindShort(street, _names);
            foreach (int name in _names)
            {
                _fits.Collect(name, head, _reader.More(head), FrontCost, town);
                if (Cost != NoCost)
                {
                    Known(name, head);
                }
            }
        }
    }

    // "WORDS STREET 3", where nothing else fits.
    private void BehindAnything()
    {
        if (Cost != NoCost)
        {
            return;
        }

        _reader.ReadTails(static _ => true);
        foreach (AddressReading reading in _reader.Tails)
        {
            int name = reading.Number == 0 ? -1 : book.Names.FindExact(_reader.NameOf(reading));
            if (name >= 0)
            {
                Known(name, reading);
                _fits.Collect(name, reading, _reader.More(reading), AreaCost);
            }
        }

        IsBehindOthers = Cost != NoCost;
    }

    // "NORRA JÄRNVÄGSGATAN" where the register itself writes N. Järnvägsg.
    private void ShortInRegister()
    {
        foreach (AddressReading reading in _reader.Readings)
        {
            _names.Clear();
            foreach (string form in reading.Number == 0 ? [] : NameVariants.Of(_reader.NameOf(reading).ToString()))
            {
                if (form.Length >= ShortestInRegister)
                {
                    book.Names.FindCompact(form, _names);
                }
            }

            foreach (int name in _names)
            {
                Known(name, reading);
                _fits.Collect(name, reading, _reader.More(reading), 2);
            }
        }
    }

    private void OneEdit()
    {
        foreach (AddressReading reading in _reader.Readings)
        {
            string compact = AddressFold.Compact(_reader.NameOf(reading));
            _names.Clear();
            if (reading.Number == 0 && book.Names.FindExact(_reader.NameOf(reading)) >= 0)
            {
                // A village that stands there letter for letter is no misspelt other one.
                continue;
            }

            // Names that differ by rings and dots alone go before one of another letter: Bäckvägen and Backvägen are as near to BACKVAGEN.
            book.Names.FindDamaged(compact, _names);
            if (_names.Count == 0)
            {
                book.Names.FindNear(compact, _names);
            }

            if (_names.Count == 0)
            {
                foreach (string whole in NameVariants.WrittenOut(compact))
                {
                    book.Names.FindNear(whole, _names);
                }
            }

            foreach (int name in _names)
            {
                _fits.Collect(name, reading, _reader.More(reading), EditCost);
            }

            if (_names.Count == 1 && Cost == NoCost)
            {
                // The village or street is told, and the number is missing or is none of its own.
                Known(_names[0], reading);
            }
        }
    }

    private void WholeArea()
    {
        foreach (AddressBook.Entry entry in book.EntriesOf(KnownName))
        {
            _fits.Offer(entry.Address, AreaCost);
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
                if (entry.Detail == reading.Detail)
                {
                    _fits.Offer(entry.Address, AreaCost);
                }
            }
        }
    }

    private void Known(int name, in AddressReading reading)
    {
        if (KnownName < 0 || (reading.Number != 0 && !_numberedNameKnown))
        {
            KnownName = name;
            _knownNumber = reading.Number;
        }

        _numberedNameKnown |= reading.Number != 0;
    }
}
