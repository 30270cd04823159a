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
        return HtmlPage.Of(_words, title, [], html =>
        {
            html.Element("header", () => html
                .Element("p", Say("Rapport", "Report"), ("class", "kind"))
                .Element("h1", title)
                .Element("p", string.Join(" · ", Dated()), ("class", "soft")));
            html.Raw("\n").Element("main", [("id", "main")], () =>
            {
                Findings(html);
                html.Element("div", [("class", "appendix")], () => Appendix(html));
            });
            html.Element("footer", Say(
                "Rapporten innehåller inga adresser, beteckningar eller kartpunkter för enskilda hus. Gjord med HousingInventory ",
                "The report holds no addresses, designations or points of single houses. Made with HousingInventory ") + ToolVersion.Text + ".");
        });
    }

    private void Findings(HtmlWriter html)
    {
        html.Element("div", [("class", "lead")], () => Lead(html));
        Warnings(html);
        Section(html, "key-figures", () => KeyFigures(html));
        Section(html, "funnel", () => Funnel(html));
        Section(html, "changes", () => ReportChanges.Write(html, _words, results.Changes!));
        Section(html, "limits", () => ReportLimits.Write(html, _words, results.Limits));
        Section(html, "scores", () => ReportScores.Write(html, _words, [.. results.Scores.Score.Take(results.Flags.Candidates.Count)]));
        Section(html, "by-locality", () => ByLocality(html));
        Section(html, "firmness", () => ReportRobustness.Write(html, _words, results.Robust!));
        Section(html, "contacts", () => _contacts.Write(html, _words));
        foreach ((string id, ReportSection section) in results.Analyses.Where(a => a.Section is not null).Select(a => (a.Name, a.Section!)))
        {
            html.Section(id, TitleOf(id), () => Analysis(html, section));
        }
    }

    private void Appendix(HtmlWriter html)
    {
        html.Element("h2", Say("Bilaga: metod och underlag", "Appendix: method and sources"), ("id", "appendix"));
        Contents(html);
        Section(html, "method", () => ReportMethod.Write(html, _words, results));
        Section(html, "linkage", () => Linkage(html));
        Section(html, "references", () => _references.Write(html));
        Section(html, "sources", () => Sources(html));
        Section(html, "purpose-and-retention", () => Retention(html));
        Section(html, "notices", () => Notices(html));
    }

    /// <summary>What the report comes to, before anything else.</summary>
    private void Lead(HtmlWriter html)
    {
        foreach (string sentence in ReportLead.Sentences(results, _words))
        {
            html.Element("p", sentence);
        }
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
        html.Element("nav", [("class", "contents"), ("aria-label", Say("Innehåll", "Contents"))], () => html.Element("ul", () =>
        {
            foreach ((string id, string text) in Sections().Where(s => IsTold(s.Id)))
            {
                html.Element("li", () => html.Element("a", text, ("href", "#" + id)));
            }
        }));
    }

    /// <summary>Whether there is anything to tell in a section.</summary>
    private bool IsTold(string id) => id switch
    {
        "references" => _references.Any,
        "contacts" => _contacts.Any,
        "changes" => results.Changes is not null,
        "limits" => results.Limits.Count > 0,
        "firmness" => results.Robust is { Ranges.Count: > 0 },
        _ => true,
    };

    private void Section(HtmlWriter html, string id, Action body)
    {
        if (IsTold(id))
        {
            html.Section(id, TitleOf(id), body);
        }
    }

    private string TitleOf(string id) => Sections().First(s => s.Id == id).Text;

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

    private static void Analysis(HtmlWriter html, ReportSection section)
    {
        foreach (string paragraph in section.Paragraphs)
        {
            html.Element("p", paragraph);
        }

        if (section.Header.Count > 0)
        {
            html.WideTable(section.Header, () =>
            {
                foreach (IReadOnlyList<string> row in section.Rows)
                {
                    html.Row(row[0], () => html.Cells(row.Skip(1)));
                }
            });
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

        string heading = Say("Att veta innan du läser", "Before you read on");
        html.Element("section", [("class", "warn"), ("aria-label", heading)], () => html.Element("strong", heading).List(lines));
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
        html.Element("ul", [("class", "figures")], () => Figures(html, status));
        DateOnly? day = results.Books.Files.Where(f => f.Type == "residents").Max(f => f.Extracted);
        string when = day is null ? Say("Det är inte angivet vilken dag folkbokföringen är uttagen.", "The day of the population extract is not stated.")
            : Say($"Folkbokföringen är uttagen {HtmlWords.Day(day)}.", $"The population extract is of {HtmlWords.Day(day)}.");
        html.Element("p", when + " " + Say(
            "Att ingen är folkbokförd betyder inte att huset står oanvänt: det kan vara ett fritidshus, vara uthyrt eller ha ägare som bor på annat håll. Det vet bara ägaren.",
            "Nobody registered does not mean that the house is unused: it may be a holiday home, be let, or have owners who live elsewhere. Only the owner knows."));
        string caption = Say("Bostadsbyggnader efter folkbokföringsstatus, hela kommunen", "Dwelling buildings by registration status, the whole municipality");
        html.WideTable([Say("Status", "Status"), "#" + Say("Byggnader", "Buildings")], caption: caption, rows: () =>
        {
            foreach (Status one in Enum.GetValues<Status>().Where(s => s != Status.NotHousing))
            {
                html.Row(Term.Of(one).In(_words.Language), _words.Count(status.Count(s => s == one)));
            }
        });
    }

    private void Figures(HtmlWriter html, Status[] status)
    {
        html.Figure(_words.Count(status.Count(s => s != Status.NotHousing)), Say("bostadsbyggnader", "dwelling buildings"));
        html.Figure(_words.Count(status.Count(s => s == Status.NobodyRegistered)), Say("utan någon folkbokförd", "with nobody registered"));
        html.Figure(_words.Count(results.Flags.Candidates.Count), Say("kandidater efter alla urval", "candidates after all tests"));
        html.Figure(_words.Count(status.Count(s => s == Status.Undetermined)), Say("kan inte avgöras", "undetermined"));
        html.Figure(Say("högst ", "at most ") + _words.Count(results.Flags.Expected.AtMost), Say("hem utan folkbokförd kan ändå ha någon, enligt körningens egen uppskattning", "homes with nobody registered may have somebody after all, by the run's own estimate"));
        html.Figure(Share(results.Linkage.LinkedShare), Say("av folkbokföringarna kopplade till ett hus", "of registrations linked to a house"));
    }

    private void Funnel(HtmlWriter html)
    {
        double all = Math.Max(1, results.Flags.Funnel.Max(s => s.Left));
        html.WideTable([Say("Kvar", "Kept"), Say("Bort i steget", "Removed by the step"), "#" + Say("Bara för det stegets skull", "For that step alone")], style: "funnel", rows: () =>
        {
            foreach (FunnelStep step in results.Flags.Funnel)
            {
                html.Element("tr", () => Step(html, step, 100 * step.Left / all));
            }
        });
    }

    private void Step(HtmlWriter html, FunnelStep step, double percent)
    {
        html.Element("th", [("scope", "row")], () => html.Text($"{_words.Count(step.Left)} {Kept(step)}").Element(
            "span", [("class", "bar"), ("aria-hidden", "true")], () => html.Element("span", "", ("style", $"width:{HtmlWords.Svg(percent)}%"))));
        html.Cell(step.Removed == 0 ? "–" : $"{FunnelWords.Removed(step.Test, _words.Language)}: {_words.Count(step.Removed)} {Say("bort", "removed")}");
        html.Number(step.Removed == 0 ? "–" : _words.Count(step.RemovedByThisAlone));
    }

    private string Kept(FunnelStep step) => step.Test == results.Flags.Funnel[0].Test ? Say("byggnader", "buildings")
        : step == results.Flags.Funnel[^1] ? Say("kandidater", "candidates") : Say("kvar", "left");

    private void ByLocality(HtmlWriter html)
    {
        _places.Write(html);
        if (_places.Counts.Count > 0 && ReportCharts.Map(html, _words, Say("Karta med antal kandidater; talen för orterna står i tabellen.", "Map with numbers of candidates; the table has the figures of the places."), results, _places.Counts))
        {
            html.Element("p", Say(
                "Runda märken: kandidater i orten. Fyrkantiga: alla andra kandidater, samlade i rutor om minst fem; märket står mitt i rutan, aldrig där ett hus står.",
                "Round marks: candidates of the place. Square ones: all other candidates, gathered in squares of at least five; the mark stands in the middle of its square, never where a house does."), ("class", "soft"));
        }
    }

    private void Linkage(HtmlWriter html)
    {
        html.Element("p", Say(
            "Varje folkbokföring prövas mot det säkraste sättet först. Tabellen visar hur många personer som kopplades på varje nivå, i hela kommunen.",
            "Each registration is tried by the surest way first. The table shows how many persons were linked at each level, in the whole municipality."));
        html.WideTable([Say("Nivå", "Level"), Say("Betydelse", "Meaning"), "#" + Say("Personer", "Persons")], () =>
        {
            foreach ((string key, long count) in results.Linkage.Levels)
            {
                Link.LinkLevel? level = Link.LinkLevel.Ladder.FirstOrDefault(l => l.Key == key);
                html.Row(level is null ? key : Say(level.LabelSv, level.LabelEn), () => html.Cell(level is null ? "" : Say(level.Sv, level.En)).Number(_words.Count(count)));
            }

            foreach ((string key, long count) in results.Linkage.UnlinkedTold)
            {
                html.Row(Say("Inte kopplad", "Not linked"), () => html.Cell(Label(Term.All<Link.UnlinkedReason>(), key)).Number(_words.Count(count)));
            }
        });
    }

    private void Sources(HtmlWriter html)
    {
        html.WideTable([Say("Underlag", "Source"), Say("Från", "From"), Say("Uttaget", "Extracted"), "#" + Say("Lästa rader", "Rows read"), "#" + Say("Använda", "Used"), "#" + Say("Utelämnade", "Left out")], () =>
        {
            foreach (InputFile file in results.Books.Files)
            {
                bool hidden = file.Type == "withheld";
                html.Row(Label(PageTerms.Sources, file.Type), () => html.Cell(hidden ? "–" : Origin(file)).Element("td", hidden ? "–" : HtmlWords.Day(file.Extracted), ("class", "d"))
                    .Number(hidden ? "–" : _words.Count(file.Read)).Number(hidden ? "–" : _words.Count(file.Used)).Number(hidden ? "–" : _words.Count(file.LeftOut.Values.Sum())));
            }
        });
        if (results.Surroundings.Transit is { } transit)
        {
            html.Element("h3", Say("Trafikdagar som mätts", "Service days that were measured"));
            html.WideTable([Say("Dagtyp", "Kind of day"), Say("Datum", "Date"), "#" + Say("Ordinarie turer", "Ordinary trips"), Say("Hur dagen valdes", "How it was chosen")], () =>
            {
                foreach (ChosenDay day in transit.Days)
                {
                    html.Row(day.Type.In(_words.Language), () => html.Element("td", HtmlWords.Day(day.Date), ("class", "d")).Number(_words.Count(day.Trips)).Cell(day.How.In(_words.Language)));
                }
            });
        }
    }

    private string Origin(InputFile file)
    {
        Term origin = PageTerms.Origins.First(o => (file.Layout ?? "").StartsWith(o.Key, StringComparison.Ordinal));
        return Qgis.DataTerms.Of(file, _words.Language) ?? Say(origin.Sv, origin.En);
    }

    private void Retention(HtmlWriter html)
    {
        string missing = Say("inte angivet", "not stated");
        html.Table([], () =>
        {
            html.Row(Say("Ändamål", "Purpose"), () => html.Cell(Frame.Purpose ?? missing));
            html.Row(Say("Ansvarig", "Responsible"), () => html.Cell(Frame.Responsible ?? missing));
            html.Row(Say("Gallras efter", "Delete after"), () => html.Cell(Frame.DeleteAfter is { } day ? HtmlWords.Day(day) : missing));
        });
        html.Element("p", Say(
            "Inga personer, namn eller personnummer finns kvar efter kopplingen. Listan över hus är personuppgifter om ägare: den är arbetsmaterial och får användas bara för ändamålet ovan.",
            "No person, name or number is left after linking. The list of houses is personal data about owners: it is working material, for the purpose above only."));
    }

    private void Notices(HtmlWriter html)
    {
        List<(Severity Severity, long Count, string Text)> lines = [.. SafeNotices.Of(notices, _words.Language)];
        if (lines.Count == 0)
        {
            html.Element("p", Say("Inga anmärkningar.", "No notices."));
            return;
        }

        html.Element("p", Say("Brister i underlaget. Var de finns och hur de rättas står i notices.csv.", "What is wrong in the data. notices.csv says where, and how to mend it."));
        html.WideTable([Say("Allvar", "Severity"), Say("Vad", "What"), "#" + Say("Antal", "Count")], () =>
        {
            foreach ((Severity severity, long count, string text) in lines)
            {
                html.Row(NoticesFile.Word(severity, _words.Language), () => html.Cell(text).Number(_words.Count(count)));
            }
        });
    }

    private string Share(double share) => ResultWords.Share(share, _words.Language);
}
