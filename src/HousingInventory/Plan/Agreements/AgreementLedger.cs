namespace HousingInventory.Plan.Agreements;

/// <summary>The book of an account that carries over: dues fall, deliveries pay the oldest, day by day.</summary>
internal sealed class AgreementLedger(AgreementConfig agreement, List<DateOnly> vacancies, List<(DateOnly Day, int Index)> deliveries, int opening, DateOnly asOf)
{
    private readonly List<DueHome> _dues = [];
    private readonly Queue<int> _open = new();
    private readonly Queue<int> _ahead = new();
    private readonly SortedDictionary<DateOnly, List<long>> _falling = [];
    private readonly Dictionary<DateOnly, long> _lostBy = [];

    public AccountState Keep()
    {
        ScheduleDues();
        int next = 0;
        foreach (DateOnly day in Days())
        {
            if (day.Day == 1 && day > agreement.From)
            {
                BeginMonth(day);
            }

            foreach (long vacancy in _falling.GetValueOrDefault(day) ?? [])
            {
                Fall(day, vacancy);
            }

            for (; next < deliveries.Count && deliveries[next].Day == day; next++)
            {
                Deliver(deliveries[next].Index);
            }
        }

        long lost = _lostBy.Values.Sum();
        return new AccountState
        {
            Dues = _dues,
            Months = [.. Months()],
            Due = _dues.Count(d => !d.IsLapsed),
            Delivered = deliveries.Count - lost,
            Vacancies = vacancies.Count,
        };
    }

    /// <summary>On which day how many homes fall due. Each year of a calendar-year account counts its vacancies from 1.</summary>
    private void ScheduleDues()
    {
        for (int i = 0; i < opening; i++)
        {
            Schedule(agreement.From, 0);
        }

        long counted = 0;
        int year = agreement.From.Year;
        foreach (DateOnly day in vacancies)
        {
            if (agreement.Account == AccountKind.CalendarYear && day.Year != year)
            {
                (counted, year) = (0, day.Year);
            }

            long before = agreement.Share.HomesOf(counted, agreement.Rounding);
            counted++;
            for (long home = before; home < agreement.Share.HomesOf(counted, agreement.Rounding); home++)
            {
                Schedule(day.AddDays(agreement.DueAfterDays), counted);
            }
        }
    }

    private void Schedule(DateOnly day, long vacancy)
    {
        if (day <= asOf)
        {
            if (!_falling.TryGetValue(day, out List<long>? dues))
            {
                _falling.Add(day, dues = []);
            }

            dues.Add(vacancy);
        }
    }

    /// <summary>Every day on which something may happen, in order.</summary>
    private IEnumerable<DateOnly> Days() =>
        _falling.Keys.Concat(deliveries.Select(d => d.Day)).Concat(Account.MonthsOf(agreement.From, asOf).Where(m => m >= agreement.From)).Distinct().Order();

    private void BeginMonth(DateOnly day)
    {
        bool newYear = agreement.Account == AccountKind.CalendarYear && day.Month == 1;
        if (newYear && !agreement.CarryShortfall)
        {
            while (_open.TryDequeue(out int due))
            {
                _dues[due] = _dues[due] with { IsLapsed = true };
            }
        }

        if (agreement.Surplus == Surplus.Lost || (newYear && !agreement.CarryShortfall))
        {
            _lostBy[day] = _lostBy.GetValueOrDefault(day) + _ahead.Count;
            _ahead.Clear();
        }
    }

    private void Fall(DateOnly day, long vacancy)
    {
        bool isPaid = _ahead.TryDequeue(out int delivery);
        if (!isPaid)
        {
            _open.Enqueue(_dues.Count);
        }

        _dues.Add(new DueHome(_dues.Count + 1, day, vacancy, isPaid ? delivery : -1, IsLapsed: false));
    }

    private void Deliver(int delivery)
    {
        if (_open.TryDequeue(out int due))
        {
            _dues[due] = _dues[due] with { Delivery = delivery };
        }
        else
        {
            _ahead.Enqueue(delivery);
        }
    }

    private IEnumerable<AccountMonth> Months()
    {
        foreach (DateOnly month in Account.MonthsOf(agreement.From, asOf))
        {
            DateOnly end = Account.EndOf(month, asOf);
            DateOnly since = agreement.Account == AccountKind.CalendarYear && end.Year > agreement.From.Year ? new DateOnly(end.Year, 1, 1) : agreement.From;
            long inAll = vacancies.Count(d => d >= since && d <= end);
            long lapsed = _dues.Count(d => d.IsLapsed && d.DueOn.Year < end.Year);
            long due = _dues.Count(d => d.DueOn <= end) - lapsed;
            long fell = _dues.Count(d => d.DueOn <= end && d.DueOn >= month);
            long delivered = deliveries.Count(d => d.Day <= end) - _lostBy.Where(l => l.Key <= end).Sum(l => l.Value);
            yield return new AccountMonth(
                month, vacancies.Count(d => d >= month && d <= end), inAll, agreement.Share.PartOf(inAll), due, fell,
                deliveries.Count(d => d.Day >= month && d.Day <= end), delivered, delivered - due);
        }
    }
}
