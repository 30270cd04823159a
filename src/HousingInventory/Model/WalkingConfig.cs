using System.ComponentModel;

namespace HousingInventory.Model;

/// <summary>Walking speed and the limits of the foot network.</summary>
public sealed record WalkingConfig
{
    [Description("Walking speed, metres a minute.")]
    public double MetresPerMinute { get; init; } = 80;

    [Description("Farther from every walkable road than this, metres: off the network.")]
    public double MaxToRoadM { get; init; } = 500;

    [Description("Separate pieces of the foot network shorter than this, metres in all, are left out.")]
    public double FragmentM { get; init; } = 1000;
}
