namespace HousingInventory.Benchmarks;

/// <summary>The command that is measured: the program of the Linux zip, as scripts/bench has published it, else the one that is built in place, which is said.</summary>
internal static class OurProgram
{
    /// <summary>Its path, and whether it is the zip's.</summary>
    private static (string Path, bool IsZip) Found { get; } = Find();

    /// <summary>What it is, for a line of results.</summary>
    public static string What => Found.IsZip ? "the program of the Linux zip" : "the program built in place (the Linux zip's could not be published), with the .NET of this machine";

    /// <summary>Runs it to its end.</summary>
    public static Child Run(params string[] arguments) => RunAt(Found.Path, arguments);

    /// <summary>Runs one that lies elsewhere.</summary>
    /// <param name="path">A program, or an assembly for dotnet.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Child RunAt(string path, params string[] arguments) =>
        path.EndsWith(".dll", StringComparison.Ordinal) ? Child.Run("dotnet", [path, .. arguments]) : Child.Run(path, arguments);

    private static (string Path, bool IsZip) Find() => Environment.GetEnvironmentVariable("HOUSING_BENCH_PROGRAM") is { Length: > 0 } zip
        ? (zip, true)
        : (Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/HousingInventory.Cli/bin/Release/net10.0/housing-inventory.dll")), false);
}
