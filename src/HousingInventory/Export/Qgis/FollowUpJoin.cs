using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Export.Qgis;

/// <summary>The follow-up as a project joins it to the houses.</summary>
internal sealed record FollowUpJoin
{
    /// <summary>Id of its layer in the project.</summary>
    public const string Layer = "inventory_followup";

    private const string Prefix = "followup_";

    private const string AttachmentName = "attachment";

    /// <summary>How a house was found, as forms offer it; any other words stay as they were written.</summary>
    private static IReadOnlyList<Term> Conditions { get; } =
    [
        new("1", "1 Fallfärdigt", "1 Ruinous"),
        new("2", "2 Dåligt", "2 Poor"),
        new("3", "3 Medel", "3 Fair"),
        new("4", "4 Bra", "4 Good"),
        new("5", "5 Mycket bra", "5 Very good"),
    ];

    /// <summary>Where it lies, relative to inventory.gpkg.</summary>
    public required string Source { get; init; }

    /// <summary>Its columns by what they mean: ref or building_id, then state, contacted_on ...</summary>
    public required IReadOnlyDictionary<string, string> ColumnOf { get; init; }

    /// <summary>Whether it is the user's own table, which QGIS may change.</summary>
    public required bool IsEditable { get; init; }

    /// <summary>Whether it is all that was read; otherwise what the run found in other files stands beside it.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Its columns as they stand in the follow-up's own table.</summary>
    public required IReadOnlyList<GpkgColumn> OwnColumns { get; init; }

    /// <summary>What it is joined by: the column of the houses, and thereby the meaning of its own.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the relation between a layer of houses and its rows.</summary>
    public string Relation { get; init; } = "";

    /// <summary>The joined columns, as a layer of houses shows them.</summary>
    public IReadOnlyList<GpkgColumn> Columns => [.. Taken.Select(c => c with { Name = Prefix + c.Name })];

    /// <summary>The name that the column of a meaning has in a layer of houses; null when the follow-up has none.</summary>
    public string? Joined(string meaning) => ColumnOf.TryGetValue(meaning, out string? column) ? Prefix + column : null;

    public QgisJoin ToJoin() => new(Layer, ColumnOf[Key], Key, [.. Taken.Select(c => c.Name)], Prefix, IsEditable);

    /// <summary>The user's own GeoPackage when there is a way to it from the results, else the table that inventory.gpkg has; null without a follow-up.</summary>
    /// <param name="results">The run.</param>
    /// <param name="folder">Where the results will lie.</param>
    public static FollowUpJoin? Of(Results results, string folder)
    {
        Dictionary<string, GpkgColumn> columns = FollowUpRows.Columns.ToDictionary(c => c.Name, c => GpkgTables.Column(c, results.Frame.Language), StringComparer.Ordinal);
        columns["condition"] = columns["condition"] with { Values = [.. Conditions.Select(c => new GpkgValue(c.Key, c.In(results.Frame.Language)))] };
        columns.Add(AttachmentName, Attachment(results.Frame.Language));
        foreach (FollowUpTable own in results.Papers.FollowUpTables)
        {
            string way = Path.GetRelativePath(folder, own.FullPath).Replace('\\', '/');
            if (!Path.IsPathRooted(way))
            {
                return new FollowUpJoin
                {
                    Source = $"{(way.StartsWith("../", StringComparison.Ordinal) ? "" : "./")}{way}|layername={own.Layer}",
                    ColumnOf = own.ColumnOf,
                    Key = own.ColumnOf.ContainsKey("ref") ? "ref" : "building_id",
                    IsEditable = true,
                    IsWhole = results.Books.Files.Count(f => f.Type == "followup") == 1,
                    OwnColumns = [.. columns.Where(c => own.ColumnOf.ContainsKey(c.Key)).Select(c => c.Value with { Name = own.ColumnOf[c.Key] })],
                };
            }
        }

        return !results.Books.Has("followup") ? null : new FollowUpJoin
        {
            Source = $"./inventory.gpkg|layername=followup",
            ColumnOf = columns.Keys.Where(k => k != AttachmentName).ToDictionary(k => k, k => k, StringComparer.Ordinal),
            Key = "building_id",
            IsEditable = false,
            IsWhole = true,
            OwnColumns = [.. columns.Values.Where(c => c.Name != AttachmentName)],
        };
    }

    /// <summary>The column of a form in QGIS that points to a picture of the house; the run does not read it.</summary>
    public static GpkgColumn Attachment(Language language) => new(
        AttachmentName, "TEXT", language == Language.Sv ? "Bild eller bilaga" : "Picture or attachment",
        language == Language.Sv ? "Vägen till filen. Läses inte av körningen." : "The way to the file. The run does not read it.")
    {
        IsFile = true,
    };

    private IEnumerable<GpkgColumn> Taken => OwnColumns.Where(c => c.Name != ColumnOf.GetValueOrDefault("ref") && c.Name != ColumnOf.GetValueOrDefault("building_id"));
}
