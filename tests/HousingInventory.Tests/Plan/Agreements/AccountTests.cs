using System.Numerics;
using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Agreements;

namespace HousingInventory.Tests.Plan.Agreements;

/// <summary>Criteria 1 to 7: the agreement as an account.</summary>
public sealed class AccountTests
{
    // A company of 4,079 flats of which 13 % change tenant in a year; nine in a hundred are promised.
    private static readonly int[] Vacancies = [31, 28, 35, 40, 44, 62, 58, 71, 55, 41, 36, 29];
    private static readonly int[] Deliveries = [0, 2, 3, 4, 3, 4, 6, 6, 5, 4, 3, 3];

    private static AgreementConfig Nine => new() { Id = "skebo", Landlord = "skebo", Share = Share.Parse("0.09")!.Value, From = new(2026, 1, 1) };

    [Fact]
    public void Criterion_1_The_account_of_a_year_stands_to_the_home_for_down()
    {
        AccountState account = Account.Keep(Nine, Days(Vacancies), [.. Days(Deliveries)], 0, new(2026, 12, 31));
        Assert.Equal([2, 5, 8, 12, 16, 21, 26, 33, 38, 41, 45, 47], account.Months.Select(m => m.Due));
        Assert.Equal([2, 3, 3, 4, 4, 5, 5, 7, 5, 3, 4, 2], account.Months.Select(m => m.New));
        Assert.Equal([2.79m, 5.31m, 8.46m, 12.06m, 16.02m, 21.60m, 26.82m, 33.21m, 38.16m, 41.85m, 45.09m, 47.70m], account.Months.Select(m => m.Part));
        Assert.Equal([-2, -3, -3, -3, -4, -5, -4, -5, -5, -4, -5, -4], account.Months.Select(m => m.Balance));
        Assert.Equal((530, 47, 43, -4), (account.Vacancies, account.Due, account.Delivered, account.Balance));
        Assert.Equal(4, account.Open.Count());
    }

    [Theory]
    [InlineData(Rounding.Nearest, new long[] { 3, 5, 8, 12, 16, 22, 27, 33, 38, 42, 45, 48 }, new long[] { -3, -3, -3, -3, -4, -6, -5, -5, -5, -5, -5, -5 })]
    [InlineData(Rounding.Up, new long[] { 3, 6, 9, 13, 17, 22, 27, 34, 39, 42, 46, 48 }, new long[] { -3, -4, -4, -4, -5, -6, -5, -6, -6, -5, -6, -5 })]
    public void Criterion_1_The_account_of_a_year_stands_to_the_home_for_nearest_and_up(Rounding rounding, long[] due, long[] balance)
    {
        AccountState account = Account.Keep(Nine with { Rounding = rounding }, Days(Vacancies), [.. Days(Deliveries)], 0, new(2026, 12, 31));
        Assert.Equal(due, account.Months.Select(m => m.Due));
        Assert.Equal(balance, account.Months.Select(m => m.Balance));
        Assert.Equal((48, -5, 5), (account.Due, account.Balance, account.Open.Count()));
    }

    [Theory]
    [InlineData(Rounding.Down, 41)]
    [InlineData(Rounding.Nearest, 49)]
    public void Rounding_month_by_month_would_lose_six_homes_or_invent_two(Rounding rounding, int homes) =>
        Assert.Equal(homes, Vacancies.Sum(v => Nine.Share.HomesOf(v, rounding)));

    [Theory]
    [InlineData(Rounding.Down, new long[] { 12, 23, 34, 45, 56, 67, 78, 89, 100, 112 })]
    [InlineData(Rounding.Nearest, new long[] { 6, 17, 28, 39, 50, 62, 73, 84, 95, 106 })]
    [InlineData(Rounding.Up, new long[] { 1, 12, 23, 34, 45, 56, 67, 78, 89, 101 })]
    public void Criterion_2_The_kth_home_falls_due_at_its_vacancy(Rounding rounding, long[] vacancies) =>
        Assert.Equal(vacancies, Enumerable.Range(1, 10).Select(k => Account.VacancyOf(k, Nine.Share, rounding)));

