using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>How many homes the rows stand for that found none.</summary>
public sealed class AstrayTests
{
    private static readonly HouseholdSizes Sizes = new(0.4, 2);

    private static Placement Nowhere(int area = 0, int name = -1, bool lacksNumber = false, int writing = 0) =>
        Placement.Unlinked(UnlinkedReason.AddressUnknown) with { Area = area, Name = name, LacksNumber = lacksNumber, Writing = writing };

    /// <summary>With 40 of 100 households of one person, 6 others have 4 singles beside them; the fifth and sixth single are persons of households: 0.4 of 2 a home each.</summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(4, 6, 4)]
    [InlineData(2, 6, 2)]
    [InlineData(6, 6, 4.4)]
    [InlineData(10, 0, 2)]
    public void Singles_beside_whole_households_live_alone_in_their_ratio(long singles, long households, double homes) =>
        Assert.Equal(homes, Sizes.HomesOfSingles(singles, households), 9);

    [Fact]
    public void Where_everybody_lives_alone_every_single_is_a_home()
    {
        Assert.Equal(7, new HouseholdSizes(1, 1).HomesOfSingles(7, 0));
        Assert.Equal(3.5, new HouseholdSizes(0.5, 0.5).HomesOfSingles(7, 0), 9);
        Assert.Equal(0, new HouseholdSizes(0, 3).HomesOfSingles(7, 2), 9);
    }

    [Fact]
    public void Rows_are_counted_by_area_street_and_keys()
    {
        Astray astray = new();
        astray.Enter(Nowhere(93100), KeyKinds.Text, 3);
        astray.Enter(Nowhere(93100), KeyKinds.Text, 2);
        astray.Enter(Nowhere(93100), KeyKinds.Property, 2);
        astray.Enter(Nowhere(93131, name: 5, lacksNumber: true), KeyKinds.Text, 4);
        // A name alone is no street whose number is missing.
        astray.Enter(Nowhere(93131, name: 6), KeyKinds.Text, 4);
        Assert.Equal(15, astray.Persons);
        Assert.Equal(
            [((93100, -1, KeyKinds.Text), 2.0), ((93100, -1, KeyKinds.Property), 1.0), ((93131, -1, KeyKinds.Text), 1.0), ((93131, 5, KeyKinds.Text), 1.0)],
            astray.Homes(Sizes).Select(h => (h.Key, h.Value)));
        Assert.Equal(1, astray.HomesPerRow(Sizes));
    }

    /// <summary>Rows of one writing are one home, whatever their persons; a single row of it stays what it is.</summary>
    [Fact]
    public void Rows_of_one_writing_are_one_home()
    {
        Astray astray = new();
        for (int i = 0; i < 3; i++)
        {
            astray.Enter(Nowhere(1, writing: 77), KeyKinds.Text, 1);
            astray.Enter(Nowhere(1, writing: 78), KeyKinds.Text, 2);
        }

        astray.Enter(Nowhere(1, writing: 79), KeyKinds.Text, 1);
        astray.Enter(Nowhere(2, writing: 80), KeyKinds.Text, 2);

        // Three households and one single, who lives alone: 3 · 0.4 / 0.6 = 2 could.
        Assert.Equal([3.0, 1.0], astray.Homes(Sizes).Values);
        // Eight rows: four homes of them.
        Assert.Equal(0.5, astray.HomesPerRow(Sizes), 9);
    }

    /// <summary>Ten single rows and no household: each a fifth of a home.</summary>
    [Fact]
    public void Single_rows_alone_are_persons_of_households()
    {
        Astray one = new(), two = new();
        for (int i = 0; i < 10; i++)
        {
            (i < 4 ? one : two).Enter(Nowhere(i % 2), KeyKinds.Address, 1);
        }

        one.Add(two);
        Assert.Equal(10, one.Persons);
        Assert.Equal([1.0, 1.0], one.Homes(Sizes).Values.Select(v => Math.Round(v, 9)));
        Assert.Equal(0.2, one.HomesPerRow(Sizes), 9);
        Assert.Equal(1, new Astray().HomesPerRow(Sizes));
        Assert.Empty(new Astray().Homes(Sizes));
    }
}
