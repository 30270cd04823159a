using System.Xml;
using static HousingInventory.Formats.QgisXml;

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

    /// <summary>Tabs of the form and columns of the table; null leaves both to QGIS.</summary>
    public QmlForm? Form { get; init; }

    /// <summary>What is shown when the pointer rests on a feature, in HTML with expressions between [% and %]; null for the name alone.</summary>
    public string? MapTip { get; init; }

    /// <summary>The style as XML. One without columns leaves those of the layer as they are.</summary>
    public string ToXml() => QgisXml.Document(xml =>
    {
        WriteStart(xml, "qgis");
        WriteContent(xml);
        xml.End();
    });

    /// <summary>Begins an element with the attributes that a style has, be it a document or a layer of a project.</summary>
    internal void WriteStart(XmlWriter xml, string element)
    {
        string categories = "Symbology|Labeling|Rendering" + (Columns.Count == 0 ? "" : "|Fields|Forms|AttributeTable|MapTips");
        xml.Start(
            element, ("version", "3.22.0"), ("styleCategories", categories), ("labelsEnabled", Flag(Label is not null)),
            ("hasScaleBasedVisibilityFlag", Flag(CloserThan is not null || FartherThan is not null)), ("minScale", Whole(CloserThan ?? 100_000_000)), ("maxScale", Whole(FartherThan ?? 0)));
    }

    /// <summary>Writes what stands in the element.</summary>
    internal void WriteContent(XmlWriter xml)
    {
        if (Geometry != QmlGeometry.None)
        {
            WriteRenderer(xml);
            WriteLabels(xml);
            xml.WriteElementString("blendMode", "0");
            xml.WriteElementString("layerOpacity", "1");
        }

        if (Columns.Count > 0)
        {
            QmlFields.Write(xml, Columns, Form);
            xml.WriteElementString("mapTip", MapTip);
        }

        if (DisplayName is not null)
        {
            xml.WriteElementString("previewExpression", DisplayName);
        }

        xml.WriteElementString("layerGeometryType", Whole((int)Geometry));
    }

    private void WriteRenderer(XmlWriter xml)
    {
        bool ranges = Classes.Count > 0 && Classes[0].To is not null;
        string type = ClassifiedBy is null ? "singleSymbol" : ranges ? "graduatedSymbol" : "categorizedSymbol";
        xml.Start("renderer-v2", ("type", type), ("symbollevels", "0"), ("enableorderby", "0"), ("forceraster", "0"));
        if (ClassifiedBy is not null)
        {
            xml.WriteAttributeString("attr", ClassifiedBy);
            if (ranges)
            {
                xml.WriteAttributeString("graduatedMethod", "GraduatedColor");
            }

            xml.Start(ranges ? "ranges" : "categories");
            for (int i = 0; i < Classes.Count; i++)
            {
                xml.Start(ranges ? "range" : "category", ("symbol", Whole(i)), ("label", Classes[i].Label), ("render", "true"));
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

                xml.End();
            }

            xml.End();
        }

        xml.Start("symbols");
        for (int i = 0; i < Classes.Count; i++)
        {
            WriteSymbol(xml, Classes[i].Symbol, i);
        }

        xml.End();
        xml.End();
    }

    private void WriteSymbol(XmlWriter xml, QmlSymbol symbol, int number)
    {
        (string type, string layer) = Geometry switch
        {
            QmlGeometry.Point => ("marker", "SimpleMarker"),
            QmlGeometry.Line => ("line", "SimpleLine"),
            _ => ("fill", "SimpleFill"),
        };
        xml.Start("symbol", ("type", type), ("name", Whole(number)), ("alpha", "1"), ("clip_to_extent", "1"), ("force_rhr", "0"));
        xml.Start("layer", ("class", layer), ("enabled", "1"), ("pass", "0"), ("locked", "0"));
        xml.Start("Option", ("type", "Map"));
        if (Geometry == QmlGeometry.Line)
        {
            xml.Option("line_color", Colour(symbol.Colour));
            xml.Option("line_width", Decimal(symbol.StrokeMm));
            xml.Option("line_width_unit", "MM");
            xml.Option("line_style", symbol.LineStyle);
            xml.Option("capstyle", "round");
            xml.Option("joinstyle", "round");
        }
        else
        {
            xml.Option("color", Colour(symbol.Colour));
            xml.Option("outline_color", Colour(symbol.Stroke));
            xml.Option("outline_width", Decimal(symbol.StrokeMm));
            xml.Option("outline_width_unit", "MM");
            xml.Option("outline_style", "solid");
            xml.Option(Geometry == QmlGeometry.Point ? "name" : "style", Geometry == QmlGeometry.Point ? symbol.Shape : "solid");
            xml.Option("size", Decimal(symbol.SizeMm));
            xml.Option("size_unit", "MM");
        }

        xml.End();
        xml.End();
        xml.End();
    }

    private void WriteLabels(XmlWriter xml)
    {
        if (Label is null)
        {
            return;
        }

        // Other layers' labels must find room within a named area, and do not where it counts as an obstacle.
        bool isArea = Geometry == QmlGeometry.Polygon && !Label.IsBeside;

        // Around a point, along a line, outside a polygon or beside its middle, where it covers nothing.
        string placement = Geometry switch { QmlGeometry.Point => "6", QmlGeometry.Line => "3", _ => Label.IsBeside ? "8" : "0" };
        xml.Start("labeling", ("type", "simple"));
        xml.Start("settings", ("calloutType", "simple"));
        xml.Start("text-style", ("fieldName", Label.Expression), ("isExpression", "1"), ("fontSize", Decimal(Label.FontSize)), ("fontSizeUnit", "Point"), ("fontWeight", "50"), ("textColor", "34,34,34,255"), ("textOpacity", "1"));
        xml.Empty("text-buffer", ("bufferDraw", "1"), ("bufferSize", "0.8"), ("bufferSizeUnits", "MM"), ("bufferColor", "255,255,255,255"), ("bufferOpacity", "1"));
        xml.End();
        xml.Empty("placement", ("placement", placement), ("dist", isArea ? "2" : "0.5"), ("distUnits", "MM"), ("predefinedPositionOrder", "TR,TL,BR,BL,R,L,TSR,BSR"), ("offsetType", "1"), ("placementFlags", "10"));
        xml.Empty("rendering", ("drawLabels", "1"), ("scaleVisibility", "1"), ("scaleMin", Whole(Label.DownToScale)), ("scaleMax", Whole(Label.UpToScale)), ("obstacle", Flag(!isArea)));
        xml.End();
        xml.End();
    }
}
