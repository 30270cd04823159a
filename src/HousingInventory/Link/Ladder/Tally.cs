using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>Counts what the ladder answered. Only sums and marks, so that neither order nor the number of threads shows.</summary>
internal sealed class Tally
{
    private readonly LinkRegisters _registers;
    private readonly FlatBook _flats;
    private readonly int[] _loose;

    public Tally(LinkRegisters registers, FlatBook flats)
    {
        _registers = registers;
        _flats = flats;
        Residents = new int[registers.HouseOf.Length];
        Doubts = new Doubt[registers.HouseOf.Length];
        Names = new bool[registers.Addresses.Names.Count];
        Tracts = new bool[registers.Properties.TractCount];
        PropertyStated = new bool[registers.HouseOf.Length];
        PropertyFound = new bool[registers.HouseOf.Length];
        Disagreements = new Disagreements(registers.HouseOf.Length);
        WithoutHome = new bool[registers.HomesOnProperty.Length];
        _loose = flats.IsEmpty ? [] : new int[registers.HouseOf.Length];
    }

    /// <summary>Persons by house.</summary>
    public int[] Residents { get; }

    /// <summary>Doubts by house; the first of the list where there are several.</summary>
    public Doubt[] Doubts { get; }

    /// <summary>Persons by level.</summary>
    public long[] Levels { get; } = new long[LinkLevel.Ladder.Count];

    /// <summary>Persons by reason.</summary>
    public long[] Unlinked { get; } = new long[Enum.GetValues<UnlinkedReason>().Length];

    /// <summary>The kinds of key that the registrations carry.</summary>
    public CarriedKeys Keys { get; } = new();

    /// <summary>Registrations that stayed unlinked and made no house doubtful.</summary>
    public Astray Astray { get; } = new();

    /// <summary>Linked registrations whose keys lead to different homes.</summary>
    public Disagreements Disagreements { get; }

    /// <summary>Persons whom a written address led to their home, and no other key could bear it out.</summary>
    public long ByText { get; private set; }

    /// <summary>As <see cref="ByText"/>, where the writing differs by a slip.</summary>
    public long BySpelling { get; private set; }

    /// <summary>Streets and villages in which somebody stayed unlinked without naming a house.</summary>
    public bool[] Names { get; }

    /// <summary>Those of <see cref="Names"/> in which somebody's address is one that the register lacks, with the postal code where it is known, else 0.</summary>
    public HashSet<(int Name, int Area)> NamesLacking { get; } = [];

    /// <summary>Tracts likewise.</summary>
    public bool[] Tracts { get; }

    /// <summary>Registrations that fit more addresses than can be named.</summary>
    public Fitting Fitting { get; } = new();

    /// <summary>Houses of which somebody states a property beside another key.</summary>
    public bool[] PropertyStated { get; }

    /// <summary>Those of them of whom one states a property that the registers know.</summary>
    public bool[] PropertyFound { get; }

    /// <summary>Properties on which somebody is registered and no home stands.</summary>
    public bool[] WithoutHome { get; }

    /// <summary>Places all registrations, on all processors.</summary>
    public static Tally Of(Registrations registrations, LinkRegisters registers, FlatBook flats, SharedKeys shared, CancellationToken cancellation)
    {
        int workers = Math.Clamp(Math.Min(Environment.ProcessorCount, 8), 1, Math.Max(1, registrations.Count / 2000));
        Tally[] parts = new Tally[workers];
        Parallel.For(0, workers, w =>
        {
            parts[w] = new Tally(registers, flats);
            long from = (long)registrations.Count * w / workers;
            long to = (long)registrations.Count * (w + 1) / workers;
            parts[w].Place(registrations, shared, (int)from, (int)to, cancellation);
        });
        for (int w = 1; w < workers; w++)
        {
            parts[0].Add(parts[w]);
        }

        flats.AddLoose(parts[0]._loose);
        return parts[0];
    }

