namespace HousingInventory.Model;

/// <summary>What was read from where, for the manifest.</summary>
/// <param name="Files">One entry a source, in the order of the configuration.</param>
public sealed record Books(IReadOnlyList<InputFile> Files)
{
    /// <summary>Whether a source of this type was configured, whatever it held.</summary>
    public bool Has(string sourceType) => Files.Any(f => f.Type == sourceType);
}
