using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

public sealed class OsmRoadsTests
{
    private const RoadFlags Both = RoadFlags.Foot | RoadFlags.Car;
    private const RoadFlags Local = RoadFlags.FootLocal | RoadFlags.CarLocal;

    [Theory]
    [InlineData("highway=residential", Both)]
    [InlineData("highway=tertiary", Both)]
    [InlineData("highway=secondary", Both | RoadFlags.Major)]
    [InlineData("highway=trunk", Both | RoadFlags.Major)]
    [InlineData("highway=trunk motorroad=yes", RoadFlags.Car | RoadFlags.Major | RoadFlags.Motorway)]
    [InlineData("highway=trunk motorroad=yes foot=yes", RoadFlags.Car | RoadFlags.Major | RoadFlags.Motorway)]
    [InlineData("highway=motorway", RoadFlags.CarForward | RoadFlags.Major | RoadFlags.Motorway)]
    [InlineData("highway=motorway oneway=no", RoadFlags.Car | RoadFlags.Major | RoadFlags.Motorway)]
    [InlineData("highway=motorway_link", RoadFlags.Car | RoadFlags.Major | RoadFlags.Motorway)]
    [InlineData("highway=footway", RoadFlags.Foot)]
    [InlineData("highway=steps", RoadFlags.Foot)]
    [InlineData("highway=path bicycle=designated", RoadFlags.Foot)]
    [InlineData("highway=cycleway", RoadFlags.Foot)]
    [InlineData("highway=cycleway foot=no", RoadFlags.None)]
    [InlineData("highway=cycleway foot=use_sidepath", RoadFlags.None)]
    [InlineData("highway=path snowmobile=designated", RoadFlags.None)]
    [InlineData("highway=path snowmobile=designated foot=yes", RoadFlags.Foot)]
    [InlineData("highway=unclassified ice_road=yes", RoadFlags.None)]
    [InlineData("highway=pedestrian area=yes", RoadFlags.Foot)]
    [InlineData("highway=service area=yes", RoadFlags.Foot)]
    [InlineData("highway=construction", RoadFlags.None)]
    [InlineData("highway=proposed", RoadFlags.None)]
    [InlineData("highway=busway", RoadFlags.None)]
    [InlineData("railway=rail", RoadFlags.None)]
    [InlineData("highway=track", Both)]
    [InlineData("highway=track motor_vehicle=forestry", RoadFlags.Foot)]
    [InlineData("highway=track motor_vehicle=no", RoadFlags.Foot)]
    [InlineData("highway=service access=private", Both | Local)]
    [InlineData("highway=service access=no", Both | Local)]
    [InlineData("highway=service access=no psv=yes", RoadFlags.None)]
    [InlineData("highway=service access=no foot=designated bicycle=designated", RoadFlags.Foot)]
    [InlineData("highway=service access=customers", Both | Local)]
    [InlineData("highway=service access=customers;delivery", Both | Local)]
    [InlineData("highway=track motor_vehicle=agricultural;forestry", RoadFlags.Foot)]
    [InlineData("highway=residential motor_vehicle=destination", Both | RoadFlags.CarLocal)]
    [InlineData("highway=residential foot=private", Both | RoadFlags.FootLocal)]
    [InlineData("highway=residential motor_vehicle:backward=destination", Both | RoadFlags.CarBackwardLocal)]
    [InlineData("highway=residential oneway=yes access=private", RoadFlags.Foot | RoadFlags.FootLocal | RoadFlags.CarForward | RoadFlags.CarForwardLocal)]
    [InlineData("highway=footway tunnel=yes", RoadFlags.Foot | RoadFlags.Tunnel)]
    [InlineData("highway=residential tunnel=building_passage", Both | RoadFlags.Tunnel)]
    [InlineData("highway=residential tunnel=culvert", Both)]
    [InlineData("highway=residential tunnel=no", Both)]
    [InlineData("highway=residential tunnel=F", Both)]
    [InlineData("highway=footway covered=yes layer=-1", RoadFlags.Foot | RoadFlags.Tunnel)]
    [InlineData("highway=footway covered=yes", RoadFlags.Foot)]
    [InlineData("highway=footway layer=-1", RoadFlags.Foot)]
    [InlineData("highway=service access=private foot=yes", Both | RoadFlags.CarLocal)]
    [InlineData("highway=service access=no motor_vehicle=destination", RoadFlags.Car | RoadFlags.CarLocal)]
    [InlineData("highway=residential access=destination", Both | Local)]
    [InlineData("highway=residential vehicle=no motorcar=yes", Both)]
    [InlineData("highway=residential access=unheard_of", Both)]
    [InlineData("highway=residential foot=no", RoadFlags.Car)]
    [InlineData("highway=residential oneway=yes", RoadFlags.Foot | RoadFlags.CarForward)]
    [InlineData("highway=residential oneway=-1", RoadFlags.Foot | RoadFlags.CarBackward)]
    [InlineData("highway=residential oneway=reverse", RoadFlags.Foot | RoadFlags.CarBackward)]
    [InlineData("highway=residential oneway=reversible", RoadFlags.Foot)]
    [InlineData("highway=residential junction=roundabout", RoadFlags.Foot | RoadFlags.CarForward)]
    [InlineData("highway=residential junction=circular oneway=no", Both)]
    [InlineData("highway=residential oneway=yes oneway:motor_vehicle=no", Both)]
    [InlineData("highway=residential vehicle:backward=no", RoadFlags.Foot | RoadFlags.CarForward)]
    [InlineData("highway=residential motor_vehicle:forward=no", RoadFlags.Foot | RoadFlags.CarBackward)]
    [InlineData("route=ferry motor_vehicle=yes foot=yes", RoadFlags.Car | RoadFlags.Ferry)]
    [InlineData("route=ferry ferry=secondary", RoadFlags.Car | RoadFlags.Ferry)]
    [InlineData("route=ferry ferry=secondary motor_vehicle=no", RoadFlags.None)]
    [InlineData("route=ferry foot=yes", RoadFlags.None)]
    [InlineData("route=ferry motor_vehicle=yes access=private", RoadFlags.None)]
    public void A_way_is_for_whom_its_tags_say(string tags, RoadFlags expected) => Assert.Equal(expected, OsmRoads.Classify(Tags(tags)).Flags);

