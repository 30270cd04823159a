using HousingInventory.Model;

namespace HousingInventory.Tests.Import;

public sealed class ComposedTests
{
    [Theory]
    [InlineData("A\u030Akerva\u0308gen", "Åkervägen")]
    [InlineData("O\u0308BY", "ÖBY")]
    [InlineData("Linne\u0301gatan", "Linnégatan")]
    [InlineData("Storgatan 1", "Storgatan 1")]
    [InlineData("\u0308x", "\u0308x")]
    public void Letters_and_their_marks_are_joined_without_a_culture_database(string delivered, string read) =>
        Assert.Equal(read, Composed.Of(delivered));
}
