using System.ComponentModel;

namespace HousingInventory.Prepare;

/// <summary>School terms and holidays, as pairs of first and last day, both included.</summary>
public sealed record DaysConfig
{
    [Description("School terms: pairs of first and last day.")]
    public IReadOnlyList<IReadOnlyList<DateOnly>> SchoolTerms { get; init; } = [];

    [Description("School holidays: pairs of first and last day.")]
    public IReadOnlyList<IReadOnlyList<DateOnly>> SchoolHolidays { get; init; } = [];

    [Description("ISO weeks that are surely term, where no dates are given.")]
    public IReadOnlyList<int>? TermWeeks { get; init; }

    [Description("ISO weeks that are surely holiday, where no dates are given.")]
    public IReadOnlyList<int>? HolidayWeeks { get; init; }
}
