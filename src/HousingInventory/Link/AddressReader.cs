using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>
/// Takes a written address apart: c/o, flat and floor, postal code and town go, and what is left is read in every way that makes sense, likeliest first. Which
/// reading holds is found by looking the names up. One reader serves many texts after each other; it allocates nothing once warm. Not thread-safe.
/// </summary>
internal sealed class AddressReader
{
    private readonly List<AddressReading> _readings = [];
    private readonly List<Token> _tokens = [];
    private char[] _text = new char[128];
    private char _entrance;

    /// <summary>The ways to read the text, likeliest first.</summary>
    public ReadOnlySpan<AddressReading> Readings => CollectionsMarshal.AsSpan(_readings);

    /// <summary>Flat number that stood in the text, 0 when none.</summary>
    public int DwellingNumber { get; private set; }

    /// <summary>Postal code that stood in the text, 0 when none.</summary>
    public int PostalCode { get; private set; }

    /// <summary>Post town, or whatever else stood behind the number; normalised, empty when none.</summary>
    public ReadOnlySpan<char> Town => _text.AsSpan(_townStart, _townLength);

    private int _townStart;
    private int _townLength;

    /// <summary>The name of a reading, normalised.</summary>
    public ReadOnlySpan<char> NameOf(in AddressReading reading) => _text.AsSpan(reading.Start, reading.Length);

    /// <summary>Reads a text; the properties then tell about it.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        if (_text.Length < text.Length)
        {
            _text = new char[text.Length * 2];
        }

        _readings.Clear();
        _tokens.Clear();
        (DwellingNumber, PostalCode, _townStart, _townLength, _entrance) = (0, 0, 0, 0, '\0');
        Tokenise(AddressFold.Normalise(text, _text));
        SetAsideFloors();
        SetAsidePostal();
        bool careOf = SetAsideCareOf();

