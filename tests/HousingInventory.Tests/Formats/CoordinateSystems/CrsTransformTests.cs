using System.Globalization;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using ProjNet.CoordinateSystems.Transformations;
using CoordinateSystemFactory = ProjNet.CoordinateSystems.CoordinateSystemFactory;

namespace HousingInventory.Tests.Formats;

public sealed class CrsTransformTests
{
    /// <summary>ProjNet's series lies up to this far from PROJ within a system's area of use.</summary>
    private const double ToleranceM = 0.02;

    /// <summary>RT 90 is tied to SWEREF 99 by a fit over the whole country with residuals up to this.</summary>
    private const double Rt90ToleranceM = 0.2;

    [Theory]
    [InlineData(3007, 58.00, 12.50, 6431392.077, 179566.267, 6431444.486, 352247.520)]
    [InlineData(3008, 56.43, 12.85, 6256631.218, 109896.473, 6256012.203, 367413.904)]
    [InlineData(3009, 57.00, 15.30, 6319953.916, 168231.622, 6317425.935, 518224.329)]
    [InlineData(3010, 60.00, 16.10, 6654140.293, 127680.090, 6651921.261, 561353.567)]
    [InlineData(3011, 59.33, 18.07, 6579432.512, 153984.707, 6580824.576, 674647.882)]
    [InlineData(3012, 63.00, 14.60, 6988432.835, 167735.424, 6985652.231, 479739.075)]
    [InlineData(3013, 62.00, 15.20, 6877053.051, 121181.213, 6874196.291, 510475.445)]
    [InlineData(3014, 62.63, 17.94, 6947334.174, 185405.534, 6947802.063, 650761.919)]
    [InlineData(3015, 57.64, 18.30, 6391277.016, 123123.802, 6393424.846, 696967.638)]
    [InlineData(3016, 64.75, 20.95, 7183650.591, 183330.654, 7193894.010, 782877.542)]
    [InlineData(3016, 64.75, 20.25, 7183466.436, 150000.000, 7190948.283, 749661.251)]
    [InlineData(3017, 65.83, 21.69, 7303884.437, 147257.594, 7317241.896, 805193.668)]
    [InlineData(3018, 66.00, 23.90, 7322992.114, 179512.651, 7348570.025, 902850.552)]
    public void Fixture_11_every_zone_agrees_with_published_vectors(int zone, double latitude, double longitude, double zoneNorth, double zoneEast, double tmNorth, double tmEast)
    {
        Near(zoneEast, zoneNorth, Move(4619, zone, longitude, latitude), ToleranceM);
        Near(tmEast, tmNorth, Move(4326, 3006, longitude, latitude), ToleranceM);
        Near(tmEast, tmNorth, Move(zone, 3006, zoneEast, zoneNorth), ToleranceM);
        Near(zoneEast, zoneNorth, Move(3006, zone, tmEast, tmNorth), ToleranceM);
        NearDegrees(longitude, latitude, Move(3006, 4326, tmEast, tmNorth));
        NearDegrees(longitude, latitude, Move(zone, 4326, zoneEast, zoneNorth));
    }

    [Fact]
    public void Fixture_11_published_points_of_Lantmateriet_are_met()
    {
        // 59 58' 55.23" N 17 50' 06.12" E in SWEREF 99 TM, and in RT 90 by direct projection.
        double latitude = 59 + (58 / 60d) + (55.23 / 3600), longitude = 17 + (50 / 60d) + (6.12 / 3600);
        Near(658185.201, 6652797.165, Move(4619, 3006, longitude, latitude), ToleranceM);
        Near(1613318.742, 6653174.343, Move(4619, 3847, longitude, latitude), ToleranceM);
        Near(1613318.742, 6653174.343, Move(4619, 3021, longitude, latitude), Rt90ToleranceM);

        // RT 90 X 6583052 Y 1627548 is 59 20' 56.09287" N 18 02' 50.34806" E by direct projection.
        double latitude2 = 59 + (20 / 60d) + (56.09287 / 3600), longitude2 = 18 + (2 / 60d) + (50.34806 / 3600);
        NearDegrees(longitude2, latitude2, Move(3847, 4619, 1627548, 6583052));
        NearDegrees(longitude2, latitude2, Move(3021, 4619, 1627548, 6583052), Rt90ToleranceM);

        // Boden town hall in SWEREF 99 21 45, given to six decimals of a degree (0.1 m).
        NearDegrees(21.688991, 65.825808, Move(3017, 4326, 147211, 7303417), 1.0);

        Near(907351.9808, 7349217.6675, Move(4326, 3006, 24, 66), ToleranceM);
        Near(1744779.225, 7192783.235, Move(4619, 3021, 20.95, 64.75), Rt90ToleranceM);
        Near(1317697.097, 6259730.553, Move(4619, 3021, 12.85, 56.43), Rt90ToleranceM);
    }

