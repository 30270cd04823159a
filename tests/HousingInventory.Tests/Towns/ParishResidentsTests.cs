namespace HousingInventory.Tests.Towns;

/// <summary>Of parishes in which nothing fits: how many inhabited homes are told as empty. Much of it no rule could know, since people write the address of another home.</summary>
public sealed class ParishResidentsTests
{
    [Fact]
    public void Of_two_hundred_parishes_in_which_nothing_fits_at_most_one_listed_home_in_twenty_is_lived_in()
    {
        int listed = 0;
        int livedIn = 0;
        for (int seed = 1; seed <= 200; seed++)
        {
            (Town town, IReadOnlySet<string> homes) = MuddledParish.WithResidents(seed);
            Answer answer = town.Ask();
            foreach (string id in town.Buildings.Where(b => b.IsDwelling && answer.Status(b.Id) == "nobody-registered").Select(b => b.Id))
            {
                listed++;
                livedIn += homes.Contains(id) ? 1 : 0;
            }
        }

        Assert.InRange(livedIn, 0, listed / 20);
        Assert.True(listed > 1000, $"Only {listed} are listed.");
    }
}
