using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Prepare;

/// <summary>Roads become a network, timetables one timetable with the days that stand for it.</summary>
public static class Surrounding
{
    /// <param name="delivery">What was read.</param>
    /// <param name="homes">The box round the dwelling buildings.</param>
    /// <param name="rules">What the configuration says of roads, buses and days.</param>
    /// <param name="run">Where notices go.</param>
    /// <exception cref="InputException">The timetable has ended, starts too late, or lacks a day that the configuration fixes.</exception>
    public static Surroundings Build(Delivery delivery, Envelope homes, SurroundingRules rules, Run run)
    {
        (int[] FirstPoint, double[] X, double[] Y)? major = null;
        RoadGraph? roads = delivery.Roads.Count == 0 ? null : Network(delivery.Roads, rules.FragmentM, run, out major);
        Surroundings around = new()
        {
            Roads = roads,
            MajorRoads = major,
            Services = delivery.Services,
            Localities = delivery.Localities,
            HolidayAreas = delivery.HolidayAreas,
            OnDemandZones = delivery.OnDemandZones,
            Water = delivery.Water,
            Coast = delivery.Coast,
            NamedRoads = delivery.NamedRoads,
        };
        if (delivery.Feeds.Count == 0)
        {
            return around;
        }

        (Transit transit, BoardingPosts posts) = TransitBuild.Build(delivery, homes, roads, rules, run);
        return around with { Transit = transit, Posts = posts };
    }

    /// <summary>What the filter asks of what lies round the homes: named areas, and where buses can be boarded. Nothing can be measured with it.</summary>
    /// <param name="registers">Where the named areas are from.</param>
    /// <param name="timetable">Where the timetable is from.</param>
    /// <param name="homes">The box round the dwelling buildings.</param>
    /// <param name="rules">What the configuration says of buses and days.</param>
    /// <param name="run">Where notices go.</param>
    /// <exception cref="InputException">The timetable has ended, starts too late, or lacks a day that the configuration fixes.</exception>
    public static Surroundings ForFilter(Delivery registers, Delivery timetable, Envelope homes, SurroundingRules rules, Run run)
    {
        Surroundings around = new() { Localities = registers.Localities, HolidayAreas = registers.HolidayAreas };
        return timetable.Feeds.Count == 0 ? around : around with { Posts = TransitBuild.Build(timetable, homes, null, rules, run).Posts };
    }

    private static RoadGraph Network(IReadOnlyList<RoadWays> sources, double fragmentM, Run run, out (int[] FirstPoint, double[] X, double[] Y)? major)
    {
        RoadWays ways = sources.Count == 1 ? sources[0] : Together(sources);
        major = ways.MajorRoads();
        RoadGraph network = RoadGraph.Build(ways, new RoadGraphOptions { FragmentM = fragmentM });
        IReadOnlyList<RoadFragment> fragments = network.Report.Fragments;
        if (fragments.Count > 0)
        {
            run.Notice(new RoadFragmentsLeftOut(fragments.Count, (long)fragments.Sum(f => f.LengthM)));
        }

        return network;
    }

    private static RoadWays Together(IReadOnlyList<RoadWays> sources)
    {
        RoadWays all = new();
        foreach (RoadWays ways in sources)
        {
            for (int i = 0; i < ways.Count; i++)
            {
                Range points = ways.FirstPoint[i]..ways.FirstPoint[i + 1];
                ReadOnlySpan<long> nodes = ways.NodeIds[points];
                all.Add(ways.Ids[i], ways.Traits[i], ways.X[points], ways.Y[points], nodes.Contains(RoadWays.NoNode) ? default : nodes);
            }

            foreach ((long node, RoadFlags modes) in ways.Blocks)
            {
                all.Block(node, modes);
            }
        }

        return all;
    }
}
