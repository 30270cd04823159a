using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HousingInventory.Diagnostics;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>
/// What must hold of every criterion, whatever it measures. A new type needs one line: an example as a user writes it, and the states of the six homes with buses
/// and without. The homes are near the stop, on the way, far, on a road of its own (island), off every road, and beyond all roads.
/// </summary>
public sealed class CriterionPropertyTests
{
    /// <summary>M measured, U unreachable, S no service, O off the network, N no data.</summary>
    private static readonly (string Type, string Example, string WithBuses, string Without)[] Examples =
    [
        ("walk-to-stop", """{ "type": "walk-to-stop", "name": "x" }""", "MMMUON", "SSSSON"),
        ("bus-line", """{ "type": "bus-line", "name": "x" }""", "MMMMMM", "SSSSSS"),
        ("departures", """{ "type": "departures", "name": "x" }""", "MMMMON", "SSSSON"),
        ("service", """{ "type": "service", "name": "x", "category": "grocery" }""", "MMMUON", "MMMUON"),
        ("travel-time", """{ "type": "travel-time", "name": "x", "to": { "category": "school" }, "arriveBy": "08:15" }""", "MMUUON", "SSUUON"),
        ("major-road", """{ "type": "major-road", "name": "x" }""", "MMMMMM", "MMMMMM"),
        ("useful-day", """
            { "type": "useful-day", "name": "x", "errands": [ { "name": "e", "start": "08:30", "end": "16:00", "days": ["term"], "to": { "category": "school" } } ] }
            """, "MMMMON", "MMMMON"),
        ("scb-nearness", """{ "type": "scb-nearness", "name": "x" }""", "MMMMMM", "SSSSSS"),
        ("ptal", """{ "type": "ptal", "name": "x" }""", "MMMMON", "MMMMON"),
        ("oev-gueteklassen", """{ "type": "oev-gueteklassen", "name": "x" }""", "MMMMMM", "MMMMMM"),
    ];

    private static readonly (string Id, double X, double Y)[] Homes = [("near", 200, 10), ("way", 1500, 30), ("far", 9100, -20), ("island", 90_300, 5), ("off", 5000, 3000), ("beyond", 5000, -9000)];

    public static TheoryData<string> Types => [.. Examples.Select(e => e.Type)];

