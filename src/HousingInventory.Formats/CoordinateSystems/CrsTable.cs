using System.Collections.Frozen;
using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>
/// The coordinate systems that this program computes with. A file's own description is only used to find a row here, never to compute from: descriptions
/// from GIS software mostly leave out the datum shift, and the result would be off by hundreds of metres without a word. What is not in the table is refused.
/// </summary>
/// <remarks>Source: the EPSG register. WGS 84, ETRS 89 and SWEREF 99 differ by under a metre in Sweden and are treated as one.</remarks>
public static class CrsTable
{
    private static readonly CrsDefinition[] Rows = MakeRows();
    private static readonly FrozenDictionary<int, CrsDefinition> ByCode = Rows.ToFrozenDictionary(static r => r.Crs.Epsg);
    private static readonly FrozenDictionary<string, CrsDefinition> ByName = MakeNames();

    /// <summary>Codes of other systems with the same horizontal numbers: with heights, with axes in another order, or older codes.</summary>
    private static readonly FrozenDictionary<int, int> SameHorizontally = MakeSynonyms().ToFrozenDictionary();

    /// <summary>Every system of the table, by rising code.</summary>
    public static IReadOnlyList<Crs> All { get; } = [.. Rows.Select(static r => r.Crs).OrderBy(static c => c.Epsg)];

    /// <summary>WGS 84 longitude and latitude, EPSG:4326.</summary>
    public static Crs Wgs84 { get; } = ByCode[4326].Crs;

    /// <summary>SWEREF 99 TM, EPSG:3006.</summary>
    public static Crs Sweref99Tm { get; } = ByCode[3006].Crs;

    /// <summary>
    /// The system with this EPSG code; null when the table does not have it. A system with heights gives its horizontal part (EPSG:5845, SWEREF 99 TM with
    /// RH 2000, gives EPSG:3006).
    /// </summary>
    public static Crs? Find(int epsg) => ByCode.GetValueOrDefault(SameHorizontally.GetValueOrDefault(epsg, epsg))?.Crs;

    /// <summary>
    /// The system that a text names: an authority code ("EPSG:3006", "urn:ogc:def:crs:EPSG::3006", "http://www.opengis.net/def/crs/EPSG/0/3006",
    /// "OGC:CRS84"), a name as GIS software spells it ("SWEREF99_TM"), or WKT 1 or 2. Null when it is none of the table's; in WKT, datum and
    /// parameters must agree with the row, whatever name or code stands there.
    /// </summary>
    public static Crs? FindByText(string? text)
    {
        string said = text?.Trim().TrimStart('\uFEFF').Trim() ?? "";
        if (said.Length == 0)
        {
            return null;
        }

        if (said.Contains('[') || said.StartsWith("PROJCS(", StringComparison.Ordinal) || said.StartsWith("GEOGCS(", StringComparison.Ordinal))
        {
            return WktNode.TryParse(said) is { } wkt ? CrsWkt.Match(wkt, Rows)?.Crs : null;
        }

        return CodeIn(said) is { } code ? Find(code) : ByName.GetValueOrDefault(PlainName(said))?.Crs;
    }

    /// <summary>OGC WKT 1 of a system of the table, as gpkg_spatial_ref_sys and .prj files want it.</summary>
    /// <exception cref="DataFormatException">The table does not have this code.</exception>
    public static string Wkt(Crs crs) => Definition(crs).ToWkt();

