using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

/// <summary>Places that the extract lacks, and how many listed homes may be lived in: the arithmetic, on counts that are written down here.</summary>
public sealed class DoubtsOfPlacesTests
{
    private static (int AtMost, int Listed, bool TooMany, Run Run) Lived(int inhabited, int empty, Unplaced unplaced, double missing = 0, int doubtful = 0)
    {
        Registers registers = Counted.Houses(inhabited + empty);
        Linkage linkage = Counted.Of(registers, b => b < inhabited ? 2 : 0, unplaced);
        HousesOnProperty houses = new(registers, linkage);

        // The last of all, WithManyOthers' house, has nobody here and is not asked about; of the empty ones the first may be left out of the list.
        Doubt[] doubts = [.. linkage.Doubts];
        doubts[^1] = Doubt.InUse;
        doubts.AsSpan(inhabited, doubtful).Fill(Doubt.InUse);
        Run run = new();
        ExpectedInhabited expected = MayBeLivedIn.Of(registers, linkage, Statuses.Of(registers, linkage, houses, doubts), houses, doubts, missing, run);
        return (expected.AtMost, expected.Listed, expected.TooMany, run);
    }

    [Fact]
    public void The_estimate_is_a_tenth_more_and_one_point_nine_roots_of_what_found_no_home()
    {
        // 9 homes found none: 1.1 x 9 + 1.9 x 3 = 15.6, so 16 at most. With a variance of 7: 9.9 + 1.9 x 4 = 17.5.
        Unplaced nine = new() { Read = 100, Persons = 18, HomesByArea = new Dictionary<int, double> { [0] = 9 } };
        Assert.Equal((16, 40, true), (Lived(10, 40, nine).AtMost, Lived(10, 40, nine).Listed, Lived(10, 40, nine).TooMany));
        Assert.Equal(18, Lived(10, 40, nine with { Variance = 7 }).AtMost);

        // Never more than are listed, and nothing of less than half a home.
        Assert.Equal(12, Lived(10, 12, nine).AtMost);
        Assert.Equal((0, 0, false), (Lived(10, 0, nine).AtMost, Lived(10, 0, nine).Listed, Lived(10, 0, nine).TooMany));
        Assert.Equal(0, Lived(10, 40, nine with { HomesByArea = new Dictionary<int, double> { [0] = 0.49 } }).AtMost);
        Assert.Equal(2, Lived(10, 40, nine with { HomesByArea = new Dictionary<int, double> { [0] = 0.5 } }).AtMost);
    }

    [Fact]
    public void What_fell_on_wrong_homes_and_what_is_missing_counts_by_the_share_of_the_empty_homes_that_are_listed()
    {
        // 41 homes show nobody, 20 of them are doubtful and one more is not asked about: 20 of 41 are listed. 4 homes in wrong ones and 24 persons missing, 2 a home: 16 x 20 / 41 = 7.80; 8.59 + 5.31 = 13.9.
        Unplaced wrong = new() { Read = 100, Persons = 18, PersonsPerHome = 2, InWrongHome = 4 };
        Assert.Equal((14, 20), (Lived(10, 40, wrong, missing: 24, doubtful: 20).AtMost, Lived(10, 40, wrong, missing: 24, doubtful: 20).Listed));

        // The slips that tell of the wrong homes are few: their variance of 9 counts by the share squared, 2.14; 1.9 x 3.15 = 5.99.
        Assert.Equal(15, Lived(10, 40, wrong with { VarianceOfWrongHome = 9 }, missing: 24, doubtful: 20).AtMost);

        // Of places the list does not reach, nothing is counted; of two that it does, both are. All these homes lie in the place 0.
        Assert.Equal(0, Lived(10, 40, wrong with { InWrongHome = 0, HomesByArea = new Dictionary<int, double> { [93131] = 9 } }).AtMost);
    }

