namespace HousingInventory.Model;

/// <summary>What was read from where, for the manifest.</summary>
/// <param name="Files">One entry a source, in the order of the configuration.</param>
public sealed record Books(IReadOnlyList<InputFile> Files)
{
    /// <summary>Types of the configuration's sources that this job does not open.</summary>
    public IReadOnlyList<string> NotOpened { get; init; } = [];

    /// <summary>Whether a source of this type was configured, whatever it held.</summary>
    public bool Has(string sourceType) => Files.Any(f => f.Type == sourceType);
}
