namespace HousingInventory.Routing.Roads;

/// <summary>One place where a point meets the roads: straight to the nearest place on an edge that it may use.</summary>
/// <param name="Edge">Edge of the graph.</param>
/// <param name="AlongM">Metres from the start of the edge, 0 to its length.</param>
/// <param name="StraightM">Metres from the point to the edge; always walked and counted.</param>
public readonly record struct Connection(int Edge, double AlongM, double StraightM);

/// <summary>
/// How a point (house, stop post, service, place) meets the roads: at the nearest edge of each part of the network within the limit, nearest first. Of the paths
/// from these the shortest whole one counts, so a loose track beside a house does not take it from the road behind. None: off the network.
/// </summary>
public readonly struct Connections(params Connection[] each)
{
    private readonly Connection[]? _each = each;

    /// <summary>Off the network: no edge within the limit.</summary>
    public static Connections None => default;

    /// <summary>Whether there is an edge.</summary>
    public bool IsConnected => _each is { Length: > 0 };

    /// <summary>Each of them, one for a part of the network.</summary>
    public ReadOnlySpan<Connection> Each => _each;

    /// <summary>The nearest; there must be one.</summary>
    public Connection Nearest => _each![0];
}
