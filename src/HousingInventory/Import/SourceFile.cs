namespace HousingInventory.Import;

/// <summary>What a source reads from.</summary>
internal sealed class SourceFile
{
}
