using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>BISA's filter: from all buildings to the candidates, test by test. Limits are inclusive; a test that is null in the configuration is off.</summary>
internal sealed class Filter
{
    public required Term?[] LeftOut { get; init; }

    public required IReadOnlyList<int> Candidates { get; init; }

    public required IReadOnlyList<FunnelStep> Funnel { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<int>> KeptOutBy { get; init; }

    /// <summary>Applies the tests.</summary>
    public static Filter Run(
        Registers registers, Linkage linkage, BoardingPosts? posts, Status[] status, Confidence[] confidence, HolidayHint[] hints,
        IReadOnlyDictionary<int, FollowUp>? followUps, CandidatesConfig config, Run run)
    {
        List<(Term Test, bool[] Passes)> tests =
        [
            (Term.Of(FunnelTest.Dwelling), [.. registers.Buildings.Select(b => b.IsDwelling)]),
            (Term.Of(FunnelTest.NobodyRegistered), [.. status.Select((s, b) => s == Status.NobodyRegistered || (s == Status.NotHousing && linkage.Residents[b] == 0 && !linkage.Withheld[b]))]),
        ];
        int claims = tests.Count;
        Add(FunnelTest.HousePart, [.. linkage.HouseOf.Select((house, b) => house == b)]);
        Add(FunnelTest.Planned, NotOnlyPlanned(registers, linkage));
        if (config.FootprintM2 is { } footprint)
        {
            tests.Add((Term.Of(FunnelTest.Footprint), [.. HouseFootprints(registers, linkage).Select(m2 => IsIn(m2, footprint))]));
        }

        tests.AddRange(Settlements.Terms(config).Zip(config.Settlements ?? [], (test, settlement) => (test, Settlements.Contain(registers, linkage, settlement))));

        if (config.StopWithinM is { } within)
        {
            if (posts?.WithAtLeast(config.StopMinDepartures) is { } stops)
            {
                PlaceGrid grid = new([.. stops.X], [.. stops.Y], Math.Max(1, within));
                tests.Add((Term.Of(FunnelTest.Stop), [.. registers.Buildings.Select(b => grid.Any(b.House.X, b.House.Y, within, static _ => true))]));
            }
            else
            {
                run.Notice(new StopTestOff());
            }
        }

        if (config.MinConfidence != Confidence.Weak)
        {
            tests.Add((Term.Of(FunnelTest.Confidence), [.. confidence.Select(c => c >= config.MinConfidence)]));
        }

        if (config.HolidayHomes != HolidayHomes.Mark)
        {
            tests.Add((Term.Of(FunnelTest.HolidayHome), [.. hints.Select(h => (h == HolidayHint.None) == (config.HolidayHomes == HolidayHomes.LeaveOut))]));
        }

        if (followUps is not null)
        {
            tests.Add((Term.Of(FunnelTest.FollowUp), NotLeft(registers, followUps)));
        }

        return Sieve(tests, claims, status);

        // These two say something about few files only; a step that removes nothing is not shown.
        void Add(FunnelTest test, bool[] passes)
        {
            if (passes.Where((p, b) => !p && status[b] == Status.NobodyRegistered).Any())
            {
                tests.Add((Term.Of(test), passes));
            }
        }
    }

    private static Filter Sieve(List<(Term Test, bool[] Passes)> tests, int claims, Status[] status)
    {
        int count = status.Length;
        int[] fails = new int[count];
        int[] firstFail = new int[count];
        long[] removed = new long[tests.Count];
        long[] alone = new long[tests.Count];
        Term?[] leftOut = new Term?[count];
        List<int> candidates = [];
        Dictionary<string, List<int>> keptOutBy = tests.Skip(claims).ToDictionary(t => t.Test.Key, _ => new List<int>(), StringComparer.Ordinal);
        for (int b = 0; b < count; b++)
        {
            firstFail[b] = -1;
            for (int t = 0; t < tests.Count; t++)
            {
                if (!tests[t].Passes[b])
                {
                    firstFail[b] = firstFail[b] < 0 ? t : firstFail[b];
                    fails[b]++;
                }
            }

            if (firstFail[b] < 0)
            {
                candidates.Add(b);
                continue;
            }

            removed[firstFail[b]]++;
            alone[firstFail[b]] += fails[b] == 1 ? 1 : 0;
            if (firstFail[b] >= claims)
            {
                leftOut[b] = tests[firstFail[b]].Test;
                if (fails[b] == 1)
                {
                    keptOutBy[leftOut[b]!.Key].Add(b);
                }
            }
        }

        List<FunnelStep> funnel = [new FunnelStep(Term.Of(FunnelTest.All), count, 0, 0)];
        for (int t = 0; t < tests.Count; t++)
        {
            funnel.Add(new FunnelStep(tests[t].Test, funnel[^1].Left - removed[t], removed[t], alone[t]));
        }

        return new Filter
        {
            LeftOut = leftOut,
            Candidates = candidates,
            Funnel = funnel,
            KeptOutBy = keptOutBy.ToDictionary(k => k.Key, k => (IReadOnlyList<int>)k.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>The footprint of the house that each building is of, its parts added up, in m².</summary>
    public static double[] HouseFootprints(Registers registers, Linkage linkage)
    {
        double[] area = new double[registers.Buildings.Count];
        for (int b = 0; b < area.Length; b++)
        {
            area[linkage.HouseOf[b]] += registers.Buildings[b].FootprintM2;
        }

        return [.. area.Select((_, b) => area[linkage.HouseOf[b]])];
    }

    /// <summary>Whether a footprint lies in a range.</summary>
    public static bool IsIn(double footprintM2, RangeConfig range) => !(footprintM2 < range.Min) && !(footprintM2 > range.Max);

    // A house whose only address is reserved is being built: nobody can be registered there yet.
    private static bool[] NotOnlyPlanned(Registers registers, Linkage linkage)
    {
        bool[] passes = new bool[registers.Buildings.Count];
        Array.Fill(passes, true);
        foreach (int building in linkage.Planned)
        {
            passes[building] = false;
        }

        return passes;
    }

    private static bool[] NotLeft(Registers registers, IReadOnlyDictionary<int, FollowUp> followUps)
    {
        bool[] stays = new bool[registers.Buildings.Count];
        Array.Fill(stays, true);
        foreach ((int house, FollowUp said) in followUps)
        {
            stays[house] = !Leaves(said.State);
        }

        return stays;
    }

    private static bool Leaves(FollowUpState state) =>
        state is FollowUpState.Declined or FollowUpState.DoNotContact or FollowUpState.InUse or FollowUpState.Unsuitable or FollowUpState.Taken;
}
