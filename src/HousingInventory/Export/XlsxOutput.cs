using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>
/// shortlist.xlsx: a sheet with what a telephone call or a letter takes, and the columns to write in; a second sheet with everything. A saved copy of it is read
/// as a follow-up.
/// </summary>
public sealed record XlsxOutput : Output
{
    private const string Name = "shortlist.xlsx";
    private const int NarrowestColumn = 8;
    private const int WidestColumn = 45;

    /// <summary>Widest text column of the planner's sheet: twelve columns shall be read on a page of A4 lying.</summary>
    private const int WidestForPaper = 42;

    /// <summary>What a page of A4 lying takes of the sheet with everything, in letters that can be read.</summary>
    private const int CharactersOnPage = 180;

    /// <summary>The arrow of the filter, and the heading's bold letters.</summary>
    private const int RoomForFilter = 4;

    internal override IReadOnlyList<string> FileNames => [Name];

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        Language language = table.Results.Frame.Language;
        Shortlist list = new(table);
        using FileStream stream = File.Create(Path.Combine(folder, Name));
        using XlsxTableWriter book = new(stream, table.Results.Frame.Title ?? "HousingInventory", table.Results.Frame.AsOf);
        IReadOnlyList<ResultColumn> planner = Planner(list, table.Results);
        bool sv = language == Language.Sv;
        book.BeginSheet(sv ? Import.FollowUpSource.PlannersSheetSv : Import.FollowUpSource.PlannersSheetEn, [.. planner.Select(c => Column(c, list.Rows, language, WidestForPaper))], Head(table.Results.Frame, sv, frozen: 2));
        list.Write(book, language, planner);
        XlsxColumn[] all = [.. list.Columns.Select(c => Column(c, list.Rows, language, WidestColumn))];
        int pages = (int)Math.Ceiling((double)all.Sum(static c => c.WidthCharacters) / CharactersOnPage);
        book.BeginSheet(sv ? "Alla uppgifter" : "All details", all, Head(table.Results.Frame, sv, frozen: 2) with { PagesWide = pages });
        list.Write(book, language, list.Columns);
        return [WrittenFile.Of(Name, list.Rows.Count)];
    }

    private static XlsxHead Head(RunFrame frame, bool sv, int frozen)
    {
        string day = frame.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string? end = frame.DeleteAfter?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string marking = sv ? "ARBETSMATERIAL" : "WORKING MATERIAL";
        string?[] about =
        [
            marking, (sv ? "läget den " : "as of ") + day, end is null ? null : (sv ? "gallras efter " : "delete after ") + end,
            frame.Purpose is null ? null : (sv ? "ändamål: " : "purpose: ") + frame.Purpose, frame.Responsible is null ? null : (sv ? "ansvarig: " : "responsible: ") + frame.Responsible,
        ];
        string title = frame.Title ?? (sv ? "Bostadshus utan folkbokförda" : "Dwellings without registered residents");
        return new XlsxHead([title, string.Join(" · ", about.OfType<string>())], frozen, string.Join(" · ", ((string?[])[marking, title, about[1], about[2]]).OfType<string>()));
    }

    /// <summary>The twelve columns of the planner, those to write in last.</summary>
    private static List<ResultColumn> Planner(Shortlist list, Results results)
    {
        ResultColumn Of(string name) => list.Columns.First(c => c.Name == name);
        ResultColumn address = Of("address"), postal = Of("postal_address");
        ResultColumn letter = address with { Get = r => string.Join(", ", ((object?[])[address.Get(r), postal.Get(r)]).OfType<string>()) is { Length: > 0 } text ? text : null };
        CriterionResult? stops = results.Scores.Criteria.Where(c => c.Criterion is WalkToStopCriterion).Select(c => c.Result).FirstOrDefault();
        ResultColumn stop = new()
        {
            Name = "stop",
            Type = ResultType.Text,
            Sv = "Hållplats",
            En = "Stop",
            DescriptionSv = "Närmaste hållplats och gångvägen dit.",
            DescriptionEn = "The nearest stop and the walk to it.",
            Get = r => stops?.Told.ElementAtOrDefault(r.Home)?.Stop is { } near ? FormattableString.Invariant($"{near.Name}, {near.WalkM:0} m") : null,
        };
        return [Of("rank"), Of("ref"), letter, Of("property"), Of("locality"), Of("score"), stop, Of("state"), Of("contacted_on"), Of("inspected_on"), Of("condition"), Of("note")];
    }

    /// <summary>As wide as the heading and the longest text below it, within bounds.</summary>
    private static XlsxColumn Column(ResultColumn column, IReadOnlyList<ResultRow> rows, Language language, int widest)
    {
        int text = column.Type == ResultType.Text ? rows.Select(r => column.Get(r) is string said ? ResultWords.Label(column.Values, said, language).Length + 2 : 0).DefaultIfEmpty().Max() : 0;
        int heading = widest == WidestForPaper ? column.Label(language).Split(' ').Max(w => w.Length) : column.Label(language).Length;
        return new XlsxColumn(
            column.Label(language),
            Math.Clamp(Math.Max(heading + RoomForFilter, text), column.Name == "note" ? widest : NarrowestColumn, widest),
            column.Name == "state" ? [.. column.Values.Select(s => s.In(language))] : null,
            IsLink: column.Name == "map_link");
    }
}
