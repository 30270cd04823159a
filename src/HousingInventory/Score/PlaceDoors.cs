using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>Somewhere to go.</summary>
/// <param name="Name">Name of a service; null for a point of the configuration, or a service without one.</param>
/// <param name="X">Easting.</param>
/// <param name="Y">Northing.</param>
internal readonly record struct Place(string? Name, double X, double Y);

/// <summary>The doors of some places, with the stops and the homes in walking distance of each. Once made it is only read.</summary>
internal sealed class PlaceDoors
{
    private readonly Travel _travel;
    private readonly AccessLists _posts;
    private readonly AccessLists _homes;

    public PlaceDoors(AccessContext access, IReadOnlyList<Place> places)
    {
        _travel = access.Travel;
        Connections = [.. places.Select(p => access.Connect(p.X, p.Y, RoadMode.Foot))];
        _posts = AccessLists.Build(access.Network, Connections, access.ConnectedPosts(), access.Rules.Transit.MaxWalkAtPlaceM);
        _homes = AccessLists.Build(access.Network, access.ConnectedHomes(RoadMode.Foot), Connections, access.Rules.Transit.MaxWalkM);
    }

    /// <summary>How each place meets the roads.</summary>
    public Connections[] Connections { get; }

    /// <summary>Stops of a place, with walking seconds.</summary>
    public (int[] Posts, int[] WalkSeconds) StopsOf(int place)
    {
        ReadOnlySpan<ReachedTarget> reached = _posts.Of(place);
        int[] posts = new int[reached.Length];
        int[] seconds = new int[reached.Length];
        for (int i = 0; i < reached.Length; i++)
        {
            (posts[i], seconds[i]) = (reached[i].Id, _travel.Seconds(reached[i].DistanceM));
        }

        return (posts, seconds);
    }

    /// <summary>Seconds to walk from a home to a place all the way; <see cref="HomeAccess.TooFar"/> beyond the limit.</summary>
    public int WalkAllSeconds(int home, int place)
    {
        foreach (ReachedTarget target in _homes.Of(home))
        {
            if (target.Id == place)
            {
                return _travel.Seconds(target.DistanceM);
            }
        }

        return HomeAccess.TooFar;
    }

    /// <summary>The same to whichever place is nearest.</summary>
    public int WalkAllSeconds(int home)
    {
        double nearestM = double.PositiveInfinity;
        foreach (ReachedTarget target in _homes.Of(home))
        {
            nearestM = Math.Min(nearestM, target.DistanceM);
        }

        return double.IsPositiveInfinity(nearestM) ? HomeAccess.TooFar : _travel.Seconds(nearestM);
    }
}
