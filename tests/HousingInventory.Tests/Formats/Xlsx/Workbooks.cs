using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

/// <summary>Workbooks written by hand, as small as the format allows.</summary>
internal static class Workbooks
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook of one sheet with these rows, shared strings (si elements) and cell formats (numFmt and xf elements).</summary>
    public static byte[] OneSheet(string rows, string strings = "", string formats = "<cellXfs><xf numFmtId=\"0\"/></cellXfs>", string workbookPr = "") => Zip(
        ("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Rel}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Rel}\">{workbookPr}<sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"r2\" Type=\"{Rel}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/></Relationships>"),
        ("xl/sharedStrings.xml", $"<sst {Main}>{strings}</sst>"),
        ("xl/styles.xml", $"<styleSheet {Main}>{formats}</styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>"));

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    public static IFeatureCursor Open(byte[] bytes, ReadOptions? options = null) => XlsxTable.Open(new MemoryStream(bytes), options ?? ReadOptions.Recognise);
}
