using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>What a home that is not listed fails: the test, what was measured, and the limit.</summary>
public sealed class FilterValues(Registers registers, Linkage linkage, BoardingPosts? posts, Flags flags, CandidatesConfig config)
{
    private readonly Lazy<double[]> _footprints = new(() => Filter.HouseFootprints(registers, linkage));
    private readonly Lazy<BoardingPosts?> _posts = new(() => posts?.WithAtLeast(config.StopMinDepartures));

    /// <summary>
    /// The first test of the filter that a building where nobody is registered fails, else its status, since that is what keeps it from the list; numbers where the
    /// test has them. Nothing for one that is listed.
    /// </summary>
    public (Term? Test, double? Value, double? Limit) Of(int building)
    {
        if (flags.LeftOut[building] is not { } test)
        {
            return (flags.Status[building] switch
            {
                Status.NobodyRegistered => null,
                Status.NotHousing => Term.Of(FunnelTest.Dwelling),
                _ => Term.Of(flags.Status[building]),
            }, null, null);
        }

        if (test == Term.Of(FunnelTest.Footprint))
        {
            double m2 = _footprints.Value[building];
            return (test, m2, m2 < config.FootprintM2?.Min ? config.FootprintM2.Min : config.FootprintM2?.Max);
        }

        if (test == Term.Of(FunnelTest.Stop))
        {
            return (test, NearestPostM(registers.Buildings[building]), config.StopWithinM);
        }

        int settlement = flags.SettlementTests.ToList().IndexOf(test);
        return settlement < 0 ? (test, null, null) : (test, null, config.Settlements![settlement].MaxGapM);
    }

    private double? NearestPostM(Building building) => _posts.Value is { X.Count: > 0 } counting
        ? Math.Sqrt(Enumerable.Range(0, counting.X.Count).Min(p => Square(counting.X[p] - building.House.X) + Square(counting.Y[p] - building.House.Y)))
        : null;

    private static double Square(double x) => x * x;
}
