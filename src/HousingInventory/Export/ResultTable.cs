using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>The rows of a run, made once and shared by all outputs, with what they need to look up.</summary>
public sealed class ResultTable
{
    private readonly Dictionary<int, int> _candidatesOnProperty = [];
    private readonly HashSet<int> _inhabitedProperties = [];
    private readonly Dictionary<int, List<int>> _buildingsOnProperty = [];

    public ResultTable(Results results)
    {
        Results = results;
        Candidates = [.. Enumerable.Range(0, results.Ranking.Order.Count).Select(p => new ResultRow(this, results.Scores.Homes[results.Ranking.Order[p]], p))];
        Dictionary<int, int> positions = Candidates.ToDictionary(r => r.Index, r => r.Position);
        List<ResultRow> shown = [];
        for (int i = 0; i < results.Registers.Buildings.Count; i++)
        {
            int property = results.Linkage.PropertyOf[i];
            Status status = results.Flags.Status[i];
            if (property >= 0 && status != Status.NotHousing)
            {
                if (status == Status.Registered)
                {
                    _inhabitedProperties.Add(property);
                }

                if (!_buildingsOnProperty.TryGetValue(property, out List<int>? there))
                {
                    _buildingsOnProperty.Add(property, there = []);
                }

                there.Add(i);
            }

            if (status is Status.NobodyRegistered || (status is Status.Secondary or Status.Undetermined && results.Linkage.MayTell(i)))
            {
                shown.Add(new ResultRow(this, i, positions.GetValueOrDefault(i, -1)));
            }
        }

        Buildings = shown;
        foreach (ResultRow row in Candidates)
        {
            int property = results.Linkage.PropertyOf[row.Index];
            if (property >= 0)
            {
                _candidatesOnProperty[property] = _candidatesOnProperty.GetValueOrDefault(property) + 1;
            }
        }
    }

    public Results Results { get; }

    /// <summary>The candidates in rank order.</summary>
    public IReadOnlyList<ResultRow> Candidates { get; }

    /// <summary>Dwelling buildings that may be shown: nobody registered, secondary or undetermined, by building id. Registered ones never are.</summary>
    public IReadOnlyList<ResultRow> Buildings { get; }

    /// <summary>What planners have written about a building; null when nothing.</summary>
    public FollowUp? FollowUpOf(int building) => Results.Flags.FollowUps.GetValueOrDefault(building);

    /// <summary>How many candidates stand on the building's property, itself included; null where the property is unknown.</summary>
    public long? CandidatesOnProperty(int building) =>
        Results.Linkage.PropertyOf[building] is >= 0 and int property ? _candidatesOnProperty.GetValueOrDefault(property) : null;

    /// <summary>Whether somebody is registered in another house on the property; null where the property is unknown.</summary>
    public bool? OthersRegistered(int building) => Results.Linkage.PropertyOf[building] is >= 0 and int property ? _inhabitedProperties.Contains(property) : null;

    /// <summary>
    /// The address to show, and whose it is: own, property or none. An address of another property is never borrowed: it would point at a neighbour.
    /// </summary>
    public (string? Address, AddressSource Source) AddressOf(int building)
    {
        (Address? shown, AddressSource source) = Shown(building);
        return (shown?.Text, source);
    }

    /// <summary>Postal code and town of the address that is shown, "931 31 Skellefteå"; null where the register has neither.</summary>
    public string? PostalOf(int building)
    {
        Address? shown = Shown(building).Address;
        string? code = shown?.PostalCode is { Length: 5 } digits ? $"{digits[..3]} {digits[3..]}" : shown?.PostalCode;
        return string.Join(' ', ((string?[])[code, shown?.PostTown]).Where(p => !string.IsNullOrEmpty(p))) is { Length: > 0 } text ? text : null;
    }

    /// <summary>The property's designation as people write it; null when unknown.</summary>
    public string? PropertyText(int building) =>
        Results.Linkage.PropertyOf[building] is >= 0 and int property && Results.Registers.Properties[property].Designation is { Length: > 0 } text ? text : null;

    private (Address? Address, AddressSource Source) Shown(int building)
    {
        if (First(building) is { } own)
        {
            return (own, AddressSource.Own);
        }

        int property = Results.Linkage.PropertyOf[building];
        IEnumerable<int> there = property >= 0 ? _buildingsOnProperty.GetValueOrDefault(property) ?? [] : [];
        return there.Select(First).OfType<Address>().MinBy(a => a.Text, StringComparer.Ordinal) is { } shared ? (shared, AddressSource.Property) : (null, AddressSource.None);
    }

    private Address? First(int building)
    {
        // Nearly every house has one address or none, and writing it out is what costs.
        IReadOnlyList<int> addresses = Results.Linkage.AddressesOf[building];
        return addresses.Count switch
        {
            0 => null,
            1 => Results.Registers.Addresses[addresses[0]],
            _ => addresses.Select(a => Results.Registers.Addresses[a]).MinBy(static a => a.Text, StringComparer.Ordinal),
        };
    }
}