    [Fact]
    public void Every_type_of_criterion_has_an_example()
        => Assert.Equal(typeof(Criterion).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(d => (string)d.TypeDiscriminator!), Examples.Select(e => e.Type));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_home_alone_is_measured_as_among_others(string type)
    {
        Dictionary<string, string> all = Rows(Town(), ExampleOf(type));
        Assert.All(Homes, home => Assert.Equal(all[home.Id], Rows(Town(only: home.Id), ExampleOf(type))[home.Id]));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void The_order_of_roads_homes_services_stops_and_trips_changes_nothing(string type)
    {
        IReadOnlyDictionary<string, string> plain = Rows(Town(), ExampleOf(type));
        Assert.All(Enumerable.Range(1, 5), seed => Assert.Equal(plain, Rows(Town(shuffle: seed), ExampleOf(type))));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Five_states_are_told_apart(string type)
    {
        (_, string example, string withBuses, string without) = Examples.Single(e => e.Type == type);
        Assert.Equal(withBuses, States(Town(), example));
        Assert.Equal(without, States(Town(runs: false), example));

        AccessTown unknown = Town();
        unknown.NotInTimetable.UnionWith(AccessTown.Days.Keys);
        bool asksForBuses = withBuses != without || type is "useful-day" or "ptal" or "oev-gueteklassen";
        Assert.Equal(asksForBuses ? "NNNNNN" : withBuses, States(unknown, example));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_measure_has_points_from_0_to_100_and_what_is_missing_has_neither(string type)
    {
        foreach (AccessTown town in (AccessTown[])[Town(), Town(runs: false)])
        {
            CriterionResult result = town.Measure(ExampleOf(type));
            for (int i = 0; i < Homes.Length; i++)
            {
                bool isMeasured = result.States[i] == MeasureState.Measured;
                Assert.Equal(isMeasured, double.IsFinite(result.Values[i]));
                Assert.InRange(result.PointsTenths[i], 0, isMeasured ? Points.Full : 0);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Limits_are_inclusive(string type)
    {
        double value = Town().Measure(ExampleOf(type)).Values[0];
        string[] members = [.. typeof(Criterion).GetCustomAttributes<JsonDerivedTypeAttribute>().Single(d => (string)d.TypeDiscriminator! == type).DerivedType.GetProperties().Select(p => p.Name)];
        if (members.FirstOrDefault(m => m is "UntilM" or "UntilMin") is { } until)
        {
            Assert.Equal((Points.Full, 0), (PointsWith(until, value), PointsWith(until, value - 0.001)));
        }
        else if (type == "useful-day")
        {
            // Its points follow its percentage, and 100 is its limit: the home that gets everything is there.
            Assert.Equal((100, Points.Full), (value, PointsWith("FullAt", 100, "linear")));
        }
        else if (members.Contains("FullAt"))
        {
            Assert.Equal((Points.Full, 0), (PointsWith("FullAt", value), PointsWith("FullAt", value + 0.001)));
        }
        else
        {
            // What has no limit of its own takes no shape with one.
            Assert.Contains("shape", Assert.Throws<InputException>(() => PointsWith("Weight", 1)).Message, StringComparison.Ordinal);
        }

        int PointsWith(string member, double limit, string shape = "step")
        {
            JsonObject criterion = JsonNode.Parse(ExampleOf(type))!.AsObject();
            criterion["shape"] = shape;
            criterion[char.ToLowerInvariant(member[0]) + member[1..]] = limit;
            return Town().Measure(criterion.ToJsonString()).PointsTenths[0];
        }
    }

    private static string ExampleOf(string type) => Examples.Single(e => e.Type == type).Example;

    /// <summary>A main road with hourly buses along it, a major road, and all that can be asked for.</summary>
    private static AccessTown Town(int shuffle = 0, string? only = null, bool runs = true)
    {
        Func<AccessTown, AccessTown>[] parts =
        [
            t => t.Road((0, 0), (20_000, 0)),
            t => t.MajorRoad((0, 0), (0, 6000)),
            t => t.Road((90_000, 0), (90_600, 0)),
            t => t.Service("shop", "grocery", 3000),
            t => t.Service("other shop", "grocery", 3000, 10),
            t => t.Service("school", "school", 12_000),
            .. Homes.Where(h => only is null || h.Id == only).Select(h => (Func<AccessTown, AccessTown>)(t => t.Home(h.Id, h.X, h.Y))),
        ];
        string[] stops = ["post A 0,0", "post B 6000,0", "post C 12000,0"];
        string[] trips = !runs ? [] :
        [
            .. Enumerable.Range(6, 14).SelectMany(h => (string[])
            [
                string.Create(CultureInfo.InvariantCulture, $"trip there{h} 1 * dir=0 : A {h:00}:20, B {h:00}:30, C {h:00}:40"),
                string.Create(CultureInfo.InvariantCulture, $"trip back{h} 1 * dir=1 : C {h:00}:45, B {h:00}:55, A {h + 1:00}:05"),
            ]),
        ];
        if (shuffle > 0)
        {
            Random random = new(shuffle);
            random.Shuffle(parts);
            random.Shuffle(stops);
            random.Shuffle(trips);
        }

        AccessTown town = parts.Aggregate(new AccessTown(), (t, part) => part(t)).Timetable(string.Join('\n', [.. stops, "line 1 700", .. trips]));
        if (runs)
        {
            return town.Course("1", (0, 0), (12_000, 0));
        }

        town.WithoutTrips.UnionWith(AccessTown.Days.Keys);
        return town;
    }

    private static string States(AccessTown town, string example) => string.Concat(town.Measure(example).States.Select(s => s switch
    {
        MeasureState.Measured => 'M',
        MeasureState.Unreachable => 'U',
        MeasureState.NoService => 'S',
        MeasureState.OffNetwork => 'O',
        _ => 'N',
    }));

    private static Dictionary<string, string> Rows(AccessTown town, string example)
    {
        CriterionResult result = town.Measure(example);
        return town.Homes.Select((id, i) => (id, i)).ToDictionary(
            h => h.id,
            h => string.Create(
                CultureInfo.InvariantCulture,
                $"{result.States[h.i]} {result.Values[h.i]:R} {result.PointsTenths[h.i]} {string.Join('|', result.Extra.Select(e => Convert.ToString(e.Values[h.i], CultureInfo.InvariantCulture)))}"),
            StringComparer.Ordinal);
    }
}
