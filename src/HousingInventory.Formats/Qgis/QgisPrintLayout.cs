using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>A sheet to print, A3 lying: map, title, legend, scale bar, north arrow, marking and sources.</summary>
public sealed record QgisPrintLayout
{
    /// <summary>What people choose it by.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>A line below the title, for example what is shown and of what day.</summary>
    public required string Subtitle { get; init; }

    /// <summary>A word or two in a frame, for example that this is no final document; "" for none.</summary>
    public string Marking { get; init; } = "";

    public required string LegendTitle { get; init; }

    /// <summary>The layers of the legend, by id and title; only what the map shows of them is listed.</summary>
    public required IReadOnlyList<(string Id, string Title)> Legend { get; init; }

    /// <summary>What the data are, whose, and under which terms; line by line.</summary>
    public required string Sources { get; init; }

    /// <summary>The theme that the map shows.</summary>
    public required string Theme { get; init; }

    /// <summary>A sheet for each feature of a layer; null for the one sheet that shows <see cref="Extent"/>.</summary>
    public QgisAtlas? Atlas { get; init; }

    /// <summary>What the map shows, widened to the shape of the sheet.</summary>
    public required Envelope Extent { get; init; }
}

/// <summary>A sheet a feature: the map shows the feature and what lies round it.</summary>
/// <param name="Layer">Id of the layer.</param>
/// <param name="Name">An expression that names a sheet and sorts them.</param>
/// <param name="Subtitle">The line below the title, with expressions between [% and %].</param>
public sealed record QgisAtlas(string Layer, string Name, string Subtitle);
