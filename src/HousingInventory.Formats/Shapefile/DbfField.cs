using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>A field of a dBASE table.</summary>
/// <param name="Type">C text, N and F numbers as text, D day, L truth value, I and O binary numbers, B double, @ and T moment; others are text.</param>
/// <param name="Start">Offset within the record.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct DbfField(char Type, int Start, int Length, int Decimals)
{
    /// <summary>The Julian day number of 0001-01-01.</summary>
    private const int JulianDayOfYear1 = 1721426;

    public ColumnKind Kind => Type switch
    {
        'N' or 'F' => Decimals == 0 && Length <= 18 ? ColumnKind.Integer : ColumnKind.Real,
        'I' => ColumnKind.Integer,
        'O' => ColumnKind.Real,
        'B' when Length == 8 => ColumnKind.Real,
        'D' => ColumnKind.Date,
        'L' => ColumnKind.Boolean,
        '@' or 'T' => ColumnKind.DateTime,
        'M' or 'G' or 'P' or 'B' => ColumnKind.Other,
        _ => ColumnKind.Text,
    };

    /// <summary>The value as text, written into the buffer, which must have room for the bytes of the field and 32 characters more.</summary>
    public ReadOnlySpan<char> Text(ReadOnlySpan<byte> record, Encoding encoding, Span<char> buffer)
    {
        ReadOnlySpan<byte> bytes = record.Slice(Start, Length);
        switch (Kind)
        {
            case ColumnKind.Integer or ColumnKind.Real when Type is 'N' or 'F':
                return NumberAsText(bytes, buffer);
            case ColumnKind.Integer or ColumnKind.Real:
                return Binary(bytes) is { } number ? NumberText.Format(number, buffer) : [];
            case ColumnKind.Date:
                return Day(bytes, buffer);
            case ColumnKind.Boolean:
                return bytes is [(byte)'T' or (byte)'t' or (byte)'Y' or (byte)'y', ..] ? "true" : bytes is [(byte)'F' or (byte)'f' or (byte)'N' or (byte)'n', ..] ? "false" : [];
            case ColumnKind.DateTime:
                return Moment(bytes, buffer);
            case ColumnKind.Other:
                return [];
            default:
                return buffer[..encoding.GetChars(Filled(bytes), buffer)].Trim();
        }
    }

    /// <summary>The value as a number; null when there is none.</summary>
    public double? Number(ReadOnlySpan<byte> record, Encoding encoding, Span<char> buffer) => Kind switch
    {
        ColumnKind.Integer or ColumnKind.Real when Type is not 'N' and not 'F' => Binary(record.Slice(Start, Length)),
        ColumnKind.Integer or ColumnKind.Real => NumberText.Parse(Ascii(record.Slice(Start, Length), buffer)),
        ColumnKind.Text => NumberText.Parse(Text(record, encoding, buffer)),
        _ => null,
    };

    /// <summary>Some writers fill the rest of a field with zero bytes.</summary>
    private static ReadOnlySpan<byte> Filled(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)0) is int zero and >= 0 ? bytes[..zero] : bytes;

    private static ReadOnlySpan<char> Ascii(ReadOnlySpan<byte> bytes, Span<char> buffer) =>
        ((ReadOnlySpan<char>)buffer[..Encoding.Latin1.GetChars(Filled(bytes), buffer)]).Trim();

    /// <summary>Whole numbers digit by digit, others in the shortest form; a field full of asterisks is a number that did not fit.</summary>
    private static ReadOnlySpan<char> NumberAsText(ReadOnlySpan<byte> bytes, Span<char> buffer)
    {
        ReadOnlySpan<char> text = Ascii(bytes, buffer);
        if (text.IsEmpty || text[0] == '*')
        {
            return [];
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        {
            whole.TryFormat(buffer, out int length, default, CultureInfo.InvariantCulture);
            return buffer[..length];
        }

        return NumberText.Parse(text) is { } number ? NumberText.Format(number, buffer) : text;
    }

    private static double? Binary(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        4 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        8 when BinaryPrimitives.ReadDoubleLittleEndian(bytes) is double number && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>yyyyMMdd; blanks and zeros are no day, and what is neither is given as it stands.</summary>
    private static ReadOnlySpan<char> Day(ReadOnlySpan<byte> bytes, Span<char> buffer)
    {
        ReadOnlySpan<char> text = Ascii(bytes, buffer);
        if (text.Trim('0').IsEmpty)
        {
            return [];
        }

        if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            day.TryFormat(buffer, out int length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return buffer[..length];
        }

        return text;
    }

    /// <summary>A Julian day and milliseconds since midnight.</summary>
    private static ReadOnlySpan<char> Moment(ReadOnlySpan<byte> bytes, Span<char> buffer)
    {
        if (bytes.Length != 8)
        {
            return [];
        }

        long day = BinaryPrimitives.ReadInt32LittleEndian(bytes) - (long)JulianDayOfYear1;
        int milliseconds = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (day < 0 || day > DateOnly.MaxValue.DayNumber || milliseconds is < 0 or >= 86_400_000)
        {
            return [];
        }

        DateTime moment = DateTime.MinValue.AddDays(day).AddMilliseconds(milliseconds);
        moment.TryFormat(buffer, out int length, milliseconds == 0 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return buffer[..length];
    }
}
