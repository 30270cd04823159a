using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>
/// Takes a written address apart: c/o, flat and floor, postal code and town go, and what is left is read in every way that makes sense, likeliest first. Which
/// reading holds is found by looking the names up. One reader serves many texts after each other; it allocates nothing once warm. Not thread-safe.
/// </summary>
internal sealed class AddressReader
{
    /// <summary>Six lines of a label; what is longer is a note or damage, and has more readings than anybody can look up.</summary>
    private const int LongestText = 500;

    private readonly AddressTokens _tokens = new();
    private readonly AddressAround _around;
    private readonly List<AddressReading> _readings = [];
    private int _tailsFrom;
    private readonly List<LetteredNumber> _members = [];
    private readonly List<LetteredNumber> _more = [];

    public AddressReader() => _around = new AddressAround(_tokens);

    /// <summary>The ways to read the text, likeliest first.</summary>
    public ReadOnlySpan<AddressReading> Readings => CollectionsMarshal.AsSpan(_readings);

    /// <summary>After <see cref="ReadTails"/>: readings that leave out what stands in front of the street.</summary>
    public ReadOnlySpan<AddressReading> Tails => CollectionsMarshal.AsSpan(_readings)[_tailsFrom..];

    /// <summary>Flat number that stood in the text, 0 when none.</summary>
    public int DwellingNumber => _around.House.DwellingNumber;

    /// <summary>Postal code that stood in the text, 0 when none.</summary>
    public int PostalCode => _around.Post.PostalCode;

    /// <summary>Post town, or whatever else stood behind the number; normalised, empty when none.</summary>
    public ReadOnlySpan<char> Town => _tokens.Text(_around.Post.Town.Start, _around.Post.Town.Length);

    /// <summary>The name of a reading, normalised.</summary>
    public ReadOnlySpan<char> NameOf(in AddressReading reading) => _tokens.Text(reading.Start, reading.Length);

    /// <summary>The further members of a reading that names several houses.</summary>
    public ReadOnlySpan<LetteredNumber> More(in AddressReading reading) => CollectionsMarshal.AsSpan(_more).Slice(reading.MoreFrom, reading.MoreCount);

    /// <summary>Reads a text; the properties then tell about it.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        _readings.Clear();
        _more.Clear();
        _tokens.Read(text.Length > LongestText ? [] : text);
        _around.SetAside();

