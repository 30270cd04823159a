using System.IO.Compression;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Import;

/// <summary>Law 3: rows on persons are on no disk but where the user put them, and no value of them on the terminal.</summary>
public sealed class ResidentsOnNoDiskTests
{
    [Fact]
    public void A_zipped_extract_is_read_from_the_archive_and_what_cannot_be_is_refused()
    {
        const string rows = "adress;postnr;antal\nExempelgatan 1;93100;3\n";
        using Workshop workshop = new Workshop().With("residents", "kir.zip", Zip("kir.csv", Encoding.UTF8.GetBytes(rows))).With("withheld", "w.csv", "key\n");
        DeliveredFile file = DeliveredFile.Open(workshop.File("kir.zip"), nothingOnDisk: true);
        Assert.False(File.Exists(file.Path));
        file.Dispose();
        Assert.Equal(3, Pipeline.Analyse(workshop.Load(), new Run()).Linkage.Residents.Sum());
        Reducing.Reduce(workshop.File("kir.zip"), workshop.File("red.csv"), null, null, new Run());
        Assert.Contains("EXEMPELGATAN 1", File.ReadAllText(workshop.File("red.csv")), StringComparison.Ordinal);

        using Workshop book = new Workshop().With("residents", "kir.zip", Zip("kir.xlsx", Formats.Workbooks.OneSheet(
            "<row r=\"1\"><c t=\"inlineStr\"><is><t>adress</t></is></c><c t=\"inlineStr\"><is><t>antal</t></is></c></row>"
            + "<row r=\"2\"><c t=\"inlineStr\"><is><t>Exempelgatan 1</t></is></c><c><v>3</v></c></row>"))).With("withheld", "w.csv", "key\n");
        file = DeliveredFile.Open(book.File("kir.zip"), nothingOnDisk: true);
        Assert.False(File.Exists(file.Path));
        file.Dispose();
        Assert.Equal(3, Pipeline.Analyse(book.Load(), new Run()).Linkage.Residents.Sum());
        Reducing.Reduce(book.File("kir.zip"), book.File("red.csv"), null, null, new Run());
        Assert.Contains("EXEMPELGATAN 1", File.ReadAllText(book.File("red.csv")), StringComparison.Ordinal);

        byte[] layer = Encoding.UTF8.GetBytes(Workshop.Collection(Workshop.Feature("\"adress\": \"Exempelgatan 1\"", Workshop.Ring(0, 0, 10, 10))));
        using Workshop other = new Workshop().With("residents", "kir.zip", Zip("kir.geojson", layer)).With("withheld", "w.csv", "key\n");
        Assert.Contains("not unpacked to a disk", other.Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Quelhrosk Fnuxandix;Storgatan 5;Skellefteå\nTjoxsvez Xandyx;Storgatan 7;Skellefteå\n")]
    [InlineData("Quelhrosk;Fnuxandix;N\nTjoxsvez;Xandyx;E\n")]
    [InlineData("Quelhrosk,X,Y\nTjoxsvez,X,Y\n")]
    public void A_table_without_headings_shows_no_value(string rows)
    {
        using Workshop workshop = new();
        File.WriteAllText(workshop.File("list.csv"), rows);
        string said = Inspecting.Inspect(workshop.File("list.csv"));
        workshop.Named("residents", "list.csv", """, "columns": { "address": "adress" } """);
        said += workshop.Refused();
        foreach (string value in (string[])["Quel", "Fnux", "Tjox", "Storgatan"])
        {
            Assert.DoesNotContain(value, said, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static byte[] Zip(string name, byte[] content)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }
}
