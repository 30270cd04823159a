using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>What people read for keys and figures of a run.</summary>
public static class ResultWords
{
    /// <summary>The run's own estimate of how wrong it may be, as one sentence without a full stop.</summary>
    public static string MayBeLivedIn(ExpectedInhabited expected, Language language) => language == Language.Sv
        ? string.Create(CultureInfo.InvariantCulture, $"Högst omkring {expected.AtMost} av {expected.Listed} hem utan folkbokförd kan ändå ha någon folkbokförd")
        : string.Create(CultureInfo.InvariantCulture, $"At most about {expected.AtMost} of {expected.Listed} homes without registration may have somebody registered after all");

    /// <summary>What people read for a key of a list; the key itself where the list does not hold it.</summary>
    public static string Label(IReadOnlyList<Term> list, string key, Diagnostics.Language language) =>
        list.FirstOrDefault(v => v.Key == key) is { } value ? (language == Diagnostics.Language.Sv ? value.Sv : value.En) : key;

    /// <summary>"delad 1–23": the ranks that the homes of this score share; null where no other home has it.</summary>
    public static string? SharedRanks(ResultRow row, Language language) => row.Results.Ranking.SharedRanks(row.Position) is { } shared
        ? FormattableString.Invariant($"{(language == Language.Sv ? "delad" : "shared")} {shared.First}–{shared.Last}")
        : null;

    /// <summary>A share as it stands everywhere: per cent with one decimal, and never rounded up to all of them.</summary>
    public static string Share(double share, Language language)
    {
        string text = (Math.Floor((decimal)share * 1000) / 10).ToString("F1", System.Globalization.CultureInfo.InvariantCulture);
        return language == Language.Sv ? text.Replace('.', ',') + "\u00a0%" : text + "%";
    }
}
