using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HousingInventory.Cli;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Import;
using HousingInventory.Score;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.House;

/// <summary>
/// The pages of docs/generated say what the code says. With UPDATE_GOLDEN=1 these tests write them anew instead of comparing.
/// </summary>
public sealed class GeneratedDocsTests
{
    [Fact]
    public void Every_notice_stands_in_the_catalogue_in_both_languages()
    {
        StringBuilder page = Page(
            "Notices", "Everything that the tool can tell about the data, by code. `notices.csv`, the layer `notices` and the manifest use these codes.");
        foreach (Type type in Notice.Catalogue())
        {
            NoticeAttribute texts = Notice.TextsOf(type);
            Line(page, $"\n## `{Notice.CodeOf(type)}`\n");
            Line(page, $"{texts.Severity.ToString().ToLowerInvariant()}\n");
            Line(page, $"- sv: {texts.Sv} *{texts.FixSv}*");
            Line(page, $"- en: {texts.En} *{texts.Fix}*");
        }

        Compare("notices.md", page.ToString());
    }

    [Fact]
    public void Every_column_of_every_layer_stands_in_the_list_of_columns()
    {
        LoadedConfig loaded = ConfigReader.Load(Path.Combine(RepositoryRoot.Path, "data-samples", "tiny-town", "inventory.json"));
        loaded = loaded with
        {
            Config = loaded.Config with { Criteria = [.. StandardCriteria.All, new MajorRoadCriterion { Name = "major_road" }, new PtalCriterion { Name = "ptal" }, new QualityClassCriterion { Name = "oev" }] },
        };
        Run run = new();
        Results results = Pipeline.Analyse(loaded, run);
        results = results with { Surroundings = results.Surroundings with { Water = [new Point(0, 0).Buffer(1)], Coast = [new LineString([new Coordinate(0, 0), new Coordinate(1, 0)])] } };
        results = results with
        {
            Changes = new HousingInventory.Model.Changes
            {
                Previous = new HousingInventory.Model.PreviousRun { Folder = "", AsOf = default, Version = "", Contract = 1, Inputs = [], Configuration = "{}", Homes = [] },
                InputsFound = [],
                Now = 0,
                Rows = [],
                Before = new Dictionary<int, HousingInventory.Model.PreviousHome>(),
                Came = new Dictionary<int, HousingInventory.Model.Term>(),
                Gone = [],
            },
        };
        StringBuilder page = Page(
            "Columns", "Every column of every result, made from the one list that all writers are fed from. Columns of criteria are those of the standard criteria, and of one of each other type.");
        ResultTable table = new(results);
        IEnumerable<ResultLayer> layers = ResultLayers.All(table, run).Where(l => l.Name is not (CandidateLayers.Points or FlatRows.Name or FollowUpRows.Name));
        foreach (ResultLayer layer in layers.Append(FlatRows.All(table)).Concat(FollowUpRows.Of(table)))
        {
            string kind = layer.GeometryType is null ? "Table" : "Layer";
            string title = layer.Name == CandidateLayers.Areas ? "Layers `candidates` and `candidate_points`, and candidates.geojson" : $"{kind} `{layer.Name}`";
            bool isOfBuildings = layer.Columns is IReadOnlyList<ResultColumn>;
            Line(page, isOfBuildings ? (FormattableString)$"\n## {title}\n" : $"\n## {title}\n\n{layer.DescriptionSv} {layer.DescriptionEn}\n");
            Table(page, layer.Columns);
            if (layer.Name == BuildingLayer.Name)
            {
                Line(page, $"\n## shortlist.csv\n\nIn this order: {string.Join(", ", new Shortlist(table).Columns.Select(c => $"`{c.Name}`"))}.");
                foreach ((string file, IReadOnlyList<HousingInventory.Model.Term> columns) in ((string, IReadOnlyList<HousingInventory.Model.Term>)[])[
                    ("limits.csv", LimitsTable.Columns), ("changes.csv, where there is an earlier run", ChangesTables.ChangesColumns), ("gone.csv, where there is an earlier run", ChangesTables.GoneColumns)])
                {
                    Line(page, $"\n## {file}\n\n| column | svenska | English |\n|---|---|---|");
                    foreach (HousingInventory.Model.Term column in columns)
                    {
                        Line(page, $"| `{column.Key}` | {column.Sv} | {column.En} |");
                    }
                }
            }
        }

        Compare("columns.md", page.ToString());
    }

