namespace HousingInventory.Routing.Roads;

/// <summary>How a point (house, stop post, service, place) meets the roads: straight to the nearest place on the nearest edge it may use.</summary>
/// <param name="Edge">Edge of the graph; -1 when none lies within the limit.</param>
/// <param name="AlongM">Metres from the start of the edge, 0 to its length.</param>
/// <param name="StraightM">Metres from the point to the edge; always walked and counted. Infinity when there is no edge.</param>
public readonly record struct Connection(int Edge, double AlongM, double StraightM)
{
    /// <summary>Off the network: no edge within the limit.</summary>
    public static Connection None { get; } = new(-1, 0, double.PositiveInfinity);

    /// <summary>Whether there is an edge.</summary>
    public bool IsConnected => Edge >= 0;
}
