using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Configuration;

/// <summary>
/// Scenarios that stand in a file of their own: a list as JSON, or a GeoPackage or GeoJSON in which each row or feature with a column <c>scenario</c> or <c>type</c> is
/// a change. They become what might have been written in the configuration itself.
/// </summary>
internal static class ScenarioFile
{
    /// <summary>Puts the scenarios of a file in the place of its path.</summary>
    /// <exception cref="InputException">The file is missing, or holds no change.</exception>
    public static void Expand(JsonObject root, string path, string own)
    {
        if (root["scenarios"] is not JsonValue said || said.GetValueKind() != JsonValueKind.String)
        {
            return;
        }

        string name = said.GetValue<string>();
        string file = Path.GetFullPath(Path.Combine(own, name.Replace('\\', '/')));
        if (!File.Exists(file))
        {
            throw new InputException($"{path}: scenarios names '{name}', which does not exist; make one to draw in with 'housing-inventory init DIR --scenarios'.");
        }

        try
        {
            root["scenarios"] = Listed(file) ?? Drawn(file, name, path);
        }
        catch (Exception e) when (e is DataFormatException or IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException($"{path}: scenarios, {name}: {e.Message}", e);
        }
    }

    /// <summary>The list of a JSON file that is no GeoJSON; null for any other.</summary>
    private static JsonArray? Listed(string file)
    {
        if (DataFile.Recognise(file) is not DataFormat.Json)
        {
            return null;
        }

        JsonNode? node = JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return (node is JsonObject members ? members["scenarios"] : node) is JsonArray list ? (JsonArray)list.DeepClone()
            : throw new InputException($"{file} must hold a list of scenarios: [ {{ \"name\": ... }} ].");
    }

    private static JsonArray Drawn(string file, string name, string path)
    {
        SortedDictionary<string, JsonArray> scenarios = new(StringComparer.Ordinal);
        foreach (LayerInfo layer in DataFile.Layers(file).Where(l => l.FindColumn("type") >= 0 || l.FindColumn("scenario") >= 0))
        {
            using IFeatureCursor cursor = DataFile.Open(file, new ReadOptions(layer.Name));
            Row row = new(cursor);
            List<(string Scenario, string Key, JsonObject Change)> changes = [];
            while (cursor.Read())
            {
                // A point that belongs to a line is its stop, and no change of its own.
                if (row.Text("line_name") is null)
                {
                    changes.Add((row.Text("scenario") ?? "scenario", row.Key, Change(row, name, layer.Name, (int)cursor.Row)));
                }
            }

            // By what they say, so that the order in which somebody drew them does not show.
            foreach ((string scenario, _, JsonObject change) in changes.OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                if (!scenarios.TryGetValue(scenario, out JsonArray? list))
                {
                    scenarios.Add(scenario, list = []);
                }

                list.Add((JsonNode)change);
            }
        }

        return scenarios.Count == 0
            ? throw new InputException($"{path}: scenarios, {name}: no layer with a column 'scenario' or 'type' holds a row; draw one, or see 'housing-inventory init DIR --scenarios'.")
            : [.. scenarios.Select(s => (JsonNode)new JsonObject { ["name"] = s.Key, ["changes"] = s.Value })];
    }

    private static JsonObject Change(Row row, string file, string layer, int number)
    {
        string type = row.Text("type") ?? "new-line";
        JsonObject change = new() { ["type"] = type };
        Put("line", row.Text("line"));
        Put("note", row.Text("note"));
        if (row.Words("days") is { Length: > 0 } days)
        {
            change["days"] = new JsonArray([.. days.Select(d => (JsonNode)d)]);
        }

        bool isLine = type is "new-line" or "extend-line" or "detour", isPlace = type is "add-stop" or "move-stop";
        if ((isLine || isPlace) && row.HasGeometry)
        {
            JsonObject draw = new() { ["path"] = file, ["layer"] = layer };
            draw[row.Text("name") is null ? "row" : "name"] = row.Text("name") is { } called ? called : number;
            change["draw"] = draw;
        }

        Put(type is "detour" ? "after" : "at", type is "extend-line" or "detour" or "add-departures" ? row.Text("at") : null);
        Put("stop", type is "move-stop" or "remove-stop" ? row.Text("stop") ?? row.Text("at") : null);
        Put("name", type == "add-stop" ? row.Text("name") : null);
        Put("direction", type is "new-line" or "move-stop" or "remove-stop" ? null : row.Text("direction"));
        Put("keep", type is "detour" or "add-stop" ? row.Text("keep") : null);
        if (row.Text("trips") is { } trips && type is not ("new-line" or "move-stop" or "remove-stop" or "add-departures"))
        {
            change["trips"] = trips;
        }

        if (isLine && row.Number("stop_every_m") is { } every)
        {
            change["stopEveryM"] = every;
        }

        if (type == "shift-departures" && row.Number("minutes") is { } minutes)
        {
            change["minutes"] = (int)minutes;
        }

        if (type == "new-line")
        {
            change["departures"] = Departures(row);
        }
        else if (type == "add-departures")
        {
            change["times"] = Times(row.Words("departures"));
        }

        return change;

        void Put(string member, string? value)
        {
            if (value is not null)
            {
                change[member] = value;
            }
        }
    }

    /// <summary>"06:40 15:20", or "every 60 06:00-18:00".</summary>
    private static JsonObject Departures(Row row)
    {
        string[] words = [.. row.Words("departures")];
        return words is ["every", { } minutes, { } span] && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out int every) && span.Split('-') is [{ } from, { } until]
            ? new JsonObject { ["every"] = every, ["from"] = from, ["until"] = until }
            : new JsonObject { ["out"] = Times(words), ["back"] = Times(row.Words("back")) };
    }

    private static JsonArray Times(IEnumerable<string> words) => [.. words.Select(w => (JsonNode)w)];

    /// <summary>The current row of a layer.</summary>
    private sealed class Row(IFeatureCursor cursor)
    {
        public bool HasGeometry => cursor.Geometry is { IsEmpty: false };

        /// <summary>Everything that the row says.</summary>
        public string Key => string.Join('\u001f', Enumerable.Range(0, cursor.Layer.Columns.Count).OrderBy(i => cursor.Layer.Columns[i].Name, StringComparer.Ordinal)
            .Where(i => cursor.Layer.Columns[i].Name is not ("fid" or "id")).Select(i => cursor.Layer.Columns[i].Name + "=" + cursor.Text(i))) + "\u001f" + cursor.Geometry?.AsText();

        public string? Text(string column) => cursor.Layer.FindColumn(column) is >= 0 and int at ? cursor.Text(at) : null;

        public double? Number(string column) => cursor.Layer.FindColumn(column) is >= 0 and int at ? cursor.Number(at) : null;

        public string[] Words(string column) => Text(column)?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [];
    }
}
