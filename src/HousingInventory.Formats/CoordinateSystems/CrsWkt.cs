namespace HousingInventory.Formats;

/// <summary>Finds the row of <see cref="CrsTable"/> that well-known text describes, by datum and parameters; name and code only choose between equals.</summary>
internal static class CrsWkt
{
    /// <summary>The row, or null when none agrees. Text whose code is not in the table, or whose parameters are not those of its code, agrees with none.</summary>
    public static CrsDefinition? Match(WktNode root, IReadOnlyList<CrsDefinition> rows)
    {
        WktNode? horizontal = Horizontal(root);
        if (horizontal is null)
        {
            return null;
        }

        CrsDefinition? stated = null;
        if (Code(horizontal) is { } code && (CrsTable.Find(code) is not { } crs || (stated = CrsTable.Definition(crs)) is null))
        {
            return null;
        }

        stated ??= CrsTable.RowByName(CrsTable.PlainName(horizontal.Name));
        if (stated is not null)
        {
            return Agrees(horizontal, stated) ? stated : null;
        }

        return rows.FirstOrDefault(row => Agrees(horizontal, row));
    }

    /// <summary>The part without heights and without a shift to another system.</summary>
    private static WktNode? Horizontal(WktNode node) => node.Keyword switch
    {
        "PROJCS" or "PROJCRS" or "PROJECTEDCRS" or "GEOGCS" or "GEOGCRS" or "GEOGRAPHICCRS" or "GEODCRS" or "GEODETICCRS" => node,
        "COMPD_CS" or "COMPOUNDCRS" => node.Child("PROJCS", "PROJCRS", "PROJECTEDCRS", "GEOGCS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS", "BOUNDCRS") is { } part
            ? Horizontal(part)
            : null,
        "BOUNDCRS" => node.Child("SOURCECRS")?.Child("PROJCRS", "PROJECTEDCRS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS"),
        _ => null,
    };

    private static int? Code(WktNode node) =>
        node.Child("AUTHORITY", "ID") is { } id && id.Name.Equals("EPSG", StringComparison.OrdinalIgnoreCase) && id.Number(1) is > 0 and < 1e9 and double code ? (int)code : null;

    private static bool Agrees(WktNode node, CrsDefinition row)
    {
        bool isProjected = node.Keyword.StartsWith("PROJ", StringComparison.Ordinal);
        WktNode? geographic = isProjected ? node.Child("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS") : node;
        if (geographic is null || isProjected == row.Crs.IsGeographic || DatumOf(geographic) != row.Datum || !StartsAtGreenwich(geographic))
        {
            return false;
        }

        // A geographic system may leave its unit to its axes (WKT 2); projected ones must be in metres.
        double unit = Unit(node);
        return isProjected
            ? unit == 1 && (row.Projection == Projection.WebMercator ? IsWebMercator(node) : IsTransverse(node, row))
            : Math.Abs(unit - (Math.PI / 180)) < 1e-9;
    }

    private static Datum? DatumOf(WktNode geographic)
    {
        WktNode? datum = geographic.Child("DATUM", "ENSEMBLE", "GEODETICDATUM", "TRF");
        if (datum?.Child("SPHEROID", "ELLIPSOID") is not { } ellipsoid)
        {
            return null;
        }

        string name = CrsTable.PlainName(datum.Name.StartsWith("D_", StringComparison.OrdinalIgnoreCase) ? datum.Name[2..] : datum.Name);
        Datum? found = name switch
        {
            "sweref99" => Datum.Sweref99,
            "etrs1989" or "etrs89" or "europeanterrestrialreferencesystem1989" or "europeanterrestrialreferencesystem1989ensemble" => Datum.Etrs89,
            "wgs1984" or "wgs84" or "worldgeodeticsystem1984" or "worldgeodeticsystem1984ensemble" => Datum.Wgs84,
            "rt1990" or "rt90" or "riketskoordinatsystem1990" => Datum.Rt90,
            _ => null,
        };

        // GRS 80 and WGS 84 differ by 0.1 mm in the flattening, and ESRI mixes them; Bessel differs by 740 m.
        (double axis, double flattening) = found == Datum.Rt90 ? (6377397.155, 299.1528128) : (6378137, 298.25722);
        return Math.Abs(ellipsoid.Number(1) - axis) < 0.01 && Math.Abs(ellipsoid.Number(2) - flattening) < 1e-4 ? found : null;
    }

    private static bool StartsAtGreenwich(WktNode geographic) => geographic.Child("PRIMEM", "PRIMEMERIDIAN") is not { } meridian || meridian.Number(1) == 0;

    private static double Unit(WktNode node)
    {
        WktNode holder = node.Child("UNIT", "LENGTHUNIT", "ANGLEUNIT") is not null ? node : node.Child("AXIS") ?? node;
        return holder.Child("UNIT", "LENGTHUNIT", "ANGLEUNIT")?.Number(1) ?? double.NaN;
    }

    private static bool IsTransverse(WktNode node, CrsDefinition row)
    {
        WktNode holder = node.Child("CONVERSION") ?? node;
        string method = CrsTable.PlainName(holder.Child("PROJECTION", "METHOD")?.Name ?? "");
        return method is "transversemercator" or "gausskruger"
            && Is(holder, row.CentralMeridian, 1e-9, "centralmeridian", "longitudeofnaturalorigin", "longitudeoforigin")
            && Is(holder, row.Scale, 1e-12, "scalefactor", "scalefactoratnaturalorigin")
            && Is(holder, row.FalseEasting, 1e-6, "falseeasting")
            && Is(holder, row.FalseNorthing, 1e-6, "falsenorthing")
            && Is(holder, 0, 1e-12, "latitudeoforigin", "latitudeofnaturalorigin");
    }

    /// <summary>Mercator_1SP alone is the ellipsoidal formula, 37 km away in Sweden: it counts only when the text says spherical as well.</summary>
    private static bool IsWebMercator(WktNode node)
    {
        WktNode holder = node.Child("CONVERSION") ?? node;
        string method = CrsTable.PlainName(holder.Child("PROJECTION", "METHOD")?.Name ?? "");
        bool isSpherical = method is "mercatorauxiliarysphere" or "popularvisualisationpseudomercator"
            || (method == "mercator1sp" && (Code(node) == 3857 || node.Child("EXTENSION")?.Value(1).Contains("+b=6378137", StringComparison.Ordinal) == true));
        return isSpherical && Is(holder, 0, 1e-9, "centralmeridian", "longitudeofnaturalorigin") && Is(holder, 0, 1e-6, "falseeasting") && Is(holder, 0, 1e-6, "falsenorthing");
    }

    private static bool Is(WktNode holder, double expected, double tolerance, params ReadOnlySpan<string> names)
    {
        foreach (WktNode parameter in holder.Children("PARAMETER"))
        {
            if (names.Contains(CrsTable.PlainName(parameter.Name)))
            {
                return Math.Abs(parameter.Number(1) - expected) <= tolerance;
            }
        }

        // Left-out parameters have their neutral value, as in WKT 2 written by hand.
        return expected == 0;
    }
}
