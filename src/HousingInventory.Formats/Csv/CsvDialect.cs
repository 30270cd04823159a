namespace HousingInventory.Formats;

/// <summary>How a CSV file is to look to the program that opens it.</summary>
/// <param name="Separator">Between fields: a tab or a printable ASCII sign.</param>
/// <param name="DecimalComma">Numbers with a comma instead of a point.</param>
/// <param name="ByteOrderMark">Begin with the UTF-8 byte order mark, without which Excel takes the text for Windows-1252.</param>
public sealed record CsvDialect(char Separator, bool DecimalComma, bool ByteOrderMark)
{
    /// <summary>What a Swedish Excel opens rightly with a double click: semicolon, decimal comma, byte order mark.</summary>
    public static CsvDialect Swedish { get; } = new(';', DecimalComma: true, ByteOrderMark: true);

    /// <summary>Comma and decimal point, as in RFC 4180; with a byte order mark, for Excel.</summary>
    public static CsvDialect English { get; } = new(',', DecimalComma: false, ByteOrderMark: true);

    /// <summary>For programs: comma, decimal point, no byte order mark.</summary>
    public static CsvDialect Plain { get; } = new(',', DecimalComma: false, ByteOrderMark: false);
}
