using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

/// <summary>What the tests of the table formats share.</summary>
internal static class Tables
{
    public static IFeatureCursor OpenCsv(byte[] bytes, ReadOptions? options = null) => CsvTable.Open(new MemoryStream(bytes), "table", options ?? ReadOptions.Recognise);

    public static IFeatureCursor OpenCsv(string text, ReadOptions? options = null) => OpenCsv(Encoding.UTF8.GetBytes(text), options);

    /// <summary>One line a record: its row number and its values between bars, "-" for null, or its fault.</summary>
    public static List<string> Dump(IFeatureCursor cursor)
    {
        List<string> lines = [];
        using (cursor)
        {
            while (cursor.Read())
            {
                IEnumerable<string> values = Enumerable.Range(0, cursor.Layer.Columns.Count).Select(c => cursor.Text(c) ?? "-");
                lines.Add(cursor.Row + ": " + (cursor.Fault ?? string.Join('|', values)));
            }
        }

        return lines;
    }

    public static string Columns(IFeatureCursor cursor) => string.Join('|', cursor.Layer.Columns.Select(c => c.Name));
}
