using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Conversions;
using HousingInventory.Plan.Placement;
using HousingInventory.Score;

namespace HousingInventory.Plan.Writing;

/// <summary>The plan in sentences, in the language of the run.</summary>
internal sealed class PlanWords(Language language)
{
    private readonly HtmlWords _words = new(language);

    /// <summary>Places with more than one home of the plan, where an address does not say which is meant.</summary>
    private HashSet<string> _shared = [];

    /// <summary>What people call the criteria, by name.</summary>
    private Dictionary<string, string> _titles = [];

    /// <summary>The words of a plan.</summary>
    public static PlanWords For(PlanResults results) => new(results.Config.Language)
    {
        _shared = [.. results.Sites.GroupBy(Where, StringComparer.Ordinal).Where(static g => g.Skip(1).Any()).Select(static g => g.Key)],
        _titles = Titles(results.Config.Criteria ?? StandardCriteria.All, results.Config.Language),
    };

    private static Dictionary<string, string> Titles(IReadOnlyList<Criterion> criteria, Language language) =>
        criteria.ToDictionary(static c => c.Name, c => CriterionColumns.Title(criteria, c, language), StringComparer.Ordinal);

    public Language Language => language;

    public HtmlWords Html => _words;

    public string Say(string sv, string en) => language == Language.Sv ? sv : en;

    public string Label(Enum value) => Terms.Label(value, language);

