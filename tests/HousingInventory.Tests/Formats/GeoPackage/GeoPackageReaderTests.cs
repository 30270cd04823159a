using System.Buffers.Binary;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SQLitePCL;

namespace HousingInventory.Tests.Formats;

public sealed class GeoPackageReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>File, layer, rows, rows with a geometry, rows with a fault, EPSG code (0: not of the table).</summary>
    public static TheoryData<string, string, int, int, int, int> RealLayers => new()
    {
        { "bad-inputs/gpkg/pdok-test_allcorrect.gpkg", "test_allcorrect", 1, 1, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_correct_attribute.gpkg", "test_allcorrect", 1, 1, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_db_views.gpkg", "test_db_views", 1, 1, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_featureid.gpkg", "test_featureid", 1, 1, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_foreign_key_violation.gpkg", "test_allcorrect", 1, 1, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_foreign_key_violation.gpkg", "test_foreign", 2, 0, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_foreign_key_violation.gpkg", "test_multi_fk", 2, 0, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_foreign_key_violation.gpkg", "test_other", 1, 0, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_geom_columnname.gpkg", "test_columnname", 1, 1, 0, 4326 },
        { "bad-inputs/gpkg/pdok-test_geom_columnname.gpkg", "test_columnname2", 1, 1, 0, 4326 },
        { "bad-inputs/gpkg/pdok-test_geometry_null.gpkg", "test_geometry_null", 2, 0, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_geometry_spatialite.gpkg", "test_geometry_spatialite", 1, 0, 1, 0 },
        { "bad-inputs/gpkg/pdok-test_geometry_valid.gpkg", "test_geometry_valid", 2, 2, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_layerfeature.gpkg", "test_layerfeature", 0, 0, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_layername.gpkg", "test_LAYERNAME", 1, 1, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_layername.gpkg", "test_ATTRIBUTE_LAYER", 0, 0, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_rtree_present_alltables.gpkg", "test_rtree_present_alltables", 1, 1, 0, 0 },
        { "bad-inputs/gpkg/pdok-test_rtree_valid.gpkg", "test_rtree_check", 1, 1, 0, 0 },
        { "gis-formats/gpkg/gdal-2d_envelope.gpkg", "foo", 2, 2, 0, 0 },
        { "gis-formats/gpkg/gdal-domains.gpkg", "test", 0, 0, 0, 0 },
        { "gis-formats/gpkg/gdal-no_envelope.gpkg", "foo", 2, 2, 0, 0 },
        { "gis-formats/gpkg/gdal-poly_golden.gpkg", "poly", 10, 10, 0, 0 },
        { "gis-formats/gpkg/gdal-poly_non_conformant.gpkg", "poly", 1, 1, 0, 0 },
        { "gis-formats/gpkg/ngageoint-rte.gpkg", "cats_feature", 4, 4, 0, 4326 },
        { "gis-formats/gpkg/ngageoint-rte.gpkg", "cats_media", 3, 0, 0, 0 },
        { "gis-formats/gpkg/pyogrio-curve.gpkg", "curve", 1, 1, 0, 4326 },
        { "gis-formats/gpkg/pyogrio-line_zm.gpkg", "line_zm", 1, 1, 0, 4326 },
        { "gis-formats/gpkg/pyogrio-test_gpkg_nulls.gpkg", "test_gpkg_nulls", 4, 4, 0, 4326 },
        { "gis-formats/gpkg/sf-buildings.gpkg", "buildings", 158, 158, 0, 0 },
        { "gis-formats/gpkg/sf-nospatial.gpkg", "nospatial", 1, 0, 0, 0 },
        { "helsinki-e2e/helsinki-city-districts-2021.gpkg", "helsinki_city_districts_2021", 8, 8, 0, 4326 },
        { "helsinki-e2e/kamppi-streets.gpkg", "streets", 3207, 3207, 0, 32635 },
        { "helsinki-e2e/population-points-2020.gpkg", "population_points_2020", 92, 92, 0, 4326 },
    };

    [Theory]
    [MemberData(nameof(RealLayers))]
    [Trait("Needs", "RealData")]
    public void Real_files_are_read_whole(string file, string layer, int rows, int withGeometry, int faults, int epsg)
    {
        ReadTable table = GeoPackageReader.Open(RepositoryRoot.RealData(file.Split('/')), new ReadOptions(layer)).ReadAll();

        Assert.Equal(rows, table.Rows.Count);
        Assert.Equal(withGeometry, table.Rows.Count(r => r.Geometry is not null));
        Assert.Equal(faults, table.Rows.Count(r => r.Fault is not null));
        Assert.Equal(epsg, table.Layer.Crs?.Epsg ?? 0);
        Assert.All(table.Rows, r => Assert.True(r.Geometry is null or ILineal || r.Geometry.Coordinates.All(c => double.IsNaN(c.Z))));
    }

    [Theory]
    [Trait("Needs", "RealData")]
    [InlineData("bad-inputs/goat-invalid_wrong_file_extension.gpkg", "is not a GeoPackage")]
    [InlineData("bad-inputs/gpkg/pdok-test_broken_geopackage.gpkg", "gpkg_contents is missing")]
    [InlineData("bad-inputs/gpkg/no-such-file.gpkg", "does not exist")]
    [InlineData("bad-inputs/gpkg", "is a folder")]
    [InlineData("helsinki-e2e/kamppi-streets.gpkg", "3 layers (streets, route, nodes)")]
    public void What_cannot_be_read_is_refused_in_a_sentence(string file, string says)
    {
        DataFormatException e = Assert.Throws<DataFormatException>(() => GeoPackageReader.Open(RepositoryRoot.RealData(file.Split('/')), ReadOptions.Recognise));

        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void Nulls_of_every_column_type_are_nulls()
    {
        ReadTable table = GeoPackageReader.Open(RepositoryRoot.RealData("gis-formats", "gpkg", "pyogrio-test_gpkg_nulls.gpkg"), ReadOptions.Recognise).ReadAll();

        Assert.Equal("true", table.Rows[0].Texts[1]);
        Assert.All(table.Rows[3].Texts.Skip(1), Assert.Null);
        Assert.All(table.Rows[3].Numbers.Skip(1), n => Assert.Null(n));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(99999)]
    public void An_undefined_srs_id_is_no_statement(int id)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("town.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        Change(path, $"INSERT OR REPLACE INTO gpkg_spatial_ref_sys(srs_name, srs_id, organization, organization_coordsys_id, definition) VALUES ('Undefined', {id}, 'NONE', {id}, 'undefined');"
            + $"UPDATE gpkg_geometry_columns SET srs_id = {id}; UPDATE gpkg_contents SET srs_id = {id}");
        Assert.All(GeoPackageReader.Layers(path).Where(l => l.GeometryColumn is not null), l => Assert.Equal((null, null), (l.Crs, l.CrsText)));
    }

    [Fact]
    public void A_local_srs_id_is_resolved_through_its_organization()
    {
        string path = folder.File("local.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        Change(path, "UPDATE gpkg_spatial_ref_sys SET srs_id = 100001 WHERE srs_id = 3006; UPDATE gpkg_geometry_columns SET srs_id = 100001; UPDATE gpkg_contents SET srs_id = 100001");
        Assert.Equal(3006, GeoPackageReader.Layers(path)[0].Crs?.Epsg);

        Change(path, "UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', organization_coordsys_id = 7 WHERE srs_id = 100001");
        Assert.Equal(3006, GeoPackageReader.Layers(path)[0].Crs?.Epsg);

        Change(path, "DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 100001");
        Assert.Null(GeoPackageReader.Layers(path)[0].Crs);
        Assert.Contains("100001", GeoPackageReader.Layers(path)[0].CrsText, StringComparison.Ordinal);

        using IFeatureCursor cursor = GeoPackageReader.Open(path, new ReadOptions("homes", CrsTable.Find(3016)));
        Assert.Equal(3016, cursor.Layer.Crs?.Epsg);
    }

    [Fact]
    public void A_registered_view_is_read_like_a_table()
    {
        string path = folder.File("view.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        Change(path, "CREATE VIEW ranked AS SELECT fid, geom AS shape, rank, rank * 2 AS twice FROM homes WHERE rank IS NOT NULL;"
            + "INSERT INTO gpkg_contents(table_name, data_type, srs_id) VALUES ('ranked', 'features', 3006);"
            + "INSERT INTO gpkg_geometry_columns VALUES ('ranked', 'SHAPE', 'MULTIPOLYGON', 3006, 0, 0)");

        ReadTable table = GeoPackageReader.Open(path, new ReadOptions("ranked")).ReadAll();

        Assert.Equal(["fid", "rank", "twice"], table.Layer.Columns.Select(c => c.Name));
        Assert.Equal(["24", "26", "28"], table.Column("twice"));
        Assert.Equal(2, table.Rows.Count(r => r.Geometry is not null));
    }

    [Fact]
    public void A_view_over_a_table_that_is_gone_does_not_spoil_the_file()
    {
        string path = folder.File("view.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        Change(path, "CREATE VIEW broken AS SELECT * FROM gone; INSERT INTO gpkg_contents(table_name, data_type, srs_id) VALUES ('broken', 'attributes', 0)");

        Assert.Equal(["homes", "criterion_values"], GeoPackageReader.Layers(path).Select(l => l.Name));
    }

    [Fact]
    public void Nothing_is_written_beside_the_file_and_odd_names_work()
    {
        string path = folder.File("å b#1?%20.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        Change(path, "PRAGMA journal_mode = WAL");
        byte[] before = File.ReadAllBytes(path);
        string[] files = Directory.GetFiles(folder.Path);

        using (IFeatureCursor cursor = GeoPackageReader.Open(path, new ReadOptions("homes")))
        {
            Assert.True(cursor.Read());
            Assert.Equal(files, Directory.GetFiles(folder.Path));
        }

        Assert.Equal(files, Directory.GetFiles(folder.Path));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Behind_a_link_the_file_and_its_log_are_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = folder.File("real.gpkg");
        string link = folder.File("link.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        File.CreateSymbolicLink(link, path);
        Assert.Equal(GeoPackageReader.Open(path, new ReadOptions("homes")).ReadAll().Rows.Count, GeoPackageReader.Open(link, new ReadOptions("homes")).ReadAll().Rows.Count);
        raw.sqlite3_open(path, out sqlite3 other);
        using (other)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(other, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; UPDATE criterion_values SET home = 'changed';"));
            Assert.Equal("changed", GeoPackageReader.Open(link, new ReadOptions("criterion_values")).ReadAll().Rows[0].Texts[1]);
        }
    }

    [Fact]
    public void What_stands_in_a_write_ahead_log_is_read_and_the_log_stays()
    {
        string path = folder.File("open.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        raw.sqlite3_open(path, out sqlite3 other);
        using (other)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(other, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; UPDATE criterion_values SET home = 'changed';"));
            long length = new FileInfo(path + "-wal").Length;
            Assert.True(length > 0);

            ReadTable table = GeoPackageReader.Open(path, new ReadOptions("criterion_values")).ReadAll();

            Assert.Equal("changed", table.Rows[0].Texts[1]);
            Assert.Equal(length, new FileInfo(path + "-wal").Length);
        }
    }

    [Theory]
    [InlineData("-wal", 0)]
    [InlineData("-journal", 0)]
    [InlineData("-shm", 32768)]
    public void An_empty_log_beside_a_source_stops_no_reading_and_stays(string log, int bytes)
    {
        string path = folder.File($"beside{log}.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        string home = GeoPackageReader.Open(path, new ReadOptions("criterion_values")).ReadAll().Rows[0].Texts[1]!;
        File.WriteAllBytes(path + log, new byte[bytes]);
        Assert.Equal(home, GeoPackageReader.Open(path, new ReadOptions("criterion_values")).ReadAll().Rows[0].Texts[1]);
        Assert.Equal(bytes, new FileInfo(path + log).Length);
    }

    [Theory]
    [InlineData("POINT (1 2)")]
    [InlineData("LINESTRING (0 0, 1 1, 5 6)")]
    [InlineData("POLYGON ((0 0, 0 9, 9 9, 0 0), (1 4, 2 4, 2 5, 1 4))")]
    [InlineData("MULTIPOINT ((1 2), (3 4))")]
    [InlineData("MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 5))")]
    [InlineData("MULTIPOLYGON (((0 0, 0 9, 9 9, 0 0)))")]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), MULTIPOLYGON (((0 0, 0 9, 9 9, 0 0))))")]
    public void Every_envelope_byte_order_and_dimension_gives_the_same_geometry(string wkt)
    {
        Geometry flat = new WKTReader().Read(wkt);
        Geometry raised = new WKTReader().Read(wkt);
        raised.Apply(new Raise());
        foreach (ByteOrder order in new[] { ByteOrder.LittleEndian, ByteOrder.BigEndian })
        {
            foreach (bool strict in new[] { true, false })
            {
                byte[] two = new WKBWriter(order).Write(flat);
                byte[] three = new WKBWriter(order, false, true, false) { Strict = strict }.Write(raised);
                byte[] withSrid = new WKBWriter(order, true, true, false) { Strict = false }.Write(raised);
                foreach (byte[] wkb in new[] { two, three, withSrid })
                {
                    for (int kind = 0; kind <= 4; kind++)
                    {
                        Assert.Equal(wkt, GeoPackageBinary.Read(Blob(kind, wkb), out string? fault)?.ToText());
                        Assert.Null(fault);
                    }
                }
            }
        }

        Assert.Equal(wkt, GeoPackageBinary.Read(GeoPackageBinary.Write(flat, 3006), out _)?.ToText());
    }

    [Theory]
    [InlineData("POINT EMPTY")]
    [InlineData("POLYGON EMPTY")]
    [InlineData("MULTIPOLYGON EMPTY")]
    [InlineData("GEOMETRYCOLLECTION EMPTY")]
    public void An_empty_geometry_is_none_and_no_fault(string wkt)
    {
        byte[] wkb = wkt.StartsWith("POINT", StringComparison.Ordinal) ? [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF8, 0x7F, 0, 0, 0, 0, 0, 0, 0xF8, 0x7F] : new WKBWriter().Write(new WKTReader().Read(wkt));

        Assert.Null(GeoPackageBinary.Read(Blob(0, wkb), out string? fault));
        Assert.Null(fault);
    }

    [Fact]
    public void An_open_ring_is_closed_and_a_ring_of_two_places_is_a_fault()
    {
        // Polygon of one ring with n places, little endian.
        static byte[] Ring(params double[] places)
        {
            byte[] wkb = new byte[13 + (8 * places.Length)];
            wkb[0] = 1;
            wkb[1] = 3;
            wkb[5] = 1;
            wkb[9] = (byte)(places.Length / 2);
            for (int i = 0; i < places.Length; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(wkb.AsSpan(13 + (8 * i)), places[i]);
            }

            return wkb;
        }

        Assert.Equal("POLYGON ((0 0, 0 9, 9 9, 0 0))", WkbGeometry.Read(Ring(0, 0, 0, 9, 9, 9), out _)?.ToText());
        Assert.Null(WkbGeometry.Read(Ring(0, 0, 0, 9), out string? fault));
        Assert.Contains("fewer than three", fault, StringComparison.Ordinal);
        Assert.Null(WkbGeometry.Read(Ring(0, 0, 0, 9, 0, 0), out fault));
        Assert.Contains("fewer than three", fault, StringComparison.Ordinal);
        Assert.Null(WkbGeometry.Read(Ring(0, 0, 0, 9, double.PositiveInfinity, 9), out fault));
        Assert.Contains("not a number", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_blobs_are_faults_never_exceptions()
    {
        byte[] blob = GeoPackageBinary.Write(new WKTReader().Read("MULTIPOLYGON (((1 1, 1 2, 2 2, 1 1)), ((5 5, 5 9, 9 9, 9 5, 5 5), (6 6, 7 6, 7 7, 6 6)))"), 3006);
        for (int length = 0; length < blob.Length; length++)
        {
            Assert.Null(GeoPackageBinary.Read(blob.AsSpan(0, length), out string? fault));
            Assert.NotNull(fault);
        }

        Random random = new(7);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] changed = [.. blob];
            for (int k = random.Next(1, 4); k > 0; k--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            Geometry? geometry = GeoPackageBinary.Read(changed, out string? fault);
            Assert.True(fault is null || geometry is null);
        }
    }

    [Fact]
    public void Damaged_files_give_rows_or_a_sentence()
    {
        string path = folder.File("town.gpkg"), damaged = folder.File("damaged.gpkg");
        GeoPackageWriterTests.WriteTown(path, DateTime.UnixEpoch);
        byte[] whole = File.ReadAllBytes(path);
        Random random = new(11);
        int refused = 0;
        for (int i = 0; i < 200; i++)
        {
            byte[] changed = i % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            for (int k = i % 2 == 0 ? 0 : random.Next(1, 200); k > 0; k--)
            {
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(damaged, changed);
            try
            {
                foreach (LayerInfo layer in GeoPackageReader.Layers(damaged))
                {
                    GeoPackageReader.Open(damaged, new ReadOptions(layer.Name)).ReadAll();
                }
            }
            catch (DataFormatException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 90, 200);
    }

    public void Dispose()
    {
        folder.Dispose();
    }

    /// <summary>A blob with an envelope of this kind, filled with noise: readers go by the geometry.</summary>
    private static byte[] Blob(int envelopeKind, byte[] wkb)
    {
        int[] lengths = [0, 32, 48, 48, 64];
        byte[] blob = new byte[8 + lengths[envelopeKind] + wkb.Length];
        blob.AsSpan().Fill(0x5A);
        "GP\0"u8.CopyTo(blob);
        blob[3] = (byte)((envelopeKind << 1) | 1);
        wkb.CopyTo(blob.AsSpan(8 + lengths[envelopeKind]));
        return blob;
    }

    private static void Change(string path, string sql)
    {
        raw.sqlite3_open(path, out sqlite3 handle);
        using (handle)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(handle, "PRAGMA foreign_keys = OFF;" + sql));
        }
    }

    private sealed class Raise : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence seq, int i)
        {
            seq.SetZ(i, 7);
        }
    }
}
