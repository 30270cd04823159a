using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Qgis;
using HousingInventory.Formats;

namespace HousingInventory.Verbs;

/// <summary>A follow-up for people to begin: a text for any program, a workbook with a list of states, or a GeoPackage that QGIS writes to with its form.</summary>
internal static class EmptyFollowUp
{
    private const string Header = "ref;state;contacted_on;inspected_on;condition;note\r\n";

    /// <summary>Endings of the files that can be made, the one preferred first.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "gpkg", "xlsx"];

    /// <summary>Makes the file in the format that its ending says.</summary>
    public static void Make(string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".gpkg":
                MakeGeoPackage(path);
                break;
            case ".xlsx":
                MakeWorkbook(path);
                break;
            default:
                File.WriteAllText(path, "\uFEFF" + Header, new UTF8Encoding(false));
                break;
        }
    }

    private static void MakeGeoPackage(string path)
    {
        // Nothing has been written in it, so no day is that of its content.
        using GeoPackageWriter file = GeoPackageWriter.Create(path, DateTime.UnixEpoch);
        ResultLayer table = FollowUpRows.Empty;
        file.AddTable(
            new GpkgTableDefinition
            {
                Name = table.Name,
                Identifier = table.Title.Sv,
                Description = table.DescriptionSv,
                Columns = [.. table.Columns.Select(c => GpkgTables.Column(c, Language.Sv)), FollowUpJoin.Attachment(Language.Sv)],
            },
            []);
        file.Complete();
    }

    private static void MakeWorkbook(string path)
    {
        using FileStream stream = File.Create(path);
        using XlsxTableWriter book = new(stream, "Uppföljning", DateOnly.FromDateTime(DateTime.UnixEpoch));
        book.BeginSheet("Uppföljning", [.. FollowUpRows.Empty.Columns.Select(Column)]);
    }

    private static XlsxColumn Column(LayerColumn column) => new(column.Sv, column.MaxLength > 0 ? 60 : 18, column.Values.Count > 0 ? [.. column.Values.Select(s => s.Sv)] : null);
}
