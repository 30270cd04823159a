namespace HousingInventory.Routing.Transit;

/// <summary>How travellers behave at stops. Walking limits are with the caller, who gives the walks.</summary>
public sealed record TransitOptions
{
    /// <summary>Seconds to be at a stop before a departure, whenever one walked there.</summary>
    public int BoardSlackS { get; init; } = 60;

    /// <summary>Seconds from arrival to departure for a change at one post, slack included.</summary>
    public int MinTransferS { get; init; } = 120;
}

/// <summary>
/// Walks between posts for changes, as rows of arrays: from post p one walks to <c>To[i]</c> in <c>Seconds[i]</c> for i from <c>FirstOut[p]</c> up to, not
/// including,
/// <c>FirstOut[p + 1]</c>. Walks are used as given and never chained; a walk from a post to itself has no effect. Read-only.
/// </summary>
public sealed class TransferWalks
{
    /// <summary>Walks.</summary>
    /// <param name="firstOut">One more than there are posts, ascending from 0.</param>
    /// <param name="to">Post at the other end.</param>
    /// <param name="seconds">Walking seconds, without slack.</param>
    public TransferWalks(int[] firstOut, int[] to, int[] seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(firstOut[^1], to.Length, nameof(to));
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length, seconds.Length, nameof(seconds));
        FirstOut = firstOut;
        To = to;
        Seconds = seconds;
    }

    internal int[] FirstOut { get; }

    internal int[] To { get; }

    internal int[] Seconds { get; }

    /// <summary>No walks at all.</summary>
    public static TransferWalks None(int posts) => new(new int[posts + 1], [], []);

    /// <summary>Walks from a list in any order; the shorter one stays if a pair comes twice.</summary>
    public static TransferWalks From(int posts, IEnumerable<(int From, int To, int Seconds)> walks)
    {
        (int From, int To, int Seconds)[] sorted = [.. walks.Order().DistinctBy(w => (w.From, w.To))];
        int[] first = new int[posts + 1];
        foreach ((int from, _, _) in sorted)
        {
            first[from + 1]++;
        }

        for (int post = 0; post < posts; post++)
        {
            first[post + 1] += first[post];
        }

        return new TransferWalks(first, [.. sorted.Select(w => w.To)], [.. sorted.Select(w => w.Seconds)]);
    }
}
