using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Export.Html;

/// <summary>
/// report.html: what the run found, in figures that can be read in public. It is made from the results as a whole and never from a row of the list, so that no
/// address, reference, designation or point can come into it.
/// </summary>
internal sealed class CommitteeReport(Results results, NoticeLog notices)
{
    private readonly HtmlWords _words = new(results.Frame.Language);
    private readonly ReportPlaces _places = new(results, new HtmlWords(results.Frame.Language));
    private readonly ReportReferences _references = new(results);

    private readonly ReportContacts _contacts = new(results);

    private RunFrame Frame => results.Frame;

    public byte[] ToBytes()
    {
        string title = Frame.Title ?? Say("Bostadshus utan folkbokförda", "Dwellings without registered residents");
        HtmlWriter html = HtmlPage.Begin(_words, title);
        html.Open("header").Element("p", Say("Rapport", "Report"), ("class", "kind")).Element("h1", title);
        html.Element("p", string.Join(" · ", Dated()), ("class", "soft"));
        html.Close().Raw("\n").Open("main", ("id", "main"));
        Lead(html);
        Warnings(html);
        KeyFigures(html);
        Funnel(html);
        if (results.Changes is { } changes)
        {
            Heading(html, "changes");
            ReportChanges.Write(html, _words, changes);
            html.Close();
        }

        if (results.Limits.Count > 0)
        {
            Heading(html, "limits");
            ReportLimits.Write(html, _words, results.Limits);
            html.Close();
        }

        Heading(html, "scores");
        ReportScores.Write(html, _words, [.. results.Scores.Score.Take(results.Flags.Candidates.Count)]);
        html.Close();
        ByLocality(html);
        if (results.Robust is { Ranges.Count: > 0 } robust)
        {
            Heading(html, "firmness");
            ReportRobustness.Write(html, _words, robust);
            html.Close();
        }

        if (_contacts.Any)
        {
            Heading(html, "contacts");
            _contacts.Write(html, _words);
            html.Close();
        }

        Analyses(html);
        html.Open("div", ("class", "appendix")).Element("h2", Say("Bilaga: metod och underlag", "Appendix: method and sources"), ("id", "appendix"));
        Contents(html);
        ReportMethod.Write(html, _words, results);
        Linkage(html);
        if (_references.Any)
        {
            Heading(html, "references");
            _references.Write(html);
            html.Close();
        }

        Sources(html);
        Retention(html);
        Notices(html);
        html.Close().Close();
        html.Element("footer", Say(
            "Rapporten innehåller inga adresser, beteckningar eller kartpunkter för enskilda hus. Gjord med HousingInventory ",
            "The report holds no addresses, designations or points of single houses. Made with HousingInventory ") + ToolVersion.Text + ".");
        return HtmlPage.End(html);
    }

    /// <summary>What the report comes to, before anything else.</summary>
    private void Lead(HtmlWriter html)
    {
        html.Open("div", ("class", "lead"));
        foreach (string sentence in ReportLead.Sentences(results, _words))
        {
            html.Element("p", sentence);
        }

        html.Close();
    }

    private IEnumerable<string> Dated()
    {
        if (ReportLead.Municipality(results) is { } name)
        {
            yield return Say($"{name} ({Frame.Municipality[0]})", $"{name} ({Frame.Municipality[0]})");
        }

        yield return Say("Läget den ", "As of ") + HtmlWords.Day(results.Frame.AsOf);
        if (Frame.DiaryNumber is { } number)
        {
            yield return Say("Dnr ", "Diary number ") + number;
        }

        if (Frame.Responsible is { } responsible)
        {
            yield return Say("Ansvarig: ", "Responsible: ") + responsible;
        }

        if (Frame.Contact is { } contact)
        {
            yield return Say("Kontakt: ", "Contact: ") + contact;
        }

        if (Frame.DeleteAfter is { } day)
        {
            yield return Say("Gallras efter ", "Delete after ") + HtmlWords.Day(day);
        }
    }

    private void Contents(HtmlWriter html)
    {
        html.Open("nav", ("class", "contents"), ("aria-label", Say("Innehåll", "Contents"))).Open("ul");
        foreach ((string id, string text) in Sections().Where(s => (s.Id != "references" || _references.Any) && (s.Id != "contacts" || _contacts.Any) && (s.Id != "changes" || results.Changes is not null) && (s.Id != "limits" || results.Limits.Count > 0) && (s.Id != "firmness" || results.Robust is { Ranges.Count: > 0 })))
        {
            html.Open("li").Element("a", text, ("href", "#" + id)).Close();
        }

        html.Close().Close();
    }

