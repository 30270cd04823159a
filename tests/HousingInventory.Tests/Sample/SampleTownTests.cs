using HousingInventory.Sample;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace HousingInventory.Tests.Sample;

[Trait("Takes", "long")]
public sealed class SampleTownTests
{
    private static readonly Lazy<SampleTown> Shared = new(() => TownBuilder.Build(new SampleOptions { Homes = 3000, Seed = 7 }));

    private static SampleTown Town => Shared.Value;

    [Theory]
    [InlineData(300, 1)]
    [InlineData(300, 2)]
    [InlineData(3000, 7)]
    public void The_number_of_homes_is_about_what_was_asked(int homes, ulong seed)
    {
        SampleTown town = TownBuilder.Build(new SampleOptions { Homes = homes, Seed = seed });
        int built = town.Buildings.Count(b => b.IsDwelling);
        Assert.InRange(built, homes * 93 / 100, homes * 107 / 100);
        Assert.InRange(town.Buildings.Count, homes * 14 / 10, homes * 22 / 10);
        Assert.InRange(town.Registrations.Count, homes * 23 / 10, homes * 40 / 10);
    }

    [Theory]
    [InlineData(3000, 7)]
    [InlineData(300, 1)]
    public void Every_kind_of_building_and_noise_occurs(int homes, ulong seed)
    {
        SampleTown town = TownBuilder.Build(new SampleOptions { Homes = homes, Seed = seed });
        TruthLabels seen = town.Buildings.Aggregate(TruthLabels.None, (all, b) => all | b.Labels);
        TruthLabels wanted = Enum.GetValues<TruthLabels>().Aggregate((a, b) => a | b);
        Assert.Equal("", TruthLabelWords.Text(wanted & ~seen));
        Assert.Empty(Enum.GetValues<TypingFault>().Except(town.Registrations.Select(r => r.Fault)));
        Assert.Empty(Enum.GetValues<RegistrationKind>().Except(town.Registrations.Select(r => r.Kind)));
        Assert.Empty(new[] { "registered", "nobody-registered", "secondary", "not-housing" }.Except(town.Buildings.Select(Truth.Status)));
        Assert.Contains(town.Addresses, a => a.Reserved);
        Assert.Contains(town.Registrations, r => r.History.Count > 0);
    }

    [Fact]
    public void Without_noise_every_post_is_current_and_complete()
    {
        SampleTown town = TownBuilder.Build(new SampleOptions { Homes = 300, Noise = SampleNoise.None });
        Assert.All(town.Registrations, r => Assert.Equal(RegistrationKind.Current, r.Kind));
        Assert.All(town.Registrations, r => Assert.Equal(r.Dwelling!.Address?.Id ?? "", r.AddressId));
        Assert.All(town.Registrations, r => Assert.Equal(r.Dwelling!.Address?.Written.ToUpperInvariant() ?? "", r.StreetLine));
        Assert.All(town.Registrations, r => Assert.Equal(r.Home!.Property.Designation, r.Designation));
        Assert.Empty(town.Withheld);
    }

    [Fact]
    public void Persons_add_up()
    {
        // Every resident is a current post, a protected post, or absent because protected.
        Assert.All(Town.Buildings, b => Assert.Equal(b.Residents, b.Dwellings.Sum(d => d.Residents)));
        Dictionary<SampleBuilding, int> current = Town.Registrations.Where(r => r.Kind == RegistrationKind.Current).GroupBy(r => r.Home!).ToDictionary(g => g.Key, g => g.Count());
        foreach (SampleBuilding building in Town.Buildings)
        {
            Assert.Equal(building.ResidentsInExtract, current.GetValueOrDefault(building));
            Assert.True(building.Labels.HasFlag(TruthLabels.Withheld) || building.ResidentsInExtract == building.Residents);
        }

        Assert.Contains(Town.Buildings, b => b.Labels.HasFlag(TruthLabels.Withheld) && b.ResidentsInExtract == 0 && b.Residents > 0);
        Assert.Equal(Town.Buildings.Count(b => b.Labels.HasFlag(TruthLabels.Withheld)), Town.Withheld.Count);
    }

