using HousingInventory.Diagnostics;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>The columns of one criterion.</summary>
internal static class CriterionColumns
{
    /// <summary>Measure, points, state of a missing measure, then the criterion's further columns.</summary>
    public static IEnumerable<ResultColumn> Of(Criterion criterion, CriterionResult result)
    {
        MeasureInfo info = criterion.Info;
        string sv = Label(criterion, info.Sv, Language.Sv);
        string en = Label(criterion, info.En, Language.En);
        yield return new ResultColumn
        {
            Name = criterion.Name,
            Type = info.Decimals > 0 ? ResultType.Real : ResultType.Integer,
            Decimals = info.Decimals,
            Sv = sv,
            En = en,
            DescriptionSv = info.DescriptionSv,
            DescriptionEn = info.DescriptionEn,
            Get = r => result.States[r.Home] != MeasureState.Measured ? null
                : info.Decimals > 0 ? ResultLayers.Rounded(result.Values[r.Home], info.Decimals)
                : (object)(long)Math.Round(result.Values[r.Home], MidpointRounding.AwayFromZero),
        };
        yield return new ResultColumn
        {
            Name = criterion.Name + "_points",
            Type = ResultType.Real,
            Decimals = 1,
            Sv = "Poäng: " + sv,
            En = "Points: " + en,
            DescriptionSv = "Kriteriets delpoäng, 0–100.",
            DescriptionEn = "The criterion's points, 0–100.",
            Get = r => result.States[r.Home] is MeasureState.OffNetwork or MeasureState.NoData ? null : Points.Shown(result.PointsTenths[r.Home]),
        };
        yield return new ResultColumn
        {
            Name = criterion.Name + "_missing",
            Type = ResultType.Text,
            Values = ResultWords.Missing,
            Sv = "Ej uppmätt: " + sv,
            En = "Not measured: " + en,
            DescriptionSv = "Varför kriteriet inte kunde mätas för huset.",
            DescriptionEn = "Why the criterion could not be measured for the house.",
            Get = r => ResultWords.Of(result.States[r.Home]),
        };
        foreach (ExtraColumn extra in result.Extra)
        {
            yield return new ResultColumn
            {
                Name = criterion.Name + extra.Suffix,
                Type = extra.Info.Unit == "text" ? ResultType.Text : extra.Info.Decimals > 0 ? ResultType.Real : ResultType.Integer,
                Decimals = extra.Info.Decimals,
                Sv = extra.Info.Sv.Replace("{name}", criterion.Noun(Language.Sv), StringComparison.Ordinal),
                En = extra.Info.En.Replace("{name}", criterion.Noun(Language.En), StringComparison.Ordinal),
                DescriptionSv = extra.Info.DescriptionSv,
                DescriptionEn = extra.Info.DescriptionEn,
                Values = [.. extra.Words.Select(w => new ResultValue(w.Key, w.Sv, w.En))],
                Get = r => Typed(extra.Values[r.Home], extra.Info.Decimals),
            };
        }
    }

    private static object? Typed(object? value, int decimals) => value switch
    {
        double number => decimals > 0 ? ResultLayers.Rounded(number, decimals) : (object)(long)Math.Round(number, MidpointRounding.AwayFromZero),
        int whole => (long)whole,
        _ => value,
    };

    /// <summary>The heading: the standard one with its noun filled in, else the user's own label, else the standard one.</summary>
    internal static string Label(Criterion criterion, string standard, Language language) =>
        standard.Contains("{name}", StringComparison.Ordinal)
            ? standard.Replace("{name}", criterion.Noun(language), StringComparison.Ordinal)
            : criterion.Label?.GetValueOrDefault(language == Language.Sv ? "sv" : "en") ?? standard;
}
