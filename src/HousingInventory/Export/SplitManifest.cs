using System.Text.Json;

namespace HousingInventory.Export;

/// <summary>
/// manifest.json of a run that is split: its municipalities in sums, and every file of all of them. What each was made of stands in the manifest of its own folder.
/// </summary>
internal static class SplitManifest
{
    /// <param name="parts">The municipalities, in the order of the configuration.</param>
    /// <param name="written">Files beside their folders.</param>
    /// <param name="configuration">The configuration with every default, as JSON.</param>
    /// <param name="title">What the run is called.</param>
    /// <param name="folder">Where it is written to.</param>
    public static void Write(IReadOnlyList<MunicipalityPart> parts, IEnumerable<ManifestOutput> written, string configuration, string? title, string folder)
    {
        using FileStream stream = File.Create(Path.Combine(folder, ResultsFolder.Manifest));
        using (Utf8JsonWriter json = new(stream, Manifest.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("contract", 1);
            json.WriteString("version", ToolVersion.Text);
            json.WriteString("title", title);
            json.WriteString("split", "municipality");
            json.WriteStartArray("municipalities");
            foreach (MunicipalityPart part in parts)
            {
                json.WriteStartObject();
                json.WriteString("code", part.Code);
                json.WriteString("path", $"{InnerFolders.Municipalities}/{part.Code}");
                json.WriteString("asOf", part.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                Manifest.Counts(json, "statuses", part.Statuses);
                json.WriteNumber("candidates", part.Candidates);
                json.WriteNumber("listed", part.Listed);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Manifest.Counts(json, "statuses", Sums(parts.SelectMany(static p => p.Statuses)));
            Manifest.Counts(json, "notices", Sums(parts.SelectMany(static p => p.Notices)).OrderBy(static n => n.Key, StringComparer.Ordinal));
            Manifest.Outputs(json, [.. written, .. parts.SelectMany(static p => p.Files)]);
            json.WritePropertyName("config");
            using (JsonDocument config = JsonDocument.Parse(configuration))
            {
                config.RootElement.WriteTo(json);
            }

            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static IEnumerable<KeyValuePair<string, long>> Sums(IEnumerable<KeyValuePair<string, long>> counts) =>
        counts.GroupBy(static c => c.Key, StringComparer.Ordinal).Select(static g => KeyValuePair.Create(g.Key, g.Sum(static c => c.Value)));
}
