using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Service points.</summary>
public sealed record ServicesSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
