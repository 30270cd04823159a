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

    /// <summary>A home that nothing could reach stands in the streets of the addressed houses this near.</summary>
    private const double StreetM = 150;

    /// <summary>So many of the homes that a written address alone led to are the wrong ones, though it was written well. Measured, see tests-of-the-method.md.</summary>
    private const double WrongByText = 0.0035;

    /// <summary>As <see cref="WrongByText"/>, where the writing differs by a slip.</summary>
    private const double WrongBySpelling = 0.01;

    private readonly Registers _inputs;
    private readonly RegisterTies _ties;
    private readonly Tally _tally;
    private readonly HomeReach _reach;
    private readonly Dictionary<(int Area, KeyKinds Kinds), double> _open = [];
    private readonly Dictionary<(int Street, KeyKinds Kinds), double> _openStreets = [];
    private readonly Dictionary<int, int> _areaOfStreet = [];

    // Of registrations that fit homes of the registers, by area: theirs is no home that nothing could reach.
    private readonly Dictionary<int, double> _fitting = [];

    private UnplacedHomes(Registers inputs, RegisterTies ties, Tally tally, HomeReach reach)
    {
        (_inputs, _ties, _tally, _reach) = (inputs, ties, tally, reach);
    }

    public static Unplaced Of(Registers inputs, Registrations registrations, Tally tally, RegisterTies ties, HomeReach reach, Doubt[] doubts)
    {
        UnplacedHomes homes = new(inputs, ties, tally, reach);
        HouseholdSizes sizes = homes.Sizes(out int inhabited);
        long read = registrations.Persons + registrations.NotPlaceable;
        double ordinary = OrdinaryWithoutKey * read;
        homes.Open(sizes, Math.Max(0, registrations.NotPlaceable - ordinary - (2 * Math.Sqrt(ordinary))) / sizes.Mean);
        double spread = homes.Take(doubts);
        double slips = homes.Slips();
        double hits = slips == 0 ? 0 : homes.WrongNumberHits();
        double byText = (WrongByText * tally.ByText) + (WrongBySpelling * tally.BySpelling * tally.Astray.HomesPerRow(sizes));
        return new Unplaced
        {
            Read = read,
            Persons = tally.Astray.Persons + registrations.NotPlaceable,
            PersonsPerHome = sizes.Mean,
            HomesByArea = homes.ByArea(),
            Variance = spread,
            InWrongHome = (slips * hits / (1 - Math.Min(0.9, hits))) + (inhabited * byText / Math.Max(1, tally.Levels.Sum())),
            AreaOf = [.. ties.Registers.HouseOf.Select(h => ties.AreaOf[h.At])],
        };
    }

    private void Open(HouseholdSizes sizes, double withoutKey)
    {
        _open[(0, KeyKinds.None)] = withoutKey;
        foreach (((int area, int street, KeyKinds kinds, bool fits), double homes) in _tally.Astray.Homes(sizes))
        {
            if (fits)
            {
                _fitting[area] = _fitting.GetValueOrDefault(area) + homes;
            }
            else if (street >= 0)
            {
                _areaOfStreet[street] = area;
                _openStreets[(street, kinds)] = _openStreets.GetValueOrDefault((street, kinds)) + homes;
            }
            else
            {
                _open[(area, kinds)] = _open.GetValueOrDefault((area, kinds)) + homes;
            }
        }
    }

    // Takes the homes that nothing could reach, and those without an address near the unplaced, for theirs: of their street first, then of their postal code,
    // then of anywhere. As many of them are lived in as of the others; how much that may be off by is returned as a variance.
    private double Take(Doubt[] doubts)
    {
        double lived = ShareLivedIn(doubts);
        int taken = 0;
        List<(int Shape, double DistanceM)> near = [];
        List<int> scratch = [];
        for (int b = 0; b < doubts.Length; b++)
        {
            if (doubts[b] is Doubt.OutOfReach or Doubt.UnlinkedNearby && _ties.Registers.HouseOf[b].At == b && !IsFurther(b))
            {
                KeyKinds kinds = _reach.KindsOf(b);
                bool found = StreetsAround(b, near, scratch).Any(street => TakeFrom(_openStreets, street, kinds, lived))
                    || (_ties.AreaOf[b] != 0 && TakeFrom(_open, _ties.AreaOf[b], kinds, lived))
                    || TakeFrom(_open, 0, kinds, lived);
                taken += found ? 1 : 0;
            }
        }

        return taken * lived * (1 - lived);
    }

    // A row that carries a kind of key which the home has would have found it.
    private static bool TakeFrom(Dictionary<(int Place, KeyKinds Kinds), double> open, int place, KeyKinds has, double lived)
    {
        for (KeyKinds kinds = KeyKinds.None; (int)kinds < 16; kinds++)
        {
            if ((kinds & has) == KeyKinds.None && open.TryGetValue((place, kinds), out double homes) && homes > 0)
            {
                open[(place, kinds)] = Math.Max(0, homes - lived);
                return true;
            }
        }

        return false;
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

    // Where more than a few of a street lack their number, the street was numbered anew; no slip of the pen.
    private double Slips() => _openStreets.GroupBy(s => s.Key.Street)
        .Select(s => (Homes: s.Sum(o => o.Value), Most: Math.Max(1.5, 0.1 * _ties.Registers.Addresses.EntriesOf(s.Key).Length)))
        .Where(s => s.Homes <= s.Most).Sum(s => s.Homes);

    private SortedDictionary<int, double> ByArea()
    {
        SortedDictionary<int, double> areas = [];
        foreach ((int area, double homes) in _open.Select(o => (o.Key.Area, o.Value)).Concat(_openStreets.Select(o => (_areaOfStreet[o.Key.Street], o.Value)))
            .Concat(_fitting.Select(f => (f.Key, f.Value))).OrderBy(o => o.Item1).ThenBy(o => o.Value))
        {
            areas[area] = areas.GetValueOrDefault(area) + homes;
        }

        return areas;
    }

    private IEnumerable<int> StreetsAround(int house, List<(int Shape, double DistanceM)> near, List<int> scratch)
    {
        if (_openStreets.Count == 0)
        {
            return [];
        }

        near.Clear();
        _ties.Outlines.Near(_ties.Registers.Place[house].X, _ties.Registers.Place[house].Y, StreetM, near, scratch);
        return near.OrderBy(n => n.DistanceM).ThenBy(n => n.Shape)
            .SelectMany(n => _ties.AddressesOfHouse[_ties.Registers.HouseOf[n.Shape].At])
            .Select(a => _ties.Registers.Addresses.NameOf(a)).Where(name => name >= 0).Distinct();
    }

    // Beside a home with an address on its property: told secondary, and nobody's home.
    private bool IsFurther(int house) => !_ties.MainHouseOf[house].IsNone
        || (!_ties.Registers.HasAddress[house]
            && _ties.Registers.PropertiesOfHouse[house].Any(p => Array.Exists(_ties.Registers.HomesOnProperty[p], h => _ties.Registers.HasAddress[h.At])));

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

    private double WrongNumberHits()
    {
        IReadOnlyList<Address> addresses = _inputs.Addresses;
        AddressBook book = _ties.Registers.Addresses;
        int step = Math.Max(1, addresses.Count / EnoughAddresses);
        long hits = 0;
        long tried = 0;
        for (int a = 0; a < addresses.Count; a += step)
        {
            string digits = string.Concat((addresses[a].Number ?? "").TakeWhile(char.IsAsciiDigit));
            int name = digits.Length is > 0 and <= 4 ? book.NameOf(a) : -1;
            for (int i = 0; i < digits.Length && name >= 0; i++)
            {
                for (char other = '0'; other <= '9'; other++)
                {
                    if (other != digits[i])
                    {
                        uint wrong = uint.Parse(string.Concat(digits.AsSpan(0, i), [other], digits.AsSpan(i + 1)), CultureInfo.InvariantCulture);
                        hits += book.EntriesOf(name, HouseNumber.Plain(wrong)).IsEmpty ? 0 : 1;
                        tried++;
                    }
                }
            }
        }

        return tried == 0 ? 0 : (double)hits / tried;
    }
}
