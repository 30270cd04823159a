using HousingInventory.Export;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Conversions;
using HousingInventory.Plan.Follow;
using HousingInventory.Plan.Landlords;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan.Writing;

/// <summary>Every table that a plan writes.</summary>
internal sealed class PlanTables(PlanResults results, PlanWords words)
{
    /// <summary>The tables that are files of their own.</summary>
    public IReadOnlyList<FileTable> Files => [Proposals, Balance, Agreement, AgreementDues, Premises, Landlords, Introductions, SupportDue, ToDelete, BusTalk];

    public FileTable<Proposal> Proposals => new("proposals", "Förslag", "Proposals", results.Placement.Proposals,
    [
        new("move_in", "Inflyttning", "Move in", (w, p) => w.Date(p.MoveIn)),
        new("case", "Hushåll", "Household", (w, p) => w.Text(p.Household.Case)),
        new("size", "Personer", "Persons", (w, p) => w.Integer(p.Household.Size), 9),
        new("basis", "Grund", "Basis", (w, p) => w.Text(words.Label(p.Household.Basis))),
        new("latest_on", "Senast den", "Latest on", (w, p) => w.Date(p.Household.LatestOn)),
        new("days_left", "Dagar kvar", "Days left", (w, p) => w.Integer(p.Household.LatestOn.DayNumber - results.AsOf.DayNumber), 9),
        new("due", "Kort tid", "Due", (w, p) => w.Text(words.Html.Yes(p.IsDue)), 8),
        new("home", "Bostad", "Home", (w, p) => w.Text(p.Site?.Id), 16),
        new("ref", "Referens", "Ref", (w, p) => w.Text(p.Site?.Ref)),
        new("address", "Adress", "Address", (w, p) => w.Text(p.Site?.Address), 26),
        new("locality", "Ort", "Locality", (w, p) => w.Text(p.Site?.Village), 18),
        new("corridor", "Linje", "Corridor", (w, p) => w.Text(p.Site?.Corridor), 8),
        new("beds", "Bäddplatser", "Beds", (w, p) => w.Integer(p.Site?.Beds), 10),
        new("spare_beds", "Lediga bäddplatser", "Spare beds", (w, p) => w.Integer(p.Site?.Beds - p.Household.Size), 10),
        new("rent", "Hyra (kr/mån)", "Rent", (w, p) => w.Integer(p.Site?.Home.Rent), 11),
        new("points", "Poäng (0–1000)", "Points", (w, p) => w.Integer(p.Points?.Points), 10),
        Part("points_space", "Plats (0–100)", "Points space", p => p.Space),
        Part("points_needs", "Behov (0–100)", "Points needs", p => p.Needs),
        Part("points_access", "Läge (0–100)", "Points access", p => p.Access),
        Part("points_together", "Sällskap (0–100)", "Points together", p => p.Together),
        Part("points_permanence", "Varaktighet (0–100)", "Points permanence", p => p.Permanence),
        new("state", "Läge i planen", "State", (w, p) => w.Text(words.Label(p.State)), 16),
        new("why", "Varför", "Why", (w, p) => w.Text(words.Why(p)), 60),
        .. Alternatives(),
        new("lock_cost", "Låset kostar", "The lock costs", (w, p) => w.Text(p.LockPrice is { } price ? words.Price(price) : null), 14),
        new("checks", "Se efter", "Checks", (w, p) => w.Text(string.Join("; ", p.Checks.Select(words.Check))), 30),
        new("fails", "Faller på", "Fails", (w, p) => w.Text(string.Join(' ', p.Fails.Select(f => $"{Terms.Key(f.Rule)} {f.Homes}"))), 30),
    ]);

