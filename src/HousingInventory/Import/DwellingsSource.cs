using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>The dwelling register.</summary>
public sealed record DwellingsSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
