namespace HousingInventory.Formats;

/// <summary>A layer or table in a project of QGIS.</summary>
public sealed record QgisLayer
{
    /// <summary>What joins, relations and themes call it by: unique in the project, more than ten letters, digits and underscores.</summary>
    public required string Id { get; init; }

    /// <summary>What people read.</summary>
    public required string Title { get; init; }

    /// <summary>Path relative to the project, with <c>/</c>, then <c>|layername=</c> and the table.</summary>
    public required string Source { get; init; }

    /// <summary>Null for a table.</summary>
    public Crs? Crs { get; init; }

    /// <summary>The style that the layer has when the project opens, with its columns.</summary>
    public required QmlStyle Style { get; init; }

    public string StyleName { get; init; } = "default";

    /// <summary>What people may change to; without columns, so that headings and forms stay.</summary>
    public IReadOnlyList<(string Name, QmlStyle Style)> OtherStyles { get; init; } = [];

    /// <summary>Whether it may be edited.</summary>
    public bool IsReadOnly { get; init; } = true;

    public bool IsVisible { get; init; } = true;

    public QgisJoin? Join { get; init; }
}

/// <summary>Columns that a layer takes from another where two columns agree.</summary>
/// <param name="Layer">Id of the other layer.</param>
/// <param name="Column">The other layer's column.</param>
/// <param name="OwnColumn">The layer's column.</param>
/// <param name="Columns">Which columns it takes.</param>
/// <param name="Prefix">Set before their names.</param>
/// <param name="IsEditable">Whether a change of them changes the other layer, and makes a row there where none is.</param>
public sealed record QgisJoin(string Layer, string Column, string OwnColumn, IReadOnlyList<string> Columns, string Prefix, bool IsEditable);

/// <summary>Rows of one layer that belong to a feature of another.</summary>
/// <param name="Id">Unique in the project; forms name it.</param>
/// <param name="Title">What people read.</param>
/// <param name="Child">Id of the layer of the rows.</param>
/// <param name="ChildColumn">Its column.</param>
/// <param name="Parent">Id of the layer that they belong to.</param>
/// <param name="ParentColumn">Its column.</param>
public sealed record QgisRelation(string Id, string Title, string Child, string ChildColumn, string Parent, string ParentColumn);

/// <summary>Layers under one heading, the topmost drawn last.</summary>
public sealed record QgisGroup(string Title, IReadOnlyList<QgisLayer> Layers, bool IsExpanded = true);

/// <summary>Which layers are shown in which style.</summary>
public sealed record QgisTheme(string Name, IReadOnlyList<(string Layer, string Style)> Layers);
