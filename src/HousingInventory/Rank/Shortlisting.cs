using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Rank;

/// <summary>Which of the ordered candidates the list for planners holds.</summary>
public static class Shortlisting
{
    /// <summary>
    /// Goes down the order and takes each home whose locality is not left out and has not had its number, until the list is full. Names of localities are compared
    /// without regard to capitals. Told as notices: a name that no home has, and where the list ends among homes of one score.
    /// </summary>
    /// <returns>Positions in <see cref="RankOrder.Order"/>, best first; at most <see cref="ShortlistConfig.Top"/>.</returns>
    public static IReadOnlyList<int> Of(RankOrder ranking, Flags flags, Scores scores, ShortlistConfig config, Run run)
    {
        TellUnknown(flags, config, run);
        HashSet<string> leftOut = new(config.LeaveOutLocalities.Select(static name => name.Trim()), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, int> taken = new(StringComparer.OrdinalIgnoreCase);
        List<int> listed = [];
        int next = 0;
        for (; next < ranking.Order.Count && listed.Count < config.Top; next++)
        {
            if (MayBeListed(next))
            {
                string locality = LocalityOf(next);
                taken[locality] = taken.GetValueOrDefault(locality) + 1;
                listed.Add(next);
            }
        }

        if (listed.Count > 0 && ranking.SharedRanks(listed[^1]) is { } shared)
        {
            int outside = Enumerable.Range(next, Math.Max(0, shared.Last - next)).Count(MayBeListed);
            if (outside > 0)
            {
                run.Notice(new ShortlistCutsTie(listed.Count, shared.First, shared.Last, outside));
            }
        }

        return listed;

        string LocalityOf(int position) => flags.Locality[scores.Homes[ranking.Order[position]]];

        bool MayBeListed(int position) =>
            !leftOut.Contains(LocalityOf(position)) && (config.PerLocality is not { } most || taken.GetValueOrDefault(LocalityOf(position)) < most);
    }

    private static void TellUnknown(Flags flags, ShortlistConfig config, Run run)
    {
        if (config.LeaveOutLocalities.Count == 0)
        {
            return;
        }

        HashSet<string> known = new(flags.Locality.Where(static name => !string.IsNullOrEmpty(name)), StringComparer.OrdinalIgnoreCase);
        foreach (string name in config.LeaveOutLocalities.Select(static name => name.Trim()).Where(name => !known.Contains(name)))
        {
            run.Notice(new ShortlistLocalityUnknown(name, known.Count == 0 ? "-" : Nearest.Of(name, known)));
        }
    }
}

[Notice(Severity.Info,
    "Urvalslistan slutar mitt i en delad plats: de {Listed} hus som är med slutar bland platserna {First}-{Last}, som har samma poäng, och {Outside} av dem är inte med.",
    "The shortlist ends in a shared place: its {Listed} homes end among the ranks {First}-{Last}, which have one score, and {Outside} of these are not on it.",
    FixSv = "Höj shortlist.top med {Outside}, eller sänk den så att listan slutar före platsen. Mellan lika poäng avgör de uppmätta värdena, sist husets id.",
    Fix = "Raise shortlist.top by {Outside}, or lower it so that the list ends before that place. Between equal scores the measures decide, last the building id.")]
public sealed record ShortlistCutsTie(int Listed, int First, int Last, int Outside) : Notice;

[Notice(Severity.Warning,
    "shortlist.leaveOutLocalities nämner '{Name}', och ingen ort heter så; inget hus lämnades utanför för det.",
    "shortlist.leaveOutLocalities names '{Name}', and no locality is called that; no home was left out for it.",
    FixSv = "Skriv ortens namn som det står i kolumnen Ort eller by; närmast är '{Near}'.",
    Fix = "Write the name as the column Locality or village has it; the nearest is '{Near}'.")]
public sealed record ShortlistLocalityUnknown(string Name, string Near) : Notice;
