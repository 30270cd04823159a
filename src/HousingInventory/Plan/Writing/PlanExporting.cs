using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;

namespace HousingInventory.Plan.Writing;

/// <summary>The last stage of a plan: results become files, all of them or none, in a folder that is the plan's own.</summary>
internal static class PlanExporting
{
    /// <summary>Writes everything into the folder.</summary>
    /// <returns>What was written.</returns>
    /// <exception cref="InputException">The folder cannot be written to, or a file in it is open elsewhere.</exception>
    public static IReadOnlyList<WrittenFile> Export(PlanResults results, string folderPath, Run run) =>
        Exporting.Into(folderPath, folder => Write(results, folder, run));

    private static List<WrittenFile> Write(PlanResults results, ResultsFolder folder, Run run)
    {
        List<WrittenFile> written = run.Clock.Time("Export", () => WriteAll(results, folder, run));
        PlanManifest.Write(results, written.Select(f => Exporting.Described(f, folder.Pending)), Path.Combine(folder.Pending, ResultsFolder.Manifest), run);
        TimingsFile.Write(Path.Combine(folder.Pending, ResultsFolder.Timings), run.Clock);
        folder.Commit();
        return written;
    }

    private static List<WrittenFile> WriteAll(PlanResults results, ResultsFolder folder, Run run)
    {
        PlanWords words = PlanWords.For(results);
        PlanTables tables = new(results, words);
        // The longest begin first.
        Func<WrittenFile>[] writers =
        [
            () => PlanWorkbook.Write(results, tables, words, run.Notices, folder.Pending),
            () => PlanGeoPackage.Write(results, words, folder.Pending),
            () => Page(folder, "plan.html", new WeeklyPage(results, tables, words, run.Notices).ToBytes()),
            () => Page(folder, "supply.html", new CommitteePage(results, words).ToBytes()),
            .. tables.Files.Select(table => (Func<WrittenFile>)(() => table.WriteCsv(folder.Pending, results.Config.Language))),
        ];
        run.Progress("Export", "plan");
        return [.. SideBySide.All(writers), NoticesFile.Write(results.Config.Language, folder.Pending, run)];
    }

    private static WrittenFile Page(ResultsFolder folder, string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder.Pending, name), bytes);
        return WrittenFile.Of(name, 1);
    }
}

/// <summary>plan.xlsx: a sheet for each part of the weekly plan, and the tables.</summary>
internal static class PlanWorkbook
{
    public static WrittenFile Write(PlanResults results, PlanTables tables, PlanWords words, NoticeLog notices, string folder)
    {
        const string Name = "plan.xlsx";
        using FileStream stream = File.Create(Path.Combine(folder, Name));
        using XlsxTableWriter book = new(stream, results.Config.Title ?? "HousingInventory", results.AsOf);
        FileTable[] sheets =
        [
            Facts(results, words), Changes(results, words), Sentences("now", "Att avgöra nu", "To decide now", [.. results.ToDecideNow]), tables.Proposals,
            Sentences("not-housed", "Utan bostad", "Not housed", [.. results.Placement.Proposals.Where(p => p.State == Placement.ProposalState.NotHoused)]),
            Homes(results, words), tables.Agreement,
            tables.AgreementDues, tables.Balance, tables.SupportDue, tables.Introductions, tables.Premises, tables.Landlords, tables.BusTalk, tables.ToDelete,
            Notices(notices, words),
        ];
        foreach (FileTable sheet in sheets)
        {
            sheet.WriteSheet(book, results.Config.Language);
        }

        return WrittenFile.Of(Name, sheets.Sum(s => (long)s.Count));

        FileTable<Placement.Proposal> Sentences(string name, string sv, string en, IReadOnlyList<Placement.Proposal> rows) => new(name, sv, en, rows,
        [
            new("case", "Hushåll", "Household", (w, p) => w.Text(p.Household.Case)),
            new("latest_on", "Senast den", "By", (w, p) => w.Date(p.Household.LatestOn)),
            new("why", "Varför", "Why", (w, p) => w.Text(words.Why(p)), 90),
        ]);
    }

