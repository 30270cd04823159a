namespace HousingInventory.Rank;

/// <summary>
/// Weightings around the stated one: a Dirichlet distribution whose parameters are whole numbers, drawn as spacings of sorted uniform numbers, so that a draw is
/// integer arithmetic and the same on every machine. After stochastic multicriteria acceptability analysis with given preferences (Lahdelma and Salminen, SMAA-2,
/// 2001).
/// </summary>
public sealed class WeightDraws
{
    /// <summary>The sum of a draw's weights: 20 bits, so that 1000 tenths of points times it stay under 2^31.</summary>
    public const int Whole = 1 << Bits;

    private const int Bits = 20;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly int[] _ends;
    private readonly int _pieces;
    private readonly ulong _seed;

    /// <param name="concentrations">By criterion, as <see cref="Concentrations"/> gives them; 0 takes no part.</param>
    /// <param name="seed">Any number; the same seed gives the same draws.</param>
    public WeightDraws(IReadOnlyList<int> concentrations, ulong seed)
    {
        _ends = new int[concentrations.Count];
        foreach ((int k, int a) in concentrations.Index())
        {
            _pieces += a;
            _ends[k] = _pieces;
        }

        _seed = seed;
    }

    /// <summary>
    /// Parameters of the distribution: <paramref name="total"/> shared out by weight, largest remainder, ties by order, and at least 1 for a positive weight, taken
    /// from the largest. All 0 where no weight is positive.
    /// </summary>
    /// <param name="weights">0 or more.</param>
    /// <param name="total">What the parameters add up to, at least the number of positive weights; null for 1 each, which makes all weightings alike.</param>
    public static int[] Concentrations(IReadOnlyList<decimal> weights, int? total)
    {
        int[] shares = [.. weights.Select(w => w > 0 ? 1 : 0)];
        decimal sum = weights.Sum();
        if (total is not { } whole || sum == 0)
        {
            return shares;
        }

        decimal[] remainders = new decimal[shares.Length];
        for (int k = 0; k < shares.Length; k++)
        {
            shares[k] = (int)decimal.Floor(weights[k] * whole / sum);
            remainders[k] = (weights[k] * whole) - (shares[k] * sum);
        }

        foreach (int k in Enumerable.Range(0, shares.Length).OrderByDescending(k => remainders[k]).Take(whole - shares.Sum()))
        {
            shares[k]++;
        }

        for (int k = 0; k < shares.Length; k++)
        {
            if (weights[k] > 0 && shares[k] == 0)
            {
                shares[Array.IndexOf(shares, shares.Max())]--;
                shares[k] = 1;
            }
        }

        return shares;
    }

    /// <summary>One weighting: whole numbers, 0 or more, that add up to <see cref="Whole"/>; all 0 where no criterion takes part.</summary>
    /// <param name="draw">Its number, from 0.</param>
    /// <param name="weights">Filled, by criterion.</param>
    public void Draw(long draw, Span<int> weights)
    {
        if (_pieces == 0)
        {
            weights.Clear();
            return;
        }

        Span<int> cuts = _pieces <= 256 ? stackalloc int[_pieces] : new int[_pieces];
        for (int i = 0; i < _pieces - 1; i++)
        {
            cuts[i] = (int)(Mix(_seed + ((((ulong)draw * (ulong)_pieces) + (ulong)i + 1) * Golden)) >> (64 - Bits));
        }

        cuts[_pieces - 1] = Whole;
        cuts[..^1].Sort();
        int before = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            int cut = _ends[k] == 0 ? 0 : cuts[_ends[k] - 1];
            weights[k] = cut - before;
            before = cut;
        }
    }

    // SplitMix64 (Steele, Lea and Flood 2014).
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