    [Fact]
    public void Criterion_2_With_a_vacancy_a_day_homes_fall_due_on_the_12th_the_23rd_and_the_34th_day()
    {
        AccountState account = Account.Keep(Nine, Enumerable.Range(0, 40).Select(new DateOnly(2026, 1, 1).AddDays), [], 0, new(2026, 2, 9));
        Assert.Equal([new(2026, 1, 12), new(2026, 1, 23), new(2026, 2, 3)], account.Dues.Select(d => d.DueOn));
        Assert.Equal([12, 23, 34], account.Dues.Select(d => d.Vacancy));
    }

    [Theory]
    [InlineData("1/3", 1, 3)]
    [InlineData("0.07", 7, 100)]
    [InlineData("0.1", 1, 10)]
    [InlineData("1", 1, 1)]
    public void Criterion_3_Shares_are_exact(string text, int over, int under)
    {
        Share share = Share.Parse(text)!.Value;
        for (int v = 0; v <= 10_000; v++)
        {
            Assert.Equal(BigInteger.Divide((BigInteger)over * v, under), share.HomesOf(v, Rounding.Down));
            Assert.Equal(BigInteger.Divide((2 * (BigInteger)over * v) + under, 2 * under), share.HomesOf(v, Rounding.Nearest));
            Assert.Equal(BigInteger.Divide(((BigInteger)over * v) + under - 1, under), share.HomesOf(v, Rounding.Up));
        }

        foreach (Rounding rounding in Enum.GetValues<Rounding>())
        {
            for (int home = 1; home <= 200; home++)
            {
                long vacancy = Account.VacancyOf(home, share, rounding);
                Assert.True(share.HomesOf(vacancy, rounding) >= home && share.HomesOf(vacancy - 1, rounding) < home);
            }
        }
    }

    [Fact]
    public void Criteria_4_5_and_7_hold_for_any_events()
    {
        for (int seed = 0; seed < 1_000; seed++)
        {
            Random random = new(seed);
            AgreementConfig agreement = Nine with { Share = new(random.Next(0, 12), 11, ""), Rounding = (Rounding)random.Next(3) };
            if (agreement.Share.Numerator > agreement.Share.Denominator)
            {
                continue;
            }

            DateOnly[] events = [.. Enumerable.Range(0, random.Next(60)).Select(_ => new DateOnly(2026, 1, 1).AddDays(random.Next(365)))];
            DateOnly[] delivered = [.. Enumerable.Range(0, random.Next(40)).Select(_ => new DateOnly(2026, 1, 1).AddDays(random.Next(365))).Order()];
            AccountState account = Account.Keep(agreement, events, delivered, random.Next(3), new(2026, 12, 31));

            // 4: how events fall on months is nothing to the total; all on one day give as many homes.
            Assert.Equal(account.Due, Account.Keep(agreement, events.Select(_ => new DateOnly(2026, 6, 15)), delivered, account.Dues.Count(d => d.Vacancy == 0), new(2026, 12, 31)).Due);

            // 5: more vacancies, no fewer homes; the roundings stand in order, a home apart at most.
            long[] by = [.. Enum.GetValues<Rounding>().Select(r => agreement.Share.HomesOf(events.Length, r))];
            Assert.True(by[0] <= by[1] && by[1] <= by[2] && by[2] <= by[0] + 1);
            Assert.True(agreement.Share.HomesOf(events.Length + 1, agreement.Rounding) >= agreement.Share.HomesOf(events.Length, agreement.Rounding));

            // 7: first due, first paid.
            int paid = Math.Min(account.Dues.Count, delivered.Length);
            Assert.Equal(Enumerable.Range(0, paid), account.Dues.Take(paid).Select(d => d.Delivery));
            Assert.Equal(Math.Max(0, account.Due - account.Delivered), account.Open.Count());
        }
    }

    [Fact]
    public void Criterion_6_A_rolling_account_looks_at_twelve_months()
    {
        AgreementConfig rolling = Nine with { Account = AccountKind.Rolling };
        AccountState account = Account.Keep(rolling, Days([.. Vacancies, 20, 25]), [.. Days([.. Deliveries, 1, 1])], 0, new(2027, 2, 28));

        // Month 13: 530 - 31 + 20 = 519 vacancies, 46.71 homes; month 14: 519 - 28 + 25 = 516, 46.44.
        Assert.Equal([(519, 46), (516, 46)], account.Months.TakeLast(2).Select(m => (m.VacanciesInAll, m.Due)));

        // Delivered in the windows: 43 - 0 + 1 = 44, then 44 - 2 + 1 = 43.
        Assert.Equal([-2, -3], account.Months.TakeLast(2).Select(m => m.Balance));
        Assert.Empty(account.Dues);
    }

