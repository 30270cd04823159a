using HousingInventory.Configuration;
using HousingInventory.Model;

namespace HousingInventory.Tests.Towns;

/// <summary>What must hold in every town.</summary>
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
    public void A_registration_removed_only_makes_buildings_emptier_near_its_own_address()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            RandomTown.Made made = RandomTown.Make(seed);
            Answer before = made.Town.Ask();
            for (int i = 1; i < made.Town.Registrations.Count; i++)
            {
                Answer after = made.Town.Without(i).Ask();
                foreach (Building building in before.Inputs.Buildings)
                {
                    int was = Emptiness(before.Flags.Status[building.Index]);
                    int now = Emptiness(after.Flags.Status[building.Index]);
                    Assert.True(now >= was, $"town {seed}: without registration {i} the building {building.Id} went from {was} to {now}");

                    // A slip may name the plot across the street or the next number: two plots away at most.
                    (double x, double y) = Town.At(made.HomeOf[i].X, made.HomeOf[i].Y);
                    double distance = building.House.Distance(new NetTopologySuite.Geometries.Coordinate(x, y));
                    Assert.True(now == was || distance < 250, $"town {seed}: registration {i} reached {building.Id} over {distance} m");
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
            town.Config = WithFilter;
            Answer before = town.Ask();
            foreach (Building building in before.Inputs.Buildings)
            {
                Answer after = town.Copy().Withhold(building.Id).Ask();
                foreach (Building other in before.Inputs.Buildings)
                {
                    bool together = before.Linkage.PropertyOf[other.Index] == before.Linkage.PropertyOf[building.Index]
                        || before.Linkage.HouseOf[other.Index] == before.Linkage.HouseOf[building.Index];
                    if (!together)
                    {
                        Assert.Equal(before.Rows()[other.Id], after.Rows()[other.Id]);
                    }
                    else if (other.IsDwelling)
                    {
                        Assert.Equal("registered", after.Status(other.Id));
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
            long persons = town.Registrations.Sum(r => (long)r.Persons);
            long linked = answer.Linkage.Levels.Sum(l => l.Value);
            Assert.Equal(persons, linked + answer.Linkage.Unlinked.Values.Sum());
            Assert.Equal(linked, answer.Inputs.Buildings.Where(b => answer.Linkage.HouseOf[b.Index] == b.Index).Sum(b => (long)answer.Linkage.Residents[b.Index]));
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