    private IEnumerable<(string Id, string Text)> Sections() =>
    [
        ("key-figures", Say("Resultatet i korthet", "Key figures")),
        ("funnel", Say("Från alla byggnader till listan", "From all buildings to the list")),
        ("changes", Say("Sedan förra gången", "Since last time")),
        ("limits", Say("Vad andra gränser hade gett", "What other limits would give")),
        ("scores", Say("Så fördelar sig poängen", "How the scores lie")),
        ("by-locality", Say("Ort för ort", "By locality")),
        ("firmness", Say("Så fast är ordningen", "How firm the order is")),
        ("contacts", Say("Så har kontakterna gått", "How the contacts have gone")),
        ("linkage", Say("Så kopplades folkbokföringen till husen", "How registrations were linked")),
        ("references", Say("Rimlighet: andras siffror bredvid våra", "Reasonableness: published figures beside ours")),
        .. results.Analyses.Where(a => a.Section is not null).Select(a => (a.Name, a.Section!.Title)),
        ("method", Say("Så har vi räknat", "Method")),
        ("sources", Say("Underlag och datum", "Sources and dates")),
        ("purpose-and-retention", Say("Ändamål och gallring", "Purpose and retention")),
        ("notices", Say("Anmärkningar", "Notices")),
    ];

    private void Analyses(HtmlWriter html)
    {
        foreach ((string id, ReportSection section) in results.Analyses.Where(a => a.Section is not null).Select(a => (a.Name, a.Section!)))
        {
            Heading(html, id);
            foreach (string paragraph in section.Paragraphs)
            {
                html.Element("p", paragraph);
            }

            if (section.Header.Count > 0)
            {
                html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table");
                Head(html, [.. section.Header]);
                foreach (IReadOnlyList<string> row in section.Rows)
                {
                    html.Open("tr").Element("th", row[0], ("scope", "row"));
                    foreach (string cell in row.Skip(1))
                    {
                        html.Element("td", cell);
                    }

                    html.Close();
                }

                html.Close().Close().Close();
            }

            html.Close();
        }
    }

    private string Say(string sv, string en) => _words.Say(sv, en);

    private string Label(IReadOnlyList<Term> list, string key) => ResultWords.Label(list, key, _words.Language);

    private void Warnings(HtmlWriter html)
    {
        List<string> lines =
        [
            .. notices.Samples.Where(n => n is PurposeMissing or CriterionOff or CriterionWithoutData || n.Severity == Severity.Error)
                .SelectMany(n => SafeLines(n)).Distinct(StringComparer.Ordinal),
        ];
        if (lines.Count == 0)
        {
            return;
        }

        html.Open("section", ("class", "warn"), ("aria-label", Say("Att veta innan du läser", "Before you read on")));
        html.Element("strong", Say("Att veta innan du läser", "Before you read on")).Open("ul");
        foreach (string line in lines)
        {
            html.Element("li", line);
        }

        html.Close().Close();
    }

    private IEnumerable<string> SafeLines(Notice notice)
    {
        NoticeLog one = new();
        one.Add(notice);
        return SafeNotices.Of(one, _words.Language).Select(n => n.Text);
    }

    private void KeyFigures(HtmlWriter html)
    {
        Status[] status = results.Flags.Status;
        Heading(html, "key-figures");
        html.Open("ul", ("class", "figures"));
        Figure(html, _words.Count(status.Count(s => s != Status.NotHousing)), Say("bostadsbyggnader", "dwelling buildings"));
        Figure(html, _words.Count(status.Count(s => s == Status.NobodyRegistered)), Say("utan någon folkbokförd", "with nobody registered"));
        Figure(html, _words.Count(results.Flags.Candidates.Count), Say("kandidater efter alla urval", "candidates after all tests"));
        Figure(html, _words.Count(status.Count(s => s == Status.Undetermined)), Say("kan inte avgöras", "undetermined"));
        Figure(html, Say("högst ", "at most ") + _words.Count(results.Flags.Expected.AtMost), Say("hem utan folkbokförd kan ändå ha någon, enligt körningens egen uppskattning", "homes with nobody registered may have somebody after all, by the run's own estimate"));
        Figure(html, Share(results.Linkage.LinkedShare), Say("av folkbokföringarna kopplade till ett hus", "of registrations linked to a house"));
        html.Close();
        DateOnly? day = results.Books.Files.Where(f => f.Type == "residents").Max(f => f.Extracted);
        string when = day is null ? Say("Det är inte angivet vilken dag folkbokföringen är uttagen.", "The day of the population extract is not stated.")
            : Say($"Folkbokföringen är uttagen {HtmlWords.Day(day)}.", $"The population extract is of {HtmlWords.Day(day)}.");
        html.Element("p", when + " " + Say(
            "Att ingen är folkbokförd betyder inte att huset står oanvänt: det kan vara ett fritidshus, vara uthyrt eller ha ägare som bor på annat håll. Det vet bara ägaren.",
            "Nobody registered does not mean that the house is unused: it may be a holiday home, be let, or have owners who live elsewhere. Only the owner knows."));
        html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table").Element("caption", Say("Bostadsbyggnader efter folkbokföringsstatus, hela kommunen", "Dwelling buildings by registration status, the whole municipality"));
        Head(html, Say("Status", "Status"), "#" + Say("Byggnader", "Buildings"));
        foreach (Status one in Enum.GetValues<Status>().Where(s => s != Status.NotHousing))
        {
            Row(html, Term.Of(one).In(_words.Language), _words.Count(status.Count(s => s == one)));
        }

        html.Close().Close().Close().Close();
    }

