using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>A table to be loaded, with its rows.</summary>
internal sealed record PostGisRows(PgTable Table, IEnumerable<(Geometry? Geometry, object?[] Values)> Rows);

/// <summary>The tables that every load replaces, under the names and columns of inventory.gpkg.</summary>
internal static class PostGisTables
{
    /// <summary>All names that occur, in the order of <see cref="All"/>; flats only where there are dwellings to count.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["candidates", "candidate_points", "buildings", "stops", "bus_lines", "services", "localities", "notices", "criterion_values", "flats"];

    public static IEnumerable<PostGisRows> All(ResultTable table, string schema, bool withBuildings, Run run)
    {
        Results results = table.Results;
        Language language = results.Frame.Language;
        int srid = results.Frame.Crs.Epsg;
        GeometryFactory factory = new(new PrecisionModel(), srid);
        IReadOnlyList<ResultColumn> columns = ResultLayers.Candidates(results);
        PgTable candidates = Layer("candidates", "MULTIPOLYGON", columns);
        yield return new(candidates, Rows(columns, table.Candidates, r => r.Building.Outline));
        yield return new(candidates with { Name = "candidate_points", GeometryType = "POINT" }, Rows(columns, table.Candidates, r => factory.CreatePoint(r.Building.House)));
        IReadOnlyList<ResultColumn> buildings = ResultLayers.Buildings(table.Results.Flags.SettlementTests);
        yield return new(Layer("buildings", "MULTIPOLYGON", buildings), Rows(buildings, withBuildings ? table.Buildings : [], r => r.Building.Outline));
        foreach (ContextLayer layer in ContextLayer.All(results, run, factory))
        {
            yield return new(Context(layer), Numbered(layer.Rows));
        }

        yield return new(Plain(CriterionValues.Definition(language), "building_id", "criterion"), CriterionValues.Rows(table).Select(v => ((Geometry?)null, v)));
        if (results.Linkage.Flats.Count > 0)
        {
            yield return new(Plain(FlatsTable.Definition(language), "building_id"), FlatsTable.Rows(table).Select(v => ((Geometry?)null, v)));
        }

        PgTable Layer(string name, string type, IReadOnlyList<ResultColumn> list) => new()
        {
            Schema = schema,
            Name = name,
            Columns = [.. list.Select(c => new PgColumn(c.Name, TypeOf(c.Type), $"{c.Label(language)}. {c.Description(language)}"))],
            GeometryColumn = "geom",
            GeometryType = type,
            Srid = srid,
            PrimaryKey = ["building_id"],
            Comment = RunMetadata.Sentence(results),
        };

        PgTable Plain(GpkgTableDefinition definition, params string[] key) => new()
        {
            Schema = schema,
            Name = definition.Name,
            Columns = [.. definition.Columns.Select(c => new PgColumn(c.Name, c.SqlType switch { "DOUBLE" => PgType.Double, "INTEGER" => PgType.BigInt, _ => PgType.Text }, c.Title))],
            PrimaryKey = key,
            Comment = definition.Description,
        };

        PgTable Context(ContextLayer layer) => new()
        {
            Schema = schema,
            Name = layer.Name,
            Columns = [new PgColumn("fid", PgType.BigInt), .. layer.Columns.Select(c => new PgColumn(c.Name, TypeOf(c.Type), c.Label(language)))],
            GeometryColumn = "geom",
            GeometryType = layer.GeometryType,
            Srid = srid,
            PrimaryKey = ["fid"],
            Comment = layer.Description(language),
        };
    }

    private static IEnumerable<(Geometry? Geometry, object?[] Values)> Rows(IReadOnlyList<ResultColumn> columns, IEnumerable<ResultRow> rows, Func<ResultRow, Geometry?> shape)
    {
        object?[] values = new object?[columns.Count];
        foreach (ResultRow row in rows)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = columns[i].Get(row);
            }

            yield return (shape(row), values);
        }
    }

    /// <summary>Context layers have no key of their own; the place in the list is one, as in a GeoPackage.</summary>
    private static IEnumerable<(Geometry? Geometry, object?[] Values)> Numbered(IEnumerable<(Geometry? Geometry, object?[] Values)> rows) =>
        rows.Select((r, i) => (r.Geometry, (object?[])[i + 1L, .. r.Values]));

    private static PgType TypeOf(ResultType type) => type switch
    {
        ResultType.Integer => PgType.BigInt,
        ResultType.Real => PgType.Double,
        ResultType.Date => PgType.Date,
        ResultType.Boolean => PgType.Boolean,
        _ => PgType.Text,
    };
}
