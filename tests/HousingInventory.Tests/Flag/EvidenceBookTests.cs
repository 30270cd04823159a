using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

/// <summary>What each kind of evidence says of a home, and which home a key means.</summary>
public sealed class EvidenceBookTests
{
    private static readonly DateOnly Extracted = new(2026, 11, 10);

    private static Town Homes() => new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("home", 10, 10).Address("a", "Exempelgatan", "1", 15, 15)
        .Property("EXEMPEL 1:2", (50, 0, 50, 50)).House("other", 60, 10).Address("b", "Exempelgatan", "2", 65, 15);

    private static EvidenceBook Of(Answer answer, Run run, params Evidence[] papers) => new(answer.Registers, papers, answer.Linkage, Extracted, run);

    [Theory]
    [InlineData("waste", true)]
    [InlineData("water", true)]
    [InlineData("electricity", true)]
    [InlineData("review", false)]
    [InlineData("owner", false)]
    [InlineData("households", false)]
    public void Every_kind_tells_of_use_and_of_disuse_and_meters_and_waste_tell_of_use_today(string kind, bool saysInUse)
    {
        Answer answer = Homes().Ask();
        (int home, int other) = (answer.Index("home"), answer.Index("other"));
        EvidenceBook normal = Of(answer, new Run(), new Evidence("home", kind, "normal", "papers", 1));
        Assert.Equal((true, false, saysInUse), (normal.SaysUsed(home), normal.SaysUnused(home), normal.SaysInUse(home)));
        Assert.Equal((true, false), (normal.Has(home, kind, "normal"), normal.Has(home, kind, "none")));
        Assert.Equal((false, false, false), (normal.SaysUsed(other), normal.SaysUnused(other), normal.SaysInUse(other)));

        EvidenceBook none = Of(answer, new Run(), new Evidence("home", kind, "none", "papers", 1));
        Assert.Equal((false, true, false), (none.SaysUsed(home), none.SaysUnused(home), none.SaysInUse(home)));

        // One that says so is enough against any that say nobody does; said twice it is said.
        string against = kind == "waste" ? "water" : "waste";
        EvidenceBook both = Of(
            answer, new Run(), new Evidence("home", kind, "normal", "papers", 1), new Evidence("home", against, "none", "papers", 2), new Evidence("home", kind, "normal", "papers", 3));
        Assert.Equal((true, false, saysInUse), (both.SaysUsed(home), both.SaysUnused(home), both.SaysInUse(home)));
        Assert.True(both.Has(home, against, "none"));

        EvidenceBook season = Of(answer, new Run(), new Evidence("home", kind, "season", "papers", 1));
        Assert.Equal((false, false, false), (season.SaysUsed(home), season.SaysUnused(home), season.SaysInUse(home)));
    }

    [Fact]
    public void Other_kinds_tell_nothing_of_use()
    {
        Answer answer = Homes().Ask();
        int home = answer.Index("home");
        EvidenceBook book = Of(answer, new Run(), new Evidence("home", "tax-code", "normal", "papers", 1), new Evidence("home", "tax-code", "none", "papers", 2));
        Assert.Equal((false, false, false), (book.SaysUsed(home), book.SaysUnused(home), book.SaysInUse(home)));
    }

    [Fact]
    public void A_review_of_no_home_is_told_and_other_evidence_of_none_is_not()
    {
        Answer answer = Homes().Ask();
        Run run = new();
        _ = Of(answer, run, new Evidence("nobody", "review", "none", "letters", 7), new Evidence("nobody", "waste", "none", "waste", 8), new Evidence("home", "review", "none", "letters", 9));
        Notice notice = Assert.Single(run.Notices.Samples);
        Assert.Equal(("letters", 7L), (notice.Source, notice.Row));
        Assert.IsType<UnknownReview>(notice);
    }

    [Fact]
    public void An_extract_of_the_first_year_of_the_calendar_has_no_half_year_before_it()
    {
        Answer answer = Homes().Ask();
        EvidenceBook book = new(answer.Registers, [new Evidence("home", "water", "normal", "papers", 1, new DateOnly(1, 2, 1))], answer.Linkage, new DateOnly(1, 2, 1), new Run());
        Assert.True(book.SaysInUse(answer.Index("home")));
    }

    [Theory]
    [InlineData("home")]
    [InlineData("HOME")]
    [InlineData("a")]
    [InlineData("Exempelgatan 1")]
    [InlineData("EXEMPELGATAN 1")]
    [InlineData("EXEMPEL 1:1")]
    [InlineData("Exempel 1:1")]
    [InlineData("pEXEMPEL1x1")]
    [InlineData(null)]
    public void A_key_of_any_kind_means_the_home(string? key)
    {
        Answer answer = Homes().Ask();
        key ??= " " + Ref.Of("home").ToLowerInvariant() + " ";
        EvidenceBook book = Of(answer, new Run(), new Evidence(key, "water", "none", "papers", 1));
        Assert.Equal((true, false), (book.SaysUnused(answer.Index("home")), book.SaysUnused(answer.Index("other"))));
    }

    [Theory]
    [InlineData("EXEMPEL 1:3")]
    [InlineData("Exempelgatan 3")]
    [InlineData("c")]
    [InlineData("Exempelgtan 1")]
    public void A_key_that_means_several_houses_or_fits_loosely_means_none(string key)
    {
        // Two houses on a property, and a number that both of two houses bear.
        Answer answer = Homes().Property("EXEMPEL 1:3", (0, 100, 90, 50)).House("first", 10, 110).House("second", 60, 110)
            .Address("c", "Exempelgatan", "3", 40, 140, buildings: ["first", "second"]).Ask();
        EvidenceBook book = Of(answer, new Run(), new Evidence(key, "water", "none", "papers", 1));
        Assert.DoesNotContain(answer.Registers.Buildings, b => book.SaysUnused(b.Index));
    }
}
