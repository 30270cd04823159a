namespace HousingInventory.Routing.Transit;

/// <summary>Whether a trip, a boarding or an alighting can be relied on without a call beforehand.</summary>
public enum TrafficKind : byte
{
    /// <summary>Not for the public, or not for everyday errands: never used, only counted. For a boarding or alighting: not allowed.</summary>
    LeftOut,

    /// <summary>Runs without booking.</summary>
    Ordinary,

    /// <summary>Runs only if somebody ordered it.</summary>
    Booked,
}