        // All that is left as one line, then line by line where there are several.
        Runs(wholeText: true);
        if (_tokens.HasLines)
        {
            Runs(wholeText: false);
        }
    }

    /// <summary>Reads the text once more, without what stands in front of the street where that is the name of a known place, as in "DISTRICT STREET 3".</summary>
    public void ReadTails(KnownPlace isPlace)
    {
        _tailsFrom = _readings.Count;
        for (int from = 0, to; from < _tokens.Count; from = to)
        {
            to = EndOfRun(from, wholeText: false);
            for (int skip = from + 1; skip < to; skip++)
            {
                bool oneWord = skip == from + 1 && _around.Post.CodeInFront;
                if (!AddressAround.IsQualifier(_tokens[skip - 1]) && (oneWord || isPlace(_tokens.Text(_tokens.Start(from), _tokens.End(skip - 1) - _tokens.Start(from)))))
                {
                    Run(skip, to);
                }
            }

            to = Math.Max(to, from + 1);
        }
    }

    /// <summary>
    /// A reading without what stands behind the street's name where that is the name of a known place, as in "STREET (DISTRICT) 3"; null where none does.
    /// </summary>
    /// <param name="reading">The reading.</param>
    /// <param name="isPlace">What a place is.</param>
    /// <param name="place">The name of the place, normalised.</param>
    public AddressReading? Head(in AddressReading reading, KnownPlace isPlace, out ReadOnlySpan<char> place)
    {
        ReadOnlySpan<char> name = NameOf(reading);
        for (int blank = name.IndexOf(' '); blank > 0;)
        {
            place = name[(blank + 1)..].TrimStart();
            if (!place.IsEmpty && isPlace(place))
            {
                return reading with { Length = name[..blank].TrimEnd().Length };
            }

            int next = name[(blank + 1)..].IndexOf(' ');
            blank = next < 0 ? -1 : blank + 1 + next;
        }

        place = [];
        return null;
    }

    private void Runs(bool wholeText)
    {
        for (int from = 0, to; from < _tokens.Count; from = Math.Max(to, from + 1))
        {
            to = EndOfRun(from, wholeText);
            if (to > from)
            {
                Run(from, to);
            }

            for (int skip = from + 1; _around.NameMayFollow && skip < to; skip++)
            {
                if (!AddressAround.IsQualifier(_tokens[skip - 1]))
                {
                    Run(skip, to);
                }
            }
        }
    }

    // Words that stand together, with none set aside between them; empty where the first is set aside.
    private int EndOfRun(int from, bool wholeText)
    {
        int to = from;
        while (to < _tokens.Count && !_tokens.IsDropped(to) && (wholeText || _tokens.Line(to) == _tokens.Line(from)))
        {
            to++;
        }

        return to;
    }

    private void Run(int from, int to)
    {
        int start = _tokens.Start(from);
        for (int i = to - 1; i > from; i--)
        {
            if (_tokens.StartsWithDigit(i))
            {
                Emit(start, _tokens.End(i - 1) - start, _tokens.Start(i), i, to);
            }
        }

        Add(from, to, 0, 0);

        // The number glued to the name, and the number in front.
        bool letterBehind = _tokens[to - 1].Length == 1 && to - 1 > from;
        int token = letterBehind ? to - 2 : to - 1;
        int digit = _tokens[token].IndexOfAnyInRange('0', '9');
        if (digit > 1)
        {
            Emit(start, _tokens.Start(token) + digit - start, _tokens.Start(token) + digit, token, to);
        }

        if (to - from >= 2 && _tokens.StartsWithDigit(from))
        {
            InFront(from, to);
        }
    }

    // "12 STREET", "12-14 STREET".
    private void InFront(int from, int to)
    {
        _members.Clear();
        if (HouseNumberList.Read(_tokens[from], _members, out int flat) == _tokens[from].Length && flat == 0)
        {
            int start = _tokens.Start(from + 1);
            (uint number, char letter) = (_members[0].Number, _members[0].Letter);
            _readings.Add(new AddressReading(start, _tokens.End(to - 1) - start, number, HouseNumber.Detail(letter, 0), _more.Count, _members.Count - 1));
            _more.AddRange(CollectionsMarshal.AsSpan(_members)[1..]);
        }
    }

    // The name, and the number that starts in a word behind it.
    private void Emit(int start, int length, int numberStart, int token, int to)
    {
        ReadOnlySpan<char> rest = _tokens.Text(numberStart, _tokens.End(to - 1) - numberStart);
        ReadOnlySpan<char> word = rest[..(_tokens.End(token) - numberStart)];
        _members.Clear();
        int taken = HouseNumberList.Read(rest, _members, out int flat);
        int next = token + 1;
        uint number;
        char letter;
        if (taken > 0)
        {
            (number, letter) = (_members[0].Number, _members[0].Letter);
            while (next < to && _tokens.Start(next) < numberStart + taken)
            {
                next++;
            }

            _around.House.DwellingNumber = _around.House.DwellingNumber == 0 ? flat : _around.House.DwellingNumber;
        }
        else
        {
            _ = HouseNumber.Read(word, out number, out letter);
        }

        uint supplement = _members.Count > 1 ? 0 : Supplement(ref next, to);
        bool isPlain = taken >= word.Length && _members.Count == 1 && flat == 0;
        if (!isPlain)
        {
            _readings.Add(new AddressReading(start, length, HouseNumber.Label(taken > word.Length ? rest[..taken] : word), 0));
        }

        if (number != 0)
        {
            letter = letter == '\0' ? _around.House.Entrance : letter;
            int more = Math.Max(0, _members.Count - 1);
            _readings.Add(new AddressReading(start, length, number, HouseNumber.Detail(letter, supplement), _more.Count, more));
            _more.AddRange(CollectionsMarshal.AsSpan(_members)[(_members.Count - more)..]);
        }

        if (_around.Post.Town.Length == 0 && next < to && char.IsLetter(_tokens[next][0]) && _tokens[next].Length > 2)
        {
            _around.Post.Town = (_tokens.Start(next), _tokens.End(to - 1) - _tokens.Start(next));
        }
    }

    private uint Supplement(ref int next, int to)
    {
        uint supplement = next < to && _tokens[next][0] == 'U' ? HouseNumber.Supplement(_tokens[next]) : 0;
        if (supplement == 0)
        {
            return 0;
        }

        next++;
        if ((supplement & 0xFFF) == 0 && next < to && _tokens.IsDigits(next))
        {
            supplement |= uint.Parse(_tokens[next][..Math.Min(3, _tokens[next].Length)], System.Globalization.CultureInfo.InvariantCulture) & 0xFFF;
            next++;
        }

        return supplement;
    }

    private void Add(int from, int to, uint number, uint detail) =>
        _readings.Add(new AddressReading(_tokens.Start(from), _tokens.End(to - 1) - _tokens.Start(from), number, detail));
}

/// <summary>Whether a normalised name is that of a place: a post town, a district or a village.</summary>
internal delegate bool KnownPlace(ReadOnlySpan<char> name);