    /// <summary>The worked example of Lantmäteriet's memo on Gauss's conformal projection, whose parameters belong to no system of the table.</summary>
    [Fact]
    public void Fixture_11_the_memo_on_the_projection_is_met()
    {
        CrsDefinition memo = new(new Crs(0, "Memo", false), Datum.Sweref99, Projection.TransverseMercator, 13 + (35 / 60d) + (7.692 / 3600), 1.00000254, 84182.8790, -6226307.8640, []);
        CoordinateSystemFactory factory = new();
        (double east, double north) = new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(factory.CreateFromWkt(CrsTable.Definition(CrsTable.Find(4619)!).ToWkt()), factory.CreateFromWkt(memo.ToWkt())).MathTransform.Transform(24, 66);
        Near(555304.016555, 1135809.413803, (east, north), ToleranceM);
    }

    [Fact]
    public void Web_mercator_is_the_spherical_formula_on_ellipsoidal_coordinates()
    {
        // x = R lambda and y = R ln tan(pi/4 + phi/2) with R = 6378137 and the latitude taken as it is.
        double x = 6378137 * 18.07 * Math.PI / 180;
        double y = 6378137 * Math.Log(Math.Tan((Math.PI / 4) + (59.33 * Math.PI / 360)));

        Near(x, y, Move(4326, 3857, 18.07, 59.33), 0.001);
        NearDegrees(18.07, 59.33, Move(3857, 4326, x, y));
        Near(x, y, Move(3006, 3857, 674647.882, 6580824.576), 2 * ToleranceM);
        Near(674647.882, 6580824.576, Move(3857, 3006, x, y), ToleranceM);
    }

    [Theory]
    [InlineData(3006, 3006)]
    [InlineData(3006, 25833)]
    [InlineData(32633, 3006)]
    [InlineData(4326, 4619)]
    [InlineData(3067, 25835)]
    public void Systems_with_the_same_numbers_need_no_transform(int from, int to)
    {
        CrsTransform transform = CrsTransform.Between(CrsTable.Find(from)!, CrsTable.Find(to)!);

        Assert.True(transform.IsIdentity);
        Assert.Equal((658185.201, 6652797.165), transform.Apply(658185.201, 6652797.165));
    }

    [Fact]
    public void There_and_back_again_ends_where_it_began()
    {
        Random random = new(20261122);
        foreach (Crs crs in CrsTable.All.Where(c => !c.IsGeographic))
        {
            CrsTransform there = CrsTransform.Between(CrsTable.Wgs84, crs), back = CrsTransform.Between(crs, CrsTable.Wgs84);
            double meridian = CrsTable.Definition(crs).CentralMeridian;
            for (int i = 0; i < 200; i++)
            {
                // A municipality never lies more than five degrees from the meridian of its own system; TM covers Sweden with nine.
                (double x, double y) = (meridian + (crs.Epsg == 3006 ? 9 : 5) * ((2 * random.NextDouble()) - 1), 55 + (14.5 * random.NextDouble()));
                (double X, double Y) place = there.Apply(x, y);
                NearDegrees(x, y, back.Apply(place.X, place.Y));
            }
        }
    }

    [Fact]
    public void Batch_geometry_and_single_point_agree_and_the_source_stays()
    {
        CrsTransform transform = CrsTransform.Between(CrsTable.Sweref99Tm, CrsTable.Wgs84);
        Geometry square = new WKTReader().Read("MULTIPOLYGON (((600000 6600000, 600000 6600010, 600010 6600010, 600000 6600000)))");
        double[] xs = [600000, 600010], ys = [6600000, 6600010];
        transform.Apply(xs, ys);

        Geometry moved = transform.Apply(square);

        Assert.Equal(transform.Apply(600000, 6600000), (xs[0], ys[0]));
        Assert.Equal((xs[1], ys[1]), (moved.Coordinates[2].X, moved.Coordinates[2].Y));
        Assert.Equal(600000, square.Coordinates[0].X);
        Assert.Same(square.Factory, moved.Factory);
        Assert.True(moved.EnvelopeInternal.MaxX < 180);
    }

