using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Localities.</summary>
public sealed record LocalitiesSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
