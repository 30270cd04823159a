using HousingInventory.Export.Html;

namespace HousingInventory.Tests.Export;

public sealed class LocalityCountTests
{
    [Fact]
    public void Localities_with_fewer_than_five_are_merged_and_stand_last()
    {
        IReadOnlyList<LocalityCount> counts = LocalityCount.Of([.. Homes("A", 4), .. Homes("B", 5), .. Homes("C", 7), .. Homes("D", 3)]);
        Assert.Equal([("C", 7), ("B", 5), (null, 7)], counts.Select(c => (c.Name, c.Candidates)));
    }

    [Fact]
    public void Too_few_to_merge_take_the_smallest_of_the_others_along()
    {
        // A has 2: told alone they could be had by subtraction. With B they are 7.
        IReadOnlyList<LocalityCount> counts = LocalityCount.Of([.. Homes("A", 2), .. Homes("B", 5), .. Homes("C", 6)]);
        Assert.Equal([("C", 6), (null, 7)], counts.Select(c => (c.Name, c.Candidates)));
    }

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_middle_two_and_few_have_none()
    {
        // 10, 20, 30, 40, 50, 60: (30 + 40) / 2 = 35.
        Assert.Equal(35m, Assert.Single(LocalityCount.Of(Homes("A", 6))).MedianScore);
        Assert.Null(Assert.Single(LocalityCount.Of(Homes("A", 4))).MedianScore);
        Assert.Empty(LocalityCount.Of([]));
    }

    [Fact]
    public void Nobody_can_subtract_their_way_to_a_count_below_five()
    {
        Random random = new(11);
        for (int round = 0; round < 500; round++)
        {
            int[] counts = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(1, 12))];
            IReadOnlyList<LocalityCount> shown = LocalityCount.Of(counts.SelectMany((n, i) => Homes($"L{i}", n)));

            // The total is on the first page: what is not named is what the named leave of it, and is never few unless all are.
            int unnamed = counts.Sum() - shown.Where(l => l.Name is not null).Sum(l => l.Candidates);
            Assert.True(unnamed == 0 || unnamed >= LocalityCount.Fewest || shown is [{ Name: null }]);
            Assert.All(shown.Where(l => l.Name is not null), l => Assert.InRange(l.Candidates, LocalityCount.Fewest, int.MaxValue));
            Assert.Equal(counts.Sum(), shown.Sum(l => l.Candidates));
        }
    }

    [Fact]
    public void Two_places_of_one_name_are_counted_apart()
        => Assert.Equal([("Nyby", 7), ("Nyby", 5)], LocalityCount.Of([.. Homes("Nyby", 5, number: 1), .. Homes("Nyby", 7, number: 2)]).Select(l => (l.Name, l.Candidates)));

    private static List<(string, int, decimal)> Homes(string locality, int count, int number = 0) => [.. Enumerable.Range(1, count).Select(i => (locality, number, 10m * i))];
}
