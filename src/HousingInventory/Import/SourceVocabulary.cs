namespace HousingInventory.Import;

/// <summary>What a source can be carried by; each has a reader of its own.</summary>
internal enum Carrier
{
    /// <summary>Rows with named columns: GeoPackage, GeoJSON, Shapefile, delimited text, XLSX, a PostGIS table.</summary>
    Table,

    /// <summary>A population extract in the register's own layout.</summary>
    Register,

    /// <summary>Lantmäteriet's XML of buildings.</summary>
    BuildingXml,

    /// <summary>OpenStreetMap PBF.</summary>
    OpenStreetMap,

    /// <summary>GTFS.</summary>
    Timetable,
}

/// <summary>A way in which a source is delivered.</summary>
/// <param name="Name">The word of <c>layout</c>, <c>inspect</c> and the manifest.</param>
/// <param name="Carrier">What it is read from.</param>
/// <param name="Marks">
/// The columns that tell it from other tables: a column's name, several with | between where one is enough, or a word of <c>columns</c>, for which any of its
/// names will do. None for the layout that takes what no other does.
/// </param>
internal sealed record SourceLayout(string Name, Carrier Carrier, params string[] Marks);

/// <summary>A word of <c>columns</c>.</summary>
/// <param name="Target">The word: id, purpose, category ...</param>
/// <param name="Known">Names under which the column is delivered, best first.</param>
internal sealed record ColumnWord(string Target, params string[] Known)
{
    /// <summary>For the key of a thing, the nouns for it: any of them with any word for a key is taken too.</summary>
    public string[] Nouns { get; init; } = [];

    /// <summary>Where names of nothing else begin so, folded: any name with this in front is taken too ("Antal folkbokförda 2026-11-01").</summary>
    public string[] Fronts { get; init; } = [];

    /// <summary>Every noun with every word for a key, folded.</summary>
    public IEnumerable<string> KeyNames() => Nouns.SelectMany(static noun => ColumnMap.KeyWords.Select(key => noun + key));
}

/// <summary>
/// What a type of source knows of its layouts and columns. The reader, the check of the configuration, <c>inspect</c> and docs/generated/sources.md all ask this
/// one list.
/// </summary>
/// <param name="Layouts">Most telling first.</param>
/// <param name="Columns">Every word that <c>columns</c> may use for a table.</param>
internal sealed record SourceVocabulary(IReadOnlyList<SourceLayout> Layouts, IReadOnlyList<ColumnWord> Columns)
{
    /// <summary>
    /// The columns of the register's own product in their order, which tells them apart where software has cut their names to ten characters and numbered those
    /// that became equal.
    /// </summary>
    public IReadOnlyList<string> Product { get; init; } = [];

    /// <summary>Words that <c>columns</c> may use for OpenStreetMap, where they name tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The layout of this name; null when the type has none such.</summary>
    public SourceLayout? Find(string name) => Layouts.FirstOrDefault(l => l.Name == name);

    /// <summary>The word for a column.</summary>
    public ColumnWord? Word(string target) => Columns.FirstOrDefault(w => w.Target == target);
}
