using System.Globalization;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Says how many homes the registrations seem to stand for that no home could take, once the homes that nothing could reach are taken for theirs; and how many
/// registrations seem to have found the wrong home.
/// </summary>
internal sealed class UnplacedHomes
{
    /// <summary>This share of the persons, and twice its root by chance, has no usable key in any extract: registered on the municipality, or protected.</summary>
    private const double OrdinaryWithoutKey = 0.01;

    /// <summary>So many addresses are enough to tell how often a wrong digit names another number of the street.</summary>
    private const int EnoughAddresses = 20_000;

    /// <summary>So many of the homes that a written address alone led to are the wrong ones, though it was written well: a limit, four times what tests-of-the-method.md shows.</summary>
    private const double WrongByText = 0.0025;

    /// <summary>As <see cref="WrongByText"/>, where the writing differs by a slip.</summary>
    private const double WrongBySpelling = 0.01;

    /// <summary>Fewer homes tell no share.</summary>
    private const int FewHomes = 50;

    private readonly Registers _inputs;
    private readonly RegisterTies _ties;
    private readonly Tally _tally;
    private readonly HomeReach _reach;

    private UnplacedHomes(Registers inputs, RegisterTies ties, Tally tally, HomeReach reach)
    {
        (_inputs, _ties, _tally, _reach) = (inputs, ties, tally, reach);
    }

    public static Unplaced Of(Registers inputs, Registrations registrations, Tally tally, RegisterTies ties, StreetsAround around, HomeReach reach, Doubt[] doubts)
    {
        UnplacedHomes homes = new(inputs, ties, tally, reach);
        HouseholdSizes sizes = homes.Sizes(out int inhabited);
        long read = registrations.Persons + registrations.NotPlaceable;
        double ordinary = OrdinaryWithoutKey * read;
        double withoutKey = Math.Max(0, registrations.NotPlaceable - ordinary - (2 * Math.Sqrt(ordinary))) / sizes.Mean;
        OpenHomes open = new(tally.Astray.Homes(sizes), withoutKey);
        double spread = homes.Take(open, around, doubts);
        double slips = homes.Slips(open);
        double hits = slips == 0 ? 0 : Math.Min(0.9, homes.WrongNumberHits());
        double hitsPerSlip = hits / (1 - hits);
        double byText = (WrongByText * tally.ByText) + (WrongBySpelling * tally.BySpelling * tally.Astray.HomesPerRow(sizes));
        return new Unplaced
        {
            Read = read,
            Persons = tally.Astray.Persons + tally.Fitting.Persons + registrations.NotPlaceable,
            PersonsPerHome = sizes.Mean,
            HomesByArea = open.ByArea(),
            // Whoever states an old property alone is among those whose property nobody knows.
            WithoutAnyKey = Math.Min(homes.OfOldProperties() * tally.Keys.Carrying(KeyKinds.Property), tally.Keys.Lost(KeyKinds.Property)) / sizes.Mean,
            Among = tally.Fitting.Homes(sizes),
            Variance = spread,
            InWrongHome = (slips * hitsPerSlip) + (inhabited * byText / Math.Max(1, tally.Levels.Sum())),
            VarianceOfWrongHome = slips * hitsPerSlip * hitsPerSlip,
            AreaOf = [.. ties.Registers.HouseOf.Select(h => ties.AreaOf[h.At])],
        };
    }

    // Takes the homes that nothing could reach, and those without an address near the unplaced, for theirs: of their street first; of those whose street nothing tells, then of
    // their postal code, then of anywhere. As many of these are lived in as of the others. How much that may be off by is returned as a variance; where some are left over, more of them may be lived in, and it is none.
    private double Take(OpenHomes open, StreetsAround around, Doubt[] doubts)
    {
        double lived = ShareLivedIn(doubts);
        List<int> left = [.. Enumerable.Range(0, doubts.Length)
            .Where(b => (doubts[b] is Doubt.OutOfReach or Doubt.UnlinkedNearby) && _ties.Registers.HouseOf[b].At == b && !_ties.Registers.BareHomes.IsFurther(b))];
        int[] areas = [.. left.Select(b => _ties.AreaOf[b])];
        left.RemoveAll(b => around.Of(b).Exists(street => open.TakeOfStreet(street, _reach.KindsOf(b))));
        left.RemoveAll(b => _ties.AreaOf[b] != 0 && open.TakeOfArea(_ties.AreaOf[b], _reach.KindsOf(b), lived));
        left.RemoveAll(b => open.TakeOfArea(0, _reach.KindsOf(b), lived));
        HashSet<int> spare = [.. left.Select(b => _ties.AreaOf[b])];
        return areas.Count(a => !spare.Contains(a)) * lived * (1 - lived);
    }

