using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>What a key of the withheld list may mean, as officers write it.</summary>
public sealed class WithheldFormsTests
{
    /// <summary>Spans name all between, up to a hundred numbers; one that ends where it begins, or before, names its first alone.</summary>
    [Theory]
    [InlineData("EXEMPELBYN 1:2-5", "EXEMPELBYN 1:2,EXEMPELBYN 1:3,EXEMPELBYN 1:4,EXEMPELBYN 1:5")]
    [InlineData("EXEMPELBYN 1:2-1:4", "EXEMPELBYN 1:2,EXEMPELBYN 1:3,EXEMPELBYN 1:4")]
    [InlineData("EXEMPELBYN 1:2-2", "EXEMPELBYN 1:2")]
    [InlineData("EXEMPELBYN 1:5-2", "EXEMPELBYN 1:5")]
    [InlineData("Exempelgatan 3-5", "Exempelgatan 3,Exempelgatan 4,Exempelgatan 5")]
    [InlineData("HJORTEN 3-4", "HJORTEN 3,HJORTEN 4")]
    [InlineData("EXEMPELBYN 1:2 och 3", "EXEMPELBYN 1:2,EXEMPELBYN 1:3")]
    [InlineData("EXEMPELBYN 1:2, 2:3 och 4", "EXEMPELBYN 1:2,EXEMPELBYN 2:3,EXEMPELBYN 2:4")]
    [InlineData("EXEMPELBYN S:1 och 2", "EXEMPELBYN S:1,EXEMPELBYN S:2")]
    public void Spans_and_lists_name_every_member(string text, string members)
    {
        IReadOnlyList<string> forms = WithheldForms.Of(text);
        Assert.All(members.Split(','), member => Assert.Contains(member, forms));
        string last = members.Split(',')[^1];
        int next = int.Parse(last.Split(' ', ':')[^1], System.Globalization.CultureInfo.InvariantCulture) + 1;
        Assert.DoesNotContain(last[..(last.LastIndexOfAny([' ', ':']) + 1)] + next, forms);
    }

    [Theory]
    [InlineData("EXEMPELBYN 1:1-101", 101)]
    [InlineData("EXEMPELBYN 1:1-102", 1)]
    public void A_span_has_a_hundred_numbers_at_most(string text, int members) =>
        Assert.Equal(members, WithheldForms.Of(text).Count(f => f.StartsWith("EXEMPELBYN 1:", StringComparison.Ordinal) && !f.Contains('-', StringComparison.Ordinal)));
}
