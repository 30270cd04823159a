using HousingInventory.Model;

namespace HousingInventory.Export.Html;

/// <summary>How the contacts with owners have gone: a funnel of those that are resolved, so that fresh letters do not count as refusals.</summary>
internal sealed class ReportContacts
{
    private readonly Contact[] _resolved;
    private readonly int _open;

    public ReportContacts(Results results)
    {
        Contact[] all = [.. results.Flags.FollowUps.Values.Select(f => Contact.Of(f, results.Rules.SilentAfterDays, results.Frame.AsOf)).OfType<Contact>()];
        _resolved = [.. all.Where(static c => c.IsResolved)];
        _open = all.Length - _resolved.Length;
    }

    /// <summary>Whether anybody has been contacted.</summary>
    public bool Any => _resolved.Length + _open > 0;

    public void Write(HtmlWriter html, HtmlWords words)
    {
        html.Element("p", words.Say(
            $"De kontaktade husen valdes ut, de lottades inte: andelarna gäller dem och inte alla hus på listan. Bara avgjorda kontakter räknas; {Told(words, _open)} är öppna.",
            $"The contacted homes were chosen, not drawn: the shares hold for them and not for all homes on the list. Only resolved contacts count; {Told(words, _open)} are open."));
        html.WideTable(
            [words.Say("Steg", "Step"), "#" + words.Say("Hus", "Homes"), "#" + words.Say("Andel av de kontaktade", "Share of those contacted"), "#" + words.Say("95 procents intervall", "95 per cent interval")],
            () =>
            {
                Row(words.Say("Kontaktade", "Contacted"), static _ => true);
                Row(words.Say("Ägaren har svarat", "The owner has answered"), static c => c.HasAnswered);
                Row(words.Say("Intresserad, eller huset besett", "Interested, or the house seen"), static c => c.IsInterested || c.IsSeen);
                Row(words.Say("Huset besett", "The house seen"), static c => c.IsSeen);
                Row(words.Say("Har blivit en bostad", "Has become a home"), static c => c.GaveHome);
                Row(words.Say("Fel på listan: används eller olämpligt", "Wrong on the list: in use or unsuitable"), static c => c.WasWronglyListed);
            });

        void Row(string label, Func<Contact, bool> counts)
        {
            Wilson share = new(_resolved.Count(counts), _resolved.Length);
            bool isFew = share.Right is > 0 and < LocalityCount.Fewest || share.Of is > 0 and < LocalityCount.Fewest;
            html.Row(label, Told(words, share.Right), isFew || share.Of == 0 ? "–" : words.Percent(share.Share), isFew || share.Of == 0 ? "–" : $"{words.Percent(share.Low)}–{words.Percent(share.High)}");
        }
    }

    private static string Told(HtmlWords words, int count) => count is > 0 and < LocalityCount.Fewest ? words.Say("färre än 5", "under 5") : words.Count(count);
}
