using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;

namespace HousingInventory.SystemTests;

/// <summary>A sheet of a file as LibreOffice opens it.</summary>
public sealed class Sheet
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private static readonly ConcurrentDictionary<(string Bytes, string Options), Lazy<XDocument>> Opened = new();

    private Sheet(IReadOnlyList<IReadOnlyList<SheetCell>> rows)
    {
        Rows = rows;
    }

    /// <summary>Rows of cells; empty cells at the end of a row, and empty rows at the end, are not there.</summary>
    public IReadOnlyList<IReadOnlyList<SheetCell>> Rows { get; }

    /// <summary>The cell under a heading of the first row; an empty one where the row ends before.</summary>
    public SheetCell Cell(int row, string heading)
    {
        int column = Rows[0].ToList().FindIndex(c => c.Text == heading);
        Assert.True(column >= 0, $"No column '{heading}' among: {string.Join(" | ", Rows[0].Select(c => c.Text))}");
        return column < Rows[row].Count ? Rows[row][column] : new SheetCell("", "", null);
    }

    /// <summary>Opens a CSV the way a Swedish user does: semicolons, decimal comma, UTF-8 (LibreOffice's filter tokens 59, 34, 76, 1 and language 1053).</summary>
    public static Sheet OpenSwedishCsv(string path) => Open(path, "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1053,false,true");

    /// <summary>Opens a CSV the way an English-speaking user does: commas, decimal point, UTF-8 (language 2057).</summary>
    public static Sheet OpenEnglishCsv(string path) => Open(path, "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true");

    /// <summary>Opens a sheet of a workbook.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="sheet">Which sheet, from 0.</param>
    /// <param name="above">How many rows stand above the headings.</param>
    public static Sheet OpenWorkbook(string path, int sheet = 0, int above = 0) => Open(path, sheet, above);

    private static Sheet Open(string path, params string[] options) => Open(path, 0, 0, options);

    private static Sheet Open(string path, int sheet, int above, params string[] options)
    {
        // The same bytes opened in the same way are the same sheets; many tests look at those of the sample.
        string bytes = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        XDocument document = Opened.GetOrAdd((bytes, string.Join(' ', options)), _ => new(() => Converted(path, options))).Value;
        List<IReadOnlyList<SheetCell>> rows = [];
        foreach (XElement row in document.Descendants(Table + "table").ElementAt(sheet).Descendants(Table + "table-row"))
        {
            List<SheetCell> cells = [];
            foreach (XElement cell in row.Elements(Table + "table-cell"))
            {
                cells.AddRange(Enumerable.Repeat(Read(cell), Repeats(cell, "number-columns-repeated")));
            }

            Trim(cells, c => c.Text.Length == 0);
            rows.AddRange(Enumerable.Repeat(cells, Math.Min(Repeats(row, "number-rows-repeated"), 100)));
        }

        Trim(rows, r => r.Count == 0);
        return new Sheet([.. rows.Skip(above)]);
    }

    private static XDocument Converted(string path, string[] options)
    {
        using TemporaryFolder folder = new();
        // A profile of its own: LibreOffice runs once a profile, and tests run side by side.
        string profile = "-env:UserInstallation=" + new Uri(folder.File("profile")).AbsoluteUri;
        Tool.Output("soffice", ["--headless", profile, .. options, "--convert-to", "fods", "--outdir", folder.Path, path]);
        return XDocument.Load(folder.File(Path.GetFileNameWithoutExtension(path) + ".fods"));
    }

    private static SheetCell Read(XElement cell)
    {
        string text = string.Join('\n', cell.Elements(Text + "p").Select(p => p.Value));
        string? value = cell.Attribute(Office + "value")?.Value;
        return new SheetCell(cell.Attribute(Office + "value-type")?.Value ?? "", text, value is null ? null : double.Parse(value, CultureInfo.InvariantCulture));
    }

    // LibreOffice fills a row to its last column with one repeated empty cell; no sheet of ours is nearly that wide.
    private static int Repeats(XElement element, string name) =>
        Math.Min(int.Parse(element.Attribute(Table + name)?.Value ?? "1", CultureInfo.InvariantCulture), 2000);

    private static void Trim<T>(List<T> list, Predicate<T> isEmpty)
    {
        while (list.Count > 0 && isEmpty(list[^1]))
        {
            list.RemoveAt(list.Count - 1);
        }
    }
}
