using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>Counts of rows whose keys lead to different homes.</summary>
public sealed class DisagreementsTests
{
    private static readonly Disagreement SameText = new(true, HouseIndex.None, false, null);
    private static readonly Disagreement OtherText = new(true, new HouseIndex(1), false, null);
    private static readonly Disagreement SameProperty = new(false, HouseIndex.None, true, null);
    private static readonly Disagreement OtherProperty = new(false, HouseIndex.None, true, [new HouseIndex(2)]);

    /// <summary>More than three in a hundred by text, of at least twenty.</summary>
    [Theory]
    [InlineData(97, 3, 0, 0)]
    [InlineData(96, 4, 4, 100)]
    [InlineData(18, 1, 0, 0)]
    [InlineData(19, 1, 1, 20)]
    [InlineData(0, 20, 20, 20)]
    public void By_text_more_than_three_in_a_hundred_are_many(int same, int other, long persons, long of)
    {
        Disagreements counted = new(3);
        counted.Enter(SameText, same);
        counted.Enter(OtherText, other);
        Assert.Equal((persons, of), counted.TooMany);
        Assert.False(counted.IsDoubted(1));
    }

    /// <summary>More than fifteen in a hundred by property; then the property's homes are doubted.</summary>
    [Theory]
    [InlineData(85, 15, false)]
    [InlineData(84, 16, true)]
    [InlineData(10, 9, false)]
    [InlineData(10, 10, true)]
    public void By_property_more_than_fifteen_in_a_hundred_are_many_and_doubt_its_homes(int same, int other, bool many)
    {
        Disagreements counted = new(3);
        counted.Enter(SameProperty, same);
        counted.Enter(OtherProperty, other);
        Assert.Equal(many ? (other, same + other) : (0L, 0L), counted.TooMany);
        Assert.Equal((false, many), (counted.IsDoubted(1), counted.IsDoubted(2)));
    }

    [Fact]
    public void What_several_threads_entered_adds_up()
    {
        Disagreements one = new(3), two = new(3);
        one.Enter(SameText, 30);
        one.Enter(OtherText, 2);
        one.Enter(SameProperty, 10);
        two.Enter(SameText, 20);
        two.Enter(OtherText, 3);
        two.Enter(SameProperty, 4);
        two.Enter(OtherProperty, 7);
        one.Add(two);
        Assert.Equal((5, 55), one.TooMany);
        Assert.Equal((false, false, true), (one.IsDoubted(0), one.IsDoubted(1), one.IsDoubted(2)));

        // Marks of both stay, whoever is added to whom.
        one.Add(new Disagreements(3));
        Assert.True(one.IsDoubted(2));
        one.Add(two);
        Assert.True(one.IsDoubted(2));
    }
}
