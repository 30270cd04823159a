using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>A layer whose records do not agree on what their coordinates are: the majority decides, whatever the order of the rows.</summary>
public sealed class CoordinateVoteTests
{
    private const string Metres = """, "crs": "EPSG:3006" """;

    [Theory]
    [InlineData("183000;7183650")] // a local zone
    [InlineData("7200000;700000")] // axes the other way
    [InlineData("20.95;64.75")] // degrees
    [InlineData("70000;7200000")] // a digit got lost
    [InlineData("0;0")]
    [InlineData("-5;12")]
    public void One_stray_record_is_left_out_with_its_row_wherever_it_stands(string stray)
    {
        foreach (int at in (int[])[0, 7, 19])
        {
            List<string> rows = [.. Enumerable.Range(0, 19).Select(i => FormattableString.Invariant($"s{i};grocery;{700_100 + i};7200200"))];
            rows.Insert(at, "stray;grocery;" + stray);
            Run run = new();
            using Workshop workshop = new Workshop().With("services", "s.csv", "id;category;e;n\n" + string.Join('\n', rows) + "\n", Metres);
            Imported inputs = workshop.Import(run);
            InputFile file = inputs.Files.Single(f => f.Type == "services");
            Assert.Equal((20, 19, "other-crs=1"), (file.Read, file.Used, string.Join(' ', file.LeftOut.Select(l => $"{l.Key}={l.Value}"))));
            Assert.DoesNotContain(inputs.Services, s => s.Id == "stray");
            Notice notice = Assert.Single(run.Notices.Samples, n => n.Code == "coordinates_misfit");
            Assert.Equal(("services", (long)at + 2), (notice.Source, notice.Row!.Value));
            Assert.DoesNotContain("axes_swapped", run.Notices.Counts.Keys);
            Assert.DoesNotContain("crs_recognised", run.Notices.Counts.Keys);
        }
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(2, 10)]
    [InlineData(5, 5)]
    [InlineData(190, 2)]
    public void Two_or_more_of_another_system_are_refused_in_any_order(int metres, int zone)
    {
        string[] rows =
        [
            .. Enumerable.Range(0, metres).Select(i => FormattableString.Invariant($"m{i};grocery;{700_100 + i};7200200")),
            .. Enumerable.Range(0, zone).Select(i => FormattableString.Invariant($"z{i};grocery;{183_000 + i};7183650")),
        ];
        string? first = null;
        foreach (IEnumerable<string> order in (IEnumerable<string>[])[rows, rows.Reverse()])
        {
            using Workshop workshop = new Workshop().With("services", "s.csv", "id;category;e;n\n" + string.Join('\n', order) + "\n", Metres);
            string line = workshop.Refused();
            Assert.StartsWith("s.csv (services): ", line, StringComparison.Ordinal);
            string told = line.Contains("two systems", StringComparison.Ordinal) ? $"{Math.Max(metres, zone)} records fit" : "local SWEREF 99 zone";
            Assert.Contains(told, line, StringComparison.Ordinal);
            string kind = line[..Math.Min(line.Length, 60)];
            Assert.Equal(first ??= kind, kind);
        }
    }

    [Fact]
    public void Up_to_one_in_a_hundred_is_left_out()
    {
        IEnumerable<string> rows = Enumerable.Range(0, 198).Select(i => FormattableString.Invariant($"m{i};grocery;{700_100 + i};7200200"))
            .Concat(["z1;grocery;183000;7183650", "z2;grocery;183001;7183650"]);
        using Workshop workshop = new Workshop().With("services", "s.csv", "id;category;e;n\n" + string.Join('\n', rows) + "\n", Metres);
        InputFile file = workshop.Import().Files.Single(f => f.Type == "services");
        Assert.Equal((200, 198, 2), (file.Read, file.Used, file.LeftOut["other-crs"]));
    }

    [Fact]
    public void Eastings_that_may_be_of_either_grid_go_with_their_neighbours()
    {
        // 240 000 may be SWEREF 99 TM in the far west or a zone; beside 320 000 it is TM, whichever comes first.
        foreach (string rows in (string[])["a;x;240000;6500000\nb;x;320000;6500000\n", "b;x;320000;6500000\na;x;240000;6500000\n"])
        {
            using Workshop workshop = new Workshop().With("services", "s.csv", "id;category;e;n\n" + rows);
            Assert.Equal([240_000, 320_000], workshop.Import().Services.Select(s => s.X).Order());
        }

        using Workshop alone = new Workshop().With("services", "s.csv", "id;category;e;n\na;x;240000;6500000\n");
        Assert.Contains("may be SWEREF 99 TM or a local zone", alone.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Houses_are_the_same_whichever_row_comes_first()
    {
        string stray = Workshop.Feature("\"objektidentitet\": \"far\", \"andamal1\": \"Bostad;\"", "[[[7200000,700000],[7200000,700012],[7200010,700012],[7200010,700000],[7200000,700000]]]");
        string[] rows = [Workshop.House("h1", 0), Workshop.House("h2", 100), stray];
        foreach (int[] order in (int[][])[[0, 1, 2], [2, 0, 1], [1, 2, 0]])
        {
            Run run = new();
            using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection([.. order.Select(i => rows[i])]));
            Imported inputs = workshop.Import(run);
            Assert.Equal(["h1", "h2"], inputs.Buildings.Select(b => b.Id));
            Assert.Equal((3, 2, 1), (inputs.Files[0].Read, inputs.Files[0].Used, inputs.Files[0].LeftOut["other-crs"]));
            Assert.Equal("far", Assert.Single(run.Notices.Samples, n => n.Code == "coordinates_misfit").Feature);
        }
    }

    [Fact]
    public void An_address_or_a_property_without_a_sound_place_is_used_without_it_and_told()
    {
        Run run = new();
        using Workshop workshop = new Workshop().With(
            "addresses", "a.csv", "address_id;adress;e;n\na1;Exempelgatan 1;700006;7200005\na2;Exempelgatan 2;700106;7200005\na3;Exempelgatan 3;1;2\na4;Exempelgatan 4;;\n", Metres);
        Imported inputs = workshop.Import(run);
        InputFile file = inputs.Files.Single(f => f.Type == "addresses");
        Assert.Equal((4, 4), (file.Read, file.Used));
        Assert.Equal([false, false, true, true], inputs.Addresses.Select(a => double.IsNaN(a.X)));
        Assert.Equal(4, Assert.Single(run.Notices.Samples, n => n.Code == "coordinates_misfit").Row);
    }
}
