using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>The scan against a search of another kind, and against itself when one thing changes.</summary>
public sealed class ProfileScanPropertyTests
{
    private const int Towns = 300;

    [Fact]
    [Trait("Takes", "long")]
    public void Three_hundred_random_timetables_give_the_same_as_an_event_search_both_ways()
    {
        int journeys = 0;
        for (int seed = 0; seed < Towns; seed++)
        {
            RandomTown town = RandomTown.Make(seed);
            bool withBooked = seed % 2 == 0;
            DayNetwork network = town.Network(withBooked);
            ProfileScan scan = new(network);
            WaysThere there = scan.WaysThere(town.FromPlace, traced: true);
            WaysBack back = scan.WaysBack(town.FromPlace, traced: true);
            EventSearch oracle = new(town, withBooked);
            for (int home = 0; home < town.Homes.Count; home++)
            {
                journeys += CompareThere(town, home, oracle, there, network.Day, withBooked, seed);
                journeys += CompareBack(town, home, oracle, back, network.Day, withBooked, seed);
            }
        }

        // The towns must not be so poor that nothing is compared.
        Assert.True(journeys > 1_500, $"only {journeys} journeys");
    }

    [Fact]
    public void Leaving_later_never_arrives_earlier_and_pairs_fall_strictly()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            RandomTown town = RandomTown.Make(seed);
            ProfileScan scan = new(town.Network(withBooked: true));
            foreach (ParetoPairs pairs in new[] { scan.WaysThere(town.FromPlace).Pairs, scan.WaysBack(town.FromPlace).Pairs })
            {
                for (int post = 0; post < town.Posts; post++)
                {
                    (int first, int end) = pairs.PairsOf(post);
                    for (int pair = first + 1; pair < end; pair++)
                    {
                        Assert.True(pairs.DepartS(pair) < pairs.DepartS(pair - 1) && pairs.DoorS(pair) < pairs.DoorS(pair - 1));
                    }
                }
            }
        }
    }

    [Fact]
    public void The_latest_leave_is_the_last_moment_from_which_one_arrives_in_time()
    {
        // To the second, by bisection over the arrival from a given leave, which is monotone.
        for (int seed = 0; seed < 200; seed++)
        {
            RandomTown town = RandomTown.Make(seed);
            WaysThere there = new ProfileScan(town.Network(withBooked: true)).WaysThere(town.FromPlace);
            for (int doorS = 21_600; doorS < 30_000; doorS += 1_700)
            {
                int low = -200_000;
                int high = doorS + 1;
                while (high - low > 1)
                {
                    int middle = low + ((high - low) / 2);
                    (low, high) = there.Door(town.FromHome(0), middle) <= doorS ? (middle, high) : (low, middle);
                }

                Assert.Equal(low == -200_000 ? null : low, there.LatestLeave(town.FromHome(0), doorS));
            }
        }
    }

    [Fact]
    public void All_times_ten_minutes_later_give_all_answers_ten_minutes_later()
        => Compare(town => town with { Trips = [.. town.Trips.Select(t => WithCalls(t, Later))] }, 600, Assert.Equal);

    [Fact]
    public void Rows_in_another_order_and_other_ids_give_the_same()
        => Compare(
            town => town with
            {
                Trips = [.. town.Trips.AsEnumerable().Reverse().Select(t => t with { Id = "x" + t.Id })],
                Walks = [.. town.Walks.AsEnumerable().Reverse()],
            },
            0,
            Assert.Equal);

    [Fact]
    public void One_more_trip_makes_nobody_worse()
    {
        TownTrip more = new("more", [0], [new CallRow(0, 23_400, 23_400), new CallRow(1, 23_700, 23_700), new CallRow(2, 24_000, 24_000)]);
        Compare(town => town with { Trips = [.. town.Trips, more] }, 0, (before, after) => Assert.True(after >= before));
    }

    [Fact]
    public void Without_boarding_at_a_post_nobody_is_better()
    {
        static CallRow Closed(CallRow call) => call.Post == 0 ? call with { Pickup = 1 } : call;
        Compare(town => town with { Trips = [.. town.Trips.Select(t => WithCalls(t, Closed))] }, 0, (before, after) => Assert.True(after <= before));
    }

    [Fact]
    public void Walking_at_double_speed_makes_nobody_worse()
        => Compare(
            town => town with
            {
                Walks = [.. town.Walks.Select(w => (w.From, w.To, w.Seconds / 2))],
                Place = Faster(town.Place),
                Homes = [.. town.Homes.Select(h => (Faster(h.Door), h.WalkAllS / (h.WalkAllS < 0 ? 1 : 2)))],
            },
            0,
            (before, after) => Assert.True(after >= before));

    [Fact]
    public void Trips_split_in_two_that_are_joined_by_type_4_give_the_same()
        => Compare(Split, 0, Assert.Equal);

    private static TownTrip WithCalls(TownTrip trip, Func<CallRow, CallRow> change) => trip with { Calls = [.. trip.Calls.Select(change)] };

    private static CallRow Later(CallRow call) => call with { ArrivalS = Later(call.ArrivalS), DepartureS = Later(call.DepartureS) };

    private static int Later(int timeS) => timeS == CallRow.NoTime ? timeS : timeS + 600;

    private static Door Faster(Door door) => door with { WalkSeconds = [.. door.WalkSeconds.Select(s => s / 2)] };

    private static RandomTown Split(RandomTown town)
    {
        List<TownTrip> trips = [];
        List<TransferRow> transfers = [];
        foreach (TownTrip trip in town.Trips)
        {
            int at = trip.Calls.Length / 2;
            if (trip.Calls.Length < 3 || trip.Calls.Any(c => c.ArrivalS == CallRow.NoTime))
            {
                trips.Add(trip);
                continue;
            }

            trips.Add(trip with { Calls = trip.Calls[..(at + 1)] });
            trips.Add(trip with { Id = trip.Id + "b", Calls = trip.Calls[at..] });
            transfers.Add(new TransferRow("", "", 4, null) { FromTrip = trip.Id, ToTrip = trip.Id + "b" });
        }

        return town with { Trips = trips, Transfers = transfers };
    }

    /// <summary>Compares the latest leave of every home for many times, in two towns; never is the smallest number.</summary>
    private static void Compare(Func<RandomTown, RandomTown> change, int shiftS, Action<int, int> compare)
    {
        int compared = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            RandomTown town = RandomTown.Make(seed, plain: true);
            RandomTown other = change(town);
            WaysThere before = new ProfileScan(town.Network(withBooked: true)).WaysThere(town.FromPlace);
            WaysThere after = new ProfileScan(other.Network(withBooked: true)).WaysThere(other.FromPlace);
            for (int home = 0; home < town.Homes.Count; home++)
            {
                for (int doorS = 21_600; doorS < 30_000; doorS += 420)
                {
                    int? a = before.LatestLeave(town.FromHome(home), doorS);
                    int? b = after.LatestLeave(other.FromHome(home), doorS + shiftS);
                    compared += a is null ? 0 : 1;
                    compare(a ?? int.MinValue, b - shiftS ?? int.MinValue);
                }
            }
        }

        Assert.True(compared > 1000);
    }

    private static int CompareThere(RandomTown town, int home, EventSearch oracle, WaysThere there, DayTrips day, bool withBooked, int seed)
    {
        (Door door, int walkAllS) = town.Homes[home];
        Dictionary<int, int> arrivalOf = oracle.Moments(door).ToDictionary(m => m, m => oracle.Arrive(door, town.Place, HomeAccess.TooFar, m));
        int journeys = 0;
        foreach ((int leaveS, int arrivalS) in arrivalOf)
        {
            Assert.True(oracle.Arrive(door, town.Place, walkAllS, leaveS) == there.Door(town.FromHome(home), leaveS), $"seed {seed} leave {leaveS}");
            if (arrivalS == int.MaxValue)
            {
                continue;
            }

            int latestS = arrivalOf.Where(a => a.Value <= arrivalS).Max(a => a.Key);
            HomeAccess access = town.FromHome(home).Towards(HomeAccess.TooFar);
            Assert.True(latestS == there.LatestLeave(access, arrivalS), $"seed {seed} by {arrivalS}");
            Journey journey = there.JourneyBy(access, arrivalS)!;
            Assert.Equal(latestS, journey.LeaveS);
            JourneyReplay.Check(town, day, withBooked, journey, door, town.Place);
            journeys++;
        }

        Assert.Equal(arrivalOf.Count == 0 ? int.MaxValue : arrivalOf.Values.Min(), there.FirstDoor(town.FromHome(home)));
        return journeys;
    }

    private static int CompareBack(RandomTown town, int home, EventSearch oracle, WaysBack back, DayTrips day, bool withBooked, int seed)
    {
        (Door door, int walkAllS) = town.Homes[home];
        Dictionary<int, int> homeOf = oracle.Moments(town.Place).ToDictionary(m => m, m => oracle.Arrive(town.Place, door, HomeAccess.TooFar, m));
        int journeys = 0;
        foreach ((int leaveS, int homeS) in homeOf)
        {
            int withWalkS = oracle.Arrive(town.Place, door, walkAllS, leaveS);
            Assert.True(withWalkS == (back.EarliestHome(town.FromHome(home), leaveS) ?? int.MaxValue), $"seed {seed} leave door {leaveS}");
            if (homeS == int.MaxValue)
            {
                continue;
            }

            HomeAccess access = town.FromHome(home).Towards(HomeAccess.TooFar);
            Assert.True(homeOf.Where(a => a.Value <= homeS).Max(a => a.Key) == back.LatestLeaveDoor(access, homeS), $"seed {seed} home {homeS}");
            Journey journey = back.JourneyFrom(access, leaveS)!;
            Assert.Equal(homeS, journey.ArriveS);
            Assert.True(journey.LeaveS >= leaveS);
            JourneyReplay.Check(town, day, withBooked, journey, town.Place, door);
            journeys++;
        }

        int lastS = homeOf.Where(a => a.Value != int.MaxValue).Select(a => a.Key).DefaultIfEmpty(int.MinValue).Max();
        Assert.Equal(lastS == int.MinValue ? null : lastS, back.LastLeaveDoor(town.FromHome(home)));
        return journeys;
    }
}
