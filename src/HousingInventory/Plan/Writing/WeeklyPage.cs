using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan.Writing;

/// <summary>plan.html: the weekly meeting's page, in the order in which the meeting works. Working material under secrecy; it opens offline.</summary>
internal sealed class WeeklyPage(PlanResults results, PlanTables tables, PlanWords words, NoticeLog notices)
{
    private const int RemindDays = 92;

    public byte[] ToBytes()
    {
        int week = ISOWeek.GetWeekOfYear(Noon(results.AsOf));
        return HtmlPage.Of(words.Html, Title(results, words), ["plan.css"], html =>
        {
            html.Element("header", () => html
                .Element("p", Say("ARBETSMATERIAL – SEKRETESS", "WORKING MATERIAL – SECRECY"), ("class", "kind"))
                .Element("h1", Title(results, words))
                .Element("p", Say(
                    $"Vecka {week}, läget den {HtmlWords.Day(results.AsOf)}. Förslag, inte beslut: personalen bestämmer.",
                    $"Week {week}, as of {HtmlWords.Day(results.AsOf)}. Proposals and no decisions: staff decide."), ("class", "lead")));
            html.Element("main", [("id", "main")], () => Main(html));
            html.Element("footer", Say(
                "Planen räknar på det som är inskrivet. Den förutsäger ingenting om människor och lär sig ingenting. Gjord med HousingInventory ",
                "The plan calculates with what was typed. It predicts nothing about people and learns nothing. Made with HousingInventory ") + ToolVersion.Text
                    + ".");
        });
    }

    private void Main(HtmlWriter html)
    {
        Part(html, "changes", "1. Läget och vad som har ändrats", "1. Where we are, and what has changed", Changes);
        Part(html, "now", "2. Att avgöra nu", "2. To decide now", DecideNow);
        Part(html, "proposals", "3. Förslag för de kommande veckorna", "3. Proposals for the coming weeks", Proposals);
        Part(html, "not-housed", "4. Utan bostad", "4. Not housed", NotHoused);
        Part(html, "homes", "5. Bostäder", "5. Homes", Homes);
        Part(html, "agreement", "6. Överenskommelser", "6. Agreements", AgreementPart);
        Part(html, "picture", "7. Bild: från tidigaste till senaste dag", "7. Picture: from earliest to latest day", Picture);
        Part(html, "support", "8. Stöd den här veckan", "8. Support this week", Support);
        Part(html, "introductions", "9. Presentera för varandra", "9. Introduce to each other", Introductions);
        Part(html, "notices", "10. Anmärkningar", "10. Notices", Notices);
    }

