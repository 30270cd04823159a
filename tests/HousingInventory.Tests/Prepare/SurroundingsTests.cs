using HousingInventory.Model;
using HousingInventory.Tests.Score;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Prepare;

public sealed class SurroundingsTests
{
    private static Surroundings Around() => AccessTown.OnOneRoad(1000).Home("h", 0).Service("s", "grocery", 500)
        .Timetable("post S 0,0\npost C 900,0\nline 1 700\ntrip a 1 * : S 08:00, C 08:10").Given().Surroundings();

    [Fact]
    public void A_variant_has_its_changes_and_the_baseline_stays_what_it_was()
    {
        Surroundings baseline = Around();
        string before = Checksum.Of(baseline);
        Surroundings variant = baseline.With(
            a => a with { Services = [.. a.Services, new ServicePlace("t", "school", null, 1, 2)] }, a => a with { Services = [.. a.Services.Where(s => s.Id != "s")] });

        Assert.Equal(["t"], variant.Services.Select(s => s.Id));
        Assert.Equal(["s"], baseline.Services.Select(s => s.Id));
        Assert.Equal(before, Checksum.Of(baseline));
        Assert.NotEqual(before, Checksum.Of(variant));
        Assert.Same(baseline.Roads, variant.Roads);
        Assert.Equal(before, Checksum.Of(baseline.With()));
    }

    [Fact]
    public void The_checksum_sees_a_change_in_any_depth_and_nothing_else()
    {
        Surroundings[] others =
        [
            Around() with { Roads = AccessTown.OnOneRoad(1001).Given().Surroundings().Roads },
            Around() with { MajorRoads = ([0, 2], [0, 1], [0, 0]) },
            Around() with { Water = [new Point(0, 0).Buffer(1)] },
            Around() with { Posts = new BoardingPosts([1], [2], [2]) },
            AccessTown.OnOneRoad(1000).Home("h", 0).Service("s", "grocery", 500)
                .Timetable("post S 0,0\npost C 900,0\nline 1 700\ntrip a 1 * : S 08:00, C 08:11").Given().Surroundings(),
        ];
        string baseline = Checksum.Of(Around());
        Assert.Equal(baseline, Checksum.Of(Around()));
        Assert.Equal(others.Length + 1, others.Select(Checksum.Of).Append(baseline).Distinct().Count());

        // A geometry remembers its box once it is asked for it.
        Geometry lake = new Point(0, 0).Buffer(1);
        string fresh = Checksum.Of(lake);
        Assert.Equal(2, lake.EnvelopeInternal.Width, 6);
        Assert.Equal(fresh, Checksum.Of(lake));
    }
}
