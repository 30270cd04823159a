using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>Other evidence about use.</summary>
public sealed record EvidenceSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
