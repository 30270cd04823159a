using System.Globalization;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>The datums whose relation to WGS 84 is known. All but RT 90 coincide with WGS 84 within a metre and are treated as the same.</summary>
internal enum Datum
{
    Wgs84,
    Etrs89,
    Sweref99,
    Rt90,
}

/// <summary>How a system's plane comes about; <see cref="None"/> is longitude and latitude.</summary>
internal enum Projection
{
    None,
    TransverseMercator,
    WebMercator,
}

/// <summary>A row of <see cref="CrsTable"/>: what a coordinate system is made of.</summary>
/// <param name="Crs">What the rest of the program sees of it.</param>
/// <param name="CentralMeridian">Degrees east of Greenwich.</param>
/// <param name="FalseEasting">Metres.</param>
/// <param name="FalseNorthing">Metres.</param>
/// <param name="OtherNames">Names beside the register's own, as software spells them.</param>
internal sealed record CrsDefinition(
    Crs Crs, Datum Datum, Projection Projection, double CentralMeridian, double Scale, double FalseEasting, double FalseNorthing, string[] OtherNames)
{
    /// <summary>The same place has the same numbers in both, when WGS 84, ETRS 89 and SWEREF 99 are taken as one.</summary>
    public bool SameNumbersAs(CrsDefinition other) =>
        (Datum == Datum.Rt90) == (other.Datum == Datum.Rt90) && Projection == other.Projection && CentralMeridian == other.CentralMeridian && Scale == other.Scale
        && FalseEasting == other.FalseEasting && FalseNorthing == other.FalseNorthing;

    /// <summary>The register names the northing first. Files and this program store the easting first all the same.</summary>
    private bool IsNorthingFirst => Crs.Epsg is >= 3006 and <= 3024 or 3847;

    /// <summary>
    /// OGC WKT 1 with authority codes. RT 90 carries its shift to WGS 84 (EPSG:1680, about 0.1 m); without TOWGS84 readers would be some 200 m off.
    /// </summary>
    public string ToWkt()
    {
        StringBuilder text = new();
        string authority = Authority(Crs.Epsg);
        if (Projection == Projection.None)
        {
            AppendGeographic(text, authority, withAxes: true);
            return text.ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"PROJCS[\"{Crs.Name}\",");
        AppendGeographic(text, Authority(GeographicCode(Datum)), withAxes: false);
        text.Append(Projection == Projection.WebMercator ? ",PROJECTION[\"Mercator_1SP\"]" : ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0]");
        text.Append(CultureInfo.InvariantCulture, $",PARAMETER[\"central_meridian\",{CentralMeridian}],PARAMETER[\"scale_factor\",{Scale}]");
        text.Append(CultureInfo.InvariantCulture, $",PARAMETER[\"false_easting\",{FalseEasting}],PARAMETER[\"false_northing\",{FalseNorthing}],UNIT[\"metre\",1,{Authority(9001)}]");
        text.Append(IsNorthingFirst ? ",AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST]" : ",AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]");
        if (Projection == Projection.WebMercator)
        {
            // WKT 1 has no name for the spherical formula on ellipsoidal coordinates; this is how GDAL says it.
            text.Append(",EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs\"]");
        }

        text.Append(CultureInfo.InvariantCulture, $",{authority}]");
        return text.ToString();
    }

    private static string Authority(int code) => string.Create(CultureInfo.InvariantCulture, $"AUTHORITY[\"EPSG\",\"{code}\"]");

    private static int GeographicCode(Datum datum) => datum switch
    {
        Datum.Wgs84 => 4326,
        Datum.Etrs89 => 4258,
        Datum.Sweref99 => 4619,
        _ => 4124,
    };

    private void AppendGeographic(StringBuilder text, string authority, bool withAxes)
    {
        const string grs80 = "SPHEROID[\"GRS 1980\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"7019\"]]";
        text.Append(Datum switch
        {
            Datum.Wgs84 => "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]]",
            Datum.Etrs89 => $"GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\",{grs80},AUTHORITY[\"EPSG\",\"6258\"]]",
            Datum.Sweref99 => $"GEOGCS[\"SWEREF99\",DATUM[\"SWEREF99\",{grs80},AUTHORITY[\"EPSG\",\"6619\"]]",
            _ => "GEOGCS[\"RT90\",DATUM[\"Rikets_koordinatsystem_1990\",SPHEROID[\"Bessel 1841\",6377397.155,299.1528128,AUTHORITY[\"EPSG\",\"7004\"]],"
                + "TOWGS84[414.1,41.3,603.1,-0.855,2.141,-7.023,0],AUTHORITY[\"EPSG\",\"6124\"]]",
        });
        text.Append(CultureInfo.InvariantCulture, $",PRIMEM[\"Greenwich\",0,{Authority(8901)}],UNIT[\"degree\",0.0174532925199433,{Authority(9122)}]");
        text.Append(withAxes ? ",AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST]," : ",").Append(authority).Append(']');
    }
}
