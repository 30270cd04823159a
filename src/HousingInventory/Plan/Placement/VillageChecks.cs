using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Placement;

/// <summary>Persons and pupils by village. They are not in the optimum: a plan with caps on people cannot be proved best in reasonable time.</summary>
internal static class VillageChecks
{
    /// <summary>Adds a check to every proposal in a village that is over its number, and tells of the village.</summary>
    public static IEnumerable<Proposal> Mark(PlacementQuestion question, IReadOnlyList<Proposal> proposals, Run run)
    {
        Dictionary<string, int> pupils = Count(question, proposals, static h => h.Pupils);
        Dictionary<string, int> persons = Count(question, proposals, static h => h.Size);
        foreach ((string village, int most) in question.Config.CheckPupils.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (pupils.GetValueOrDefault(village) > most)
            {
                run.Notice(new VillageOverPupils(village, pupils[village], most));
            }
        }

        foreach ((string village, int most) in question.Config.CheckPersons.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (persons.GetValueOrDefault(village) > most)
            {
                run.Notice(new VillageOverPersons(village, persons[village], most));
            }
        }

        foreach (Proposal proposal in proposals)
        {
            if (proposal is not { State: ProposalState.Proposed or ProposalState.Locked, Site: { } site })
            {
                yield return proposal;
                continue;
            }

            List<CheckMark> checks = [.. proposal.Checks];
            Over(question.Config.CheckPupils, pupils, Check.VillageOverPupils);
            Over(question.Config.CheckPersons, persons, Check.VillageOverPersons);
            yield return proposal with { Checks = checks };

            void Over(IReadOnlyDictionary<string, int> limits, Dictionary<string, int> counted, Check check)
            {
                if (limits.TryGetValue(site.Village, out int most) && counted.GetValueOrDefault(site.Village) > most)
                {
                    checks.Add(new CheckMark(check));
                }
            }
        }
    }

    private static Dictionary<string, int> Count(PlacementQuestion question, IReadOnlyList<Proposal> proposals, Func<Household, int> of) =>
        question.Living.Concat(proposals.Where(p => p.Site is not null).Select(p => (p.Household, p.Site!)))
            .GroupBy(p => p.Item2.Village, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(p => of(p.Item1)), StringComparer.Ordinal);
}