    [Fact]
    public void Criterion_6_A_calendar_year_carries_whole_homes_and_drops_the_part()
    {
        AgreementConfig year = Nine with { Account = AccountKind.CalendarYear };
        int[] twoYears = [.. Vacancies, 11, 1];

        // 47 homes of the first year, 4 of them open; 0.70 of a home is dropped, so the 12th vacancy of 2027 makes the next due.
        AccountState carried = Account.Keep(year, Days(twoYears), [.. Days(Deliveries)], 0, new(2027, 2, 28));
        Assert.Equal((48, 43, 5), (carried.Due, carried.Delivered, carried.Open.Count()));
        Assert.Equal(12, carried.Dues[^1].Vacancy);
        Assert.Equal([11, 12], carried.Months.TakeLast(2).Select(m => m.VacanciesInAll));

        // Carrying nothing, only the new one is owed.
        AccountState dropped = Account.Keep(year with { CarryShortfall = false }, Days(twoYears), [.. Days(Deliveries)], 0, new(2027, 2, 28));
        Assert.Equal((44, 43, 1), (dropped.Due, dropped.Delivered, dropped.Open.Count()));

        // A running account counts the part too: 542 vacancies are 48.78 homes.
        Assert.Equal(48, Account.Keep(Nine, Days(twoYears), [], 0, new(2027, 2, 28)).Due);
    }

    [Fact]
    public void Deliveries_ahead_pay_later_dues_or_are_lost_at_the_turn_of_the_month()
    {
        // The only due falls on the 12th vacancy, in February; two homes came in January.
        DateOnly[] events = [.. Enumerable.Range(0, 12).Select(i => new DateOnly(2026, 1, 28).AddDays(i))];
        DateOnly[] delivered = [new(2026, 1, 5), new(2026, 1, 6)];
        AccountState counts = Account.Keep(Nine, events, delivered, 0, new(2026, 3, 1));
        Assert.Equal((1, 2, 0, 1), (counts.Due, counts.Delivered, counts.Dues[0].Delivery, counts.Balance));
        AccountState lost = Account.Keep(Nine with { Surplus = Surplus.Lost }, events, delivered, 0, new(2026, 3, 1));
        Assert.Equal((1, 0, -1, -1), (lost.Due, lost.Delivered, lost.Dues[0].Delivery, lost.Balance));
    }

    [Fact]
    public void A_home_falls_due_later_when_the_agreement_gives_time()
    {
        DateOnly[] events = [.. Enumerable.Repeat(new DateOnly(2026, 1, 10), 12)];
        AgreementConfig later = Nine with { DueAfterDays = 30 };
        Assert.Equal(0, Account.Keep(later, events, [], 0, new(2026, 2, 8)).Due);
        Assert.Equal(new DateOnly(2026, 2, 9), Account.Keep(later, events, [], 0, new(2026, 2, 9)).Dues.Single().DueOn);
    }