        // All that is left as one line, then line by line where there are several.
        Runs(wholeText: true, careOf);
        if (_tokens.Count > 0 && _tokens[^1].Segment > 0)
        {
            Runs(wholeText: false, careOf);
        }
    }

    private void Tokenise(int length)
    {
        int segment = 0;
        int start = 0;
        for (int i = 0; i <= length; i++)
        {
            if (i < length && _text[i] is not (' ' or ','))
            {
                continue;
            }

            if (i > start)
            {
                _tokens.Add(new Token(start, i - start, segment, false));
            }

            if (i < length && _text[i] == ',')
            {
                segment++;
                _text[i] = ' ';
            }

            start = i + 1;
        }
    }

    private ReadOnlySpan<char> At(int token) => _text.AsSpan(_tokens[token].Start, _tokens[token].Length);

    private bool IsDigits(int token) => token < _tokens.Count && !At(token).ContainsAnyExceptInRange('0', '9');

    private void Drop(int token) => _tokens[token] = _tokens[token] with { Dropped = true };

    private void SetAsideFloors()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            ReadOnlySpan<char> token = At(i);
            bool last = i + 1 == _tokens.Count;
            if (token is "LGH" or "LGHNR" or "LÄG" or "LÄGENHET" or "LGHNUMMER")
            {
                Drop(i);
                if (!last && IsDigits(i + 1))
                {
                    Flat(At(i + 1));
                    Drop(++i);
                }
            }
            else if (token.StartsWith("LGH", StringComparison.Ordinal) && token.Length is 7 or 6 && !token[3..].ContainsAnyExceptInRange('0', '9'))
            {
                Flat(token[3..]);
                Drop(i);
            }
            else if (i > 0 && token is "NB" or "BV" or "GH" or "ÖG" or "ÖH" or "TR" or "TRP" or "TRAPPOR" or "TRAPPA" or "½")
            {
                Drop(i);
                if (token[0] == 'T' && i > 1 && (IsDigits(i - 1) || At(i - 1) is "1/2" or "½"))
                {
                    Drop(i - 1);
                    if (i > 2 && At(i - 1) is "1/2" or "½" && IsDigits(i - 2) && _tokens[i - 2].Length == 1 && i > 3)
                    {
                        Drop(i - 2);
                    }
                }
            }
            else if (i > 0 && token.Length is >= 3 and <= 5 && char.IsAsciiDigit(token[0]) && token.TrimStart("0123456789") is "TR" or "TRP")
            {
                Drop(i);
            }
            else if (i > 0 && !last && token is "VÅN" or "VÅNING" or "PLAN" && IsDigits(i + 1))
            {
                // "PLAN 3" behind a number is a floor; "NORRA PLAN 3" is a street.
                if (token is not "PLAN" || HasNumberBefore(i))
                {
                    Drop(i);
                    Drop(++i);
                }
            }
            else if (i > 0 && !last && token is "UPPG" or "UPPGÅNG" or "ING" or "INGÅNG" or "PORT" && _tokens[i + 1].Length == 1 && char.IsLetter(At(i + 1)[0]))
            {
                _entrance = At(i + 1)[0];
                Drop(i);
                Drop(++i);
            }
        }
    }

    private bool HasNumberBefore(int token)
    {
        for (int i = 1; i < token; i++)
        {
            if (char.IsAsciiDigit(At(i)[0]))
            {
                return true;
            }
        }

        return false;
    }

    private void Flat(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 3 or 4)
        {
            DwellingNumber = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    // "931 30 ORT", "93130 ORT", "SE-931 30 ORT", from the second word on or as a line of its own; the town goes with it.
    private void SetAsidePostal()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Dropped || (i == 0 && _tokens[^1].Segment == 0))
            {
                continue;
            }

            ReadOnlySpan<char> token = At(i);
            token = token.StartsWith("SE-", StringComparison.Ordinal) ? token[3..] : token.StartsWith("S-", StringComparison.Ordinal) ? token[2..] : token;
            bool digits = token.Length > 0 && !token.ContainsAnyExceptInRange('0', '9');
            int next = i + 1;
            bool two = digits && token.Length == 3 && IsDigits(next) && _tokens[next].Length == 2;
            if (!two && !(digits && token.Length == 5))
            {
                continue;
            }

            int town = two ? next + 1 : next;
            bool townFollows = town < _tokens.Count && char.IsLetter(At(town)[0]) && _tokens[town].Length > 1;
            bool ownLine = i == 0 || _tokens[i - 1].Segment != _tokens[i].Segment;
            if (!townFollows && !ownLine && (two || token[0] == '0'))
            {
                continue;
            }

            PostalCode = int.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
            if (two)
            {
                PostalCode = (PostalCode * 100) + int.Parse(At(next), System.Globalization.CultureInfo.InvariantCulture);
            }

            int end = i;
            while (end < _tokens.Count && _tokens[end].Segment == _tokens[i].Segment)
            {
                Drop(end++);
            }

            if (town < end)
            {
                _townStart = _tokens[town].Start;
                _townLength = _tokens[end - 1].Start + _tokens[end - 1].Length - _townStart;
            }

            return;
        }
    }

    // Drops a c/o line if another line is left; else says that a name stands in front of the address.
    private bool SetAsideCareOf()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (At(i) is not ("C/O" or "C/O:" or "CO/"))
            {
                continue;
            }

            int segment = _tokens[i].Segment;
            if (!_tokens.Exists(t => t.Segment != segment && !t.Dropped))
            {
                Drop(i);
                return true;
            }

            for (int j = i; j < _tokens.Count && _tokens[j].Segment == segment; j++)
            {
                Drop(j);
            }
        }

        return false;
    }

    private void Runs(bool wholeText, bool careOf)
    {
        int from = 0;
        while (from < _tokens.Count)
        {
            if (_tokens[from].Dropped)
            {
                from++;
                continue;
            }

            int to = from + 1;
            while (to < _tokens.Count && !_tokens[to].Dropped && (wholeText || _tokens[to].Segment == _tokens[from].Segment))
            {
                to++;
            }

            Run(from, to);
            for (int skip = from + 1; careOf && skip < to; skip++)
            {
                Run(skip, to);
            }

            from = to;
        }
    }

    private void Run(int from, int to)
    {
        for (int i = to - 1; i > from; i--)
        {
            if (char.IsAsciiDigit(At(i)[0]))
            {
                WithNumber(from, i, At(i), i + 1, to);
            }
        }

        Add(from, to, 0, 0, 0);

        // The number glued to the name, and the number in front.
        ReadOnlySpan<char> glued = At(to - 1);
        bool letterBehind = glued.Length == 1 && to - 1 > from;
        int token = letterBehind ? to - 2 : to - 1;
        glued = At(token);
        int digit = glued.IndexOfAnyInRange('0', '9');
        if (digit > 1)
        {
            int start = _tokens[from].Start;
            Emit(start, _tokens[token].Start + digit - start, glued[digit..], token + 1, to);
        }

        if (to - from >= 2 && char.IsAsciiDigit(At(from)[0]) && HouseNumber.Read(At(from), out uint number, out char letter, out _))
        {
            Add(from + 1, to, number, HouseNumber.Detail(letter, 0), 0);
        }
    }

    private void WithNumber(int from, int nameEnd, ReadOnlySpan<char> numberText, int next, int to)
    {
        int start = _tokens[from].Start;
        Emit(start, _tokens[nameEnd - 1].Start + _tokens[nameEnd - 1].Length - start, numberText, next, to);
    }

    private void Emit(int start, int length, ReadOnlySpan<char> numberText, int next, int to)
    {
        bool whole = HouseNumber.Read(numberText, out uint number, out char letter, out uint rangeEnd);
        if (whole && letter == '\0' && next < to && At(next) is { Length: 1 } one && char.IsLetter(one[0]))
        {
            letter = one[0];
            next++;
        }

        uint supplement = 0;
        if (next < to && At(next)[0] == 'U')
        {
            supplement = HouseNumber.Supplement(At(next));
            if (supplement != 0 && (supplement & 0xFFF) == 0 && next + 1 < to && IsDigits(next + 1))
            {
                supplement |= uint.Parse(At(next + 1)[..Math.Min(3, At(next + 1).Length)], System.Globalization.CultureInfo.InvariantCulture) & 0xFFF;
                next++;
            }

            next += supplement != 0 ? 1 : 0;
        }

        if (!whole)
        {
            _readings.Add(new AddressReading(start, length, HouseNumber.Label(numberText), 0, 0));
        }

        if (number != 0)
        {
            letter = letter == '\0' ? _entrance : letter;
            _readings.Add(new AddressReading(start, length, number, HouseNumber.Detail(letter, supplement), rangeEnd));
        }

        if (_townLength == 0 && next < to && char.IsLetter(At(next)[0]) && _tokens[next].Length > 2)
        {
            _townStart = _tokens[next].Start;
            _townLength = _tokens[to - 1].Start + _tokens[to - 1].Length - _townStart;
        }
    }

    private void Add(int from, int to, uint number, uint detail, uint rangeEnd)
    {
        int start = _tokens[from].Start;
        _readings.Add(new AddressReading(start, _tokens[to - 1].Start + _tokens[to - 1].Length - start, number, detail, rangeEnd));
    }

    private readonly record struct Token(int Start, int Length, int Segment, bool Dropped);
}
