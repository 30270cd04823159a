using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>The address register.</summary>
public sealed record AddressesSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
