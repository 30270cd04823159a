using System.Globalization;
using System.Text.RegularExpressions;

namespace HousingInventory.Verbs;

/// <summary>Looks through text for sought values. One line is one record; within it, what stands a few words apart belongs together.</summary>
internal sealed partial class TextSearch(SoughtValues sought, ProofWords words, Action<ProofHit, string> found)
{
    /// <summary>Words between the names of one person: a heading, a tag or two.</summary>
    private const int NameWindow = 8;

    /// <summary>Words about a row of the reduced file.</summary>
    private const int RowWindow = 40;

    /// <summary>Words between a street and its number in other cells, and their postal code.</summary>
    private const int CodeWindow = 6;

    private readonly List<(int Start, int Length)> _words = [];
    private readonly List<(int Position, int Name)> _recent = [];
    private char[] _folded = new char[4096];
    private char[] _joined = new char[256];

    /// <summary>Whether a column of the table that is looked through is known to hold house numbers; a text of lines tells it by its first line.</summary>
    public bool HasNumberColumn { get; set; }

    /// <summary>Looks through a text of lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it stands; a line number is added when there is more than one line.</param>
    public void Search(string text, string place)
    {
        int line = 1;
        int lines = text.AsSpan().Count('\n') + 1;
        int carried = 0;
        bool had = HasNumberColumn;
        HasNumberColumn |= lines > 1 && NumberColumns.AreIn(text.AsSpan(0, text.IndexOf('\n')));
        _recent.Clear();
        for (int at = 0; at <= text.Length; line++)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            int number = line;
            Line(text.AsSpan(at, end - at), ref carried, () => lines == 1 ? place : string.Create(CultureInfo.InvariantCulture, $"{place}{(place.Length > 0 ? ", " : "")}{words.Say("rad", "line")} {number}"));
            at = end + 1;
        }

