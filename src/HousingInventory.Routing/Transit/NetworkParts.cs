using HousingInventory.Routing.Roads;

namespace HousingInventory.Routing.Transit;

/// <summary>
/// The posts of a day by the parts of its network that no trip and no change joins: the towns of a nation without a train between them. A search stays within the parts
/// that its place has posts in, so that the next town's timetable costs it nothing.
/// </summary>
internal sealed class NetworkParts
{
    private readonly int[] _posts;
    private readonly int[] _firstPost;

    private NetworkParts(int[] of, int count)
    {
        Of = of;
        Number = new int[of.Length];
        _firstPost = new int[count + 1];
        foreach (int part in of)
        {
            _firstPost[part + 1]++;
        }

        for (int part = 0; part < count; part++)
        {
            _firstPost[part + 1] += _firstPost[part];
        }

        _posts = new int[of.Length];
        int[] next = _firstPost[..^1];
        for (int post = 0; post < of.Length; post++)
        {
            Number[post] = next[of[post]] - _firstPost[of[post]];
            _posts[next[of[post]]++] = post;
        }
    }

    public int Count => _firstPost.Length - 1;

    /// <summary>The part of each post; parts are numbered by their lowest post.</summary>
    public int[] Of { get; }

    /// <summary>The number of each post within its part.</summary>
    public int[] Number { get; }

    /// <summary>The posts of a part, ascending.</summary>
    public ReadOnlySpan<int> PostsOf(int part) => _posts.AsSpan(_firstPost[part], _firstPost[part + 1] - _firstPost[part]);

    /// <summary>The parts in which some posts lie, ascending.</summary>
    public int[] OfPosts(ReadOnlySpan<int> posts)
    {
        SortedSet<int> parts = [];
        foreach (int post in posts)
        {
            parts.Add(Of[post]);
        }

        return [.. parts];
    }

    /// <summary>Joins whatever a passenger of the day may get from and to, on board or on foot.</summary>
    public static NetworkParts From(DayTrips day, TransferWalks changes)
    {
        TripTable trips = day.Timetable.Trips;
        UnionFind sets = new(day.Timetable.Posts.Count);
        foreach (int trip in day.Trip)
        {
            (int first, int end) = trips.CallsOf(trip);
            for (int call = first + 1; call < end; call++)
            {
                sets.Join(trips.CallPost[call - 1], trips.CallPost[call]);
            }
        }

        foreach ((int from, int to) in day.Joins)
        {
            sets.Join(trips.CallPost[trips.FirstCall[day.Trip[from]]], trips.CallPost[trips.FirstCall[day.Trip[to]]]);
        }

        for (int post = 0; post < changes.FirstOut.Length - 1; post++)
        {
            for (int i = changes.FirstOut[post]; i < changes.FirstOut[post + 1]; i++)
            {
                sets.Join(post, changes.To[i]);
            }
        }

        foreach (TransferRule rule in day.Timetable.Transfers.Rules)
        {
            sets.Join(rule.FromPost, rule.ToPost);
        }

        return Numbered(sets, day.Timetable.Posts.Count);
    }

    private static NetworkParts Numbered(UnionFind sets, int posts)
    {
        int[] of = new int[posts];
        int count = 0;
        for (int post = 0; post < posts; post++)
        {
            // The lowest post of a set is met first, and names it.
            int lowest = sets.Find(post);
            of[post] = lowest == post ? count++ : of[lowest];
        }

        return new NetworkParts(of, count);
    }
}
