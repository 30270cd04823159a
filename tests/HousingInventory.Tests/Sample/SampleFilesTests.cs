using System.Globalization;
using System.Security.Cryptography;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Sample;
using HousingInventory.Verbs;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Sample;

public sealed class SampleFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sample").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_gives_others()
    {
        SampleOptions options = new() { Homes = 200, Seed = 5 };
        SampleFiles.Write(Sub("a"), options);
        SampleFiles.Write(Sub("b"), options);
        SampleFiles.Write(Sub("c"), options with { Seed = 6 });
        Assert.Equal(Hashes("a"), Hashes("b"));

        // The header of an empty follow-up list and the configuration have nothing random in them.
        string[] equal = [.. Hashes("a").Intersect(Hashes("c")).Select(h => h.Split(' ')[1])];
        Assert.Equal(["followup.csv", "inventory.json"], equal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fr-FR")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        SampleOptions options = new() { Homes = 150, Seed = 3, ResidentsFormat = ResidentsFormat.Csv };
        SampleFiles.Write(Sub("a"), options);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            SampleFiles.Write(Sub("b"), options);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(Hashes("a"), Hashes("b"));
    }

    [Theory]
    [InlineData(150)]
    [InlineData(900)]
    [Trait("Takes", "long")]
    public void The_questions_of_a_sample_can_all_be_answered(int homes)
    {
        SampleFiles.Write(_folder, new SampleOptions { Homes = homes, ResidentsFormat = ResidentsFormat.Csv });
        string told = TryingScenarios.Run(ConfigReader.Load(Path.Combine(_folder, "vad-om.json")), [], null, Path.Combine(_folder, "what-if"), new Run());
        Assert.All(["kvall", "morgontur", "in_till_byn", "tillsammans", "hallplats_1500", "affar_dubbelt"], name => Assert.Contains($"\n{name} ", told, StringComparison.Ordinal));
        Assert.Contains("påhittade priser", File.ReadAllText(Path.Combine(_folder, "what-if", "what-if.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleOptions.FewestHomes)]
    [InlineData(123)]
    [InlineData(777)]
    public void Towns_of_any_size_can_be_written(int homes)
    {
        SampleSummary summary = SampleFiles.Write(_folder, new SampleOptions { Homes = homes, Seed = (ulong)homes });
        Assert.InRange(summary.Homes, (homes * 9 / 10) - 5, (homes * 11 / 10) + 5);
        Assert.All(summary.Files, f => Assert.True(new FileInfo(Path.Combine(_folder, f)).Length > 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleFiles.Write(_folder, new SampleOptions { Homes = SampleOptions.FewestHomes - 1 }));
    }

    [Fact]
    public void Buildings_addresses_and_properties_are_read_back_as_they_were_made()
    {
        SampleTown town = Town(ResidentsFormat.NavetXml);
        (string Id, double AreaM2)[] made = [.. town.Buildings.SelectMany(b => b.Rows.Select(r => (b.Id, Area(r))))];
        List<(string Id, double AreaM2)> read = [];
        using (IFeatureCursor cursor = GeoPackageReader.Open(Path.Combine(_folder, "byggnad_kn2482.gpkg"), ReadOptions.Recognise))
        {
            Assert.Equal("byggnad", cursor.Layer.Name);
            Assert.Equal(CrsTable.Sweref99Tm, cursor.Layer.Crs);
            int id = cursor.Layer.FindColumn("objektidentitet");
            int purpose = cursor.Layer.FindColumn("andamal1");
            while (cursor.Read())
            {
                Assert.Null(cursor.Fault);
                Assert.Contains(';', cursor.Text(purpose)!);
                read.Add((cursor.Text(id)!, cursor.Geometry!.Area));
            }
        }

        Assert.Equal(made.Select(m => m.Id), read.Select(r => r.Id));
        Assert.All(made.Zip(read), pair => Assert.Equal(pair.First.AreaM2, pair.Second.AreaM2, 6));
        Assert.Equal(town.Addresses.Select(a => a.Id), Column("belagenhetsadresser_kn2482.gpkg", "belagenhetsadress_objektidentitet"));
        Assert.Equal(town.Addresses.Select(a => a.Area), Column("belagenhetsadresser_kn2482.gpkg", "adressomrade_faststalltnamn"));
        Assert.Equal(town.Properties.SelectMany(p => p.AreaIds.Select(_ => p.Id)), Column("fastighet_kn2482.gpkg", "registerenhetsreferens"));
        Assert.Equal(town.Localities.Select(l => l.Name), Column("tatorter.gpkg", "tatort"));
        Assert.Equal(town.HolidayAreas.Count, Column("fritidshusomraden.gpkg", "fritidshus").Count());
    }

    [Fact]
    public void Navet_posts_are_read_back_as_they_were_made()
    {
        SampleTown town = Town(ResidentsFormat.NavetXml);
        using IPopulationCursor cursor = PopulationFile.Open(Path.Combine(_folder, "navet.xml"));
        foreach (Registration post in town.Registrations)
        {
            Assert.True(cursor.Read());
            PopulationRecord record = cursor.Current;
            Assert.Null(cursor.Fault);
            Assert.Equal(post.PersonNumber, record.PersonNumber.ToString());
            Assert.Equal(post.ProtectionMark || post.ProtectedRegistration, record.IsProtected);
            Assert.Equal(post.DeregistrationCode.Length > 0, record.IsDeregistered);
            Assert.Equal(post.CountyCode + post.MunicipalityCode, record.MunicipalityCode);
            Assert.Equal(post.Designation, record.Property ?? "");
            Assert.Equal(post.StreetLine, record.Address ?? "");
            Assert.Equal(post.DwellingNumber, record.DwellingNumber ?? "");
            Assert.Equal(RegisterKey.Normalise(post.AddressId), record.AddressUuid);
            Assert.Equal(RegisterKey.Normalise(post.DwellingId), record.DwellingUuid);
        }

        Assert.False(cursor.Read());
    }

    [Fact]
    public void The_municipal_extract_is_windows_1252_and_holds_every_post()
    {
        SampleTown town = Town(ResidentsFormat.Csv);
        using IFeatureCursor cursor = CsvTable.Open(Path.Combine(_folder, "residents.csv"), ReadOptions.Recognise);
        Assert.Equal("Windows-1252", cursor.Layer.Encoding);
        Assert.Equal(';', cursor.Layer.Delimiter);
        int address = cursor.Layer.FindColumn("Adress");
        foreach (Registration post in town.Registrations)
        {
            Assert.True(cursor.Read());
            Assert.Equal(post.StreetLine, cursor.Text(address) ?? "");
        }

        Assert.False(cursor.Read());
    }

    [Fact]
    public void The_aggregated_extract_names_nobody_and_counts_everybody_who_may_be_counted()
    {
        SampleTown town = Town(ResidentsFormat.Aggregated);
        string text = File.ReadAllText(Path.Combine(_folder, "residents.csv"));
        Assert.All(town.Registrations, r => Assert.False(text.Contains(r.PersonNumber, StringComparison.Ordinal)));
        Assert.All(town.Registrations, r => Assert.False(text.Contains(r.Surname, StringComparison.Ordinal)));
        int counted = Column("residents.csv", "antal").Sum(a => int.Parse(a, CultureInfo.InvariantCulture));
        Assert.Equal(town.Registrations.Count(r => r.Kind is RegistrationKind.Current or RegistrationKind.Unplaced), counted);
    }

    [Fact]
    public void Truth_adds_up_with_the_register()
    {
        SampleTown town = Town(ResidentsFormat.NavetXml);
        Assert.Equal(town.Buildings.Select(b => b.Id).Order(StringComparer.Ordinal), Column("truth.csv", "building_id"));
        Assert.Equal(
            town.Registrations.Count(r => r.Kind == RegistrationKind.Current),
            Column("truth.csv", "residents_in_extract").Sum(a => int.Parse(a, CultureInfo.InvariantCulture)));
        string[] withheld = [.. Column("withheld.csv", "key")];
        Assert.Equal(town.Buildings.Count(b => b.Labels.HasFlag(TruthLabels.Withheld)), withheld.Length);
    }

    [Fact]
    public void The_feed_follows_the_conventions_of_Samtrafiken()
    {
        SampleTown town = Town(ResidentsFormat.NavetXml);
        GtfsFeed feed = GtfsReader.Read(Path.Combine(_folder, "gtfs.zip"));
        Assert.Empty(feed.Faults);
        Assert.Equal(town.Timetable.Trips.Count, feed.Trips.Count);
        Assert.Equal(town.Timetable.Trips.Sum(t => t.Calls.Count), feed.StopTimes.Count);
        Assert.Equal([700, 712, 714, 715, 1501], town.Timetable.Routes.Select(r => r.Type).Distinct().Order());
        Assert.Contains(town.Timetable.Trips, t => t.Calls[^1].ArrivalS > 24 * 3600);
        Assert.Contains(town.Timetable.Trips, t => t.Calls.Any(c => c.ArrivalS < 0));
        Assert.Contains(town.Timetable.Trips, t => t.Route.Type == 700 && t.Calls.Any(c => c.Booked));

        // Times never fall along a trip.
        foreach (BusTrip trip in town.Timetable.Trips)
        {
            int[] times = [.. trip.Calls.Select(c => c.ArrivalS).Where(t => t >= 0)];
            Assert.Equal(times.Order(), times);
        }
    }

    [Fact]
    public void Roads_are_read_back_as_they_were_made()
    {
        SampleTown town = Town(ResidentsFormat.NavetXml);
        OsmData read = OsmPbfReader.Read(Path.Combine(_folder, "roads.osm.pbf"), new OsmSelection { Lines = ["highway", "route=ferry"] });
        Assert.Equal(town.Roads.Ways.Count, read.Lines.Count);
        CrsTransform transform = CrsTransform.Between(CrsTable.Wgs84, CrsTable.Sweref99Tm);
        for (int way = 0; way < read.Lines.Count; way++)
        {
            RoadWay made = town.Roads.Ways[way];
            Assert.All(made.Tags, t => Assert.Equal(t.Value, read.Lines.Tags.Text(way, t.Key)));
            ReadOnlySpan<int> nodes = read.Lines.Nodes.AsSpan(read.Lines.NodeStart[way]..read.Lines.NodeStart[way + 1]);
            Assert.Equal(made.Nodes.Length, nodes.Length);
            for (int k = 0; k < nodes.Length; k++)
            {
                // 1e-7 degrees are 11 mm northwards.
                (double east, double north) = transform.Apply(read.Nodes.Longitude(nodes[k]), read.Nodes.Latitude(nodes[k]));
                Assert.Equal(town.Roads.Nodes[made.Nodes[k]].East, east, 0.02);
                Assert.Equal(town.Roads.Nodes[made.Nodes[k]].North, north, 0.02);
            }
        }
    }

    [Fact]
    public void A_term_Tuesday_has_the_term_timetable_and_an_autumn_break_Tuesday_has_fewer_trips()
    {
        SampleTown town = Town(ResidentsFormat.NavetXml);
        int TripsOn(int year, int month, int day) =>
            town.Timetable.Trips.Count(t => town.Timetable.Services[t.Service].Contains(new DateOnly(year, month, day)));
        int term = TripsOn(2026, 11, 17);
        Assert.True(TripsOn(2026, 10, 27) < term * 8 / 10);
        Assert.Equal(TripsOn(2026, 12, 22), TripsOn(2026, 10, 27));
        Assert.True(TripsOn(2026, 11, 20) > TripsOn(2026, 11, 18));
        Assert.True(TripsOn(2026, 11, 21) < TripsOn(2026, 10, 27));
        Assert.Equal(TripsOn(2026, 11, 22), TripsOn(2026, 12, 25));
        Assert.True(TripsOn(2026, 11, 22) > 0);
    }

    private SampleTown Town(ResidentsFormat format)
    {
        SampleTown town = TownBuilder.Build(new SampleOptions { Homes = 300, Seed = 11, ResidentsFormat = format });
        SampleFiles.Write(_folder, town, format);
        return town;
    }

    private string Sub(string name) => Path.Combine(_folder, name);

    private string[] Hashes(string folder) =>
        [.. Directory.GetFiles(Sub(folder)).Order(StringComparer.Ordinal).Select(f => $"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))} {Path.GetFileName(f)}")];

    private IEnumerable<string> Column(string file, string column)
    {
        string path = Path.Combine(_folder, file);
        using IFeatureCursor cursor = file.EndsWith(".gpkg", StringComparison.Ordinal)
            ? GeoPackageReader.Open(path, ReadOptions.Recognise)
            : CsvTable.Open(path, ReadOptions.Recognise);
        int index = cursor.Layer.FindColumn(column);
        while (cursor.Read())
        {
            yield return cursor.Text(index)!;
        }
    }

    private static double Area(HousingInventory.Sample.Position[] ring) =>
        GeometryFactory.Default.CreatePolygon([.. ring.Select(p => new Coordinate(p.East, p.North))]).Area;
}
