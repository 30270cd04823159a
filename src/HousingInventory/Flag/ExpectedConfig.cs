using System.ComponentModel;

namespace HousingInventory.Flag;

/// <summary>Official figures that the sources must agree with.</summary>
public sealed record ExpectedConfig
{
    [Description("Persons registered in the municipality by the newest official figure. Over 2 % off is an error, and fewer make homes undetermined.")]
    public int? Persons { get; init; }
}