    [Fact]
    public void Many_threads_get_the_same_bits()
    {
        CrsTransform transform = CrsTransform.Between(CrsTable.Find(3021)!, CrsTable.Find(3016)!);
        (double X, double Y)[] one = [.. Enumerable.Range(0, 2000).Select(i => transform.Apply(1_600_000 + i, 7_000_000 + (3 * i)))];
        (double X, double Y)[] many = new (double X, double Y)[one.Length];

        Parallel.For(0, one.Length, i => many[i] = transform.Apply(1_600_000 + i, 7_000_000 + (3 * i)));

        Assert.Equal(one, many);
    }

    [Fact]
    public void Results_are_rounded_to_a_tenth_of_a_millimetre_so_that_no_machines_last_digit_shows()
    {
        Crs tm = CrsTable.FindByText("EPSG:3006")!;
        (double x, double y) = CrsTransform.Between(CrsTable.Wgs84, tm).Apply(20.9528, 64.7507);
        Assert.Equal((Math.Round(x, 4), Math.Round(y, 4)), (x, y));
        (double lon, double lat) = CrsTransform.Between(tm, CrsTable.Wgs84).Apply(783_000.123, 7_190_000.456);
        Assert.Equal((Math.Round(lon, 9), Math.Round(lat, 9)), (lon, lat));
    }

    [Fact]
    public void Places_out_of_reach_are_not_a_number_and_nothing_throws()
    {
        double[] odd = [0, -0.0, 1, 90, -90, 180, 360, 1e7, -1e7, 1e308, double.NaN, double.PositiveInfinity, double.Epsilon];
        foreach (Crs from in CrsTable.All)
        {
            foreach (Crs to in CrsTable.All)
            {
                CrsTransform transform = CrsTransform.Between(from, to);
                foreach (double x in odd)
                {
                    foreach (double y in odd)
                    {
                        (double X, double Y) place = transform.Apply(x, y);
                        Assert.True(transform.IsIdentity || double.IsFinite(place.X) == double.IsFinite(place.Y));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_system_outside_the_table_is_refused_in_a_sentence()
    {
        DataFormatException e = Assert.Throws<DataFormatException>(() => CrsTransform.Between(new Crs(27700, "OSGB", false), CrsTable.Wgs84));

        Assert.Contains("EPSG:27700", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void Reference_points_of_PROJ_are_met()
    {
        int points = 0;
        foreach (string line in File.ReadLines(RepositoryRoot.RealData("control-points", "proj-reference-points.csv")).Skip(1))
        {
            string[] fields = line.Split(',');
            double latitude = Number(fields[1]), longitude = Number(fields[2]), north = Number(fields[4]), east = Number(fields[5]);
            int epsg = (int)Number(fields[3]);
            Near(east, north, Move(4619, epsg, longitude, latitude), ToleranceM);
            NearDegrees(longitude, latitude, Move(epsg, 4619, east, north), 0.03);
            points++;
        }

        Assert.Equal(64, points);
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void Median_of_six_implementations_is_met()
    {
        int points = 0;
        foreach (string line in File.ReadLines(RepositoryRoot.RealData("control-points", "swedish_crs_coordinates.csv")).Skip(1))
        {
            string[] fields = line.Split('|');
            double longitude = Number(fields[1]), latitude = Number(fields[2]);
            int local = (int)Number(fields[6]);
            Near(Number(fields[4]), Number(fields[5]), Move(4326, 3006, longitude, latitude), ToleranceM);
            Near(Number(fields[7]), Number(fields[8]), Move(4326, local, longitude, latitude), local >= 3019 ? Rt90ToleranceM : ToleranceM);
            points++;
        }

        Assert.Equal(18, points);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static (double X, double Y) Move(int from, int to, double x, double y) => CrsTransform.Between(CrsTable.Find(from)!, CrsTable.Find(to)!).Apply(x, y);

    private static void Near(double x, double y, (double X, double Y) actual, double toleranceM) =>
        Assert.True(Math.Abs(actual.X - x) <= toleranceM && Math.Abs(actual.Y - y) <= toleranceM,
            string.Create(CultureInfo.InvariantCulture, $"({actual.X}, {actual.Y}) is ({actual.X - x}, {actual.Y - y}) m from ({x}, {y})"));

    /// <summary>A degree of latitude is 111.2 km; of longitude, that times the cosine of the latitude.</summary>
    private static void NearDegrees(double longitude, double latitude, (double X, double Y) actual, double toleranceM = 0.03) =>
        Near(longitude * 111_200 * Math.Cos(latitude * Math.PI / 180), latitude * 111_200,
            (actual.X * 111_200 * Math.Cos(latitude * Math.PI / 180), actual.Y * 111_200), toleranceM);
}