    private static string Title(PlanResults results, PlanWords words) => (results.Config.Title is { } title ? title + ": " : "")
        + words.Say("veckoplan", "weekly plan");

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0));

    private string Say(string sv, string en) => words.Say(sv, en);

    private void Part(HtmlWriter html, string id, string sv, string en, Action<HtmlWriter> body) => html.Element("section", [("id", id)], () =>
    {
        html.Element("h2", Say(sv, en));
        body(html);
    });

    private void Changes(HtmlWriter html)
    {
        PlacementPlan plan = results.Placement;
        html.Element("ul", [("class", "figures")], () => html
            .Figure(words.Html.Count(plan.Proposals.Count(p => p.State != ProposalState.Keeps)), Say("hushåll behöver en bostad", "households need a home"))
            .Figure(words.Html.Count(plan.Optimum.Households), Say("får ett förslag", "are proposed one"))
            .Figure(words.Html.Count(plan.Proposals.Count(p => p.State == ProposalState.NotHoused)), Say("är utan", "are without"))
            .Figure(words.Html.Count(results.UnmetInThreeMonths), Say("kan inte få en bostad i tid inom tre månader", "cannot be housed in time within three months")));
        html.Element("p", Say(
            $"Den bästa planen ger {plan.Optimum.Persons} personer en bostad och {words.Html.Count(plan.Optimum.Points)} poäng; en i taget hade det "
                + $"blivit {plan.Greedy.Persons} personer och {words.Html.Count(plan.Greedy.Points)} poäng.",
            $"The best plan houses {plan.Optimum.Persons} persons with {words.Html.Count(plan.Optimum.Points)} points; one by one it would be "
                + $"{plan.Greedy.Persons} persons with {words.Html.Count(plan.Greedy.Points)} points."));
        if (results.Changes is { } changes)
        {
            html.Element("p", Say($"Sedan planen den {HtmlWords.Day(changes.Since)}:", $"Since the plan of {HtmlWords.Day(changes.Since)}:")).List(Since(changes));
        }
        else
        {
            html.Element("p", Say("Ingen tidigare plan att jämföra med: ange den i plan.previous.",
                "No plan before this one to compare with: name it in plan.previous."), ("class", "soft"));
        }
    }

    private IEnumerable<string> Since(PlanChanges changes)
    {
        yield return Line(Say("nya förslag: ", "new proposals: "), changes.New);
        yield return Line(Say("flyttade förslag: ", "moved proposals: "), changes.Moved.Select(m => $"{m.Case} ({m.Before} → {m.Now})"));
        yield return Line(Say("borttagna förslag: ", "proposals gone: "), changes.Gone);
        yield return Line(Say("nya bostäder: ", "new homes: "), changes.NewHomes);
        yield return Line(Say("passerad senaste dag: ", "latest day passed: "), changes.Passed);
        if (changes.Followed.Decided > 0)
        {
            yield return Say($"av {changes.Followed.Decided} avgjorda följde {changes.Followed.Followed} förslaget",
                $"of {changes.Followed.Decided} settled, {changes.Followed.Followed} followed the proposal");
        }
    }

    private string Line(string what, IEnumerable<string> things) => what + (string.Join(", ", things) is { Length: > 0 } text ? text : Say("inga", "none"));

    private void DecideNow(HtmlWriter html) =>
        Sentences(html, results.ToDecideNow, Say("Inget hushåll har två veckor eller mindre kvar.", "No household has two weeks or less left."));

    private void Proposals(HtmlWriter html)
    {
        Proposal[] soon = [.. results.Placement.Proposals.Where(p => p.State is ProposalState.Proposed or ProposalState.Locked && results.IsSoon(p))
            .OrderBy(p => p.MoveIn).ThenBy(p => p.Household.Case, StringComparer.Ordinal)];
        Sentences(html, soon, Say("Inga inflyttningar föreslås.", "No moves are proposed."));
        Proposal[] later = [.. results.Placement.Proposals.Where(p => p.State is ProposalState.Proposed or ProposalState.Locked && !results.IsSoon(p))];
        if (later.Length > 0)
        {
            html.Element("h3", Say("Senare", "Later"));
            Sentences(html, later, "");
        }
    }

    private void NotHoused(HtmlWriter html)
    {
        Sentences(html, results.Placement.Proposals.Where(p => p.State == ProposalState.NotHoused), Say("Alla har ett förslag.", "Everybody has a proposal."));
        Proposal[] keeps = [.. results.Placement.Proposals.Where(p => p.State == ProposalState.Keeps)];
        if (keeps.Length > 0)
        {
            html.Element("p", Say("Behåller sin bostad: ", "Keep their home: ") + string.Join(", ", keeps.Select(p => p.Household.Case)) + ".");
        }
    }

    private void Sentences(HtmlWriter html, IEnumerable<Proposal> proposals, string empty)
    {
        bool any = false;
        foreach (Proposal proposal in proposals)
        {
            any = true;
            html.Element("p", words.Why(proposal));
            if (proposal.Alternatives.Count > 0)
            {
                html.List(proposal.Alternatives.Select(other => $"{PlanWords.Where(other.Site)} ({other.Site.Id}): "
                    + Say($"bytet kostar {words.Price(other.Price)}", $"the change costs {words.Price(other.Price)}")), "alt");
            }
        }

        if (!any && empty.Length > 0)
        {
            html.Element("p", empty, ("class", "soft"));
        }
    }

    private void Homes(HtmlWriter html)
    {
        Site[] open = [.. results.Placement.WithoutHousehold];
        HomeList(html, Say("Klara utan hushåll", "Ready without a household"), open.Where(s => s.Status == HomeStatus.Ready), s => Size(s));
        HomeList(html, Say("Iordningställs", "In preparation"), results.Sites.Where(s => s.Status == HomeStatus.Preparing), s =>
            Say($"{Size(s)}, klar {HtmlWords.Day(s.Home.FreeFrom)}{Missing(s)}", $"{Size(s)}, ready {HtmlWords.Day(s.Home.FreeFrom)}{Missing(s)}"));
        HomeList(
            html, Say("Att möblera före inflyttning", "To furnish before moving in"),
            results.Placement.Proposals.Where(p => p is { State: ProposalState.Proposed or ProposalState.Locked, Site.Home.Furnished: not true }
                && results.IsSoon(p)).Select(p => p.Site!), Size);
        DateOnly until = results.AsOf.AddMonths(results.Plan.HorizonMonths);
        HomeList(
            html, Say("Kommer tillbaka", "Coming back"),
            results.Living.Where(l => l.Household.RightUntil >= results.AsOf && l.Household.RightUntil <= until).Select(l => l.Site), Size);
        HomeList(
            html, Say("Avtalet går ut inom tre månader", "Ending within three months"),
            results.Sites.Where(s => s.Home.FreeUntil >= results.AsOf && s.Home.FreeUntil <= results.AsOf.AddDays(RemindDays)), s =>
                HtmlWords.Day(s.Home.FreeUntil));
    }

    private void HomeList(HtmlWriter html, string heading, IEnumerable<Site> sites, Func<Site, string> what)
    {
        string[] homes = [.. sites.Select(site => $"{site.Id}: {PlanWords.Where(site)} ({what(site)})")];
        html.Element("h3", heading).List(homes.Length > 0 ? homes : [Say("inga", "none")]);
    }

    private string Size(Site site) => site.Beds is { } beds ? words.Beds(beds) : Say("bäddplatser okända", "beds not known");

    private string Missing(Site site)
    {
        string[] missing =
        [
            .. site.Beds is null ? [Say("rum eller bäddplatser", "rooms or beds")] : Array.Empty<string>(),
            .. site.Place is null ? [Say("plats", "place")] : Array.Empty<string>(),
            .. site.Home.Rent is null ? [Say("hyra", "rent")] : Array.Empty<string>(),
            .. site.Home.StepFree is null ? [Say("om den är stegfri", "whether it is step-free")] : Array.Empty<string>(),
        ];
        return missing.Length == 0 ? "" : Say(", saknas: ", ", missing: ") + string.Join(", ", missing);
    }

    private void AgreementPart(HtmlWriter html)
    {
        foreach (AgreementStatement statement in results.Agreements)
        {
            html.Element("p", words.Agreement(statement));
            if (words.AgreementOutlook(statement) is { Length: > 0 } outlook)
            {
                html.Element("p", outlook);
            }

            Rooms(html, statement);
        }

        if (results.Agreements.Count == 0)
        {
            html.Element("p", Say("Inga överenskommelser är inskrivna.", "No agreements are configured."), ("class", "soft"));
        }
    }

    /// <summary>What falls vacant and what is delivered, by rooms; it makes no home due.</summary>
    private void Rooms(HtmlWriter html, AgreementStatement statement)
    {
        if (statement.Rooms.Count == 0)
        {
            return;
        }

        string[] headings =
        [
            Say("Rum", "Rooms"), "#" + Say("Lediga", "Vacancies"), "#" + Say("Levererade", "Delivered"),
            "#" + Say("Skillnad (procentenheter)", "Difference (percentage points)"),
        ];
        string caption = Say(
            "Efter antal rum: visar om bara det levereras som ingen annan vill ha.", "By rooms: shows whether only what nobody else wants is delivered.");
        html.WideTable(headings, caption: caption, rows: () =>
        {
            foreach (RoomLine line in statement.Rooms)
            {
                string difference = line.DifferencePoints is { } points ? (points > 0 ? "+" : "") + words.Html.Number((decimal)points, 0) : "";
                html.Row(line.Rooms is { } rooms ? words.Html.Count(rooms) : Say("okänt", "unknown"),
                    words.Html.Count(line.Vacancies), words.Html.Count(line.Deliveries), difference);
            }
        });
    }

    private void Picture(HtmlWriter html) =>
        WeekPicture.Write(html, results, words);

    private void Support(HtmlWriter html)
    {
        HtmlTable.Write(html, words.Html, tables.SupportDue, Say("Inget steg är aktuellt.", "No step is due."));
        StepsByWeek(html);
        if (results.Support.ReadyForClosure.Count > 0)
        {
            html.Element("p", Say("Besluta om avslut: hushåll ", "Decide on the formal end: households ")
                + string.Join(", ", results.Support.ReadyForClosure.Select(h => h.Case)) + ".");
        }

        if (results.ToDelete.Count > 0)
        {
            html.Element("p", Say($"{results.ToDelete.Count} {(results.ToDelete.Count == 1 ? "rad" : "rader")} ska gallras: se to_delete.csv och kör purge.",
                $"{results.ToDelete.Count} {(results.ToDelete.Count == 1 ? "row is" : "rows are")} to be deleted: see to_delete.csv and run purge."), ("class", "mark"));
        }
    }

    /// <summary>How much of each step the coming weeks hold: what is late first.</summary>
    private void StepsByWeek(HtmlWriter html)
    {
        const int Weeks = 4;
        DateOnly monday = results.AsOf.AddDays(-(((int)results.AsOf.DayOfWeek + 6) % 7));
        Follow.SupportTask[] open = [.. results.Support.Tasks.Where(
            t => t.State is Follow.StepState.Due or Follow.StepState.Overdue or Follow.StepState.Later && t.DueOn < monday.AddDays(7 * Weeks))];
        if (open.Length == 0)
        {
            return;
        }

        DateOnly[] weeks = [.. Enumerable.Range(0, Weeks).Select(w => monday.AddDays(7 * w))];
        string[] headings =
        [
            Say("Steg", "Step"), "#" + Say("Försenade", "Overdue"),
            .. weeks.Select(w => "#" + Say("v.", "w.") + ISOWeek.GetWeekOfYear(Noon(w)).ToString(CultureInfo.InvariantCulture)),
        ];
        html.WideTable(headings, caption: Say("Antal steg per vecka.", "Number of steps by week."), rows: () =>
        {
            foreach (IGrouping<string, Follow.SupportTask> step in open.GroupBy(t => t.Step).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                int late = step.Count(t => t.State == Follow.StepState.Overdue);
                IEnumerable<int> ahead = weeks.Select(w => step.Count(t => t.State != Follow.StepState.Overdue && t.DueOn >= w && t.DueOn < w.AddDays(7)));
                html.Row(Say(Follow.SupportStep.Label(step.Key).Sv, Follow.SupportStep.Label(step.Key).En), [.. ahead.Prepend(late).Select(c => words.Html.Count(c))]);
            }
        });
    }

    private void Introductions(HtmlWriter html) =>
        HtmlTable.Write(html, words.Html, tables.Introductions, Say("Ingen bor eller föreslås i någon ort.", "Nobody lives or is proposed in any village."));

    private void Notices(HtmlWriter html) =>
        html.List(notices.Counts.Count == 0 ? [Say("inga", "none")] : notices.Samples.Select(Told));

    private string Told(Notice notice)
    {
        string where = notice.Row is { } row ? $" [{notice.Source}, {Say("rad", "row")} {row.ToString(CultureInfo.InvariantCulture)}]"
            : notice.Source is null ? "" : $" [{notice.Source}]";
        return $"{NoticesFile.Word(notice.Severity, words.Language)}: {notice.Text(words.Language)}{where} {notice.Remedy(words.Language)}";
    }
}