        HasNumberColumn = had;
    }

    private void Line(ReadOnlySpan<char> line, ref int carried, Func<string> place)
    {
        Numbers(line, place);
        Fold(line);
        Names(carried, place);
        Phrases(place);
        carried += _words.Count;
        if (sought.HasPlaces)
        {
            Places(line, place);
        }
    }

    private void Fold(ReadOnlySpan<char> line)
    {
        if (_folded.Length < line.Length)
        {
            _folded = new char[line.Length * 2];
        }

        _words.Clear();
        int length = 0;
        int start = 0;
        foreach (char raw in line)
        {
            char c = FoldedText.Fold(raw);
            if (c == '\0')
            {
                continue;
            }

            if (c == ' ')
            {
                if (length > start)
                {
                    _words.Add((start, length - start));
                }

                start = length + 1;
            }

            // What parts words is kept as it is: a blank goes on with the same text, other signs may not.
            _folded[length++] = c == ' ' && raw is not '\u00A0' ? raw : c;
        }

        if (length > start)
        {
            _words.Add((start, length - start));
        }
    }

    private ReadOnlySpan<char> Word(int i) => _folded.AsSpan(_words[i].Start, _words[i].Length);

    // Names may stand on lines of their own, as in JSON that is written for reading.
    private void Names(int carried, Func<string> place)
    {
        for (int i = 0; i < _words.Count; i++)
        {
            if (_words[i].Length < 2 || !sought.Names.TryGetValue(Word(i), out int name))
            {
                continue;
            }

            int position = carried + i;
            _recent.RemoveAll(r => position - r.Position > NameWindow);
            if (sought.IsWholeName(name) || _recent.Exists(r => r.Name != name && sought.AreOnePerson(r.Name, name)))
            {
                found(ProofHit.Person, place());
            }

            _recent.Add((position, name));
        }
    }

    private void Phrases(Func<string> place)
    {
        for (int i = 0; i < _words.Count; i++)
        {
            if (!sought.FirstWords.Contains(Word(i)))
            {
                continue;
            }

            int length = 0;
            bool crosses = false;
            bool isHeaded = HasNumberColumn;
            for (int n = 0; n < SoughtValues.LongestPhrase && i + n < _words.Count; n++)
            {
                ReadOnlySpan<char> word = Word(i + n);
                if (n > 0 && IsTag(i + n))
                {
                    continue;
                }

                crosses |= n > 0 && IsNextCell(i + n);
                if (n > 0 && NumberColumns.IsNumber(word) && i + n + 1 < _words.Count && char.IsAsciiDigit(_folded[_words[i + n + 1].Start]))
                {
                    // { "street": "Exempelgatan", "number": "2" }
                    isHeaded = true;
                    continue;
                }

                if (length + word.Length + 1 > _joined.Length)
                {
                    if (_joined.Length > 4096)
                    {
                        break;
                    }

                    Array.Resize(ref _joined, _joined.Length + word.Length + 256);
                }

                if (n > 0)
                {
                    _joined[length++] = ' ';
                }

                word.CopyTo(_joined.AsSpan(length));
                length += word.Length;
                if (sought.Phrases.TryGetValue(_joined.AsSpan(0, length), out SoughtValues.Phrase? phrase) && !GoesOn(i + n)
                    && (!crosses || isHeaded || phrase.With.Count > 0 || HasCode(phrase, i, i + n)) && HasAll(phrase, i, i + n))
                {
                    found(phrase.What, place());
                }
            }
        }
    }

    // "Exempelbyn: 8 departures" and the cells "Exempelbyn" and "8" are no address Exempelbyn 8: a name and its number stand in one text, or in the cells of a table that
    // has house numbers, or that has the address's postal code beside them.
    private bool IsNextCell(int word)
    {
        (int start, int length) = _words[word - 1];
        if (!char.IsLetter(_folded[start]) || !char.IsAsciiDigit(_folded[_words[word].Start]))
        {
            return false;
        }

        ReadOnlySpan<char> gap = _folded.AsSpan((start + length)..(_words[word].Start));
        return gap.ContainsAnyExcept(' ') && (gap.Length > 1 || gap[0] is ';' or ',' or '|' or '\t' or '<' or '>' or '"');
    }

    // "Exempelgatan 5" is neither "Exempelgatan 5 A", nor the property EXEMPELGATAN 5:1, nor a bus that is at the stop Exempelgatan 5:30.
    private bool GoesOn(int last)
    {
        bool isLast = last + 1 >= _words.Count || _words[last + 1].Start != _words[last].Start + _words[last].Length + 1;
        if (isLast || !char.IsAsciiDigit(_folded[_words[last].Start]))
        {
            return false;
        }

        (int start, int length) = _words[last + 1];
        return _folded[start - 1] == ' ' ? length == 1 && char.IsLetter(_folded[start]) : _folded[start - 1] == ':' && char.IsAsciiDigit(_folded[start]);
    }

    // <td> and </td> between two cells.
    private bool IsTag(int word)
    {
        int start = _words[word].Start;
        return start > 0 && (_folded[start - 1] == '<' || (start > 1 && _folded[start - 1] == '/' && _folded[start - 2] == '<'));
    }

    private bool HasCode(SoughtValues.Phrase phrase, int from, int to)
    {
        for (int i = Math.Max(0, from - CodeWindow); phrase.PostalCode.Length == 5 && i < Math.Min(_words.Count, to + CodeWindow + 1); i++)
        {
            ReadOnlySpan<char> word = Word(i);
            if (word.SequenceEqual(phrase.PostalCode)
                || (i + 1 < _words.Count && word.SequenceEqual(phrase.PostalCode.AsSpan(0, 3)) && Word(i + 1).SequenceEqual(phrase.PostalCode.AsSpan(3))))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAll(SoughtValues.Phrase phrase, int from, int to)
    {
        int first = Math.Max(0, from - RowWindow);
        int last = Math.Min(_words.Count, to + RowWindow);
        foreach (string[] words in phrase.With)
        {
            bool any = false;
            for (int i = first; !any && i + words.Length <= last; i++)
            {
                any = true;
                for (int n = 0; any && n < words.Length; n++)
                {
                    any = Word(i + n).SequenceEqual(words[n]);
                }
            }

            if (!any)
            {
                return false;
            }
        }

        return true;
    }

    private void Numbers(ReadOnlySpan<char> line, Func<string> place)
    {
        // Beyond Latin letters there may be digits of other scripts.
        if (sought.Numbers.Count == 0 || (!line.ContainsAnyInRange('0', '9') && !line.ContainsAnyExceptInRange('\0', '\u024F')))
        {
            return;
        }

        NumberForms.Find(line, number =>
        {
            if (sought.Numbers.Contains(number))
            {
                found(ProofHit.Person, place());
            }
        });

        foreach (ValueMatch match in Scientific().EnumerateMatches(line))
        {
            if (decimal.TryParse(line.Slice(match.Index, match.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
                && value is > 100_000_000 and < 10_000_000_000_000 && decimal.Truncate(value) == value && sought.Numbers.Contains((long)(value % 10_000_000_000)))
            {
                found(ProofHit.Person, place());
            }
        }
    }

    private void Places(ReadOnlySpan<char> line, Func<string> place)
    {
        Span<char> plain = stackalloc char[32];
        (double before, double slackBefore) = (double.NaN, 0);
        foreach (ValueMatch match in Decimal().EnumerateMatches(line))
        {
            ReadOnlySpan<char> written = line.Slice(match.Index, match.Length);
            if (written.Length > plain.Length)
            {
                continue;
            }

            written.CopyTo(plain);
            plain[..written.Length].Replace(',', '.');
            if (!double.TryParse(plain[..written.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                continue;
            }

            // As exact as it is written, and a little for the rounding.
            int point = written.IndexOfAny('.', ',');
            double slack = 0.51 * Math.Pow(10, point < 0 ? 0 : point + 1 - written.Length);
            if ((sought.MayBePlace(value) || sought.MayBePlace(before)) && sought.IsPlace(before, value, slackBefore, slack))
            {
                found(ProofHit.Withheld, place());
            }

            (before, slackBefore) = (value, slack);
        }
    }

    [GeneratedRegex(@"\d(?:\.\d+)?[eE]\+?\d{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"(?<!\d)(?:\d{1,2}[.,]\d{4,10}|\d{5,7}(?:[.,]\d{1,6})?)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