    private void Funnel(HtmlWriter html)
    {
        Heading(html, "funnel");
        double all = Math.Max(1, results.Flags.Funnel.Max(s => s.Left));
        html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table", ("class", "funnel"));
        Head(html, Say("Kvar", "Kept"), Say("Bort i steget", "Removed by the step"), "#" + Say("Bara för det stegets skull", "For that step alone"));
        foreach (FunnelStep step in results.Flags.Funnel)
        {
            html.Open("tr").Open("th", ("scope", "row")).Text($"{_words.Count(step.Left)} {Kept(step)}");
            html.Open("span", ("class", "bar"), ("aria-hidden", "true")).Element("span", "", ("style", $"width:{HtmlWords.Svg(100 * step.Left / all)}%")).Close().Close();
            html.Element("td", step.Removed == 0 ? "–" : $"{FunnelWords.Removed(step.Test, _words.Language)}: {_words.Count(step.Removed)} {Say("bort", "removed")}");
            html.Element("td", step.Removed == 0 ? "–" : _words.Count(step.RemovedByThisAlone), ("class", "n")).Close();
        }

        html.Close().Close().Close().Close();
    }

    private string Kept(FunnelStep step) => step.Test == results.Flags.Funnel[0].Test ? Say("byggnader", "buildings")
        : step == results.Flags.Funnel[^1] ? Say("kandidater", "candidates") : Say("kvar", "left");

    private void ByLocality(HtmlWriter html)
    {
        Heading(html, "by-locality");
        _places.Write(html);
        if (_places.Counts.Count > 0 && ReportCharts.Map(html, _words, Say("Karta med antal kandidater; talen för orterna står i tabellen.", "Map with numbers of candidates; the table has the figures of the places."), results, _places.Counts))
        {
            html.Element("p", Say(
                "Runda märken: kandidater i orten. Fyrkantiga: alla andra kandidater, samlade i rutor om minst fem; märket står mitt i rutan, aldrig där ett hus står.",
                "Round marks: candidates of the place. Square ones: all other candidates, gathered in squares of at least five; the mark stands in the middle of its square, never where a house does."), ("class", "soft"));
        }

        html.Close();
    }

    private void Linkage(HtmlWriter html)
    {
        Heading(html, "linkage");
        html.Element("p", Say(
            "Varje folkbokföring prövas mot det säkraste sättet först. Tabellen visar hur många personer som kopplades på varje nivå, i hela kommunen.",
            "Each registration is tried by the surest way first. The table shows how many persons were linked at each level, in the whole municipality."));
        html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table");
        Head(html, Say("Nivå", "Level"), Say("Betydelse", "Meaning"), "#" + Say("Personer", "Persons"));
        foreach ((string key, long count) in results.Linkage.Levels)
        {
            Link.LinkLevel? level = Link.LinkLevel.Ladder.FirstOrDefault(l => l.Key == key);
            html.Open("tr").Element("th", level is null ? key : Say(level.LabelSv, level.LabelEn), ("scope", "row"));
            html.Element("td", level is null ? "" : Say(level.Sv, level.En)).Element("td", _words.Count(count), ("class", "n")).Close();
        }

        foreach ((string key, long count) in results.Linkage.UnlinkedTold)
        {
            html.Open("tr").Element("th", Say("Inte kopplad", "Not linked"), ("scope", "row"));
            html.Element("td", Label(Term.All<Link.UnlinkedReason>(), key)).Element("td", _words.Count(count), ("class", "n")).Close();
        }

        html.Close().Close().Close().Close();
    }

