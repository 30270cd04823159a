using HousingInventory.Model.Supply;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Conversions;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan.Balance;

/// <summary>What a row of the balance is about.</summary>
public enum BalancePart
{
    NeedKnown,
    NeedExpected,
    Ready,
    Preparing,
    ComingBack,
    Agreement,
    Contacts,
    Premises,
    Unmet,
}

/// <summary>
/// A cell of the balance. Households are those that need or could have a home; low and high are the ends of the interval, null for what is certain.
/// </summary>
/// <param name="SizeClass">Persons or beds: "1", "2", "3-4", "5-6", "7-"; empty where sizes are not known.</param>
public sealed record BalanceCell(DateOnly Month, BalancePart Part, string SizeClass, double Households, double? Beds, double? Low, double? High);

/// <summary>A month of the picture.</summary>
/// <param name="NeedKnown">Known households whose latest day lies in it; those past their day stand in the first.</param>
/// <param name="NeedExpected">Households that are expected.</param>
/// <param name="Certain">Homes that are ready or in preparation and become free in it.</param>
/// <param name="Expected">Homes that are expected in it.</param>
/// <param name="ExpectedLow">
/// Lower end of the interval of all that is expected up to its end; premises and homes that come back have no spread of their own.
/// </param>
/// <param name="ExpectedHigh">Upper end.</param>
/// <param name="Unmet">Known households of the month that no certain home can house in time.</param>
public sealed record BalanceMonth(
    DateOnly Month, int NeedKnown, double NeedExpected, int Certain, double Expected, int ExpectedLow, int ExpectedHigh, int Unmet);

/// <summary>Need against supply, month by month. Expected parts enter as numbers and never as homes for somebody.</summary>
public sealed record BalanceSheet
{
    public static IReadOnlyList<string> SizeClasses { get; } = ["1", "2", "3-4", "5-6", "7-"];

    public required IReadOnlyList<BalanceCell> Cells { get; init; }

    public required IReadOnlyList<BalanceMonth> Months { get; init; }

    /// <summary>Homes that are ready or in preparation, with the month in which each becomes free.</summary>
    public required IReadOnlyList<(Site Site, DateOnly Month)> CertainHomes { get; init; }

    /// <summary>Households that are not housed whatever the days: the largest shortage of homes of some size or more.</summary>
    public required int ShortOfSize { get; init; }

    /// <summary>Homes without known beds: counted here, proposed to nobody.</summary>
    public required int WithoutBeds { get; init; }

    /// <summary>Beds of a house that nobody has seen, from those that were seen; 2 to 4 while these are fewer than five.</summary>
    public required (int Low, int High) BedsUnseen { get; init; }

    /// <summary>Whether the sizes of expected households are an assumption.</summary>
    public required bool SizesAreAssumed { get; init; }

    /// <summary>The class of a number of persons or beds.</summary>
    public static string ClassOf(int number) => number switch
    {
        <= 1 => "1",
        2 => "2",
        <= 4 => "3-4",
        <= 6 => "5-6",
        _ => "7-",
    };
}

/// <summary>What the balance is made of.</summary>
internal sealed record BalanceQuestion
{
    public required PlanConfig Config { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>Known households that need a home.</summary>
    public required IReadOnlyList<Household> Households { get; init; }

    /// <summary>Every home.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>Who lives where.</summary>
    public required IReadOnlyList<(Household Household, Site Site)> Living { get; init; }

    public required ExpectedNeed Expected { get; init; }

    public required IReadOnlyList<AgreementStatement> Agreements { get; init; }

    public required IReadOnlyList<Vacancy> Vacancies { get; init; }

    public required Yield Yield { get; init; }

    public required IReadOnlyList<ScreenedPremises> Premises { get; init; }

    public required HardRules Rules { get; init; }

    public required Beds Beds { get; init; }

    /// <summary>Pairs that staff have settled: who is locked to a home is housed, and the home is taken.</summary>
    public required IReadOnlyList<(Household Household, Site Site)> Locked { get; init; }
}

/// <summary>Draws up the balance.</summary>
internal sealed class Balancing
{
    private readonly BalanceQuestion _question;
    private readonly DateOnly[] _months;
    private readonly List<BalanceCell> _cells = [];
    private readonly HashSet<string> _lockedHomes;

    private Balancing(BalanceQuestion question)
    {
        _question = question;
        _lockedHomes = [.. question.Locked.Select(l => l.Site.Id)];
        DateOnly first = new(question.AsOf.Year, question.AsOf.Month, 1);
        _months = [.. Enumerable.Range(0, question.Config.HorizonMonths).Select(first.AddMonths)];
    }

    public static BalanceSheet Draw(BalanceQuestion question) => new Balancing(question).Draw();

