using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>
/// How many of the homes that are told to have nobody registered may be lived in all the same: from the registrations that no home could take, and from those
/// that a wrong digit led to another home.
/// </summary>
internal static class MayBeLivedIn
{
    /// <summary>More than this share of the inhabited homes is too many for a list that letters go out from: of the estimate itself, without what chance may add.</summary>
    private const double TooMany = 0.002;

    /// <summary>As <see cref="TooMany"/>, of the upper estimate: in a small municipality most of it is chance.</summary>
    private const double TooManyAtMost = 0.003;

    /// <summary>The estimate is an upper one: a tenth more than what the registrations seem to stand for, and 1.9 roots of its variance. Fitted on the deliveries of tests-of-the-method.md.</summary>
    private const double Above = 1.1;

    private const double Roots = 1.9;

    /// <summary>Less than half a home is none.</summary>
    private const double Least = 0.5;

    /// <summary>The estimate, an upper one.</summary>
    /// <param name="registers">The registers.</param>
    /// <param name="linkage">What Link found out.</param>
    /// <param name="status">The answers.</param>
    /// <param name="houses">Houses that share a property.</param>
    /// <param name="doubts">All doubts. What is estimated looks at no home as withheld, so that withholding one changes nothing that is said of others; only what is told is no more than is listed.</param>
    /// <param name="missing">Persons whom the extract lacks, by the newest official figure, beside those of whole places; 0 when it is not given.</param>
    /// <param name="run">Where the notice goes.</param>
    public static ExpectedInhabited Of(Registers registers, Linkage linkage, Status[] status, HousesOnProperty houses, Doubt[] doubts, double missing, Run run)
    {
        Status[] shown = Statuses.AsTheExtractShows(registers, linkage, houses);
        Status[] left = Statuses.AsTheExtractShows(registers, linkage, houses, doubts);
        HashSet<int> areas = [];
        int listed = 0;
        int stays = 0;
        int couldBe = 0;
        int inhabited = 0;
        for (int b = 0; b < status.Length; b++)
        {
            if (linkage.HouseOf[b] == b)
            {
                inhabited += linkage.Residents[b] > 0 && registers.Buildings[b].IsDwelling ? 1 : 0;
                couldBe += shown[b] == Status.NobodyRegistered ? 1 : 0;
                listed += status[b] == Status.NobodyRegistered ? 1 : 0;
                if (left[b] == Status.NobodyRegistered)
                {
                    stays++;
                    areas.Add(linkage.Unplaced.AreaOf[b]);
                }
            }
        }

        double share = couldBe == 0 ? 0 : (double)stays / couldBe;
        double homes = stays == 0 ? 0 : Among(linkage, registers, left) + Homes(linkage.Unplaced, areas, share, missing);
        double variance = homes + linkage.Unplaced.Variance + (share * share * linkage.Unplaced.VarianceOfWrongHome);
        int atMost = variance < Least ? 0 : (int)Math.Min(stays, Math.Ceiling((Above * homes) + (Roots * Math.Sqrt(variance))));
        bool tooMany = atMost > 0 && (homes > TooMany * inhabited || atMost > TooManyAtMost * inhabited);
        atMost = Math.Min(atMost, listed);
        if (tooMany)
        {
            run.Notice(new HomesThatMayBeLivedIn(atMost, listed, linkage.Unplaced.Persons));
        }

        return new ExpectedInhabited(atMost, listed, tooMany);
    }

    // They belong to homes in which nobody is registered, as many of these as are listed.
    private static double Among(Linkage linkage, Registers registers, Status[] status)
    {
        double homes = 0;
        foreach (UnplacedAmong some in linkage.Unplaced.Among)
        {
            int listed = some.Houses.Count(b => status[b] == Status.NobodyRegistered);
            int open = some.Houses.Count(b => linkage.Residents[b] == 0 && registers.Buildings[b].IsDwelling);
            homes += listed == 0 ? 0 : Math.Min(listed, some.Homes * listed / open);
        }

        return homes;
    }

    private static double Homes(Unplaced unplaced, HashSet<int> areas, double listedShare, double missing)
    {
        double here = unplaced.HomesByArea.Where(a => a.Key == 0 || areas.Contains(a.Key)).Sum(a => a.Value);
        return Math.Max(here, unplaced.WithoutAnyKey * listedShare) + ((unplaced.InWrongHome + (missing / unplaced.PersonsPerHome)) * listedShare);
    }
}
