namespace HousingInventory.Routing.Transit;

/// <summary>
/// The changes of a day for which rules about certain trips or lines hold, by the post of arrival. There every departure is looked at by itself: the best pair of
/// a post may be one that this passenger may not board, and what it hides may be one that he may.
/// </summary>
internal sealed class ChangeRules
{
    private static readonly IReadOnlyList<Ruled> None = [];

    private readonly DayTrips _day;
    private readonly bool _isBack;
    private readonly Dictionary<int, List<Ruled>> _byPost = [];

    private ChangeRules(DayNetwork network, bool isBack)
    {
        (_day, _isBack) = (network.Day, isBack);
        TransferWalks changes = isBack ? network.ChangesBack : network.Changes;
        foreach (IGrouping<(int From, int To), TransferRule> group in network.Day.Timetable.Transfers.Rules
            .GroupBy(r => isBack ? (r.ToPost, r.FromPost) : (r.FromPost, r.ToPost)))
        {
            (int from, int to) = group.Key;
            int usualS = from == to ? network.AtPostS[from] : SecondsOf(changes, from, to);
            int openS = usualS == TransferTable.Forbidden ? network.Options.MinTransferS : usualS;
            if (!_byPost.TryGetValue(from, out List<Ruled>? ruled))
            {
                _byPost.Add(from, ruled = []);
            }

            ruled.Add(new Ruled(to, usualS, openS, [.. group]));
        }
    }

    /// <summary>Null if no rule is about certain trips or lines.</summary>
    public static ChangeRules? From(DayNetwork network, bool isBack) => network.Day.Timetable.Transfers.Rules.Length == 0 ? null : new ChangeRules(network, isBack);

    /// <summary>The posts to which changes from a post are ruled.</summary>
    public IReadOnlyList<Ruled> Of(int post) => _byPost.TryGetValue(post, out List<Ruled>? ruled) ? ruled : None;

    /// <summary>Whether changes from a post to another are ruled.</summary>
    public bool Has(int post, int to)
    {
        foreach (Ruled ruled in Of(post))
        {
            if (ruled.To == to)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Seconds for a change from one run into another; <see cref="TransferTable.Forbidden"/> if there is none.</summary>
    public int Seconds(Ruled ruled, int fromRun, int toRun)
    {
        foreach (TransferRule rule in ruled.Rules)
        {
            if (_isBack ? rule.Fits(_day, toRun, fromRun) : rule.Fits(_day, fromRun, toRun))
            {
                return rule.Seconds == TransferTable.Default ? ruled.OpenS : rule.Seconds;
            }
        }

        return ruled.UsualS;
    }

    private static int SecondsOf(TransferWalks changes, int from, int to)
    {
        for (int i = changes.FirstOut[from]; i < changes.FirstOut[from + 1]; i++)
        {
            if (changes.To[i] == to)
            {
                return changes.Seconds[i];
            }
        }

        return TransferTable.Forbidden;
    }

    /// <summary>Changes to one post.</summary>
    /// <param name="To">The post.</param>
    /// <param name="UsualS">Seconds where no rule fits.</param>
    /// <param name="OpenS">Seconds where a rule says that the change is as any other, whatever a more general one forbids.</param>
    /// <param name="Rules">The most specific first.</param>
    internal sealed record Ruled(int To, int UsualS, int OpenS, TransferRule[] Rules);
}
