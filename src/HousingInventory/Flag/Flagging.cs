using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>The third stage: the answer for every building, and which become candidates.</summary>
public static class Flagging
{
    /// <summary>Answers and filters.</summary>
    /// <param name="inputs">The registers; registrations are gone by now.</param>
    /// <param name="linkage">Counts by building.</param>
    /// <param name="config">The filter.</param>
    /// <param name="run">Where notices go.</param>
    /// <returns>Arrays by building index.</returns>
    public static Flags Flag(Inputs inputs, Linkage linkage, InventoryConfig config, Run run)
    {
        run.Progress("Flag", "statuses");
        HousesOnProperty houses = new(inputs, linkage);
        Status[] status = Statuses.Of(inputs, linkage, houses);
        EvidenceBook evidence = new(inputs, linkage);
        string[] hints = HolidayHints.Of(inputs, evidence);
        (Confidence[] confidence, IReadOnlyList<string>[] confidenceReasons) = ConfidenceRule.Apply(linkage, houses, status, evidence);
        run.Progress("Flag", "filter", 0.3);
        IReadOnlyDictionary<int, FollowUp> followUps = FollowUpBook.Of(inputs, linkage, run);
        Filter filter = Filter.Run(inputs, linkage, status, hints, followUps, config.Candidates, run);
        run.Progress("Flag", "localities", 0.8);
        return new Flags
        {
            Status = status,
            Reason = [.. status.Select((s, b) => Reason(s, linkage.Doubts[b]))],
            Confidence = confidence,
            ConfidenceReasons = confidenceReasons,
            HolidayHomeHint = hints,
            LeftOut = filter.LeftOut,
            Locality = LocalityNames.Of(inputs, linkage),
            Candidates = filter.Candidates,
            FollowUps = followUps,
            Funnel = filter.Funnel,
        };
    }

    private static string? Reason(Status status, Doubt doubt) => status switch
    {
        Status.NobodyRegistered or Status.Secondary => Keys.Of(Doubt.None),
        Status.Undetermined => Keys.Of(doubt),
        _ => null,
    };
}
