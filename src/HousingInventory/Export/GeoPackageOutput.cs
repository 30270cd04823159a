using System.ComponentModel;
using HousingInventory.Model;
using HousingInventory.Diagnostics;
using HousingInventory.Export.Qgis;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>inventory.gpkg: all layers for the GIS unit, in the working CRS, with styles and a project that QGIS opens.</summary>
public sealed record GeoPackageOutput : Output
{
    private const string Name = "inventory.gpkg";

    [Description("Whether the layer buildings is written: the dwelling buildings without registration that are no candidates. Without it, what is missing from the map tells less of who lives where.")]
    public bool Buildings { get; init; } = true;

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        Results results = table.Results;
        Language language = results.Frame.Language;
        Crs crs = results.Frame.Crs;
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        Dictionary<string, GpkgTableDefinition> tables = new(StringComparer.Ordinal);

        // The day of the answer stands for the clock, so that equal runs give equal bytes.
        using GeoPackageWriter file = GeoPackageWriter.Create(Path.Combine(folder, Name), results.Frame.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        IReadOnlyList<ResultColumn> columns = ResultLayers.Candidates(results);
        IReadOnlyList<ResultColumn> buildings = ResultLayers.Buildings(results.Flags.SettlementTests);
        GeometryFactory factory = new(new PrecisionModel(), crs.Epsg);

        Add(Layer("candidates", "MULTIPOLYGON", crs, language, columns, results), table.Candidates.Select(r => ((Geometry?)r.Building.Outline, Values(columns, r))));
        Add(Layer("candidate_points", "POINT", crs, language, columns, results), table.Candidates.Select(r => ((Geometry?)factory.CreatePoint(r.Building.House), Values(columns, r))));
        if (Buildings)
        {
            Add(Layer("buildings", "MULTIPOLYGON", crs, language, buildings, results), table.Buildings.Select(r => ((Geometry?)r.Building.Outline, Values(buildings, r))));
        }

        foreach (ContextLayer layer in ContextLayer.All(results, run, factory).Concat(ContextLayer.Background(results, factory)))
        {
            Add(
                new GpkgLayerDefinition
                {
                    Name = layer.Name,
                    Identifier = Title(layer.Label(language), results),
                    Description = layer.Description(language),
                    Crs = crs,
                    GeometryType = layer.GeometryType,
                    Columns = [.. layer.Columns.Select(c => new GpkgColumn(c.Name, SqlType(c.Type), c.Label(language), c.Label(language)))],
                },
                layer.Rows);
        }

        AddTable(CriterionValues.Definition(language), CriterionValues.Rows(table));
        if (results.Linkage.Flats.Count > 0)
        {
            AddTable(FlatsTable.Definition(language), FlatsTable.Rows(table));
        }

        if (results.Books.Has("followup"))
        {
            AddTable(FollowUpColumns.Copy(language), FollowUpColumns.Rows(table));
        }

        file.AddMetadata("http://www.isotc211.org/2005/gmd", "text/xml", RunMetadata.Xml(results));

        // The files move from the pending folder to the one that it lies in.
        FollowUpJoin? followUp = FollowUpJoin.Of(results, Path.GetDirectoryName(Path.GetFullPath(folder))!);
        file.AddQgisProject(language == Language.Sv ? "inventering" : "inventory", RunProject.Of(tables, results, followUp).ToQgz());
        file.Complete();
        return [new WrittenFile(Name, rows)];

        void Add(GpkgLayerDefinition layer, IEnumerable<(Geometry? Geometry, object?[] Values)> features)
        {
            tables.Add(layer.Name, layer);
            rows[layer.Name] = file.AddLayer(layer, features);
            bool isFirst = true;
            foreach ((string name, QmlStyle style) in LayerStyles.Of(layer.Name, layer.Columns, results, null))
            {
                file.AddStyle(layer.Name, name, style.ToXml(), isDefault: isFirst);
                isFirst = false;
            }
        }

        void AddTable(GpkgTableDefinition definition, IEnumerable<object?[]> values)
        {
            tables.Add(definition.Name, definition);
            rows[definition.Name] = file.AddTable(definition, values);
        }
    }

    private static GpkgLayerDefinition Layer(string name, string type, Crs crs, Language language, IReadOnlyList<ResultColumn> columns, Results results)
    {
        Term label = LayerNames.First(l => l.Key == name);
        return new GpkgLayerDefinition
        {
            Name = name,
            Identifier = Title(language == Language.Sv ? label.Sv : label.En, results),
            Description = RunMetadata.Sentence(results),
            Crs = crs,
            GeometryType = type,
            Columns =
            [
                .. columns.Select(c => new GpkgColumn(
                    c.Name, SqlType(c.Type), c.Label(language), c.Description(language),
                    c.Values.Count == 0 ? null : [.. c.Values.Select(v => new GpkgValue(v.Key, language == Language.Sv ? v.Sv : v.En))])),
            ],
        };
    }

    private static IReadOnlyList<Term> LayerNames { get; } =
    [
        new("candidates", "Kandidater", "Candidates"),
        new("candidate_points", "Kandidater (punkter)", "Candidates (points)"),
        new("buildings", "Bostadsbyggnader", "Dwelling buildings"),
    ];

    private static string Title(string layer, Results results) => results.Frame.Title is { } title ? $"{layer} – {title}" : layer;

    private static object?[] Values(IReadOnlyList<ResultColumn> columns, ResultRow row)
    {
        object?[] values = new object?[columns.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = columns[i].Get(row) is decimal number ? (double)number : columns[i].Get(row);
        }

        return values;
    }

    private static string SqlType(ResultType type) => type switch
    {
        ResultType.Integer => "INTEGER",
        ResultType.Real => "DOUBLE",
        ResultType.Date => "DATE",
        ResultType.Boolean => "BOOLEAN",
        _ => "TEXT",
    };
}
