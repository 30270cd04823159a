using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The dwelling buildings without registration, candidates or not; outputs may leave it out.</summary>
internal static class BuildingLayer
{
    public const string Name = "buildings";

    public static ResultLayer Of(ResultTable table) =>
        Of(table.Results, ResultLayers.Buildings(table.Results.Flags.SettlementTests), table.Buildings, r => r.Building.Outline);

    /// <summary>A layer of buildings. It says what run it is of, since it may be handed on without the rest.</summary>
    public static ResultLayer Of(Results results, IReadOnlyList<ResultColumn> columns, IReadOnlyList<ResultRow> rows, Func<ResultRow, Geometry?> shape) => new()
    {
        Title = new(Name, "Bostadsbyggnader", "Dwelling buildings"),
        DescriptionSv = RunMetadata.Sentence(results),
        DescriptionEn = RunMetadata.Sentence(results),
        GeometryType = "MULTIPOLYGON",
        Key = [columns[0].Name],
        Columns = columns,
        Rows = Rows(columns, rows, shape),
    };

    public static IEnumerable<(Geometry? Geometry, object?[] Values)> Rows(IReadOnlyList<ResultColumn> columns, IReadOnlyList<ResultRow> rows, Func<ResultRow, Geometry?> shape)
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
}
