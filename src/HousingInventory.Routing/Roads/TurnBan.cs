namespace HousingInventory.Routing.Roads;

/// <summary>A turn that cars may not make: an OpenStreetMap relation of type restriction with a node between.</summary>
/// <param name="FromWay">Way that one comes from.</param>
/// <param name="ViaNode">Node where one would turn.</param>
/// <param name="ToWay">Way that one would turn into.</param>
/// <param name="Kind">What is banned.</param>
public readonly record struct TurnBan(long FromWay, long ViaNode, long ToWay, TurnBanKind Kind);

/// <summary>What a turn ban bans.</summary>
public enum TurnBanKind
{
    /// <summary>This turn.</summary>
    No,

    /// <summary>Every other turn from the way at the node.</summary>
    Only,

    /// <summary>Turning round at the node.</summary>
    TurningRound,
}
