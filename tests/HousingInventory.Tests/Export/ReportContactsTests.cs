using HousingInventory.Model;
using HousingInventory.Tests.Difference;

namespace HousingInventory.Tests.Export;

/// <summary>The funnel of contacts in the report, and what makes a contact resolved.</summary>
public sealed class ReportContactsTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 10);

    [Theory]
    [InlineData(FollowUpState.NotStarted, null, null)]
    [InlineData(FollowUpState.Contacted, "2026-11-01", false)] // a fresh letter
    [InlineData(FollowUpState.Contacted, "2026-05-14", false)] // 180 days
    [InlineData(FollowUpState.Contacted, "2026-05-13", true)] // 181: silence is a no
    [InlineData(FollowUpState.Interested, "2026-11-01", false)]
    [InlineData(FollowUpState.Declined, "2026-11-01", true)]
    [InlineData(FollowUpState.InUse, null, true)]
    public void A_contact_is_resolved_when_it_has_ended_or_was_silent_for_longer_than_180_days(FollowUpState state, string? contacted, bool? resolved)
    {
        Contact? contact = Contact.Of(new FollowUp("KEY", state, contacted is null ? null : DateOnly.Parse(contacted, System.Globalization.CultureInfo.InvariantCulture), null, null, null, "followup", 1), 180, AsOf);
        Assert.Equal(resolved, contact?.IsResolved);
    }

    [Fact]
    public void The_report_counts_resolved_contacts_with_their_intervals_and_names_no_count_of_one_to_four()
    {
        // 20 declined, 6 in use, 3 interested and not resolved; 2 unsuitable. 28 resolved, all answered, 8 of them wrong on the list.
        (string, string)[] said =
        [
            .. Enumerable.Range(1, 20).Select(i => ($"h{i:D2}", "declined")), .. Enumerable.Range(21, 6).Select(i => ($"h{i}", "in-use")),
            .. Enumerable.Range(27, 3).Select(i => ($"h{i}", "interested")), .. Enumerable.Range(30, 2).Select(i => ($"h{i}", "unsuitable")),
        ];
        using TwoMonths two = new();
        (new Month { Houses = Month.Row(40), Lives = ["h00"], FollowUp = said, Candidates = """ "footprintM2": null, "stopWithinM": null, "settlements": null """ }).RunIn(two.After);
        string report = two.Text("report.html");
        string section = report[report.IndexOf("id=\"contacts\"", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("</section>", StringComparison.Ordinal)];
        Assert.Contains("färre än 5 är öppna", section, StringComparison.Ordinal);
        Assert.Contains("valdes ut, de lottades inte", section, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Kontaktade</th><td class=\"n\">28</td>", section, StringComparison.Ordinal);

        // 8 of 28 is 29 %; by Wilson 15 to 47 %.
        Assert.Contains("olämpligt</th><td class=\"n\">8</td><td class=\"n\">29\u00a0%</td><td class=\"n\">15\u00a0%–47\u00a0%</td>", section, StringComparison.Ordinal);
        Assert.Contains("bostad</th><td class=\"n\">0</td><td class=\"n\">0\u00a0%</td>", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_contacts_the_report_has_no_such_section()
    {
        using TwoMonths two = new();
        (new Month { Houses = Month.Row(4), Lives = ["h00"] }).RunIn(two.After);
        Assert.DoesNotContain("id=\"contacts\"", two.Text("report.html"), StringComparison.Ordinal);
    }
}
