namespace HousingInventory.Export;

/// <summary>A written file as the manifest names it.</summary>
/// <param name="Path">Name in the results folder, or postgis:SCHEMA.</param>
/// <param name="Sha256">Of its bytes; null for a database.</param>
/// <param name="Rows">Rows by layer, or one entry with an empty key.</param>
public sealed record ManifestOutput(string Path, string? Sha256, IReadOnlyDictionary<string, long> Rows);
