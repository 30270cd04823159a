using System.Globalization;
using System.Text;

namespace HousingInventory.Sample;

/// <summary>Collects a delimited table: a header, rows, quotes where a value needs them.</summary>
internal sealed class DelimitedText
{
    private readonly StringBuilder _text = new();
    private readonly char _separator;
    private readonly string _lineEnd;
    private bool _pending;

    public DelimitedText(char separator, string lineEnd, params ReadOnlySpan<string> header)
    {
        _separator = separator;
        _lineEnd = lineEnd;
        foreach (string column in header)
        {
            Add(column);
        }

        EndRow();
    }

    public DelimitedText Add(string value)
    {
        Separate();
        if (value.AsSpan().IndexOfAny(_separator, '"', '\n') >= 0)
        {
            _text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            _text.Append(value);
        }

        return this;
    }

    public DelimitedText Add(long value)
    {
        Separate();
        _text.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    /// <summary>With a decimal point and this many decimals at most.</summary>
    public DelimitedText Add(double value, string format)
    {
        Separate();
        _text.Append(value.ToString(format, CultureInfo.InvariantCulture));
        return this;
    }

    public void EndRow()
    {
        _text.Append(_lineEnd);
        _pending = false;
    }

    public override string ToString() => _text.ToString();

    private void Separate()
    {
        if (_pending)
        {
            _text.Append(_separator);
        }

        _pending = true;
    }
}
