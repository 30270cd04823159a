using System.Globalization;
using HousingInventory.Formats;
using HousingInventory.Sample;

namespace HousingInventory.Tests.Sample;

public sealed class TinyTownTests
{
    private readonly SampleTown _town = TinyTown.Build();

    [Fact]
    public void The_expected_list_names_every_building_and_agrees_with_the_truth_where_the_truth_can_be_known()
    {
        Dictionary<string, string> expected = Expected().ToDictionary(r => r["building_id"], r => r["status"]);
        Assert.Equal(_town.Buildings.Select(b => b.Id), expected.Keys);
        foreach (SampleBuilding building in _town.Buildings)
        {
            // Two homes without an address, and two with one between them: the register does not say in which somebody lives.
            bool unknowable = (building.Labels & (TruthLabels.PropertyOnly | TruthLabels.SharedAddress)) != 0;
            Assert.Equal(unknowable ? "undetermined" : Truth.Status(building), expected[building.Id]);
        }
    }

    [Fact]
    public void Expected_walks_follow_from_the_streets()
    {
        foreach (Dictionary<string, string> row in Expected().Where(r => r["walk_to_stop_m"].Length > 0))
        {
            Position house = _town.Buildings.Single(b => b.Id == row["building_id"]).Middle;
            double stop = _town.Timetable.Stops.Where(s => s.Name != "Exempelcentrum").Min(s => Walk(house, s.Middle));
            double grocery = Walk(house, _town.Services.Single(s => s.Category == "grocery").Position);
            Assert.Equal(Number(row["walk_to_stop_m"]), stop, 6);
            Assert.Equal(Number(row["walk_to_grocery_m"]), grocery, 6);
        }
    }

    [Fact]
    public void Expected_travel_times_follow_from_the_timetable()
    {
        int arriveBy = ((8 * 60) + 15) * 60;
        foreach (Dictionary<string, string> row in Expected().Where(r => r["travel_to_centre_min"].Length > 0))
        {
            // Every trip to the centre from every stop: leave in time to walk at 80 m a minute and to stand there a minute before.
            Position house = _town.Buildings.Single(b => b.Id == row["building_id"]).Middle;
            int leave = _town.Timetable.Trips
                .Where(t => t.Service == SampleServiceDays.TermWeekday && t.Direction == 1 && t.Calls[^1].ArrivalS <= arriveBy)
                .SelectMany(t => t.Calls.SkipLast(1))
                .Max(c => c.DepartureS - 60 - (int)Math.Ceiling(0.75 * Walk(house, c.Post.Position)));
            Assert.Equal(Number(row["travel_to_centre_min"]), Math.Round((arriveBy - leave) / 60.0, 1, MidpointRounding.AwayFromZero), 6);
        }
    }

    [Fact]
    public void Expected_departures_are_the_trips_that_can_be_boarded_in_the_town()
    {
        // 6 to the centre; 7 from it, whose last call at x = 600 is no departure but those at x = 0 and 300 are.
        int trips = _town.Timetable.Trips.Count(t => t.Service == SampleServiceDays.TermWeekday);
        Assert.Equal(13, trips);
        Assert.All(Expected().Where(r => r["departures"].Length > 0), r => Assert.Equal("13", r["departures"]));
    }

    [Fact]
    public void Persons_add_up()
    {
        // 2 + 3 + 4 in the south row beside one protected, 2 + 1 + 2 + 4 + 1 in the north row.
        Assert.Equal(19, _town.Registrations.Count(r => r.Kind == RegistrationKind.Current));
        Assert.Equal(20, _town.Buildings.Sum(b => b.Residents));
        Assert.Equal(
            [RegistrationKind.Current, RegistrationKind.Deregistered, RegistrationKind.OtherMunicipality, RegistrationKind.Duplicate, RegistrationKind.Unplaced, RegistrationKind.Protected],
            _town.Registrations.Select(r => r.Kind).Distinct().Order());
    }

    // From a house straight to the nearest street, along streets to the node. All streets lie on the lines x or y = 0, 100 ..., so the way along them between
    // two of their points is the sum of the differences, when both lie in the grid.
    private static double Walk(Position house, Position node)
    {
        (double x, double y) = (house.East - 783_000, house.North - 7_194_000);
        double street = Math.Min(200, Math.Floor(y / 100) * 100);
        return y - street + Math.Abs(x - (node.East - 783_000)) + Math.Abs(street - (node.North - 7_194_000));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Expected()
    {
        List<Dictionary<string, string>> rows = [];
        using IFeatureCursor cursor = CsvTable.Open(Path.Combine(RepositoryRoot.Path, "data-samples", "tiny-town", "expected.csv"), ReadOptions.Recognise);
        while (cursor.Read())
        {
            rows.Add(cursor.Layer.Columns.Select((c, i) => (c.Name, Text: cursor.Text(i) ?? "")).ToDictionary(c => c.Name, c => c.Text));
        }

        return rows;
    }
}