    public FileTable<BalanceCell> Balance => new("balance", "Balans", "Balance", results.Balance.Cells,
    [
        new("month", "Månad", "Month", (w, c) => w.Text(PlanWords.Month(c.Month))),
        new("part", "Del", "Part", (w, c) => w.Text(Terms.Key(c.Part)), 16),
        new("size_class", "Storlek", "Size class", (w, c) => w.Text(c.SizeClass), 9),
        new("households", "Hushåll eller bostäder", "Households", (w, c) => w.Number(c.Households, 1)),
        new("beds", "Personer eller bäddplatser", "Beds", (w, c) => w.Number(c.Beds, 1)),
        new("low", "Lägst", "Low", (w, c) => w.Number(c.Low, 1)),
        new("high", "Högst", "High", (w, c) => w.Number(c.High, 1)),
    ]);

    public FileTable<(AgreementStatement Statement, AccountMonth Month)> Agreement => new(
        "agreement", "Överenskommelse", "Agreement", [.. results.Agreements.SelectMany(a => a.Account.Months.Select(m => (a, m)))],
    [
        new("agreement", "Överenskommelse", "Agreement", (w, r) => w.Text(r.Statement.Agreement.Id), 16),
        new("month", "Månad", "Month", (w, r) => w.Text(PlanWords.Month(r.Month.Month))),
        new("vacancies", "Lediga", "Vacancies", (w, r) => w.Integer(r.Month.Vacancies)),
        new("vacancies_in_all", "Lediga i allt", "Vacancies in all", (w, r) => w.Integer(r.Month.VacanciesInAll)),
        new("share_of_vacancies", "Andelen av dem", "The share of them", (w, r) => w.Number((double)r.Month.Part, 2)),
        new("due", "Förfallet i allt", "Due in all", (w, r) => w.Integer(r.Month.Due)),
        new("new", "Nytt", "New", (w, r) => w.Integer(r.Month.New)),
        new("delivered", "Levererat", "Delivered", (w, r) => w.Integer(r.Month.Delivered)),
        new("delivered_in_all", "Levererat i allt", "Delivered in all", (w, r) => w.Integer(r.Month.DeliveredInAll)),
        new("balance", "Saldo", "Balance", (w, r) => w.Integer(r.Month.Balance)),
    ]);

    public FileTable<(AgreementStatement Statement, DueHome Due)> AgreementDues => new(
        "agreement_dues", "Förfallna bostäder", "Due homes", [.. results.Agreements.SelectMany(a => a.Account.Dues.Select(d => (a, d)))],
    [
        new("agreement", "Överenskommelse", "Agreement", (w, r) => w.Text(r.Statement.Agreement.Id), 16),
        new("number", "Nummer", "Number", (w, r) => w.Integer(r.Due.Number), 9),
        new("due_on", "Förföll den", "Due on", (w, r) => w.Date(r.Due.DueOn)),
        new("vacancy", "Vid ledig nummer", "Vacancy", (w, r) => w.Integer(r.Due.Vacancy > 0 ? r.Due.Vacancy : null), 10),
        new("delivered_on", "Levererad den", "Delivered on", (w, r) => w.Date(DeliveryOf(r)?.DeliveredOn ?? DeliveryOf(r)?.RefusedOn)),
        new("home", "Bostad", "Home", (w, r) => w.Text(DeliveryOf(r)?.Home), 16),
        new("days_late", "Dagar sen", "Days late", (w, r) => w.Integer(r.Statement.DaysLate(r.Due)), 9),
        new("state", "Läge", "State", (w, r) => w.Text(DueState(r)), 12),
    ]);

