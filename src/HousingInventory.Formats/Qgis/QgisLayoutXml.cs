using System.Text;
using System.Xml;
using NetTopologySuite.Geometries;
using static HousingInventory.Formats.QgisXml;

namespace HousingInventory.Formats;

/// <summary>Writes a sheet as an element of a project. Sizes are millimetres from the upper left corner.</summary>
internal static class QgisLayoutXml
{
    private const int Page = 65638, Map = 65639, Picture = 65640, Label = 65641, Legend = 65642, ScaleBar = 65646;
    private const double Width = 420, Height = 297, Margin = 10, MapTop = 32, MapWidth = 310, PanelLeft = 326, PanelWidth = 84;
    private const double MapHeight = Height - MapTop - Margin;
    private const string MapId = "map";

    private const string NorthArrow = """
        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="60" viewBox="0 0 40 60"><path d="M20 0 L32 42 L20 34 Z" fill="#333333"/><path d="M20 0 L8 42 L20 34 Z" fill="#ffffff" stroke="#333333" stroke-width="1.5"/><path d="M14 60V46h2.6l7 9.2V46H26v14h-2.6l-7-9.2V60z" fill="#333333"/></svg>
        """;

    public static void Write(XmlWriter xml, QgisPrintLayout layout)
    {
        xml.Start("Layout", ("name", layout.Name), ("units", "mm"), ("printResolution", "300"), ("worldFileMap", MapId));
        xml.Start("PageCollection");
        WriteSymbol(xml, "fill", "SimpleFill", ("color", "255,255,255,255"), ("style", "solid"), ("outline_style", "no"));
        StartItem(xml, Page, "page", 0, 0, Width, Height, 0);
        WriteSymbol(xml, "fill", "SimpleFill", ("color", "255,255,255,255"), ("style", "solid"), ("outline_style", "no"));
        xml.End(2);

        // QGIS reads items from the topmost down.
        WriteLabels(xml, layout);
        WriteScaleBar(xml);
        WriteLegend(xml, layout);
        WriteArrow(xml);
        WriteMap(xml, layout);
        xml.Start("customproperties");
        xml.Empty("Option");
        xml.End();
        WriteAtlas(xml, layout.Atlas);
        xml.End();
    }

    private static void WriteLabels(XmlWriter xml, QgisPrintLayout layout)
    {
        WriteLabel(xml, "title", Literal(layout.Title), Margin, 9, layout.Marking.Length > 0 ? MapWidth : Width - (2 * Margin), 12, 22, isBold: true);
        WriteLabel(xml, "subtitle", layout.Atlas?.Subtitle ?? Literal(layout.Subtitle), Margin, 21, MapWidth, 8, 12);
        if (layout.Marking.Length > 0)
        {
            WriteLabel(xml, "marking", Literal(layout.Marking), PanelLeft, 11, PanelWidth, 12, 15, isBold: true, colour: "#a11212", isFramed: true);
        }

        WriteLabel(xml, "sources", Literal(layout.Sources), PanelLeft, 222, PanelWidth, Height - Margin - 222, 7.5);
    }

    private static void WriteLabel(
        XmlWriter xml, string id, string text, double left, double top, double width, double height, double points, bool isBold = false, string colour = "#222222", bool isFramed = false)
    {
        StartItem(xml, Label, id, left, top, width, height, 5, isFramed);

        xml.WriteAttributeString("labelText", text);
        xml.WriteAttributeString("htmlState", "0");
        xml.WriteAttributeString("halign", isFramed ? "4" : "1");
        xml.WriteAttributeString("valign", isFramed ? "128" : "32");
        xml.WriteAttributeString("marginX", "0");
        xml.WriteAttributeString("marginY", "0");
        EndFrame(xml, colour);
        xml.Empty("LabelFont", ("description", $"Arial,{Decimal(points)},-1,5,{(isBold ? "75" : "50")},0,0,0,0,0"), ("style", ""));
        WriteColour(xml, "FontColor", colour);
        xml.End();
    }

    /// <summary>Literal text: what looks like an expression in a title must not be run as one.</summary>
    private static string Literal(string text) => text.Replace("[%", "[ %", StringComparison.Ordinal);

