using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>Buses and empty runs, by schedules that a reader can count through.</summary>
public sealed class FleetTests
{
    [Fact]
    public void A_bus_that_is_ready_at_a_minute_serves_a_departure_at_that_minute()
    {
        Assert.Equal(1, Fleet.Of([new(0, 420, 1, 450), new(1, 450, 0, 480)]).Values.Sum());
        Assert.Equal(2, Fleet.Of([new(0, 420, 1, 451), new(1, 450, 0, 480)]).Values.Sum());
    }

    [Fact]
    public void Fourteen_trips_of_which_three_run_at_once_need_four_buses()
    {
        // One bus stands at terminal 0 in the morning, two at 1 and one at 2; more than three never drive at the same time.
        VehicleTrip[] trips =
        [
            new(0, 370, 2, 410), new(2, 380, 1, 410), new(2, 430, 0, 460), new(1, 480, 0, 510), new(1, 480, 2, 510), new(0, 490, 1, 530), new(0, 510, 2, 540),
            new(2, 520, 0, 550), new(1, 540, 0, 560), new(2, 540, 1, 580), new(1, 550, 0, 580), new(0, 600, 1, 640), new(1, 610, 2, 650), new(1, 680, 2, 710),
        ];
        Assert.Equal([1, 2, 1], Fleet.Of(trips).Values);
        Assert.Equal(3, Enumerable.Range(0, 800).Max(minute => trips.Count(t => t.LeaveMin <= minute && minute < t.ReadyMin)));
    }

    [Fact]
    public void The_fleet_is_that_of_a_greatest_matching_of_trips_into_chains()
    {
        Random random = new(7);
        for (int round = 0; round < 300; round++)
        {
            VehicleTrip[] trips = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Trip(random))];
            Assert.Equal(trips.Length - Matching(trips), Fleet.Of(trips).Values.Sum());
        }
    }

    [Fact]
    public void A_lone_trip_drives_home_empty_and_the_cheapest_pairs_are_found()
    {
        Assert.Equal([(0, 1, 1)], EmptyRuns.Balance([1, -1], (_, _) => 10_000));

        // 0 and 1 give, 2 and 3 take: 0-2 is 1 km, 0-3 2 km, 1-2 2 km, 1-3 9 km. Greedy would take 0-2 and pay 1 + 9; the least is 2 + 2.
        double[,] km = { { 0, 0, 1, 2 }, { 0, 0, 2, 9 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } };
        Assert.Equal([(0, 3, 1), (1, 2, 1)], EmptyRuns.Balance([1, 1, -1, -1], (a, b) => km[a, b]));
        Assert.Empty(EmptyRuns.Balance([], (_, _) => 1));
    }

    [Theory]
    [InlineData(27, 3)]
    [InlineData(30, 3)]
    [InlineData(31, 4)]
    [InlineData(60, 6)]
    public void A_layover_is_three_minutes_or_a_tenth_of_the_trip(int trip, int expected) => Assert.Equal(expected, Fleet.LayoverMin(trip, 3, 0.10));

    private static VehicleTrip Trip(Random random)
    {
        int leave = random.Next(0, 60);
        return new VehicleTrip(random.Next(3), leave, random.Next(3), leave + random.Next(1, 20));
    }

    /// <summary>Most pairs of a trip and one that its bus takes next, by trying augmenting paths.</summary>
    private static int Matching(VehicleTrip[] trips)
    {
        int[] before = new int[trips.Length];
        Array.Fill(before, -1);
        return Enumerable.Range(0, trips.Length).Count(t => Augment(t, new bool[trips.Length]));

        bool Augment(int trip, bool[] seen)
        {
            for (int next = 0; next < trips.Length; next++)
            {
                if (!seen[next] && next != trip && trips[trip].To == trips[next].From && trips[trip].ReadyMin <= trips[next].LeaveMin)
                {
                    seen[next] = true;
                    if (before[next] < 0 || Augment(before[next], seen))
                    {
                        before[next] = trip;
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
