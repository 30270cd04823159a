using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Whether the address points lie beside the buildings as a whole: a layer in a neighbouring zone's coordinates, or one that was fitted by hand. Most points of a
/// sound register stand in a building; of a displaced one few do, and many more would if all were moved by one vector.
/// </summary>
/// <param name="EastM">How far to the east of the buildings the points lie, metres.</param>
/// <param name="NorthM">How far to the north.</param>
internal readonly record struct Displacement(int EastM, int NorthM)
{
    /// <summary>Where so large a share of the points stands in a building, nothing is displaced.</summary>
    private const double SoundShare = 0.4;

    private const int FewestPoints = 50;
    private const int MostPoints = 1000;
    private const int FarthestM = 60;
    private const int StepM = 6;
    private const int NearestM = 6;

    /// <summary>The displacement, null where there is none or too few points tell.</summary>
    public static Displacement? Of(IReadOnlyList<Address> addresses, Shapes outlines)
    {
        Address[] points = [.. addresses.Where(a => a.InForce && double.IsFinite(a.X) && double.IsFinite(a.Y))];
        points = [.. points.Where((_, i) => i % Math.Max(1, points.Length / MostPoints) == 0)];
        List<int> scratch = [];
        double still = Share(0, 0);
        if (points.Length < FewestPoints || still >= SoundShare)
        {
            return null;
        }

        (double coarse, int x0, int y0) = Best(Grid(0, 0, FarthestM, StepM));
        if (coarse < 2 * still || coarse < SoundShare)
        {
            return null;
        }

        // Houses are wide: many moves are equally good, and the middle of these is meant.
        (double share, int x1, int y1) = Best(Grid(x0, y0, 2 * StepM, 2));
        return Math.Sqrt((x1 * x1) + (y1 * y1)) >= NearestM && share > 0 ? new Displacement(-x1, -y1) : null;

        (double Share, int X, int Y) Best(IEnumerable<(int X, int Y)> moves)
        {
            List<(double Share, int X, int Y)> tried = [.. moves.Select(m => (Share(m.X, m.Y), m.X, m.Y))];
            double most = tried.Max(t => t.Share);
            List<(double Share, int X, int Y)> good = tried.FindAll(t => t.Share >= 0.99 * most);
            return (most, (int)Math.Round(good.Average(t => t.X)), (int)Math.Round(good.Average(t => t.Y)));
        }

        double Share(int x, int y) => points.Length == 0 ? 1 : (double)points.Count(p => outlines.Containing(p.X + x, p.Y + y, scratch) >= 0) / points.Length;
    }

    private static IEnumerable<(int X, int Y)> Grid(int x, int y, int reach, int step)
    {
        for (int dx = -reach; dx <= reach; dx += step)
        {
            for (int dy = -reach; dy <= reach; dy += step)
            {
                yield return (x + dx, y + dy);
            }
        }
    }
}
