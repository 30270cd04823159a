using System.Buffers;
using HousingInventory.Score;

namespace HousingInventory.Rank;

/// <summary>
/// What one weight alone would have to be for a candidate to leave the first N, or to reach them. With the other weights as they stand, a candidate's score is a
/// straight line in the changed weight; others pass it where the lines cross, and the crossings nearest to the stated weight are gone through in order.
/// </summary>
public sealed class SingleWeight
{
    // A bucket's crossings are sorted; the others are only counted.
    private const int Buckets = 1024;

    private readonly PointsTable _table;
    private readonly int _top;
    private readonly long[] _weights;
    private readonly long _scale;
    private readonly long[] _sums;

    /// <param name="table">Points and stated weights; of a weight nine decimals count (fewer where the sum of all is over 9,000).</param>
    /// <param name="top">N, 1 or more.</param>
    public SingleWeight(PointsTable table, int top)
    {
        _table = table;
        _top = top;
        _scale = Scale(table.Weights);
        _weights = [.. table.Weights.Select(w => (long)Math.Round(w * _scale))];
        _sums = new long[table.Count];
        for (int k = 0; k < _weights.Length; k++)
        {
            for (int i = 0; i < _sums.Length; i++)
            {
                _sums[i] += _weights[k] * table.Tenths[k][i];
            }
        }
    }

    /// <summary>
    /// For a candidate among the first N: the smallest change of one weight, up or down, with N candidates ahead of it. For one that is not: the smallest with
    /// fewer than N ahead. Over all criteria, weight 0 included (upwards); of equal changes the first criterion's. Null: no single weight does it, from nothing up
    /// to its own and the sum of all weights more.
    /// </summary>
    /// <param name="home">Position in the table.</param>
    public WeightChange? Of(int home)
    {
        int ahead = Ahead(home, 0, 0);
        bool isIn = ahead < _top;
        Fraction? best = null;
        (int Criterion, int Sign, bool Attained) at = default;
        for (int k = 0; k < _weights.Length; k++)
        {
            foreach (int sign in (ReadOnlySpan<int>)[1, -1])
            {
                Fraction limit = new(sign > 0 ? _weights.Sum() : _weights[k], 1);
                limit = best is { } found && found.CompareTo(limit) < 0 ? found : limit;
                if (Border(home, ahead, k, sign, limit) is { } border && (best is null || border.Change.CompareTo(best.Value) < 0))
                {
                    best = border.Change;
                    at = (k, sign, border.Attained);
                }
            }
        }

        return best is { } change
            ? new WeightChange(at.Criterion, new Fraction(at.Sign * change.Over, change.Under * _scale), Shown(home, at.Criterion, at.Sign, change, isIn))
            : null;
    }

    /// <summary>Candidates ahead of a home when one weight, in the scale's units, is changed by a whole number of parts of a unit.</summary>
    private int Ahead(int home, int criterion, Int128 change, int parts = 1)
    {
        int[]? tenths = change == 0 ? null : _table.Tenths[criterion];
        Int128 own = Score(home);
        int ahead = 0;
        for (int j = 0; j < _sums.Length; j++)
        {
            if (_table.Fails[j] != _table.Fails[home])
            {
                ahead += _table.Fails[home] ? 1 : 0;
            }
            else if (j != home)
            {
                Int128 score = Score(j);
                ahead += score > own || (score == own && j < home) ? 1 : 0;
            }
        }

        return ahead;

        Int128 Score(int i) => ((Int128)_sums[i] * parts) + (tenths is null ? 0 : change * tenths[i]);
    }

