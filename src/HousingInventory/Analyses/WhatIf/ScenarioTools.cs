using HousingInventory.Diagnostics;
using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>What all scenarios share and none changes.</summary>
/// <param name="Config">How scenarios are worked out.</param>
/// <param name="Roads">The roads as a bus drives them; null without roads.</param>
/// <param name="Drawings">The files of drawings.</param>
/// <param name="Centre">Where most errands are, in the working CRS; null without.</param>
/// <param name="Language">Language of names.</param>
internal sealed record ScenarioTools(WhatIfConfig Config, BusRoads? Roads, Drawing.Book Drawings, Coordinate? Centre, Language Language)
{
    /// <summary>A road within this of a stop is its road, metres.</summary>
    public const double StopToRoadM = 500;
}

/// <summary>
/// Metres and milliseconds of a bus from one post to the next: as it was drawn, else the quickest way by road, else straight. Remembers what it has looked for; one
/// thread uses it.
/// </summary>
internal sealed class Hops(ScenarioTools tools, Func<int, (double X, double Y)?> placeOf)
{
    private readonly Dictionary<(int From, int To), (double Metres, long Ms)> _known = [];
    private BusSearch? _search;

    /// <summary>Says what a hop is.</summary>
    public void Set(int from, int to, double metres, long ms) => _known[(from, to)] = (metres, ms);

    /// <summary>A hop; none without a place at both ends.</summary>
    public (double Metres, long Ms) Of(int from, int to)
    {
        if (!_known.TryGetValue((from, to), out (double Metres, long Ms) hop))
        {
            hop = placeOf(from) is { } a && placeOf(to) is { } b ? Between(a, b) : (0, 0);
            _known.Add((from, to), hop);
        }

        return hop;
    }

    /// <summary>The quickest way between two places.</summary>
    public BusPath? Path((double X, double Y) from, (double X, double Y) to)
    {
        if (tools.Roads is not { } roads)
        {
            return null;
        }

        _search ??= new BusSearch(roads, isQuickest: true);
        double straightM = Math.Sqrt(((from.X - to.X) * (from.X - to.X)) + ((from.Y - to.Y) * (from.Y - to.Y)));
        return _search.Find(from, to, ScenarioTools.StopToRoadM, (4 * straightM) + 3000);
    }

    private (double Metres, long Ms) Between((double X, double Y) a, (double X, double Y) b)
    {
        if (Path(a, b) is { } path)
        {
            return (path.LengthM, path.MillisecondsBetween(0, path.LengthM));
        }

        double straightM = Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
        return (straightM, (long)Math.Round(straightM * 3600 / LineMatching.StraightKmh));
    }
}