    [Theory]
    [InlineData("barrier=bollard", RoadFlags.Car)]
    [InlineData("barrier=bollard motor_vehicle=yes", RoadFlags.None)]
    [InlineData("barrier=gate", RoadFlags.None)]
    [InlineData("barrier=gate access=private", Local)]
    [InlineData("barrier=gate access=no", Local)]
    [InlineData("barrier=gate foot=no", RoadFlags.Foot)]
    [InlineData("barrier=bollard access=private", Local)]
    [InlineData("barrier=block access=private", RoadFlags.FootLocal | RoadFlags.Car)]
    [InlineData("barrier=wall access=private", Both)]
    [InlineData("barrier=gate access=private foot=yes", RoadFlags.CarLocal)]
    [InlineData("barrier=gate motor_vehicle=private", RoadFlags.CarLocal)]
    [InlineData("barrier=gate locked=yes", Local)]
    [InlineData("barrier=lift_gate", RoadFlags.None)]
    [InlineData("barrier=cycle_barrier bicycle=yes", RoadFlags.Car)]
    [InlineData("barrier=kissing_gate", RoadFlags.Car)]
    [InlineData("barrier=wall", Both)]
    [InlineData("barrier=cattle_grid", RoadFlags.None)]
    [InlineData("barrier=no access=no", RoadFlags.None)]
    [InlineData("highway=crossing", RoadFlags.None)]
    public void A_barrier_stops_whom_its_tags_say(string tags, RoadFlags expected) => Assert.Equal(expected, OsmRoads.Blocks(Tags(tags)));

