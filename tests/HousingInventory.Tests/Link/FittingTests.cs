using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>Registrations that fit more homes than can be named, counted by the homes that they fit.</summary>
public sealed class FittingTests
{
    private static readonly HouseholdSizes Sizes = new(0.4, 2);

    private static HouseIndex[] Homes(params int[] at) => [.. at.Select(a => new HouseIndex(a))];

    /// <summary>A row of several is a household. Single rows of one set are taken for households of two: five are three, and one is one.</summary>
    [Fact]
    public void Rows_that_fit_the_same_homes_stand_for_homes_among_them()
    {
        Fitting one = new(), two = new();
        one.Enter(Homes(3, 1, 2), 4);
        two.Enter(Homes(2, 3, 1), 1);
        for (int i = 0; i < 5; i++)
        {
            (i < 2 ? one : two).Enter(Homes(7, 9), 1);
        }

        two.Enter(Homes(1, 2), 2);
        two.Enter(Homes(1, 2), 3);
        one.Add(two);
        Assert.Equal(15, one.Persons);
        Assert.Equal(["1 2: 2", "1 2 3: 2", "7 9: 3"], one.Homes(Sizes).Select(s => FormattableString.Invariant($"{string.Join(' ', s.Houses)}: {s.Homes}")));
        Assert.Equal(3, one.Sets.Count());
    }

    [Fact]
    public void Nobody_fits_nothing() => Assert.Empty(new Fitting().Homes(Sizes));
}
