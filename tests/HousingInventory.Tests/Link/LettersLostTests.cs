using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

/// <summary>Written addresses of which a program has taken the rings and dots, in a town with streets that differ by these alone.</summary>
public sealed class LettersLostTests
{
    private static Town Streets(string one, string other) => new Town().WithManyOthers().House("one", 0, 0).Address("a", one, "1", 5, 5).House("other", 0, 4000).Address("b", other, "1", 5, 4005)
        .Property("PROV 1:1", (0, 0, 40, 40)).Property("PROV 1:2", (0, 4000, 40, 40));

    /// <summary>Neither name stands there letter for letter; the one with a single ring or dot less was taken.</summary>
    [Fact]
    public void Streets_that_differ_by_rings_and_dots_alone_are_as_near_to_a_text_without_them()
    {
        Answer answer = Streets("Backvägen", "Bäckvägen").Lives(2, text: "BACKVAGEN 1", property: "OKAND 1:1").Ask();
        Assert.Equal("undetermined undetermined", answer.Statuses("one", "other"));
    }

    /// <summary>Where other texts have their rings and dots, a street is what it says.</summary>
    [Theory]
    [InlineData("GRANVAGEN 4", "undetermined undetermined")]
    [InlineData("GRANVÄGEN 4", "registered nobody-registered")]
    public void A_street_letter_for_letter_may_be_another_where_no_text_has_rings_and_dots(string otherRow, string statuses)
    {
        Answer answer = Streets("Backgatan", "Bäckgatan").House("third", 200, 0).Address("c", "Granvägen", "4", 205, 5)
            .Lives(2, text: "BACKGATAN 1", code: "93100").Lives(2, text: otherRow, code: "93100").Ask();
        Assert.Equal(statuses, answer.Statuses("one", "other"));
        Assert.Equal("registered", answer.Status("third"));
    }
}
