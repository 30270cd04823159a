using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Properties (register units) with their areas.</summary>
public sealed record PropertiesSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
