using System.Diagnostics;

namespace HousingInventory.SystemTests;

/// <summary>The built command, started as users start it.</summary>
public static class HousingInventoryCommand
{
    /// <summary>The assembly that a Release build makes.</summary>
    public static string Assembly { get; } =
        Path.Combine(RepositoryRoot.Path, "src", "HousingInventory.Cli", "bin", "Release", "net10.0", "housing-inventory.dll");

    /// <summary>Runs it to its end.</summary>
    public static ToolResult Run(params string[] arguments) => Tool.Run("dotnet", [Assembly, .. arguments]);

    /// <summary>Runs it to its end with variables of its own.</summary>
    public static ToolResult RunWith(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        Tool.Run("dotnet", [Assembly, .. arguments], environment);

    /// <summary>Starts it and does not wait.</summary>
    public static Process Start(params string[] arguments) => Tool.Start("dotnet", [Assembly, .. arguments]);
}
