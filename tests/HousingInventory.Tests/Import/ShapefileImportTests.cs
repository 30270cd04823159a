using System.Text;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>GSD-Fastighetskartan, the product before the GeoPackages: other column names, Windows-1252, a blank after the semicolon.</summary>
public sealed class ShapefileImportTests
{
    [Fact]
    public void The_old_property_map_reads_as_the_new_products_do()
    {
        const int polygon = 5;
        double[] Ring(double x, double width) => [700_000 + x, 7_200_000, 700_000 + x, 7_200_010, 700_000 + x + width, 7_200_010, 700_000 + x + width, 7_200_000, 700_000 + x, 7_200_000];
        using Workshop workshop = new();
        void Write(string name, ShapefileBytes shape, byte[] table)
        {
            File.WriteAllBytes(workshop.File(name + ".shp"), shape.Shp());
            File.WriteAllBytes(workshop.File(name + ".shx"), shape.Shx());
            File.WriteAllBytes(workshop.File(name + ".dbf"), table);
        }

        Write(
            "BY_2482", new ShapefileBytes(polygon).AddParts([Ring(0, 12)]).AddParts([Ring(100, 12)]),
            ShapefileBytes.Dbf("OBJEKT_ID C 4,ANDAMAL_1 N 4,ANDAMAL_1T C 30", [" H1   133" + "Bostad; Småhus friliggande".PadRight(30), " H2   299" + "Samhällsfunktion; Skola".PadRight(30)], Encoding.Latin1));
        Write(
            "AY_2482", new ShapefileBytes(polygon).AddParts([Ring(-5, 40)]),
            ShapefileBytes.Dbf("OBJEKT_ID C 4,TRAKT C 12,BLOCKENHET C 6,EXTERNID C 4", [" A1  ÖSTRA BYN   1:7   F1  "], Encoding.Latin1));
        Imported inputs = workshop
            .Named("buildings", "BY_2482.shp", """, "crs": "EPSG:3006" """).Named("properties", "AY_2482.shp", """, "crs": "EPSG:3006" """).Import();
        Assert.Equal(["h1 Småhus friliggande True", "h2 Skola False"], inputs.Buildings.Select(b => $"{b.Id} {b.Purpose} {b.IsDwelling}"));
        Assert.Equal("ÖSTRA BYN 1:7", Assert.Single(inputs.Properties).Designation);
        Assert.Equal("gsd-fastighetskartan-by", inputs.Files[0].Layout);
    }
}
