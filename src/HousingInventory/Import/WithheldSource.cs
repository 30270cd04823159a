using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Keys of what must be treated as registered: building, address, property or dwelling ids, designations and written addresses, one a row in any column. The
/// manifest names this source without rows or hash, and nothing else ever names it.
/// </summary>
public sealed record WithheldSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("withheld", Carrier.Table),
        ],
        []);

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Run;

    internal override void Read(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static _ => true);
        file.Info.Layout = "withheld";
        int columns = cursor.Layer.Columns.Count;

        // A list without a header is easily made, and its first key must not get lost as a column name. A real heading leads nowhere.
        foreach (ColumnInfo column in cursor.Layer.Columns)
        {
            into.Withheld.Add(new WithheldKey(column.Name.Trim(), IsListed: column.Name.Any(char.IsAsciiDigit), file.Info.Id));
        }

        Func<bool> next = cursor.Read;
        while (file.Guard(next))
        {
            // A ragged row still holds keys: too many are withheld rather than one too few.
            for (int i = 0; i < columns; i++)
            {
                if (cursor.Text(i) is { } key)
                {
                    into.Withheld.Add(new WithheldKey(key, IsListed: true, file.Info.Id, cursor.Row));
                }
            }
        }
    }
}
