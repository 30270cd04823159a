using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

/// <summary>A whole table in memory, for assertions.</summary>
internal sealed record ReadTable(LayerInfo Layer, IReadOnlyList<ReadRow> Rows)
{
    public IReadOnlyList<string?> Column(string name) => [.. Rows.Select(r => r.Texts[Layer.FindColumn(name)])];
}

internal sealed record ReadRow(long Number, IReadOnlyList<string?> Texts, IReadOnlyList<double?> Numbers, NetTopologySuite.Geometries.Geometry? Geometry, string? Fault);

internal static class Cursors
{
    /// <summary>Reads everything and checks what every cursor promises: rows count from one, text and span agree, faults carry no geometry.</summary>
    public static ReadTable ReadAll(this IFeatureCursor cursor)
    {
        using (cursor)
        {
            List<ReadRow> rows = [];
            while (cursor.Read())
            {
                string?[] texts = [.. Enumerable.Range(0, cursor.Layer.Columns.Count).Select(cursor.Text)];
                double?[] numbers = [.. Enumerable.Range(0, cursor.Layer.Columns.Count).Select(cursor.Number)];
                for (int i = 0; i < texts.Length; i++)
                {
                    Assert.Equal(texts[i] ?? "", cursor.Span(i).ToString());
                    Assert.True(texts[i] is null || texts[i]!.Trim().Length > 0);
                }

                rows.Add(new ReadRow(cursor.Row, texts, numbers, cursor.Geometry, cursor.Fault));
                Assert.Equal(rows.Count, cursor.Row);
                Assert.True(cursor.Fault is null || cursor.Geometry is null);
            }

            Assert.False(cursor.Read());
            return new ReadTable(cursor.Layer, rows);
        }
    }
}
