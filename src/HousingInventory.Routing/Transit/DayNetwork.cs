namespace HousingInventory.Routing.Transit;

/// <summary>
/// All that a search needs of one day: connections sorted for both directions, and what a change takes. Built once, read by many scans, also at the same time.
/// </summary>
public sealed class DayNetwork
{
    /// <summary>Prepares a day.</summary>
    /// <param name="day">The runs.</param>
    /// <param name="walks">Walks between posts for changes.</param>
    /// <param name="options">Slack and least time for a change.</param>
    /// <param name="withBooked">Whether trips that must be ordered may be used.</param>
    public DayNetwork(DayTrips day, TransferWalks walks, TransitOptions options, bool withBooked)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(walks.FirstOut.Length, day.Timetable.Posts.Count + 1, nameof(walks));
        Day = day;
        Options = options;
        TransferTable transfers = day.Timetable.Transfers;
        AtPostS = [.. transfers.ChangeS.Select(s => s == TransferTable.Default ? options.MinTransferS : s)];
        (int From, int To, int Seconds)[] changes = MakeChanges(day.Timetable, walks, options);
        Changes = TransferWalks.From(day.Timetable.Posts.Count, changes);
        ChangesBack = TransferWalks.From(day.Timetable.Posts.Count, changes.Select(c => (c.To, c.From, c.Seconds)));
        Parts = NetworkParts.From(day, Changes);
        There = ConnectionTable.Build(day, Parts, withBooked, mirrored: false);
        Back = ConnectionTable.Build(day, Parts, withBooked, mirrored: true);
        Ruled = ChangeRules.From(this, isBack: false);
        RuledBack = ChangeRules.From(this, isBack: true);
        HasInstantChanges = AtPostS.Contains(0) || changes.Any(c => c.Seconds == 0) || transfers.Rules.Any(r => r.Seconds == 0) || transfers.Joins.Length > 0;
    }

    /// <summary>The runs behind.</summary>
    public DayTrips Day { get; }

    /// <summary>Slack and least time for a change.</summary>
    public TransitOptions Options { get; }

    /// <summary>What of the network hangs together.</summary>
    internal NetworkParts Parts { get; }

    internal ConnectionTable There { get; }

    internal ConnectionTable Back { get; }

    /// <summary>Seconds from arrival to departure at each post; <see cref="TransferTable.Forbidden"/> if there is no change at it.</summary>
    internal int[] AtPostS { get; }

    /// <summary>Seconds from arrival at one post to departure at another, slack included.</summary>
    internal TransferWalks Changes { get; }

    internal TransferWalks ChangesBack { get; }

    /// <summary>Changes for which rules about certain trips or lines hold; null if there are none.</summary>
    internal ChangeRules? Ruled { get; }

    internal ChangeRules? RuledBack { get; }

    /// <summary>Whether somewhere a passenger may change without any time passing.</summary>
    internal bool HasInstantChanges { get; }

    private static (int From, int To, int Seconds)[] MakeChanges(Timetable timetable, TransferWalks walks, TransitOptions options)
    {
        Dictionary<(int From, int To), int> changes = [];
        for (int from = 0; from < walks.FirstOut.Length - 1; from++)
        {
            for (int i = walks.FirstOut[from]; i < walks.FirstOut[from + 1]; i++)
            {
                if (walks.To[i] != from)
                {
                    // Between posts of one stop a change takes as long as at a post, or longer if they lie far apart.
                    int seconds = walks.Seconds[i] + options.BoardSlackS;
                    bool isOneStop = timetable.Posts.StopOf(from) == timetable.Posts.StopOf(walks.To[i]);
                    changes[(from, walks.To[i])] = isOneStop ? Math.Max(options.MinTransferS, seconds) : seconds;
                }
            }
        }

        // The operator's word replaces the walk and the slack, also where no walk was found.
        foreach ((int from, int to, int seconds) in timetable.Transfers.Pairs)
        {
            changes[(from, to)] = seconds;
        }

        return [.. changes.Where(c => c.Value != TransferTable.Forbidden).Select(c => (c.Key.From, c.Key.To, c.Value))];
    }
}
