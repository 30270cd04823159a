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

    /// <summary>Points nearer to each other than this, millimetres, are one point with their number; null for none. The classes are those of a point alone.</summary>
    public double? ClusterMm { get; init; }

    /// <summary>What the user may do with a feature of the map; the first is what a click with the tool for actions does.</summary>
    public IReadOnlyList<QmlAction> Actions { get; init; } = [];

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
        string categories = "Symbology|Labeling|Rendering" + (Columns.Count == 0 ? "" : "|Fields|Forms|AttributeTable|MapTips" + (Actions.Count == 0 ? "" : "|Actions"));
        xml.Start(
            element, ("version", "3.22.0"), ("styleCategories", categories), ("labelsEnabled", Flag(Label is not null)),
            ("hasScaleBasedVisibilityFlag", Flag(CloserThan is not null || FartherThan is not null)), ("minScale", Whole(CloserThan ?? 100_000_000)), ("maxScale", Whole(FartherThan ?? 0)));
    }

    /// <summary>Writes what stands in the element.</summary>
    internal void WriteContent(XmlWriter xml)
    {
        if (Geometry != QmlGeometry.None)
        {
            if (ClusterMm is { } togetherMm)
            {
                WriteClusters(xml, togetherMm);
            }
            else
            {
                WriteRenderer(xml);
            }

            WriteLabels(xml);
            xml.WriteElementString("blendMode", "0");
            xml.WriteElementString("layerOpacity", "1");
        }

        if (Columns.Count > 0)
        {
            QmlFields.Write(xml, Columns, Form);
            xml.WriteElementString("mapTip", MapTip);
            WriteActions(xml);
        }

        if (DisplayName is not null)
        {
            xml.WriteElementString("previewExpression", DisplayName);
        }

        xml.WriteElementString("layerGeometryType", Whole((int)Geometry));
    }

    /// <summary>A white disc with a number for the many, and the style's own renderer for each that is alone.</summary>
    private void WriteClusters(XmlWriter xml, double togetherMm)
    {
        xml.Start("renderer-v2", ("type", "pointCluster"), ("symbollevels", "0"), ("enableorderby", "0"), ("forceraster", "0"), ("tolerance", Decimal(togetherMm)), ("toleranceUnit", "MM"), ("toleranceUnitScale", "3x:0,0,0,0,0,0"));
        WriteRenderer(xml);
        xml.Start("symbol", ("type", "marker"), ("name", "centerSymbol"), ("alpha", "1"), ("clip_to_extent", "1"), ("force_rhr", "0"));
        WriteMarker("SimpleMarker", [("name", "circle"), ("color", "255,255,255,255"), ("outline_color", "51,51,51,255"), ("outline_width", "0.5"), ("outline_width_unit", "MM"), ("size", "6.4"), ("size_unit", "MM")]);
        WriteMarker("FontMarker", [("font", "Arial"), ("chr", "A"), ("color", "34,34,34,255"), ("size", "3.2"), ("size_unit", "MM"), ("outline_style", "no"), ("offset", "0,-0.2"), ("offset_unit", "MM")], "@cluster_size");
        xml.End(2);

        void WriteMarker(string layer, ReadOnlySpan<(string Name, string Value)> options, string? letters = null)
        {
            xml.Start("layer", ("class", layer), ("enabled", "1"), ("pass", "0"), ("locked", "0"));
            xml.Start("Option", ("type", "Map"));
            foreach ((string name, string value) in options)
            {
                xml.Option(name, value);
            }

            xml.End();
            if (letters is not null)
            {
                xml.Start("data_defined_properties");
                xml.Start("Option", ("type", "Map"));
                xml.Option("name", "");
                xml.Start("Option", ("type", "Map"), ("name", "properties"));
                xml.Start("Option", ("type", "Map"), ("name", "char"));
                xml.Option("active", "true", "bool");
                xml.Option("expression", letters);
                xml.Option("type", "3", "int");
                xml.End(2);
                xml.Option("type", "collection");
                xml.End(2);
            }

            xml.End();
        }
    }

    /// <summary>Actions open an address in the user's browser when they are asked to; QGIS itself runs nothing. Type five is that, and "Canvas" is a click on the map.</summary>
    private void WriteActions(XmlWriter xml)
    {
        if (Actions.Count == 0)
        {
            return;
        }

        xml.Start("attributeactions");
        xml.Empty("defaultAction", ("key", "Canvas"), ("value", Actions[0].Key));
        foreach (QmlAction action in Actions)
        {
            xml.Start(
                "actionsetting", ("id", action.Key), ("type", "5"), ("name", action.Title), ("shortTitle", action.Title), ("action", action.Address), ("icon", ""), ("capture", "0"),
                ("isEnabledOnlyWhenEditable", "0"), ("notificationMessage", ""));
            foreach (string scope in (ReadOnlySpan<string>)["Canvas", "Feature", "Form"])
            {
                xml.Empty("actionScope", ("id", scope));
            }

            xml.End();
        }

        xml.End();
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
        xml.Start("text-style", ("fieldName", Label.Expression), ("isExpression", "1"), ("fontSize", Decimal(Label.FontSize)), ("fontSizeUnit", "Point"), ("fontWeight", Label.IsBold ? "75" : "50"), ("namedStyle", Label.IsBold ? "Bold" : "Regular"), ("textColor", Colour(Label.Colour)), ("textOpacity", "1"));
        xml.Empty("text-buffer", ("bufferDraw", "1"), ("bufferSize", "0.8"), ("bufferSizeUnits", "MM"), ("bufferColor", "255,255,255,255"), ("bufferOpacity", "1"));
        xml.End();
        xml.Empty("placement", ("placement", placement), ("dist", isArea ? "2" : "0.5"), ("distUnits", "MM"), ("predefinedPositionOrder", "TR,TL,BR,BL,R,L,TSR,BSR"), ("offsetType", "1"), ("placementFlags", "10"));
        xml.Empty("rendering", ("drawLabels", "1"), ("scaleVisibility", "1"), ("scaleMin", Whole(Label.DownToScale)), ("scaleMax", Whole(Label.UpToScale)), ("obstacle", Flag(!isArea)));
        xml.End();
        xml.End();
    }
}
