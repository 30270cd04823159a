using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// Travel by public transport as the homes of a run see it: their stops in walking seconds, changes between stops, and each day made ready for searching. Only
/// the first use of each member takes time; not for several threads until then.
/// </summary>
internal sealed class Travel
{
    private readonly AccessContext _access;
    private readonly Dictionary<(DateOnly Date, bool WithBooked), DayNetwork> _networks = [];
    private readonly int[] _firstPost;
    private readonly int[] _posts;
    private readonly int[] _walkSeconds;
    private TransferWalks? _walks;

    public Travel(AccessContext access)
    {
        _access = access;
        AccessLists lists = access.StopsOfHomes();
        double maxWalkM = access.Rules.Transit.MaxWalkM;
        List<int> posts = [];
        List<int> seconds = [];
        _firstPost = new int[lists.Count + 1];
        for (int home = 0; home < lists.Count; home++)
        {
            foreach (ReachedTarget post in lists.Of(home))
            {
                if (post.DistanceM <= maxWalkM)
                {
                    posts.Add(post.Id);
                    seconds.Add(Seconds(post.DistanceM));
                }
            }

            _firstPost[home + 1] = posts.Count;
        }

        (_posts, _walkSeconds) = ([.. posts], [.. seconds]);
    }

    /// <summary>Walking time of a distance: whole seconds, rounded up.</summary>
    public int Seconds(double metres) => (int)Math.Ceiling(metres * 60 / _access.Rules.Walking.MetresPerMinute);

    /// <summary>The stops of a home.</summary>
    public HomeAccess Home(int home, int walkAllSeconds = HomeAccess.TooFar)
    {
        Range range = _firstPost[home].._firstPost[home + 1];
        return new HomeAccess(_posts.AsSpan(range), _walkSeconds.AsSpan(range), walkAllSeconds);
    }

    /// <summary>A day ready for searching.</summary>
    public DayNetwork On(DateOnly date, bool withBooked)
    {
        if (!_networks.TryGetValue((date, withBooked), out DayNetwork? network))
        {
            TransitConfig config = _access.Rules.Transit;
            TransitOptions options = new() { BoardSlackS = config.BoardSlackS, MinTransferS = config.MinTransferS };
            network = new DayNetwork(_access.Day(date), _walks ??= Walks(), options, withBooked);
            _networks.Add((date, withBooked), network);
        }

        return network;
    }

    private Timetable Timetable => _access.Transit.Timetable;

    /// <summary>Null if one of the posts has no place on the map.</summary>
    private double? StraightM(int post, int other)
    {
        PostTable posts = Timetable.Posts;
        ((double ax, double ay), (double bx, double by)) = (posts.PositionOf(post), posts.PositionOf(other));
        return posts.IsPlaced(post) && posts.IsPlaced(other) ? Math.Sqrt(((ax - bx) * (ax - bx)) + ((ay - by) * (ay - by))) : null;
    }

    private TransferWalks Walks()
    {
        Connections[] posts = _access.ConnectedPosts();
        AccessLists lists = AccessLists.Build(_access.Network, posts, posts, _access.Rules.Transit.MaxTransferWalkM);
        int[] first = new int[posts.Length + 1];
        List<int> to = [];
        List<int> seconds = [];
        for (int post = 0; post < posts.Length; post++)
        {
            foreach (ReachedTarget other in lists.Of(post))
            {
                if (other.Id != post)
                {
                    to.Add(other.Id);
                    seconds.Add(Seconds(other.DistanceM));
                }
            }

            // From platform to platform one gets though no footway is mapped there.
            foreach (int other in Timetable.Stops.PostsOf(Timetable.Posts.StopOf(post)))
            {
                if (other != post && to.IndexOf(other, first[post]) < 0 && StraightM(post, other) is { } metres && metres <= _access.Rules.Transit.MaxTransferWalkM)
                {
                    to.Add(other);
                    seconds.Add(Seconds(metres));
                }
            }

            first[post + 1] = to.Count;
        }

        return new TransferWalks(first, [.. to], [.. seconds]);
    }
}
