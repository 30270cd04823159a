using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>What planners have written about the homes.</summary>
public sealed record FollowUpSource : Source
{
    internal override void Read(SourceFile file, Inputs into) => throw new NotSupportedException();
}
