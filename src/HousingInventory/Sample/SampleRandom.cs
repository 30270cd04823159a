namespace HousingInventory.Sample;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine and in every version of .NET, which System.Random does not promise. Only integer
/// arithmetic and exact divisions, so that nothing depends on a mathematics library.
/// </summary>
internal sealed class SampleRandom(ulong seed)
{
    private readonly ulong _seed = seed;
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>
    /// A generator for one purpose. It depends on the seed and the name only, so that one part of the town may draw more numbers without changing the others.
    /// </summary>
    public SampleRandom For(string purpose)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in purpose)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return new SampleRandom(Mix(_seed ^ hash));
    }

    /// <summary>A whole number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (uint)limit) >> 64);

    /// <summary>A whole number, both ends included.</summary>
    public int Whole(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number on a grid of <paramref name="step"/>, both ends included.</summary>
    public double Between(double low, double high, double step) => low + (Below((int)Math.Round((high - low) / step) + 1) * step);

    /// <summary>True in <paramref name="share"/> of the calls.</summary>
    public bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public void Shuffle<T>(IList<T> items)
    {
        for (int i = items.Count - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>
    /// A random sample of the items: their share, but at least one when the share is above 0 and there is any item.
    /// </summary>
    public List<T> Share<T>(IReadOnlyCollection<T> items, double share)
    {
        List<T> all = [.. items];
        Shuffle(all);
        int count = share <= 0 ? 0 : Math.Max(1, (int)Math.Round(share * all.Count));
        return all[..Math.Min(count, all.Count)];
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>
/// Deals kinds in fixed proportions: each kind comes up exactly as often as its count in every full round, so that rare kinds occur in small towns too.
/// </summary>
internal sealed class Deck<T>
{
    private readonly List<T> _cards = [];
    private readonly SampleRandom _random;
    private int _next;

    public Deck(SampleRandom random, params ReadOnlySpan<(T Kind, int Count)> cards)
    {
        _random = random;
        foreach ((T kind, int count) in cards)
        {
            _cards.AddRange(Enumerable.Repeat(kind, count));
        }

        _next = _cards.Count;
    }

    public T Deal()
    {
        if (_next == _cards.Count)
        {
            _random.Shuffle(_cards);
            _next = 0;
        }

        return _cards[_next++];
    }
}
