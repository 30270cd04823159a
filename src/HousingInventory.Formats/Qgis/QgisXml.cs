using System.Globalization;
using System.Text;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>The few forms of XML that QGIS' styles and projects are made of.</summary>
internal static class QgisXml
{
    /// <summary>A document of QGIS; the same content gives the same text.</summary>
    public static string Document(Action<XmlWriter> write)
    {
        StringBuilder text = new("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
        using (XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" }))
        {
            write(xml);
        }

        return text.ToString();
    }

    public static void Start(this XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach ((string name, string value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    public static void End(this XmlWriter xml, int elements = 1)
    {
        for (int i = 0; i < elements; i++)
        {
            xml.WriteEndElement();
        }
    }

    public static void Empty(this XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.Start(element, attributes);
        xml.WriteEndElement();
    }

    /// <summary>A named value in a map of options.</summary>
    public static void Option(this XmlWriter xml, string name, string value, string type = "QString") => xml.Empty("Option", ("type", type), ("name", name), ("value", value));

    /// <summary>A coordinate system, which QGIS looks up by its code.</summary>
    public static void System(this XmlWriter xml, string element, Crs crs)
    {
        xml.Start(element);
        xml.Start("spatialrefsys");

        // QGIS believes the code only where its own key is neither missing nor a user's; which key it is does not matter.
        xml.WriteElementString("srsid", Whole(crs.Epsg));
        xml.WriteElementString("srid", Whole(crs.Epsg));
        xml.WriteElementString("authid", "EPSG:" + Whole(crs.Epsg));
        xml.End(2);
    }

    /// <summary>#rrggbb or #rrggbbaa as the four numbers that QGIS writes.</summary>
    public static string Colour(string hex)
    {
        byte[] parts = Convert.FromHexString(hex.AsSpan(1));
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]},{parts[1]},{parts[2]},{(parts.Length > 3 ? parts[3] : 255)}");
    }

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Decimal(double number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Flag(bool on) => on ? "1" : "0";
}