    /// <summary>
    /// Whether what a file says of its system says nothing: blank, null, a code of -1, 0 or 99999, or an "undefined", "unknown" or local system without a name. Such coordinates are judged by
    /// their size alone.
    /// </summary>
    public static bool SaysNothing(string? text)
    {
        string said = text?.Trim().TrimStart('\uFEFF').Trim() ?? "";
        string plain = PlainName(said);
        string name = PlainName(WktNode.TryParse(said) is { Keyword: "LOCAL_CS" or "ENGCRS" or "ENGINEERINGCRS" or "PROJCS" or "GEOGCS" or "PROJCRS" or "GEOGCRS" } wkt ? wkt.Name : said);
        return plain is "" or "null" or "none" or "undefined" or "unknown" or "epsg0" or "epsg1" or "epsg99999" or "none1" or "none0" or "0" or "1" or "99999"
            or "epsgnone" or "epsgnull" or "epsgundefined" or "typename" or "typenameproperties" or "typenamepropertiesname" or "typenamepropertiesnamenull" or "typelink"
            || plain.EndsWith("undefined", StringComparison.Ordinal) || plain.EndsWith("unknown", StringComparison.Ordinal)
            || (plain.StartsWith("urnogcdefcrs", StringComparison.Ordinal) && (said.EndsWith(":0", StringComparison.Ordinal) || said.EndsWith(":-1", StringComparison.Ordinal) || said.EndsWith(":99999", StringComparison.Ordinal)))
            || name.StartsWith("undefined", StringComparison.Ordinal) || name.StartsWith("unknown", StringComparison.Ordinal) || name is "unnamed" or "cartesian" or "local" or "arbitraryxy" or "xyarbitrary";
    }

    /// <summary>The row of a system.</summary>
    /// <exception cref="DataFormatException">The table does not have this code.</exception>
    internal static CrsDefinition Definition(Crs crs) => ByCode.TryGetValue(crs.Epsg, out CrsDefinition? row)
        ? row
        : throw new DataFormatException($"The coordinate system {crs} is not known here; convert the data to SWEREF 99 TM (EPSG:3006) first.");

    /// <summary>Letters and digits in lower case, so that "SWEREF99_TM", "SWEREF 99 TM" and "sweref99tm" are one name.</summary>
    internal static string PlainName(string name) =>
        string.Create(name.Count(char.IsAsciiLetterOrDigit), name, static (span, source) =>
        {
            int length = 0;
            foreach (char c in source)
            {
                if (char.IsAsciiLetterOrDigit(c))
                {
                    span[length++] = char.ToLowerInvariant(c);
                }
            }
        });

    /// <summary>The row of a plain name; null when there is none.</summary>
    internal static CrsDefinition? RowByName(string plainName) => ByName.GetValueOrDefault(plainName);

    private static int? CodeIn(string said)
    {
        // The horizontal part comes first in urn:ogc:def:crs,crs:EPSG::3006,crs:EPSG::5613.
        int comma = said.StartsWith("urn:ogc:def:crs,", StringComparison.OrdinalIgnoreCase) ? said.IndexOf(',', 16) : -1;
        string first = comma > 0 ? said[..comma] : said;

        // "EPSG:3006+5613", the horizontal part first here too.
        first = first.IndexOf('+', StringComparison.Ordinal) is > 0 and int plus ? first[..plus] : first;
        int end = first.LastIndexOfAny([':', '/', '#']);
        string last = first[(end + 1)..].TrimEnd(']', '}');
        if (end < 0)
        {
            return last.Equals("CRS84", StringComparison.OrdinalIgnoreCase) ? 4326 : Digits(last);
        }

        bool isOgc = first.Contains("OGC", StringComparison.OrdinalIgnoreCase) && last is "CRS84" or "crs84" or "CRS84h";
        return isOgc ? 4326 : first[..end].Contains("EPSG", StringComparison.OrdinalIgnoreCase) ? Digits(last) : null;
    }

