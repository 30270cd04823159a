using HousingInventory.Model;

namespace HousingInventory.Tests.Import;

public sealed class KeptIdTests
{
    private static readonly string?[] Texts =
    [
        "909a6a63-87ef-90ec-e040-ed8f66444c3f", "0000000a-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000", "909A6A63-87EF-90EC-E040-ED8F66444C3F",
        "909a6a63-87ef-90ec-e040-ed8f66444c3e", "109a6a63-87ef-90ec-e040-ed8f66444c3f", "909a6a6387ef90ece040ed8f66444c3f", "{909a6a63-87ef-90ec-e040-ed8f66444c3f}",
        "909a6a63-87ef-f0ec-e040-ed8f66444c3f", "909a6a63-f7ef-10ec-e040-ed8f66444c3f", "909a6a63-87ef-90ec-e040-ed8f66444c3", "2482-1", "way/123", " ", "", null,
    ];

    [Fact]
    public void What_is_kept_comes_back_letter_by_letter()
    {
        foreach (string? text in Texts)
        {
            KeptId id = KeptId.Of(text);
            Assert.Equal((text, text is null, IdKey.Of(text)), (id.Text, id.IsNone, id.Key));
            Assert.Equal(string.IsNullOrEmpty(text) ? null : text, KeptId.Of(text.AsSpan()).Text);
        }
    }

    [Fact]
    public void The_order_is_that_of_the_texts() => Assert.Equal(
        Texts.Order(StringComparer.Ordinal), Texts.Select(t => KeptId.Of(t)).Order().Select(static i => i.Text));
}
