namespace HousingInventory.Formats;

/// <summary>How a feature's columns are shown and changed: in tabs, and which of them at all.</summary>
public sealed record QmlForm
{
    public required IReadOnlyList<QmlTab> Tabs { get; init; }

    /// <summary>Columns that may be changed; null for all.</summary>
    public IReadOnlyList<string>? Editable { get; init; }

    /// <summary>Columns that the table of attributes leaves out.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
}

/// <summary>A tab of a form.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Columns">Its columns in order; those that the layer lacks are passed over by QGIS.</param>
/// <param name="Relation">A relation of the project, whose rows are listed and changed below the columns; null for none.</param>
public sealed record QmlTab(string Title, IReadOnlyList<string> Columns, string? Relation = null);
