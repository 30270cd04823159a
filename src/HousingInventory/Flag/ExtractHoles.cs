using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>
/// Places whose registrations the extract lacks: a locality with far fewer registered than its published population; or a locality, postal code or street of
/// many homes in hardly any of which somebody is registered, though in most homes of the municipality somebody is.
/// </summary>
internal sealed class ExtractHoles
{
    private const int ManyHomes = 20;
    private const double HardlyAny = 0.1;

    /// <summary>A place of fewer would tell of single households; one in which nobody is registered at all tells of none.</summary>
    private const int FewestPersons = 10;

    private const int FewestInhabited = 5;

    /// <summary>More than fewer homes than those hold: that the place lacks many tells nothing of any of them.</summary>
    private const int ManyPersons = 50;
    private const double Most = 0.5;

    /// <summary>A published population is some years old; up to so much fewer are no hole.</summary>
    private const double PopulationTolerance = 0.1;

    private readonly Registers _registers;
    private readonly IReadOnlyList<Locality> _localities;
    private readonly Linkage _linkage;
    private readonly bool[] _inHole;
    private readonly bool[] _counts;

    public ExtractHoles(Registers registers, IReadOnlyList<Locality> localities, Linkage linkage, Status[] shown, HolidayHint[] hints, Run run)
    {
        _registers = registers;
        _localities = localities;
        _linkage = linkage;
        _inHole = new bool[shown.Length];
        _counts = [.. shown.Select((s, b) => linkage.HouseOf[b] == b && hints[b] == HolidayHint.None && (s is Status.Registered or Status.NobodyRegistered || IsNamed(b)))];
        int[] locality = Localities();
        Populations(locality, run);
        int homes = _counts.Count(c => c);
        int registered = _counts.Where((c, b) => c && HasRegistration(b)).Count();
        if (registered >= Most * homes)
        {
            Few(b => locality[b] < 0 ? null : localities[locality[b]].Name, run);
            Few(b => linkage.Unplaced.AreaOf[b] is not 0 and int code ? code.ToString("000 00", CultureInfo.InvariantCulture) : null, run);
            Few(b => linkage.AddressesOf[b] is [int a, ..] ? Street(registers.Addresses[a]) : null, run);
        }

        double perHome = registered == 0 ? 0 : (double)_counts.Select((c, b) => c ? linkage.Residents[b] : 0).Sum() / homes;
        Persons = perHome * _counts.Where((c, b) => c && _inHole[b]).Count();
    }

    /// <summary>How many persons the holes seem to lack.</summary>
    public double Persons { get; }

    /// <summary>Whether a building lies in a place whose registrations are missing.</summary>
    public bool Holds(int building) => _inHole[building];

    // A registration names it, if only among others.
    private bool IsNamed(int building) => _linkage.Doubts[building] is Doubt.UnplacedOnProperty or Doubt.SharedAddress or Doubt.UncertainAddress;

    private bool HasRegistration(int building) => _linkage.Residents[building] > 0 || IsNamed(building);

    private static string Street(Address a) => a.PostTown is null ? a.Area : $"{a.Area}, {a.PostTown}";

    private int[] Localities()
    {
        Shapes areas = new([.. _localities.Select(l => l.Area)]);
        List<int> scratch = [];
        return [.. _registers.Buildings.Select(b => areas.Containing(b.House.X, b.House.Y, scratch, static (x, y) => x.CompareTo(y)))];
    }

    private void Populations(int[] locality, Run run)
    {
        long[] registered = new long[_localities.Count];
        int[] inhabited = new int[_localities.Count];
        for (int b = 0; b < locality.Length; b++)
        {
            if (locality[b] >= 0 && _linkage.HouseOf[b] == b)
            {
                // A withheld home counts as in a settlement: no drawing of an area around a home may tell that nobody is registered there.
                bool isWithheldOnly = _linkage.Residents[b] == 0 && _linkage.Withheld[b];
                registered[locality[b]] += isWithheldOnly ? SettlementConfig.OrdinaryPersonsPerHome : _linkage.Residents[b];
                inhabited[locality[b]] += isWithheldOnly || _linkage.Residents[b] > 0 ? 1 : 0;
            }
        }

        for (int l = 0; l < registered.Length; l++)
        {
            if (_localities[l].Population is >= FewestPersons and int population && (inhabited[l] is 0 or >= FewestInhabited || population >= ManyPersons)
                && registered[l] < (1 - PopulationTolerance) * population * _linkage.LinkedShare)
            {
                int here = l;
                Mark(Enumerable.Range(0, locality.Length).Where(b => locality[b] == here));
                run.Notice(new PlaceWithFewerThanItsPopulation(_localities[l].Name, (long)Math.Floor(10.0 * registered[l] / population) * 10, population));
            }
        }
    }

    private void Few(Func<int, string?> placeOf, Run run)
    {
        IEnumerable<IGrouping<string, int>> places = Enumerable.Range(0, _counts.Length).Where(b => _counts[b] && !_inHole[b])
            .Select(b => (Home: b, Place: placeOf(b))).Where(p => p.Place is not null).GroupBy(p => p.Place!, p => p.Home, StringComparer.Ordinal);
        foreach (IGrouping<string, int> place in places.OrderBy(p => p.Key, StringComparer.Ordinal).ToList())
        {
            int homes = place.Count();
            if (homes >= ManyHomes && place.Count(HasRegistration) < HardlyAny * homes)
            {
                Mark(place);
                run.Notice(new PlaceWithoutRegistrations(place.Key, homes));
            }
        }
    }

    private void Mark(IEnumerable<int> buildings)
    {
        foreach (int b in buildings)
        {
            _inHole[b] = true;
        }
    }
}
