using System.ComponentModel;

namespace HousingInventory.Link;

/// <summary>How much of the registrations must link before the tool answers.</summary>
public sealed record LinkageConfig
{
    [Description("Under this share every building without a registration is undetermined.")]
    public double WarnUnder { get; init; } = 0.8;

    [Description("Under this share the tool refuses.")]
    public double RefuseUnder { get; init; } = 0.5;

    [Description("Whether homes are shown that cannot be told from their neighbours on one property or at one address. By default they are left out of layers where there are withheld homes and more than a quarter of at least 20 inhabited groups of that kind are such: a withheld home would be the one that is missing.")]
    public bool TellGroups { get; init; }
}
