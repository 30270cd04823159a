namespace HousingInventory.Rank;

/// <summary>The smallest change of one weight that takes a candidate off the list, or onto it.</summary>
/// <param name="Criterion">Position among the criteria.</param>
/// <param name="Change">By how much the weight changes at the border, negative for less; a fraction, so that borders compare exactly.</param>
/// <param name="Shown">A weight with few decimals, on the far side of the border, at which the candidate truly is off (or on) the list.</param>
public readonly record struct WeightChange(int Criterion, Fraction Change, decimal Shown);

/// <summary>A quotient of whole numbers with a positive divisor, compared by cross-multiplication in 128 bits.</summary>
/// <param name="Over">Above the line.</param>
/// <param name="Under">Below the line, above 0.</param>
public readonly record struct Fraction(long Over, long Under)
{
    /// <summary>Below 0 where this is the smaller, 0 where both are equal.</summary>
    public int CompareTo(Fraction other) => ((Int128)Over * other.Under).CompareTo((Int128)other.Over * Under);

    /// <summary>The nearest floating number; a larger fraction never gives a smaller one.</summary>
    public double Value => (double)Over / Under;
}
