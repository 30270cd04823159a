using System.ComponentModel;
using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Analyses;

/// <summary>How the list would be ordered with other weights: what was measured is added up again. With no weight changed it is the list itself.</summary>
public sealed record OtherWeights : Analysis
{
    [Description("Weights by the name of a criterion; criteria that are not named keep theirs.")]
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    internal override IReadOnlyList<string> Needs => [];

    internal override Sentence? Fault(IReadOnlyList<Criterion> criteria) =>
        Weights.Keys.FirstOrDefault(k => criteria.All(c => c.Name != k)) is { } unknown
            ? Sentence.Of($".weights.{unknown} is no criterion; did you mean '{Nearest.Of(unknown, criteria.Select(c => c.Name))}'?")
        : Weights.Any(w => w.Value is not (>= 0 and < 1e9)) ? ".weights must not be negative, and below 1000000000"
        : criteria.Sum(WeightOf) <= 0 ? ".weights need at least one weight above 0"
        : null;

    internal override AnalysisResult Run(Results baseline, Replay replay)
    {
        RankOrder order = replay.Rank(replay.Sum(WeightOf));
        long[] rankOf = new long[order.Order.Count];
        for (int position = 0; position < rankOf.Length; position++)
        {
            rankOf[order.Order[position]] = position + 1;
        }

        int top = Math.Min(baseline.Rules.Shortlist.Top, rankOf.Length);
        int stay = baseline.Ranking.Order.Take(top).Count(home => rankOf[home] <= top);
        return new AnalysisResult(Name, Doors.TypeOf(this))
        {
            Columns =
            [
                new ResultColumn
                {
                    Name = Name + "_rank",
                    Type = ResultType.Integer,
                    Sv = $"Plats med andra vikter ({Name})",
                    En = $"Rank with other weights ({Name})",
                    DescriptionSv = "Platsen om kriterierna vägdes som analysen säger.",
                    DescriptionEn = "The rank if the criteria were weighted as the analysis says.",
                    Get = row => rankOf[row.Home],
                },
            ],
            Section = Section(baseline, replay.Criteria, top, stay),
            Counts = [KeyValuePair.Create("top", (long)top), KeyValuePair.Create("stay", (long)stay)],
        };
    }

    private double WeightOf(Criterion criterion) => Weights.GetValueOrDefault(criterion.Name, criterion.Weight);

    private ReportSection Section(Results baseline, IReadOnlyList<Criterion> criteria, int top, int stay)
    {
        bool sv = baseline.Frame.Language == Language.Sv;
        return new ReportSection(
            sv ? $"Med andra vikter: {Name}" : $"With other weights: {Name}",
            [
                sv ? FormattableString.Invariant($"Av de {top} hus som ligger högst gör {stay} det också med vikterna nedan.")
                    : FormattableString.Invariant($"Of the {top} houses that rank highest, {stay} do so with the weights below as well."),
            ],
            sv ? ["Kriterium", "Vikt", "Annan vikt"] : ["Criterion", "Weight", "Other weight"],
            [.. criteria.Select(c => (IReadOnlyList<string>)[CriterionColumns.Title(criteria, c, baseline.Frame.Language), Number(c.Weight, sv), Number(WeightOf(c), sv)])]);
    }

    private static string Number(double weight, bool sv)
    {
        string text = weight.ToString(CultureInfo.InvariantCulture);
        return sv ? text.Replace('.', ',') : text;
    }
}