    private static int? Digits(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : null;

    private static IEnumerable<KeyValuePair<int, int>> MakeSynonyms()
    {
        foreach (int web in new[] { 900913, 3785, 102100, 102113 })
        {
            yield return new(web, 3857);
        }

        // EPSG:5845-5857 are the SWEREF 99 systems with RH 2000 heights, in the order of 3006-3018.
        for (int i = 0; i <= 12; i++)
        {
            yield return new(5845 + i, 3006 + i);
        }

        yield return new(4979, 4326);
        yield return new(4937, 4258);
        yield return new(4977, 4619);
        yield return new(5628, 4619);
        yield return new(5048, 3067);
        yield return new(3902, 3067);
        yield return new(3903, 3067);
    }

    private static FrozenDictionary<string, CrsDefinition> MakeNames()
    {
        Dictionary<string, CrsDefinition> names = [];
        foreach (CrsDefinition row in Rows)
        {
            foreach (string name in row.OtherNames.Prepend(row.Crs.Name))
            {
                names.Add(PlainName(name), row);
            }
        }

        return names.ToFrozenDictionary();
    }

    private static CrsDefinition[] MakeRows()
    {
        List<CrsDefinition> rows =
        [
            Geographic(4326, "WGS 84", Datum.Wgs84, "GCS_WGS_1984", "WGS_1984", "World Geodetic System 1984"),
            Geographic(4258, "ETRS89", Datum.Etrs89, "GCS_ETRS_1989", "ETRS_1989", "GCS_ETRS89", "EUREF-FIN"),
            Geographic(4619, "SWEREF99", Datum.Sweref99, "GCS_SWEREF99"),
            new(new(3857, "WGS 84 / Pseudo-Mercator", false), Datum.Wgs84, Projection.WebMercator, 0, 1, 0, 0,
                ["WGS_1984_Web_Mercator_Auxiliary_Sphere", "Web Mercator", "Pseudo-Mercator", "WGS 84 / Popular Visualisation Pseudo-Mercator", "Google Mercator"]),
            Transverse(3006, "SWEREF99 TM", Datum.Sweref99, 15, 0.9996, 500000),
            new(new(3847, "SWEREF99 / RT90 2.5 gon V emulation", false), Datum.Sweref99, Projection.TransverseMercator,
                15.8062845294444, 1.00000561024, 1500064.274, -667.711, ["SWEREF99 / RT90 2.5 gon V", "SWEREF99 / RT90 2.5 gon V 0:-15 emulation"]),
            Transverse(3067, "ETRS89 / TM35FIN(E,N)", Datum.Etrs89, 27, 0.9996, 500000,
                "ETRS89 / TM35FIN", "ETRS-TM35FIN", "ETRS-TM35FIN(E,N)", "ETRS_1989_TM35FIN_E_N", "ETRS_1989_TM35FIN", "EUREF_FIN_TM35FIN", "ETRF89_ETRS_TM35FIN", "TM35FIN"),
        ];

        string[] zones = ["12 00", "13 30", "15 00", "16 30", "18 00", "14 15", "15 45", "17 15", "18 45", "20 15", "21 45", "23 15"];
        for (int i = 0; i < zones.Length; i++)
        {
            double meridian = int.Parse(zones[i].AsSpan(0, 2), CultureInfo.InvariantCulture) + (int.Parse(zones[i].AsSpan(3), CultureInfo.InvariantCulture) / 60d);
            rows.Add(Transverse(3007 + i, $"SWEREF99 {zones[i]}", Datum.Sweref99, meridian, 1, 150000));
        }

        // RT 90 zones lie 2.5 gon (2.25 degrees) apart; 2.5 gon V is at 15 degrees 48' 29.8".
        string[] gon = ["7.5 gon V", "5 gon V", "2.5 gon V", "0 gon", "2.5 gon O", "5 gon O"];
        for (int i = 0; i < gon.Length; i++)
        {
            rows.Add(Transverse(3019 + i, $"RT90 {gon[i]}", Datum.Rt90, 15.8082777777778 + (2.25 * (i - 2)), 1, 1500000, $"RT90 {gon[i]} 0:-15"));
        }

        for (int zone = 32; zone <= 36; zone++)
        {
            double meridian = (zone * 6) - 183;
            string name = string.Create(CultureInfo.InvariantCulture, $"UTM zone {zone}N");
            rows.Add(Transverse(25800 + zone, $"ETRS89 / {name}", Datum.Etrs89, meridian, 0.9996, 500000, $"ETRS_1989_{name}"));
            rows.Add(Transverse(32600 + zone, $"WGS 84 / {name}", Datum.Wgs84, meridian, 0.9996, 500000, $"WGS_1984_{name}"));
        }

        return [.. rows];
    }

    private static CrsDefinition Geographic(int code, string name, Datum datum, params string[] otherNames) =>
        new(new Crs(code, name, true), datum, Projection.None, 0, 1, 0, 0, otherNames);

    private static CrsDefinition Transverse(int code, string name, Datum datum, double meridian, double scale, double falseEasting, params string[] otherNames) =>
        new(new Crs(code, name, false), datum, Projection.TransverseMercator, meridian, scale, falseEasting, 0, otherNames);
}
