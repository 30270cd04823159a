using System.Globalization;
using System.Text;
using HousingInventory.Export;
using HousingInventory.Score;

namespace HousingInventory.Verbs;

/// <summary>Two candidates side by side: what each criterion gives to the score of each, and which single weight would turn their order.</summary>
internal static class Versus
{
    private const int MostDecimals = 6;

    /// <summary>The table and the sentence.</summary>
    /// <param name="results">The run.</param>
    /// <param name="a">Position of one in the order, 0-based.</param>
    /// <param name="b">Position of the other.</param>
    public static string Of(Results results, int a, int b)
    {
        bool sv = results.Frame.Language == Diagnostics.Language.Sv;
        (int ahead, int behind) = a < b ? (a, b) : (b, a);
        Side first = new(results, ahead), second = new(results, behind);
        (Criterion Criterion, CriterionResult Result)[] counting = [.. results.Scores.Criteria.Where(static c => c.Criterion.Weight > 0 && !c.Result.WithoutData)];
        decimal total = counting.Sum(static c => (decimal)c.Criterion.Weight);
        StringBuilder text = new();
        int width = Math.Max(12, counting.Select(c => Title(results, c.Criterion).Length).DefaultIfEmpty(0).Max());
        Row(sv ? "Ger av 100" : "Gives of 100", first.Ref, second.Ref, sv ? "skillnad" : "difference");
        foreach ((Criterion criterion, CriterionResult result) in counting.OrderByDescending(c => Math.Abs(Share(c, first) - Share(c, second))))
        {
            decimal one = Share((criterion, result), first), other = Share((criterion, result), second);
            Row(Title(results, criterion), Number(one), Number(other), Signed(one - other));
        }

        Row(sv ? "Lägespoäng" : "Access score", Number(first.Score), Number(second.Score), Signed(first.Score - second.Score));
        Row(sv ? "Plats" : "Rank", Whole(ahead + 1), Whole(behind + 1), "");
        return text.Append(Turn(results, first, second, sv)).Append('\n').ToString();

        decimal Share((Criterion Criterion, CriterionResult Result) c, Side side) => (decimal)c.Criterion.Weight * c.Result.PointsTenths[side.Home] / 10 / total;

        void Row(string label, string one, string other, string difference) =>
            text.Append(label.PadRight(width)).Append(one.PadLeft(10)).Append(other.PadLeft(10)).Append(difference.PadLeft(12).TrimEnd()).Append('\n');

        string Number(decimal value) => sv ? value.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',') : value.ToString("0.0", CultureInfo.InvariantCulture);

        string Signed(decimal value) => (Math.Round(value, 1) > 0 ? "+" : Math.Round(value, 1) < 0 ? "−" : "") + Number(Math.Abs(value));

        static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Turn(Results results, Side first, Side second, bool sv)
    {
        if (first.Fails is null && second.Fails is not null)
        {
            return sv ? $"{second.Ref} når inte ett krav och kommer därför efter, hur kriterierna än vägs." : $"{second.Ref} does not meet a requirement and so comes after, however the criteria are weighted.";
        }

        // Only a criterion that tells them apart can turn them; one of weight 0 may be given some.
        IEnumerable<(Criterion Criterion, decimal Weight, decimal Change)> turns = results.Scores.Criteria.Where(static c => !c.Result.WithoutData)
            .Select(c => (c.Criterion, Weight: Turning(first, second, c, results)))
            .Where(static t => t.Weight is not null).Select(static t => (t.Criterion, t.Weight!.Value, Math.Abs(t.Weight.Value - (decimal)t.Criterion.Weight)));
        if (turns.OrderBy(static t => t.Change).Select(static t => ((Criterion, decimal)?)(t.Criterion, t.Weight)).FirstOrDefault() is not ({ } criterion, decimal weight))
        {
            return sv ? "Ingen enskild vikt vänder ordningen." : "No single weight turns the order.";
        }

        string now = RobustColumns.Number(weight, sv), before = RobustColumns.Number((decimal)criterion.Weight, sv);
        return sv ? $"Ordningen vänder om {Title(results, criterion)} väger {now} i stället för {before}." : $"The order turns if {Title(results, criterion)} weighs {now} instead of {before}.";
    }

    private static string Title(Results results, Criterion criterion) => CriterionColumns.Title(results.Scores.Criteria.Select(static c => c.Criterion), criterion, results.Frame.Language);

    /// <summary>The weight of one criterion, rounded away from the present one, at which the second home comes first; null where none does.</summary>
    private static decimal? Turning(Side first, Side second, (Criterion Criterion, CriterionResult Result) c, Results results)
    {
        decimal gap = results.Scores.Sum[first.Home] - results.Scores.Sum[second.Home];
        int points = c.Result.PointsTenths[second.Home] - c.Result.PointsTenths[first.Home];
        if (points == 0)
        {
            return null;
        }

        decimal weight = (decimal)c.Criterion.Weight, exact = weight + (gap / points);
        for (int decimals = 1; decimals <= MostDecimals && exact >= 0; decimals++)
        {
            decimal unit = (decimal)Math.Pow(10, -decimals);
            decimal shown = points > 0 ? Math.Ceiling(exact / unit) * unit : Math.Floor(exact / unit) * unit;
            decimal left = gap - ((shown - weight) * points);
            if (shown >= 0 && left < 0)
            {
                return shown;
            }

            // On the border itself the measures decide, so a step further is needed.
            decimal further = shown + (points > 0 ? unit : -unit);
            if (left == 0 && further >= 0)
            {
                return further;
            }
        }

        return null;
    }

    private sealed class Side(Results results, int position)
    {
        public int Home { get; } = results.Ranking.Order[position];

        public string Id => results.Registers.Buildings[results.Scores.Homes[Home]].Id;

        public string Ref => Model.Ref.Of(Id);

        public decimal Score => results.Scores.Score[Home];

        public string? Fails => results.Ranking.Fails[position];
    }
}
