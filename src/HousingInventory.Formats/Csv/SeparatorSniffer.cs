using System.Text;

namespace HousingInventory.Formats;

/// <summary>Recognises the separator of delimited text.</summary>
internal static class SeparatorSniffer
{
    /// <summary>Stands for the separator of a table of one column: the unit separator of ASCII, which no text holds.</summary>
    public const char None = '\u001F';

    private const int MaxRecords = 100;
    private const int MaxTitleLines = 20;

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

    /// <summary>
    /// Where the table starts below a title, and its separator; (0, none) when there is no title. A title is a line, or up to twenty, with one value each: a sentence, or a word with an empty
    /// line or separators alone behind it. Below it stand column names, two or more and none of them a number, and records with as many separators.
    /// </summary>
    public static (int Start, char Separator) BelowTitle(ReadOnlySpan<byte> start, char? stated)
    {
        List<(int From, int To)> records = Records(start);
        for (int h = 1; h < Math.Min(records.Count - 1, MaxTitleLines); h++)
        {
            char separator = stated ?? Find(start[records[h].From..]);
            ReadOnlySpan<byte> heads = start[records[h].From..records[h].To];
            if (separator == None || Values(heads, separator, out bool isNumber) < 2)
            {
                continue;
            }

            bool isTitle = !isNumber && LooksLikeTitle(start, records, h, separator);
            int alike = 0;
            int behind = 0;
            for (int r = h + 1; isTitle && r < records.Count; r++, behind++)
            {
                alike += start[records[r].From..records[r].To].Count((byte)separator) == heads.Count((byte)separator) ? 1 : 0;
            }

            if (isTitle && alike * 5 >= behind * 4)
            {
                return (records[h].From, separator);
            }
        }

        return (0, None);
    }

    private static bool LooksLikeTitle(ReadOnlySpan<byte> start, List<(int From, int To)> records, int heads, char separator)
    {
        for (int r = 0; r < heads; r++)
        {
            if (Values(start[records[r].From..records[r].To], separator, out _) > 1)
            {
                return false;
            }
        }

        ReadOnlySpan<byte> first = start[records[0].From..records[0].To];
        bool isSentence = first.Trim(" \t;,|\""u8).Contains((byte)' ');
        bool emptyBehind = start[records[0].To..records[1].From].Count((byte)'\n') > 1 || start[records[0].To..records[1].From].Count((byte)'\r') > 1;
        return isSentence || emptyBehind || first.EndsWith([(byte)separator]);
    }

    /// <summary>How many fields of a record hold something, and whether one of them begins with a digit.</summary>
    private static int Values(ReadOnlySpan<byte> record, char separator, out bool hasNumber)
    {
        int values = 0;
        hasNumber = false;
        bool quoted = false;
        bool blank = true;
        foreach (byte b in record)
        {
            if (b == (byte)'"')
            {
                quoted = !quoted;
            }
            else if (b == (byte)separator && !quoted)
            {
                blank = true;
            }
            else if (blank && b is not ((byte)' ' or (byte)'\t'))
            {
                blank = false;
                values++;
                hasNumber |= char.IsAsciiDigit((char)b);
            }
        }

        return values;
    }

    /// <summary>The records that are not blank lines, up to forty; the last may be cut off.</summary>
    private static List<(int From, int To)> Records(ReadOnlySpan<byte> start)
    {
        List<(int From, int To)> records = [];
        bool quoted = false;
        int from = 0;
        for (int i = 0; i <= start.Length && records.Count < 2 * MaxTitleLines; i++)
        {
            if (i < start.Length && start[i] == (byte)'"')
            {
                quoted = !quoted;
            }
            else if (i == start.Length || (!quoted && start[i] is (byte)'\r' or (byte)'\n'))
            {
                if (!start[from..i].Trim(" \t\r\n"u8).IsEmpty)
                {
                    records.Add((from, i));
                }

                from = i + 1;
            }
        }

        return records;
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
