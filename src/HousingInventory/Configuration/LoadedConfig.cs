namespace HousingInventory.Configuration;

/// <summary>A configuration, with what its file adds to it.</summary>
/// <param name="Config">What was written, with every default.</param>
/// <param name="Folder">Absolute path of the folder that paths are relative to.</param>
/// <param name="Path">The file as the user named it, for messages.</param>
public sealed record LoadedConfig(InventoryConfig Config, string Folder, string Path)
{
    /// <summary>Whether the user wrote the criteria himself: then one whose source is missing is refused, not switched off.</summary>
    public bool CriteriaAreWritten => Config.Criteria is not null;
}
