namespace HousingInventory.Tests;

/// <summary>Finds the repository and the real data beside it, from where the tests were built.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds HousingInventory.sln.</summary>
    public static string Path { get; } = Find();

    /// <summary>
    /// Real data that is not part of the repository: $HOUSING_REAL_DATA, else ../shared/data/real. Tests that use it carry the trait Needs=RealData, by
    /// which the test script leaves them out in a clone that stands alone.
    /// </summary>
    public static string RealData(params string[] parts)
    {
        string root = Environment.GetEnvironmentVariable("HOUSING_REAL_DATA") is { Length: > 0 } said
            ? said
            : System.IO.Path.Combine(Path, "..", "shared", "data", "real");
        return System.IO.Path.GetFullPath(System.IO.Path.Combine([root, .. parts]));
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "HousingInventory.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
