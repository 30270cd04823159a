using HousingInventory.Diagnostics;

namespace HousingInventory.Plan;

/// <summary>Leaves records out of delimited text without touching the bytes of the others.</summary>
internal static class RowCut
{
    /// <summary>The file's bytes without some of its records.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">As the user named it.</param>
    /// <param name="rows">Rows as a spreadsheet program numbers them, the heading among them.</param>
    /// <param name="read">How many records the reader of tables found: another number means that the file is not what it seems.</param>
    /// <exception cref="InputException">It is no delimited text in an encoding that keeps its signs apart.</exception>
    public static byte[] Without(string path, string name, IReadOnlySet<long> rows, long read)
    {
        byte[] bytes = File.ReadAllBytes(path);
        List<(int Start, int End, long Row)> records = Records(bytes);
        if (bytes.AsSpan().Contains((byte)0) || Formats.DataFile.Recognise(path) != Formats.DataFormat.Csv || records.Count != read)
        {
            throw new InputException(
                $"{name} is not delimited text that rows can be left out of: save it as CSV in UTF-8, or delete the rows of to_delete.csv in its own program.");
        }

        using MemoryStream kept = new(bytes.Length);
        int from = 0;
        foreach ((int start, int end, long row) in records)
        {
            if (rows.Contains(row))
            {
                kept.Write(bytes, from, start - from);
                from = end;
            }
        }

        kept.Write(bytes, from, bytes.Length - from);
        return kept.ToArray();
    }

    /// <summary>
    /// Where each record below the heading begins and ends, its line end included, and its row. A line without a sign other than blanks is no record, and a row
    /// all the same.
    /// </summary>
    private static List<(int Start, int End, long Row)> Records(byte[] bytes)
    {
        List<(int, int, long)> records = [];
        long row = 0;
        bool isQuoted = false;
        int start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        for (int i = start; i <= bytes.Length; i++)
        {
            if (i < bytes.Length)
            {
                isQuoted ^= bytes[i] == (byte)'"';
                if (isQuoted || bytes[i] is not ((byte)'\n' or (byte)'\r'))
                {
                    continue;
                }
            }

            bool isPair = i + 1 < bytes.Length && bytes[i] == (byte)'\r' && bytes[i + 1] == (byte)'\n';
            int end = Math.Min(bytes.Length, isPair ? i + 2 : i + 1);
            row++;
            if (bytes.AsSpan(start..Math.Min(i, bytes.Length)).ContainsAnyExcept(" \t"u8))
            {
                records.Add((start, end, row));
            }

            start = end;
            i = isPair ? i + 1 : i;
        }

        return records.Count == 0 ? records : records[1..];
    }
}
