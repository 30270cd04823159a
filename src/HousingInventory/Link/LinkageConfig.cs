using System.ComponentModel;

namespace HousingInventory.Link;

/// <summary>How much of the registrations must link before the tool answers.</summary>
public sealed record LinkageConfig
{
    [Description("Under this share every building without a registration is undetermined.")]
    public double WarnUnder { get; init; } = 0.8;

    [Description("Under this share the tool refuses.")]
    public double RefuseUnder { get; init; } = 0.5;
}
