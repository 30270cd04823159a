using System.Globalization;
using System.Xml;
using static HousingInventory.Formats.QgisXml;

namespace HousingInventory.Formats;

/// <summary>The part of a style that is about columns: widgets, headings, limits, forms. A widget follows from the column's type and its list of values.</summary>
internal static class QmlFields
{
    public static void Write(XmlWriter xml, IReadOnlyList<GpkgColumn> columns, QmlForm? form)
    {
        xml.Start("fieldConfiguration");
        foreach (GpkgColumn column in columns)
        {
            xml.Start("field", ("name", column.Name), ("configurationFlags", "None"));
            WriteWidget(xml, column);
            xml.End();
        }

        xml.End();
        xml.Start("aliases");
        foreach (GpkgColumn column in columns)
        {
            xml.Empty("alias", ("field", column.Name), ("name", column.Title ?? column.Name));
        }

        xml.End();
        WriteLimits(xml, columns);
        if (form is not null)
        {
            WriteForm(xml, columns, form);
        }
    }

    private static void WriteWidget(XmlWriter xml, GpkgColumn column)
    {
        if (column.Values is { Count: > 0 } values)
        {
            StartWidget("ValueMap");
            xml.Start("Option", ("type", "List"), ("name", "map"));
            foreach (GpkgValue value in values)
            {
                xml.Start("Option", ("type", "Map"));
                xml.Option(value.Description ?? value.Value, value.Value);
                xml.End();
            }

            xml.End();
        }
        else if (column.SqlType == "DATE")
        {
            StartWidget("DateTime");
            xml.Option("allow_null", "true", "bool");
            xml.Option("calendar_popup", "true", "bool");
            xml.Option("display_format", "yyyy-MM-dd");
            xml.Option("field_format", "yyyy-MM-dd");
            xml.Option("field_iso_format", "false", "bool");
        }
        else if (column.IsFile)
        {
            // Relative to the project, so that a folder of pictures moves with it; shown as a picture of bounded height.
            StartWidget("ExternalResource");
            xml.Option("FileWidget", "true", "bool");
            xml.Option("FileWidgetButton", "true", "bool");
            xml.Option("UseLink", "true", "bool");
            xml.Option("RelativeStorage", "1", "int");
            xml.Option("StorageMode", "0", "int");
            xml.Option("DocumentViewer", "1", "int");
            xml.Option("DocumentViewerHeight", "240", "int");
            xml.Option("DocumentViewerWidth", "0", "int");
        }
        else if (column.SqlType.StartsWith("TEXT", StringComparison.Ordinal))
        {
            // Said even where it is what QGIS would take by itself: the column of a relation becomes a list otherwise.
            StartWidget("TextEdit");
            xml.Option("IsMultiline", Limit(column) is null ? "false" : "true", "bool");
            xml.Option("UseHtml", "false", "bool");
        }
        else
        {
            return;
        }

        xml.End(3);

        void StartWidget(string type)
        {
            xml.Start("editWidget", ("type", type));
            xml.Start("config");
            xml.Start("Option", ("type", "Map"));
        }
    }

    /// <summary>The most signs that a column declared as TEXT(n) takes.</summary>
    private static int? Limit(GpkgColumn column) =>
        column.SqlType.StartsWith("TEXT(", StringComparison.Ordinal) ? int.Parse(column.SqlType.AsSpan(5, column.SqlType.Length - 6), CultureInfo.InvariantCulture) : null;

    private static void WriteLimits(XmlWriter xml, IReadOnlyList<GpkgColumn> columns)
    {
        xml.Start("constraints");
        foreach (GpkgColumn column in columns.Where(static c => Limit(c) is not null))
        {
            // Four is a limit by expression; strength two keeps the form from being accepted.
            xml.Empty("constraint", ("field", column.Name), ("constraints", "4"), ("notnull_strength", "0"), ("unique_strength", "0"), ("exp_strength", "2"));
        }

        xml.End();
        xml.Start("constraintExpressions");
        foreach (GpkgColumn column in columns.Where(static c => Limit(c) is not null))
        {
            string name = column.Name.Replace("\"", "\"\"", StringComparison.Ordinal);
            xml.Empty("constraint", ("field", column.Name), ("exp", $"coalesce(length(\"{name}\"), 0) <= {Whole(Limit(column)!.Value)}"), ("desc", column.Description ?? ""));
        }

        xml.End();
    }

    private static void WriteForm(XmlWriter xml, IReadOnlyList<GpkgColumn> columns, QmlForm form)
    {
        if (form.Hidden.Count > 0)
        {
            xml.Start("attributetableconfig", ("actionWidgetStyle", "dropDown"), ("sortExpression", ""), ("sortOrder", "0"));
            xml.Start("columns");
            foreach (GpkgColumn column in columns)
            {
                xml.Empty("column", ("type", "field"), ("name", column.Name), ("hidden", Flag(form.Hidden.Contains(column.Name))), ("width", "-1"));
            }

            xml.End(2);
        }

        xml.WriteElementString("editorlayout", "tablayout");
        xml.Start("attributeEditorForm");
        foreach (QmlTab tab in form.Tabs)
        {
            xml.Start(
                "attributeEditorContainer", ("name", tab.Title), ("groupBox", "0"), ("showLabel", "1"), ("columnCount", "1"), ("visibilityExpressionEnabled", "0"), ("visibilityExpression", ""));
            foreach (string column in tab.Columns)
            {
                xml.Empty("attributeEditorField", ("name", column), ("index", "-1"), ("showLabel", "1"));
            }

            if (tab.Relation is not null)
            {
                xml.Start(
                    "attributeEditorRelation", ("name", tab.Relation), ("relation", tab.Relation), ("relationWidgetTypeId", "relation_editor"), ("showLabel", "0"), ("label", ""),
                    ("nmRelationId", ""), ("forceSuppressFormPopup", "0"));
                xml.Empty("editor_configuration");
                xml.End();
            }

            xml.End();
        }

        xml.End();
        if (form.Editable is { } editable)
        {
            xml.Start("editable");
            xml.Empty("field", ("name", "fid"), ("editable", "0"));
            foreach (GpkgColumn column in columns)
            {
                xml.Empty("field", ("name", column.Name), ("editable", Flag(editable.Contains(column.Name))));
            }

            xml.End();
        }
    }
}
