using System.Globalization;
using System.Text;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>Texts of a workbook.</summary>
internal static class XlsxStrings
{
    /// <summary>Reads the part of shared strings, and closes the reader. Runs of formatting are joined; reading aids (ruby text) are left out.</summary>
    public static List<string> Read(XmlReader? reader)
    {
        List<string> strings = [];
        using XmlReader? xml = reader;
        StringBuilder text = new();
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                text.Clear();
                if (!xml.IsEmptyElement)
                {
                    ReadText(xml, "si", text);
                }

                strings.Add(Decode(text));
            }
        }

        return strings;
    }

    /// <summary>Appends the text of the elements t and v until the end of the element of this name, on whose start the reader stands.</summary>
    /// <param name="xml">Where it is read from.</param>
    /// <param name="element">Name of the element.</param>
    /// <param name="text">Where the text goes.</param>
    /// <param name="mayBeEmpty">Whether a formula may have given an empty text.</param>
    /// <returns>False for a formula whose value was never saved.</returns>
    public static bool ReadText(XmlReader xml, string element, StringBuilder text, bool mayBeEmpty = true)
    {
        bool hasFormula = false;
        bool hasValue = false;
        int depth = xml.Depth;
        bool wanted = false;
        bool aid = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth <= depth && xml.LocalName == element))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    hasFormula |= xml.LocalName == "f";
                    hasValue |= xml.LocalName is "t" or "v";
                    aid |= xml.LocalName == "rPh" && !xml.IsEmptyElement;
                    wanted = !aid && !xml.IsEmptyElement && xml.LocalName is "t" or "v";
                    break;
                case XmlNodeType.EndElement:
                    aid &= xml.LocalName != "rPh";
                    wanted = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when wanted:
                    text.Append(xml.Value);
                    break;
            }
        }

        // A number or a shared text whose value is there and empty was never worked out; an empty text of a formula is one.
        return !hasFormula || (hasValue && (text.Length > 0 || mayBeEmpty));
    }

    /// <summary>Undoes the escapes _xHHHH_ by which the format writes characters that XML forbids.</summary>
    public static string Decode(StringBuilder text)
    {
        string raw = text.ToString();
        int escape = raw.IndexOf("_x", StringComparison.Ordinal);
        if (escape < 0)
        {
            return raw;
        }

        text.Clear();
        int done = 0;
        for (; escape >= 0; escape = raw.IndexOf("_x", Math.Max(done, escape + 1), StringComparison.Ordinal))
        {
            bool complete = escape + 7 <= raw.Length && raw[escape + 6] == '_';
            if (complete && ushort.TryParse(raw.AsSpan(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                text.Append(raw, done, escape - done).Append((char)code);
                done = escape + 7;
            }
        }

        return text.Append(raw, done, raw.Length - done).ToString();
    }
}
