using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>The third stage: the answer for every building, and which become candidates.</summary>
public static class Flagging
{
    /// <summary>Answers and filters.</summary>
    /// <param name="registers">The registers; registrations are gone by now.</param>
    /// <param name="linkage">Counts by building.</param>
    /// <param name="around">Stops and named areas.</param>
    /// <param name="papers">Evidence, and what planners have written.</param>
    /// <param name="extracted">The day of the population extract.</param>
    /// <param name="config">The filter.</param>
    /// <param name="expected">Official figures that the extract is held against.</param>
    /// <param name="run">Where notices go.</param>
    /// <returns>Arrays by building index.</returns>
    public static Flags Flag(Registers registers, Linkage linkage, Surroundings around, Papers papers, DateOnly extracted, CandidatesConfig config, ExpectedConfig expected, Run run)
    {
        run.Progress("Flag", "statuses");
        HousesOnProperty houses = new(registers, linkage);
        EvidenceBook evidence = new(registers, papers.Evidence, linkage, extracted, run);
        HolidayHint[] hints = HolidayHints.Of(registers, around.HolidayAreas, evidence);
        (Doubt[] doubts, double missing) = FurtherDoubts.Of(registers, around.Localities, linkage, houses, evidence, hints, expected, run);
        Status[] status = Statuses.Of(registers, linkage, houses, doubts);
        ExpectedInhabited livedIn = MayBeLivedIn.Of(registers, linkage, status, houses, doubts, missing, run);
        (Confidence[] confidence, IReadOnlyList<ConfidenceReason>[] confidenceReasons) = ConfidenceRule.Apply(linkage, houses, status, evidence, livedIn.TooMany);
        run.Progress("Flag", "filter", 0.3);
        IReadOnlyDictionary<int, FollowUp> followUps = FollowUpBook.Of(registers, papers.FollowUps, linkage, run);
        Filter filter = Filter.Run(registers, linkage, around.Posts, status, confidence, hints, papers.FollowUps.Count > 0 ? followUps : null, config, run);
        run.Progress("Flag", "localities", 0.8);
        (string[] names, int[] localities) = LocalityNames.Of(registers, around.Localities, linkage);
        return new Flags
        {
            Status = status,
            Reason = [.. status.Select((s, b) => Reason(s, doubts[b]))],
            Expected = livedIn,
            Confidence = confidence,
            ConfidenceReasons = confidenceReasons,
            HolidayHomeHint = hints,
            LeftOut = filter.LeftOut,
            Locality = names,
            LocalityOf = localities,
            Candidates = filter.Candidates,
            FollowUps = followUps,
            Funnel = filter.Funnel,
            KeptOutBy = filter.KeptOutBy,
            SettlementTests = Settlements.Terms(config),
        };
    }

    /// <summary>Buildings that pass every test of a filter but that of stops, ascending: which of them become candidates is for <see cref="NearStops"/> to say.</summary>
    internal static IReadOnlyList<int> AllButStops(Registers registers, Linkage linkage, Flags flags, Papers papers, CandidatesConfig config) => Filter.Run(
        registers, linkage, null, flags.Status, flags.Confidence, flags.HolidayHomeHint, papers.FollowUps.Count > 0 ? flags.FollowUps : null, config with { StopWithinM = null }, new Run()).Candidates;

    /// <summary>Those of some buildings that pass the test of stops; all where it is off.</summary>
    internal static IReadOnlyList<int> NearStops(Registers registers, IReadOnlyList<int> buildings, BoardingPosts? posts, CandidatesConfig config)
    {
        if (config.StopWithinM is not { } within || posts?.WithAtLeast(config.StopMinDepartures) is not { } stops)
        {
            return buildings;
        }

        PlaceGrid grid = new([.. stops.X], [.. stops.Y], Math.Max(1, within));
        return [.. buildings.Where(b => grid.Any(registers.Buildings[b].House.X, registers.Buildings[b].House.Y, within, static _ => true))];
    }

    private static Doubt? Reason(Status status, Doubt doubt) => status switch
    {
        Status.NobodyRegistered or Status.Secondary => Doubt.None,
        Status.Undetermined => doubt,
        _ => null,
    };
}
