using System.Globalization;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>Which number formats of a workbook show days and times. ECMA-376 part 1, 18.8.30.</summary>
internal static class XlsxStyles
{
    /// <summary>Reads the part of styles, and closes the reader. For each cell format, whether it is one of days.</summary>
    public static List<bool> Read(XmlReader? reader)
    {
        Dictionary<int, bool> custom = [];
        List<bool> styles = [];
        bool inCellFormats = false;
        using XmlReader? xml = reader;
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && Id(xml) is { } id)
            {
                custom[id] = IsDateFormat(xml.GetAttribute("formatCode") ?? "");
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCellFormats)
            {
                int format = Id(xml) ?? 0;
                styles.Add(custom.TryGetValue(format, out bool isDate) ? isDate : IsBuiltInDate(format));
            }
        }

        return styles;
    }

    /// <summary>
    /// True when a format code has a letter of days or hours outside quotes, escapes and brackets: "yyyy-mm-dd", "d\ mmm"; not "0.00", "General", "[Red]0" or
    /// "0 \"dagar\"". A duration ("[h]:mm") is a number.
    /// </summary>
    public static bool IsDateFormat(ReadOnlySpan<char> code)
    {
        if (code.Trim().Equals("General", StringComparison.OrdinalIgnoreCase) || code.Trim().Equals("Standard", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        bool found = false;
        for (int i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    i = After(code, i, '"');
                    break;
                case '[':
                    int end = After(code, i, ']');
                    if (code[(i + 1)..Math.Min(end, code.Length)] is ['h' or 'H' or 'm' or 'M' or 's' or 'S', ..])
                    {
                        return false;
                    }

                    i = end;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'm' or 'M':
                    found = true;
                    break;
                case ';':
                    // What follows is for negative numbers and text.
                    return found;
            }
        }

        return found;
    }

    private static int After(ReadOnlySpan<char> code, int start, char sign)
    {
        int length = code[(start + 1)..].IndexOf(sign);
        return length < 0 ? code.Length : start + 1 + length;
    }

    private static int? Id(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int id) ? id : null;

    /// <summary>14 to 22 are those of all languages, 27 to 36 and 50 to 58 those of East Asia; 45 to 47 are durations of minutes and seconds.</summary>
    private static bool IsBuiltInDate(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58);
}
