using HousingInventory.Import;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Balance;

namespace HousingInventory.Tests.Plan.Balance;

/// <summary>Criteria 8 and 9: how many people a home takes.</summary>
public sealed class BedsTests
{
    private static readonly Dictionary<string, int> LandlordsTable = new() { ["1"] = 2, ["2"] = 3, ["3"] = 5, ["4"] = 6, ["5"] = 8 };

    [Theory]
    [InlineData(Norm.Norm1, "2 4 6 8 10 12")]
    [InlineData(Norm.Norm2, "1 2 4 6 8 10")]
    [InlineData(Norm.Norm3, "1 2 4 6 8 10")]
    [InlineData(Norm.Reasonable, "1 2 4 6 8 10")]
    [InlineData(Norm.Table, "2 3 5 6 8 8")]
    public void Criterion_8_Each_norm_gives_its_beds(Norm norm, string beds) =>
        Assert.Equal(beds, string.Join(' ', Enumerable.Range(1, 6).Select(new Beds(norm, LandlordsTable).OfRooms)));

    [Fact]
    public void Criterion_8_Beds_that_are_given_win_and_area_stands_in_for_rooms()
    {
        Beds beds = new(Norm.Norm2, LandlordsTable);
        Assert.Equal(7, beds.Of(new PlanHome { Id = "a", Beds = 7, Rooms = 2 }));
        Assert.Equal(4, beds.Of(new PlanHome { Id = "a", AreaM2 = 79 }));
        Assert.Equal(1, beds.Of(new PlanHome { Id = "a", AreaM2 = 15 }));
        Assert.Null(beds.Of(new PlanHome { Id = "a" }));
        Assert.True(Beds.IsEstimated(new PlanHome { Id = "a", AreaM2 = 79 }));
        Assert.False(Beds.IsEstimated(new PlanHome { Id = "a", AreaM2 = 79, Rooms = 3 }));
    }

    [Fact]
    public void Criterion_9_Two_who_share_and_children_of_4_9_and_14_need_four_rooms_or_three()
    {
        Household family = new() { Case = "1", Size = 5, LatestOn = new(2026, 5, 1), Composition = new(2, 1, 1, 1, 1) };
        Assert.Equal(4, new Beds(Norm.Norm3, LandlordsTable).RoomsNeeded(family.Composition!));
        Assert.Equal(3, new Beds(Norm.Reasonable, LandlordsTable).RoomsNeeded(family.Composition!));
        Assert.Equal([false, true], Fits(Norm.Norm3, family, 4, 5));
        Assert.Equal([false, true], Fits(Norm.Reasonable, family, 3, 4));

        // Without composition norm2 decides: 5 people need 4 rooms.
        Assert.Equal([false, true], Fits(Norm.Norm3, family with { Composition = null }, 3, 4));
    }

    [Fact]
    public void Criterion_9_One_room_is_for_one_person()
    {
        Household alone = new() { Case = "1", Size = 1, LatestOn = new(2026, 5, 1), Composition = new(1, 0, 0, 0, 0) };
        Assert.Equal([true], Fits(Norm.Norm3, alone, 1));
        Assert.Equal([true], Fits(Norm.Reasonable, alone, 1));
        Assert.Equal([false, true], Fits(Norm.Norm3, alone with { Size = 2, Composition = new(2, 1, 0, 0, 0) }, 1, 2));
    }

    [Theory]
    [InlineData("2 rok", 2)]
    [InlineData("2 rum och kök", 2)]
    [InlineData("2 RK", 2)]
    [InlineData("2 rum med trinett", 2)]
    [InlineData("2rkv", 2)]
    [InlineData("1,5", 1)]
    [InlineData("3.5 rum", 3)]
    [InlineData(" 4 ", 4)]
    [InlineData("fyra", null)]
    [InlineData("0", null)]
    [InlineData("31", null)]
    [InlineData("2482", null)]
    [InlineData("", null)]
    public void Rooms_are_read_from_what_lists_write(string text, int? rooms) => Assert.Equal(rooms, RoomText.Parse(text));

    private static IEnumerable<bool> Fits(Norm norm, Household household, params int[] rooms) =>
        rooms.Select(r => new Beds(norm, LandlordsTable).Fits(household, new PlanHome { Id = "a", Rooms = r }));
}
