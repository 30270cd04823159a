using System.Globalization;
using CsvHelper;

namespace HousingInventory.Formats;

/// <summary>
/// Writes delimited text in UTF-8: a row of column names, then records, each ended by CR LF. The only place where CsvHelper writes tables. Text that a
/// spreadsheet would run as a formula (beginning with = + - @, a tab or a line break, also in full width or behind signs that do not show) gets an apostrophe in front; numbers are never touched. Dates are
/// yyyy-MM-dd, truth values "true" and "false".
/// </summary>
public sealed class CsvTableWriter : ITableWriter
{
    private static readonly string[] Formats = ["F0", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"];
    private const string Plain = "=+-@\t\r\n";

    /// <summary>The same signs in full width and small form, the minus of mathematics among them: spreadsheets may take them for the plain ones.</summary>
    private const string WideStarts = "\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\u207A\u207B\u207C";
    private readonly CsvWriter _writer;
    private readonly NumberFormatInfo _numbers;
    private readonly int _columns;
    private int _cell;

    /// <summary>Writes the header. The stream stays open when this is disposed.</summary>
    public CsvTableWriter(Stream stream, CsvDialect dialect, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(columns);
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = dialect.DecimalComma ? "," : ".", NegativeSign = "-" };
        _columns = columns.Count;
        CsvWriterOptions options = new()
        {
            Separator = dialect.Separator,
            NewLine = "\r\n",
            WriteByteOrderMark = dialect.ByteOrderMark,
            Injection = CsvInjection.Escape,
            InjectionCharacters = Plain,
            FormatProvider = _numbers,
            TrueValue = "true",
            FalseValue = "false",
        };
        _writer = CsvWriter.Create(stream, options, leaveOpen: true);
        foreach (string column in columns)
        {
            Text(column);
        }

        EndRow();
    }

    public void Text(string? value)
    {
        // CsvHelper looks at the first sign as it stands.
        _writer.WriteField(value is null ? "" : StartsHiddenFormula(value) ? "'" + value : value);
        _cell++;
    }

    /// <summary>Whether, behind blanks and signs that do not show, the text begins as a formula does, in plain or full width; false where the writer sees it itself.</summary>
    private static bool StartsHiddenFormula(string value)
    {
        int at = 0;
        while (at < value.Length && !Plain.Contains(value[at]) && !WideStarts.Contains(value[at])
            && (char.IsWhiteSpace(value[at]) || char.GetUnicodeCategory(value[at]) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNotAssigned))
        {
            at++;
        }

        return at < value.Length && (WideStarts.Contains(value[at]) || (at > 0 && Plain.Contains(value[at])));
    }

    public void Number(double? value, int decimals)
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            Text(null);
            return;
        }

        // Rounded first, and + 0.0: a number that rounds to nothing must not show as -0.
        _writer.WriteField(Math.Round(number, decimals, MidpointRounding.AwayFromZero) + 0.0, Formats[decimals], _numbers);
        _cell++;
    }

    public void Integer(long? value)
    {
        if (value is not { } number)
        {
            Text(null);
            return;
        }

        _writer.WriteField(number, "D", _numbers);
        _cell++;
    }

    public void Date(DateOnly? value) => Text(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Boolean(bool? value) => Text(value is { } known ? (known ? "true" : "false") : null);

    public void EndRow()
    {
        if (_cell > _columns)
        {
            throw new InvalidOperationException("A row has more cells than the table has columns.");
        }

        while (_cell < _columns)
        {
            Text(null);
        }

        _writer.EndRecord();
        _cell = 0;
    }

    /// <summary>Flushes what was written into the stream.</summary>
    public void Dispose() => _writer.Dispose();
}
