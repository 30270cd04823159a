using System.Text;

namespace HousingInventory.Formats;

/// <summary>Recognises the separator of delimited text.</summary>
internal static class SeparatorSniffer
{
    /// <summary>Stands for the separator of a table of one column: the unit separator of ASCII, which no text holds.</summary>
    public const char None = '\u001F';

    private const int MaxRecords = 100;

    /// <summary>In order of preference where the lines do not decide: the comma last, because it also stands within numbers and text.</summary>
    private static readonly byte[] Candidates = [(byte)';', (byte)'\t', (byte)'|', (byte)','];

    /// <summary>Tab, or a printable sign of ASCII that opens neither a value nor a quotation.</summary>
    public static bool IsPossible(char c) => c == '\t' || (c is >= ' ' and < '\u007F' and not '"' && !char.IsAsciiLetterOrDigit(c));

    /// <summary>
    /// The separator that Excel announces in a first line <c>sep=;</c>, with the length of that line and its line break; (0, 0) when there is no such line.
    /// </summary>
    public static (char Separator, int LineLength) Announced(ReadOnlySpan<byte> start)
    {
        bool announced = start.Length >= 5 && Ascii.EqualsIgnoreCase(start[..4], "sep=") && IsPossible((char)start[4]);
        if (!announced)
        {
            return (default, 0);
        }

        return start[5..] switch
        {
            [] => ((char)start[4], 5),
            [(byte)'\r', (byte)'\n', ..] => ((char)start[4], 7),
            [(byte)'\r' or (byte)'\n', ..] => ((char)start[4], 6),
            _ => (default, 0),
        };
    }

    /// <summary>
    /// The separator that stands in the header and, outside quotes, as often in the most of the first records; of equals the one that makes most columns.
    /// <see cref="None"/> when none stands in the header.
    /// </summary>
    public static char Find(ReadOnlySpan<byte> start)
    {
        int[,] counts = new int[MaxRecords, Candidates.Length];
        int records = Count(start, counts);
        char best = None;
        (int Same, int Columns) bestScore = (0, 0);
        for (int c = 0; c < Candidates.Length; c++)
        {
            int inHeader = counts[0, c];
            int same = 0;
            for (int record = 0; record < records; record++)
            {
                same += counts[record, c] == inHeader ? 1 : 0;
            }

            if (inHeader > 0 && (same, inHeader).CompareTo(bestScore) > 0)
            {
                best = (char)Candidates[c];
                bestScore = (same, inHeader);
            }
        }

        return best;
    }

    /// <summary>Counts each candidate in each record; returns the number of records. The last record may be cut off and is left out if there are others.</summary>
    private static int Count(ReadOnlySpan<byte> start, int[,] counts)
    {
        int record = 0;
        bool quoted = false;
        bool blank = true;
        foreach (byte b in start)
        {
            if (b == (byte)'"')
            {
                quoted = !quoted;
            }
            else if (!quoted && b is (byte)'\r' or (byte)'\n')
            {
                record += blank ? 0 : 1;
                blank = true;
                if (record == MaxRecords)
                {
                    return record;
                }

                continue;
            }
            else if (!quoted && Candidates.AsSpan().IndexOf(b) is int c and >= 0)
            {
                counts[record, c]++;
            }

            blank = false;
        }

        return record > 0 ? record : 1;
    }
}
