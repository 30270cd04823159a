namespace HousingInventory.Model.Supply;

/// <summary>The plan's own tables as read, rows in the order of their files. A key that stands twice is settled when all sources are together.</summary>
public sealed class SupplyTables
{
    public List<Household> Households { get; } = [];

    public List<PlanHome> Homes { get; } = [];

    public List<Vacancy> Vacancies { get; } = [];

    public List<Premises> Premises { get; } = [];

    public List<Ownership> Owners { get; } = [];

    public List<Landlord> Landlords { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public List<SupportEntry> Support { get; } = [];

    public List<RunCandidate> Candidates { get; } = [];

    /// <summary>Adds another source's rows after these.</summary>
    internal void Add(SupplyTables other)
    {
        Households.AddRange(other.Households);
        Homes.AddRange(other.Homes);
        Vacancies.AddRange(other.Vacancies);
        Premises.AddRange(other.Premises);
        Owners.AddRange(other.Owners);
        Landlords.AddRange(other.Landlords);
        Decisions.AddRange(other.Decisions);
        Support.AddRange(other.Support);
        Candidates.AddRange(other.Candidates);
    }
}