    private static void WriteAtlas(XmlWriter xml, QgisAtlas? atlas) => xml.Empty(
        "Atlas", ("enabled", Flag(atlas is not null)), ("coverageLayer", atlas?.Layer ?? ""), ("hideCoverage", "1"), ("pageNameExpression", atlas?.Name ?? ""), ("filenamePattern", "@atlas_pagename"),
        ("sortFeatures", Flag(atlas is not null)), ("sortKey", atlas?.Name ?? ""), ("sortAscending", "1"), ("filterFeatures", "0"));

    private static void WriteMap(XmlWriter xml, QgisPrintLayout layout)
    {
        StartItem(xml, Map, MapId, Margin, MapTop, MapWidth, MapHeight, 1, isFramed: true);
        xml.WriteAttributeString("followPreset", "true");
        xml.WriteAttributeString("followPresetName", layout.Theme);
        xml.WriteAttributeString("keepLayerSet", "false");
        xml.WriteAttributeString("mapRotation", "0");
        EndFrame(xml, "#333333");
        xml.Empty("Extent", QgisProject.Corners(Shaped(layout.Extent)));
        xml.Empty("LayerSet");

        // Two is fitting the feature, with a margin of a tenth of it.
        xml.Empty("AtlasMap", ("atlasDriven", Flag(layout.Atlas is not null)), ("scalingMode", "2"), ("margin", "0.1"));
        xml.End();
    }

