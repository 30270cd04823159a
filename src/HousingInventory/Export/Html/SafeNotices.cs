using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;

namespace HousingInventory.Export.Html;

/// <summary>
/// Notices as a committee may read them: what is wrong and how often, never where. A value in a sentence is shown only when it is a number or comes from a
/// criterion; any other could be an address, an id or a key of somebody's home.
/// </summary>
internal static partial class SafeNotices
{
    /// <summary>One line a code, or one a criterion, most severe first.</summary>
    public static IEnumerable<(Severity Severity, long Count, string Text)> Of(NoticeLog notices, Language language)
    {
        foreach (IGrouping<string, Notice> code in notices.Samples.GroupBy(n => n.Code, StringComparer.Ordinal))
        {
            Notice first = code.First();
            long count = notices.Counts[code.Key];
            if (OfCriteria(first))
            {
                foreach (string text in code.Select(n => n.Text(language).Trim()).Distinct(StringComparer.Ordinal))
                {
                    yield return (first.Severity, 1, text);
                }
            }
            else
            {
                NoticeAttribute texts = Notice.TextsOf(first.GetType());
                yield return (first.Severity, count, Hole().Replace(
                    language == Language.Sv ? texts.Sv : texts.En, hole => count == 1 ? Number(first, hole.Groups[1].Value) : "…"));
            }
        }
    }

    /// <summary>Whether a notice is about criteria, whose values come from the configuration.</summary>
    public static bool OfCriteria(Notice notice) => notice.GetType().Namespace == typeof(Score.CriterionOff).Namespace;

    private static string Number(Notice notice, string property) => notice.GetType().GetProperty(property)?.GetValue(notice) switch
    {
        int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        long number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "…",
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Hole();
}