    [Fact]
    public void The_committed_schema_is_the_one_that_the_command_prints() => Compare("configuration-schema.json", ConfigSchema.Text());

    [Fact]
    public void Every_layout_and_column_name_stands_in_the_list_of_sources()
    {
        StringBuilder page = Page(
            "Sources",
            "What is recognised of every type of source: the names that `layout` may have, with the columns that tell each, and the words of `columns`, each with the headings that are known without it. "
            + "Headings are compared without case, blanks, `_`, `-` and `.`, and å, ä and ö as a and o.");
        foreach (JsonDerivedTypeAttribute door in typeof(Source).GetCustomAttributes<JsonDerivedTypeAttribute>())
        {
            SourceVocabulary known = ((Source)Activator.CreateInstance(door.DerivedType)!).Vocabulary;
            Line(page, $"\n## `{door.TypeDiscriminator}`\n");
            Line(page, $"| layout | read from | told by |\n|---|---|---|");
            foreach (SourceLayout layout in known.Layouts)
            {
                Line(page, $"| `{layout.Name}` | {CarrierWord(layout.Carrier)} | {string.Join(", ", layout.Marks.Select(m => $"`{m.Replace("|", "` or `", StringComparison.Ordinal)}`"))} |");
            }

            if (known.Columns.Count > 0)
            {
                Line(page, $"\n| word of `columns` | known headings |\n|---|---|");
            }

            foreach (ColumnWord word in known.Columns)
            {
                string keys = word.Nouns.Length > 0 ? $"; else {string.Join(", ", word.Nouns.Select(n => $"`{n}`"))} with any of {string.Join(", ", ColumnMap.KeyWords.Select(k => $"`{k}`"))}" : "";
                Line(page, $"| `{word.Target}` | {string.Join(", ", word.Known.Select(k => $"`{k}`"))}{keys} |");
            }
        }

        Compare("sources.md", page.ToString());
    }

    [Fact]
    public void Every_verb_and_option_stands_in_the_list_of_verbs()
    {
        StringBuilder page = Page("Verbs", "Made from the command itself; `housing-inventory VERB --help` prints the same.");
        foreach (Command verb in Commands.Root(CancellationToken.None).Subcommands)
        {
            string words = string.Concat(verb.Arguments.Select(a => " " + a.Name.ToUpperInvariant() + (a.Arity.MaximumNumberOfValues > 1 ? "..." : "")));
            Line(page, $"\n## `housing-inventory {verb.Name}{words}`\n\n{verb.Description}");
            page.Append(verb.Arguments.Count + verb.Options.Count > 0 ? "\n" : "");
            foreach (Argument argument in verb.Arguments)
            {
                Line(page, $"- `{argument.Name.ToUpperInvariant()}`: {argument.Description}");
            }

            foreach (Option option in verb.Options.Where(o => o.Name.StartsWith("--", StringComparison.Ordinal)))
            {
                string standard = option.HasDefaultValue && option.GetDefaultValue() is { } value and not false and not Array
                    ? $" Default: {Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant()}."
                    : "";
                Line(page, $"- `{option.Name}`{(option.Required ? " (required)" : "")}: {option.Description}{standard}");
            }
        }

        Compare("verbs.md", page.ToString());
    }

