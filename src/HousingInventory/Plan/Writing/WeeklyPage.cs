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

    private readonly HtmlWriter _html = HtmlPage.Begin(words.Html, Title(results, words), "plan.css");

    public byte[] ToBytes()
    {
        _html.Open("header").Element("p", Say("ARBETSMATERIAL – SEKRETESS", "WORKING MATERIAL – SECRECY"), ("class", "kind"))
            .Element("h1", Title(results, words));
        int week = ISOWeek.GetWeekOfYear(Noon(results.AsOf));
        _html.Element("p", Say(
            $"Vecka {week}, läget den {HtmlWords.Day(results.AsOf)}. Förslag, inte beslut: personalen bestämmer.",
            $"Week {week}, as of {HtmlWords.Day(results.AsOf)}. Proposals and no decisions: staff decide."), ("class", "lead"));
        _html.Close().Open("main", ("id", "main"));
        Changes();
        DecideNow();
        Proposals();
        NotHoused();
        Homes();
        AgreementPart();
        Picture();
        Support();
        Introductions();
        Notices();
        _html.Close().Element("footer", Say(
            "Planen räknar på det som är inskrivet. Den förutsäger ingenting om människor och lär sig ingenting. Gjord med HousingInventory ",
            "The plan calculates with what was typed. It predicts nothing about people and learns nothing. Made with HousingInventory ") + ToolVersion.Text
                + ".");
        return HtmlPage.End(_html);
    }

    private static string Title(PlanResults results, PlanWords words) => (results.Config.Title is { } title ? title + ": " : "")
        + words.Say("veckoplan", "weekly plan");

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0));

    private string Say(string sv, string en) => words.Say(sv, en);

    private void Part(string id, string sv, string en) => _html.Open("section", ("id", id)).Element("h2", Say(sv, en));

    private void Changes()
    {
        Part("changes", "1. Läget och vad som har ändrats", "1. Where we are, and what has changed");
        PlacementPlan plan = results.Placement;
        _html.Open("ul", ("class", "figures"));
        Figure(plan.Proposals.Count(p => p.State != ProposalState.Keeps), Say("hushåll behöver en bostad", "households need a home"));
        Figure(plan.Optimum.Households, Say("får ett förslag", "are proposed one"));
        Figure(plan.Proposals.Count(p => p.State == ProposalState.NotHoused), Say("är utan", "are without"));
        Figure(results.UnmetInThreeMonths, Say("kan inte få en bostad i tid inom tre månader", "cannot be housed in time within three months"));
        _html.Close();
        _html.Element("p", Say(
            $"Den bästa planen ger {plan.Optimum.Persons} personer en bostad och {words.Html.Count(plan.Optimum.Points)} poäng; en i taget hade det "
                + $"blivit {plan.Greedy.Persons} personer och {words.Html.Count(plan.Greedy.Points)} poäng.",
            $"The best plan houses {plan.Optimum.Persons} persons with {words.Html.Count(plan.Optimum.Points)} points; one by one it would be "
                + $"{plan.Greedy.Persons} persons with {words.Html.Count(plan.Greedy.Points)} points."));
        if (results.Changes is not { } changes)
        {
            _html.Element("p", Say("Ingen tidigare plan att jämföra med: ange den i plan.previous.",
                "No plan before this one to compare with: name it in plan.previous."), ("class", "soft"));
            _html.Close();
            return;
        }

        _html.Element("p", Say($"Sedan planen den {HtmlWords.Day(changes.Since)}:", $"Since the plan of {HtmlWords.Day(changes.Since)}:")).Open("ul");
        Line(Say("nya förslag: ", "new proposals: "), changes.New);
        Line(Say("flyttade förslag: ", "moved proposals: "), changes.Moved.Select(m => $"{m.Case} ({m.Before} → {m.Now})"));
        Line(Say("borttagna förslag: ", "proposals gone: "), changes.Gone);
        Line(Say("nya bostäder: ", "new homes: "), changes.NewHomes);
        Line(Say("passerad senaste dag: ", "latest day passed: "), changes.Passed);
        if (changes.Followed.Decided > 0)
        {
            _html.Element("li", Say($"av {changes.Followed.Decided} avgjorda följde {changes.Followed.Followed} förslaget",
                $"of {changes.Followed.Decided} settled, {changes.Followed.Followed} followed the proposal"));
        }

        _html.Close().Close();
    }

    private void Line(string what, IEnumerable<string> things)
    {
        string text = string.Join(", ", things);
        _html.Element("li", what + (text.Length == 0 ? Say("inga", "none") : text));
    }

    private void Figure(int number, string what) => _html.Open("li").Element("b", words.Html.Count(number)).Element("span", what).Close();

    private void DecideNow()
    {
        Part("now", "2. Att avgöra nu", "2. To decide now");
        Sentences(results.ToDecideNow, Say("Inget hushåll har två veckor eller mindre kvar.", "No household has two weeks or less left."));
        _html.Close();
    }

    private void Proposals()
    {
        Part("proposals", "3. Förslag för de kommande veckorna", "3. Proposals for the coming weeks");
        Proposal[] soon = [.. results.Placement.Proposals.Where(p => p.State is ProposalState.Proposed or ProposalState.Locked && results.IsSoon(p))
            .OrderBy(p => p.MoveIn).ThenBy(p => p.Household.Case, StringComparer.Ordinal)];
        Sentences(soon, Say("Inga inflyttningar föreslås.", "No moves are proposed."));
        Proposal[] later = [.. results.Placement.Proposals.Where(p => p.State is ProposalState.Proposed or ProposalState.Locked && !results.IsSoon(p))];
        if (later.Length > 0)
        {
            _html.Element("h3", Say("Senare", "Later"));
            Sentences(later, "");
        }

        _html.Close();
    }

    private void NotHoused()
    {
        Part("not-housed", "4. Utan bostad", "4. Not housed");
        Sentences(results.Placement.Proposals.Where(p => p.State == ProposalState.NotHoused), Say("Alla har ett förslag.", "Everybody has a proposal."));
        Proposal[] keeps = [.. results.Placement.Proposals.Where(p => p.State == ProposalState.Keeps)];
        if (keeps.Length > 0)
        {
            _html.Element("p", Say("Behåller sin bostad: ", "Keep their home: ") + string.Join(", ", keeps.Select(p => p.Household.Case)) + ".");
        }

        _html.Close();
    }

    private void Sentences(IEnumerable<Proposal> proposals, string empty)
    {
        bool any = false;
        foreach (Proposal proposal in proposals)
        {
            any = true;
            _html.Element("p", words.Why(proposal));
            if (proposal.Alternatives.Count > 0)
            {
                _html.Open("ul", ("class", "alt"));
                foreach (Alternative other in proposal.Alternatives)
                {
                    _html.Element("li", $"{PlanWords.Where(other.Site)} ({other.Site.Id}): "
                        + Say($"bytet kostar {words.Price(other.Price)}", $"the change costs {words.Price(other.Price)}"));
                }

                _html.Close();
            }
        }

        if (!any && empty.Length > 0)
        {
            _html.Element("p", empty, ("class", "soft"));
        }
    }

    private void Homes()
    {
        Part("homes", "5. Bostäder", "5. Homes");
        Site[] open = [.. results.Placement.WithoutHousehold];
        HomeList(Say("Klara utan hushåll", "Ready without a household"), open.Where(s => s.Status == HomeStatus.Ready), s => Size(s));
        HomeList(Say("Iordningställs", "In preparation"), results.Sites.Where(s => s.Status == HomeStatus.Preparing), s =>
            Say($"{Size(s)}, klar {HtmlWords.Day(s.Home.FreeFrom)}{Missing(s)}", $"{Size(s)}, ready {HtmlWords.Day(s.Home.FreeFrom)}{Missing(s)}"));
        HomeList(
            Say("Att möblera före inflyttning", "To furnish before moving in"),
            results.Placement.Proposals.Where(p => p is { State: ProposalState.Proposed or ProposalState.Locked, Site.Home.Furnished: not true }
                && results.IsSoon(p)).Select(p => p.Site!), Size);
        DateOnly until = results.AsOf.AddMonths(results.Plan.HorizonMonths);
        HomeList(
            Say("Kommer tillbaka", "Coming back"),
            results.Living.Where(l => l.Household.RightUntil >= results.AsOf && l.Household.RightUntil <= until).Select(l => l.Site), Size);
        HomeList(
            Say("Avtalet går ut inom tre månader", "Ending within three months"),
            results.Sites.Where(s => s.Home.FreeUntil >= results.AsOf && s.Home.FreeUntil <= results.AsOf.AddDays(RemindDays)), s =>
                HtmlWords.Day(s.Home.FreeUntil));
        _html.Close();
    }

    private void HomeList(string heading, IEnumerable<Site> sites, Func<Site, string> what)
    {
        _html.Element("h3", heading).Open("ul");
        bool any = false;
        foreach (Site site in sites)
        {
            any = true;
            _html.Element("li", $"{site.Id}: {PlanWords.Where(site)} ({what(site)})");
        }

        if (!any)
        {
            _html.Element("li", Say("inga", "none"));
        }

        _html.Close();
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

    private void AgreementPart()
    {
        Part("agreement", "6. Överenskommelser", "6. Agreements");
        foreach (AgreementStatement statement in results.Agreements)
        {
            _html.Element("p", words.Agreement(statement));
            if (words.AgreementOutlook(statement) is { Length: > 0 } outlook)
            {
                _html.Element("p", outlook);
            }

            Rooms(statement);
        }

        if (results.Agreements.Count == 0)
        {
            _html.Element("p", Say("Inga överenskommelser är inskrivna.", "No agreements are configured."), ("class", "soft"));
        }

        _html.Close();
    }

    /// <summary>What falls vacant and what is delivered, by rooms; it makes no home due.</summary>
    private void Rooms(AgreementStatement statement)
    {
        if (statement.Rooms.Count == 0)
        {
            return;
        }

        _html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table")
            .Element("caption", Say(
                "Efter antal rum: visar om bara det levereras som ingen annan vill ha.", "By rooms: shows whether only what nobody else wants is delivered."))
            .Open("thead").Open("tr");
        _html.Element("th", Say("Rum", "Rooms"), ("scope", "col"));
        foreach (string heading in (string[])[Say("Lediga", "Vacancies"), Say("Levererade", "Delivered"),
            Say("Skillnad (procentenheter)", "Difference (percentage points)")])
        {
            _html.Element("th", heading, ("scope", "col"), ("class", "n"));
        }

        _html.Close().Close().Open("tbody");
        foreach (RoomLine line in statement.Rooms)
        {
            _html.Open("tr").Element("th", line.Rooms is { } rooms ? words.Html.Count(rooms) : Say("okänt", "unknown"), ("scope", "row"));
            _html.Element("td", words.Html.Count(line.Vacancies), ("class", "n")).Element("td", words.Html.Count(line.Deliveries), ("class", "n"));
            string difference = line.DifferencePoints is { } points ? (points > 0 ? "+" : "") + words.Html.Number((decimal)points, 0) : "";
            _html.Element("td", difference, ("class", "n")).Close();
        }

        _html.Close().Close().Close();
    }

    private void Picture()
    {
        Part("picture", "7. Bild: från tidigaste till senaste dag", "7. Picture: from earliest to latest day");
        WeekPicture.Write(_html, results, words);
        _html.Close();
    }

    private void Support()
    {
        Part("support", "8. Stöd den här veckan", "8. Support this week");
        HtmlTable.Write(_html, words.Html, tables.SupportDue, Say("Inget steg är aktuellt.", "No step is due."));
        StepsByWeek();
        if (results.Support.ReadyForClosure.Count > 0)
        {
            _html.Element("p", Say("Besluta om avslut: hushåll ", "Decide on the formal end: households ")
                + string.Join(", ", results.Support.ReadyForClosure.Select(h => h.Case)) + ".");
        }

        if (results.ToDelete.Count > 0)
        {
            _html.Element("p", Say($"{results.ToDelete.Count} {(results.ToDelete.Count == 1 ? "rad" : "rader")} ska gallras: se to_delete.csv och kör purge.",
                $"{results.ToDelete.Count} {(results.ToDelete.Count == 1 ? "row is" : "rows are")} to be deleted: see to_delete.csv and run purge."), ("class", "mark"));
        }

        _html.Close();
    }

    /// <summary>How much of each step the coming weeks hold: what is late first.</summary>
    private void StepsByWeek()
    {
        const int Weeks = 4;
        DateOnly monday = results.AsOf.AddDays(-(((int)results.AsOf.DayOfWeek + 6) % 7));
        Follow.SupportTask[] open = [.. results.Support.Tasks.Where(
            t => t.State is Follow.StepState.Due or Follow.StepState.Overdue or Follow.StepState.Later && t.DueOn < monday.AddDays(7 * Weeks))];
        if (open.Length == 0)
        {
            return;
        }

        _html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table").Element("caption", Say("Antal steg per vecka.", "Number of steps by week."))
            .Open("thead").Open("tr").Element("th", Say("Steg", "Step"), ("scope", "col"));
        _html.Element("th", Say("Försenade", "Overdue"), ("scope", "col"), ("class", "n"));
        for (int week = 0; week < Weeks; week++)
        {
            _html.Element("th", Say("v.", "w.") + ISOWeek.GetWeekOfYear(Noon(monday.AddDays(7 * week))).ToString(CultureInfo.InvariantCulture),
                ("scope", "col"), ("class", "n"));
        }

        _html.Close().Close().Open("tbody");
        foreach (IGrouping<string, Follow.SupportTask> step in open.GroupBy(t => t.Step).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            _html.Open("tr").Element("th", Say(Follow.SupportStep.Label(step.Key).Sv, Follow.SupportStep.Label(step.Key).En), ("scope", "row"));
            _html.Element("td", words.Html.Count(step.Count(t => t.State == Follow.StepState.Overdue)), ("class", "n"));
            for (int week = 0; week < Weeks; week++)
            {
                DateOnly from = monday.AddDays(7 * week);
                _html.Element("td", words.Html.Count(step.Count(t => t.State != Follow.StepState.Overdue && t.DueOn >= from && t.DueOn < from.AddDays(7))),
                    ("class", "n"));
            }

            _html.Close();
        }

        _html.Close().Close().Close();
    }

    private void Introductions()
    {
        Part("introductions", "9. Presentera för varandra", "9. Introduce to each other");
        HtmlTable.Write(_html, words.Html, tables.Introductions, Say("Ingen bor eller föreslås i någon ort.", "Nobody lives or is proposed in any village."));
        _html.Close();
    }

    private void Notices()
    {
        Part("notices", "10. Anmärkningar", "10. Notices");
        _html.Open("ul");
        foreach (Notice notice in notices.Samples)
        {
            string where = notice.Row is { } row ? $" [{notice.Source}, {Say("rad", "row")} {row.ToString(CultureInfo.InvariantCulture)}]"
                : notice.Source is null ? "" : $" [{notice.Source}]";
            _html.Element("li", $"{NoticesFile.Word(notice.Severity, words.Language)}: {notice.Text(words.Language)}{where} {notice.Remedy(words.Language)}");
        }

        if (notices.Counts.Count == 0)
        {
            _html.Element("li", Say("inga", "none"));
        }

        _html.Close().Close();
    }
}