    [Fact]
    public void A_statement_counts_what_the_agreement_says()
    {
        AgreementConfig agreement = Nine with { Share = Share.Parse("0.5")!.Value, Until = new(2026, 12, 31), GraceDays = 60 };
        Vacancy[] rows =
        [
            Free("a", 1, 1), Free("b", 1, 2), Free("b", 6, 2), Free("c", 6, 3) with { Kind = VacancyKind.New }, Free("d", 6, 3) with { Kind = null },
            Free("e", 6, 4) with { Landlord = "other" }, new() { Home = "f", Landlord = "skebo" }, Free("g", 12, 31), new() { Home = "h", Landlord = "skebo", FreeFrom = new(2027, 1, 1) },
            Free("x", 6, 5) with { Kind = VacancyKind.Blocked, UsedFor = "skebo", DeliveredOn = new(2026, 1, 20) },
            Free("y", 6, 6) with { Kind = VacancyKind.New, UsedFor = "skebo", DeliveredOn = new(2025, 12, 20) },
            Free("z", 6, 7) with { Kind = VacancyKind.New, UsedFor = "skeba", DeliveredOn = new(2026, 12, 20) },
            Free("w", 6, 8) with { Kind = VacancyKind.New, UsedFor = "skebo", DeliveredOn = new(2026, 2, 1), RefusedOn = new(2026, 2, 3) },
        ];
        Run run = new();
        AgreementStatement statement = AgreementStatement.All([agreement], rows, new(2026, 8, 1), run).Single();

        // a, b and b again: the 2nd makes one home due on 2 January, which x pays on the 20th. A flat that falls free twice counts twice.
        Assert.Equal((3, 1, 1, 1), (statement.Account.Vacancies, statement.Account.Due, statement.Account.Delivered, statement.WithoutDay));
        Assert.Equal(18.0, statement.MeanDaysLate);
        Assert.Equal(33.3m, statement.ShareDeliveredPercent);
        Assert.Equal(0, statement.Overdue);
        Assert.Equal("agreement_ends=1 agreement_unknown=1 delivery_outside_agreement=1", string.Join(' ', run.Notices.Counts.Select(c => $"{c.Key}={c.Value}")));
        AgreementStatement refusedCounts = AgreementStatement.All([agreement with { Refused = Refused.Delivered, Substitutes = true }], rows, new(2026, 8, 1), new()).Single();
        Assert.Equal(2, refusedCounts.Account.Delivered);
        AgreementStatement onlyOwn = AgreementStatement.All([agreement with { Substitutes = false }], rows, new(2026, 8, 1), new()).Single();
        Assert.Equal((0, 1, new DateOnly(2026, 1, 2)), (onlyOwn.Account.Delivered, onlyOwn.Overdue, onlyOwn.OldestOpenDueOn));
        Assert.False(AgreementStatement.All([agreement with { Substitutes = false }], rows, new(2026, 3, 3), new()).Single().Overdue > 0);
        Assert.True(AgreementStatement.All([agreement with { Substitutes = false }], rows, new(2026, 3, 4), new()).Single().Overdue > 0);
    }

    [Fact]
    public void Nothing_is_expected_before_ninety_days_have_passed()
    {
        AgreementConfig agreement = Nine with { Until = new(2026, 12, 31) };
        Vacancy[] rows = [.. Enumerable.Range(0, 89).Select(i => new Vacancy { Home = $"h{i}", Landlord = "skebo", FreeFrom = new DateOnly(2026, 1, 1).AddDays(i) })];
        Assert.Null(AgreementStatement.All([agreement], rows, new(2026, 3, 30), new()).Single().Outlook);

        // 90 days with 89 vacancies; 275 days are left: 271.9 vacancies, 24.5 homes.
        AgreementOutlook outlook = AgreementStatement.All([agreement], rows, new(2026, 3, 31), new()).Single().Outlook!;
        Assert.Equal(89 / 90.0 * 275, outlook.Vacancies, 9);
        Assert.Equal(outlook.Vacancies * 0.09, outlook.Homes, 9);
        Assert.InRange(outlook.VacanciesLow, 250, 252);
        Assert.InRange(outlook.VacanciesHigh, 292, 294);
    }

    [Fact]
    public void An_agreement_that_follows_begins_with_what_is_open()
    {
        AgreementConfig first = Nine with { Until = new(2026, 1, 31) };
        AgreementConfig second = Nine with { Id = "next", From = new(2026, 2, 1), Opening = new(0, "skebo") };
        Vacancy[] rows = [.. Enumerable.Range(0, 24).Select(i => new Vacancy { Home = $"h{i}", Landlord = "skebo", FreeFrom = new(2026, 1, 15) })];
        AgreementStatement next = AgreementStatement.All([first, second], rows, new(2026, 2, 2), new())[1];
        Assert.Equal([new(2026, 2, 1), new(2026, 2, 1)], next.Account.Dues.Select(d => d.DueOn));
    }

    private static Vacancy Free(string home, int month, int day) => new() { Home = home, Landlord = "skebo", FreeFrom = new(2026, month, day) };

    /// <summary>So many days in each month from January 2026.</summary>
    private static IEnumerable<DateOnly> Days(int[] counts) =>
        counts.SelectMany((count, month) => Enumerable.Range(0, count).Select(i => new DateOnly(2026, 1, 1).AddMonths(month).AddDays(i % 28)));
}