    private BalanceSheet Draw()
    {
        Household[] known = [.. Proposing.InOrder(_question.Households)];
        Site[] certain = [.. _question.Sites.Where(IsCertain).OrderBy(s => s.Id, StringComparer.Ordinal)];
        Site[] housing = [.. certain.Where(s => s.Beds is not null && !_lockedHomes.Contains(s.Id))];
        HashSet<string> settled = [.. _question.Locked.Select(l => l.Household.Case)];
        Household[] seeking = [.. known.Where(h => !settled.Contains(h.Case))];
        HouseholdRules[] rules = [.. seeking.Select(_question.Rules.For)];
        int[] most = Unmet.Most([.. seeking.Select(h => h.Size)], housing.Length, (h, n) => rules[h].Houses(housing[n]));
        Likelihood[] agreement = [.. _months.Select((_, m) => AgreementBy(m))];
        List<BalanceMonth> months = [];
        double withoutInterval = 0;
        for (int m = 0; m < _months.Length; m++)
        {
            Household[] ofMonth = [.. known.Where(h => MonthOf(h.LatestOn) == m)];
            Household[] unmet = [.. seeking.Where((h, i) => most[i] < 0 && MonthOf(h.LatestOn) == m)];
            AddKnown(m, BalancePart.NeedKnown, ofMonth.Select(h => h.Size));
            AddExpectedNeed(m, out double expectedNeed);
            Site[] free = [.. certain.Where(s => MonthOf(s.Home.FreeFrom!.Value) == m)];
            AddHomes(m, BalancePart.Ready, free.Where(s => s.Status == HomeStatus.Ready));
            AddHomes(m, BalancePart.Preparing, free.Where(s => s.Status != HomeStatus.Ready));
            double back = AddComingBack(m), flow = AddAgreement(m, agreement) + AddContacts(m), premises = AddPremises(m);
            double expected = back + flow + premises;
            withoutInterval += back + premises;
            AddKnown(m, BalancePart.Unmet, unmet.Select(h => h.Size));
            Likelihood all = agreement[m].With(_question.Yield.By(m + 1));
            int besides = (int)Math.Round(withoutInterval, MidpointRounding.AwayFromZero);
            months.Add(new BalanceMonth(_months[m], ofMonth.Length, expectedNeed, free.Length, expected, Low(all) + besides, High(all) + besides,
                unmet.Length));
        }

        return new BalanceSheet
        {
            Cells = _cells,
            Months = months,
            CertainHomes = [.. certain.Where(s => MonthOf(s.Home.FreeFrom!.Value) < _months.Length).Select(s => (s, _months[MonthOf(s.Home.FreeFrom!.Value)]))],
            ShortOfSize = Unmet.ShortOfSize(seeking.Select(h => h.Size), [.. housing.Select(s => s.Beds!.Value)]),
            WithoutBeds = certain.Count(s => s.Beds is null),
            BedsUnseen = BedsUnseen(),
            SizesAreAssumed = _question.Expected.IsAssumed && _question.Expected.Persons.Count > 0,
        };
    }

    private bool IsCertain(Site site) => site.Home.FreeFrom is not null
        && (site.Status is HomeStatus.Ready or HomeStatus.Preparing || (site.Status == HomeStatus.Offered && _lockedHomes.Contains(site.Id)));

    /// <summary>The month of a day, those before the first counted in it; beyond the horizon the last index and more.</summary>
    private int MonthOf(DateOnly day) => Math.Max(0, ((day.Year - _months[0].Year) * 12) + day.Month - _months[0].Month);

    private void AddKnown(int month, BalancePart part, IEnumerable<int> sizes)
    {
        foreach (IGrouping<string, int> ofClass in sizes.GroupBy(BalanceSheet.ClassOf).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            _cells.Add(new BalanceCell(_months[month], part, ofClass.Key, ofClass.Count(), ofClass.Sum(), null, null));
        }
    }

    private void AddExpectedNeed(int month, out double households)
    {
        IReadOnlyDictionary<int, double> bySize = _question.Expected.HouseholdsIn(_months[month]);
        households = bySize.Values.Sum();
        foreach (IGrouping<string, KeyValuePair<int, double>> ofClass in bySize.Where(s => s.Value > 0).GroupBy(s => BalanceSheet.ClassOf(s.Key))
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            _cells.Add(new BalanceCell(_months[month], BalancePart.NeedExpected, ofClass.Key, ofClass.Sum(s => s.Value), ofClass.Sum(s => s.Key * s.Value),
                null, null));
        }
    }

    private void AddHomes(int month, BalancePart part, IEnumerable<Site> sites)
    {
        foreach (IGrouping<string, Site> ofClass in
            sites.GroupBy(s => s.Beds is { } beds ? BalanceSheet.ClassOf(beds) : "").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            _cells.Add(new BalanceCell(_months[month], part, ofClass.Key, ofClass.Count(), ofClass.Key.Length == 0 ? null : ofClass.Sum(s => s.Beds), null,
                null));
        }
    }

