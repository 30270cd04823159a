using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>The criteria of a run: the user's own, or the standard ones without those whose source is missing.</summary>
public static class StandardCriteria
{
    /// <summary>
    /// What scores a home when the configuration says nothing. A need that is met is met: half the errands of a week, an hour to the centre, six buses each way are
    /// enough, in a village as in the centre. What orders homes beyond that is what is walked every day, metre by metre from the door: to the stop and to the shop.
    /// </summary>
    public static IReadOnlyList<Criterion> All { get; } =
    [
        new UsefulDayCriterion { Name = "weekday", Weight = 4, FullAt = 50 },
        new TravelTimeCriterion { Name = "centre", Weight = 1, ArriveBy = "08:15", FullUntilMin = 60, ZeroFromMin = 120 },
        new WalkToStopCriterion { Name = "stop", Weight = 4, FullUntilM = 0, ZeroFromM = 1000 },
        new DeparturesCriterion { Name = "departures", Weight = 1, WithinM = 1000, FullAt = 12 },
        new ServiceCriterion { Name = "grocery", Weight = 3, Category = ["grocery"], Mode = TravelMode.Walk, FullUntilM = 0, ZeroFromM = 3000 },
        new ServiceCriterion { Name = "school", Weight = 1, Category = ["school"], Mode = TravelMode.Car, FullUntilM = 0, ZeroFromM = 20000 },
        new BusLineCriterion { Name = "bus_line", Weight = 0, FullUntilM = 300, ZeroFromM = 3000 },
        new ScbNearnessCriterion { Name = "scb", Weight = 0 },
    ];

    /// <summary>The criteria to measure, in order.</summary>
    /// <param name="written">The user's own; null for the standard ones.</param>
    /// <param name="books">Which sources there are.</param>
    /// <param name="hasCentre">Whether the configuration has a centre.</param>
    /// <param name="run">Where it is told what is off.</param>
    public static IReadOnlyList<Criterion> For(IReadOnlyList<Criterion>? written, Books books, bool hasCentre, Run run)
    {
        if (written is not null)
        {
            return written;
        }

        List<Criterion> usable = [];
        foreach (Criterion criterion in All)
        {
            string[] missing = [.. criterion.Needs.Where(n => !books.Has(n))];
            if (missing.Length > 0)
            {
                run.Notice(new CriterionOff(criterion.Name, string.Join(", ", missing)));
            }
            else if (criterion.NeedsCentre(books.Has("services")) && !hasCentre)
            {
                run.Notice(new CriterionWithoutCentre(criterion.Name));
            }
            else
            {
                usable.Add(criterion);
            }
        }

        return usable;
    }
}
