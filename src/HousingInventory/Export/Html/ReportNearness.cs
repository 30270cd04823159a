using HousingInventory.Model;
using HousingInventory.Routing.Spatial;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Export.Html;

/// <summary>
/// The municipality by the nearness indicator that SCB, Boverket and Kolada publish: who lives within 500 m, straight, of a stop with a departure an hour. Only
/// shares of the whole municipality, to lay beside the published ones.
/// </summary>
internal static class ReportNearness
{
    private const double LimitM = 500;

    /// <summary>By reading of "one departure an hour": the shares, 0 to 1, of registered persons, dwelling buildings and candidates; NaN where there are none.</summary>
    public static IEnumerable<(HourlyReading Reading, double Persons, double Dwellings, double Candidates)> Shares(Results results)
    {
        if (results.Surroundings.Transit is not { } transit || transit.Choice[ServiceDayType.Term].Date is not { } date)
        {
            yield break;
        }

        WindowTraffic[] traffic = WindowTraffic.Departures(DayTrips.On(transit.Timetable, date), ScbNearness.WindowFromS, ScbNearness.WindowUntilS);
        StopTable stops = transit.Timetable.Stops;
        foreach (HourlyReading reading in (HourlyReading[])[HourlyReading.Every, HourlyReading.Average])
        {
            (double X, double Y)[] served = [.. Enumerable.Range(0, traffic.Length).Where(s => stops.IsPlaced(s) && ScbNearness.IsServed(traffic[s], reading)).Select(stops.MidpointOf)];
            PointGrid grid = new([.. served.Select(s => s.X)], [.. served.Select(s => s.Y)]);
            bool[] near = [.. results.Registers.Buildings.Select(b => grid.Nearest(b.House.X, b.House.Y, LimitM).Found)];
            yield return (
                reading, Share(near, b => results.Linkage.Residents[b]), Share(near, b => results.Flags.Status[b] == Status.NotHousing ? 0 : 1),
                (double)results.Flags.Candidates.Count(c => near[c]) / results.Flags.Candidates.Count);
        }
    }

    private static double Share(bool[] near, Func<int, long> weight)
    {
        (double within, double all) = (0, 0);
        for (int building = 0; building < near.Length; building++)
        {
            within += near[building] ? weight(building) : 0;
            all += weight(building);
        }

        return within / all;
    }
}
