using System.Globalization;
using System.Text;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>
/// A layer's style in QGIS' own form (QML, as of QGIS 3.22): classes, labels, scales, and the headings and value lists of the columns, which QGIS takes from the
/// style and not from the GeoPackage. The same style gives the same text.
/// </summary>
public sealed record QmlStyle
{
    public required QmlGeometry Geometry { get; init; }

    /// <summary>The column or expression that the classes are of; null when all features look alike, as the only class says.</summary>
    public string? ClassifiedBy { get; init; }

    /// <summary>Ranges if the first has an end, else categories. A category with an empty value is for all others.</summary>
    public required IReadOnlyList<QmlClass> Classes { get; init; }

    public QmlLabel? Label { get; init; }

    /// <summary>Shown from this scale inwards (10000 is 1:10 000); null without limit.</summary>
    public int? CloserThan { get; init; }

    /// <summary>Shown from this scale outwards; null without limit.</summary>
    public int? FartherThan { get; init; }

    /// <summary>The layer's columns, with titles and value lists.</summary>
    public IReadOnlyList<GpkgColumn> Columns { get; init; } = [];

    /// <summary>The column or expression that names a feature in lists.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The style as XML.</summary>
    public string ToXml()
    {
        StringBuilder text = new("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
        using (XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" }))
        {
            Start(xml, "qgis", ("version", "3.22.0"), ("styleCategories", "Symbology|Labeling|Fields|Forms|Rendering"), ("labelsEnabled", Label is null ? "0" : "1"),
                ("hasScaleBasedVisibilityFlag", CloserThan is null && FartherThan is null ? "0" : "1"), ("minScale", Whole(CloserThan ?? 100_000_000)), ("maxScale", Whole(FartherThan ?? 0)));
            WriteRenderer(xml);
            WriteLabels(xml);
            xml.WriteElementString("blendMode", "0");
            xml.WriteElementString("layerOpacity", "1");
            WriteColumns(xml);
            if (DisplayName is not null)
            {
                xml.WriteElementString("previewExpression", DisplayName);
            }

            xml.WriteElementString("layerGeometryType", Whole((int)Geometry));
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private void WriteRenderer(XmlWriter xml)
    {
        bool ranges = Classes.Count > 0 && Classes[0].To is not null;
        string type = ClassifiedBy is null ? "singleSymbol" : ranges ? "graduatedSymbol" : "categorizedSymbol";
        Start(xml, "renderer-v2", ("type", type), ("symbollevels", "0"), ("enableorderby", "0"), ("forceraster", "0"));
        if (ClassifiedBy is not null)
        {
            xml.WriteAttributeString("attr", ClassifiedBy);
            if (ranges)
            {
                xml.WriteAttributeString("graduatedMethod", "GraduatedColor");
            }

            Start(xml, ranges ? "ranges" : "categories");
            for (int i = 0; i < Classes.Count; i++)
            {
                Start(xml, ranges ? "range" : "category", ("symbol", Whole(i)), ("label", Classes[i].Label), ("render", "true"));
                if (ranges)
                {
                    xml.WriteAttributeString("lower", Classes[i].Value);
                    xml.WriteAttributeString("upper", Classes[i].To);
                }
                else
                {
                    xml.WriteAttributeString("value", Classes[i].Value);
                    xml.WriteAttributeString("type", "string");
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        Start(xml, "symbols");
        for (int i = 0; i < Classes.Count; i++)
        {
            WriteSymbol(xml, Classes[i].Symbol, i);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteSymbol(XmlWriter xml, QmlSymbol symbol, int number)
    {
        (string type, string layer) = Geometry switch
        {
            QmlGeometry.Point => ("marker", "SimpleMarker"),
            QmlGeometry.Line => ("line", "SimpleLine"),
            _ => ("fill", "SimpleFill"),
        };
        Start(xml, "symbol", ("type", type), ("name", Whole(number)), ("alpha", "1"), ("clip_to_extent", "1"), ("force_rhr", "0"));
        Start(xml, "layer", ("class", layer), ("enabled", "1"), ("pass", "0"), ("locked", "0"));
        Start(xml, "Option", ("type", "Map"));
        if (Geometry == QmlGeometry.Line)
        {
            Option(xml, "line_color", Colour(symbol.Colour));
            Option(xml, "line_width", Decimal(symbol.StrokeMm));
            Option(xml, "line_width_unit", "MM");
            Option(xml, "line_style", "solid");
            Option(xml, "capstyle", "round");
            Option(xml, "joinstyle", "round");
        }
        else
        {
            Option(xml, "color", Colour(symbol.Colour));
            Option(xml, "outline_color", Colour(symbol.Stroke));
            Option(xml, "outline_width", Decimal(symbol.StrokeMm));
            Option(xml, "outline_width_unit", "MM");
            Option(xml, "outline_style", "solid");
            Option(xml, Geometry == QmlGeometry.Point ? "name" : "style", Geometry == QmlGeometry.Point ? symbol.Shape : "solid");
            Option(xml, "size", Decimal(symbol.SizeMm));
            Option(xml, "size_unit", "MM");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteLabels(XmlWriter xml)
    {
        if (Label is null)
        {
            return;
        }

        // Around a point, along a line, horizontally in a polygon or outside it.
        string placement = Geometry switch { QmlGeometry.Point => "6", QmlGeometry.Line => "3", _ => Label.IsBeside ? "8" : "4" };
        Start(xml, "labeling", ("type", "simple"));
        Start(xml, "settings", ("calloutType", "simple"));
        Start(xml, "text-style", ("fieldName", Label.Expression), ("isExpression", "1"), ("fontSize", Decimal(Label.FontSize)), ("fontSizeUnit", "Point"), ("textColor", "34,34,34,255"), ("textOpacity", "1"));
        Empty(xml, "text-buffer", ("bufferDraw", "1"), ("bufferSize", "0.8"), ("bufferSizeUnits", "MM"), ("bufferColor", "255,255,255,255"), ("bufferOpacity", "1"));
        xml.WriteEndElement();
        Empty(xml, "placement", ("placement", placement), ("dist", "0.5"), ("distUnits", "MM"), ("predefinedPositionOrder", "TR,TL,BR,BL,R,L,TSR,BSR"), ("offsetType", "1"), ("placementFlags", "10"));
        Empty(xml, "rendering", ("drawLabels", "1"), ("scaleVisibility", "1"), ("scaleMin", "0"), ("scaleMax", Whole(Label.UpToScale)), ("obstacle", "1"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteColumns(XmlWriter xml)
    {
        Start(xml, "fieldConfiguration");
        foreach (GpkgColumn column in Columns)
        {
            Start(xml, "field", ("name", column.Name), ("configurationFlags", "None"));
            if (column.Values is { Count: > 0 } values)
            {
                Start(xml, "editWidget", ("type", "ValueMap"));
                Start(xml, "config");
                Start(xml, "Option", ("type", "Map"));
                Start(xml, "Option", ("type", "List"), ("name", "map"));
                foreach (GpkgValue value in values)
                {
                    Start(xml, "Option", ("type", "Map"));
                    Option(xml, value.Description ?? value.Value, value.Value);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Start(xml, "aliases");
        foreach (GpkgColumn column in Columns)
        {
            Empty(xml, "alias", ("field", column.Name), ("name", column.Title ?? column.Name));
        }

        xml.WriteEndElement();
    }

    private static void Option(XmlWriter xml, string name, string value) => Empty(xml, "Option", ("type", "QString"), ("name", name), ("value", value));

    private static void Empty(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(xml, element, attributes);
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach ((string name, string value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    /// <summary>#rrggbb or #rrggbbaa as the four numbers that QGIS writes.</summary>
    private static string Colour(string hex)
    {
        byte[] parts = Convert.FromHexString(hex.AsSpan(1));
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]},{parts[1]},{parts[2]},{(parts.Length > 3 ? parts[3] : 255)}");
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Decimal(double number) => number.ToString(CultureInfo.InvariantCulture);
}
