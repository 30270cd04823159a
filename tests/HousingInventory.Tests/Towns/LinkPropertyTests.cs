using HousingInventory.Configuration;
using HousingInventory.Flag;
using HousingInventory.Model;

namespace HousingInventory.Tests.Towns;

/// <summary>What must hold in every town.</summary>
[Trait("Takes", "long")]
public sealed class LinkPropertyTests
{
    // Filters on, so that settlements are tried too: the towns have a few dozen residents.
    private static readonly InventoryConfig WithFilter = new()
    {
        Candidates = new CandidatesConfig
        {
            StopWithinM = null,
            FootprintM2 = new() { Min = 50, Max = 250 },
            Settlements = [new() { MaxGapM = 60, Between = Between.Dwellings, MinResidents = 8 }, new() { MaxGapM = 200, Between = Between.Residents, MinResidents = 12 }],
        },
    };

    [Fact]
    public void The_order_of_the_rows_of_every_register_changes_nothing()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Town town = RandomTown.Make(seed).Town;
            town.Config = WithFilter;
            Answer plain = town.Ask();
            Answer shuffled = town.Shuffled(seed + 1).Ask();
            Assert.Equal(plain.Rows(), shuffled.Rows());
            Assert.Equal(plain.Flags.Funnel, shuffled.Flags.Funnel);
            Assert.Equal(plain.Linkage.Levels, shuffled.Linkage.Levels);
            Assert.Equal(plain.Linkage.Unlinked, shuffled.Linkage.Unlinked);
            Assert.Equal(plain.Linkage.Flats, shuffled.Linkage.Flats);
        }
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing_in_a_town_of_another_hand()
    {
        for (int seed = 1; seed <= 6; seed++)
        {
            Town town = OtherTown.Make(seed, 250, new OtherTown.Keys(0.3, 0.7, Dwellings: seed % 2 == 0, Twice: 0.1, MapHoles: 0.1, ShiftM: 4)).Town;
            Answer plain = town.Ask();
            Answer shuffled = town.Shuffled(seed).Ask();
            Assert.Equal(plain.Rows(), shuffled.Rows());
            Assert.Equal(plain.Linkage.Levels, shuffled.Linkage.Levels);
            Assert.Equal(plain.Linkage.Unlinked, shuffled.Linkage.Unlinked);
            Assert.Equal(Gaps(plain), Gaps(shuffled));
        }

        static string[] Gaps(Answer answer) =>
        [
            .. answer.Linkage.Gaps.PropertiesWithoutHome.Select(p => answer.Registers.Properties[p].Designation)
                .Concat(answer.Linkage.Gaps.AddressesWithoutBuilding.Select(a => answer.Registers.Addresses[a].Key!)).Order(StringComparer.Ordinal),
        ];
    }

    [Fact]
    public void A_registration_removed_never_fills_a_building_in_a_town_of_another_hand()
    {
        for (int seed = 1; seed <= 4; seed++)
        {
            Town town = OtherTown.Make(seed, 120, new OtherTown.Keys(0.2, 0.6, Twice: 0.1, MapHoles: 0.1)).Town;
            Answer before = town.Ask();
            for (int i = seed; i < town.Registrations.Count; i += 5)
            {
                Answer after = town.Without(i).Ask();
                Assert.All(before.Registers.Buildings, b => Assert.True(Emptiness(after.Flags.Status[b.Index]) >= Emptiness(before.Flags.Status[b.Index]), $"town {seed}, registration {i}, {b.Id}"));
            }
        }
    }

    [Fact]
    public void Withholding_any_building_of_a_town_of_another_hand_changes_no_other_row_but_those_on_its_property()
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            Town town = OtherTown.Make(seed, 120, new OtherTown.Keys(0.2, 0.6, MapHoles: 0.1)).Town;
            town.Config = WithoutSettlements;
            Answer before = town.Ask();
            IReadOnlyDictionary<string, string> rows = before.Rows();
            for (int b = seed; b < before.Registers.Buildings.Count; b += 7)
            {
                Answer after = town.Copy().Withhold(before.Registers.Buildings[b].Id).Ask();
                IReadOnlyDictionary<string, string> now = after.Rows();
                Assert.All(before.Registers.Buildings.Where(o => o.Index != b && !Together(before, b, o.Index)), o => Assert.Equal(rows[o.Id], now[o.Id]));
                Assert.True(!before.Registers.Buildings[b].IsDwelling || after.Flags.Status[b] == Status.Registered);
            }
        }
    }

    // On one property, parts of one house, or house and further house where no property is known.
    private static bool Together(Answer answer, int a, int b)
    {
        int[] houses = [answer.Linkage.HouseOf[a], answer.Linkage.HouseOf[b]];
        int[] mains = [.. houses.Select(h => answer.Linkage.MainHouseOf[h] >= 0 ? answer.Linkage.MainHouseOf[h] : h)];
        int[][] properties = [.. mains.Select(m => answer.Registers.Buildings.Where(o => answer.Linkage.HouseOf[o.Index] == m).Select(o => answer.Linkage.PropertyOf[o.Index]).Where(p => p >= 0).ToArray())];
        return mains[0] == mains[1] || properties[0].Intersect(properties[1]).Any();
    }

    // A home that becomes inhabited, withheld or not, makes its settlement larger; so that test is off where nothing else may change.
    private static readonly InventoryConfig WithoutSettlements = new() { Candidates = WithFilter.Candidates with { Settlements = null } };

    [Fact]
    public void A_registration_removed_only_makes_buildings_emptier_near_its_own_address()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            RandomTown.Made made = RandomTown.Make(seed);
            Answer before = made.Town.Ask();
            for (int i = 1 + (seed % 2); i < made.Town.Registrations.Count; i += 2)
            {
                Answer after = made.Town.Without(i).Ask();
                foreach (Building building in before.Registers.Buildings)
                {
                    int was = Emptiness(before.Flags.Status[building.Index]);
                    int now = Emptiness(after.Flags.Status[building.Index]);
                    Assert.True(now >= was, $"town {seed}: without registration {i} the building {building.Id} went from {was} to {now}");

                    // A slip may name the plot across the street or the next number: two plots away at most.
                    (double x, double y) = Town.At(made.HomeOf[i].X, made.HomeOf[i].Y);
                    double distance = building.House.Distance(new NetTopologySuite.Geometries.Coordinate(x, y));
                    // A household that no home could take is about its whole postal code.
                    bool ofTheArea = before.Flags.Reason[building.Index] is Doubt.UnlinkedNearby or Doubt.OutOfReach;
                    Assert.True(now == was || distance < 250 || ofTheArea, $"town {seed}: registration {i} reached {building.Id} over {distance} m");
                }
            }
        }
    }

    [Fact]
    public void Withholding_a_building_changes_no_other_row_but_those_on_its_property()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Town town = RandomTown.Make(seed).Town;
            town.Config = WithoutSettlements;
            Answer before = town.Ask();
            IReadOnlyDictionary<string, string> rows = before.Rows();

            // Every third building, another third from town to town.
            foreach (Building building in before.Registers.Buildings.Where(b => b.Index % 3 == seed % 3))
            {
                Answer after = town.Copy().Withhold(building.Id).Ask();
                IReadOnlyDictionary<string, string> now = after.Rows();
                foreach (Building other in before.Registers.Buildings)
                {
                    bool together = before.Linkage.PropertyOf[other.Index] == before.Linkage.PropertyOf[building.Index]
                        || before.Linkage.HouseOf[other.Index] == before.Linkage.HouseOf[building.Index];
                    if (!together)
                    {
                        Assert.Equal(rows[other.Id], now[other.Id]);
                    }
                    else if (other.IsDwelling)
                    {
                        bool ownAddress = after.Linkage.Ties[other.Index] != AddressTie.None;
                        bool same = after.Linkage.HouseOf[other.Index] == after.Linkage.HouseOf[building.Index];
                        Assert.Contains(after.Status(other.Id), ownAddress || same ? ["registered"] : (string[])["registered", "secondary", "undetermined"]);
                        Assert.False(after.IsCandidate(other.Id));
                    }
                }

                Assert.Equal(before.Linkage.Levels, after.Linkage.Levels);
                Assert.Equal(before.Linkage.Unlinked, after.Linkage.Unlinked);
                Assert.Equal(before.Run.Notices.Counts, after.Run.Notices.Counts);
            }
        }
    }

    [Fact]
    public void Without_a_doubt_nothing_is_undetermined()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Answer answer = RandomTown.Make(seed, slips: false).Town.Ask();
            Assert.DoesNotContain(Status.Undetermined, answer.Flags.Status);
            Assert.Empty(answer.Linkage.Unlinked);
        }
    }

    [Fact]
    public void Every_person_is_counted_once()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Town town = RandomTown.Make(seed).Town;
            Answer answer = town.Ask();
            long persons = town.Registrations.Where(r => r.Key.CanLead).Sum(r => (long)r.Persons);
            long linked = answer.Linkage.Levels.Sum(l => l.Value);
            Assert.Equal(persons, linked + answer.Linkage.Unlinked.Values.Sum());
            Assert.Equal(linked, answer.Registers.Buildings.Where(b => answer.Linkage.HouseOf[b.Index] == b.Index).Sum(b => (long)answer.Linkage.Residents[b.Index]));
        }
    }

    private static int Emptiness(Status status) => status switch
    {
        Status.NotHousing => 0,
        Status.Registered => 1,
        Status.Undetermined => 2,
        Status.Secondary => 3,
        _ => 4,
    };
}