    /// <summary>"14 mars": the day without its year, in words.</summary>
    public string Day(DateOnly day)
    {
        string[] sv = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
        string month = language == Language.Sv ? sv[day.Month - 1] : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month}");
    }

    public static string Month(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"{month:yyyy-MM}");

    public string Persons(int count) => count == 1 ? Say("1 person", "1 person") : Say($"{_words.Count(count)} personer", $"{_words.Count(count)} persons");

    /// <summary>Where a home is, as one says it: address and village, else its id.</summary>
    public static string Where(Site site)
    {
        string place = site.Address ?? site.Id;
        return site.Village.Length > 0 ? $"{place}, {site.Village}" : place;
    }

    /// <summary>The same, with the id where the place has several homes.</summary>
    private string Which(Site site) => Where(site) is var place && _shared.Contains(place) ? $"{place} ({site.Id})" : place;

    /// <summary>Why a household is proposed a home, or is not.</summary>
    public string Why(Proposal proposal)
    {
        Household h = proposal.Household;
        string who = Say($"Hushåll {h.Case} ({Persons(h.Size)}, senast {Day(h.LatestOn)})", $"Household {h.Case} ({Persons(h.Size)}, by {Day(h.LatestOn)})");
        return proposal.State switch
        {
            ProposalState.NotHoused => $"{who}: {NotHoused(proposal)}",
            ProposalState.Keeps => Say($"{who} behåller {Which(proposal.Site!)}.", $"{who} keeps {Which(proposal.Site!)}."),
            ProposalState.Locked => Say($"{who} är låst till {Which(proposal.Site!)}", $"{who} is locked to {Which(proposal.Site!)}") + Facts(proposal)
                + LockCost(proposal) + Checks(proposal),
            _ => Say($"{who} föreslås {Which(proposal.Site!)}", $"{who} is proposed {Which(proposal.Site!)}") + Facts(proposal) + Nearest(proposal)
                + Checks(proposal),
        };
    }

    /// <summary>What a change costs the plan: the highest level that loses something.</summary>
    public string Price(ChangePrice price) =>
        price.DueHouseholds > 0 ? price.DueHouseholds == 1 ? Say("ett hushåll med kort tid färre", "one household with little time fewer")
            : Say($"{price.DueHouseholds} hushåll med kort tid färre", $"{price.DueHouseholds} households with little time fewer")
        : price.Persons > 0 ? price.Persons == 1 ? Say("en person färre", "one person fewer")
            : Say($"{price.Persons} personer färre", $"{price.Persons} persons fewer")
        : price is { DueHouseholds: 0, Persons: 0, Points: > 0 } ? Say($"{_words.Count(price.Points)} poäng", $"{_words.Count(price.Points)} points")
        : Say("ingenting", "nothing");

    /// <summary>A check as people read it.</summary>
    public string Check(CheckMark mark) => mark switch
    {
        { Check: Placement.Check.BreaksRule, About: { } rule } => $"{Label(mark.Check)}: {RuleLabel(rule)}",
        { Check: Placement.Check.MeasureMissing, About: { } name } => $"{Label(mark.Check)}: {_titles.GetValueOrDefault(name, name)}",
        { About: { } about } => $"{Label(mark.Check)}: {about}",
        _ => Label(mark.Check),
    };

    /// <summary>Which rules keep homes from a household: "för liten 112, ledig för sent 9".</summary>
    public string Fails(Proposal proposal) => string.Join(", ", proposal.Fails.Select(f => $"{Label(f.Rule)} {_words.Count(f.Homes)}"));

    /// <summary>The sentence on letters, for the first page of the committee's paper.</summary>
    public string Letters(Yield yield, double interval)
    {
        int open = yield.Rates.Sum(r => r.Open);
        int low = yield.Homes.Quantile((1 - interval) / 2), high = yield.Homes.Quantile((1 + interval) / 2);
        string middle = _words.Number((decimal)yield.Homes.Quantile(0.5), 0);
        string letters = open == yield.Rates[0].Open ? Say($"{_words.Count(open)} brev", $"{_words.Count(open)} letters")
            : Say($"{_words.Count(open)} öppna kontakter", $"{_words.Count(open)} open contacts");
        return Say(
            $"{letters} ger med den erfarenhet som finns {low}–{high} bostäder, troligast omkring {middle}.",
            $"{letters} give, by the experience there is, {low}–{high} homes, most likely about {middle}.");
    }

    /// <summary>How many letters one home takes.</summary>
    public string LettersForOne(Yield yield) => yield.LettersFor(1, 0.8) is { } letters
        ? Say($"För att få minst en bostad till, med 80 procents säkerhet, behövs {_words.Count(letters)} nya brev.",
            $"For at least one more home, with a certainty of 80 per cent, {_words.Count(letters)} new letters are needed.") : "";

    /// <summary>Premises in a sentence: "Kan prövas: saknar dusch och kök; 7 rum om 25 m²; 4 månader."</summary>
    public string Premises(ScreenedPremises premises, double unitM2)
    {
        string begin = premises.Class switch
        {
            PremisesClass.Suitable => Say("Kan prövas", "Can be tried"),
            PremisesClass.Possible => Say("Kan prövas till en kostnad", "Can be tried at a cost"),
            PremisesClass.Unknown => Say("Fråga först", "Ask first"),
            _ => Say("Går inte", "Does not work"),
        };
        string[] lacks = [.. premises.Tests.Where(t => t.Answer == TestAnswer.Fail).Select(t => Test(t.Code))];
        string[] asks = [.. premises.ToAsk.Select(t => Test(t.Code))];
        List<string> parts = [];
        if (lacks.Length > 0)
        {
            parts.Add(Say("saknar ", "lacks ") + And(lacks));
        }

        if (asks.Length > 0)
        {
            parts.Add(Say("fråga om ", "ask about ") + And(asks));
        }

        parts.Add(Say($"{premises.Units} rum om {_words.Number((decimal)unitM2, 0)} m²", $"{premises.Units} rooms of {_words.Number((decimal)unitM2, 0)} m²"));
        if (premises.Row.Months is { } months)
        {
            parts.Add(Say($"{months} månader", $"{months} months"));
        }

        return $"{begin}: {string.Join("; ", parts)}.";
    }

    /// <summary>A test of premises as people read it.</summary>
    public string Test(string code) => code switch
    {
        "plan" => Say("detaljplan", "the detailed plan"),
        "daylight" => Say("dagsljus", "daylight"),
        "two_ways_out" => Say("två utrymningsvägar", "two ways out"),
        "contamination" => Say("ren mark", "clean ground"),
        "water_drain" => Say("vatten och avlopp", "water and drains"),
        "heating" => Say("uppvärmning", "heating"),
        "wc_shower" => Say("wc och dusch", "wc and shower"),
        "kitchen" => Say("kök", "kitchen"),
        "ventilation" => Say("ventilation", "ventilation"),
        "fire_separation" => Say("brandcell", "fire separation"),
        "noise" => Say("ljudmiljö", "quiet"),
        "step_free" => Say("stegfri entré", "a step-free entrance"),
        "area" => Say("tillräcklig yta", "enough area"),
        "time" => Say("tillräcklig tid", "enough time"),
        _ => Say("läge", "access"),
    };

    /// <summary>An agreement in a sentence.</summary>
    public string Agreement(AgreementStatement s)
    {
        string text = Say(
            $"{s.Agreement.Id}: {_words.Count(s.Account.Vacancies)} lediga lägenheter har räknats, {_words.Count(s.Account.Due)} bostäder är förfallna "
                + $"och {_words.Count(s.Account.Delivered)} levererade",
            $"{s.Agreement.Id}: {_words.Count(s.Account.Vacancies)} vacancies have counted, {_words.Count(s.Account.Due)} homes are due and "
                + $"{_words.Count(s.Account.Delivered)} delivered");
        text += s.Account.Balance < 0 ? Say($"; det fattas {_words.Count(-s.Account.Balance)}", $"; {_words.Count(-s.Account.Balance)} are missing")
            : s.Account.Balance > 0 ? Say($"; {_words.Count(s.Account.Balance)} i förväg", $"; {_words.Count(s.Account.Balance)} ahead") : "";
        text += s.OldestOpenDueOn is { } oldest ? Say($", den äldsta sedan {HtmlWords.Day(oldest)}", $", the oldest since {HtmlWords.Day(oldest)}") : "";
        text += s.Overdue > 0 ? Say($"; {s.Overdue} {(s.Overdue == 1 ? "är försenad" : "är försenade")}", $"; {s.Overdue} {(s.Overdue == 1 ? "is" : "are")} overdue") : "";
        return text + ".";
    }

    /// <summary>What share of the vacancies came, how late, and what is expected until the agreement ends; empty when there is nothing to say.</summary>
    public string AgreementOutlook(AgreementStatement s)
    {
        List<string> sentences = [];
        if (s.ShareDeliveredPercent is { } share)
        {
            string late = s.MeanDaysLate is { } days
                ? Say($", i snitt {_words.Number((decimal)Math.Abs(days), 0)} dagar {(days < 0 ? "i förväg" : "efter förfallodagen")}",
                    $", on average {_words.Number((decimal)Math.Abs(days), 0)} days {(days < 0 ? "ahead of" : "after")} the due day") : "";
            sentences.Add(Say($"{_words.Number(share, 1)} % av de lediga har levererats{late}.",
                $"{_words.Number(share, 1)} % of the vacancies have been delivered{late}."));
        }

        if (s.Outlook is { } outlook)
        {
            sentences.Add(Say(
                $"Till och med {HtmlWords.Day(s.Agreement.Until)} väntas omkring {_words.Number((decimal)outlook.Vacancies, 0)} lediga till "
                    + $"({outlook.VacanciesLow}–{outlook.VacanciesHigh}) och därmed {outlook.HomesLow}–{outlook.HomesHigh} bostäder, troligast omkring "
                    + $"{_words.Number((decimal)outlook.Homes, 0)}.",
                $"Up to {HtmlWords.Day(s.Agreement.Until)} about {_words.Number((decimal)outlook.Vacancies, 0)} more vacancies are expected "
                    + $"({outlook.VacanciesLow}–{outlook.VacanciesHigh}), and so {outlook.HomesLow}–{outlook.HomesHigh} homes, most likely about "
                    + $"{_words.Number((decimal)outlook.Homes, 0)}."));
        }

        return string.Join(' ', sentences);
    }

    private string NotHoused(Proposal proposal)
    {
        if (proposal.Passing > 0)
        {
            string who = proposal.Instead.Count == 0
                ? Say("orterna där de passande bostäderna ligger är fulla", "the villages of the homes that fit are full")
                : Say("alla passande bostäder behövs för hushåll med kortare tid, fler personer eller bättre passning: ",
                    "all homes that fit are needed for households with less time, more persons or a better fit: ")
                    + string.Join(", ", proposal.Instead.Select(i => i.Case));
            return who + ".";
        }

        if (proposal.Nearest is not { } nearest)
        {
            return Say("det finns ingen ledig bostad.", "there is no home to let.");
        }

        return Say($"ingen bostad passar ({Fails(proposal)}). Närmast: {Which(nearest.Site)}, {Label(nearest.Rule)}.",
            $"no home fits ({Fails(proposal)}). Nearest: {Which(nearest.Site)}, {Label(nearest.Rule)}.");
    }

    /// <summary>People that a home takes, in words.</summary>
    public string Beds(int count) => count == 1 ? Say("1 bäddplats", "1 bed") : Say($"{count} bäddplatser", $"{count} beds");

    private string Facts(Proposal proposal)
    {
        Site site = proposal.Site!;
        bool hasChildren = proposal.Household.Pupils > 0 || proposal.Household.Composition is { Children0To5: > 0 };
        List<string> facts = [];
        if (site.Beds is { } beds)
        {
            facts.Add(Beds(beds));
        }

        if (site.Home.FreeFrom is { } free)
        {
            facts.Add(Say($"ledig {Day(free)}", $"free {Day(free)}"));
        }

        if (hasChildren && site.Measures.TryGetValue("school", out SiteMeasure school) && school.Value is { } metres)
        {
            facts.Add(Say($"skola {_words.Number((decimal)metres, 0)} m", $"school {_words.Number((decimal)metres, 0)} m"));
        }

        if (site.Measures.TryGetValue("centre", out SiteMeasure centre) && centre.Value is { } minutes)
        {
            facts.Add(Say($"buss till centrum {_words.Number((decimal)minutes, 0)} min", $"bus to the centre {_words.Number((decimal)minutes, 0)} min"));
        }

        return facts.Count == 0 ? "." : ": " + string.Join(", ", facts) + ".";
    }

    private string Nearest(Proposal proposal) => proposal.Alternatives.Count == 0 ? ""
        : Say(
            $" Närmast: {Which(proposal.Alternatives[0].Site)}; bytet kostar {Price(proposal.Alternatives[0].Price)} i hela planen.",
            $" Nearest: {Which(proposal.Alternatives[0].Site)}; the change costs {Price(proposal.Alternatives[0].Price)} in the whole plan.");

    private string LockCost(Proposal proposal) =>
        proposal.LockPrice is { } price ? Say($" Låset kostar {Price(price)}.", $" The lock costs {Price(price)}.") : "";

    private string Checks(Proposal proposal) =>
        proposal.Checks.Count == 0 ? "" : Say(" Se efter: ", " Look at: ") + string.Join("; ", proposal.Checks.Select(Check)) + ".";

    private string RuleLabel(string key) => Enum.GetValues<Rule>().Where(r => Terms.Key(r) == key).Select(r => Label(r)).FirstOrDefault(key);

    private string And(string[] things) => things.Length == 1 ? things[0] : string.Join(", ", things[..^1]) + Say(" och ", " and ") + things[^1];
}
