namespace HousingInventory.Tests.Towns;

/// <summary>Every kind of delivery of a small municipality of hard situations. The bench tries larger ones, ordinary ones, and more seeds.</summary>
public sealed class DeliveriesTests
{
    private const int Seed = 3;

    private static readonly Lazy<HardTown> Hard = new(() => HardTown.Make(Seed, 600));

    private static readonly Dictionary<string, Lazy<Answer>> Asked =
        Delivery.All.ToDictionary(d => d.Name, d => new Lazy<Answer>(() => d.Of(Hard.Value.Town, Seed).Ask()));

    public static TheoryData<string> Names => [.. Delivery.All.Select(d => d.Name)];

    /// <summary>What is true of each dwelling building.</summary>
    internal static IReadOnlyDictionary<string, (string Status, bool Hidden, string Program)> Truth => Hard.Value.Truth;

    /// <summary>What the tool says of a delivery; asked once for all tests.</summary>
    internal static Answer Answers(string name) => Asked[name].Value;

    [Fact]
    public void The_hard_municipality_holds_thirty_situations_and_more() => Assert.True(Hard.Value.SituationCount >= 30);

    [Theory]
    [MemberData(nameof(Names))]
    public void Few_inhabited_homes_are_listed_or_the_run_says_how_many(string name)
    {
        LinkQuality quality = LinkQuality.Of(Answers(name), Truth);
        Assert.True(
            quality.InhabitedPerMille <= 2 || (quality.ErrorNotices.Count > 0 && quality.ExpectedInhabited >= quality.InhabitedListed),
            $"{quality}, estimate {quality.ExpectedInhabited}, {string.Join(' ', quality.ErrorNotices)}");
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("text + property")]
    public void With_two_keys_a_row_hard_situations_are_told_right(string name)
    {
        LinkQuality quality = LinkQuality.Of(Answers(name), Truth);
        Assert.True(quality.Precision >= 0.98 && quality.Recall >= 0.9 && quality.InhabitedListed == 0, quality.ToString());
    }
}
