namespace HousingInventory.Routing.Transit;

/// <summary>The posts that a place can be walked to from, within its limit.</summary>
/// <param name="posts">Posts, in any order.</param>
/// <param name="walkSeconds">Walk between each and the place's door.</param>
public readonly ref struct PlaceAccess(ReadOnlySpan<int> posts, ReadOnlySpan<int> walkSeconds)
{
    /// <summary>Posts.</summary>
    public ReadOnlySpan<int> Posts { get; } = posts;

    /// <summary>Walk between each post and the door, seconds.</summary>
    public ReadOnlySpan<int> WalkSeconds { get; } = walkSeconds;
}

/// <summary>What is within walking distance of a home.</summary>
/// <param name="posts">Posts within the limit, in any order.</param>
/// <param name="walkSeconds">Walk between each and the house door, seconds.</param>
/// <param name="walkAllSeconds">Walk all the way to the place, seconds; <see cref="TooFar"/> if beyond the limit.</param>
public readonly ref struct HomeAccess(ReadOnlySpan<int> posts, ReadOnlySpan<int> walkSeconds, int walkAllSeconds = HomeAccess.TooFar)
{
    /// <summary>Nobody walks all the way.</summary>
    public const int TooFar = -1;

    /// <summary>Posts.</summary>
    public ReadOnlySpan<int> Posts { get; } = posts;

    /// <summary>Walk between each post and the house door, seconds.</summary>
    public ReadOnlySpan<int> WalkSeconds { get; } = walkSeconds;

    /// <summary>Walk all the way to the place, or <see cref="TooFar"/>.</summary>
    public int WalkAllSeconds { get; } = walkAllSeconds;

    /// <summary>The same home with another place in view.</summary>
    public HomeAccess Towards(int walkAllSeconds) => new(Posts, WalkSeconds, walkAllSeconds);
}