    [Fact]
    public void Person_numbers_are_valid_unique_and_of_nobody()
    {
        string[] numbers = [.. Town.Registrations.Where(r => r.Kind != RegistrationKind.Duplicate).Select(r => r.PersonNumber)];
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.True(n.Length == 12 && string.CompareOrdinal(n[..4], "1840") < 0));

        // 640823-3234 is the documentation number; the check digit of "640823323" is 4, so that of 18… numbers follows the same sum.
        Assert.All(numbers, n => Assert.Equal(0, LuhnSum(n[2..]) % 10));
        Assert.Equal(0, LuhnSum("6408233234") % 10);
    }

    [Fact]
    public void No_two_outlines_overlap()
    {
        (SampleBuilding Building, Geometry Outline)[] rows = [.. Town.Buildings.SelectMany(b => b.Rows.Select(r => (b, Shape(r))))];
        STRtree<int> index = new();
        for (int i = 0; i < rows.Length; i++)
        {
            index.Insert(rows[i].Outline.EnvelopeInternal, i);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            foreach (int j in index.Query(rows[i].Outline.EnvelopeInternal))
            {
                Assert.True(j <= i || rows[i].Outline.Intersection(rows[j].Outline).Area < 0.001, $"{rows[i].Building.Id} {rows[j].Building.Id}");
            }
        }
    }

    [Fact]
    public void Halves_of_a_split_house_and_rows_of_a_building_share_a_wall()
    {
        SampleBuilding[] halves = [.. Town.Buildings.Where(b => b.Half is not null)];
        Assert.NotEmpty(halves);
        Assert.All(halves, b => Assert.Equal(1, Shape(b.Rows[0]).Intersection(Shape(b.Half!.Rows[0])).Dimension switch { Dimension.Curve => 1, _ => 0 }));
        Assert.All(halves, b => Assert.NotSame(b.Property, b.Half!.Property));
        Assert.All(
            Town.Buildings.Where(b => b.Rows.Count > 1),
            b => Assert.True(Shape(b.Rows[0]).Intersection(Shape(b.Rows[1])).Length > 4.9));
    }

    [Fact]
    public void Every_building_stands_on_its_property_and_properties_do_not_overlap()
    {
        Assert.All(Town.Buildings, b => Assert.True(b.Property.Areas.Exists(a => b.Rows.TrueForAll(r => Shape(a).Buffer(0.01).Covers(Shape(r)))), b.Kind + " " + b.Property.Designation));
        Geometry[] areas = [.. Town.Properties.SelectMany(p => p.Areas).Select(Shape)];
        STRtree<int> index = new();
        for (int i = 0; i < areas.Length; i++)
        {
            index.Insert(areas[i].EnvelopeInternal, i);
        }

        for (int i = 0; i < areas.Length; i++)
        {
            foreach (int j in index.Query(areas[i].EnvelopeInternal))
            {
                Assert.True(j <= i || areas[i].Intersection(areas[j]).Area < 1);
            }
        }
    }

    [Fact]
    public void No_house_stands_on_a_road_and_only_lonely_ones_are_far_from_every_road()
    {
        STRtree<LineString> roads = new();
        foreach (RoadWay way in Town.Roads.Ways.Where(w => w.Tags[0].Key == "highway" && w.Tags[0].Value is not "motorway" and not "motorway_link"))
        {
            LineString line = GeometryFactory.Default.CreateLineString([.. way.Nodes.Select(n => new Coordinate(Town.Roads.Nodes[n].East, Town.Roads.Nodes[n].North))]);
            roads.Insert(line.EnvelopeInternal, line);
        }

        foreach (SampleBuilding building in Town.Buildings.Where(b => b.Kind != SampleBuildingKind.Public))
        {
            Geometry outline = Shape(building.Rows[0]);
            Envelope around = outline.EnvelopeInternal.Copy();
            around.ExpandBy(500);
            double nearest = roads.Query(around).Select(r => r.Distance(outline)).Append(double.PositiveInfinity).Min();
            Assert.True(nearest > 4, $"{building.Kind} {building.Property.Designation} {nearest}");
            Assert.True(!building.IsDwelling || building.Labels.HasFlag(TruthLabels.NoRoad) == nearest > 500, $"{building.Kind} {building.Property.Designation} {building.Labels}");
        }
    }

    [Fact]
    public void Roads_join_all_localities_and_only_the_island_and_fragments_lie_apart()
    {
        RoadNetwork roads = Town.Roads;
        int[] part = [.. Enumerable.Range(0, roads.Nodes.Count)];
        int Find(int n) => part[n] == n ? n : part[n] = Find(part[n]);
        foreach (RoadWay way in roads.Ways.Where(w => w.Tags[0].Key == "highway"))
        {
            foreach (int node in way.Nodes)
            {
                part[Find(node)] = Find(way.Nodes[0]);
            }
        }

        double Length(RoadWay way) => way.Nodes.Zip(way.Nodes.Skip(1), (a, b) => roads.Nodes[a].DistanceM(roads.Nodes[b])).Sum();
        double[] lengths = [.. roads.Ways.Where(w => w.Tags[0].Key == "highway").GroupBy(w => Find(w.Nodes[0]), Length).Select(g => g.Sum()).OrderDescending()];

        // The mainland, the island's 1.2 km, and three fragments of 60 m.
        Assert.True(lengths[0] > 200_000);
        Assert.Equal([1200, 60, 60, 60], lengths[1..].Select(l => Math.Round(l)));
    }

    [Fact]
    public void Ids_stand_once()
    {
        string[] ids =
        [
            .. Town.Buildings.Select(b => b.Id), .. Town.Addresses.Select(a => a.Id), .. Town.Properties.Select(p => p.Id), .. Town.Properties.SelectMany(p => p.AreaIds),
            .. Town.Dwellings.Select(d => d.Id), .. Town.Timetable.Routes.Select(r => r.Id), .. Town.Timetable.Stops.Select(s => s.Id),
            .. Town.Timetable.Stops.SelectMany(s => s.Posts).Select(p => p.Id),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(Town.Properties.Count, Town.Properties.Select(p => p.Designation).Distinct().Count());
        Assert.Equal(Town.Timetable.Stops.Count, Town.Timetable.Stops.Select(s => s.Name).Distinct().Count());

        // Written addresses are unique where their letters go.
        Assert.Equal(Town.Addresses.Count, Town.Addresses.Select(a => (a.Written, a.PostTown)).Distinct().Count());
    }

    [Fact]
    public void Names_of_streets_and_villages_differ_by_more_than_one_letter()
    {
        string[] names = [.. Town.Addresses.Select(a => a.Area).Concat(Town.Addresses.Select(a => a.Farm)).Where(n => n.Length > 0).Distinct()];
        Assert.All(names, n => Assert.StartsWith("Exempel", n, StringComparison.Ordinal));
        for (int i = 0; i < names.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.True(Math.Abs(names[i].Length - names[j].Length) > 1 || !WithinOneEdit(names[i], names[j]), $"{names[i]} {names[j]}");
            }
        }
    }

    private static int LuhnSum(string ten) =>
        ten.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(p => p > 9 ? p - 9 : p);

    private static bool WithinOneEdit(string a, string b)
    {
        int start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        int end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return Math.Max(a.Length, b.Length) - start - end <= 1;
    }

    private static Polygon Shape(HousingInventory.Sample.Position[] ring) =>
        GeometryFactory.Default.CreatePolygon([.. ring.Select(p => new Coordinate(p.East, p.North))]);
}