    [Fact]
    public void The_page_on_the_configuration_names_every_member_and_every_type()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "configuration.md"));
        SortedSet<string> words = new(StringComparer.Ordinal);
        Collect(JsonNode.Parse(ConfigSchema.Text()), words);
        List<string> missing = [.. words.Where(w => !page.Contains($"`{w}`", StringComparison.Ordinal) && !page.Contains($"\"{w}\"", StringComparison.Ordinal))];
        Assert.True(missing.Count == 0, "docs/configuration.md does not name: " + string.Join(", ", missing));
    }

    [Fact]
    public void The_readme_shows_what_the_sample_prints()
    {
        LoadedConfig loaded = ConfigReader.Load(Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "inventory.json"));
        Run run = new();
        string printed = Summary.Of(Pipeline.Analyse(loaded, run), run, "out", loaded.Config.Language);
        string path = Path.Combine(RepositoryRoot.Path, "README.md");
        string readme = File.ReadAllText(path);
        const string fence = "```text\n";
        int start = readme.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        int end = readme.IndexOf("```", start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, readme[..start] + printed + readme[end..]);
            return;
        }

        Assert.True(readme[start..end] == printed, $"README.md does not show what the sample prints; run scripts/make-docs (UPDATE_GOLDEN=1). Printed:\n{printed}");
    }

    // Names of members, and the types of sources, criteria and outputs.
    private static void Collect(JsonNode? node, SortedSet<string> words)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Collect(item, words);
            }
        }

        foreach ((string name, JsonNode? child) in node as JsonObject ?? [])
        {
            if (name == "properties" && child is JsonObject members)
            {
                words.UnionWith(members.Select(m => m.Key));
                if (members["type"]?["const"] is JsonValue type)
                {
                    words.Add(type.GetValue<string>());
                }
            }

            Collect(child, words);
        }
    }

    private static string CarrierWord(Carrier carrier) => carrier switch
    {
        Carrier.Register => "the register's own delivery",
        Carrier.BuildingXml => "Lantmäteriet's XML of buildings",
        Carrier.OpenStreetMap => "OpenStreetMap PBF",
        Carrier.Timetable => "GTFS",
        _ => "a table or layer",
    };

    private static StringBuilder Page(string title, string sentence) =>
        new($"# {title}\n\nGenerated from the code; change the code, then run `scripts/make-docs`.\n\n{sentence}\n");

    /// <summary>Meanings and values only where a column has them.</summary>
    private static void Table(StringBuilder page, IReadOnlyList<LayerColumn> columns)
    {
        bool areDescribed = columns.Any(c => c.DescriptionEn.Length > 0 || c.Values.Count > 0);
        Line(page, areDescribed ? (FormattableString)$"| column | type | svenska | English | meaning | values |\n|---|---|---|---|---|---|" : $"| column | type | svenska | English |\n|---|---|---|---|");
        foreach (LayerColumn column in columns)
        {
            string meaning = column.DescriptionEn.Length > 0 ? $"{column.DescriptionSv} / {column.DescriptionEn}" : "";
            string values = string.Join(", ", column.Values.Select(v => $"`{v.Key}` {v.Sv} / {v.En}"));
            Line(page, areDescribed ? (FormattableString)$"| `{column.Name}` | {Word(column)} | {column.Sv} | {column.En} | {meaning} | {values} |" : $"| `{column.Name}` | {Word(column)} | {column.Sv} | {column.En} |");
        }
    }

    private static string Word(LayerColumn column) => column.Type.ToString().ToLowerInvariant() + (column.MaxLength > 0 ? FormattableString.Invariant($", at most {column.MaxLength} characters") : "");

    private static void Line(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Compare(string name, string made)
    {
        string path = Path.Combine(RepositoryRoot.Path, "docs", "generated", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, made);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == made,
            $"docs/generated/{name} is not what the code gives. If the change is meant, run scripts/make-docs (UPDATE_GOLDEN=1) and commit the page.");
    }
}
