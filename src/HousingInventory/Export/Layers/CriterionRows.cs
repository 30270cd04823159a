using HousingInventory.Score;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The long form of the criteria: one row a candidate and criterion, for whoever wants to compute on.</summary>
internal static class CriterionRows
{
    public const string Name = "criterion_values";

    public static ResultLayer Of(ResultTable table) => new()
    {
        Title = new(Name, "Kriterievärden", "Criterion values"),
        DescriptionSv = "En rad per kandidat och kriterium.",
        DescriptionEn = "One row a candidate and criterion.",
        Key = ["building_id", "criterion"],
        Columns =
        [
            LayerColumn.Of("building_id", ResultType.Text, "Byggnads-id", "Building id"),
            LayerColumn.Of("criterion", ResultType.Text, "Kriterium", "Criterion"),
            LayerColumn.Of("value", ResultType.Real, "Mätvärde", "Measure"),
            LayerColumn.Of("points", ResultType.Real, "Poäng", "Points"),
            LayerColumn.Of("missing", ResultType.Text, "Ej uppmätt", "Not measured") with { Values = Missing.Terms },
            LayerColumn.Of("weight", ResultType.Real, "Vikt", "Weight"),
        ],
        Rows = Rows(table).Select(v => ((Geometry?)null, v)),
    };

    private static IEnumerable<object?[]> Rows(ResultTable table)
    {
        foreach (ResultRow row in table.Candidates)
        {
            foreach ((Criterion criterion, CriterionResult result) in table.Results.Scores.Criteria)
            {
                MeasureState state = result.States[row.Home];
                bool unknown = state is MeasureState.OffNetwork or MeasureState.NoData;
                yield return
                [
                    row.Building.Id,
                    criterion.Name,
                    state == MeasureState.Measured ? (double)ResultLayers.Rounded(result.Values[row.Home], criterion.Info.Decimals) : null,
                    unknown ? null : (double)Points.Shown(result.PointsTenths[row.Home]),
                    Missing.Of(state)?.Key,
                    criterion.Weight,
                ];
            }
        }
    }
}
