namespace HousingInventory.Export;

/// <summary>The one list of result columns.</summary>
public static class ResultLayers
{
    /// <summary>Names of the columns that every run has; no criterion may take one of them.</summary>
    public static IReadOnlySet<string> FixedNames { get; } = new HashSet<string>(StringComparer.Ordinal);
}
