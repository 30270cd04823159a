using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Export.Html;

/// <summary>What a criterion has to tell of a home, on its card: the stop and its lines, the journey, the errands that work and those that do not.</summary>
internal sealed class HomeTelling(HtmlWords words)
{
    private readonly ErrandWords _errands = new(words.Language);

    /// <summary>Writes what the criteria tell, each with its label: where one gets on, how long it takes, what can be done.</summary>
    public void Write(HtmlWriter html, IReadOnlyList<(string Label, Told Told)> all)
    {
        html.Open("div", ("class", "near"));
        foreach (ToldStop stop in all.Select(t => t.Told.Stop).OfType<ToldStop>())
        {
            Stop(html, stop);
        }

        foreach ((string label, Told told) in all.Where(t => t.Told.Journey is not null))
        {
            html.Open("div", ("class", "told")).Element("h4", WithoutUnit(label));
            Journey(html, told.Journey!);
            html.Close();
        }

        html.Close();
        foreach ((string label, Told told) in all.Where(t => t.Told.Errands.Count > 0))
        {
            Errands(html, told, WithoutUnit(label));
        }
    }

    private static string WithoutUnit(string label) => label.EndsWith(')') ? label[..label.LastIndexOf('(')].TrimEnd() : label;

    private void Stop(HtmlWriter html, ToldStop stop)
    {
        html.Open("div", ("class", "told")).Element("h4", words.Say("Närmaste hållplats", "Nearest stop")).Open("p");
        html.Element("strong", stop.Name).Text(words.Say($", {words.Number((decimal)stop.WalkM, 0)} m att gå. ", $", a walk of {words.Number((decimal)stop.WalkM, 0)} m. "));
        html.Text(stop.Lines.Count == 1 ? words.Say("Linje ", "Line ") : words.Say("Linjer ", "Lines "));
        foreach (string line in stop.Lines)
        {
            html.Element("span", line, ("class", "chip"));
        }

        html.Text(words.Say(
            $" {words.Count(stop.Departures)} avgångar en skolvardag, den första {Clock.Text(stop.FirstS)} och den sista {Clock.Text(stop.LastS)}.",
            $" {words.Count(stop.Departures)} departures on a school day, the first at {Clock.Text(stop.FirstS)} and the last at {Clock.Text(stop.LastS)}."));
        html.Close().Close();
    }

    /// <summary>A journey as a row of steps.</summary>
    private void Journey(HtmlWriter html, ToldJourney journey)
    {
        html.Open("ol", ("class", "way"));
        html.Open("li").Element("b", Clock.Text(journey.LeaveS)).Text(journey.IsHomeward ? words.Say(" därifrån", " leave") : words.Say(" hemifrån", " leave home")).Close();
        Walk(html, journey.FirstWalkS);
        foreach (ToldRide ride in journey.Rides)
        {
            html.Open("li").Element("span", ride.Line, ("class", "chip")).Element("b", Clock.Text(ride.DepartS)).Text($" {ride.From} – ");
            html.Element("b", Clock.Text(ride.ArriveS)).Text(" " + ride.To).Close();
        }

        Walk(html, journey.LastWalkS);
        html.Open("li").Element("b", Clock.Text(journey.ArriveS)).Text(journey.IsHomeward ? words.Say(" hemma", " home") : words.Say(" framme", " there")).Close().Close();
    }

    private void Walk(HtmlWriter html, int seconds)
    {
        if (seconds > 0)
        {
            html.Element("li", words.Say("gå ", "walk ") + words.Count((seconds + 59) / 60) + " min");
        }
    }

    private void Errands(HtmlWriter html, Told told, string label)
    {
        html.Open("div", ("class", "told")).Element("h4", label).Open("ul", ("class", "errands"));
        foreach (ToldErrand errand in told.Errands.OrderByDescending(e => e.Works))
        {
            html.Open("li").Element("span", errand.Works ? "✓" : "✗", ("class", errand.Works ? "yes" : "no"), ("aria-hidden", "true"));
            html.Element("span", errand.Works ? words.Say("Går: ", "Works: ") : words.Say("Går inte: ", "Does not work: "), ("class", "heard"));
            html.Text(errand.Works ? _errands.Title(errand) : $"{_errands.Title(errand)}: {_errands.Why(errand)}").Close();
        }

        html.Close();
        if (told.Best is { } best)
        {
            html.Open("p", ("class", "best")).Element("strong", words.Say("Så kan en dag se ut: ", "What a day can look like: ")).Text(_errands.Title(best)).Close();
            foreach (ToldJourney journey in ((ToldJourney?[])[best.There, best.Back]).OfType<ToldJourney>())
            {
                Journey(html, journey);
            }
        }

        html.Close();
    }
}
