using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Balance;

namespace HousingInventory.Plan.Agreements;

/// <summary>Vacancies and deliveries with so many rooms, side by side; informative only.</summary>
/// <param name="Rooms">Null where rooms are not known.</param>
/// <param name="Vacancies">Vacancies that counted.</param>
/// <param name="Deliveries">Deliveries that counted.</param>
/// <param name="DifferencePoints">Share of the deliveries less share of the vacancies, percentage points; null without any.</param>
public sealed record RoomLine(int? Rooms, int Vacancies, int Deliveries, double? DifferencePoints);

/// <summary>What an agreement will give until it ends.</summary>
/// <param name="Vacancies">Vacancies that are expected.</param>
/// <param name="VacanciesLow">Lower end of the interval.</param>
/// <param name="VacanciesHigh">Upper end.</param>
/// <param name="Homes">Homes that are expected to fall due.</param>
/// <param name="HomesLow">Homes that the lower end makes due.</param>
/// <param name="HomesHigh">Homes that the upper end makes due.</param>
public sealed record AgreementOutlook(double Vacancies, int VacanciesLow, int VacanciesHigh, double Homes, long HomesLow, long HomesHigh);

/// <summary>An agreement on a day: the account, with the figures that a meeting asks for.</summary>
public sealed record AgreementStatement
{
    /// <summary>Days of experience before anything is expected.</summary>
    public const int DaysForOutlook = 90;

    private const int DaysBeforeEnd = 180;

    public required AgreementConfig Agreement { get; init; }

    public required AccountState Account { get; init; }

    /// <summary>The vacancies that delivered, by the account's index of deliveries.</summary>
    public required IReadOnlyList<Vacancy> Deliveries { get; init; }

    public required IReadOnlyList<RoomLine> Rooms { get; init; }

    /// <summary>Vacancies a day so far; null while there are fewer than 90 days, and before the agreement.</summary>
    public double? VacanciesADay { get; init; }

    /// <summary>To the end of the agreement; null without an end or without experience.</summary>
    public AgreementOutlook? Outlook { get; init; }

    /// <summary>Rows that have no day of the basis.</summary>
    public int WithoutDay { get; init; }

    public required DateOnly AsOf { get; init; }

    public int Overdue => Account.Open.Count(d => IsOverdue(d));

    public DateOnly? OldestOpenDueOn => Account.Open.Select(d => (DateOnly?)d.DueOn).Min();

    /// <summary>Days from due to delivery over the paid homes, negative when early; null while none is paid.</summary>
    public double? MeanDaysLate => Account.Dues.Where(d => d.Delivery >= 0).Select(d => (double?)DaysLate(d)).Average();

    /// <summary>Deliveries as a share of the vacancies, per cent with one decimal; null without vacancies.</summary>
    public decimal? ShareDeliveredPercent => Account.Vacancies == 0 ? null
        : Math.Round(100m * Account.Delivered / Account.Vacancies, 1, MidpointRounding.AwayFromZero);

    /// <summary>Whether a due home is open for longer than the days of grace.</summary>
    public bool IsOverdue(DueHome due) => due is { Delivery: < 0, IsLapsed: false } && AsOf > due.DueOn.AddDays(Agreement.GraceDays);

    /// <summary>Days from due to delivery; of an open home up to the day of the answer.</summary>
    public int DaysLate(DueHome due) =>
        (due.Delivery >= 0 ? Deliveries[due.Delivery].DeliveredOn ?? Deliveries[due.Delivery].RefusedOn!.Value : AsOf).DayNumber - due.DueOn.DayNumber;

    /// <summary>Keeps every agreement, in the order of the configuration.</summary>
    public static IReadOnlyList<AgreementStatement> All(IReadOnlyList<AgreementConfig> agreements, IReadOnlyList<Vacancy> vacancies, DateOnly asOf, Run run)
    {
        HashSet<string> known = [.. agreements.Select(a => a.Id)];
        foreach (Vacancy row in vacancies.Where(v => v.UsedFor is { } id && !known.Contains(id)))
        {
            run.Notice(new AgreementUnknown(row.UsedFor!) { Source = row.Source, Row = row.Row });
        }

        Dictionary<string, AgreementStatement> made = new(StringComparer.Ordinal);
        foreach (AgreementConfig agreement in agreements)
        {
            // One that follows on another begins with what that one left open; the configuration is refused when they go in a circle.
            int carried = agreement.Opening.CarryFrom is { } id && made.TryGetValue(id, out AgreementStatement? before) ? before.Account.Open.Count() : 0;
            made.Add(agreement.Id, Of(agreement, vacancies, agreement.Opening.Homes + carried, asOf, run));
        }

        return [.. agreements.Select(a => made[a.Id])];
    }

