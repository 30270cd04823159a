using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Score;
using HousingInventory.Tests.Score;

namespace HousingInventory.Tests.Export;

/// <summary>What a criterion's columns say in each state, and how they are headed.</summary>
public sealed class CriterionColumnsTests
{
    [Fact]
    public void The_five_states_stand_apart_in_value_points_and_reason()
    {
        Results results = Sheet.Results("a b c d e f", Language.Sv, new Run(), Sheet.Of("x", 1, "0 75 unreachable no-service off-network no-data"));
        Scores scores = results.Scores;
        ResultTable table = new(results);
        IReadOnlyList<ResultColumn> columns = CriterionColumns.All(scores)[0];
        Assert.Equal(["x", "x_points", "x_missing"], columns.Select(c => c.Name));

        object?[][] rows = [.. Enumerable.Range(0, 6).Select(home => columns.Select(c => c.Get(table.Candidates.Single(r => r.Home == home))).ToArray())];
        Assert.Equal([1.0m, 0.0m, null], rows[0]); // 0 points is a number
        Assert.Equal([1.0m, 75.0m, null], rows[1]);
        Assert.Equal([null, 0.0m, "unreachable"], rows[2]);
        Assert.Equal([null, 0.0m, "no-service"], rows[3]);
        Assert.Equal([null, null, "off-network"], rows[4]);
        Assert.Equal([null, null, "no-data"], rows[5]);
        Assert.Equal([0.0m, 75.0m, 0.0m, 0.0m, 0.0m, 0.0m], scores.Score);
        Assert.Equal([0.0m, 75.0m, 0.0m, 0.0m, 100.0m, 100.0m], scores.ScoreMax);
    }

    [Fact]
    public void Criteria_of_one_type_have_headings_of_their_own()
    {
        IReadOnlyList<IReadOnlyList<ResultColumn>> columns = CriterionColumns.All(Sheet.Rank("a", Sheet.Of("x", 1, "1"), Sheet.Of("y", 1, "2")).Scores);

        Assert.Equal(["Mått (x)", "Poäng: Mått (x_points)", "Ej uppmätt: Mått (x_missing)", "Mått (y)", "Poäng: Mått (y_points)", "Ej uppmätt: Mått (y_missing)"], columns.SelectMany(c => c).Select(c => c.Sv));
        Assert.Equal(["Measure (x)", "Measure (y)"], columns.Select(c => c[0].En));
    }

    [Fact]
    public void A_label_that_another_column_has_gets_its_name_behind_it()
    {
        static Dictionary<string, string> Label(string sv) => new(StringComparer.Ordinal) { ["sv"] = sv };
        IReadOnlyList<IReadOnlyList<ResultColumn>> columns = CriterionColumns.All(Sheet.Rank(
            "a", Sheet.Of("x", 1, "1") with { Label = Label("adress") }, Sheet.Of("y", 1, "2") with { Label = Label("Buss") }, Sheet.Of("z", 1, "3") with { Label = Label("Buss (y)") },
            Sheet.Of("w", 1, "3") with { Label = Label("Buss") }).Scores);

        Assert.Equal(["adress (x)", "Buss (y) (y)", "Buss (y) (z)", "Buss (w)"], columns.Select(c => c[0].Sv));
    }
}
