using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Buildings, addresses, properties or dwellings that must be treated as registered.</summary>
public sealed record WithheldSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
