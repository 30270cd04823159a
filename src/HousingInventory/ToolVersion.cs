using System.Reflection;

namespace HousingInventory;

/// <summary>The version of the tool, as manifests name it.</summary>
public static class ToolVersion
{
    /// <summary>For example "0.1.0".</summary>
    public static string Text { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
