namespace HousingInventory.Routing.Transit;

/// <summary>
/// Takes out the trips of later sources that an earlier one has too, as when a regional and a national feed are read together: equal line name, first
/// departure and last arrival at the same times, first and last stop near each other. Only the dates that both have are taken.
/// </summary>
internal static class OverlapFilter
{
    public static void Apply(TimetableBuilder rows, TripDrafts drafts)
    {
        Dictionary<(string Line, int DepartureS, int ArrivalS), List<int>> kept = [];
        HashSet<int> counted = [];
        foreach (int draft in Enumerable.Range(0, drafts.All.Count).OrderBy(d => rows.SourceOfTrip(drafts.All[d].Row)))
        {
            (string, int, int) key = KeyOf(rows, drafts, drafts.All[draft]);
            if (!kept.TryGetValue(key, out List<int>? same))
            {
                kept.Add(key, same = []);
            }

            foreach (int earlier in same)
            {
                if (TakeSharedDates(rows, drafts, earlier, draft) && counted.Add(drafts.All[draft].Row))
                {
                    rows.CountsOf(rows.SourceOfTrip(drafts.All[draft].Row)).Overlapping++;
                }
            }

            same.Add(draft);
        }
    }

    private static bool TakeSharedDates(TimetableBuilder rows, TripDrafts drafts, int earlier, int later)
    {
        TripDrafts.Draft a = drafts.All[earlier];
        TripDrafts.Draft b = drafts.All[later];
        ServiceDates datesA = rows.Services[a.Service];
        ServiceDates datesB = rows.Services[b.Service];
        if (rows.SourceOfTrip(a.Row) == rows.SourceOfTrip(b.Row) || !datesB.Meets(datesA)
            || !Near(rows, rows.CallsOf(a.Row)[0], rows.CallsOf(b.Row)[0]) || !Near(rows, rows.CallsOf(a.Row)[^1], rows.CallsOf(b.Row)[^1]))
        {
            return false;
        }

        drafts.Narrow(later, rows.AddDerivedService(b.Service, datesB.Without(datesA)));
        return true;
    }

    private static (string Line, int DepartureS, int ArrivalS) KeyOf(TimetableBuilder rows, TripDrafts drafts, TripDrafts.Draft draft)
    {
        (int[] arrival, int[] departure) = drafts.TimesOf(draft);
        string name = rows.Lines[rows.Trips[draft.Row].Line].Name;
        return (name.Trim().ToUpperInvariant(), departure[0] + draft.ShiftS, arrival[^1] + draft.ShiftS);
    }

    private static bool Near(TimetableBuilder rows, CallRow a, CallRow b)
    {
        PostRow postA = rows.Posts[a.Post];
        PostRow postB = rows.Posts[b.Post];
        if (postA.Unplaced || postB.Unplaced)
        {
            return string.Equals(postA.Name.Trim(), postB.Name.Trim(), StringComparison.OrdinalIgnoreCase);
        }

        double dx = postA.X - postB.X;
        double dy = postA.Y - postB.Y;
        return (dx * dx) + (dy * dy) <= rows.Options.OverlapWithinM * rows.Options.OverlapWithinM;
    }
}