    /// <summary>Ten households fit forty free homes: 1.1 x 10 + 1.9 x 3.162 = 17.008. Of 39 listed by what is told it would be 9.75, and 17: a reader would see that one is withheld.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_withheld_home_among_those_that_fit_does_not_change_the_estimate(bool withheld)
    {
        Registers registers = Counted.Houses(50);
        Linkage linkage = Counted.Of(registers, b => b < 10 ? 2 : 0, new Unplaced { Persons = 22, Among = [new([.. Enumerable.Range(10, 40)], 10)] }, withheld: b => withheld && b == 10);
        HousesOnProperty houses = new(registers, linkage);
        Doubt[] doubts = [.. linkage.Doubts];
        ExpectedInhabited expected = MayBeLivedIn.Of(registers, linkage, Statuses.Of(registers, linkage, houses, doubts), houses, doubts, 0, new Run());
        Assert.Equal((18, true), (expected.AtMost, expected.TooMany));
    }

    [Fact]
    public void More_than_three_in_a_thousand_of_the_inhabited_homes_are_too_many()
    {
        // Half a home is 0.55 + 1.34: 2 at most, which is 0.3 % of 667.
        Unplaced half = new() { Persons = 1, HomesByArea = new Dictionary<int, double> { [0] = 0.5 } };
        Assert.Equal((2, false, 0), (Lived(667, 40, half).AtMost, Lived(667, 40, half).TooMany, Lived(667, 40, half).Run.Notices.Samples.Count()));
        Assert.Equal((2, true), (Lived(666, 40, half).AtMost, Lived(666, 40, half).TooMany));
        Notice told = Assert.Single(Lived(666, 40, half).Run.Notices.Samples);
        Assert.Equal(new HomesThatMayBeLivedIn(2, 40, 1), told);
    }

    private static (bool Holds, double Persons, Run Run) Hole(int population, int registered, double linkedShare = 1, int homes = 30, Func<int, bool>? withheld = null)
    {
        // Homes 0 to 29 lie in the place, and somebody lives in the first ten; many more lie elsewhere, all lived in by two.
        Registers registers = Counted.Houses(homes + 200);
        Linkage linkage = Counted.Of(registers, b => b < 10 ? (registered / 10) + (b < registered % 10 ? 1 : 0) : b < homes ? 0 : 2, linkedShare: linkedShare, withheld: withheld);
        Locality place = new("Exempelby", Town.Rectangle(-20, -20, (100 * homes) - 40, 200), population);
        Run run = new();
        Status[] shown = Statuses.AsTheExtractShows(registers, linkage, new HousesOnProperty(registers, linkage));
        ExtractHoles holes = new(registers, [place], linkage, shown, new HolidayHint[shown.Length], run);
        return (holes.Holds(15), holes.Persons, run);
    }

    [Fact]
    public void A_place_with_a_tenth_fewer_than_its_population_is_no_hole_and_with_more_missing_it_is()
    {
        Assert.False(Hole(100, 90).Holds);
        Assert.Empty(Hole(100, 90).Run.Notices.Samples);
        Assert.True(Hole(100, 89).Holds);
        Assert.Equal([new PlaceWithFewerThanItsPopulation("Exempelby", 80, 100)], Hole(100, 89).Run.Notices.Samples);
        Assert.Equal([new PlaceWithFewerThanItsPopulation("Exempelby", 40, 230)], Hole(230, 99).Run.Notices.Samples);

        // Where half of all registrations link, half of the population is what is to be expected.
        Assert.False(Hole(100, 45, linkedShare: 0.5).Holds);
        Assert.True(Hole(100, 44, linkedShare: 0.5).Holds);
    }

    [Fact]
    public void A_withheld_home_counts_as_two_persons_and_one_with_persons_as_they_are()
    {
        // 86 registered, two withheld homes without a registration: 90 of 100. A withheld mark on those who are registered adds nothing.
        Assert.True(Hole(100, 86).Holds);
        Assert.False(Hole(100, 86, withheld: static b => b is 20 or 21).Holds);
        Assert.True(Hole(100, 88, withheld: static b => b is 0 or 1).Holds);
    }

    [Fact]
    public void A_hole_lacks_what_its_homes_would_hold_on_average()
    {
        // 230 homes and the far one; 200 of them hold two, ten of the place 50 in all, and the far one 2: 452 persons in 231 homes, 30 of which are in the hole.
        (bool holds, double persons, _) = Hole(100, 50);
        Assert.True(holds);
        Assert.Equal(452.0 / 231 * 30, persons, 9);
    }
}
