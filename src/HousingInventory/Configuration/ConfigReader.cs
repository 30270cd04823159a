using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Configuration;

/// <summary>
/// Reads <c>inventory.json</c>. Unknown members, wrong types and unknown <c>type</c>s are refused with their path and the nearest known name, before the
/// values themselves are looked at by <see cref="ConfigRules"/>.
/// </summary>
public static class ConfigReader
{
    private const long LongestFile = 64 << 20;

    private static readonly JsonDocumentOptions DocumentOptions = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="InputException">It is missing, is no JSON, or says something that cannot be; one line names the member.</exception>
    public static LoadedConfig Load(string path) => Parse(TextOf(path), path);

    private static string TextOf(string path)
    {
        if (Directory.Exists(path))
        {
            string inside = Path.Combine(path, "inventory.json");
            throw new InputException(File.Exists(inside)
                ? Sentence.Of($"{path} is a folder: name the configuration in it, {inside}.")
                : Sentence.Of($"{path} is a folder and holds no inventory.json: make one with 'housing-inventory init {path}'."));
        }

        if (!File.Exists(path))
        {
            throw new InputException($"{path} does not exist: name a configuration, or make one with 'housing-inventory init DIR'.");
        }

        // A pipe or a device has no length, and might never end.
        if (new FileInfo(path).Length is 0 or > LongestFile)
        {
            throw new InputException($"{path} is empty, is no file, or is far too long for a configuration: name an inventory.json.");
        }

        string text;
        try
        {
            text = File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{path} is not UTF-8 text: save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be opened: close it in other programs and check that you may read it.", e);
        }

        return text;
    }

    /// <summary>Reads and checks a text as if it stood in the file <paramref name="path"/>.</summary>
    public static LoadedConfig Parse(string text, string path)
    {
        JsonObject root = RootOf(text, path);
        string own = Path.GetDirectoryName(Path.GetFullPath(path))!;
        List<string> files = [path];
        (root, string folder) = BaseConfig.Under(root, path, own, file =>
        {
            files.Add(file);
            return RootOf(TextOf(file), file);
        });
        ScenarioFile.Expand(root, path, own);
        return Read(root, path, folder, own) with { Files = files };
    }

    /// <summary>The configuration with some members otherwise, as a scenario says them.</summary>
    /// <param name="loaded">The configuration.</param>
    /// <param name="members">What is otherwise.</param>
    /// <param name="at">Where that stands, for messages.</param>
    /// <exception cref="InputException">It says something that cannot be.</exception>
    internal static LoadedConfig Overlaid(LoadedConfig loaded, JsonObject members, string? at = null)
    {
        JsonObject root = (JsonObject)BaseConfig.Merged(loaded.Root!.DeepClone(), members)!;
        root.Remove("scenarios");
        return Read(root, at is null ? loaded.Path : $"{loaded.Path}: {at}", loaded.Folder, loaded.OwnFolder);
    }

    private static JsonObject RootOf(string text, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text.TrimStart('\uFEFF'), DocumentOptions);
            CheckTexts(document.RootElement, "", path);
            return JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: DocumentOptions) as JsonObject
                ?? throw new InputException($"{path} must hold a JSON object: {{ \"sources\": [ ... ] }}.");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path} is not valid JSON: line {e.LineNumber + 1}, character {e.BytePositionInLine + 1}. Look for a missing comma, quote or bracket there.", e);
        }
    }

    private static LoadedConfig Read(JsonObject root, string path, string folder, string own)
    {
        ShapeCheck.Check(root, typeof(InventoryConfig), "", path);
        InventoryConfig config;
        try
        {
            config = root.Deserialize<InventoryConfig>(MemberJson.Options)!;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or FormatException)
        {
            string where = e is JsonException { Path: { Length: > 2 } at } ? at[2..] : "a member";
            throw new InputException($"{path}: {where} has a value of the wrong kind: see 'housing-inventory schema'.", e);
        }

        HashSet<string> written = new(StringComparer.Ordinal);
        CollectPaths(root, "", written);
        LoadedConfig loaded = new(config, folder, path) { Written = written, OwnFolder = own, Root = root };
        ConfigRules.Check(loaded);
        return loaded;
    }

    /// <summary>Refuses what is JSON and still cannot be meant: a member that stands twice in its object, and half a character.</summary>
    private static void CheckTexts(JsonElement element, string at, string file)
    {
        try
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                HashSet<string> seen = new(StringComparer.Ordinal);
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    string path = at.Length == 0 ? member.Name : $"{at}.{member.Name}";
                    if (!seen.Add(member.Name))
                    {
                        throw new InputException($"{file}: {path} stands twice; keep one of them.");
                    }

                    CheckTexts(member.Value, path, file);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    CheckTexts(item, string.Create(CultureInfo.InvariantCulture, $"{at}[{index++}]"), file);
                }
            }
            else if (element.ValueKind == JsonValueKind.String)
            {
                _ = element.GetString();
            }
        }
        catch (InvalidOperationException e)
        {
            throw new InputException($"{file}: {(at.Length == 0 ? "a name" : at)} holds an escape such as \\ud800 that is no character; write the character itself.", e);
        }
    }

    private static void CollectPaths(JsonNode? node, string at, HashSet<string> into)
    {
        if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? child) in members)
            {
                string path = at.Length == 0 ? name : $"{at}.{name}";
                into.Add(path);
                CollectPaths(child, path, into);
            }
        }
    }

    /// <summary>The name of a member in JSON.</summary>
    internal static string MemberName(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
