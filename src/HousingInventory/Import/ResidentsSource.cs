using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>A population extract; only link keys with counts are kept.</summary>
public sealed record ResidentsSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