    /// <summary>Homes whose household's right, or whose own contract, ends: shown, and counted by the share that is set.</summary>
    private double AddComingBack(int month)
    {
        List<Site> back =
        [
            .. _question.Living.Where(l => l.Household.RightUntil is { } end && end >= _question.AsOf && !(l.Site.Home.FreeUntil <= end)
                && MonthOf(end) == month)
                .Select(l => l.Site),
        ];
        double share = _question.Config.ReturnShare;
        foreach (IGrouping<string, Site> ofClass in
            back.GroupBy(s => s.Beds is { } beds ? BalanceSheet.ClassOf(beds) : "").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            _cells.Add(new BalanceCell(_months[month], BalancePart.ComingBack, ofClass.Key, ofClass.Count(), ofClass.Sum(s => s.Beds), share * ofClass.Count(),
                ofClass.Count()));
        }

        return share * back.Count;
    }

    /// <summary>Homes from all agreements by the end of a month: open dues now, and dues of the vacancies that are expected.</summary>
    private Likelihood AgreementBy(int month)
    {
        Likelihood all = Likelihood.None;
        DateOnly end = _months[month].AddMonths(1).AddDays(-1);
        foreach (AgreementStatement statement in _question.Agreements)
        {
            int open = statement.Account.Open.Count();
            all = all.With(Likelihood.None.Mapped(k => k + open));
            DateOnly last = statement.Agreement.Until is { } until && until < end ? until : end;
            int days = last.DayNumber - _question.AsOf.DayNumber;
            if (statement.VacanciesADay is { } aDay && days > 0)
            {
                long soFar = statement.Account.Vacancies;
                Share share = statement.Agreement.Share;
                Rounding rounding = statement.Agreement.Rounding;
                all = all.With(Likelihood.OfFlow(aDay * days).Mapped(k => share.HomesOf(soFar + k, rounding) - share.HomesOf(soFar, rounding)));
            }
        }

        return all;
    }

    /// <summary>Each month gets what it adds; homes have the rooms of the last twelve months' vacancies.</summary>
    private double AddAgreement(int month, Likelihood[] by)
    {
        double mean = by[month].Mean - (month > 0 ? by[month - 1].Mean : 0);
        if (mean <= 0)
        {
            return 0;
        }

        Dictionary<string, double> mix = RoomMix();
        foreach ((string ofClass, double share) in mix.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            _cells.Add(new BalanceCell(
                _months[month], BalancePart.Agreement, ofClass, mean * share, null,
                mix.Count > 1 ? null : Added(by, month, Low), mix.Count > 1 ? null : Added(by, month, High)));
        }

        return mean;
    }

    private static double Added(Likelihood[] by, int month, Func<Likelihood, int> of) => Math.Max(0, of(by[month]) - (month > 0 ? of(by[month - 1]) : 0));

    private Dictionary<string, double> RoomMix()
    {
        DateOnly from = _question.AsOf.AddMonths(-12);
        List<string> classes = [.. _question.Vacancies
            .Where(v => v.Rooms is not null && v.FreeFrom > from && v.FreeFrom <= _question.AsOf
                && _question.Agreements.Any(a => AgreementStatement.Counts(a.Agreement, v)))
            .Select(v => BalanceSheet.ClassOf(_question.Beds.OfRooms(v.Rooms!.Value)))];
        return classes.Count == 0
            ? new Dictionary<string, double> { [""] = 1 }
            : classes.GroupBy(c => c).ToDictionary(g => g.Key, g => (double)g.Count() / classes.Count);
    }

    private double AddContacts(int month)
    {
        Likelihood now = _question.Yield.By(month + 1), before = _question.Yield.By(month);
        double mean = now.Mean - before.Mean;
        if (mean > 0)
        {
            _cells.Add(new BalanceCell(_months[month], BalancePart.Contacts, "", mean, null, Math.Max(0, Low(now) - Low(before)),
                Math.Max(0, High(now) - High(before))));
        }

        return Math.Max(0, mean);
    }

    private double AddPremises(int month)
    {
        ScreenedPremises[] ready =
            [.. _question.Premises.Where(p => p is { Class: PremisesClass.Suitable or PremisesClass.Possible, ReadyOn: { } day } && MonthOf(day) == month)];
        double units = ready.Sum(p => p.Units * (p.Class == PremisesClass.Suitable ? 1 : _question.Config.Premises.Share));
        if (units > 0)
        {
            _cells.Add(new BalanceCell(
                _months[month], BalancePart.Premises, "1", units, units, ready.Where(p => p.Class == PremisesClass.Suitable).Sum(p => p.Units),
                ready.Sum(p => p.Units)));
        }

        return units;
    }

    /// <summary>The middle four fifths of the beds in houses that owners have let, when there are five or more.</summary>
    private (int Low, int High) BedsUnseen()
    {
        int[] seen = [.. _question.Sites.Where(s => s is { Home.Channel: Channel.House, Beds: not null }).Select(s => s.Beds!.Value).Order()];
        return seen.Length < 5 ? (2, 4) : (seen[(int)Math.Floor(0.1 * (seen.Length - 1))], seen[(int)Math.Ceiling(0.9 * (seen.Length - 1))]);
    }

    private int Low(Likelihood likelihood) => likelihood.Quantile((1 - _question.Config.Yield.Interval) / 2);

    private int High(Likelihood likelihood) => likelihood.Quantile((1 + _question.Config.Yield.Interval) / 2);
}
