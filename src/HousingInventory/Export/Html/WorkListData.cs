using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Export.Html;

/// <summary>
/// What the work list's page is built from when it is opened: a column of values for each column of the shortlist, and for each criterion the points that its
/// weights are tried on. All by the order of the run, best first. It is JSON in which no sign of HTML stands as itself.
/// </summary>
internal sealed class WorkListData(HtmlWords words, ResultTable table, Shortlist list)
{
    /// <summary>Columns that the page works out of the weights or has no use for.</summary>
    private static readonly HashSet<string> Live = new(StringComparer.Ordinal) { "rank", "score", "score_max", "rank_ties", "ref", "building_id", "north", "east", "map_link" };

    /// <summary>More outlines than this would make the page heavy; such a list is looked at as points.</summary>
    private const int MostOutlines = 10_000;

    private readonly Results _results = table.Results;
    private readonly WorkListStrings _strings = new();
    private readonly Dictionary<string, ResultColumn> _columns = list.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);

    private IReadOnlyList<ResultRow> Rows => table.Candidates;

    /// <summary>Writes the data as UTF-8.</summary>
    /// <param name="frame">The map that places are drawn on.</param>
    /// <param name="sentences">What the page says, by key.</param>
    public byte[] ToBytes(MapFrame frame, IReadOnlyDictionary<string, object> sentences)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            json.WriteStartObject();
            json.WriteNumber("top", _results.Rules.Shortlist.Top);
            json.WriteString("today", HtmlWords.Day(_results.Frame.AsOf));
            Sentences(json, sentences);
            Strings(json, "refs", Rows.Select(r => Ref.Of(r.Building.Id)));
            Columns(json);
            Criteria(json);
            Order(json);
            Doubts(json);
            Firmness(json);
            if (_columns.TryGetValue("map_link", out ResultColumn? link))
            {
                Strings(json, "mapLinks", Rows.Select(r => (string?)link.Get(r) ?? ""));
            }

            Map(json, frame);
            Strings(json, "strings", _strings.All);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Sentences(Utf8JsonWriter json, IReadOnlyDictionary<string, object> sentences)
    {
        json.WritePropertyName("words");
        JsonSerializer.Serialize(json, sentences);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<long> values)
    {
        json.WriteStartArray(name);
        foreach (long value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private void Columns(Utf8JsonWriter json)
    {
        json.WriteStartArray("columns");
        foreach (ResultColumn column in list.Columns)
        {
            object?[] values = Live.Contains(column.Name) ? [] : [.. Rows.Select(column.Get)];
            if (values.Length > 0 && values.All(v => v is null) && column.Name is not "state")
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("label", column.Label(words.Language));
            if (column.Type is ResultType.Integer or ResultType.Real)
            {
                json.WriteBoolean("number", true);
                json.WriteNumber("decimals", column.Decimals);
                Values(json, values);
            }
            else
            {
                Texts(json, [.. values.Select(v => words.Value(column, v))]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter json, object?[] values)
    {
        json.WriteStartArray("values");
        foreach (object? value in values)
        {
            switch (value)
            {
                case long whole:
                    json.WriteNumberValue(whole);
                    break;
                case decimal number:
                    json.WriteNumberValue(number / 1.000000000000000000000000000000000m);
                    break;
                default:
                    json.WriteNullValue();
                    break;
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Each text once, and for each row its number from 1, 0 for none.</summary>
    private static void Texts(Utf8JsonWriter json, string?[] texts)
    {
        WorkListStrings once = new();
        Numbers(json, "values", [.. texts.Select(t => string.IsNullOrEmpty(t) ? 0L : once.Number(t) + 1)]);
        Strings(json, "texts", once.All);
    }

    private void Criteria(Utf8JsonWriter json)
    {
        JsonNode settings = JsonNode.Parse(_results.Frame.Configuration)!;
        json.WriteStartArray("criteria");
        IReadOnlyList<IReadOnlyList<ResultColumn>> columns = CriterionColumns.All(_results.Scores);
        for (int k = 0; k < columns.Count; k++)
        {
            (Criterion criterion, CriterionResult result) = _results.Scores.Criteria[k];
            json.WriteStartObject();
            json.WriteString("name", criterion.Name);
            json.WriteString("label", columns[k][0].Label(words.Language));
            json.WriteString("weight", Weight(criterion));
            json.WriteBoolean("without", result.WithoutData);
            Numbers(json, "points", Rows.Select(r => (long)result.PointsTenths[r.Home]));
            json.WriteString("unknown", string.Concat(Rows.Select(r => result.States[r.Home] is MeasureState.OffNetwork or MeasureState.NoData ? '1' : '0')));
            Numbers(json, "order", Places(Ranking.Burdens(criterion, result)));
            Strings(json, "more", columns[k].Skip(3).Select(c => c.Name));
            json.WriteString("config", Lines(settings, criterion));
            if (result.Told.Any(t => t is not null))
            {
                json.WriteStartArray("told");
                foreach (ResultRow row in Rows)
                {
                    WorkListTold.Write(json, result.Told[row.Home], _strings, words);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("metresPerMinute", settings["walking"]?["metresPerMinute"]?.GetValue<double>() ?? new WalkingConfig().MetresPerMinute);
    }

    /// <summary>For each row the place of its measure among all, the best 0 and equal ones alike.</summary>
    private IEnumerable<long> Places(double[] burdens)
    {
        double[] distinct = [.. burdens.Distinct().Order()];
        return Rows.Select(r => (long)Array.BinarySearch(distinct, burdens[r.Home]));
    }

    /// <summary>The weight as it is summed: the decimal number nearest to what was written.</summary>
    public static string Weight(Criterion criterion) => ((decimal)criterion.Weight).ToString(CultureInfo.InvariantCulture);

    /// <summary>A criterion as the configuration may hold it, with a sign in the place of its weight.</summary>
    private static string Lines(JsonNode settings, Criterion criterion)
    {
        JsonObject all = settings["criteria"]!.AsArray().Select(c => c!.AsObject()).First(c => c["name"]!.GetValue<string>() == criterion.Name);
        JsonObject own = new() { ["type"] = all["type"]!.DeepClone(), ["name"] = criterion.Name, ["weight"] = "@" };
        foreach ((string name, JsonNode? value) in all.Where(m => m.Value is not null && !own.ContainsKey(m.Key)).ToList())
        {
            own[name] = value!.DeepClone();
        }

        string text = own.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return text.Replace("\"weight\":\"@\"", "\"weight\":@", StringComparison.Ordinal);
    }

    /// <summary>What decides where two homes have the same sum.</summary>
    private void Order(Utf8JsonWriter json)
    {
        long[] byId = new long[Rows.Count];
        foreach ((int place, ResultRow row) in Rows.OrderBy(r => r.Building.Id, StringComparer.Ordinal).Index())
        {
            byId[row.Position] = place;
        }

        json.WriteStartObject("rank");
        Numbers(json, "fails", Rows.Select(r => _results.Ranking.Fails[r.Position] is null ? 0L : 1L));
        Numbers(json, "tie", byId);
        json.WriteEndObject();
    }

    private void Doubts(Utf8JsonWriter json) => Numbers(json, "doubts", Rows.Select(r => _results.Flags.ConfidenceReasons[r.Index] is { Count: > 0 } reasons
        ? _strings.Number(string.Join("; ", reasons.Select(d => Term.Of(d).In(words.Language)))) + 1L : 0L));

    /// <summary>How firm a rank is: where its bar stands between the first place and the last, and the sentence.</summary>
    private void Firmness(Utf8JsonWriter json)
    {
        if (_results.Robust is not { } robust)
        {
            return;
        }

        double all = robust.Ranges.Count;
        json.WriteStartArray("robust");
        foreach (ResultRow row in Rows)
        {
            RankRange range = robust.Ranges[row.Position];
            json.WriteStartArray();
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"margin-left:{100 * (range.P5 - 1) / all:0.#}%;width:{Math.Max(1, 100 * (range.P95 - range.P5 + 1) / all):0.#}%"));
            json.WriteStringValue(ReportRobustness.Sentence(words, robust, row.Position));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void Map(Utf8JsonWriter json, MapFrame frame)
    {
        json.WriteStartArray("classes");
        foreach (ScoreClass of in MapLook.Scores)
        {
            json.WriteStartObject();
            json.WriteNumber("from", of.From);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("map");
        json.WriteNumber("width", Math.Round(frame.Width, 1));
        json.WriteNumber("height", Math.Round(frame.Height, 1));
        json.WriteNumber("labelled", MapLook.Labelled);
        Numbers(json, "x", Rows.Select(r => frame.WholeX(r.Building.House.X)));
        Numbers(json, "y", Rows.Select(r => frame.WholeY(r.Building.House.Y)));
        Strings(json, "outline", Rows.Select(r => Rows.Count > MostOutlines ? "" : WorkListMap.Outline(r.Building)));
        WorkListMap.Places(json, frame, _results, words);
        json.WriteEndObject();
    }
}

/// <summary>Texts that are written once and pointed to by number.</summary>
internal sealed class WorkListStrings
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public int Number(string text)
    {
        if (!_numbers.TryGetValue(text, out int number))
        {
            _numbers.Add(text, number = _all.Count);
            _all.Add(text);
        }

        return number;
    }
}
