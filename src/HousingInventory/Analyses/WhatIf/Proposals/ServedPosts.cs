using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Proposals;

/// <summary>A post from which a line could go on, or make a detour.</summary>
/// <param name="Post">The post.</param>
/// <param name="Group">The line: of several the one with most trips there.</param>
/// <param name="IsTerminal">Whether trips begin or end there: then it is extended, else it makes a detour.</param>
/// <param name="Trips">The trips that would: each way those that leave nearest 07:00, 08:00, 15:30 and 17:00.</param>
internal sealed record ServedPost(int Post, int Group, bool IsTerminal, TripChoice Trips)
{
    private static readonly int[] WantedS = [7 * 3600, 8 * 3600, (15 * 3600) + 1800, 17 * 3600];

    /// <summary>Every post with a place and ordinary trips on the term day, ascending.</summary>
    public static IReadOnlyList<ServedPost> All(TripBook book)
    {
        SortedDictionary<int, Dictionary<int, (List<int> Ending, List<int> Passing)>> calling = [];
        foreach (int trip in book.Named.Where(t => book.Edit.Runs(t, ServiceDayType.Term)))
        {
            TripCall[] calls = book.Calls(trip);
            for (int i = 0; i < calls.Length; i++)
            {
                if ((calls[i].Board == TrafficKind.Ordinary || calls[i].Alight == TrafficKind.Ordinary) && book.Edit.IsPlaced(calls[i].Post))
                {
                    (List<int> ending, List<int> passing) = Of(calls[i].Post, book.Group(trip));
                    (i == 0 || i == calls.Length - 1 ? ending : passing).Add(trip);
                }
            }
        }

        return [.. calling.Select(p => Best(book, p.Key, p.Value))];

        (List<int> Ending, List<int> Passing) Of(int post, int group)
        {
            Dictionary<int, (List<int>, List<int>)> lines =
                calling.TryGetValue(post, out Dictionary<int, (List<int>, List<int>)>? known) ? known : calling[post] = [];
            return lines.TryGetValue(group, out (List<int>, List<int>) of) ? of : lines[group] = ([], []);
        }
    }

    private static ServedPost Best(TripBook book, int post, Dictionary<int, (List<int> Ending, List<int> Passing)> lines)
    {
        (int group, (List<int> ending, List<int> passing)) =
            lines.OrderByDescending(l => l.Value.Ending.Count + l.Value.Passing.Count).ThenBy(l => l.Key).First();

        // Trips that end there go one way and those that begin the other, whatever the timetable says of directions.
        bool isTerminal = ending.Count > 0;
        IEnumerable<IEnumerable<int>> ways = isTerminal
            ? ending.GroupBy(t => book.Calls(t)[0].Post == post) : passing.GroupBy(book.Direction);
        IEnumerable<int> starts = ways.SelectMany(
            way => WantedS.Select(wanted => way.Select(book.Start).OrderBy(s => Math.Abs(s - wanted)).ThenBy(s => s).First()));
        return new ServedPost(post, group, isTerminal, TripChoice.Of(starts.Distinct().Order().Select(s => Clock.Text(s)!)));
    }
}
