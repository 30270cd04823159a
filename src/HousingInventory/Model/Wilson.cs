namespace HousingInventory.Model;

/// <summary>
/// A share found in a sample, with the interval in which the true one lies 95 times in a hundred. Source: E. B. Wilson, "Probable inference, the law of succession,
/// and statistical inference", Journal of the American Statistical Association 22 (1927). It holds for few cases and for shares near 0 and 1 as well.
/// </summary>
/// <param name="Right">How many were right, 0 to <paramref name="Of"/>.</param>
/// <param name="Of">How many were looked at; with none the share is not a number and the interval everything.</param>
public readonly record struct Wilson(int Right, int Of)
{
    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The share in the sample, 0 to 1.</summary>
    public double Share => (double)Right / Of;

    /// <summary>Lower end of the interval, 0 to 1.</summary>
    public double Low => Of == 0 ? 0 : Math.Max(0, Middle - Half);

    /// <summary>Upper end of the interval, 0 to 1.</summary>
    public double High => Of == 0 ? 1 : Math.Min(1, Middle + Half);

    private double Middle => (Share + (Z * Z / (2 * Of))) / (1 + (Z * Z / Of));

    private double Half => Z * Math.Sqrt((Share * (1 - Share) / Of) + (Z * Z / (4.0 * Of * Of))) / (1 + (Z * Z / Of));
}