    private static void WriteLegend(XmlWriter xml, QgisPrintLayout layout)
    {
        StartItem(xml, Legend, "legend", PanelLeft, MapTop, PanelWidth, 150, 2);
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)
            [("title", layout.LegendTitle), ("map_uuid", MapId), ("legendFilterByMap", "1"), ("resizeToContents", "1"), ("columnCount", "1"), ("splitLayer", "0"), ("symbolWidth", "6"), ("symbolHeight", "4"),
             ("boxSpace", "0"), ("columnSpace", "2"), ("lineSpacing", "1"), ("wrapChar", ""), ("fontColor", "#222222"), ("symbolAlignment", "1"), ("titleAlignment", "1")])
        {
            xml.WriteAttributeString(name, value);
        }

        EndFrame(xml, "#333333");
        xml.Start("styles");
        foreach ((string style, string font, string above) in (ReadOnlySpan<(string, string, string)>)
            [("title", "Arial,13,-1,5,75,0,0,0,0,0", "0"), ("group", "Arial,11,-1,5,75,0,0,0,0,0", "3"), ("subgroup", "Arial,10,-1,5,75,0,0,0,0,0", "4"), ("symbol", "", "1.5"),
             ("symbolLabel", "Arial,9,-1,5,50,0,0,0,0,0", "1.5")])
        {
            xml.Start("style", ("name", style), ("alignment", "1"), ("indent", "0"), ("marginTop", above), ("marginBottom", style == "title" ? "2" : "0"), ("marginLeft", style == "symbolLabel" ? "2" : "0"));
            xml.Empty("styleFont", ("description", font.Length > 0 ? font : "Arial,9,-1,5,50,0,0,0,0,0"), ("style", ""));
            xml.End();
        }

        xml.End();
        xml.Start("layer-tree-group");
        foreach ((string id, string title) in layout.Legend)
        {
            xml.Start("layer-tree-layer", ("id", id), ("name", title), ("checked", "Qt::Checked"), ("expanded", "1"));
            xml.Start("customproperties");
            xml.Start("Option", ("type", "Map"));
            xml.Option("legend/title-label", title);
            xml.End(3);
        }

        xml.End(2);
    }

    private static void WriteScaleBar(XmlWriter xml)
    {
        StartItem(xml, ScaleBar, "scale-bar", PanelLeft, 200, PanelWidth, 14, 3);
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)
            [("mapUuid", MapId), ("style", "Single Box"), ("unitType", "km"), ("unitLabel", "km"), ("numMapUnitsPerScaleBarUnit", "1"), ("numUnitsPerSegment", "1"), ("numSegments", "2"),
             ("numSegmentsLeft", "0"), ("segmentSizeMode", "1"), ("minBarWidth", "40"), ("maxBarWidth", "70"), ("height", "2.5"), ("labelBarSpace", "1.5"), ("boxContentSpace", "0"), ("alignment", "0"),
             ("outlineWidth", "0.3"), ("segmentMillimeters", "30")])
        {
            xml.WriteAttributeString(name, value);
        }

        EndFrame(xml, "#333333");
        xml.Start("text-style", ("fontFamily", "Arial"), ("fontSize", "9"), ("fontSizeUnit", "Point"), ("fontWeight", "50"), ("textColor", "34,34,34,255"), ("textOpacity", "1"), ("namedStyle", "Regular"));
        xml.End();
        WriteColour(xml, "strokeColor", "#333333");
        WriteColour(xml, "fillColor", "#333333");
        WriteColour(xml, "fillColor2", "#ffffff");
        xml.End();
    }

    private static void WriteArrow(XmlWriter xml)
    {
        StartItem(xml, Picture, "north", Margin + MapWidth - 16, MapTop + 4, 12, 18, 4);
        xml.WriteAttributeString("file", "base64:" + Convert.ToBase64String(Encoding.UTF8.GetBytes(NorthArrow.Trim())));
        xml.WriteAttributeString("resizeMode", "0");
        xml.WriteAttributeString("anchorPoint", "4");
        xml.WriteAttributeString("mode", "0");
        xml.WriteAttributeString("mapUuid", MapId);
        xml.WriteAttributeString("northMode", "0");
        EndFrame(xml, "#333333");
        xml.End();
    }

    /// <summary>Begins an item; its own attributes follow, then <see cref="EndFrame"/>.</summary>
    private static void StartItem(
        XmlWriter xml, int type, string id, double left, double top, double width, double height, int above, bool isFramed = false)
    {
        string position = $"{Decimal(left)},{Decimal(top)},mm";
        xml.Start(
            "LayoutItem", ("type", Whole(type)), ("uuid", id), ("templateUuid", id), ("id", id), ("position", position), ("positionOnPage", position),
            ("size", $"{Decimal(width)},{Decimal(height)},mm"), ("referencePoint", "0"), ("itemRotation", "0"), ("zValue", Whole(above)), ("visibility", "1"), ("opacity", "1"), ("blendMode", "0"),
            ("frame", isFramed ? "true" : "false"), ("outlineWidthM", "0.3,mm"), ("frameJoinStyle", "miter"), ("background", type == Map ? "true" : "false"), ("positionLock", "false"),
            ("excludeFromExports", "0"), ("groupUuid", ""));
    }

    private static void EndFrame(XmlWriter xml, string frame)
    {
        WriteColour(xml, "FrameColor", frame);
        WriteColour(xml, "BackgroundColor", "#ffffff");
    }

    private static void WriteColour(XmlWriter xml, string element, string hex)
    {
        string[] parts = Colour(hex).Split(',');
        xml.Empty(element, ("red", parts[0]), ("green", parts[1]), ("blue", parts[2]), ("alpha", parts[3]));
    }

    private static void WriteSymbol(XmlWriter xml, string type, string layer, params ReadOnlySpan<(string Name, string Value)> options)
    {
        xml.Start("symbol", ("type", type), ("name", ""), ("alpha", "1"), ("clip_to_extent", "1"), ("force_rhr", "0"));
        xml.Start("layer", ("class", layer), ("enabled", "1"), ("pass", "0"), ("locked", "0"));
        xml.Start("Option", ("type", "Map"));
        foreach ((string name, string value) in options)
        {
            xml.Option(name, value);
        }

        xml.End(3);
    }

    /// <summary>The extent, widened on two sides to the shape of the map.</summary>
    private static Envelope Shaped(Envelope extent)
    {
        const double shape = MapWidth / MapHeight;
        double width = Math.Max(extent.Width, extent.Height * shape), height = width / shape;
        return new Envelope(extent.Centre.X - (width / 2), extent.Centre.X + (width / 2), extent.Centre.Y - (height / 2), extent.Centre.Y + (height / 2));
    }
}
