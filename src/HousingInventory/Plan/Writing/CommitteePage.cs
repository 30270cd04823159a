using HousingInventory.Export.Html;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Conversions;

namespace HousingInventory.Plan.Writing;

/// <summary>
/// supply.html: need against supply for committees. It is made of counts alone: no number of a household, no address, no village, and no count from 1 to 4.
/// </summary>
internal sealed class CommitteePage(PlanResults results, PlanWords words)
{
    private readonly CommitteeCounts _counts = CommitteeCounts.Of(results);

    public byte[] ToBytes()
    {
        string title = Say("Bostäder för anvisade hushåll: behov och tillgång", "Homes for assigned households: need and supply");
        return HtmlPage.Of(words.Html, title, ["plan.css"], html =>
        {
            html.Element("header", () => html
                .Element("p", Say("Underlag", "Report"), ("class", "kind"))
                .Element("h1", title)
                .Element("p", Say($"Läget den {HtmlWords.Day(results.AsOf)}", $"As of {HtmlWords.Day(results.AsOf)}"), ("class", "soft")));
            html.Element("main", [("id", "main")], () => Main(html));
            html.Element("footer", Say(
                "Sidan innehåller inga hushållsnummer, adresser eller orter, och inga antal från ett till fyra. Gjord med HousingInventory ",
                "The page holds no household numbers, addresses or villages, and no counts from one to four. Made with HousingInventory ") + ToolVersion.Text
                    + ".");
        });
    }

    private void Main(HtmlWriter html)
    {
        Assumptions(html);
        Balance(html);
        Contacts(html);
        Agreements(html);
        Channels(html);
        Premises(html);
    }

    private string Say(string sv, string en) => words.Say(sv, en);

    /// <summary>A count that may be shown, else that it is under five.</summary>
    private string Count(long count) => CommitteeCounts.IsSmall(count) ? Few : words.Html.Count(count);

    private string Few => Say("färre än fem", "fewer than five");

    private void Assumptions(HtmlWriter html)
    {
        if (results.Balance.SizesAreAssumed)
        {
            html.Element("p", Say(
                "Väntade hushålls storlek är ett antagande: hälften är ensamma, medelstorleken är 2,27 personer. Byt det mot kommunens egna två senaste år.",
                "The sizes of expected households are an assumption: half are single, the mean is 2.27 persons. Replace it by the municipality's own last "
                    + "two years."), ("class", "warn"));
        }
    }

    private void Balance(HtmlWriter html)
    {
        html.Element("h2", Say("Behov och tillgång", "Need and supply"));
        html.Element("p", Say(
            "Kända hushåll efter senaste dag, och bostäder som är klara eller iordningställs efter den dag de blir lediga. ”Inte i tid” är det minsta "
                + "antal hushåll som inte kan få en bostad före sin senaste dag.",
            "Known households by their latest day, and homes that are ready or in preparation by the day on which they become free. “Not in time” is the "
                + "least number of households that cannot be housed by their latest day."));
        new SupplyPicture(results, _counts, words).Write(html);
        string[] headings =
        [
            Say("Tid", "Time"), .. _counts.Sizes.Count > 0 ? [Say("Personer eller bäddplatser", "Persons or beds")] : Array.Empty<string>(),
            "#" + Say("Hushåll", "Households"), "#" + Say("Bostäder", "Homes"), "#" + Say("Inte i tid", "Not in time"),
        ];
        html.WideTable(headings, caption: Say("Period för period, efter storlek där det går.", "Period by period, by size where that can be shown."), rows: () => Periods(html));
        double expected = results.Balance.Months.Sum(m => m.NeedExpected);
        if (expected >= 5)
        {
            html.Element("p", Say($"Därutöver väntas omkring {words.Html.Number((decimal)expected, 0)} hushåll enligt kommuntalet.",
                $"Besides, about {words.Html.Number((decimal)expected, 0)} households are expected by the municipality's number."));
        }
    }

