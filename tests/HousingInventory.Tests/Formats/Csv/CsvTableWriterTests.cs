using System.Globalization;
using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public sealed class CsvTableWriterTests
{
    [Fact]
    public void Swedish_files_have_semicolon_decimal_comma_and_byte_order_mark()
    {
        byte[] bytes = Write(CsvDialect.Swedish, ["Rang", "Ort", "Poäng"], w =>
        {
            w.Integer(1);
            w.Text("Åsele; norra");
            w.Number(12.345, 2);
            w.EndRow();
        });
        Assert.Equal("\uFEFFRang;Ort;Poäng\r\n1;\"Åsele; norra\";12,35\r\n", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void English_files_have_comma_and_decimal_point()
    {
        byte[] bytes = Write(CsvDialect.English, ["a", "b", "c", "d"], w =>
        {
            w.Number(-1234567.5, 1);
            w.Date(new DateOnly(2026, 11, 2));
            w.Boolean(true);
            w.Text("a,\"b\"\nc");
            w.EndRow();
        });
        Assert.Equal("\uFEFFa,b,c,d\r\n-1234567.5,2026-11-02,true,\"a,\"\"b\"\"\nc\"\r\n", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void A_decimal_comma_is_quoted_where_the_comma_separates()
    {
        Assert.Equal("a\r\n\"-0,5\"\r\n", Text(new CsvDialect(',', DecimalComma: true, ByteOrderMark: false), w =>
        {
            w.Number(-0.5, 1);
            w.EndRow();
        }));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+46", "\"'+46\"")]
    [InlineData("-", "\"'-\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("\uFE6BSUM(A1)", "'\uFE6BSUM(A1)")]
    [InlineData("\u200B=1+1", "'\u200B=1+1")]
    [InlineData("\u00A0\u2060+46", "'\u00A0\u2060+46")]
    [InlineData("\u2212 1", "'\u2212 1")]
    [InlineData("\u200BStorgatan 1", "\u200BStorgatan 1")]
    [InlineData("Storgatan 1-3", "Storgatan 1-3")]
    [InlineData("64.75070, 20.95280", "\"64.75070, 20.95280\"")]
    public void Text_is_never_a_formula(string value, string expected)
    {
        Assert.Equal("a\r\n" + expected + "\r\n", Text(CsvDialect.Plain, w =>
        {
            w.Text(value);
            w.EndRow();
        }));
    }

    [Theory]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    public void A_line_break_does_not_hide_a_formula(string value)
    {
        Assert.Equal("a\r\n\"'" + value + "\"\r\n", Text(CsvDialect.Plain, w =>
        {
            w.Text(value);
            w.EndRow();
        }));
    }

    [Theory]
    [InlineData(-5.25, 2, "-5.25")]
    [InlineData(0.125, 2, "0.13")] // a half is rounded away from zero, as people do
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(1e-9, 8, "0.00000000")]
    [InlineData(20.9528, 0, "21")]
    [InlineData(1e15, 1, "1000000000000000.0")]
    [InlineData(double.NaN, 1, "")]
    [InlineData(double.PositiveInfinity, 1, "")]
    public void Numbers_have_the_decimals_asked_for(double value, int decimals, string expected)
    {
        Assert.Equal("a,b\r\n" + expected + ",x\r\n", Encoding.UTF8.GetString(Write(CsvDialect.Plain, ["a", "b"], w =>
        {
            w.Number(value, decimals);
            w.Text("x");
            w.EndRow();
        })));
    }

    [Fact]
    public void Cells_that_were_not_written_are_empty()
    {
        Assert.Equal("a,b,c\r\n,,\r\nx,,\r\n", Encoding.UTF8.GetString(Write(CsvDialect.Plain, ["a", "b", "c"], w =>
        {
            w.Number(null, 1);
            w.Integer(null);
            w.Date(null);
            w.EndRow();
            w.Text("x");
            w.Boolean(null);
            w.EndRow();
        })));
    }

    [Fact]
    public void Culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // As sv-SE writes numbers, also where the system knows no cultures.
            CultureInfo swedish = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            swedish.NumberFormat.NumberDecimalSeparator = ",";
            swedish.NumberFormat.NegativeSign = "\u2212";
            CultureInfo.CurrentCulture = swedish;
            string text = Text(CsvDialect.Plain, w =>
            {
                w.Number(-1.5, 1);
                w.EndRow();
                w.Integer(-7);
                w.EndRow();
            });
            Assert.Equal("a\r\n-1.5\r\n-7\r\n", text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        string[] values = ["Åsele; norra", "two\r\nlines", "say \"hi\"", "a,b", "😀", "'x"];
        foreach (CsvDialect dialect in new[] { CsvDialect.Swedish, CsvDialect.English, CsvDialect.Plain })
        {
            byte[] bytes = Write(dialect, ["id", "text", "number"], w =>
            {
                for (int i = 0; i < values.Length; i++)
                {
                    w.Integer(i);
                    w.Text(values[i]);
                    w.Number(i + 0.25, 2);
                    w.EndRow();
                }
            });
            using IFeatureCursor cursor = Tables.OpenCsv(bytes);
            for (int i = 0; i < values.Length; i++)
            {
                Assert.True(cursor.Read());
                Assert.Null(cursor.Fault);
                Assert.Equal(i, cursor.Number(0));
                Assert.Equal(values[i], cursor.Text(1));
                Assert.Equal(i + 0.25, cursor.Number(2));
            }

            Assert.False(cursor.Read());
        }
    }

    private static string Text(CsvDialect dialect, Action<CsvTableWriter> write) => Encoding.UTF8.GetString(Write(dialect, ["a"], write));

    private static byte[] Write(CsvDialect dialect, string[] columns, Action<CsvTableWriter> write)
    {
        using MemoryStream stream = new();
        using (CsvTableWriter writer = new(stream, dialect, columns))
        {
            write(writer);
        }

        return stream.ToArray();
    }
}
