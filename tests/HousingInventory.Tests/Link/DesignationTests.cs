using HousingInventory.Link;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Link;

public sealed class DesignationTests
{
    private readonly PropertyBook _book = new(
    [
        Property("EXEMPELBYN 1:2", "2482"), Property("EXEMPELBYN 1:22", "2482"), Property("ÖSTRA EXEMPELBYN S:1", "2482"), Property("BJÖRNEN 3", "2482"),
        Property("EXEMPELBYN 1:2", "2480"), Property("LÅNGA 3", null),
    ]);

    [Theory]
    [InlineData("EXEMPELBYN 1:2", 2482, "0")]
    [InlineData("Exempelbyn 1:2", 2480, "4")]
    [InlineData("EXEMPELBYN 1:2", 0, "0 4")]
    [InlineData(" exempelbyn  1 : 2 ", 2482, "0")]
    [InlineData("EXEMPELBYN 1:2>1", 2482, "0")]
    [InlineData("EXEMPEL-BYN 1:2", 2482, "0")]
    [InlineData("SKELLEFTEÅ EXEMPELBYN 1:2", 2482, "0")]
    [InlineData("EXEMPELBYN 1:22", 2482, "1")]
    [InlineData("ÖSTRA EXEMPELBYN S:1", 2482, "2")]
    [InlineData("KV BJÖRNEN 3", 2482, "3")]
    [InlineData("Kv. Björnen 3", 2482, "3")]
    [InlineData("SKELLEFTEÅ BJÖRNEN 3", 2482, "3")]
    [InlineData("SKELLEFTEÅ KOMMUN EXEMPELBYN 1:2", 2482, "0")]
    [InlineData("UMEÅ EXEMPELBYN 1:2", 0, "0 4")]
    [InlineData("NORRA EXEMPELBYN 1:2", 2482, "")]
    [InlineData("GAMMEL EXEMPELBYN 1:2", 2482, "")]
    [InlineData("STORA BJÖRNEN 3", 2482, "")]
    [InlineData("NORA EXEMPELBYN 1:2", 2482, "")]
    [InlineData("LÅNGA 3", 2482, "5")]
    [InlineData("LANGA 3", 2482, "")]
    [InlineData("EXEMPELBYN 1:3", 2482, "")]
    [InlineData("EXEMPELBYN", 2482, "")]
    [InlineData("", 2482, "")]
    public void A_designation_finds_its_property(string text, int municipality, string expected)
    {
        List<int> found = [];
        _book.FindDesignation(text, municipality, found);
        Assert.Equal(expected, string.Join(' ', found.Order()));
    }

    [Fact]
    public void A_tract_is_known_by_any_of_its_properties()
    {
        Assert.Equal(_book.TractOf[0], _book.FindTract("EXEMPELBYN 99:1"));
        Assert.Equal(-1, _book.FindTract("OKÄNDBYN 1:1"));
    }

    private static Property Property(string designation, string? municipality) => new() { Designation = designation, Municipality = municipality, Area = Polygon.Empty };
}
