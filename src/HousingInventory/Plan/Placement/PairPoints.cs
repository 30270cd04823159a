using System.Collections.Concurrent;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Placement;

/// <summary>
/// Points of a pair, 0 to 1000, and of its parts in hundredths of 0 to 100; a part that does not apply is null. Whole numbers: no floating sum decides a plan.
/// </summary>
public sealed record PairPoints(int Points, int? Space, int? Needs, int? Access, int? Together, int? Permanence)
{
    /// <summary>Names of criteria that a need asks for and the home has no measure of.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>How well a home suits a household.</summary>
internal sealed class PairScale(PlanConfig config, HardRules rules, NeedCriteria criteria, VillageLife life)
{
    private const int Full = 10_000;
    private const int SpareBedCosts = 2_500;
    private const int LongStayMonths = 36;

    private readonly PairWeights _w = config.Weights;

    /// <summary>The points of a pair, with their parts and what is missing.</summary>
    public PairPoints Of(Household household, Site site)
    {
        List<string> missing = [];
        (int? space, int? needs, int? access, int? together, int? permanence) = Parts(household, site, criteria.Of(household), TogetherAt(site), missing);
        return new PairPoints(Mean(space, needs, access, together, permanence), space, needs, access, together, permanence) { Missing = missing };
    }

    /// <summary>The points of a pair alone.</summary>
    public int PointsOf(Household household, Site site) => PointsOf(household, site, criteria.Of(household), TogetherAt(site));

    /// <summary>The points of a pair alone, where what the household asks for and how it is at the home have been looked up once for many pairs.</summary>
    public int PointsOf(Household household, Site site, string[] asked, int? togetherAt)
    {
        (int? space, int? needs, int? access, int? together, int? permanence) = Parts(household, site, asked, togetherAt, null);
        return Mean(space, needs, access, together, permanence);
    }

    /// <summary>Names of the criteria that count for a household.</summary>
    public string[] AskedBy(Household household) => criteria.Of(household);

    /// <summary>What company there is at a home, the same for every household; null without a village.</summary>
    public int? TogetherAt(Site site) => site.Village.Length == 0 ? null : life.Together(site) * 100;

    private (int? Space, int? Needs, int? Access, int? Together, int? Permanence) Parts(
        Household household, Site site, string[] asked, int? togetherAt, List<string>? missing) => (
        site.Beds is { } beds ? Math.Max(0, Full - (SpareBedCosts * Math.Max(0, beds - household.Size))) : null,
        NeedsOf(asked, site, missing),
        site.AccessTenths * 10,
        togetherAt,
        PermanenceOf(household, site));

    private int Mean(int? space, int? needs, int? access, int? together, int? permanence)
    {
        long sum = 0;
        long weights = 0;
        Add(space, _w.Space);
        Add(needs, _w.Needs);
        Add(access, _w.Access);
        Add(together, _w.Together);
        Add(permanence, _w.Permanence);

        // 10 · mean of p, where p stands in hundredths: half up.
        return weights == 0 ? 0 : (int)(((2 * sum) + (10 * weights)) / (20 * weights));

        void Add(int? part, int weight)
        {
            if (part is { } known)
            {
                sum += (long)weight * known;
                weights += weight;
            }
        }
    }

    private static int? NeedsOf(string[] asked, Site site, List<string>? missing)
    {
        int sum = 0;
        foreach (string criterion in asked)
        {
            if (site.Measures.TryGetValue(criterion, out SiteMeasure measure) && measure.Value is not null)
            {
                sum += measure.PointsTenths * 10;
            }
            else
            {
                missing?.Add(criterion);
            }
        }

        return asked.Length == 0 ? null : ((2 * sum) + asked.Length) / (2 * asked.Length);
    }

    private int PermanenceOf(Household household, Site site)
    {
        if (site.Home.FreeUntil is not { } until)
        {
            return Full;
        }

        DateOnly moveIn = rules.MoveIn(household, site);
        int months = ((until.Year - moveIn.Year) * 12) + until.Month - moveIn.Month;
        months -= moveIn.AddMonths(months) > until ? 1 : 0;
        int least = Math.Min(config.MinStayMonths, LongStayMonths - 1);
        return months >= LongStayMonths ? Full : Math.Max(0, ((2 * Full * (months - least)) + (LongStayMonths - least)) / (2 * (LongStayMonths - least)));
    }
}

/// <summary>Which criteria a household's needs and its children's ages ask for, among those that are measured.</summary>
internal sealed class NeedCriteria(PlanConfig config, ISet<string> measured, string? school, string? preschool)
{
    private readonly ConcurrentDictionary<Household, string[]> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names, without doubles, in the order of the needs and then of the children.</summary>
    public string[] Of(Household household) => _known.GetOrAdd(household, Ask);

    private string[] Ask(Household household)
    {
        IEnumerable<string?> asked = household.Needs.Select(n => config.Needs.GetValueOrDefault(n)?.Criterion)
            .Append(household.Pupils > 0 ? school : null)
            .Append(household.Composition is { Children0To5: > 0 } ? preschool : null);
        return [.. asked.OfType<string>().Where(measured.Contains).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>Who of the plan lives where already, or is settled to.</summary>
internal sealed class VillageLife
{
    private readonly Dictionary<string, int> _households = new(StringComparer.Ordinal);
    private readonly HashSet<string> _corridors = new(StringComparer.Ordinal);
    private readonly Func<string, int?> _cap;

    public VillageLife(IEnumerable<Site> inhabited, Func<string, int?> cap)
    {
        _cap = cap;
        foreach (Site site in inhabited)
        {
            _households[site.Village] = _households.GetValueOrDefault(site.Village) + 1;
            if (site.Corridor is { } line)
            {
                _corridors.Add(line);
            }
        }
    }

    /// <summary>Households of the plan that live in a village, or are settled to.</summary>
    public int In(string village) => _households.GetValueOrDefault(village);

    /// <summary>How many more households a village takes; null for any number.</summary>
    public int? RoomIn(string village) => _cap(village) is { } cap ? Math.Max(0, cap - In(village)) : null;

    /// <summary>100 with others in the village and room for more, 50 with nobody there but somebody on the same line, else 0.</summary>
    public int Together(Site site)
    {
        int there = In(site.Village);
        return there > 0 ? (_cap(site.Village) is { } cap && there >= cap ? 0 : 100) : site.Corridor is { } line && _corridors.Contains(line) ? 50 : 0;
    }
}
