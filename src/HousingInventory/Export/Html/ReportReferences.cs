using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Export.Html;

/// <summary>Figures that others have published, beside ours: what the configuration names, and the nearness indicator of SCB.</summary>
internal sealed class ReportReferences(Results results)
{
    private readonly HtmlWords _words = new(results.Frame.Language);
    private readonly IReadOnlyList<(HourlyReading Reading, double Persons, double Dwellings, double Candidates)> _nearness = [.. ReportNearness.Shares(results)];

    /// <summary>Whether there is anything to compare.</summary>
    public bool Any => results.Rules.References.Count > 0 || _nearness.Count > 0;

    public void Write(HtmlWriter html)
    {
        if (results.Rules.References.Count > 0)
        {
            Named(html);
        }

        if (_nearness.Count > 0)
        {
            Nearness(html);
        }
    }

    private string Say(string sv, string en) => _words.Say(sv, en);

    private void Named(HtmlWriter html)
    {
        long ours = results.Flags.Status.Count(s => s == Status.NobodyRegistered);
        html.Element("p", Say(
            "Siffrorna mäter inte samma sak; de ska ligga i samma storleksordning.", "The figures do not measure the same thing; they should be of the same order of magnitude."));
        html.WideTable(
            [Say("Publicerad uppgift", "Published figure"), "#" + Say("Värde", "Value"), "#" + Say("Våra hus utan folkbokförda", "Our houses with nobody registered"), "#" + Say("Vårt i förhållande", "Ours in relation")],
            () =>
            {
                foreach (ReferenceConfig reference in results.Rules.References)
                {
                    html.Row(reference.Label, Published(reference.Value), _words.Count(ours), reference.Value > 0 ? _words.Percent(ours / reference.Value) : "–");
                }
            });
    }

    private void Nearness(HtmlWriter html)
    {
        html.Element("h3", Say("Närhet till kollektivtrafik så som SCB mäter", "Nearness to transit as SCB measures it"));
        html.Element("p", Say(
            "SCB, Boverket och Kolada (N07418) redovisar hur stor del av befolkningen som har högst 500 m fågelvägen till en hållplats med minst en avgång i timmen vardagar 06–20. Här är samma andel räknad på underlaget i den här rapporten, att lägga bredvid kommunens publicerade. Hur SCB räknar en avgång i timmen är inte publicerat, därför två läsningar.",
            "SCB, Boverket and Kolada (N07418) publish the share of the population within 500 m, straight, of a stop with at least one departure an hour on weekdays 06–20. This is the same share by the data of this report, to lay beside the municipality's published one. How SCB counts one departure an hour is not published, hence two readings."));
        html.WideTable(
            [Say("En avgång i timmen", "One departure an hour"), "#" + Say("Folkbokförda", "Registered persons"), "#" + Say("Bostadsbyggnader", "Dwelling buildings"), "#" + Say("Kandidater", "Candidates")],
            () =>
            {
                foreach ((HourlyReading reading, double persons, double dwellings, double candidates) in _nearness)
                {
                    html.Row(
                        reading == HourlyReading.Every ? Say("i var och en av de 14 timmarna", "in each of the 14 hours") : Say("i genomsnitt, minst 14 avgångar", "on average, at least 14 departures"),
                        _words.Percent(persons), _words.Percent(dwellings), _words.Percent(candidates));
                }
            });
    }

    private string Published(double value) => Math.Abs(value) < 1e15 ? _words.Number((decimal)value, value == Math.Floor(value) ? 0 : 1) : "–";
}
