using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>The long form of the criteria: one row a candidate and criterion, for whoever wants to compute on.</summary>
internal static class CriterionValues
{
    public static GpkgTableDefinition Definition(Language language) => Definition(language == Language.Sv);

    private static GpkgTableDefinition Definition(bool sv) => new()
    {
        Name = "criterion_values",
        Identifier = sv ? "Kriterievärden" : "Criterion values",
        Description = sv ? "En rad per kandidat och kriterium." : "One row a candidate and criterion.",
        Columns =
        [
            new GpkgColumn("building_id", "TEXT", sv ? "Byggnads-id" : "Building id"),
            new GpkgColumn("criterion", "TEXT", sv ? "Kriterium" : "Criterion"),
            new GpkgColumn("value", "DOUBLE", sv ? "Mätvärde" : "Measure"),
            new GpkgColumn("points", "DOUBLE", sv ? "Poäng" : "Points"),
            new GpkgColumn("missing", "TEXT", sv ? "Ej uppmätt" : "Not measured", null, [.. Missing.Terms.Select(v => new GpkgValue(v.Key, sv ? v.Sv : v.En))]),
            new GpkgColumn("weight", "DOUBLE", sv ? "Vikt" : "Weight"),
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
                    Missing.Of(state)?.Key,
                    criterion.Weight,
                ];
            }
        }
    }
}
