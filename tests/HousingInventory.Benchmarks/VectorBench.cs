using System.Text.Json;
using HousingInventory.Formats;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace HousingInventory.Benchmarks;

/// <summary>50 000 buildings, a municipality's register, through GeoPackage and GeoJSON, beside the plain way with the libraries at hand; and coordinates.</summary>
internal static class VectorBench
{
    private const int Count = 50_000;
    private static readonly string[] Columns = ["objektidentitet", "objekttypnr", "andamal1", "insamlingslage", "lagesosakerhetplan"];

    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-bench-").FullName;
        try
        {
            string gpkg = Path.Combine(folder, "b.gpkg"), json = Path.Combine(folder, "b.geojson");
            Measure.Time("write 50 000 buildings as GeoPackage with index", () => WriteGeoPackage(gpkg));
            Measure.Time("write them as GeoJSON", () => WriteGeoJson(json));
            Measure.Time("read the GeoPackage: geometry and every value", () => ReadAll(GeoPackageReader.Open(gpkg, ReadOptions.Recognise)));
            Measure.Time("  the same with ADO.NET and WKBReader", () => ReadPlainly(gpkg));
            Measure.Time("read the GeoJSON: geometry and every value", () => ReadAll(GeoJsonReader.Open(json, ReadOptions.Recognise)));
            Measure.Time("  only parse it as one JSON document", () => JsonDocument.Parse(File.ReadAllBytes(json)).RootElement.GetProperty("features").GetArrayLength());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Measure.Time("1 000 000 places from SWEREF 99 TM to WGS 84", Transform);
    }

    private static IEnumerable<(Geometry? Geometry, object?[] Values)> Buildings()
    {
        Random random = new(1);
        object?[] values = new object?[Columns.Length];
        for (int i = 0; i < Count; i++)
        {
            double x = 700_000 + (100_000 * random.NextDouble()), y = 7_100_000 + (100_000 * random.NextDouble());
            Coordinate[] ring = new Coordinate[9];
            for (int k = 0; k < 8; k++)
            {
                ring[k] = new Coordinate(x + (10 * Math.Cos(k * Math.PI / 4)), y + (10 * Math.Sin(k * Math.PI / 4)));
            }

            ring[8] = ring[0].Copy();
            (values[0], values[1], values[2], values[3], values[4]) = ($"9c1f6d0e-0000-4000-8000-{i:D12}", 2061, "Bostad;Småhus friliggande", "Fasad", random.NextDouble());
            yield return (FeatureGeometry.Factory.CreatePolygon(ring), values);
        }
    }

    private static long WriteGeoPackage(string path)
    {
        using GeoPackageWriter writer = GeoPackageWriter.Create(path, DateTime.UnixEpoch);
        GpkgColumn[] columns = [.. Columns.Select((c, i) => new GpkgColumn(c, i == 1 ? "INTEGER" : i == 4 ? "DOUBLE" : "TEXT"))];
        long count = writer.AddLayer(new GpkgLayerDefinition { Name = "byggnad", Identifier = "byggnad", Columns = columns, Crs = CrsTable.Sweref99Tm, GeometryType = "MULTIPOLYGON" }, Buildings());
        writer.Complete();
        return count;
    }

    private static long WriteGeoJson(string path)
    {
        using FileStream stream = File.Create(path);
        using GeoJsonWriter writer = new(stream, Columns, new GeoJsonOptions { Crs = CrsTable.Sweref99Tm });
        foreach ((Geometry? geometry, object?[] values) in Buildings())
        {
            writer.Write(null, geometry, values);
        }

        writer.Complete();
        return writer.Count;
    }

    private static long ReadAll(IFeatureCursor cursor)
    {
        using (cursor)
        {
            long sum = 0;
            while (cursor.Read())
            {
                sum += cursor.Geometry!.NumPoints;
                for (int i = 0; i < cursor.Layer.Columns.Count; i++)
                {
                    sum += cursor.Span(i).Length;
                }
            }

            return sum;
        }
    }

    private static long ReadPlainly(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM byggnad";
        using SqliteDataReader reader = command.ExecuteReader();
        WKBReader wkb = new();
        long sum = 0;
        while (reader.Read())
        {
            // The header of a blob with a flat envelope has 40 bytes.
            sum += wkb.Read(((byte[])reader[1])[40..]).NumPoints;
            for (int i = 2; i < reader.FieldCount; i++)
            {
                sum += reader[i].ToString()!.Length;
            }
        }

        return sum;
    }

    private static double Transform()
    {
        CrsTransform transform = CrsTransform.Between(CrsTable.Sweref99Tm, CrsTable.Wgs84);
        double sum = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            (double x, double y) = transform.Apply(700_000 + (i % 1000), 7_100_000 + (i / 1000));
            sum += x + y;
        }

        return sum;
    }
}