    private void Periods(HtmlWriter html)
    {
        (bool Need, bool Homes, bool Unmet) few = _counts.AreFew;
        foreach ((string period, string size, int need, int homes, int unmet) in _counts.Rows)
        {
            html.Row(Period(period), () =>
            {
                if (_counts.Sizes.Count > 0)
                {
                    html.Element("td", SizeOf(size), ("class", "s"));
                }

                html.Number(few.Need ? Few : Count(need)).Number(few.Homes ? Few : Count(homes)).Number(few.Unmet ? Few : Count(unmet));
            });
        }
    }

    /// <summary>A class of sizes in words: a figure from one to four would be taken for a count.</summary>
    private string SizeOf(string size) => size switch
    {
        "" => Say("okänt", "unknown"),
        "1" => Say("en", "one"),
        "2" => Say("två", "two"),
        "7-" => Say("sju eller fler", "seven or more"),
        _ => size.Replace('-', '–'),
    };

    private string Period(string period) => period.Length == 0 ? Say("Hela tiden framåt", "All of the time ahead")
        : period.Replace(" Q", Say(" kvartal ", " quarter "), StringComparison.Ordinal);

    private void Contacts(HtmlWriter html)
    {
        html.Element("h2", Say("Kontakter med ägare", "Contacts with owners"));
        int open = results.Yield.Rates.Sum(r => r.Open);
        html.Element("p", CommitteeCounts.IsSmall(open) || open == 0
            ? Say("Färre än fem kontakter är öppna.", "Fewer than five contacts are open.")
            : words.Letters(results.Yield, results.Plan.Yield.Interval));
        html.Element("p", words.LettersForOne(results.Yield));
    }

    private void Agreements(HtmlWriter html)
    {
        if (results.Agreements.Count == 0)
        {
            return;
        }

        html.Element("h2", Say("Överenskommelser", "Agreements"));
        string[] headings =
        [
            Say("Överenskommelse", "Agreement"), "#" + Say("Lediga lägenheter", "Vacancies"), "#" + Say("Förfallna", "Due"), "#" + Say("Levererade", "Delivered"),
            "#" + Say("Saldo", "Balance"), "#" + Say("Försenade", "Overdue"),
        ];
        html.WideTable(headings, () =>
        {
            foreach (AgreementStatement s in results.Agreements)
            {
                html.Row(s.Agreement.Id, Count(s.Account.Vacancies), Count(s.Account.Due), Count(s.Account.Delivered), Count(s.Account.Balance), Count(s.Overdue));
            }
        });
    }

    private void Channels(HtmlWriter html)
    {
        html.Element("h2", Say("Var bostäderna kommer ifrån", "Where the homes come from"));
        html.Table([Say("Kanal", "Channel"), "#" + Say("Lediga eller på väg", "Free or on their way"), "#" + Say("Bebodda", "Lived in")], () =>
        {
            foreach ((Model.Supply.Channel channel, int free, int inhabited) in CommitteeCounts.ByChannel(results))
            {
                html.Row(words.Label(channel), Count(free), Count(inhabited));
            }
        });
    }

    private void Premises(HtmlWriter html)
    {
        if (results.Premises.Count == 0)
        {
            return;
        }

        html.Element("h2", Say("Lokaler som kan bli bostäder för ensamma", "Premises that may become homes for single households"));
        html.Table([Say("Klass", "Class"), "#" + Say("Lokaler", "Premises"), "#" + Say("Bostäder", "Homes")], () =>
        {
            foreach (PremisesClass of in Enum.GetValues<PremisesClass>())
            {
                ScreenedPremises[] there = [.. results.Premises.Where(p => p.Class == of)];
                html.Row(ClassOf(of), Count(there.Length), Count(of == PremisesClass.Unsuitable ? 0 : there.Sum(p => p.Units)));
            }
        });
    }

    private string ClassOf(PremisesClass premises) => premises switch
    {
        PremisesClass.Suitable => Say("lämpliga", "suitable"),
        PremisesClass.Possible => Say("möjliga", "possible"),
        PremisesClass.Unknown => Say("okänt", "unknown"),
        _ => Say("olämpliga", "unsuitable"),
    };
}
