namespace HousingInventory.Link;

/// <summary>What a rung of the ladder answers about one registration.</summary>
/// <param name="Placement">Where it belongs, or why nothing tells.</param>
/// <param name="Named">The houses that it may belong to, or may belong to instead, and that it makes doubtful: by <see cref="Placement.Doubt"/>, or as an uncertain address where that is none; else empty.</param>
/// <param name="Tried">The kinds of key that were looked up.</param>
/// <param name="Found">Those of them that the registers know.</param>
internal readonly record struct Answer(Placement Placement, IReadOnlyList<HouseIndex> Named, KeyKinds Tried = KeyKinds.None, KeyKinds Found = KeyKinds.None)
{
    /// <summary>What its other keys say, where it is linked.</summary>
    public Disagreement Other { get; init; } = Disagreement.None;

    /// <summary>Houses of which one is meant, too many to be named: their evidence is weaker for it.</summary>
    public IReadOnlyList<HouseIndex> OneOf { get; init; } = [];

    /// <summary>In a house.</summary>
    public static Answer Linked(int level, HouseIndex house, int dwelling = -1) => new(Placement.Linked(level, house, dwelling), []);
}