    private void Place(Registrations registrations, SharedKeys shared, int from, int to, CancellationToken cancellation)
    {
        Rungs ladder = new(_registers);
        for (int i = from; i < to; i++)
        {
            if ((i & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            RegistrationView r = shared.Without(registrations[i]);
            if (r.MayAlsoBe && ladder.Place(r) is { Placement: { Level: >= 0, House: HouseIndex home } })
            {
                Doubts[home.At] = First(Doubts[home.At], Doubt.UncertainAddress);
            }

            if (r.Persons > 0)
            {
                Answer answer = ladder.Place(r);
                KeyKinds kinds = CarriedKeys.Of(r);
                Keys.Enter(kinds, answer.Tried, answer.Found, r.PostalCode != 0 || r.PostTown.Length > 0, r.Persons);
                bool textAlone = kinds == KeyKinds.Text;
                ByText += textAlone && answer.Placement.Level == LinkLevel.AddressText ? r.Persons : 0;
                BySpelling += textAlone && answer.Placement.Level == LinkLevel.AddressSpelling ? r.Persons : 0;
                // Beside an address that the register lacks, a designation that the map lacks is as often an old one as a gap of the map.
                bool old = answer.Placement.LacksNumber && !answer.Found.HasFlag(KeyKinds.Property);
                Enter(answer, old ? kinds & ~KeyKinds.Property : kinds, r.Persons);
            }
        }
    }

    private void Enter(in Answer answer, KeyKinds kinds, int persons)
    {
        Placement placement = answer.Placement;
        if (placement.Level >= 0)
        {
            Levels[placement.Level] += persons;
            Residents[placement.House.At] += persons;
            if (kinds.HasFlag(KeyKinds.Property) && kinds != KeyKinds.Property)
            {
                PropertyStated[placement.House.At] = true;
                PropertyFound[placement.House.At] |= answer.Found.HasFlag(KeyKinds.Property);
            }

            foreach (int p in _registers.PropertiesOfHouse[placement.House.At])
            {
                WithoutHome[p] |= _registers.HomesOnProperty[p].Length == 0;
            }

            if (_loose.Length > 0)
            {
                _flats.Enter(placement, persons, _loose);
            }

            Disagreements.Enter(answer.Other, persons);
            if (!answer.Other.ByText.IsNone)
            {
                Doubts[answer.Other.ByText.At] = First(Doubts[answer.Other.ByText.At], Doubt.UncertainAddress);
            }

            foreach (HouseIndex house in answer.Named)
            {
                Doubts[house.At] = First(Doubts[house.At], placement.Doubt);
            }

            return;
        }

        Unlinked[(int)placement.Reason] += persons;
        if (placement.Doubt == Doubt.None)
        {
            // An address whose house the map lacks: whoever is registered there lives in no house that has an address of its own.
            // One person who writes a village and nothing more may be of a household that was found there.
            bool counts = placement is { FitsSeveral: true, Reason: UnlinkedReason.SeveralAddresses } && !(placement.NamesNoNumber && persons == 1);
            if (counts && answer.OneOf.Count is > 0 and <= Fitting.MostHomes)
            {
                Fitting.Enter(answer.OneOf, persons);
            }
            else if (placement.Reason != UnlinkedReason.AddressWithoutBuilding)
            {
                // What fits homes of the registers belongs to none that nothing could reach.
                Astray.Enter(placement, placement.FitsSeveral ? KeyKinds.All : kinds, persons);
            }
        }

        if (placement.Property >= 0)
        {
            WithoutHome[placement.Property] = true;
        }

        if (placement.Name >= 0)
        {
            Names[placement.Name] = true;
            // An address that the register has lacks a building, and no number.
            if ((!placement.FitsSeveral || placement.NamesNoNumber) && placement.Reason != UnlinkedReason.AddressWithoutBuilding)
            {
                NamesLacking.Add((placement.Name, placement.Area));
            }
        }

        if (placement.Tract >= 0)
        {
            Tracts[placement.Tract] = true;
        }

        foreach (HouseIndex house in answer.Named)
        {
            Doubts[house.At] = First(Doubts[house.At], placement.Doubt == Doubt.None ? Doubt.UncertainAddress : placement.Doubt);
            if (_loose.Length > 0)
            {
                _loose[house.At] += persons;
            }
        }
    }

    private static Doubt First(Doubt a, Doubt b) => a == Doubt.None ? b : b == Doubt.None ? a : a < b ? a : b;

    private void Add(Tally other)
    {
        Keys.Add(other.Keys);
        Disagreements.Add(other.Disagreements);
        Astray.Add(other.Astray);
        Fitting.Add(other.Fitting);
        NamesLacking.UnionWith(other.NamesLacking);
        ByText += other.ByText;
        BySpelling += other.BySpelling;
        for (int i = 0; i < Residents.Length; i++)
        {
            Residents[i] += other.Residents[i];
            Doubts[i] = First(Doubts[i], other.Doubts[i]);
            PropertyStated[i] |= other.PropertyStated[i];
            PropertyFound[i] |= other.PropertyFound[i];
        }

        for (int i = 0; i < Levels.Length; i++)
        {
            Levels[i] += other.Levels[i];
        }

        for (int i = 0; i < Unlinked.Length; i++)
        {
            Unlinked[i] += other.Unlinked[i];
        }

        for (int i = 0; i < Names.Length; i++)
        {
            Names[i] |= other.Names[i];
        }

        for (int i = 0; i < Tracts.Length; i++)
        {
            Tracts[i] |= other.Tracts[i];
        }

        for (int i = 0; i < WithoutHome.Length; i++)
        {
            WithoutHome[i] |= other.WithoutHome[i];
        }

        for (int i = 0; i < _loose.Length; i++)
        {
            _loose[i] += other._loose[i];
        }
    }
}