    private void Sources(HtmlWriter html)
    {
        Heading(html, "sources");
        html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table");
        Head(html, Say("Underlag", "Source"), Say("Från", "From"), Say("Uttaget", "Extracted"), "#" + Say("Lästa rader", "Rows read"), "#" + Say("Använda", "Used"), "#" + Say("Utelämnade", "Left out"));
        foreach (InputFile file in results.Books.Files)
        {
            bool hidden = file.Type == "withheld";
            html.Open("tr").Element("th", Label(PageTerms.Sources, file.Type), ("scope", "row"));
            html.Element("td", hidden ? "–" : Origin(file)).Element("td", hidden ? "–" : HtmlWords.Day(file.Extracted), ("class", "d"));
            html.Element("td", hidden ? "–" : _words.Count(file.Read), ("class", "n")).Element("td", hidden ? "–" : _words.Count(file.Used), ("class", "n"));
            html.Element("td", hidden ? "–" : _words.Count(file.LeftOut.Values.Sum()), ("class", "n")).Close();
        }

        html.Close().Close().Close();
        if (results.Surroundings.Transit is { } transit)
        {
            html.Element("h3", Say("Trafikdagar som mätts", "Service days that were measured")).Open("div", ("class", "wide"), ("tabindex", "0")).Open("table");
            Head(html, Say("Dagtyp", "Kind of day"), Say("Datum", "Date"), "#" + Say("Ordinarie turer", "Ordinary trips"), Say("Hur dagen valdes", "How it was chosen"));
            foreach (ChosenDay day in transit.Days)
            {
                html.Open("tr").Element("th", day.Type.In(_words.Language), ("scope", "row")).Element("td", HtmlWords.Day(day.Date), ("class", "d"));
                html.Element("td", _words.Count(day.Trips), ("class", "n")).Element("td", day.How.In(_words.Language)).Close();
            }

            html.Close().Close().Close();
        }

        html.Close();
    }

    private string Origin(InputFile file)
    {
        Term origin = PageTerms.Origins.First(o => (file.Layout ?? "").StartsWith(o.Key, StringComparison.Ordinal));
        return Qgis.DataTerms.Of(file, _words.Language) ?? Say(origin.Sv, origin.En);
    }

    private void Retention(HtmlWriter html)
    {
        Heading(html, "purpose-and-retention");
        string missing = Say("inte angivet", "not stated");
        html.Open("table").Open("tbody");
        TextRow(html, Say("Ändamål", "Purpose"), Frame.Purpose ?? missing);
        TextRow(html, Say("Ansvarig", "Responsible"), Frame.Responsible ?? missing);
        TextRow(html, Say("Gallras efter", "Delete after"), Frame.DeleteAfter is { } day ? HtmlWords.Day(day) : missing);
        html.Close().Close();
        html.Element("p", Say(
            "Inga personer, namn eller personnummer finns kvar efter kopplingen. Listan över hus är personuppgifter om ägare: den är arbetsmaterial och får användas bara för ändamålet ovan.",
            "No person, name or number is left after linking. The list of houses is personal data about owners: it is working material, for the purpose above only.")).Close();
    }

    private void Notices(HtmlWriter html)
    {
        Heading(html, "notices");
        List<(Severity Severity, long Count, string Text)> lines = [.. SafeNotices.Of(notices, _words.Language)];
        if (lines.Count == 0)
        {
            html.Element("p", Say("Inga anmärkningar.", "No notices.")).Close();
            return;
        }

        html.Element("p", Say("Brister i underlaget. Var de finns och hur de rättas står i notices.csv.", "What is wrong in the data. notices.csv says where, and how to mend it."));
        html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table");
        Head(html, Say("Allvar", "Severity"), Say("Vad", "What"), "#" + Say("Antal", "Count"));
        foreach ((Severity severity, long count, string text) in lines)
        {
            html.Open("tr").Element("th", NoticesFile.Word(severity, _words.Language), ("scope", "row")).Element("td", text).Element("td", _words.Count(count), ("class", "n")).Close();
        }

        html.Close().Close().Close().Close();
    }

    private string Share(double share) => ResultWords.Share(share, _words.Language);

    private static void Figure(HtmlWriter html, string figure, string what) => html.Open("li").Element("b", figure).Element("span", what).Close();

    private void Heading(HtmlWriter html, string id) =>
        html.Open("section", ("aria-labelledby", id)).Element("h2", Sections().First(s => s.Id == id).Text, ("id", id));

    /// <summary>The heading row of a table, with its body left open; a heading that begins with # is over numbers.</summary>
    internal static void Head(HtmlWriter html, params ReadOnlySpan<string> headings)
    {
        html.Open("thead").Open("tr");
        foreach (string heading in headings)
        {
            bool number = heading.StartsWith('#');
            html.Element("th", number ? heading[1..] : heading, ("scope", "col"), ("class", number ? "n" : null));
        }

        html.Close().Close().Open("tbody");
    }

    /// <summary>A row of a label and numbers.</summary>
    internal static void Row(HtmlWriter html, string label, params ReadOnlySpan<string> numbers)
    {
        html.Open("tr").Element("th", label, ("scope", "row"));
        foreach (string number in numbers)
        {
            html.Element("td", number, ("class", "n"));
        }

        html.Close();
    }

    private static void TextRow(HtmlWriter html, string label, string text) =>
        html.Open("tr").Element("th", label, ("scope", "row")).Element("td", text).Close();
}
