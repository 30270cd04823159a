using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using HousingInventory.Formats;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace HousingInventory.Tests.Formats;

/// <summary>Our streaming reader against NetTopologySuite's own package, feature by feature: the same geometries and the same properties.</summary>
public sealed class GeoJsonAgainstPackageTests
{
    private static readonly JsonSerializerOptions Package = new() { Converters = { new GeoJsonConverterFactory(FeatureGeometry.Factory) } };

    public static TheoryData<string> Samples => [.. Files(Path.Combine(RepositoryRoot.Path, "data-samples"))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_samples_read_alike(string file) => Assert.True(Compare(Path.Combine(RepositoryRoot.Path, "data-samples", file)) > 0);

    [Fact]
    public void What_we_write_is_read_alike()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("ours.geojson");
        string[] shapes =
        [
            "POINT (1 2)", "LINESTRING (1 2, 3 4)", "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 9))", "POLYGON ((0 0, 0 9, 9 9, 0 0), (1 2, 2 3, 2 4, 1 2))",
            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), EMPTY, ((10 10, 12 10, 12 12, 10 10)))", "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING EMPTY, POLYGON ((0 0, 9 0, 9 9, 0 0)))", "POINT EMPTY",
        ];
        using (FileStream stream = File.Create(path))
        {
            using GeoJsonWriter writer = new(stream, ["text", "number", "truth", "day"]);
            for (int i = 0; i < shapes.Length; i++)
            {
                writer.Write(null, new NetTopologySuite.IO.WKTReader().Read(shapes[i]), ["Å\"\n", i / 3.0, i % 2 == 0, new DateOnly(2026, 11, 28)]);
            }

            writer.Complete();
        }

        Assert.Equal(shapes.Length, Compare(path));
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void Real_files_read_alike()
    {
        using TemporaryFolder folder = new();
        ZipFile.ExtractToDirectory(RepositoryRoot.RealData("gis-formats", "geojson-gdal.zip"), folder.Path);
        string[] roots = [RepositoryRoot.RealData("buildings"), RepositoryRoot.RealData("services"), RepositoryRoot.RealData("sweden-facts"), folder.Path];
        long features = 0;
        foreach (string root in roots)
        {
            foreach (string file in Files(root))
            {
                features += Compare(Path.Combine(root, file));
            }
        }

        // Malmö alone has 916 addresses, 411 buildings and 938 places to eat, and Sweden 290 municipalities.
        Assert.True(features > 2_500, $"{features} features");
    }

    /// <summary>How many features were compared; 0 for a file that is no collection of features, which the package does not read.</summary>
    private static long Compare(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path, Encoding.UTF8), new JsonDocumentOptions { AllowTrailingCommas = true });
        if (!document.RootElement.TryGetProperty("features", out JsonElement features))
        {
            return 0;
        }

        long compared = 0;
        using IFeatureCursor cursor = GeoJsonReader.Open(path, ReadOptions.Recognise);
        foreach (JsonElement element in features.EnumerateArray())
        {
            string where = $"{Path.GetFileName(path)}, feature {++compared}";
            Assert.True(cursor.Read(), where);
            Assert.True(cursor.Fault is null, $"{where} {cursor.Fault}");
            IFeature expected = element.Deserialize<IFeature>(Package)!;
            Geometry? geometry = Flat(expected.Geometry);
            Assert.True(geometry is null ? cursor.Geometry is null : geometry.EqualsExact(cursor.Geometry), $"{where}: {geometry} and {cursor.Geometry}");
            foreach (string name in expected.Attributes?.GetNames() ?? [])
            {
                Assert.True(IsSame(expected.Attributes![name], cursor, cursor.Layer.Columns.ToList().FindIndex(c => c.Name == name)), $"{where}, {name}");
            }
        }

        Assert.False(cursor.Read());
        return compared;
    }

    /// <summary>As a cursor gives it: no heights, and no geometry for an empty one.</summary>
    private static Geometry? Flat(Geometry? geometry) =>
        geometry is null || geometry.IsEmpty ? null : new NetTopologySuite.IO.WKTReader().Read(new NetTopologySuite.IO.WKTWriter(2).Write(geometry));

    /// <summary>
    /// Text is trimmed and blank is none; numbers are compared as such, by way of the decimal's text, for the cast may be off by the last bit. Of objects and
    /// arrays, which the package takes apart, that there is one.
    /// </summary>
    private static bool IsSame(object? expected, IFeatureCursor cursor, int column) => expected switch
    {
        null => cursor.Text(column) is null,
        bool truth => cursor.Text(column) == (truth ? "true" : "false"),
        decimal number => cursor.Number(column) == double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        IConvertible and not string => cursor.Number(column) == Convert.ToDouble(expected, CultureInfo.InvariantCulture),
        string text => (cursor.Text(column) ?? "") == text.Trim(),
        _ => cursor.Text(column) is not null,
    };

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.*json", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("inventory.json" or "vad-om.json"))
            .Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);
}
