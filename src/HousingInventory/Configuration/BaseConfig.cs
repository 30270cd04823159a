using System.Text.Json;
using System.Text.Json.Nodes;
using HousingInventory.Diagnostics;

namespace HousingInventory.Configuration;

/// <summary>A configuration that is laid over another, one level deep (JSON merge patch, RFC 7396).</summary>
internal static class BaseConfig
{
    /// <summary>The whole, and the folder that paths of sources are relative to.</summary>
    /// <param name="root">The file.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="own">Its folder.</param>
    /// <param name="read">Reads another file.</param>
    /// <exception cref="InputException">The base is missing, has a base itself, or stands beside sources.</exception>
    public static (JsonObject Root, string Folder) Under(JsonObject root, string path, string own, Func<string, JsonObject> read)
    {
        if (root["base"] is not { } said)
        {
            return (root, own);
        }

        if (said.GetValueKind() != JsonValueKind.String || said.GetValue<string>() is not { Length: > 0 } name)
        {
            throw new InputException($"{path}: base must be the path of a configuration.");
        }

        if (root.ContainsKey("sources"))
        {
            throw new InputException($"{path}: sources may not stand beside base, since other registers are another run; change them in the base, or leave base out.");
        }

        string file = Path.GetFullPath(Path.Combine(own, name.Replace('\\', '/')));
        if (!File.Exists(file))
        {
            string[] near = Directory.Exists(Path.GetDirectoryName(file)) ? [.. Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*.json*").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)] : [];
            throw new InputException($"{path}: base '{name}' does not exist{(near.Length > 0 ? $"; did you mean '{Model.Nearest.Of(Path.GetFileName(name), near)}'?" : ".")}");
        }

        JsonObject under = read(file);
        if (under.ContainsKey("base"))
        {
            throw new InputException($"{path}: base '{name}' has a base itself; only one level is read.");
        }

        // Scenarios of the base stand relative to another folder; those of this file are meant.
        under.Remove("scenarios");
        return ((JsonObject)Merged(under, root)!, Path.GetDirectoryName(file)!);
    }

    /// <summary>Objects are merged, null removes, everything else replaces.</summary>
    public static JsonNode? Merged(JsonNode? under, JsonNode? over)
    {
        if (over is not JsonObject members)
        {
            return over?.DeepClone();
        }

        JsonObject merged = under as JsonObject ?? [];
        foreach ((string name, JsonNode? value) in members)
        {
            if (value is null)
            {
                // A member that may be off is off by null; that is what removing it would not say.
                merged[name] = null;
                continue;
            }

            merged[name] = Merged(merged[name]?.DeepClone(), value);
        }

        return merged;
    }
}
