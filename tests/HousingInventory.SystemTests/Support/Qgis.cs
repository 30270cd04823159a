using System.Diagnostics;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>QGIS without a screen, with a profile of its own.</summary>
public static class Qgis
{
    /// <summary>Runs a program beside the tests that prints JSON.</summary>
    public static JsonNode Run(string program, params IReadOnlyList<string> arguments)
    {
        using TemporaryFolder home = new();
        return JsonNode.Parse(Tool.Run(Tool.Python, [Tool.Program(program), .. arguments], Environment(home)).Succeeded().Output)!;
    }

    /// <summary>Starts a program and does not wait.</summary>
    public static Process Start(TemporaryFolder home, string program, params IReadOnlyList<string> arguments) => Tool.Start(Tool.Python, [Tool.Program(program), .. arguments], Environment(home));

    private static Dictionary<string, string?> Environment(TemporaryFolder home) =>
        new() { ["QT_QPA_PLATFORM"] = "offscreen", ["XDG_RUNTIME_DIR"] = home.Path, ["HOME"] = home.Path };
}
