using HousingInventory.Formats;

namespace HousingInventory.Verbs;

/// <summary>What must stand in no result, made ready for searching: numbers, names that belong together, phrases, places and rows.</summary>
internal sealed class SoughtValues
{
    /// <summary>The most words of a phrase.</summary>
    public const int LongestPhrase = 12;

    private const int ShortestLoneName = 5;

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly List<bool> _isOrdinary = [];
    private readonly HashSet<(int, int)> _pairs = [];
    private readonly HashSet<int> _lone = [];
    private readonly HashSet<long> _numbers = [];
    private readonly Dictionary<string, Phrase> _phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _firstWords = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<(double A, double B)>> _places = [];
    private readonly IReadOnlySet<string> _ordinary;

    /// <summary>Nothing is sought yet.</summary>
    /// <param name="ordinary">Words that stand in results anyway.</param>
    public SoughtValues(IReadOnlySet<string> ordinary) => _ordinary = ordinary;

    /// <summary>What a phrase is a part of.</summary>
    /// <param name="What">What it is.</param>
    /// <param name="With">All that must stand near it, word by word; empty when it is enough by itself.</param>
    /// <param name="PostalCode">Five digits of the address; with them beside it, it may be parted into cells. Empty when it is no address.</param>
    public sealed record Phrase(ProofHit What, IReadOnlyList<string[]> With, string PostalCode = "");

    /// <summary>Whether somebody bears no name but words that stand in results anyway; these are sought by their number alone.</summary>
    public bool HasOrdinaryNames { get; private set; }

    public IReadOnlySet<long> Numbers => _numbers;

    public Dictionary<string, Phrase>.AlternateLookup<ReadOnlySpan<char>> Phrases => _phrases.GetAlternateLookup<ReadOnlySpan<char>>();

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstWords => _firstWords.GetAlternateLookup<ReadOnlySpan<char>>();

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Names => _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool HasPlaces => _places.Count > 0;

    /// <summary>Whether two words of names belong to one person, and one of them is not an ordinary word.</summary>
    public bool AreOnePerson(int a, int b) => (!_isOrdinary[a] || !_isOrdinary[b]) && _pairs.Contains((Math.Min(a, b), Math.Max(a, b)));

    /// <summary>Whether a word is all the name that somebody has, and is not an ordinary word.</summary>
    public bool IsWholeName(int word) => _lone.Contains(word);

    /// <summary>A person's values, as they stand in the register.</summary>
    public void AddPerson(PersonScan.Person person)
    {
        foreach (string number in person.Numbers)
        {
            AddNumber(number);
        }

        int[] words = [.. person.Names.SelectMany(FoldedText.Words).Where(static w => w.Length > 1 && !char.IsAsciiDigit(w[0])).Distinct().Select(Word)];
        if (words.Length == 1 && !_isOrdinary[words[0]] && _names.First(n => n.Value == words[0]).Key.Length >= ShortestLoneName)
        {
            _lone.Add(words[0]);
        }

        for (int i = 0; i < words.Length; i++)
        {
            for (int j = i + 1; j < words.Length; j++)
            {
                _pairs.Add((Math.Min(words[i], words[j]), Math.Max(words[i], words[j])));
            }
        }

        HasOrdinaryNames |= words.Length > 0 && words.All(w => _isOrdinary[w]);
        foreach (string other in person.Others)
        {
            AddPhrase(other, ProofHit.Person);
        }
    }

    /// <summary>A key or a text of a withheld home.</summary>
    /// <param name="text">It.</param>
    /// <param name="isShown">Whether results show the same words of another house, or otherwise.</param>
    /// <param name="postalCode">The postal code of an address.</param>
    public void AddWithheld(string text, Predicate<string[]> isShown, string? postalCode = null)
    {
        string[] words = [.. FoldedText.Words(text)];
        if (words.Length > 0 && !isShown(words) && (words.Length > 1 || words[0].Length >= 5))
        {
            AddPhrase(text, ProofHit.Withheld, postalCode ?? "");
        }
    }

    /// <summary>The place of a withheld home; two numbers that stand near each other.</summary>
    public void AddPlace(double a, double b)
    {
        foreach (long key in (long[])[Bucket(a) - 1, Bucket(a), Bucket(a) + 1])
        {
            if (!_places.TryGetValue(key, out List<(double A, double B)>? there))
            {
                _places.Add(key, there = []);
            }

            there.Add((a, b));
        }
    }

    /// <summary>Whether two numbers are the place of a withheld home, in either order.</summary>
    /// <param name="a">One number.</param>
    /// <param name="b">The number beside it.</param>
    /// <param name="slackA">How far the first may be off: half a unit of its last decimal.</param>
    /// <param name="slackB">The same of the second.</param>
    public bool IsPlace(double a, double b, double slackA, double slackB) => Is(a, b, slackA, slackB) || Is(b, a, slackB, slackA);

    /// <summary>Whether a number is one half of such a place.</summary>
    public bool MayBePlace(double value) => _places.ContainsKey(Bucket(value));

    /// <summary>A row of a reduced file: found where its address and all else of it stand together.</summary>
    public void AddRow(string key, IReadOnlyList<string> others)
    {
        string[] words = [.. FoldedText.Words(key)];
        string joined = string.Join(' ', words);
        if (words.Length is > 0 and <= LongestPhrase && !_phrases.ContainsKey(joined))
        {
            _firstWords.Add(words[0]);
            _phrases.Add(joined, new Phrase(ProofHit.Row, [.. others.Select(o => FoldedText.Words(o).ToArray())]));
        }
    }

    private static long Bucket(double value) => Math.Abs(value) < 200 ? (long)Math.Floor(value * 20_000) : (long)Math.Floor(value);

    private bool Is(double a, double b, double slackA, double slackB) =>
        _places.TryGetValue(Bucket(a), out List<(double A, double B)>? there) && there.Exists(p => Math.Abs(p.A - a) <= slackA && Math.Abs(p.B - b) <= slackB);

    private void AddNumber(string text)
    {
        string digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length is 10 or 12 && PersonNumber.TryParse(text, new DateOnly(2100, 1, 1), out _))
        {
            // A number is known by its last ten digits, in whichever form it is written.
            _numbers.Add(long.Parse(digits[^10..], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void AddPhrase(string text, ProofHit what, string postalCode = "")
    {
        string[] words = [.. FoldedText.Words(text)];
        if (words.Length is > 0 and <= LongestPhrase)
        {
            _firstWords.Add(words[0]);
            _phrases[string.Join(' ', words)] = new Phrase(what, [], postalCode.Length > 0 ? postalCode : _phrases.GetValueOrDefault(string.Join(' ', words))?.PostalCode ?? "");
            string undashed = string.Concat(words);
            if (text.Contains('-', StringComparison.Ordinal) && undashed.Length >= 20)
            {
                _firstWords.Add(undashed);
                _phrases[undashed] = new Phrase(what, []);
            }
        }
    }

    private int Word(string word)
    {
        if (!_names.TryGetValue(word, out int id))
        {
            id = _names.Count;
            _names.Add(word, id);
            _isOrdinary.Add(_ordinary.Contains(word));
        }

        return id;
    }
}

/// <summary>What was found.</summary>
internal enum ProofHit
{
    /// <summary>A person's number or name, or another value of a person's row.</summary>
    Person,

    /// <summary>A key, address, property, id, reference or place of a withheld home.</summary>
    Withheld,

    /// <summary>A row of a reduced file.</summary>
    Row,
}
