namespace HousingInventory.SystemTests;

/// <summary>Where scripts/test puts the packages of the npm registry that tests use: outside the repository.</summary>
public static class NpmPackages
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("HOUSING_TEST_NODE") is { Length: > 0 } said
        ? said
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "housing-inventory-tests");
}
