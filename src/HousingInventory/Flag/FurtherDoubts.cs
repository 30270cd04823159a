using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>
/// What speaks against "nobody registered" though no registration names the home: other evidence that it is used, a hole in the extract, and registrations of the
/// area that found no home. Whether a home is withheld is not looked at here, so that withholding one changes no other home.
/// </summary>
internal sealed class FurtherDoubts
{
    /// <summary>Where unplaced registrations could be those of one in ten unregistered homes, none of these is told empty.</summary>
    private const double TooManyUnplaced = 0.1;

    /// <summary>As many persons more or fewer than expected are within what two registers differ by.</summary>
    private const double PersonsTolerance = 0.02;

    private const double MostExplained = 1.5;

    private readonly Linkage _linkage;
    private readonly Status[] _shown;
    private readonly Doubt[] _doubts;

    private FurtherDoubts(Registers registers, Linkage linkage, HousesOnProperty houses)
    {
        _linkage = linkage;
        _shown = Statuses.AsTheExtractShows(registers, linkage, houses);
        _doubts = [.. linkage.Doubts];
    }

    /// <summary>The doubts of Link with those that come to them, by building; and how many persons the extract lacks beside those of whole places.</summary>
    public static (Doubt[] Doubts, double Missing) Of(
        Registers registers, IReadOnlyList<Locality> localities, Linkage linkage, HousesOnProperty houses, EvidenceBook evidence, HolidayHint[] hints, ExpectedConfig expected, Run run)
    {
        FurtherDoubts further = new(registers, linkage, houses);
        further.Mark(b => evidence.SaysInUse(linkage.HouseOf[b]), Doubt.InUse);
        ExtractHoles holes = new(registers, localities, linkage, further._shown, hints, run);
        further.Mark(b => holes.Holds(b), Doubt.ExtractHasAHole);
        double missing = further.Missing(expected.Persons, holes.Persons, run);
        further.Among();
        further.Areas();
        return (further._doubts, missing);
    }

    private bool IsListed(int building) => _shown[building] == Status.NobodyRegistered && _doubts[building] == Doubt.None;

    private void Mark(Predicate<int> fits, Doubt doubt)
    {
        for (int b = 0; b < _doubts.Length; b++)
        {
            if (IsListed(b) && fits(b))
            {
                _doubts[b] = doubt;
            }
        }
    }

    // Persons who are missing beyond those of the holes that were found may be missing anywhere.
    private double Missing(int? expected, double inHoles, Run run)
    {
        if (expected is not > 0)
        {
            return 0;
        }

        long read = _linkage.Unplaced.Read;
        if (Math.Abs(expected.Value - read) > PersonsTolerance * expected.Value)
        {
            run.Notice(new PersonsNotAsExpected(read, expected.Value));
        }

        // Places that lack more persons than the whole does are no explanation: one of them may be an area of holiday homes.
        long all = Math.Max(0, expected.Value - read);
        double missing = inHoles > MostExplained * all ? all : Math.Max(0, all - inHoles);
        if (missing > PersonsTolerance * expected.Value)
        {
            Mark(static _ => true, Doubt.ExtractHasAHole);
        }

        return missing;
    }

    // As of an area, of the homes that some registrations fit.
    private void Among()
    {
        bool[] among = new bool[_doubts.Length];
        foreach (UnplacedAmong some in _linkage.Unplaced.Among)
        {
            int[] listed = Array.FindAll(some.Houses, IsListed);
            if (some.Homes >= TooManyUnplaced * listed.Length)
            {
                Array.ForEach(listed, b => among[b] = true);
            }
        }

        Mark(b => among[_linkage.HouseOf[b]], Doubt.UnlinkedNearby);
    }

    private void Areas()
    {
        Dictionary<int, int> listed = [];
        List<(int Area, double Homes)> all = [.. _linkage.Unplaced.HomesByArea.Select(static a => (a.Key, a.Value))];
        for (int b = 0; b < _doubts.Length; b++)
        {
            if (_linkage.HouseOf[b] == b && IsListed(b))
            {
                int area = _linkage.Unplaced.AreaOf[b];
                listed[area] = listed.GetValueOrDefault(area) + 1;
            }
        }

        // What fits homes that are still listed is of their postal codes too.
        foreach (UnplacedAmong some in _linkage.Unplaced.Among)
        {
            int[] left = Array.FindAll(some.Houses, IsListed);
            all.AddRange(left.GroupBy(b => _linkage.Unplaced.AreaOf[b]).Select(there => (there.Key, some.Homes * there.Count() / left.Length)));
        }

        Dictionary<int, double> open = all.GroupBy(static a => a.Area).ToDictionary(static a => a.Key, static a => a.Select(static h => h.Homes).Order().Sum());
        bool everywhere = open.GetValueOrDefault(0) > 0 && open[0] >= TooManyUnplaced * listed.Values.Sum();
        Mark(
            b => everywhere || (_linkage.Unplaced.AreaOf[b] is not 0 and int area && open.GetValueOrDefault(area) is > 0 and double homes && homes >= TooManyUnplaced * listed[area]),
            Doubt.UnlinkedNearby);
    }
}
