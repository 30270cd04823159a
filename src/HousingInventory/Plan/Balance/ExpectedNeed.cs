using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Balance;

/// <summary>People who are still to be assigned, by month and household size. They are fractions, and drawn apart from households that are known.</summary>
public sealed class ExpectedNeed
{
    /// <summary>
    /// Shares of households by size where the configuration says nothing: the mean is near Gothenburg's 2.25 persons (2016-2021), the shape is a guess.
    /// </summary>
    public static IReadOnlyDictionary<int, double> AssumedSizes { get; } = new SortedDictionary<int, double>
    {
        [1] = 0.50,
        [2] = 0.15,
        [3] = 0.12,
        [4] = 0.12,
        [5] = 0.06,
        [6] = 0.03,
        [7] = 0.01,
        [8] = 0.01,
    };

    private readonly SortedDictionary<DateOnly, double> _persons = [];

    /// <summary>Persons by the first day of their month.</summary>
    public IReadOnlyDictionary<DateOnly, double> Persons => _persons;

    /// <summary>Share of households by size.</summary>
    public required IReadOnlyDictionary<int, double> Sizes { get; init; }

    /// <summary>Whether the shares are the assumption of a first run.</summary>
    public bool IsAssumed { get; private init; }

    /// <summary>Households by size in a month.</summary>
    public IReadOnlyDictionary<int, double> HouseholdsIn(DateOnly month) => HouseholdsOf(_persons.GetValueOrDefault(month), Sizes);

    /// <summary>Takes what each year's number leaves, and spreads it over the months that are left of the year from March to February.</summary>
    /// <param name="rows">Every household with a number year or a day of decision, also those that are housed.</param>
    public static ExpectedNeed Of(NeedConfig config, IReadOnlyList<Household> rows, DateOnly asOf, Run run)
    {
        ExpectedNeed need = new() { Sizes = SizesOf(config), IsAssumed = config.Sizes.Count == 0 };
        DateOnly thisMonth = new(asOf.Year, asOf.Month, 1);
        foreach (IGrouping<int, YearNumber> year in config.Years.Where(y => y.DecidedOn <= asOf).GroupBy(y => y.Year).OrderBy(y => y.Key))
        {
            // Of two decisions on one day the later in the list counts.
            YearNumber number = year.OrderBy(y => y.DecidedOn).Last();
            int assigned = rows.Where(h => IsAgainstNumber(h) && (h.NumberYear ?? h.DecidedOn?.Year) == year.Key).Sum(h => h.Size);
            if (assigned > number.Persons)
            {
                run.Notice(new NumberIsPassed(year.Key, assigned, number.Persons));
            }

            DateOnly[] months = [.. Enumerable.Range(0, 12).Select(new DateOnly(year.Key, 3, 1).AddMonths).Where(m => m >= thisMonth)];
            double[] shares = [.. months.Select(
                m => config.Profile.Count == 0 ? 1 : config.Profile.GetValueOrDefault(m.ToString("yyyy-MM", CultureInfo.InvariantCulture)))];
            if (shares.Sum() <= 0)
            {
                Array.Fill(shares, 1);
            }

            for (int m = 0; m < months.Length; m++)
            {
                need._persons[months[m]] = need._persons.GetValueOrDefault(months[m]) + (Math.Max(0, number.Persons - assigned) * shares[m] / shares.Sum());
            }
        }

        return need;
    }

    /// <summary>Households of size s = persons · share(s) / Σ share(t)·t.</summary>
    public static IReadOnlyDictionary<int, double> HouseholdsOf(double persons, IReadOnlyDictionary<int, double> sizes)
    {
        double mean = sizes.Sum(s => s.Key * s.Value);
        return sizes.OrderBy(s => s.Key).ToDictionary(s => s.Key, s => persons * s.Value / mean);
    }

    /// <summary>Whole numbers with the same sum, rounded: largest remainder first, of equal ones the smaller size.</summary>
    public static IReadOnlyDictionary<int, int> Whole(IReadOnlyDictionary<int, double> households)
    {
        Dictionary<int, int> whole = households.ToDictionary(h => h.Key, h => (int)Math.Floor(h.Value + 1e-9));
        int left = (int)Math.Round(households.Values.Sum(), MidpointRounding.AwayFromZero) - whole.Values.Sum();
        foreach ((int size, double _) in households.OrderByDescending(h => Math.Round(h.Value - Math.Floor(h.Value + 1e-9), 9)).ThenBy(h => h.Key).Take(left))
        {
            whole[size]++;
        }

        return whole;
    }

    // Those who found a home alone, relatives who follow, and other placements are not part of the number; who was withdrawn may be replaced inside it.
    private static bool IsAgainstNumber(Household household) =>
        household.Basis is Basis.Assigned or Basis.Quota or Basis.Temporary && household.Status != HouseholdStatus.Withdrawn;

    private static IReadOnlyDictionary<int, double> SizesOf(NeedConfig config) => config.Sizes.Count == 0
        ? AssumedSizes
        : new SortedDictionary<int, double>(config.Sizes.ToDictionary(s => int.Parse(s.Key, CultureInfo.InvariantCulture), s => s.Value));
}
