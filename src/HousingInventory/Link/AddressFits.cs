namespace HousingInventory.Link;

/// <summary>The addresses that fit a text best: what is offered at a higher cost than another is dropped. Scratch memory of <see cref="AddressMatcher"/>.</summary>
internal sealed class AddressFits(AddressBook book)
{
    /// <summary>Costs from here on mean that something differs which the register knows.</summary>
    public const int LooseCost = 4;

    /// <summary>Added for addresses that are not in force yet.</summary>
    public const int PlannedCost = 32;

    /// <summary>Nothing was offered.</summary>
    public const int NoCost = int.MaxValue;

    /// <summary>For a span or list: a label of the register that is written so goes before its members.</summary>
    private const int ListCost = 1;

    private readonly List<int> _listed = [];
    private int _municipality;
    private int _town;

    /// <summary>The addresses that fit best.</summary>
    public List<int> Found { get; } = [];

    /// <summary>What they cost; <see cref="NoCost"/> for none.</summary>
    public int Cost { get; private set; } = NoCost;

    /// <summary>Takes the next text.</summary>
    /// <param name="municipality">Code of the municipality whose addresses may be meant, 0 for any.</param>
    public void Begin(int municipality)
    {
        Found.Clear();
        (Cost, _municipality, _town) = (NoCost, municipality, 0);
    }

    /// <summary>Offers the addresses of a name that a reading means.</summary>
    /// <param name="name">Id of the name.</param>
    /// <param name="reading">Its number with its letter.</param>
    /// <param name="more">The further members of a span or list; empty for one house.</param>
    /// <param name="cost">What the name itself costs.</param>
    /// <param name="town">The town or district that they may not contradict; 0 for any.</param>
    public void Collect(int name, in AddressReading reading, ReadOnlySpan<LetteredNumber> more, int cost, int town = 0)
    {
        _town = town;
        if (!more.IsEmpty)
        {
            CollectList(name, reading, more, cost);
        }
        else
        {
            // The village alone, or the street: whoever writes that may live at any of its addresses, also where one of them has no number itself.
            foreach (AddressBook.Entry entry in reading.Number == 0 && book.HasNumbers(name) ? [] : book.EntriesOf(name, reading.Number))
            {
                Offer(entry, reading.Detail, cost);
            }
        }

        _town = 0;
    }

    /// <summary>Offers an entry, with what its letter costs beside that of the text.</summary>
    public void Offer(in AddressBook.Entry entry, uint detail, int cost) => Offer(entry.Address, cost + CostOf(entry, detail));

    /// <summary>Offers an address of the municipality that is asked for; a reserved one only counts where none in force could be meant.</summary>
    public void Offer(int address, int cost)
    {
        if (IsAskedFor(address))
        {
            OfferAt(address, cost + PlannedCostOf(address));
        }
    }

    /// <summary>Leaves each address once.</summary>
    public void Deduplicate()
    {
        if (Found.Count < 2)
        {
            return;
        }

        Found.Sort();
        int kept = 1;
        for (int i = 1; i < Found.Count; i++)
        {
            if (Found[i] != Found[kept - 1])
            {
                Found[kept++] = Found[i];
            }
        }

        Found.RemoveRange(kept, Found.Count - kept);
    }

    // Every member of a span or list is meant, each by its own best form.
    private void CollectList(int name, in AddressReading reading, ReadOnlySpan<LetteredNumber> more, int cost)
    {
        _listed.Clear();
        int least = CollectMember(name, reading.Number, reading.Detail, NoCost);
        foreach (LetteredNumber member in more)
        {
            least = Math.Min(least, CollectMember(name, member.Number, HouseNumber.Detail(member.Letter, 0), least));
        }

        foreach (int address in _listed)
        {
            OfferAt(address, cost + ListCost + least);
        }
    }

    private int CollectMember(int name, uint number, uint detail, int others)
    {
        int from = _listed.Count;
        int best = NoCost;
        foreach (AddressBook.Entry entry in book.EntriesOf(name, number))
        {
            int cost = CostOf(entry, detail) + PlannedCostOf(entry.Address);
            if (cost > best || !IsAskedFor(entry.Address))
            {
                continue;
            }

            if (cost < best)
            {
                _listed.RemoveRange(from, _listed.Count - from);
                best = cost;
            }

            _listed.Add(entry.Address);
        }

        // Reserved members beside one in force are not meant.
        if (best >= PlannedCost && others < PlannedCost)
        {
            _listed.RemoveRange(from, _listed.Count - from);
        }
        else if (best < PlannedCost && others is >= PlannedCost and < NoCost)
        {
            _listed.RemoveRange(0, from);
        }

        return best;
    }

    private bool IsAskedFor(int address) => book.MayBeIn(address, _municipality) && (_town == 0 || book.Fit(address, 0, _town) != AddressBook.PlaceFit.Contradicts);

    private static int CostOf(AddressBook.Entry entry, uint detail) =>
        entry.Cost + (entry.Detail == detail ? 0 : detail == 0 ? LooseCost : entry.Detail == 0 ? LooseCost + 1 : LooseCost + 2);

    private int PlannedCostOf(int address) => book.IsInForce(address) ? 0 : PlannedCost;

    private void OfferAt(int address, int cost)
    {
        if (cost < Cost)
        {
            Cost = cost;
            Found.Clear();
        }

        if (cost == Cost)
        {
            Found.Add(address);
        }
    }
}
