using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>How much slower or faster than the table a line's own trips drive.</summary>
internal static class Calibration
{
    private const double Least = 0.6;
    private const double Most = 1.3;

    /// <summary>
    /// The factor of driving times by which the trips take, in all, what they do take: their time less that of their stops, over the time of their ways by road.
    /// Within 0.6 and 1.3; 1 where that is switched off, or nothing can be told.
    /// </summary>
    public static double Of(ScenarioState state, string line, IEnumerable<int> trips)
    {
        WhatIfConfig config = state.Tools.Config;
        if (!config.Calibrate || state.Tools.Roads is null)
        {
            return 1;
        }

        if (state.SpeedFactors.TryGetValue(line, out double known))
        {
            return known;
        }

        long drivenMs = 0, takenMs = 0;
        foreach (TripCall[] calls in trips.Select(state.Edit.CallsOf).Where(c => c.All(call => state.Edit.IsPlaced(call.Post))))
        {
            for (int i = 1; i < calls.Length; i++)
            {
                drivenMs += state.Hops.Of(calls[i - 1].Post, calls[i].Post).Ms;
            }

            takenMs += ((calls[^1].ArrivalS - calls[0].DepartureS) * 1000L) - (((config.StopLossS * (calls.Length - 1L)) + (config.DwellS * (calls.Length - 2L))) * 1000);
        }

        if (drivenMs <= 0)
        {
            return 1;
        }

        double factor = Math.Round(Math.Clamp((double)takenMs / drivenMs, Least, Most), 2, MidpointRounding.AwayFromZero);
        state.SpeedFactors[line] = factor;
        state.Notice(new SpeedCalibrated(line, Math.Round((decimal)factor, 2, MidpointRounding.AwayFromZero) + 0.00m));
        return factor;
    }
}
