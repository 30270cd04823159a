namespace HousingInventory.Plan.Balance;

/// <summary>
/// How many homes there may be: the probability of 0, 1, 2 ... of them, exactly and without simulation.
/// </summary>
public sealed class Likelihood
{
    /// <summary>Below this no probability is kept at the far end of a distribution without end.</summary>
    private const double Nothing = 1e-18;

    private readonly double[] _of;

    private Likelihood(double[] of) => _of = of;

    /// <summary>Certainly none.</summary>
    public static Likelihood None { get; } = new([1]);

    /// <summary>The probability of exactly k.</summary>
    public IReadOnlyList<double> Of => _of;

    /// <summary>The expected number.</summary>
    public double Mean => _of.Select((p, k) => p * k).Sum();

    /// <summary>
    /// Homes from n open contacts when of earlier ones about a in a + b gave a home: the beta-binomial distribution, P(k) = C(n,k) B(k+a, n-k+b) / B(a,b).
    /// Built from the ratio of neighbours and made to sum to 1, which is exact where differences of log-gammas of thousands are not.
    /// </summary>
    public static Likelihood OfContacts(int n, double a, double b)
    {
        double[] of = new double[n + 1];
        of[0] = 1;
        double sum = 1;
        for (int k = 0; k < n; k++)
        {
            of[k + 1] = of[k] * ((n - k) / (k + 1.0)) * ((k + a) / (n - k - 1 + b));
            sum += of[k + 1];
            if (of[k + 1] > 1e200)
            {
                // Only ratios count: all is made smaller before it overflows.
                for (int i = 0; i <= k + 1; i++)
                {
                    of[i] *= 1e-200;
                }

                sum *= 1e-200;
            }
        }

        return new Likelihood([.. of.Select(p => p / sum)]);
    }

    /// <summary>Events of a steady flow of which so many are expected: the Poisson distribution, cut where nothing is left.</summary>
    public static Likelihood OfFlow(double expected)
    {
        if (!(expected > 0))
        {
            return None;
        }

        int mode = (int)Math.Floor(expected);
        List<double> up = [1];
        for (int k = mode; up[^1] > Nothing; k++)
        {
            up.Add(up[^1] * expected / (k + 1));
        }

        List<double> down = [];
        double last = 1;
        for (int k = mode; k > 0; k--)
        {
            down.Add(last *= k / expected);
        }

        down.Reverse();
        double[] all = [.. down, .. up];
        double sum = all.Order().Sum();
        return new Likelihood([.. all.Select(p => p / sum)]);
    }

    /// <summary>The number when each counts with a probability of its own that is the same for all: how many of the homes have come by a month.</summary>
    public Likelihood Thinned(double share)
    {
        if (share >= 1)
        {
            return this;
        }

        if (share <= 0)
        {
            return None;
        }

        double[] thinned = new double[_of.Length];
        double[] binomial = [1, .. new double[_of.Length - 1]];
        for (int j = 0; j < _of.Length; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                thinned[k] += _of[j] * binomial[k];
            }

            for (int k = Math.Min(j + 1, _of.Length - 1); k >= 0; k--)
            {
                binomial[k] = ((1 - share) * binomial[k]) + (k > 0 ? share * binomial[k - 1] : 0);
            }
        }

        return new Likelihood(thinned);
    }

    /// <summary>Two independent numbers together.</summary>
    public Likelihood With(Likelihood other)
    {
        double[] both = new double[_of.Length + other._of.Length - 1];
        for (int i = 0; i < _of.Length; i++)
        {
            for (int j = 0; j < other._of.Length; j++)
            {
                both[i + j] += _of[i] * other._of[j];
            }
        }

        return new Likelihood(both);
    }

    /// <summary>The number that this many give, by a rule that never gives less for more.</summary>
    public Likelihood Mapped(Func<int, long> rule)
    {
        double[] mapped = new double[rule(_of.Length - 1) + 1];
        for (int k = 0; k < _of.Length; k++)
        {
            mapped[rule(k)] += _of[k];
        }

        return new Likelihood(mapped);
    }

    /// <summary>The smallest k with at least this probability of k or fewer.</summary>
    public int Quantile(double probability)
    {
        double sum = 0;
        for (int k = 0; k < _of.Length; k++)
        {
            sum += _of[k];

            // A sum of thousands of small numbers may miss its mark by their rounding.
            if (sum >= probability - 1e-12)
            {
                return k;
            }
        }

        return _of.Length - 1;
    }

    /// <summary>The probability of k or more.</summary>
    public double AtLeast(int k) => _of.Skip(Math.Max(0, k)).Sum();
}
