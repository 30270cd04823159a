using System.IO.Compression;
using System.Xml.Linq;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Formats;

public sealed class QgisProjectTests
{
    [Fact]
    public void The_same_project_gives_the_same_bytes_and_is_a_zip_with_one_project_in_it()
    {
        byte[] bytes = Project("inventory_homes").ToQgz();
        Assert.Equal(bytes, Project("inventory_homes").ToQgz());
        using ZipArchive zip = new(new MemoryStream(bytes));
        ZipArchiveEntry entry = Assert.Single(zip.Entries);
        Assert.Equal("project.qgs", entry.Name);
        using Stream content = entry.Open();
        XDocument document = XDocument.Load(content);
        Assert.Equal("qgis", document.Root!.Name.LocalName);
        Assert.Equal("Ett & <två>", document.Root.Element("title")!.Value);
    }

    [Fact]
    public void Nothing_of_the_machine_or_the_moment_is_in_it()
    {
        string xml = Project("inventory_homes").ToXml();
        Assert.DoesNotContain("saveUser", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("saveDateTime", xml, StringComparison.Ordinal);
        Assert.Equal("false", XDocument.Parse(xml).Descendants("Absolute").Single().Value);
    }

    [Fact]
    public void A_layer_id_that_QGIS_would_replace_is_refused() =>
        Assert.Contains("homes", Assert.Throws<InvalidOperationException>(() => Project("homes").ToXml()).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_column_gets_the_widget_of_its_type_and_one_with_a_limit_a_constraint()
    {
        XElement layer = XDocument.Parse(Project("inventory_homes").ToXml()).Descendants("maplayer").Single();
        Dictionary<string, string> widgets = layer.Element("fieldConfiguration")!.Elements("field")
            .Where(f => f.Element("editWidget") is not null).ToDictionary(f => f.Attribute("name")!.Value, f => f.Element("editWidget")!.Attribute("type")!.Value);
        Assert.Equal(new Dictionary<string, string> { ["ref"] = "TextEdit", ["state"] = "ValueMap", ["seen"] = "DateTime", ["note"] = "TextEdit" }, widgets);
        XElement limit = layer.Element("constraintExpressions")!.Elements("constraint").Single();
        Assert.Equal("coalesce(length(\"note\"), 0) <= 200", limit.Attribute("exp")!.Value);
    }

    [Fact]
    public void The_sheet_shows_the_extent_in_its_own_shape()
    {
        // 1000 m by 1000 m on a map of 310 mm by 255 mm: as high as asked, wider by 310 / 255.
        XElement extent = XDocument.Parse(Project("inventory_homes").ToXml()).Descendants("LayoutItem").Single(i => i.Attribute("id")!.Value == "map").Element("Extent")!;
        double[] corners = [.. ((string[])["xmin", "xmax", "ymin", "ymax"]).Select(n => (double)extent.Attribute(n)!)];
        Assert.Equal(1000.0 * 310 / 255, corners[1] - corners[0], 6);
        Assert.Equal(1000, corners[3] - corners[2], 6);
        Assert.Equal(500, (corners[0] + corners[1]) / 2, 6);
    }

    private static QgisProject Project(string id) => new()
    {
        Title = "Ett & <två>",
        Crs = CrsTable.Sweref99Tm,
        Extent = new Envelope(0, 1000, 0, 1000),
        Groups =
        [
            new("Hus",
            [
                new QgisLayer
                {
                    Id = id,
                    Title = "Hus",
                    Source = "./inventory.gpkg|layername=homes",
                    Crs = CrsTable.Sweref99Tm,
                    Style = new QmlStyle
                    {
                        Geometry = QmlGeometry.Point,
                        Classes = [new("", "", new("#ff0000"))],
                        Columns =
                        [
                            new("ref", "TEXT", "Referens"),
                            new("state", "TEXT", "Läge", null, [new("a", "A")]),
                            new("seen", "DATE", "Sedd"),
                            new("note", "TEXT(200)", "Anteckning"),
                        ],
                    },
                },
            ]),
        ],
        Layouts = [new() { Name = "A3", Title = "t", Subtitle = "s", LegendTitle = "l", Legend = [(id, "Hus")], Sources = "x", Theme = "", Extent = new Envelope(0, 1000, 0, 1000) }],
    };
}