    [Theory]
    [InlineData("highway=residential", 40, 40)]
    [InlineData("highway=residential maxspeed=30", 30, 30)]
    [InlineData("highway=residential maxspeed=30 maxspeed:forward=50", 50, 30)]
    [InlineData("highway=primary maxspeed=none", 80, 80)]
    [InlineData("highway=primary surface=gravel", 60, 60)]
    [InlineData("highway=primary maxspeed=40 surface=gravel", 40, 40)]
    [InlineData("highway=track tracktype=grade5", 10, 10)]
    [InlineData("route=ferry motor_vehicle=yes", 15, 15)]
    public void Speeds_are_signs_else_the_class(string tags, double forwardKmh, double backwardKmh)
    {
        RoadTraits traits = OsmRoads.Classify(Tags(tags));
        Assert.Equal((forwardKmh, backwardKmh), (traits.ForwardKmh, traits.BackwardKmh));
    }

    [Fact]
    public void The_table_of_speeds_can_be_replaced()
    {
        RoadSpeeds slow = new() { ClassKmh = new Dictionary<string, double> { ["residential"] = 20 }, OtherKmh = 33 };
        Assert.Equal(20, OsmRoads.Classify(Tags("highway=residential"), slow).ForwardKmh);
        Assert.Equal(33, OsmRoads.Classify(Tags("highway=primary"), slow).ForwardKmh);
    }

    [Fact]
    public void A_ferry_has_a_wait_and_perhaps_a_duration()
    {
        RoadTraits ferry = OsmRoads.Classify(Tags("route=ferry motor_vehicle=yes duration=00:12"));
        Assert.Equal((600.0, 720.0), (ferry.WaitSeconds, ferry.DurationSeconds));
    }

    [Theory]
    [InlineData("50", 50.0)]
    [InlineData("50 km/h", 50.0)]
    [InlineData("30 mph", 48.28032)]
    [InlineData("10 knots", 18.52)]
    [InlineData("walk", 7.0)]
    [InlineData("SE:walk", 7.0)]
    [InlineData("SE:urban", 50.0)]
    [InlineData("SE:rural", 70.0)]
    [InlineData("SE:motorway", 110.0)]
    [InlineData("DE:rural", null)]
    [InlineData("SE:30", 30.0)]
    [InlineData("DE:zone:30", 30.0)]
    [InlineData("SE:zone30", 30.0)]
    [InlineData("70;50", 50.0)]
    [InlineData("50|70", 50.0)]
    [InlineData("none", null)]
    [InlineData("signals", null)]
    [InlineData("variable", null)]
    [InlineData("0", null)]
    [InlineData("-50", null)]
    [InlineData("50 furlongs", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Speed_limits_are_read(string? text, double? kmh) => Assert.Equal(kmh, OsmSpeed.Parse(text));

    [Theory]
    [InlineData("00:10", 600.0)]
    [InlineData("1:30:30", 5430.0)]
    [InlineData("25", 1500.0)]
    [InlineData("PT25M", 1500.0)]
    [InlineData("PT1H30M", 5400.0)]
    [InlineData("PT", null)]
    [InlineData("PT5", null)]
    [InlineData("PT5X", null)]
    [InlineData("soon", null)]
    [InlineData("1:2:3:4", null)]
    [InlineData("00:00", null)]
    [InlineData(null, null)]
    public void Durations_are_read(string? text, double? seconds) => Assert.Equal(seconds, OsmSpeed.ParseDurationSeconds(text));

    [Fact]
    public void Any_values_of_any_keys_give_an_answer() => Seeds.Check(500, seed =>
    {
        Random random = new(seed);
        string[] values = ["yes", "no", "-1", "private", "", ":", ";", "PT", "1e999", "SE:", "residential", "ferry", "😀", "50", "\u0130"];
        RoadTraits traits = OsmRoads.Classify(_ => random.Next(3) == 0 ? null : values[random.Next(values.Length)]);
        Assert.True(!traits.Flags.HasFlag(RoadFlags.CarForward) || traits.ForwardKmh > 0);
        Assert.True(!traits.Flags.HasFlag(RoadFlags.Ferry) || !traits.Flags.HasFlag(RoadFlags.Foot));
        Assert.Equal(RoadFlags.None, OsmRoads.Blocks(_ => random.Next(3) == 0 ? null : values[random.Next(values.Length)]) & ~(Both | Local));
    });

    private static Func<string, string?> Tags(string text)
    {
        Dictionary<string, string> tags = text.Split(' ').Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]);
        return key => tags.GetValueOrDefault(key);
    }
}