    public FileTable<ScreenedPremises> Premises => new("premises", "Lokaler", "Premises", results.Premises,
    [
        new("premises", "Lokal", "Premises", (w, p) => w.Text(p.Row.Id)),
        new("name", "Namn", "Name", (w, p) => w.Text(p.Row.Name), 20),
        new("locality", "Ort", "Locality", (w, p) => w.Text(p.Village), 18),
        new("class", "Klass", "Class", (w, p) => w.Text(Terms.Key(p.Class))),
        new("new", "Ny", "New", (w, p) => w.Text(words.Html.Yes(p.IsNew)), 7),
        new("units", "Bostäder", "Units", (w, p) => w.Integer(p.Units), 9),
        new("net_m2", "Nettoyta (m²)", "Net area (m²)", (w, p) => w.Number(p.NetM2, 0), 10),
        new("months", "Månader", "Months", (w, p) => w.Integer(p.Row.Months), 9),
        new("ready_on", "Kan bebos", "Ready on", (w, p) => w.Date(p.ReadyOn)),
        new("cost_per_unit", "Kostnad per bostad (kr)", "Cost per unit (SEK)", (w, p) => w.Integer(p.CostPerUnit)),
        new("access", "Lägespoäng", "Access score", (w, p) => w.Number(p.AccessTenths / 10.0, 1), 10),
        new("fails", "Saknar", "Lacks", (w, p) => w.Text(string.Join(' ', p.Tests.Where(t => t.Answer == TestAnswer.Fail).Select(t => t.Code))), 24),
        new("ask", "Fråga om", "Ask about", (w, p) => w.Text(string.Join(' ', p.ToAsk.Select(t => t.Code))), 24),
        new("why", "I ord", "In words", (w, p) => w.Text(words.Premises(p, results.Plan.Premises.UnitM2)), 60),
    ]);

    public FileTable<LandlordLine> Landlords => new("landlords", "Hyresvärdar", "Landlords", results.Landlords,
    [
        new("landlord", "Hyresvärd", "Landlord", (w, l) => w.Text(l.Code), 16),
        new("kind", "Slag", "Kind", (w, l) => w.Text(words.Label(l.Kind)), 16),
        new("name", "Namn", "Name", (w, l) => w.Text(l.Name), 20),
        new("state", "Läge", "State", (w, l) => w.Text(l.State), 14),
        new("candidates", "Kandidater", "Candidates", (w, l) => w.Integer(l.Candidates), 10),
        new("localities", "Orter", "Localities", (w, l) => w.Text(string.Join(", ", l.Villages)), 26),
        new("best_score", "Bästa lägespoäng", "Best score", (w, l) => w.Number(l.BestScore, 1), 10),
        new("last_contact_on", "Senaste kontakt", "Last contact", (w, l) => w.Date(l.LastContactOn)),
        new("silent_days", "Dagar tyst", "Silent days", (w, l) => w.Integer(l.SilentDays), 10),
        new("next_step", "Nästa steg", "Next step", (w, l) => w.Text(l.NextStep is { } step ? words.Label(step) : null)),
        new("next_on", "Nästa den", "Next on", (w, l) => w.Date(l.NextOn)),
        new("overdue", "Försenat", "Overdue", (w, l) => w.Text(words.Html.Yes(l.IsOverdue)), 9),
        new("homes_offered", "Erbjudna", "Offered", (w, l) => w.Integer(l.HomesOffered), 9),
        new("homes_delivered", "Levererade", "Delivered", (w, l) => w.Integer(l.HomesDelivered), 10),
    ]);

    public FileTable<Introduction> Introductions => new("introductions", "Presentera", "Introductions", results.Introductions,
    [
        new("locality", "Ort", "Locality", (w, i) => w.Text(i.Village), 18),
        new("corridor", "Linje", "Corridor", (w, i) => w.Text(i.Corridor), 8),
        new("case", "Hushåll", "Household", (w, i) => w.Text(i.Household.Case)),
        new("move_in", "Inflyttning", "Move in", (w, i) => w.Date(i.MoveIn)),
        new("proposed", "Föreslagen", "Proposed", (w, i) => w.Text(words.Html.Yes(i.IsProposed)), 10),
        new("alone", "Ensam i orten", "Alone in the village", (w, i) => w.Text(words.Html.Yes(i.IsAlone)), 12),
        new("same_locality", "I samma ort", "In the same village", (w, i) => w.Text(string.Join(' ', i.SameVillage)), 24),
        new("same_line", "Längs samma linje", "Along the same line", (w, i) => w.Text(string.Join(' ', i.SameLine)), 24),
    ]);

