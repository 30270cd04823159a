using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>
/// Where the candidates lie that no disc of a locality tells: cells of a grid, each with its number; a cell that would tell of fewer than five goes with the nearest
/// one. A mark stands in the middle of its cells, never where a house does.
/// </summary>
internal static class ReportMapBins
{
    private const double SmallestM = 4000;
    private const int CellsAcross = 12;

    /// <summary>Middle of some cells, and how many candidates lie in them.</summary>
    internal sealed record Bin(double X, double Y, int Count);

    /// <summary>The marks; one with fewer than five only where there are no more in all.</summary>
    /// <param name="homes">The candidates that are to be told.</param>
    public static IReadOnlyList<Bin> Of(IReadOnlyList<Coordinate> homes)
    {
        Envelope area = new();
        foreach (Coordinate home in homes)
        {
            area.ExpandToInclude(home);
        }

        double side = Math.Max(SmallestM, Math.Max(area.Width, area.Height) / CellsAcross);
        List<Bin> bins =
        [
            .. homes.CountBy(h => (Column: Math.Floor(h.X / side), Row: Math.Floor(h.Y / side)))
                .Select(c => new Bin((c.Key.Column + 0.5) * side, (c.Key.Row + 0.5) * side, c.Value)).OrderBy(b => b.Count).ThenBy(b => b.X).ThenBy(b => b.Y),
        ];
        while (bins.Count > 1 && bins[0].Count < LocalityCount.Fewest)
        {
            Bin few = bins[0];
            Bin near = bins.Skip(1).OrderBy(b => ((b.X - few.X) * (b.X - few.X)) + ((b.Y - few.Y) * (b.Y - few.Y))).ThenBy(b => b.X).ThenBy(b => b.Y).First();
            int count = few.Count + near.Count;
            Bin both = new(((few.X * few.Count) + (near.X * near.Count)) / count, ((few.Y * few.Count) + (near.Y * near.Count)) / count, count);
            bins = [.. bins.Where(b => b != few && b != near).Append(both).OrderBy(b => b.Count).ThenBy(b => b.X).ThenBy(b => b.Y)];
        }

        return bins;
    }

    /// <summary>The candidates outside every locality that is told by name, and so has a disc of its own.</summary>
    /// <param name="results">Whose.</param>
    /// <param name="told">The places with a disc.</param>
    public static IReadOnlyList<Coordinate> Untold(Results results, IReadOnlySet<(string, int)> told)
    {
        Func<int, (string Locality, int Number)> place = LocalityCount.PlaceOf(results);
        return [.. results.Flags.Candidates.Where(b => !told.Contains(place(b))).Select(b => results.Registers.Buildings[b].House)];
    }
}