    /// <summary>The least change in one direction that has the home on the other side, and whether it is there at the change itself or only just beyond.</summary>
    private (Fraction Change, bool Attained)? Border(int home, int ahead, int criterion, int sign, Fraction limit)
    {
        int[] tenths = _table.Tenths[criterion];
        bool isIn = ahead < _top;
        double farthest = limit.Value;
        double surelyBeyond = farthest * (1 + 1e-9);
        double width = farthest / Buckets;
        Span<int> gained = stackalloc int[Buckets + 1], lost = stackalloc int[Buckets + 1];
        gained.Clear();
        lost.Clear();
        for (int j = 0; j < _sums.Length; j++)
        {
            if (Crossing(j, out Fraction at, out bool gains) && at.Value <= farthest)
            {
                (gains ? gained : lost)[Bucket(at, width)]++;
            }
        }

        Crossed[] crossings = ArrayPool<Crossed>.Shared.Rent(_sums.Length);
        try
        {
            for (int bucket = 0; bucket <= Buckets; bucket++)
            {
                bool possible = isIn ? ahead + gained[bucket] >= _top : ahead - lost[bucket] < _top;
                if (possible && gained[bucket] + lost[bucket] > 0)
                {
                    int found = 0;
                    for (int j = 0; j < _sums.Length; j++)
                    {
                        if (Crossing(j, out Fraction at, out bool gains) && at.Value <= farthest && Bucket(at, width) == bucket && at.CompareTo(limit) <= 0)
                        {
                            // At equality the smaller id is ahead.
                            crossings[found++] = new(at, Beyond: gains ? j > home : j < home, gains ? 1 : -1);
                        }
                    }

                    if (Sweep(crossings.AsSpan(0, found), ahead, limit, isIn) is { } border)
                    {
                        return border;
                    }
                }

                ahead += gained[bucket] - lost[bucket];
            }
        }
        finally
        {
            ArrayPool<Crossed>.Shared.Return(crossings);
        }

        return null;

        // Where another's line meets the home's, in this direction; false where it never does.
        bool Crossing(int j, out Fraction at, out bool gains)
        {
            long behind = _sums[home] - _sums[j];
            int slope = sign * (tenths[j] - tenths[home]);
            gains = slope > 0;
            at = default;
            bool isAhead = behind < 0 || (behind == 0 && j < home);
            if (slope == 0 || j == home || gains == isAhead || Math.Abs(behind) > surelyBeyond * Math.Abs(slope) || _table.Fails[j] != _table.Fails[home])
            {
                return false;
            }

            at = gains ? new(behind, slope) : new(-behind, -slope);
            return true;
        }
    }

    // Whole numbers under 2^53 are exact as doubles and division rounds in order, so that buckets never part two crossings wrongly.
    private static int Bucket(Fraction at, double width) => width <= 0 ? 0 : (int)Math.Min(Buckets, at.Value / width);

    private (Fraction Change, bool Attained)? Sweep(Span<Crossed> crossings, int ahead, Fraction limit, bool isIn)
    {
        crossings.Sort();
        for (int i = 0; i < crossings.Length;)
        {
            Crossed first = crossings[i];
            while (i < crossings.Length && crossings[i].CompareTo(first) == 0)
            {
                ahead += crossings[i++].Step;
            }

            // Beyond the limit itself the weight cannot go.
            if (isIn == (ahead >= _top) && !(first.Beyond && first.At.CompareTo(limit) == 0))
            {
                return (first.At, !first.Beyond);
            }
        }

        return null;
    }

    /// <summary>The new weight rounded away from the stated one, with as few decimals as have the home on the other side.</summary>
    private decimal Shown(int home, int criterion, int sign, Fraction change, bool isIn)
    {
        decimal border = ((decimal)_weights[criterion] + (sign * (decimal)change.Over / change.Under)) / _scale;
        for (int decimals = 1; decimals <= 9; decimals++)
        {
            decimal unit = new(1, 0, 0, false, (byte)decimals);
            decimal shown = (sign > 0 ? decimal.Ceiling(border / unit) : decimal.Floor(border / unit)) * unit;
            // On the border itself a tie may still decide for the other side: one unit further does not.
            foreach (decimal candidate in (ReadOnlySpan<decimal>)[shown, shown + (sign * unit)])
            {
                if (candidate >= 0 && IsAcross(home, criterion, candidate, isIn))
                {
                    return candidate;
                }
            }
        }

        return decimal.Round(border, 9);
    }

    private bool IsAcross(int home, int criterion, decimal weight, bool isIn)
    {
        const int Parts = 1_000_000_000;
        Int128 change = (Int128)((weight * _scale) - _weights[criterion]) * Parts
            + (Int128)decimal.Truncate((((weight * _scale) - _weights[criterion]) % 1) * Parts);
        return isIn == (Ahead(home, criterion, change, Parts) >= _top);
    }

    private static long Scale(IReadOnlyList<decimal> weights)
    {
        int decimals = weights.Select(w => (w / 1.0000000000000000000000000000m).Scale).DefaultIfEmpty().Max();
        long scale = 1;
        for (int i = 0; i < Math.Min(9, decimals) && weights.Sum() * Points.Full * scale * 10 < 1L << 53; i++)
        {
            scale *= 10;
        }

        return scale;
    }

    /// <summary>A crossing: where, whether the order turns only beyond it, and by how much the number ahead changes.</summary>
    private readonly record struct Crossed(Fraction At, bool Beyond, int Step) : IComparable<Crossed>
    {
        public int CompareTo(Crossed other)
        {
            int byPlace = At.CompareTo(other.At);
            return byPlace != 0 ? byPlace : Beyond.CompareTo(other.Beyond);
        }
    }
}
