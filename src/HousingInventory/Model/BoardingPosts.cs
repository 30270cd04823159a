namespace HousingInventory.Model;

/// <summary>Posts where an ordinary trip of the term day can be boarded.</summary>
/// <param name="X">Eastings in the working CRS.</param>
/// <param name="Y">Northings in the working CRS, parallel to <paramref name="X"/>.</param>
/// <param name="Departures">Ordinary departures of the stop that the post belongs to, the posts of both directions taken together; parallel to <paramref name="X"/>.</param>
public sealed record BoardingPosts(IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<int> Departures)
{
    /// <summary>The posts of the stops that count: those with at least so many departures.</summary>
    public BoardingPosts WithAtLeast(int departures)
    {
        int[] counting = [.. Enumerable.Range(0, X.Count).Where(p => Departures[p] >= departures)];
        return new BoardingPosts([.. counting.Select(p => X[p])], [.. counting.Select(p => Y[p])], [.. counting.Select(p => Departures[p])]);
    }
}
