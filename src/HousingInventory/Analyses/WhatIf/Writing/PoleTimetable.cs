using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>A block of a timetable: one line, one way, one set of days; stops down, trips across.</summary>
/// <param name="Line">Name of the line.</param>
/// <param name="Towards">Name of the last stop.</param>
/// <param name="Days">Types of day.</param>
/// <param name="Stops">Names of the stops, in order.</param>
/// <param name="Trips">For each trip the time at each stop; null where it does not call.</param>
internal sealed record PoleBlock(string Line, string Towards, string Days, IReadOnlyList<string> Stops, IReadOnlyList<IReadOnlyList<string?>> Trips);

/// <summary>The changed trips of a scenario, as on a pole.</summary>
internal static class PoleTimetable
{
    /// <summary>The blocks, by line, way and days.</summary>
    public static IReadOnlyList<PoleBlock> Of(ScenarioState state)
    {
        TimetableEdit edit = state.Edit;
        var changed = Enumerable.Range(0, edit.TripCount).Where(edit.HasOwnCalls)
            .Select(t => (Trip: t, Calls: edit.CallsOf(t), Days: string.Join(", ", edit.Days.Known.Where(d => edit.Runs(t, d)).Select(d => DayName(d, state.Tools.Language)))))
            .Where(t => t.Days.Length > 0)
            .GroupBy(t => (Line: state.LineName(edit.GroupOf(edit.LineOf(t.Trip))), Towards: edit.NameOf(t.Calls[^1].Post), t.Days))
            .OrderBy(g => g.Key.Line, StringComparer.Ordinal).ThenBy(g => g.Key.Towards, StringComparer.Ordinal).ThenBy(g => g.Key.Days, StringComparer.Ordinal);
        List<PoleBlock> blocks = [];
        foreach (var group in changed)
        {
            TripCall[][] trips = [.. group.OrderBy(t => t.Calls[0].DepartureS).ThenBy(t => t.Trip).Select(t => t.Calls)];
            List<int> stops = Stops(trips);
            blocks.Add(new PoleBlock(group.Key.Line, group.Key.Towards, group.Key.Days, [.. stops.Select(edit.NameOf)], [.. trips.Select(calls => Times(calls, stops))]));
        }

        return blocks;
    }

    public static WrittenFile Write(ScenarioState state, string folder, Language language)
    {
        string name = $"timetable-{state.Name}.csv";
        IReadOnlyList<PoleBlock> blocks = Of(state);
        int across = blocks.Select(b => b.Trips.Count).DefaultIfEmpty().Max();
        using FileStream stream = File.Create(Path.Combine(folder, name));
        using CsvTableWriter csv = new(
            stream, language == Language.Sv ? CsvDialect.Swedish : CsvDialect.English,
            [.. language == Language.Sv ? (string[])["Linje", "Mot", "Dagar", "Hållplats"] : ["Line", "Towards", "Days", "Stop"], .. Enumerable.Range(1, across).Select(i => FormattableString.Invariant($"{i}"))]);
        long rows = 0;
        foreach (PoleBlock block in blocks)
        {
            for (int stop = 0; stop < block.Stops.Count; stop++, rows++)
            {
                csv.Text(block.Line);
                csv.Text(block.Towards);
                csv.Text(block.Days);
                csv.Text(block.Stops[stop]);
                for (int trip = 0; trip < across; trip++)
                {
                    csv.Text(trip < block.Trips.Count ? block.Trips[trip][stop] : null);
                }

                csv.EndRow();
            }
        }

        return WrittenFile.Of(name, rows);
    }

    public static string DayName(ServiceDayType type, Language language) => (type, language) switch
    {
        (ServiceDayType.Term, Language.Sv) => "skolvardag mån–tors",
        (ServiceDayType.Holiday, Language.Sv) => "lovvardag",
        (ServiceDayType.Friday, Language.Sv) => "fredag",
        (ServiceDayType.Saturday, Language.Sv) => "lördag",
        (ServiceDayType.Sunday, Language.Sv) => "söndag",
        (ServiceDayType.Term, _) => "term Mon–Thu",
        (ServiceDayType.Holiday, _) => "holiday",
        (ServiceDayType.Friday, _) => "Friday",
        (ServiceDayType.Saturday, _) => "Saturday",
        _ => "Sunday",
    };

    /// <summary>All posts in an order that fits every trip, as far as there is one: of the longest trip, with those of others behind their predecessors.</summary>
    private static List<int> Stops(TripCall[][] trips)
    {
        List<int> stops = [];
        foreach (TripCall[] calls in trips.OrderByDescending(t => t.Length))
        {
            int at = 0;
            foreach (TripCall call in calls)
            {
                int known = stops.IndexOf(call.Post, at);
                at = known >= 0 ? known + 1 : at + 1;
                if (known < 0)
                {
                    stops.Insert(at - 1, call.Post);
                }
            }
        }

        return stops;
    }

    private static List<string?> Times(TripCall[] calls, List<int> stops)
    {
        List<string?> times = [];
        int next = 0;
        foreach (int stop in stops)
        {
            times.Add(next < calls.Length && calls[next].Post == stop ? Clock.Text(calls[next].DepartureS) : null);
            next += times[^1] is null ? 0 : 1;
        }

        return times;
    }
}
