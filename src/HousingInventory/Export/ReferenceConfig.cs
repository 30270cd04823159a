using System.ComponentModel;

namespace HousingInventory.Export;

/// <summary>A published figure that stands beside ours.</summary>
public sealed record ReferenceConfig
{
    [Description("What the figure is.")]
    public required string Label { get; init; }

    [Description("The figure.")]
    public double Value { get; init; }
}
