using System.Globalization;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>
/// Settlements: buildings chained by gaps of at most a distance between house points, with at least so many residents in all. A building is in a settlement if
/// it lies within that distance of one of its members. Houses are counted and not people: every dwelling building where somebody is registered, or that is
/// withheld, stands for the same number, so that no choice of limits tells how many live in a house or whether it is withheld.
/// </summary>
internal sealed class Settlements
{
    private readonly PlaceGrid _grid;
    private readonly double _gap;
    private readonly int[] _parent;
    private readonly bool[] _isLarge;

    private Settlements(double[] x, double[] y, int[] residents, SettlementConfig config)
    {
        _gap = config.MaxGapM;

        // Any two points of one cell are within the gap.
        _grid = new PlaceGrid(x, y, Math.Max(0.001, _gap / Math.Sqrt(2)) * 0.999);
        _parent = [.. Enumerable.Range(0, x.Length)];
        Chain(x, y);
        long[] total = new long[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            total[Root(i)] += residents[i];
        }

        _isLarge = [.. Enumerable.Range(0, x.Length).Select(i => total[Root(i)] >= config.MinResidents)];
    }

    /// <summary>The tests of settlements, numbered as they are configured and named by what they are made of.</summary>
    public static IReadOnlyList<Term> Terms(CandidatesConfig config) => [.. (config.Settlements ?? []).Select((settlement, i) => Term(settlement, i + 1))];

    /// <summary>For each building whether it lies in a settlement of this kind.</summary>
    public static bool[] Contain(Registers registers, Linkage linkage, SettlementConfig config)
    {
        List<int> members = [];
        for (int b = 0; b < registers.Buildings.Count; b++)
        {
            if (linkage.HouseOf[b] == b && registers.Buildings[b].IsDwelling && (config.Between == Between.Dwellings || IsInhabited(linkage, b)))
            {
                members.Add(b);
            }
        }

        Settlements settlements = new(
            [.. members.Select(b => registers.Buildings[b].House.X)],
            [.. members.Select(b => registers.Buildings[b].House.Y)],
            [.. members.Select(b => IsInhabited(linkage, b) ? config.PersonsPerHome : 0)],
            config);
        return [.. registers.Buildings.Select(b => settlements.Contains(b.House.X, b.House.Y))];
    }

    private static bool IsInhabited(Linkage linkage, int building) => linkage.Residents[building] > 0 || linkage.Withheld[building];

    private static Term Term(SettlementConfig of, int number)
    {
        bool dwellings = of.Between == Between.Dwellings;
        string gap = of.MaxGapM.ToString("0.##", CultureInfo.InvariantCulture);
        return new Term(
            FormattableString.Invariant($"settlement-{number}"),
            FormattableString.Invariant($"I bebyggelse: {(dwellings ? "bostäder" : "bebodda hus")} högst {gap.Replace('.', ',')} m isär, minst {of.MinResidents} folkbokförda"),
            FormattableString.Invariant($"In a settlement: {(dwellings ? "dwellings" : "inhabited buildings")} at most {gap} m apart, at least {of.MinResidents} residents"));
    }

    // Members in the cell of the place are all within the gap and in one settlement, so the first tells; in a town that is nearly always the end of it.
    private bool Contains(double x, double y) =>
        (_grid.InCellOf(x, y) is { } members && _isLarge[members[0]]) || _grid.Any(x, y, _gap, member => _isLarge[member]);

    private void Chain(double[] x, double[] y)
    {
        foreach (((long cx, long cy), List<int> points) in _grid.Cells)
        {
            for (int i = 1; i < points.Count; i++)
            {
                Join(points[0], points[i]);
            }

            // Half of the neighbouring cells; the others find this one.
            for (long dx = 0; dx <= 2; dx++)
            {
                for (long dy = dx == 0 ? 1 : -2; dy <= 2; dy++)
                {
                    if (_grid.Cells.TryGetValue((cx + dx, cy + dy), out List<int>? others) && Root(points[0]) != Root(others[0]) && AnyWithin(points, others, x, y))
                    {
                        Join(points[0], others[0]);
                    }
                }
            }
        }
    }

    private bool AnyWithin(List<int> points, List<int> others, double[] x, double[] y)
    {
        foreach (int a in points)
        {
            foreach (int b in others)
            {
                if (_grid.SquareTo(a, x[b], y[b]) <= _gap * _gap)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int Root(int i)
    {
        while (_parent[i] != i)
        {
            _parent[i] = _parent[_parent[i]];
            i = _parent[i];
        }

        return i;
    }

    private void Join(int a, int b) => _parent[Root(a)] = Root(b);
}
