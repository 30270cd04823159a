using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>What a candidate's row says of an earlier run; without these columns where there is none.</summary>
internal static class ChangeColumns
{
    /// <summary>Names of the columns, which no criterion may have whether there is an earlier run or not.</summary>
    public static IReadOnlyList<string> Names { get; } = ["previous_rank", "change", "cause"];

    /// <summary>Whether a candidate stood on the earlier list.</summary>
    public static IReadOnlyList<Term> Kinds { get; } = [new("new", "Ny", "New"), new("stayed", "Kvar", "Stayed")];

    public static IReadOnlyList<ResultColumn> All(Changes changes) =>
    [
        new()
        {
            Name = Names[0],
            Type = ResultType.Integer,
            Sv = "Plats förra gången",
            En = "Rank last time",
            DescriptionSv = "Husets plats i den körning som den här jämförs med; tomt för ett nytt.",
            DescriptionEn = "The home's rank in the run that this one is held against; empty for a new one.",
            Get = r => changes.Before.TryGetValue(r.Index, out PreviousHome? home) ? (long?)home.Rank : null,
        },
        new()
        {
            Name = Names[1],
            Type = ResultType.Text,
            Values = Kinds,
            Sv = "Sedan förra gången",
            En = "Since last time",
            DescriptionSv = "Om huset är nytt på listan eller stod på den förra.",
            DescriptionEn = "Whether the home is new on the list or stood on the earlier one.",
            Get = r => Kinds[changes.Before.ContainsKey(r.Index) ? 1 : 0].Key,
        },
        new()
        {
            Name = Names[2],
            Type = ResultType.Text,
            Values = [.. Term.All<ChangeCause>().Concat(changes.Came.Values).Distinct()],
            Sv = "Skäl till ändringen",
            En = "Cause of the change",
            DescriptionSv = "Varför huset är nytt, där registren, tidtabellen, reglerna eller uppföljningen säger det; annars tomt.",
            DescriptionEn = "Why the home is new, where registers, timetable, rules or follow-up say so; else empty.",
            Get = r => changes.Came.GetValueOrDefault(r.Index)?.Key,
        },
    ];
}
