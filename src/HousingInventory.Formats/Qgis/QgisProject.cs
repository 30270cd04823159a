using System.Text;
using System.Xml;
using HousingInventory.Formats.Archives;
using NetTopologySuite.Geometries;
using static HousingInventory.Formats.QgisXml;

namespace HousingInventory.Formats;

/// <summary>
/// A project of QGIS (3.22 and later): grouped layers with their styles and forms, joins, relations, themes, print layouts. Every path in it is relative. The
/// same project gives the same bytes: no time, no user, no random id.
/// </summary>
public sealed record QgisProject
{
    private const int ShortestId = 10;

    public required string Title { get; init; }

    /// <summary>A sentence or two, shown among the project's properties.</summary>
    public string Description { get; init; } = "";

    public required Crs Crs { get; init; }

    /// <summary>What is shown when the project opens, in the project's CRS.</summary>
    public required Envelope Extent { get; init; }

    /// <summary>From the top of the legend.</summary>
    public required IReadOnlyList<QgisGroup> Groups { get; init; }

    public IReadOnlyList<QgisRelation> Relations { get; init; } = [];

    public IReadOnlyList<QgisTheme> Themes { get; init; } = [];

    public IReadOnlyList<QgisPrintLayout> Layouts { get; init; } = [];

    private IEnumerable<QgisLayer> Layers => Groups.SelectMany(static g => g.Layers);

    /// <summary>The project as a .qgz file.</summary>
    public byte[] ToQgz()
    {
        using MemoryStream file = new();

        // Not deflated, so that the bytes are the same on any machine.
        DeterministicZip.Write(file, [("project.qgs", Encoding.UTF8.GetBytes(ToXml()))], store: true);
        return file.ToArray();
    }

    /// <summary>The project as a .qgs file.</summary>
    public string ToXml() => Document(xml =>
    {
        if (Layers.FirstOrDefault(static l => l.Id.Length <= ShortestId) is { } shortest)
        {
            throw new InvalidOperationException($"QGIS replaces the id '{shortest.Id}' by one of its own: give it more than {ShortestId} letters.");
        }

        xml.Start("qgis", ("projectname", Title), ("version", "3.22.0"));
        xml.WriteElementString("title", Title);
        xml.System("projectCrs", Crs);
        WriteTree(xml);
        WriteRelations(xml);
        WriteCanvas(xml);
        xml.Start("projectlayers");
        foreach (QgisLayer layer in Layers)
        {
            WriteLayer(xml, layer);
        }

        xml.End();
        WriteProperties(xml);
        WriteThemes(xml);
        xml.Start("projectMetadata");
        xml.WriteElementString("title", Title);
        xml.WriteElementString("abstract", Description);
        xml.End();
        xml.Start("Layouts");
        foreach (QgisPrintLayout layout in Layouts)
        {
            QgisLayoutXml.Write(xml, layout);
        }

        xml.End();
        xml.Start("ProjectViewSettings", ("UseProjectScales", "0"), ("rotation", "0"));
        xml.Empty("DefaultViewExtent", Corners(Extent));
        xml.End(2);
    });

    internal static (string Name, string Value)[] Corners(Envelope box) =>
        [("xmin", Decimal(box.MinX)), ("ymin", Decimal(box.MinY)), ("xmax", Decimal(box.MaxX)), ("ymax", Decimal(box.MaxY))];

    private void WriteTree(XmlWriter xml)
    {
        xml.Start("layer-tree-group");
        foreach (QgisGroup group in Groups)
        {
            xml.Start("layer-tree-group", ("name", group.Title), ("checked", "Qt::Checked"), ("expanded", Flag(group.IsExpanded)));
            foreach (QgisLayer layer in group.Layers)
            {
                xml.Empty(
                    "layer-tree-layer", ("id", layer.Id), ("name", layer.Title), ("providerKey", "ogr"), ("source", layer.Source), ("checked", layer.IsVisible ? "Qt::Checked" : "Qt::Unchecked"),
                    ("expanded", "1"));
            }

            xml.End();
        }

        xml.End();
    }

