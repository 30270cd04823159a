namespace HousingInventory.Plan.Agreements;

/// <summary>A home that is due: one line that a meeting can talk about.</summary>
/// <param name="Number">1, 2 ... in the order in which they fell due.</param>
/// <param name="DueOn">The day.</param>
/// <param name="Vacancy">Which vacancy of its account made it due, counted from 1; 0 for a home owed from the beginning.</param>
/// <param name="Delivery">Which delivery pays it, an index; -1 when it is open.</param>
/// <param name="IsLapsed">Whether the account ended with a year before it was paid.</param>
public sealed record DueHome(int Number, DateOnly DueOn, long Vacancy, int Delivery, bool IsLapsed);

/// <summary>What an account says at the end of a month, or on the day of the answer.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Vacancies">Vacancies that counted in the month.</param>
/// <param name="VacanciesInAll">Those of the account: since its beginning, in the year, or in the window.</param>
/// <param name="Part">The exact share of these, in homes.</param>
/// <param name="Due">Homes due in all by then; in the window for a rolling account.</param>
/// <param name="New">Homes that fell due in the month; for a rolling account the change.</param>
/// <param name="Delivered">Homes delivered in the month.</param>
/// <param name="DeliveredInAll">Homes delivered that count by then.</param>
/// <param name="Balance">Delivered less due; negative is a shortfall.</param>
public sealed record AccountMonth(
    DateOnly Month, int Vacancies, long VacanciesInAll, decimal Part, long Due, long New, int Delivered, long DeliveredInAll, long Balance);

/// <summary>An account of an agreement on a day.</summary>
public sealed record AccountState
{
    public required IReadOnlyList<DueHome> Dues { get; init; }

    public required IReadOnlyList<AccountMonth> Months { get; init; }

    /// <summary>Homes due in all, those owed from the beginning included.</summary>
    public required long Due { get; init; }

    /// <summary>Homes delivered that count: less those that were ahead and lost.</summary>
    public required long Delivered { get; init; }

    public long Balance => Delivered - Due;

    /// <summary>Vacancies that counted, in all.</summary>
    public required long Vacancies { get; init; }

    /// <summary>Due homes that nothing has paid, oldest first.</summary>
    public IEnumerable<DueHome> Open => Dues.Where(d => d is { Delivery: < 0, IsLapsed: false });
}

/// <summary>
/// An agreement as an account: each vacancy adds its share, a home is due when a whole one has come together, and each delivery pays the oldest due. Exact
/// integers throughout; rounding month by month would lose or invent homes.
/// </summary>
public static class Account
{
    /// <summary>Keeps the account up to a day.</summary>
    /// <param name="agreement">The terms.</param>
    /// <param name="vacancies">The days of the vacancies that count, in any order; those outside the agreement or after the day are passed over.</param>
    /// <param name="deliveries">The days of the deliveries, in order; those outside the agreement or after the day are passed over.</param>
    /// <param name="opening">Whole homes owed on the first day.</param>
    /// <param name="asOf">The day.</param>
    public static AccountState Keep(AgreementConfig agreement, IEnumerable<DateOnly> vacancies, IReadOnlyList<DateOnly> deliveries, int opening, DateOnly asOf)
    {
        DateOnly last = agreement.Until is { } until && until < asOf ? until : asOf;
        List<DateOnly> days = [.. vacancies.Where(d => d >= agreement.From && d <= last).Order()];
        List<(DateOnly Day, int Index)> paid =
            [.. deliveries.Select((d, i) => (d, i)).Where(d => d.d >= agreement.From && d.d <= last).OrderBy(d => d.d).ThenBy(d => d.i)];
        return agreement.Account == AccountKind.Rolling ? Rolling(agreement, days, paid, last) : new AgreementLedger(agreement, days, paid, opening, asOf).Keep();
    }

    /// <summary>The number of the vacancy at which the k-th home falls due, counted from 1; <see cref="long.MaxValue"/> for a share of nothing.</summary>
    public static long VacancyOf(long home, Share share, Rounding rounding) => share.Numerator == 0 ? long.MaxValue : rounding switch
    {
        Rounding.Down => (long)((((Int128)home * share.Denominator) + share.Numerator - 1) / share.Numerator),
        Rounding.Nearest => (long)(((((2 * (Int128)home) - 1) * share.Denominator) + (2 * (Int128)share.Numerator) - 1) / (2 * (Int128)share.Numerator)),
        _ => (long)(((Int128)(home - 1) * share.Denominator / share.Numerator) + 1),
    };

    /// <summary>The months from one day to another, as their first days.</summary>
    internal static IEnumerable<DateOnly> MonthsOf(DateOnly from, DateOnly to)
    {
        for (DateOnly month = new(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>The last day of a month that has passed, or the day itself in the month that is not over.</summary>
    internal static DateOnly EndOf(DateOnly month, DateOnly last) => month.AddMonths(1).AddDays(-1) is var end && end < last ? end : last;

    /// <summary>A test of level and no debt: what the last months' vacancies make due, beside what was delivered in them.</summary>
    private static AccountState Rolling(AgreementConfig agreement, List<DateOnly> days, List<(DateOnly Day, int Index)> paid, DateOnly last)
    {
        List<AccountMonth> months = [];
        foreach (DateOnly month in MonthsOf(agreement.From, last))
        {
            DateOnly end = EndOf(month, last);
            DateOnly before = end.AddMonths(-agreement.WindowMonths);

            // The window of a month's end begins after a month's end, also where the months have different lengths.
            before = end == month.AddMonths(1).AddDays(-1) ? month.AddMonths(1 - agreement.WindowMonths).AddDays(-1) : before;
            long window = days.Count(d => d > before && d <= end);
            long delivered = paid.Count(d => d.Day > before && d.Day <= end);
            long due = agreement.Share.HomesOf(window, agreement.Rounding);
            months.Add(new AccountMonth(
                month, days.Count(d => d >= month && d <= end), window, agreement.Share.PartOf(window), due, due - (months.Count > 0 ? months[^1].Due : 0),
                paid.Count(d => d.Day >= month && d.Day <= end), delivered, delivered - due));
        }

        return new AccountState
        {
            Dues = [],
            Months = months,
            Due = months.Count > 0 ? months[^1].Due : 0,
            Delivered = months.Count > 0 ? months[^1].DeliveredInAll : 0,
            Vacancies = days.Count,
        };
    }
}
