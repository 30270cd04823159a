using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Roads and paths.</summary>
public sealed record RoadsSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
