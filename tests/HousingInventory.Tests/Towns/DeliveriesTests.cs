using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Towns;

/// <summary>Every kind of delivery of a small municipality of hard situations. The bench tries larger ones, ordinary ones, and more seeds.</summary>
public sealed class DeliveriesTests(DeliveriesTests.Asked asked) : IClassFixture<DeliveriesTests.Asked>
{
    public static TheoryData<string> Names => [.. Delivery.All.Select(d => d.Name)];

    [Fact]
    public void The_hard_municipality_holds_thirty_situations_and_more() => Assert.True(asked.Hard.SituationCount >= 30);

    [Theory]
    [MemberData(nameof(Names))]
    public void Few_inhabited_homes_are_listed_or_the_run_says_how_many(string name)
    {
        LinkQuality quality = LinkQuality.Of(asked.Answer(name), asked.Hard.Truth);
        Assert.True(
            quality.InhabitedPerMille <= 2 || (quality.ErrorNotices.Count > 0 && quality.ExpectedInhabited >= quality.InhabitedListed),
            $"{quality}, estimate {quality.ExpectedInhabited}, {string.Join(' ', quality.ErrorNotices)}");
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("text + property")]
    public void With_two_keys_a_row_hard_situations_are_told_right(string name)
    {
        LinkQuality quality = LinkQuality.Of(asked.Answer(name), asked.Hard.Truth);
        Assert.True(quality.Precision >= 0.98 && quality.Recall >= 0.9 && quality.InhabitedListed == 0, quality.ToString());
    }

    [Fact]
    public void Every_delivery_is_answered_as_written_down() =>
        Written.Hold("answers-hard.txt", Delivery.All.SelectMany(d => Told.Lines(d.Name, asked.Answer(d.Name), asked.Hard.Truth)));

    /// <summary>The municipality, and what the tool says of each of its deliveries: asked once for all tests.</summary>
    public sealed class Asked
    {
        private const int Seed = 3;

        private readonly Dictionary<string, Answer> _answers = [];

        internal HardTown Hard { get; } = HardTown.Make(Seed, 600);

        internal Answer Answer(string name)
        {
            if (!_answers.TryGetValue(name, out Answer? answer))
            {
                _answers[name] = answer = Delivery.All.Single(d => d.Name == name).Of(Hard.Town, Seed).Ask();
            }

            return answer;
        }
    }
}
