using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>The long form of the criteria: one row a candidate and criterion, for whoever wants to compute on.</summary>
internal static class CriterionValues
{
    public static GpkgTableDefinition Definition(Language language) => new()
    {
        Name = "criterion_values",
        Identifier = language == Language.Sv ? "Kriterievärden" : "Criterion values",
        Description = language == Language.Sv ? "En rad per kandidat och kriterium." : "One row a candidate and criterion.",
        Columns =
        [
            new GpkgColumn("building_id", "TEXT"),
            new GpkgColumn("criterion", "TEXT"),
            new GpkgColumn("value", "DOUBLE"),
            new GpkgColumn("points", "DOUBLE"),
            new GpkgColumn("missing", "TEXT"),
            new GpkgColumn("weight", "DOUBLE"),
        ],
    };

    public static IEnumerable<object?[]> Rows(ResultTable table)
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
                    ResultWords.Of(state),
                    criterion.Weight,
                ];
            }
        }
    }
}
