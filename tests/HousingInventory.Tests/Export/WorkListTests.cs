using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Model;
using HousingInventory.Rank;

namespace HousingInventory.Tests.Export;

public sealed class WorkListTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Fact]
    public void Every_candidate_has_a_row_and_a_place_and_the_shortlisted_have_cards()
    {
        string page = Page(c => c with { Shortlist = new ShortlistConfig { Top = 3 } });
        int candidates = sample.Results.Flags.Candidates.Count;
        Assert.True(candidates > 3);
        Assert.Equal(candidates, page.Split("<tr ").Count(r => r.Contains(" data-loc=", StringComparison.Ordinal)));
        Assert.Equal(candidates, Occurrences(page, " data-x="));
        Assert.Equal(3, Occurrences(page, "<article "));
        Assert.Equal(3, Occurrences(page, "href=\"#h"));
    }

    [Fact]
    public void Buildings_with_somebody_registered_are_not_on_the_page()
    {
        string page = Page(c => c);
        foreach (Building building in sample.Results.Registers.Buildings.Where(b => sample.Results.Flags.Status[b.Index] == Status.Registered))
        {
            Assert.DoesNotContain(Ref.Of(building.Id), page, StringComparison.Ordinal);
            Assert.DoesNotContain(building.Id, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Language.Sv, "Arbetsmaterial", "lang=\"sv\"")]
    [InlineData(Language.En, "Working material", "lang=\"en\"")]
    public void The_page_is_marked_as_working_material_and_asks_the_network_for_nothing(Language language, string mark, string lang)
    {
        string page = Page(c => c with { Language = language });
        Assert.Contains(mark, page, StringComparison.Ordinal);
        Assert.Contains(lang, page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_title_stays_text_and_the_bytes_are_the_same_twice()
    {
        string page = Page(c => c with { Title = "</title><script>x</script>" });
        Assert.Equal(1, Occurrences(page, "<script>"));
        Assert.Equal(page, Page(c => c with { Title = "</title><script>x</script>" }));
    }

    private string Page(Func<InventoryConfig, InventoryConfig> change) => Encoding.UTF8.GetString(new WorkList(sample.Table(change)).ToBytes());

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
