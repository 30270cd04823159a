namespace HousingInventory.Routing.Transit;

/// <summary>The five kinds of day for which timetables are asked.</summary>
public enum ServiceDayType : byte
{
    /// <summary>Monday to Thursday in school term.</summary>
    Term,

    /// <summary>Monday to Thursday in school holidays.</summary>
    Holiday,

    /// <summary>Friday in term.</summary>
    Friday,

    /// <summary>Saturday.</summary>
    Saturday,

    /// <summary>Sunday.</summary>
    Sunday,
}

/// <summary>Dates from the first to the last, both included.</summary>
/// <param name="First">First date.</param>
/// <param name="Last">Last date; before the first: no date at all.</param>
public readonly record struct DateSpan(DateOnly First, DateOnly Last)
{
    /// <summary>Whether a date lies in the span.</summary>
    public bool Contains(DateOnly date) => date >= First && date <= Last;
}

/// <summary>What may be said beforehand about service days. Every default is written out here.</summary>
public sealed record ServiceDayOptions
{
    /// <summary>School terms; between the first and the last date of terms and holidays, these two lists alone decide what is term.</summary>
    public IReadOnlyList<DateSpan> SchoolTerms { get; init; } = [];

    /// <summary>School holidays; they win over terms.</summary>
    public IReadOnlyList<DateSpan> SchoolHolidays { get; init; } = [];

    /// <summary>Dates that the user chose.</summary>
    public IReadOnlyDictionary<ServiceDayType, DateOnly> Fixed { get; init; } = new Dictionary<ServiceDayType, DateOnly>();

    /// <summary>ISO weeks that are term in every Swedish municipality.</summary>
    public IReadOnlyList<int> SureTermWeeks { get; init; } =
        [3, 4, 5, 6, 11, 12, .. Enumerable.Range(17, 7), .. Enumerable.Range(35, 9), .. Enumerable.Range(45, 6)];

    /// <summary>ISO weeks that are holidays in every Swedish municipality.</summary>
    public IReadOnlyList<int> SureHolidayWeeks { get; init; } = [.. Enumerable.Range(26, 7), 44, 52, 53, 1];

    /// <summary>How many dates from the asked one on are looked at.</summary>
    public int CandidateDays { get; init; } = 56;

    /// <summary>The last dates of a window, on which feeds tend to be incomplete.</summary>
    public int IncompleteTailDays { get; init; } = 7;

    /// <summary>How many days after the asked date a timetable may start.</summary>
    public int LatestStartDays { get; init; } = 31;

    /// <summary>With one median known, a day belongs to it if its trips differ by at most this share.</summary>
    public double OneMedianShare { get; init; } = 0.05;

    /// <summary>A term day with fewer trips than this share of the busiest Tuesday to Thursday is suspicious.</summary>
    public double LowShare { get; init; } = 0.85;

    internal DateSpan? SchoolSpan
    {
        get
        {
            DateSpan[] all = [.. SchoolTerms, .. SchoolHolidays];
            return all.Length == 0 ? null : new DateSpan(all.Min(s => s.First), all.Max(s => s.Last));
        }
    }
}
