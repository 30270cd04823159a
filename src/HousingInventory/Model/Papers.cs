namespace HousingInventory.Model;

/// <summary>What is known of single homes from other papers than the registers.</summary>
/// <param name="FollowUps">What planners have written.</param>
/// <param name="FollowUpTables">Those of the follow-ups that lie in a GeoPackage of their own.</param>
/// <param name="Evidence">Other evidence about use.</param>
public sealed record Papers(IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<FollowUpTable> FollowUpTables, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>No papers.</summary>
    public static readonly Papers None = new([], [], []);
}