    private void WriteRelations(XmlWriter xml)
    {
        xml.Start("relations");
        foreach (QgisRelation relation in Relations)
        {
            xml.Start("relation", ("id", relation.Id), ("name", relation.Title), ("referencingLayer", relation.Child), ("referencedLayer", relation.Parent), ("strength", "Association"));
            xml.Empty("fieldRef", ("referencingField", relation.ChildColumn), ("referencedField", relation.ParentColumn));
            xml.End();
        }

        xml.End();
    }

    private void WriteCanvas(XmlWriter xml)
    {
        xml.Start("mapcanvas", ("name", "theMapCanvas"), ("annotationsVisible", "1"));
        xml.WriteElementString("units", "meters");
        xml.Start("extent");
        foreach ((string name, string value) in Corners(Extent))
        {
            xml.WriteElementString(name, value);
        }

        xml.End();
        xml.WriteElementString("rotation", "0");
        xml.System("destinationsrs", Crs);
        xml.End();
    }

    private static void WriteLayer(XmlWriter xml, QgisLayer layer)
    {
        layer.Style.WriteStart(xml, "maplayer");
        string geometry = layer.Style.Geometry switch { QmlGeometry.None => "No geometry", var kind => kind.ToString() };
        xml.WriteAttributeString("type", "vector");
        xml.WriteAttributeString("geometry", geometry);
        xml.WriteAttributeString("readOnly", Flag(layer.IsReadOnly));
        xml.WriteElementString("id", layer.Id);
        xml.WriteElementString("datasource", layer.Source);
        xml.WriteElementString("layername", layer.Title);
        if (layer.Crs is not null)
        {
            xml.System("srs", layer.Crs);
        }

        xml.Start("provider", ("encoding", "UTF-8"));
        xml.WriteString("ogr");
        xml.End();
        if (layer.Join is { } join)
        {
            WriteJoin(xml, join);
        }

        xml.Start("map-layer-style-manager", ("current", layer.StyleName));
        xml.Empty("map-layer-style", ("name", layer.StyleName));
        foreach ((string name, QmlStyle style) in layer.OtherStyles)
        {
            xml.Start("map-layer-style", ("name", name));
            style.WriteStart(xml, "qgis");
            style.WriteContent(xml);
            xml.End(2);
        }

        xml.End();
        layer.Style.WriteContent(xml);
        xml.End();
    }

    private static void WriteJoin(XmlWriter xml, QgisJoin join)
    {
        xml.Start("vectorjoins");
        xml.Start(
            "join", ("joinLayerId", join.Layer), ("joinFieldName", join.Column), ("targetFieldName", join.OwnColumn), ("hasCustomPrefix", "1"), ("customPrefix", join.Prefix),
            ("memoryCache", "0"), ("editable", Flag(join.IsEditable)), ("upsertOnEdit", Flag(join.IsEditable)), ("dynamicForm", Flag(join.IsEditable)), ("cascadedDelete", "0"));
        xml.Start("joinFieldsSubset");
        foreach (string column in join.Columns)
        {
            xml.Empty("field", ("name", column));
        }

        xml.End(3);
    }

    private static void WriteProperties(XmlWriter xml)
    {
        xml.Start("properties");
        xml.Start("Gui");
        Property("CanvasColorRedPart", "int", "255");
        Property("CanvasColorGreenPart", "int", "255");
        Property("CanvasColorBluePart", "int", "255");
        xml.End();
        xml.Start("Paths");
        Property("Absolute", "bool", "false");
        xml.End();
        xml.Start("SpatialRefSys");
        Property("ProjectionsEnabled", "int", "1");
        xml.End(2);

        void Property(string name, string type, string value)
        {
            xml.Start(name, ("type", type));
            xml.WriteString(value);
            xml.End();
        }
    }

    private void WriteThemes(XmlWriter xml)
    {
        xml.Start("visibility-presets");
        foreach (QgisTheme theme in Themes)
        {
            xml.Start("visibility-preset", ("name", theme.Name), ("has-expanded-info", "0"), ("has-checked-group-info", "0"));
            foreach ((string layer, string style) in theme.Layers)
            {
                xml.Empty("layer", ("id", layer), ("visible", "1"), ("style", style));
            }

            xml.End();
        }

        xml.End();
    }
}
