using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>The building register.</summary>
public sealed record BuildingsSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