    private static AgreementStatement Of(AgreementConfig agreement, IReadOnlyList<Vacancy> vacancies, int opening, DateOnly asOf, Run run)
    {
        List<Vacancy> events = [.. vacancies.Where(v => Counts(agreement, v))];
        List<Vacancy> deliveries = [.. vacancies.Where(v => Delivers(agreement, v)).OrderBy(DeliveryDay).ThenBy(v => v.Home, StringComparer.Ordinal)];
        List<Vacancy> within = [.. deliveries.Where(v => DeliveryDay(v) >= agreement.From && !(DeliveryDay(v) > agreement.Until))];
        foreach (Vacancy outside in deliveries.Except(within))
        {
            run.Notice(new DeliveryOutsideAgreement(agreement.Id) { Source = outside.Source, Row = outside.Row });
        }

        AccountState account = Agreements.Account.Keep(agreement, events.Select(v => Day(agreement, v)!.Value), [.. within.Select(DeliveryDay)], opening, asOf);
        if (agreement.Until is { } until && until >= asOf && until.DayNumber - asOf.DayNumber <= DaysBeforeEnd)
        {
            run.Notice(new AgreementEnds(agreement.Id, until.DayNumber - asOf.DayNumber));
        }

        double? rate = VacanciesPerDay(agreement, account, asOf);
        return new AgreementStatement
        {
            Agreement = agreement,
            Account = account,
            AsOf = asOf,
            Deliveries = within,
            Rooms = ByRooms([.. events.Where(v => Day(agreement, v) <= asOf)], [.. within.Where(v => DeliveryDay(v) <= asOf)]),
            VacanciesADay = rate,
            Outlook = rate is { } aDay && agreement.Until is { } end && end > asOf
                ? OutlookOf(agreement, account.Vacancies, aDay * (end.DayNumber - asOf.DayNumber), 0.8) : null,
            WithoutDay = vacancies.Count(v => Matches(agreement, v) && Day(agreement, v) is null),
        };
    }

    /// <summary>Homes that fall due out of so many expected vacancies, with the exact interval of a steady flow.</summary>
    internal static AgreementOutlook OutlookOf(AgreementConfig agreement, long soFar, double expected, double interval)
    {
        Likelihood flow = Likelihood.OfFlow(expected);
        (int low, int high) = (flow.Quantile((1 - interval) / 2), flow.Quantile((1 + interval) / 2));
        long Due(int more) => agreement.Share.HomesOf(soFar + more, agreement.Rounding) - agreement.Share.HomesOf(soFar, agreement.Rounding);
        return new AgreementOutlook(expected, low, high, expected * agreement.Share.Value, Due(low), Due(high));
    }

    /// <summary>Whether a vacancy is one of the agreement's events, on a day inside it.</summary>
    public static bool Counts(AgreementConfig agreement, Vacancy vacancy) =>
        Matches(agreement, vacancy) && Day(agreement, vacancy) is { } day && day >= agreement.From && !(day > agreement.Until);

    private static bool Matches(AgreementConfig agreement, Vacancy vacancy) =>
        (vacancy.Landlord is null || vacancy.Landlord.Equals(agreement.Landlord, StringComparison.OrdinalIgnoreCase))
        && vacancy.Kind is { } kind && !agreement.Excludes.Contains(kind)
        && (agreement.Only.Rooms.Count == 0 || (vacancy.Rooms is { } rooms && agreement.Only.Rooms.Contains(rooms)))
        && !(agreement.Only.MinM2 is { } least && !(vacancy.AreaM2 >= least))
        && !(agreement.Only.MaxM2 is { } most && !(vacancy.AreaM2 <= most));

    private static DateOnly? Day(AgreementConfig agreement, Vacancy vacancy) => agreement.Basis switch
    {
        VacancyBasis.Notice => vacancy.NoticeOn,
        VacancyBasis.Let => vacancy.LetOn,
        _ => vacancy.FreeFrom,
    };

    private static bool Delivers(AgreementConfig agreement, Vacancy vacancy) =>
        vacancy.UsedFor == agreement.Id
        && (vacancy.RefusedOn is null ? vacancy.DeliveredOn is not null : agreement.Refused == Refused.Delivered)
        && (agreement.Substitutes || (vacancy.Kind is { } kind && !agreement.Excludes.Contains(kind)));

    private static DateOnly DeliveryDay(Vacancy vacancy) => vacancy.DeliveredOn ?? vacancy.RefusedOn!.Value;

    private static double? VacanciesPerDay(AgreementConfig agreement, AccountState account, DateOnly asOf)
    {
        DateOnly last = agreement.Until is { } until && until < asOf ? until : asOf;
        int days = last.DayNumber - agreement.From.DayNumber + 1;
        return days < DaysForOutlook ? null : (double)account.Vacancies / days;
    }

    private static IReadOnlyList<RoomLine> ByRooms(List<Vacancy> events, List<Vacancy> deliveries) =>
    [
        .. events.Concat(deliveries).Select(v => v.Rooms).Distinct().OrderBy(r => r ?? int.MaxValue).Select(rooms =>
        {
            int vacant = events.Count(v => v.Rooms == rooms);
            int delivered = deliveries.Count(v => v.Rooms == rooms);
            return new RoomLine(
                rooms, vacant, delivered, events.Count == 0 || deliveries.Count == 0 ? null
                    : (100.0 * delivered / deliveries.Count) - (100.0 * vacant / events.Count));
        }),
    ];
}
