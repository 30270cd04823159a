using HousingInventory.Diagnostics;
using HousingInventory.Rank;
using HousingInventory.Tests.Score;

namespace HousingInventory.Tests.Rank;

/// <summary>Homes a, b, c ... with falling points unless the test says others, and the locality of each.</summary>
public sealed class ShortlistingTests
{
    private static (string Listed, Run Run) List(string localities, string points, ShortlistConfig config)
    {
        string[] places = localities.Split(' ');
        string ids = string.Join(' ', places.Select((_, i) => (char)('a' + i)));
        Run run = new();
        HousingInventory.Export.Results results = Sheet.Results(ids, Language.Sv, new Run(), Sheet.Of("x", 1, points));
        for (int i = 0; i < places.Length; i++)
        {
            results.Flags.Locality[i] = places[i];
        }

        IReadOnlyList<int> listed = Shortlisting.Of(results.Ranking, results.Flags, results.Scores, config, run);
        return (string.Concat(listed.Select(p => (char)('a' + results.Ranking.Order[p]))), run);
    }

    [Fact]
    public void The_first_of_the_order_are_listed() =>
        Assert.Equal("abc", List("By By Stad Stad", "40 30 20 10", new ShortlistConfig { Top = 3 }).Listed);

    [Fact]
    public void Of_one_locality_at_most_so_many_and_the_next_in_order_take_the_places()
    {
        // Stad has a, b, c and e; two of them are taken, then d and f follow.
        (string listed, Run run) = List("Stad Stad Stad By Stad Ort", "60 50 40 30 20 10", new ShortlistConfig { Top = 4, PerLocality = 2 });
        Assert.Equal("abdf", listed);
        Assert.Empty(run.Notices.Samples);
    }

    [Fact]
    public void A_list_may_stay_shorter_than_its_top_rather_than_take_more_of_one_locality() =>
        Assert.Equal("ac", List("Stad Stad By", "60 50 40", new ShortlistConfig { Top = 3, PerLocality = 1 }).Listed);

    [Fact]
    public void Localities_that_are_left_out_are_compared_without_capitals() =>
        Assert.Equal("bc", List("Stad By Ort stad", "60 50 40 30", new ShortlistConfig { Top = 3, LeaveOutLocalities = [" stad "] }).Listed);

    [Fact]
    public void A_locality_that_no_home_has_is_told_with_the_nearest_name()
    {
        (string listed, Run run) = List("Skellefteå Byske", "60 50", new ShortlistConfig { LeaveOutLocalities = ["Skelefteå"] });
        Assert.Equal("ab", listed);
        Assert.Equal([new ShortlistLocalityUnknown("Skelefteå", "Skellefteå")], run.Notices.Samples);
    }

    [Fact]
    public void A_list_that_ends_in_a_shared_place_says_which_and_how_many_are_outside()
    {
        // b, c, d and e share the ranks 2 to 5; two of them are on the list.
        (string listed, Run run) = List("By By By By By By", "60 50 50 50 50 10", new ShortlistConfig { Top = 3 });
        Assert.Equal("abc", listed);
        Assert.Equal([new ShortlistCutsTie(3, 2, 5, 2)], run.Notices.Samples);
    }

    [Fact]
    public void A_shared_place_that_ends_with_the_list_or_whose_others_may_not_be_listed_is_no_cut()
    {
        Assert.Empty(List("By By By By", "60 50 50 10", new ShortlistConfig { Top = 3 }).Run.Notices.Samples);
        Assert.Empty(List("By By Stad Ort", "60 50 50 10", new ShortlistConfig { Top = 2, LeaveOutLocalities = ["Stad"] }).Run.Notices.Samples);
        Assert.Empty(List("By Ort Ort By", "60 50 50 50", new ShortlistConfig { Top = 2, PerLocality = 1 }).Run.Notices.Samples);
    }
}
