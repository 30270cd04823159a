using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>
/// How strong the ground of "nobody registered" is. It starts as strong and sinks one step for each thing that could have hidden a registration: two things or
/// more make it weak. Evidence of use makes it weak at once; evidence of disuse lifts it one step. Nothing is strong in a run that says of itself that too many
/// listed homes may be lived in. It is an order, never a probability.
/// </summary>
internal static class ConfidenceRule
{
    /// <summary>Under this share of linked registrations the whole municipality's ground is weaker.</summary>
    private const double GoodShare = 0.95;

    /// <summary>The confidence of each building with its reasons; strong and without reasons where nothing is claimed.</summary>
    public static (Confidence[] Confidence, IReadOnlyList<ConfidenceReason>[] Reasons) Apply(
        Linkage linkage, HousesOnProperty houses, Status[] status, EvidenceBook evidence, bool manyUnplaced)
    {
        Confidence[] confidence = new Confidence[status.Length];
        IReadOnlyList<ConfidenceReason>[] reasons = new IReadOnlyList<ConfidenceReason>[status.Length];
        for (int b = 0; b < status.Length; b++)
        {
            confidence[b] = Confidence.Strong;
            reasons[b] = [];
            if (status[b] is Status.Registered or Status.NotHousing)
            {
                continue;
            }

            // In the order of the reasons.
            bool[] holds =
            [
                linkage.Ties[b] == AddressTie.None,
                linkage.Ties[b] is AddressTie.Nearest or AddressTie.Shared,
                linkage.PropertyOf[b] < 0,
                linkage.NearUnlinked[b],
                linkage.LinkedShare < GoodShare,
                linkage.Ties[b] == AddressTie.None && houses.AnyBeside(linkage.HouseOf[b], static _ => true),
                evidence.SaysUsed(linkage.HouseOf[b]),
                evidence.SaysUnused(linkage.HouseOf[b]),
                manyUnplaced,
            ];
            int steps = Math.Max(holds.Take(6).Count(h => h) - (holds[7] ? 1 : 0), manyUnplaced ? 1 : 0);
            confidence[b] = status[b] == Status.Undetermined || holds[6] || steps >= 2 ? Confidence.Weak : steps == 1 ? Confidence.Medium : Confidence.Strong;
            reasons[b] = [.. Enum.GetValues<ConfidenceReason>().Where(reason => holds[(int)reason])];
        }

        return (confidence, reasons);
    }
}
