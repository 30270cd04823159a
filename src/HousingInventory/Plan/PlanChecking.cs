using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan;

/// <summary>What <c>check --plan</c> prints: every source as it was understood, counts, and what is wrong. No value of a row stands in it.</summary>
public static class PlanChecking
{
    /// <summary>The report, as lines.</summary>
    public static string Report(PlanResults results, Run run)
    {
        bool sv = results.Config.Language == Language.Sv;
        StringBuilder text = new();
        void Line(FormattableString swedish, FormattableString english) => text.Append((sv ? swedish : english).ToString(CultureInfo.InvariantCulture))
            .Append('\n');
        Line($"Källor", $"Sources");
        foreach (InputFile file in results.Books.Files)
        {
            string left = Export.LeftOutWords.Told(file.LeftOut, results.Config.Language);
            Line($"  {file.Id}: {file.Path}", $"  {file.Id}: {file.Path}");
            Line(
                $"    {file.Layout}; {file.Read} lästa, {file.Used} använda{(left.Length > 0 ? "; utelämnade: " + left : "")}",
                $"    {file.Layout}; {file.Read} read, {file.Used} used{(left.Length > 0 ? "; left out: " + left : "")}");
        }

        if (results.Books.NotOpened.Count > 0)
        {
            string types = string.Join(", ", results.Books.NotOpened);
            Line($"Öppnas inte av plan: {types}", $"Not opened by plan: {types}");
        }

        Line($"Bostäder", $"Homes");
        foreach (HomeStatus status in Enum.GetValues<HomeStatus>().Where(s => results.Sites.Any(x => x.Status == s)))
        {
            Line($"  {Terms.Label(status, Language.Sv)}: {results.Sites.Count(s => s.Status == status)}",
                $"  {Terms.Label(status, Language.En)}: {results.Sites.Count(s => s.Status == status)}");
        }

        int placed = results.Sites.Count(s => s.Place is not null), beds = results.Sites.Count(s => s.Beds is not null);
        Line($"  med plats: {placed} av {results.Sites.Count}; med bäddplatser: {beds}",
            $"  with a place: {placed} of {results.Sites.Count}; with beds: {beds}");
        Line($"Mätta kriterier: {string.Join(", ", results.Criteria)}", $"Criteria measured: {string.Join(", ", results.Criteria)}");
        Line($"Anmärkningar", $"Notices");
        foreach (Notice notice in run.Notices.Samples)
        {
            string where = notice.Source is null ? "" : notice.Row is { } row
                ? string.Create(CultureInfo.InvariantCulture, $" [{notice.Source}, {(sv ? "rad" : "row")} {row}]") : $" [{notice.Source}]";
            string word = NoticesFile.Word(notice.Severity, results.Config.Language);
            Line($"  {word} {notice.Code}{where}: {notice.Text(results.Config.Language)}",
                $"  {word} {notice.Code}{where}: {notice.Text(results.Config.Language)}");
        }

        return text.ToString();
    }
}
