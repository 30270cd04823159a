using HousingInventory.Model;
using HousingInventory.Diagnostics;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>The columns of the criteria.</summary>
internal static class CriterionColumns
{
    /// <summary>
    /// For each criterion: measure, points, state of a missing measure, then its further columns. Two criteria of one type, or a label that says what another column
    /// does, would give equal headings, which nobody can tell apart and a GeoPackage refuses; such a heading has the column's name behind it.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ResultColumn>> All(Scores scores)
    {
        ResultColumn[][] columns = [.. scores.Criteria.Select(c => Of(c.Criterion, c.Result).ToArray())];
        while (TellApart(columns, c => c.Sv, (c, label) => c with { Sv = label }) | TellApart(columns, c => c.En, (c, label) => c with { En = label }))
        {
            // A heading made longer may be what another column is called.
        }

        return columns;
    }

    private static bool TellApart(ResultColumn[][] columns, Func<ResultColumn, string> label, Func<ResultColumn, string, ResultColumn> with)
    {
        HashSet<string> twice =
        [
            .. ResultLayers.Fixed.Concat(columns.SelectMany(c => c)).Select(label).GroupBy(l => l, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).SelectMany(g => g),
        ];
        bool changed = false;
        foreach (ResultColumn[] own in columns)
        {
            for (int i = 0; i < own.Length; i++)
            {
                if (twice.Contains(label(own[i])))
                {
                    own[i] = with(own[i], $"{label(own[i])} ({own[i].Name})");
                    changed = true;
                }
            }
        }

        return changed;
    }

    private static IEnumerable<ResultColumn> Of(Criterion criterion, CriterionResult result)
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
            Values = Missing.Terms,
            Sv = "Ej uppmätt: " + sv,
            En = "Not measured: " + en,
            DescriptionSv = "Varför kriteriet inte kunde mätas för huset.",
            DescriptionEn = "Why the criterion could not be measured for the house.",
            Get = r => Missing.Of(result.States[r.Home])?.Key,
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
                Values = [.. extra.Words.Select(w => new Term(w.Key, w.Sv, w.En))],
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

    /// <summary>What people call a criterion: the heading of its measure without the unit, and its name behind where another of the run is called the same.</summary>
    internal static string Title(IEnumerable<Criterion> all, Criterion criterion, Language language)
    {
        string own = Heading(criterion, language);
        return all.Count(c => Heading(c, language) == own) > 1 ? $"{own} ({criterion.Name})" : own;
    }

    /// <summary>The heading of its measure without the unit, which several of a run may share.</summary>
    internal static string Heading(Criterion criterion, Language language) =>
        Html.HomeWords.WithoutUnit(Label(criterion, language == Language.Sv ? criterion.Info.Sv : criterion.Info.En, language));

    /// <summary>The heading: the standard one with its noun filled in, else the user's own label, else the standard one.</summary>
    internal static string Label(Criterion criterion, string standard, Language language) =>
        standard.Contains("{name}", StringComparison.Ordinal)
            ? standard.Replace("{name}", criterion.Noun(language), StringComparison.Ordinal)
            : criterion.Label?.GetValueOrDefault(language == Language.Sv ? "sv" : "en") ?? standard;
}
