using System.ComponentModel;
using HousingInventory.Diagnostics;
using HousingInventory.Export.Qgis;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>inventory.gpkg: all layers for the GIS unit, in the working CRS, with styles and a project that QGIS opens.</summary>
public sealed record GeoPackageOutput : Output
{
    private const string Name = "inventory.gpkg";

    [Description("Whether the layer buildings is written: the dwelling buildings without registration that are no candidates. Without it, what is missing from the map tells less of who lives where.")]
    public bool Buildings { get; init; } = true;

    internal override IReadOnlyList<string> FileNames => [Name];

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        Results results = table.Results;
        Language language = results.Frame.Language;
        ResultLayer[] layers = [.. ResultLayers.All(table, run).Where(l => Buildings || l.Name != BuildingLayer.Name)];
        Dictionary<string, long> rows = new(StringComparer.Ordinal);

        // The day of the answer stands for the clock, so that equal runs give equal bytes.
        using GeoPackageWriter file = GeoPackageWriter.Create(Path.Combine(folder, Name), results.Frame.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        foreach (ResultLayer layer in layers)
        {
            GpkgTableDefinition definition = GpkgTables.Of(layer, results.Frame);
            if (definition is GpkgLayerDefinition map)
            {
                rows[layer.Name] = file.AddLayer(map, layer.Rows);
                AddStyles(file, map, results);
            }
            else
            {
                rows[layer.Name] = file.AddTable(definition, layer.Rows.Select(r => r.Values));
            }
        }

        file.AddMetadata("http://www.isotc211.org/2005/gmd", "text/xml", RunMetadata.Xml(results));

        // The files move from the pending folder to the one that it lies in.
        FollowUpJoin? followUp = FollowUpJoin.Of(results, Path.GetDirectoryName(Path.GetFullPath(folder))!);
        file.AddQgisProject(language == Language.Sv ? "inventering" : "inventory", RunProject.Of(layers, results, followUp).ToQgz());
        file.Complete();
        return [new WrittenFile(Name, rows)];
    }

    private static void AddStyles(GeoPackageWriter file, GpkgLayerDefinition layer, Results results)
    {
        bool isFirst = true;
        foreach ((string name, QmlStyle style) in LayerStyles.Of(layer.Name, layer.Columns, results, null))
        {
            file.AddStyle(layer.Name, name, style.ToXml(), isDefault: isFirst);
            isFirst = false;
        }
    }
}
