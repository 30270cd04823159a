using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>Rows of a population extract on their way to keys and counts.</summary>
internal sealed class ReducedRows(SourceFile file, KnownNames? names)
{
    private readonly Dictionary<UInt128, (RegistrationKey Key, int RegisteredOn)> _persons = [];
    private readonly Dictionary<RegistrationKey, long> _counts = [];
    private readonly Registrations _order = new();

    /// <summary>Keys of protected rows.</summary>
    public List<WithheldKey> Hidden { get; } = [];

    /// <summary>Numbers of rows that cannot be read, or hold a place in words and no key that may leave.</summary>
    public List<long> Unreadable { get; } = [];

    /// <summary>How many rows hold in a key column what is no key.</summary>
    public long Misfits { get; private set; }

    /// <summary>Enters the current row.</summary>
    public void Enter(ResidentRows row)
    {
        if (row.Fault is null && row.IsDeregistered)
        {
            file.Info.Leave("deregistered");
            return;
        }

        if (row.Fault is not null)
        {
            // Whose home it is cannot be read, nor whether it is to be withheld.
            Unreadable.Add(row.Row);
            file.Info.Leave("not-placeable");
            return;
        }

        RegistrationKey read = PlacelessKeys.Usable(row.Key, row.HasFictitiousProperty);
        if (!read.CanLead)
        {
            file.Info.Leave("not-placeable");
            return;
        }

        RegistrationKey key = KeyForm.Of(read, names, out bool isMisfit);
        Misfits += isMisfit ? 1 : 0;
        if (!key.CanLead)
        {
            Unreadable.Add(row.Row);
        }

        if (row.IsProtected)
        {
            PlacelessKeys.Withhold(key, Hidden);
            file.Info.Leave("not-placeable");
            return;
        }

        // Who lives where no key leads is a count without a place, so that a run knows how many it cannot place.
        Count(row, key.CanLead ? key : new RegistrationKey { Municipality = key.Municipality });
    }

    /// <summary>Persons by their keys, each person once.</summary>
    public Dictionary<RegistrationKey, long> Counts()
    {
        Dictionary<RegistrationKey, long> counts = new(_counts);
        foreach ((RegistrationKey key, _) in _persons.Values)
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts;
    }

    private void Count(ResidentRows row, RegistrationKey key)
    {
        // Without a day that can be read, the newer of two places cannot be told: both stay.
        if (row.RegisteredOn == DayText.Unreadable || row.Person(file.Hasher, file.AsOfGuess) is not { } person)
        {
            _counts[key] = _counts.GetValueOrDefault(key) + row.Persons;
        }
        else if (!_persons.TryGetValue(person, out (RegistrationKey Key, int RegisteredOn) known))
        {
            _persons.Add(person, (key, row.RegisteredOn));
        }
        else
        {
            file.Info.Leave("duplicate");
            bool newer = row.RegisteredOn > known.RegisteredOn
                || (row.RegisteredOn == known.RegisteredOn && IsBefore(key, known.Key));
            _persons[person] = newer ? (key, row.RegisteredOn) : known;
        }
    }

    // The order in which run chooses among equally new registrations, so that the reduced file links as the extract does.
    private bool IsBefore(RegistrationKey one, RegistrationKey two)
    {
        int byKeys = _order.Compare(_order.IndexOf(one), _order.IndexOf(two));
        return byKeys != 0 ? byKeys < 0 : string.CompareOrdinal(one.ToString(), two.ToString()) < 0;
    }
}