    private double ShareLivedIn(Doubt[] doubts)
    {
        int homes = 0;
        int lived = 0;
        for (int b = 0; b < doubts.Length; b++)
        {
            bool counts = _ties.Registers.HouseOf[b].At == b && _inputs.Buildings[b].IsDwelling && doubts[b] == Doubt.None && _ties.Registers.HasAddress[b];
            homes += counts ? 1 : 0;
            lived += counts && _tally.Residents[b] > 0 ? 1 : 0;
        }

        return homes == 0 ? 1 : (double)lived / homes;
    }

    // Share of the homes on a known property of which nobody states one that is known, though somebody states one beside another key.
    private double OfOldProperties()
    {
        int stated = 0;
        int old = 0;
        for (int h = 0; h < _tally.PropertyStated.Length; h++)
        {
            bool counts = _tally.PropertyStated[h] && _ties.Registers.PropertiesOfHouse[h].Length > 0;
            stated += counts ? 1 : 0;
            old += counts && !_tally.PropertyFound[h] ? 1 : 0;
        }

        return stated < FewHomes ? 0 : (double)old / stated;
    }

    // Where more than a few of a street lack their number, the street was numbered anew; no slip of the pen.
    private double Slips(OpenHomes open) =>
        OpenHomes.Sum(open.ByStreet().Where(s => s.Homes <= Math.Max(1.5, 0.1 * _ties.Registers.Addresses.EntriesOf(s.Street).Length)).Select(static s => s.Homes));

    private HouseholdSizes Sizes(out int inhabited)
    {
        inhabited = 0;
        long persons = 0;
        long ones = 0;
        for (int b = 0; b < _tally.Residents.Length; b++)
        {
            if (_tally.Residents[b] > 0 && _ties.Registers.HouseOf[b].At == b && _inputs.Buildings[b].IsDwelling && !_inputs.Buildings[b].IsMultiDwelling)
            {
                inhabited++;
                persons += _tally.Residents[b];
                ones += _tally.Residents[b] == 1 ? 1 : 0;
            }
        }

        return inhabited == 0 ? new HouseholdSizes(0, 1) : new HouseholdSizes((double)ones / inhabited, (double)persons / inhabited);
    }

    // Each address has one number to be written wrong, whatever its digits.
    private double WrongNumberHits()
    {
        int step = Math.Max(1, _inputs.Addresses.Count / EnoughAddresses);
        double[] hits = [.. Enumerable.Range(0, _inputs.Addresses.Count).Where(a => a % step == 0).Select(WrongNumberHits).Where(static h => h >= 0)];
        return hits.Length == 0 ? 0 : OpenHomes.Sum(hits) / hits.Length;
    }

    // Of the numbers that one wrong digit makes of an address's, how many its street has; -1 where it has none that counts.
    private double WrongNumberHits(int address)
    {
        AddressBook book = _ties.Registers.Addresses;
        string digits = string.Concat((_inputs.Addresses[address].Number ?? "").TakeWhile(char.IsAsciiDigit));
        int name = digits.Length is > 0 and <= 4 ? book.NameOf(address) : -1;
        if (name < 0)
        {
            return -1;
        }

        int hits = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            for (char other = '0'; other <= '9'; other++)
            {
                uint wrong = uint.Parse(string.Concat(digits.AsSpan(0, i), [other], digits.AsSpan(i + 1)), CultureInfo.InvariantCulture);
                hits += other == digits[i] || book.EntriesOf(name, HouseNumber.Plain(wrong)).IsEmpty ? 0 : 1;
            }
        }

        return hits / (9.0 * digits.Length);
    }
}
