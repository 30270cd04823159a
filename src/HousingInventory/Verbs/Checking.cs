using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Verbs;

/// <summary>What <c>check</c> prints: every source as it was understood, the days, the links, the criteria, and what is wrong.</summary>
public static class Checking
{
    /// <summary>The report, as lines.</summary>
    public static string Report(Results results, Run run)
    {
        bool sv = results.Frame.Language == Language.Sv;
        StringBuilder text = new();
        void Line(string line) => text.Append(line).Append('\n');
        Line(sv ? "Källor" : "Sources");
        foreach (InputFile file in results.Books.Files)
        {
            Line(Text($"  {file.Id}: {file.Path}"));
            if (file.Type == "withheld")
            {
                continue;
            }

            string date = file.Extracted is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : sv ? "datum okänt" : "date unknown";
            Line(Text($"    {file.Layout}, {date}{(file.Crs is null ? "" : ", " + file.Crs)}"));
            string left = LeftOutWords.Told(file.LeftOutTold, results.Frame.Language);
            Line(sv
                ? Text($"    {file.Read} lästa, {file.Used} använda{(left.Length > 0 ? "; utelämnade: " + left : "")}")
                : Text($"    {file.Read} read, {file.Used} used{(left.Length > 0 ? "; left out: " + left : "")}"));
        }

        if (results.Surroundings.Transit is { } transit)
        {
            Line(sv ? "Dagar i tidtabellen" : "Days of the timetable");
            foreach (ChosenDay day in transit.Days)
            {
                string kind = Text($"  {day.Type.Key} ({day.Type.In(results.Frame.Language)})");
                Line(day.Date is { } date ? Text($"{kind}: {date:yyyy-MM-dd}, {day.Trips} {(sv ? "turer" : "trips")}, {day.How.In(results.Frame.Language)}") : kind + ": –");
            }
        }

        Line(sv ? "Så kopplades folkbokföringen till husen" : "How registrations were linked");
        foreach ((string level, long persons) in results.Linkage.Levels)
        {
            string what = Link.LinkLevel.Ladder.FirstOrDefault(l => l.Key == level) is { } known ? sv ? known.LabelSv : known.LabelEn : level;
            Line(Text($"  {what} ({level}): {persons}"));
        }

        foreach ((string reason, long persons) in results.Linkage.UnlinkedTold)
        {
            Line(Text($"  {(sv ? "inte kopplade" : "not linked")}, {ResultWords.Label(Term.All<Link.UnlinkedReason>(), reason, results.Frame.Language)} ({reason}): {persons}"));
        }

        Line(sv ? "Byggnader" : "Buildings");
        foreach (Status status in Enum.GetValues<Status>())
        {
            Line(Text($"  {Term.Of(status).In(results.Frame.Language)}: {results.Flags.Status.Count(s => s == status)}"));
        }

        Line(Export.ResultWords.MayBeLivedIn(results.Flags.Expected, results.Frame.Language));
        Line(sv ? "Kriterier: vikt, inverkan på lägespoängen, det kriterium som det liknar mest (rangkorrelation)" : "Criteria: weight, influence on the access score, the criterion most like it (rank correlation)");
        foreach (CriterionInfluence criterion in Overlap.Influences(results.Scores, results.Flags.Candidates.Count))
        {
            Line(Influence(criterion, Heading(criterion.Criterion), sv));
        }

        Line(sv ? "Anmärkningar" : "Notices");
        foreach (IGrouping<string, Notice> code in run.Notices.Samples.GroupBy(n => n.Code))
        {
            Notice first = code.First();
            string[] others = [.. code.Select(static n => n.Source).OfType<string>().Distinct()];
            string where = first.Source is null ? "" : Text($" [{string.Join(", ", others)}{(first.Row is { } row && others.Length == 1 ? Text($", {(sv ? "rad" : "row")} {row}") : "")}]");
            Line(Text($"  {Export.NoticesFile.Word(first.Severity, results.Frame.Language)} {code.Key} ({run.Notices.Counts[code.Key]}){where}: {first.Text(results.Frame.Language)}"));
            Line("    " + first.Remedy(results.Frame.Language));
        }

        return text.ToString();

        // The name stands in front of it already.
        string Heading(string name) => CriterionColumns.Heading(results.Scores.Criteria.First(c => c.Criterion.Name == name).Criterion, results.Frame.Language);
    }

    private static string Influence(CriterionInfluence criterion, string heading, bool sv)
    {
        string influence = criterion.Influence is { } share ? Text($"{Math.Round(100 * (decimal)share, MidpointRounding.AwayFromZero):0}") + (sv ? " %" : "%") : "–";
        string like = criterion.MostLike is { } name ? Text($"{name} ({Math.Round((decimal)criterion.Rho!.Value, 2, MidpointRounding.AwayFromZero):0.00})") : "–";
        string line = Text($"  {criterion.Criterion} ({heading}): {(sv ? "vikt" : "weight")} {criterion.Weight}, {(sv ? "inverkan" : "influence")} {influence}, {(sv ? "liknar mest" : "most like")} {like}");
        return sv ? line.Replace('.', ',') : line;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
