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

    /// <summary>Street, number and letter; tract, block and unit.</summary>
    private const int LongestKey = 3;

    /// <summary>Digits alone of this length and less are a postal code, a day or a number of a house.</summary>
    private const int ShortestId = 10;

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Run;

    internal override void Read(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static _ => true);
        file.Info.Layout = "withheld";
        int columns = cursor.Layer.Columns.Count;

        // A list without a header is easily made, and its first key must not get lost as a column name. A real heading leads nowhere.
        Enter([.. cursor.Layer.Columns.Select(static c => c.Name.Trim())], 0, file.Info.Id, into);
        List<string> cells = [];
        Func<bool> next = cursor.Read;
        while (file.Guard(next))
        {
            cells.Clear();
            for (int i = 0; i < columns; i++)
            {
                if (cursor.Text(i) is { } cell)
                {
                    cells.Add(cell);
                }
            }

            Enter(cells, cursor.Row, file.Info.Id, into);
        }
    }

    // Each cell may be a key, and so may neighbours together: street and number, number and letter, tract, block and unit. Too many are withheld rather than one too few.
    private static void Enter(List<string> cells, long row, string source, Batch into)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            bool isKey = row == 0 ? cells[i].Any(char.IsAsciiDigit) : cells.Count == 1 || IsWrittenAsKey(cells[i]);
            Add(cells[i], isKey);
            for (int more = 1; more < LongestKey && i + more < cells.Count; more++)
            {
                Add(string.Join(' ', cells.Skip(i).Take(more + 1)), false);
            }

            if (i + 2 < cells.Count && IsNumber(cells[i + 1]) && IsNumber(cells[i + 2]))
            {
                Add($"{cells[i]} {cells[i + 1]}:{cells[i + 2]}", false);
            }
        }

        void Add(string key, bool isListed) => into.Withheld.Add(new WithheldKey(key, isListed, source, row));
    }

    // Not a name, a town, a postal code, a day or the letter of a house: these lead nowhere by themselves, and nobody need be told.
    private static bool IsWrittenAsKey(string cell) => cell.Any(char.IsAsciiDigit) && (cell.Any(char.IsLetter) || cell.Length > ShortestId);

    private static bool IsNumber(string cell) => cell.Length is > 0 and < 6 && !cell.AsSpan().ContainsAnyExceptInRange('0', '9');
}
