using System.Globalization;
using HousingInventory.Export.Html;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan.Writing;

/// <summary>
/// One line for each household from its earliest to its latest day, with a mark where it would move in. Shape tells the state as well as colour does.
/// </summary>
internal static class WeekPicture
{
    private const int Width = 960;
    private const int Left = 90;
    private const int RowHeight = 18;
    private const int Top = 26;
    private const int Most = 80;

    public static void Write(HtmlWriter html, PlanResults results, PlanWords words)
    {
        Proposal[] rows = [.. results.Placement.Proposals.Where(p => p.State != ProposalState.Keeps).Take(Most)];
        if (rows.Length == 0)
        {
            html.Element("p", words.Say("Inget hushåll behöver en bostad.", "No household needs a home."), ("class", "soft"));
            return;
        }

        DateOnly first = results.AsOf.AddDays(-(((int)results.AsOf.DayOfWeek + 6) % 7));
        DateOnly last = rows.Max(p => p.Household.LatestOn > (p.MoveIn ?? p.Household.LatestOn) ? p.Household.LatestOn : p.MoveIn ?? p.Household.LatestOn);
        int weeks = Math.Clamp((last.DayNumber - first.DayNumber + 7) / 7, 4, 26);
        double perDay = (double)(Width - Left - 10) / (weeks * 7);
        double At(DateOnly day) => Left + (perDay * Math.Clamp(day.DayNumber - first.DayNumber, 0, weeks * 7));
        int height = Top + (rows.Length * RowHeight) + 6;
        html.Element("p", words.Say(
            "Streck: från tidigaste till senaste dag. Fylld cirkel: föreslagen inflyttning. Fylld kvadrat: låst. Kryss vid senaste dagen: utan bostad.",
            "Line: from earliest to latest day. Filled disc: proposed move. Filled square: locked. Cross at the latest day: not housed."), ("class", "soft"));
        string name = words.Say(
            "Hushållens tid, vecka för vecka; samma uppgifter står i delarna 2–4.", "The households' time, week by week; parts 2 to 4 say the same.");
        html.Picture(Width, height, "chart", name, () =>
        {
            for (int week = 0; week < weeks; week++)
            {
                DateOnly monday = first.AddDays(7 * week);
                double x = At(monday);
                html.Shape("line", ("x1", Svg(x)), ("x2", Svg(x)), ("y1", Svg(Top - 6)), ("y2", Svg(height)), ("stroke", "#d5dbe1"));
                html.Element("text", words.Say("v.", "w.") + ISOWeek.GetWeekOfYear(monday.ToDateTime(default)).ToString(CultureInfo.InvariantCulture),
                    ("x", Svg(x + 2)), ("y", Svg(Top - 12)));
            }

            for (int i = 0; i < rows.Length; i++)
            {
                Row(html, rows[i], Top + (i * RowHeight) + (RowHeight / 2.0), results.AsOf, At);
            }
        });
        int more = results.Placement.Proposals.Count(p => p.State != ProposalState.Keeps) - rows.Length;
        if (more > 0)
        {
            html.Element("p", words.Say($"{more} hushåll till visas inte i bilden.", $"{more} more households are not in the picture."), ("class", "soft"));
        }
    }

    private static void Row(HtmlWriter html, Proposal proposal, double y, DateOnly asOf, Func<DateOnly, double> at)
    {
        double from = at(proposal.Household.EarliestOn ?? asOf), to = at(proposal.Household.LatestOn);
        html.Element("text", proposal.Household.Case, ("x", "4"), ("y", Svg(y + 4)));
        html.Shape("line", ("x1", Svg(Math.Min(from, to))), ("x2", Svg(to)), ("y1", Svg(y)), ("y2", Svg(y)), ("stroke", "#75818d"), ("stroke-width", "3"),
            ("stroke-linecap", "round"));
        if (proposal.State == ProposalState.NotHoused || proposal.MoveIn is not { } moveIn)
        {
            html.Shape("path", ("d", $"M{Svg(to - 4)} {Svg(y - 4)}L{Svg(to + 4)} {Svg(y + 4)}M{Svg(to - 4)} {Svg(y + 4)}L{Svg(to + 4)} {Svg(y - 4)}"),
                ("stroke", "#b33a00"), ("stroke-width", "2.5"));
        }
        else if (proposal.State == ProposalState.Locked)
        {
            html.Shape("rect", ("x", Svg(at(moveIn) - 5)), ("y", Svg(y - 5)), ("width", "10"), ("height", "10"), ("fill", "#1b2631"));
        }
        else
        {
            html.Shape("circle", ("cx", Svg(at(moveIn))), ("cy", Svg(y)), ("r", "5"), ("fill", "#0b4f8a"));
        }
    }

    private static string Svg(double value) => HtmlWords.Svg(value);
}