    private static FileTable<(string What, long Count)> Facts(PlanResults results, PlanWords words) => new("facts", "Läget", "Where we are",
    [
        (words.Say("Hushåll som behöver en bostad", "Households that need a home"),
            results.Placement.Proposals.Count(p => p.State != Placement.ProposalState.Keeps)),
        (words.Say("Hushåll med bostad i planen", "Households with a home in the plan"), results.Placement.Optimum.Households),
        (words.Say("Personer med bostad i planen", "Persons with a home in the plan"), results.Placement.Optimum.Persons),
        (words.Say("Poäng i hela planen", "Points of the whole plan"), results.Placement.Optimum.Points),
        (words.Say("Personer om ett hushåll tas i taget", "Persons when households are taken one by one"), results.Placement.Greedy.Persons),
        (words.Say("Poäng om ett hushåll tas i taget", "Points when households are taken one by one"), results.Placement.Greedy.Points),
        (words.Say("Inte i tid inom tre månader", "Not in time within three months"), results.UnmetInThreeMonths),
    ],
    [
        new("what", "Vad", "What", (w, f) => w.Text(f.What), 50), new("count", "Antal", "Count", (w, f) => w.Integer(f.Count)),
    ]);

    private static FileTable<(string What, string Who, string? Before, string? Now)> Changes(PlanResults results, PlanWords words)
    {
        List<(string, string, string?, string?)> rows = [];
        if (results.Changes is { } changes)
        {
            string? HomeOf(string household) => results.Placement.Of(household)?.Site?.Id;
            rows.AddRange(changes.New.Select(c => (words.Say("nytt förslag", "new proposal"), c, (string?)null, HomeOf(c))));
            rows.AddRange(changes.Moved.Select(m => (words.Say("flyttat förslag", "moved proposal"), m.Case, (string?)m.Before, (string?)m.Now)));
            rows.AddRange(changes.Gone.Select(c => (words.Say("borttaget förslag", "proposal gone"), c, (string?)null, (string?)null)));
            rows.AddRange(changes.NewHomes.Select(h => (words.Say("ny bostad", "new home"), "", (string?)null, (string?)h)));
            rows.AddRange(changes.Passed.Select(c => (words.Say("passerad senaste dag", "latest day passed"), c, (string?)null, HomeOf(c))));
        }

        return new FileTable<(string What, string Who, string? Before, string? Now)>("changes", "Ändringar", "Changes", rows,
        [
            new("what", "Vad", "What", (w, r) => w.Text(r.Item1), 24), new("case", "Hushåll", "Household", (w, r) => w.Text(r.Item2)),
            new("before", "Bostad förut", "Home before", (w, r) => w.Text(r.Item3), 18), new("now", "Bostad nu", "Home now", (w, r) => w.Text(r.Item4), 18),
        ]);
    }

    private static FileTable<Placement.Site> Homes(PlanResults results, PlanWords words) => new("homes", "Bostäder", "Homes", results.Sites,
    [
        new("home", "Bostad", "Home", (w, s) => w.Text(s.Id), 16), new("channel", "Kanal", "Channel", (w, s) => w.Text(words.Label(s.Home.Channel)), 16),
        new("status", "Läge", "Status", (w, s) => w.Text(words.Label(s.Status)), 14), new("address", "Adress", "Address", (w, s) => w.Text(s.Address), 26),
        new("locality", "Ort", "Locality", (w, s) => w.Text(s.Village), 18), new("beds", "Bäddplatser", "Beds", (w, s) => w.Integer(s.Beds)),
        new("free_from", "Ledig från", "Free from", (w, s) => w.Date(s.Home.FreeFrom)),
        new("free_until", "Till och med", "Until", (w, s) => w.Date(s.Home.FreeUntil)),
        new("rent", "Hyra (kr/mån)", "Rent (SEK/month)", (w, s) => w.Integer(s.Home.Rent)),
        new("access", "Lägespoäng", "Access score", (w, s) => w.Number(s.AccessTenths / 10.0, 1)),
    ]);

    private static FileTable<Notice> Notices(NoticeLog notices, PlanWords words) => new("notices", "Anmärkningar", "Notices", [.. notices.Samples],
    [
        new("code", "Kod", "Code", (w, n) => w.Text(n.Code), 24), new("source", "Källa", "Source", (w, n) => w.Text(n.Source), 14),
        new("row", "Rad", "Row", (w, n) => w.Integer(n.Row), 8),
        new("what", "Vad", "What", (w, n) => w.Text(n.Text(words.Language)), 70),
        new("fix", "Gör så här", "What to do", (w, n) => w.Text(n.Remedy(words.Language)), 60),
    ]);
}
