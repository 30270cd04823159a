using System.Globalization;
using System.Text;
using System.Text.Json;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Verbs;

/// <summary>What explain says of a candidate since an earlier run: whether it is new, how many places it moved and why, and which criterion changed its score most.</summary>
internal static class SinceLastTime
{
    /// <summary>A line, or none for a home without place in the order.</summary>
    public static string Of(Results results, int building, bool sv)
    {
        if (results.Changes is not { } changes || !results.Flags.Candidates.Contains(building))
        {
            return "";
        }

        string day = changes.Previous.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!changes.Before.TryGetValue(building, out PreviousHome? home))
        {
            string why = changes.Came.TryGetValue(building, out Term? cause) ? (sv ? $" Skäl: {cause.Sv}." : $" Cause: {cause.En}.") : "";
            return (sv ? $"Ny sedan {day}." : $"New since {day}.") + why + "\n";
        }

        string[] now = [.. results.Ranking.Order.Select(h => results.Registers.Buildings[results.Scores.Homes[h]].Id)];
        RankMove move = RankMoves.Of([.. changes.Previous.Homes.Select(static h => h.Id)], now)[home.Id];
        StringBuilder text = new(sv ? Text($"Plats {home.Rank} den {day}, {home.Rank + move.Places} nu") : Text($"Rank {home.Rank} on {day}, {home.Rank + move.Places} now"));
        if (move != default)
        {
            text.Append(sv
                ? Text($": {Signed(move.ByLeft)} för att hus föll bort, {Signed(move.ByScores)} för andra poäng, {Signed(move.ByCame)} för att hus kom till")
                : Text($": {Signed(move.ByLeft)} because homes left, {Signed(move.ByScores)} for other scores, {Signed(move.ByCame)} because homes came"));
        }

        text.Append('.');
        if (Largest(results, building, changes, home) is ({ } criterion, decimal change))
        {
            string points = (change > 0 ? "+" : "−") + Math.Abs(change).ToString("0.0", CultureInfo.InvariantCulture);
            text.Append(sv ? $" Poängen ändrades mest av {Title(criterion)}: {points.Replace('.', ',')}." : $" The score was changed most by {Title(criterion)}: {points}.");
        }

        return text.Append('\n').ToString();

        string Title(Criterion one) => CriterionColumns.Title(results.Scores.Criteria.Select(static c => c.Criterion), one, results.Frame.Language);
    }

    /// <summary>The criterion whose share of the score changed most, and by how many points of 100.</summary>
    private static (Criterion? Criterion, decimal Change) Largest(Results results, int building, Changes changes, PreviousHome home)
    {
        Dictionary<string, decimal> weights = Weights(changes.Previous.Configuration);
        decimal before = weights.Where(w => home.Points.ContainsKey(w.Key)).Sum(static w => w.Value);
        (Criterion Criterion, CriterionResult Result)[] counting = [.. results.Scores.Criteria.Where(static c => c.Criterion.Weight > 0 && !c.Result.WithoutData)];
        decimal now = counting.Sum(static c => (decimal)c.Criterion.Weight);
        int at = results.Scores.Homes.ToList().IndexOf(building);
        (Criterion? Criterion, decimal Change) largest = default;
        foreach ((Criterion criterion, CriterionResult result) in counting)
        {
            decimal then = before > 0 && weights.TryGetValue(criterion.Name, out decimal weight) ? weight * (home.Points.GetValueOrDefault(criterion.Name) ?? 0) / before : 0;
            decimal change = ((decimal)criterion.Weight * Points.Shown(result.PointsTenths[at]) / now) - then;
            if (Math.Abs(change) >= 0.05m && Math.Abs(change) > Math.Abs(largest.Change))
            {
                largest = (criterion, change);
            }
        }

        return largest;
    }

    private static Dictionary<string, decimal> Weights(string configuration)
    {
        using JsonDocument config = JsonDocument.Parse(configuration);
        return config.RootElement.TryGetProperty("criteria", out JsonElement criteria) && criteria.ValueKind == JsonValueKind.Array
            ? criteria.EnumerateArray().Where(static c => c.TryGetProperty("weight", out JsonElement w) && w.GetDecimal() > 0)
                .ToDictionary(static c => c.GetProperty("name").GetString()!, static c => c.GetProperty("weight").GetDecimal(), StringComparer.Ordinal)
            : [];
    }

    private static string Signed(int places) => (places > 0 ? "+" : places < 0 ? "−" : "") + Math.Abs(places).ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