    public FileTable<SupportTask> SupportDue => new("support_due", "Stöd", "Support", [.. results.Support.Now],
    [
        new("locality", "Ort", "Locality", (w, t) => w.Text(t.Village), 18),
        new("due_on", "Ska göras", "Due on", (w, t) => w.Date(t.DueOn)),
        new("case", "Hushåll", "Household", (w, t) => w.Text(t.Household.Case)),
        new("address", "Adress", "Address", (w, t) => w.Text(t.Site?.Address), 26),
        new("step", "Steg", "Step", (w, t) => w.Text(words.Say(SupportStep.Label(t.Step).Sv, SupportStep.Label(t.Step).En)), 26),
        new("state", "Läge", "State", (w, t) => w.Text(t.State == StepState.Overdue ? words.Say("försenat", "overdue") : words.Say("nu", "due")), 10),
        new("items_left", "Kvar av listan", "Items left", (w, t) =>
            w.Text(string.Join(", ", t.Left.Select(i => words.Say(SupportStep.LabelOfItem(i).Sv, SupportStep.LabelOfItem(i).En)))), 30),
    ]);

    public FileTable<RowToDelete> ToDelete => new("to_delete", "Gallra", "To delete", results.ToDelete,
    [
        new("source", "Källa", "Source", (w, r) => w.Text(r.Source), 16),
        new("row", "Rad", "Row", (w, r) => w.Integer(r.Row), 8),
        new("case", "Hushåll", "Household", (w, r) => w.Text(r.Case)),
        new("delete_on", "Gallras från", "Delete from", (w, r) => w.Date(r.DeleteOn)),
    ]);

    public FileTable<VillageTalk> BusTalk => new("bus_talk", "Till bussbolaget", "For the bus company", results.BusTalk,
    [
        new("locality", "Ort", "Locality", (w, v) => w.Text(v.Village), 18),
        new("homes_ready", "Klara bostäder", "Homes ready", (w, v) => w.Integer(v.HomesReady)),
        new("beds_ready", "Bäddplatser", "Beds", (w, v) => w.Integer(v.BedsReady)),
        new("premises_units", "Bostäder i lokaler", "Units in premises", (w, v) => w.Integer(v.PremisesUnits)),
        new("candidates", "Kandidater", "Candidates", (w, v) => w.Integer(v.Candidates)),
        new("usable_day", "Fungerande vardag (%)", "Usable day (%)", (w, v) => w.Number(v.UsableDayPercent, 0)),
        new("errand", "Ärende som ligger närmast att gå", "Errand nearest to working", (w, v) => w.Text(v.WeakestErrand), 40),
    ]);

    private static FileColumn<Proposal> Part(string key, string sv, string en, Func<PairPoints, int?> of) =>
        new(key, sv, en, (w, p) => w.Number(p.Points is { } points && of(points) is { } hundredths ? hundredths / 100.0 : null, 0), 10);

    private IEnumerable<FileColumn<Proposal>> Alternatives()
    {
        for (int i = 0; i < 3; i++)
        {
            int at = i;
            yield return new($"alternative_{i + 1}", $"Annan bostad {i + 1}", $"Alternative {i + 1}", (w, p) =>
                w.Text(p.Alternatives.Count > at ? p.Alternatives[at].Site.Id : null), 16);
            yield return new($"alternative_{i + 1}_cost", $"Bytet kostar {i + 1}", $"Alternative {i + 1} cost", (w, p) =>
                w.Text(p.Alternatives.Count > at ? words.Price(p.Alternatives[at].Price) : null), 16);
        }
    }

    private static Vacancy? DeliveryOf((AgreementStatement Statement, DueHome Due) row) =>
        row.Due.Delivery >= 0 ? row.Statement.Deliveries[row.Due.Delivery] : null;

    private string DueState((AgreementStatement Statement, DueHome Due) row) =>
        row.Due.Delivery >= 0 ? words.Say("levererad", "delivered") : row.Due.IsLapsed ? words.Say("bortfallen", "lapsed")
        : row.Statement.IsOverdue(row.Due) ? words.Say("försenad", "overdue") : words.Say("öppen", "open");
}
