using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public sealed class CrsTableTests
{
    [Theory]
    [InlineData("EPSG:3006", 3006)]
    [InlineData("epsg:3006", 3006)]
    [InlineData("3006", 3006)]
    [InlineData(" EPSG:3016\n", 3016)]
    [InlineData("urn:ogc:def:crs:EPSG::3006", 3006)]
    [InlineData("urn:ogc:def:crs:EPSG:9.8.1:3011", 3011)]
    [InlineData("urn:ogc:def:crs,crs:EPSG::3006,crs:EPSG::5613", 3006)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/3006", 3006)]
    [InlineData("http://www.opengis.net/gml/srs/epsg.xml#25832", 25832)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 4326)]
    [InlineData("OGC:CRS84", 4326)]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326)]
    [InlineData("EPSG:5845", 3006)]
    [InlineData("EPSG:5855", 3016)]
    [InlineData("EPSG:900913", 3857)]
    [InlineData("SWEREF99 TM", 3006)]
    [InlineData("SWEREF 99 TM", 3006)]
    [InlineData("SWEREF99_TM", 3006)]
    [InlineData("SWEREF_99_TM", 3006)]
    [InlineData("SWEREF99 20 15", 3016)]
    [InlineData("sweref 99 2015", 3016)]
    [InlineData("RT90_25_gon_V", 3021)]
    [InlineData("RT90 2.5 gon V 0:-15", 3021)]
    [InlineData("SWEREF99_RT90_2.5_gon_V_emulation", 3847)]
    [InlineData("ETRS_1989_UTM_Zone_32N", 25832)]
    [InlineData("WGS 84 / UTM zone 33N", 32633)]
    [InlineData("ETRF89_ETRS_TM35FIN", 3067)]
    [InlineData("ETRS-TM35FIN(E,N)", 3067)]
    [InlineData("WGS 84", 4326)]
    [InlineData("GCS_WGS_1984", 4326)]
    [InlineData("WGS 84 / Pseudo-Mercator", 3857)]
    public void A_system_is_found_by_code_and_by_name(string text, int epsg)
    {
        Assert.Equal(epsg, CrsTable.FindByText(text)?.Epsg);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\uFEFF \r\n")]
    [InlineData("EPSG:27700")]
    [InlineData("EPSG:")]
    [InlineData("EPSG:99999999999")]
    [InlineData("ESRI:3006")]
    [InlineData("urn:ogc:def:crs:IGNF::3006")]
    [InlineData("Stockholm 1938")]
    [InlineData("PROJCS[")]
    [InlineData("PROJCS[\"SWEREF99 TM\"]")]
    public void What_the_table_does_not_have_is_refused(string? text)
    {
        Assert.Null(CrsTable.FindByText(text));
    }

    [Theory]
    [InlineData("VERTCS[\"RH2000_height\",VDATUM[\"Rikets_hojdsystem_2000\"],PARAMETER[\"Vertical_Shift\",0.0],PARAMETER[\"Direction\",1.0],UNIT[\"Meter\",1.0]]", 3006)]
    [InlineData("VERT_CS[\"RH2000\"]", 3006)]
    [InlineData("VERTCRS[\"RH2000\"]", 3006)]
    [InlineData("PROJCS[\"SWEREF99 TM\"]", null)] // two systems side by side are none
    [InlineData("", null)]
    public void The_system_of_heights_behind_that_of_places_is_passed_over(string behind, int? epsg) =>
        Assert.Equal(epsg, CrsTable.FindByText(CrsTable.Wkt(CrsTable.Sweref99Tm) + "," + behind)?.Epsg);

    [Theory]
    [InlineData("LOCAL_CS[\"Undefined Cartesian SRS with unknown unit\"]", true)]
    [InlineData("ENGCRS[\"Undefined Cartesian SRS\",EDATUM[\"\"]]", true)]
    [InlineData("PROJCS[\"unnamed\"]", true)]
    [InlineData("EPSG:0", true)]
    [InlineData("99999", true)]
    [InlineData("urn:ogc:def:crs:EPSG::-1", true)]
    [InlineData(" ", true)]
    [InlineData("EPSG:27700", false)]
    [InlineData("LOCAL_CS[\"Stockholm 1938\"]", false)]
    public void An_undefined_system_says_nothing(string text, bool nothing) => Assert.Equal(nothing, CrsTable.SaysNothing(text));

    [Fact]
    public void Every_system_is_found_again_by_its_own_wkt()
    {
        foreach (Crs crs in CrsTable.All)
        {
            string wkt = CrsTable.Wkt(crs);
            string withoutCodes = System.Text.RegularExpressions.Regex.Replace(wkt, ",AUTHORITY\\[[^]]*\\]", "");
            Assert.Equal(crs, CrsTable.FindByText(wkt));
            Assert.Equal(crs, CrsTable.FindByText(withoutCodes));
            Assert.Equal(crs, CrsTable.FindByText(withoutCodes.Replace('[', '(').Replace(']', ')')));
        }
    }

    [Fact]
    public void Wkt_whose_parameters_are_not_those_of_its_name_or_code_is_refused()
    {
        string wkt = CrsTable.Wkt(CrsTable.Sweref99Tm);

        Assert.Null(CrsTable.FindByText(wkt.Replace("\"central_meridian\",15]", "\"central_meridian\",20.25]", StringComparison.Ordinal)));
        Assert.Null(CrsTable.FindByText(wkt.Replace("UNIT[\"metre\",1", "UNIT[\"foot\",0.3048", StringComparison.Ordinal)));
        Assert.Null(CrsTable.FindByText(wkt.Replace("\"Greenwich\",0", "\"Paris\",2.33722917", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_datum_without_known_shift_is_refused_although_the_parameters_fit()
    {
        string wkt = CrsTable.Wkt(CrsTable.Sweref99Tm).Replace("AUTHORITY[\"EPSG\",\"3006\"]", "AUTHORITY[\"LOCAL\",\"1\"]", StringComparison.Ordinal);

        Assert.Equal(3006, CrsTable.FindByText(wkt)?.Epsg);
        Assert.Null(CrsTable.FindByText(wkt.Replace("DATUM[\"SWEREF99\"", "DATUM[\"European_Datum_1950\"", StringComparison.Ordinal)));
        Assert.Null(CrsTable.FindByText(wkt.Replace("6378137,298.257222101", "6378388,297", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_name_of_ones_own_is_recognised_by_datum_and_parameters()
    {
        // What QGIS writes for a user-defined system that is SWEREF 99 20 15 in all but name.
        string wkt = CrsTable.Wkt(CrsTable.Find(3016)!)
            .Replace("PROJCS[\"SWEREF99 20 15\"", "PROJCS[\"unnamed\"", StringComparison.Ordinal)
            .Replace(",AUTHORITY[\"EPSG\",\"3016\"]", "", StringComparison.Ordinal);

        Assert.Equal(3016, CrsTable.FindByText(wkt)?.Epsg);
    }

    [Fact]
    public void Ellipsoidal_mercator_is_not_taken_for_web_mercator()
    {
        string wkt = CrsTable.Wkt(CrsTable.Find(3857)!)
            .Replace("WGS 84 / Pseudo-Mercator", "Mercator", StringComparison.Ordinal)
            .Replace(",AUTHORITY[\"EPSG\",\"3857\"]", "", StringComparison.Ordinal);
        string ellipsoidal = wkt[..wkt.IndexOf(",EXTENSION", StringComparison.Ordinal)] + "]";

        Assert.Equal(3857, CrsTable.FindByText(wkt)?.Epsg);
        Assert.Null(CrsTable.FindByText(ellipsoidal));
    }

    [Fact]
    public void A_compound_system_gives_its_horizontal_part()
    {
        string wkt = $"COMPD_CS[\"SWEREF99 TM + RH2000 height\",{CrsTable.Wkt(CrsTable.Sweref99Tm)},VERT_CS[\"RH2000 height\",VERT_DATUM[\"Rikets hojdsystem 2000\",2005],UNIT[\"metre\",1]]]";

        Assert.Equal(3006, CrsTable.FindByText(wkt)?.Epsg);
    }

    [Fact]
    public void Broken_wkt_never_throws()
    {
        string wkt = CrsTable.Wkt(CrsTable.Find(3021)!);
        Random random = new(1);
        for (int length = 0; length < wkt.Length; length++)
        {
            Assert.Null(CrsTable.FindByText(wkt[..length]));
            StringBuilder changed = new(wkt);
            changed[length] = (char)random.Next(32, 127);
            _ = CrsTable.FindByText(changed.ToString());
        }

        Assert.Null(CrsTable.FindByText(string.Concat(Enumerable.Repeat("PROJCS[", 100_000))));
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void Texts_of_other_software_are_recognised()
    {
        using ZipArchive zip = ZipFile.OpenRead(RepositoryRoot.RealData("gis-formats", "prj-variants.zip"));
        int found = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using StreamReader reader = new(entry.Open());
            string text = reader.ReadToEnd();

            // The wkt1_gdal files of this collection hold nothing but a line feed.
            int? expected = text.Trim().Length == 0 ? null : int.Parse(entry.Name.AsSpan(4, 4), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(expected, CrsTable.FindByText(text)?.Epsg);
            found += expected is null ? 0 : 1;
        }

        Assert.Equal(8, found);
    }

    [Theory]
    [Trait("Needs", "RealData")]
    [InlineData("finland-m_L4132R_p.zip", 3067)]
    [InlineData("finland-lakes.zip", 3067)]
    [InlineData("sweden-ak_riks-sweref99tm.zip", 3006)]
    public void The_prj_of_real_shapefiles_is_recognised(string file, int epsg)
    {
        using ZipArchive zip = ZipFile.OpenRead(RepositoryRoot.RealData("gis-formats", "shp", file));
        using StreamReader reader = new(zip.Entries.Single(e => e.Name.EndsWith(".prj", StringComparison.Ordinal)).Open());

        Assert.Equal(epsg, CrsTable.FindByText(reader.ReadToEnd())?.Epsg);
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void A_byte_order_mark_and_an_unknown_datum_are_refused_not_guessed()
    {
        using ZipArchive zip = ZipFile.OpenRead(RepositoryRoot.RealData("gis-formats", "shp", "gdal-autotest-shp.zip"));
        using StreamReader reader = new(zip.Entries.Single(e => e.Name == "prjwithutf8bom.prj").Open(), Encoding.Latin1, false);

        // NAD 83 is no system of the table.
        Assert.Null(CrsTable.FindByText(reader.ReadToEnd()));
    }
}
