using System.Collections.Frozen;

namespace HousingInventory.Link;

/// <summary>The words of a written address, line by line. Scratch memory of <see cref="AddressReader"/>; words that belong to no address are dropped one by one.</summary>
internal sealed class AddressTokens
{
    private readonly List<Token> _tokens = [];
    private char[] _text = new char[128];

    public int Count => _tokens.Count;

    /// <summary>Whether the text has more lines than one; a comma counts as a line's end.</summary>
    public bool HasLines => _tokens.Count > 0 && _tokens[^1].Segment > 0;

    /// <summary>A word.</summary>
    public ReadOnlySpan<char> this[int token] => _text.AsSpan(_tokens[token].Start, _tokens[token].Length);

    /// <summary>A piece of the normalised text.</summary>
    public ReadOnlySpan<char> Text(int start, int length) => _text.AsSpan(start, length);

    public int Start(int token) => _tokens[token].Start;

    public int End(int token) => _tokens[token].Start + _tokens[token].Length;

    /// <summary>Which line the word stands in.</summary>
    public int Line(int token) => _tokens[token].Segment;

    public bool IsDropped(int token) => _tokens[token].Dropped;

    public bool IsDigits(int token) => token < _tokens.Count && !this[token].ContainsAnyExceptInRange('0', '9');

    public bool StartsWithDigit(int token) => token < _tokens.Count && char.IsAsciiDigit(this[token][0]);

    public bool IsFirstOfLine(int token) => token == 0 || _tokens[token - 1].Segment != _tokens[token].Segment;

    /// <summary>Whether another word follows in the same line.</summary>
    public bool HasNext(int token) => token + 1 < _tokens.Count && _tokens[token + 1].Segment == _tokens[token].Segment;

    /// <summary>Whether a word that begins with a digit stands before, other than the first.</summary>
    public bool HasNumberBefore(int token)
    {
        for (int i = 1; i < token; i++)
        {
            if (StartsWithDigit(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word that is not dropped stands on another line.</summary>
    public bool HasOtherLine(int line)
    {
        for (int i = 0; i < Count; i++)
        {
            if (Line(i) != line && !IsDropped(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is one of some.</summary>
    public bool IsOneOf(int token, FrozenSet<string> words) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(this[token]);

    /// <summary>Sets a word aside: names and numbers end before it and begin behind it.</summary>
    public void Drop(int token) => _tokens[token] = _tokens[token] with { Dropped = true };

    /// <summary>Takes a word out as if it had not been written.</summary>
    public void Remove(int token)
    {
        _text.AsSpan(_tokens[token].Start, _tokens[token].Length).Fill(' ');
        _tokens.RemoveAt(token);
    }

    /// <summary>Takes signs off the front of a word.</summary>
    public void CutFront(int token, int signs)
    {
        _text.AsSpan(_tokens[token].Start, signs).Fill(' ');
        _tokens[token] = _tokens[token] with { Start = _tokens[token].Start + signs, Length = _tokens[token].Length - signs };
    }

    /// <summary>Parts a word in two behind so many signs.</summary>
    public void Split(int token, int signs)
    {
        _tokens.Insert(token + 1, _tokens[token] with { Start = _tokens[token].Start + signs, Length = _tokens[token].Length - signs });
        _tokens[token] = _tokens[token] with { Length = signs };
    }

    /// <summary>Takes the words of a text.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        if (_text.Length < text.Length)
        {
            _text = new char[text.Length * 2];
        }

        _tokens.Clear();
        int length = AddressFold.Normalise(text, _text);
        JoinLists(_text.AsSpan(0, length));
        PartAddresses(_text.AsSpan(0, length));
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

    // "7, 9 OCH 11" and "12A, B": the comma parts houses and not lines. "12, 3" may be a floor, so only a higher number of the same side of the street counts.
    private static void JoinLists(Span<char> text)
    {
        for (int at = text.IndexOf(','); at >= 0 && at + 1 < text.Length;)
        {
            if (IsListComma(text, at))
            {
                text[at] = '+';
            }

            int next = text[(at + 1)..].IndexOf(',');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    // "STORGATAN 12 / NORRGATAN 9", "BOX 12/STORGATAN 7", "STORGATAN 12 OCH STORGATAN 14": behind a number, before a word, the sign or word parts two addresses.
    private static void PartAddresses(Span<char> text)
    {
        for (int at = 1; at < text.Length - 3; at++)
        {
            int length = text[at] is '/' or '&' or '+' ? 1
                : text[at] == ' ' && text[(at + 1)..] is ['O', 'C', 'H', ' ', ..] ? 5 : 0;
            int before = at - (text[at - 1] == ' ' ? 2 : 1);
            if (length == 0 || before < 0 || !IsNumberEnd(text, before))
            {
                continue;
            }

            int behind = at + length;
            behind += behind < text.Length && text[behind] == ' ' ? 1 : 0;
            if (behind + 2 < text.Length && char.IsLetter(text[behind]) && char.IsLetter(text[behind + 1]) && char.IsLetter(text[behind + 2]))
            {
                text[at..behind].Fill(' ');
                text[at] = ',';
            }
        }
    }

    // A figure, or the letter of a house close behind one.
    private static bool IsNumberEnd(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) || (at > 0 && char.IsLetter(text[at]) && (char.IsAsciiDigit(text[at - 1]) || (at > 1 && text[at - 1] == ' ' && char.IsAsciiDigit(text[at - 2]))));

    private static bool IsListComma(ReadOnlySpan<char> text, int comma)
    {
        int before = comma - 1;
        bool lettered = before > 0 && char.IsLetter(text[before]) && (text[before - 1] is '+' || char.IsAsciiDigit(text[before - 1]) || (before > 1 && text[before - 1] == ' ' && char.IsAsciiDigit(text[before - 2])));
        before -= lettered ? text[before - 1] == ' ' ? 2 : 1 : 0;
        int one = before >= 0 && text[before] == '+' ? 0 : NumberBefore(text, before);
        int end = comma + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - comma <= 3)
        {
            end++;
        }

        bool isNumber = end > comma + 1;
        int two = isNumber ? int.Parse(text[(comma + 1)..end], System.Globalization.CultureInfo.InvariantCulture) : 0;
        bool letterBehind = end < text.Length && char.IsLetter(text[end]);
        end += letterBehind ? 1 : 0;
        bool ends = end == text.Length || text[end] == ',' || (text[end] == ' ' && (text[(end + 1)..].StartsWith("OCH ") || text[(end + 1)..].StartsWith("O ") || text[(end + 1)..].StartsWith("& ")));
        return ends && one >= 0 && (isNumber ? two > one && two - one <= 40 && (two - one) % 2 == 0 : lettered && letterBehind);
    }

    private static int NumberBefore(ReadOnlySpan<char> text, int last)
    {
        int start = last;
        while (start >= 0 && char.IsAsciiDigit(text[start]) && last - start < 4)
        {
            start--;
        }

        bool isWhole = start < last && start >= 0 && text[start] is ' ' or '+';
        return isWhole ? int.Parse(text[(start + 1)..(last + 1)], System.Globalization.CultureInfo.InvariantCulture) : -1;
    }

    private readonly record struct Token(int Start, int Length, int Segment, bool Dropped);
}
