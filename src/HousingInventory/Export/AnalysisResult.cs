namespace HousingInventory.Export;

/// <summary>What a second analysis adds to the results: values only, as everything that is exported.</summary>
/// <param name="Name">Name of the analysis in the configuration.</param>
/// <param name="Type">Its type.</param>
public sealed record AnalysisResult(string Name, string Type)
{
    /// <summary>Columns of candidates, after those of the criteria.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; init; } = [];

    /// <summary>Layers beside stops, lines and services.</summary>
    internal IReadOnlyList<ResultLayer> Layers { get; init; } = [];

    /// <summary>A section of the report; null for none.</summary>
    public ReportSection? Section { get; init; }

    /// <summary>What the manifest says of it, in this order.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Counts { get; init; } = [];
}

/// <summary>A section of the report in the language of the run. It is public: no address, designation or point of a single house may stand in it.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Paragraphs">Sentences.</param>
/// <param name="Header">Headings of a table; empty for none.</param>
/// <param name="Rows">Cells of the table, as many as <paramref name="Header"/> has.</param>
public sealed record ReportSection(string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);
