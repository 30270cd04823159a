using System.IO.Compression;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Import;

public sealed class BuildingsImportTests
{
    [Fact]
    public void Rows_that_share_an_id_are_one_building_in_any_order()
    {
        // Two parts of 120 and 50 m² and a third inside the first: 170 m² in all, counted once.
        string[] rows =
        [
            Workshop.House("{AAAA}", 0, "Komplementbyggnad;"), Workshop.House("aaaa", 30, "Verksamhet;", ", \"andamal2\": \"Bostad;Flerfamiljshus\"", width: 5),
            Workshop.House("AAAA", 2, "Bostad;Småhus radhus", width: 4), Workshop.House("bbbb", 100),
        ];
        string? first = null;
        foreach (int[] order in (int[][])[[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]])
        {
            using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection([.. order.Select(i => rows[i])]));
            Imported inputs = workshop.Import();
            Assert.Equal(["aaaa", "bbbb"], inputs.Buildings.Select(b => b.Id));
            Building one = inputs.Buildings[0];
            Assert.Equal(170, one.FootprintM2, 6);
            Assert.Equal((3, true, true, "Flerfamiljshus"), (one.Rows, one.IsDwelling, one.IsMultiDwelling, one.Purpose));
            string shown = one.Outline.AsText() + one.House;
            Assert.Equal(first ??= shown, shown);
            Assert.Equal((4, 4), (inputs.Files[0].Read, inputs.Files[0].Used));
        }
    }

    [Theory]
    [InlineData("Bostad", true, "Bostad")]
    [InlineData("Bostad;", true, "Bostad")]
    [InlineData("Bostad;Småhus friliggande", true, "Småhus friliggande")]
    [InlineData("Bostad; Småhus friliggande", true, "Småhus friliggande")]
    [InlineData(" BOSTAD ; Flerfamiljshus ", true, "Flerfamiljshus")]
    [InlineData("Bostad; Sma\u030Ahus friliggande", true, "Småhus friliggande")] // å as a and a ring above
    [InlineData("Bostad;Sm?hus friliggande", true, "Sm?hus friliggande")]
    [InlineData("Komplementbyggnad;", false, "Komplementbyggnad")]
    [InlineData("Samhällsfunktion;Ospecificerad", false, "Ospecificerad")]
    [InlineData("Industri;Tillverkning", false, "Tillverkning")]
    [InlineData("Bostadsgarage;", false, "Bostadsgarage")]
    public void A_purpose_is_read_in_every_spelling(string written, bool isDwelling, string purpose)
    {
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(Workshop.House("h", 0, written), Workshop.House("other", 100)));
        Building house = workshop.Import().Buildings[0];
        Assert.Equal((isDwelling, purpose), (house.IsDwelling, house.Purpose));
    }

    [Theory]
    [InlineData("Bostad;Småhus friliggande", BuildingKind.Dwelling, false)]
    [InlineData("Bostad;Småhus radhus", BuildingKind.RowHouse, false)]
    [InlineData("Bostad;Småhus kedjehus", BuildingKind.RowHouse, false)]
    [InlineData("Komplementbyggnad;", BuildingKind.Outbuilding, true)]
    [InlineData("Komplementbyggnad;Garage", BuildingKind.Outbuilding, true)]
    [InlineData("Ekonomibyggnad;Ospecificerad", BuildingKind.Outbuilding, true)]
    [InlineData("Övrig byggnad;", BuildingKind.Outbuilding, true)]
    [InlineData("Samhällsfunktion;Skola", BuildingKind.Other, false)]
    public void A_shed_is_one_by_its_type_whatever_it_is_used_for(string written, BuildingKind kind, bool isOutbuilding)
    {
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(Workshop.House("h", 0, written), Workshop.House("other", 100)));
        Building building = workshop.Import().Buildings[0];
        Assert.Equal((kind, isOutbuilding), (building.Kind, building.IsOutbuilding));
    }

    [Fact]
    public void Any_of_the_five_purposes_makes_a_dwelling()
    {
        for (int i = 2; i <= 5; i++)
        {
            using Workshop workshop = new Workshop().With(
                "buildings", "b.geojson", Workshop.Collection(Workshop.House("h", 0, "Verksamhet;", FormattableString.Invariant($", \"andamal{i}\": \"Bostad;Flerfamiljshus\""))));
            Assert.True(workshop.Import().Buildings[0].IsDwelling);
        }
    }

    [Theory]
    [InlineData("planerad", false)]
    [InlineData("Avregistrerad", false)]
    [InlineData("gällande", true)]
    [InlineData("gällande under utredning", true)]
    public void A_planned_building_is_no_home_yet(string status, bool isDwelling)
    {
        using Workshop workshop = new Workshop().With(
            "buildings", "b.geojson", Workshop.Collection(Workshop.House("h", 0, more: $", \"objektstatus\": \"{status}\""), Workshop.House("other", 100)));
        Assert.Equal(isDwelling, workshop.Import().Buildings[0].IsDwelling);
    }

    [Fact]
    public void A_topographic_map_is_refused_with_the_product_to_order()
    {
        using Workshop workshop = new Workshop().With(
            "buildings", "byggnadsverk.geojson", Workshop.Collection(Workshop.Feature("\"objektidentitet\": \"h\", \"objekttypnr\": 2061, \"objekttyp\": \"Bostad\"", Workshop.Ring(0, 0, 12, 10))));
        Assert.Equal(
            "byggnadsverk.geojson (buildings): is a topographic map product (it has no andamal1 and no husnummer), which lacks most houses; order Byggnad Nedladdning, vektor from Lantmäteriet.",
            workshop.Refused());
    }

    [Fact]
    public void Missing_geometries_are_counted_and_a_missing_id_is_made_of_the_outline()
    {
        const string nowhere = """{ "type": "Feature", "properties": { "objektidentitet": "n", "andamal1": "Bostad;" }, "geometry": null }""";
        const string point = """{ "type": "Feature", "properties": { "objektidentitet": "p", "andamal1": "Bostad;" }, "geometry": { "type": "Point", "coordinates": [700000, 7200000] } }""";
        Run run = new();
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(Workshop.House(null, 0), nowhere, point, Workshop.House("h2", 100)));
        Imported inputs = workshop.Import(run);
        InputFile file = inputs.Files[0];
        Assert.Equal((4, 2), (file.Read, file.Used));
        Assert.Equal(["no-place=1", "not-an-area=1"], file.LeftOut.Select(l => $"{l.Key}={l.Value}").Order());
        Assert.StartsWith("outline-", inputs.Buildings.Single(b => b.Id != "h2").Id, StringComparison.Ordinal);
        Assert.Equal((1, 1), (run.Notices.Counts["no_place"], run.Notices.Counts["not_an_area"]));
    }

    [Fact]
    public void Swapped_axes_are_put_right_with_a_notice()
    {
        string swapped = """{ "type": "Feature", "properties": { "objektidentitet": "h1", "andamal1": "Bostad;" }, "geometry": { "type": "Polygon", "coordinates": [[[7200000,700000],[7200000,700012],[7200010,700012],[7200010,700000],[7200000,700000]]] } }""";
        Run run = new();
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(swapped));
        Building house = workshop.Import(run).Buildings[0];
        Assert.Equal((700_006, 7_200_005, 120), (house.House.X, house.House.Y, house.FootprintM2));
        Assert.Equal(1, run.Notices.Counts["axes_swapped"]);
    }

    [Fact]
    public void A_building_in_the_local_zone_is_the_one_in_the_national_grid()
    {
        // Row 3016 of the published vectors: 64.75 N 20.95 E is (183330.654, 7183650.591) in the zone and (782877.542, 7193894.010) in SWEREF 99 TM.
        using TemporaryFolder folder = new();
        foreach ((int epsg, double e, double n) in (ReadOnlySpan<(int, double, double)>)[(3016, 183_330.654, 7_183_650.591), (3006, 782_877.542, 7_193_894.010)])
        {
            using GeoPackageWriter writer = GeoPackageWriter.Create(folder.File($"{epsg}.gpkg"), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
            Polygon around = new(new LinearRing([new(e - 6, n - 5), new(e + 6, n - 5), new(e + 6, n + 5), new(e - 6, n + 5), new(e - 6, n - 5)]));
            writer.AddLayer(
                new GpkgLayerDefinition
                {
                    Name = "byggnad",
                    Identifier = "byggnad",
                    Crs = CrsTable.Find(epsg)!,
                    GeometryType = "MULTIPOLYGON",
                    GeometryColumn = epsg == 3006 ? "geom" : "geometri",
                    Columns = [new GpkgColumn("objektidentitet", "TEXT"), new GpkgColumn("andamal1", "TEXT")],
                },
                [(new MultiPolygon([around]), ["h1", "Bostad;Småhus friliggande"])]);
            writer.Complete();
        }

        Building[] houses = [.. new[] { 3016, 3006 }.Select(epsg =>
        {
            using Workshop workshop = new Workshop().With("buildings", "byggnad.gpkg", File.ReadAllBytes(folder.File($"{epsg}.gpkg")));
            return workshop.Import().Buildings[0];
        })];
        Assert.All(houses, h => Assert.Equal((782_877.542, 7_193_894.010), (Math.Round(h.House.X, 2), Math.Round(h.House.Y, 2)), new Near(0.005)));
        Assert.Equal(houses[1].FootprintM2, houses[0].FootprintM2, 120 * 0.002); // the scale of TM so far east is 1.00058
    }

    [Fact]
    public void Buildings_in_two_zones_are_refused()
    {
        static string In(string id, double e) => Workshop.Feature(
            $"\"objektidentitet\": \"{id}\", \"andamal1\": \"Bostad;\"",
            FormattableString.Invariant($"[[[{e},7183650],[{e + 12},7183650],[{e + 12},7183660],[{e},7183660],[{e},7183650]]]"));
        string[] rows = [.. Enumerable.Range(0, 40).Select(i => In($"t{i}", 700_000 + (20 * i))), .. Enumerable.Range(0, 40).Select(i => In($"z{i}", 183_000 + (20 * i)))];
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(rows));
        Assert.Contains("two systems: 40 records fit", workshop.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_crs_is_refused_and_a_zone_that_cannot_be_told_is_asked_for()
    {
        using Workshop unknown = new Workshop().With("buildings", "b.geojson", Workshop.Collection("EPSG:27700", [Workshop.House("h", 0)]));
        Assert.Contains("does not know", unknown.Refused(), StringComparison.Ordinal);
        string zone = """{ "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "andamal1": "Bostad;" }, "geometry": { "type": "Polygon", "coordinates": [[[183000,7183650],[183012,7183650],[183012,7183660],[183000,7183660],[183000,7183650]]] } } ] }""";
        using Workshop local = new Workshop().With("buildings", "b.geojson", zone);
        Assert.Contains("EPSG:3016", local.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_with_one_file_is_read_as_delivered_and_nothing_is_written_beside_it()
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry("byggnad_kn2482.geojson").Open();
            entry.Write(Encoding.UTF8.GetBytes(Workshop.Collection(Workshop.House("h1", 0), Workshop.House("h2", 100))));
        }

        using Workshop workshop = new Workshop().With("buildings", "byggnad_kn2482.zip", bytes.ToArray());
        Assert.Equal(2, workshop.Import().Buildings.Count);
        Assert.Equal(
            ["addresses.csv", "byggnad_kn2482.zip", "inventory.json", "properties.geojson", "residents.csv"],
            Directory.EnumerateFileSystemEntries(workshop.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<xml/>")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("SQLite format 3\0")]
    [InlineData("objektidentitet;andamal1\nh;Bostad;\n")]
    public void What_cannot_be_a_building_file_is_refused_by_name(string text)
    {
        using Workshop workshop = new Workshop().With("buildings", "b.gpkg", text);
        Assert.StartsWith("b.gpkg", workshop.Refused(), StringComparison.Ordinal);
    }

    private sealed class Near(double by) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= by && Math.Abs(x.Item2 - y.Item2) <= by;

        public int GetHashCode((double, double) obj) => 0;
    }
}
