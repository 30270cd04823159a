using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Rank;

namespace HousingInventory.Export;

/// <summary>What a candidate's row says of how firm its rank is; without these columns where <c>robustness</c> is off.</summary>
internal static class RobustColumns
{
    public static IReadOnlyList<ResultColumn> All { get; } =
    [
        Whole("rank_p5", "Plats, bäst av 20", "Rank, best of 20",
            "Platsen som bara nås eller överträffas i en av tjugo prövade vägningar.", "The rank that is reached or bettered in one of twenty tried weightings.", (robust, r) => robust.Ranges[r.Position].P5),
        Whole("rank_p95", "Plats, sämst av 20", "Rank, worst of 20",
            "Platsen som nås eller överträffas i nitton av tjugo prövade vägningar.", "The rank that is reached or bettered in nineteen of twenty tried weightings.", (robust, r) => robust.Ranges[r.Position].P95),
        Whole("top_share", "Med på listan (% av vägningarna)", "On the list (% of weightings)",
            "Andel av de prövade vägningarna där huset är med på urvalslistan; 100 är alla, 0 ingen.", "Share of the tried weightings in which the home is on the shortlist; 100 is all, 0 none.", (robust, r) => robust.TopShare(r.Position)),
        new()
        {
            Name = "drops_if",
            Type = ResultType.Text,
            Sv = "Faller ur listan om",
            En = "Drops from the list if",
            DescriptionSv = "Den minsta ändring av en enda vikt som tar huset från urvalslistan.",
            DescriptionEn = "The smallest change of a single weight that takes the home off the shortlist.",
            Get = r => DropsIf(r.Results.Robust!, r.Position, r.Results.Frame.Language),
        },
    ];

    /// <summary>"Avgångar per skolvardag väger 3,1 i stället för 1"; "ingen enskild vikt"; null for a home that is not on the list, or where all are.</summary>
    public static string? DropsIf(RobustRank robust, int position, Language language)
    {
        bool sv = language == Language.Sv;
        if (position >= robust.DropsIf.Count)
        {
            return null;
        }

        if (robust.DropsIf[position] is not { } change)
        {
            return sv ? "ingen enskild vikt" : "no single weight";
        }

        return Weighs(robust, change, language);
    }

    /// <summary>"Avgångar per skolvardag väger 3,1 i stället för 1".</summary>
    public static string Weighs(RobustRank robust, WeightChange change, Language language)
    {
        bool sv = language == Language.Sv;
        string name = CriterionColumns.Title(robust.Criteria, robust.Criteria[change.Criterion], language);
        string now = Number(change.Shown, sv), before = Number((decimal)robust.Criteria[change.Criterion].Weight, sv);
        return sv ? $"{name} väger {now} i stället för {before}" : $"{name} weighs {now} instead of {before}";
    }

    /// <summary>A weight as people write it.</summary>
    public static string Number(decimal weight, bool sv)
    {
        string text = (weight / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        return sv ? text.Replace('.', ',') : text;
    }

    private static ResultColumn Whole(string name, string sv, string en, string descriptionSv, string descriptionEn, Func<RobustRank, ResultRow, long> get) => new()
    {
        Name = name,
        Type = ResultType.Integer,
        Sv = sv,
        En = en,
        DescriptionSv = descriptionSv,
        DescriptionEn = descriptionEn,
        Get = r => get(r.Results.Robust!, r),
    };
}
