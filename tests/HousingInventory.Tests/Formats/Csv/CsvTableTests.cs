using System.Text;
using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.Tables;

namespace HousingInventory.Tests.Formats;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("a;b\n1;2\n", ';')]
    [InlineData("a\tb\n1\t2\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("a,b\n1,2\n", ',')]
    [InlineData("sep=^\na^b\n1^2\n", '^')]
    [InlineData("sep=,\r\na,b\r\n1,2\r\n", ',')]
    [InlineData("a, c;b\n1;2\n3;4\n", ';')]
    [InlineData("name;x,y\nA, B;1,2\nC, D;3,4\n", ';')]
    [InlineData("\"a;b;c\",d\n1,2\n", ',')]
    public void Separator_is_recognised(string text, char expected)
    {
        using IFeatureCursor cursor = OpenCsv(text);
        Assert.Equal(expected, cursor.Layer.Delimiter);
        Assert.Equal(2, cursor.Layer.Columns.Count);
    }

    [Fact]
    public void A_table_of_one_column_keeps_its_commas()
    {
        IFeatureCursor cursor = OpenCsv("address\nStorgatan 1, Umeå\n");
        Assert.Null(cursor.Layer.Delimiter);
        Assert.Equal(["1: Storgatan 1, Umeå"], Dump(cursor));
    }

    [Fact]
    public void The_stated_delimiter_wins()
    {
        Assert.Equal(["1: 1;2|3"], Dump(OpenCsv("a;b,c\n1;2,3\n", new ReadOptions(Delimiter: ','))));
        Assert.Throws<DataFormatException>(() => OpenCsv("a¦b\n", new ReadOptions(Delimiter: '¦')));
    }

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "UTF-8" }, { "utf-8-bom", "UTF-8 with BOM" }, { "windows-1252", "Windows-1252" },
        { "utf-16", "UTF-16 LE" }, { "utf-16BE", "UTF-16 BE" }, { "utf-32", "UTF-32 LE" },
        { "utf-16-no-bom", "UTF-16 LE" }, { "utf-16BE-no-bom", "UTF-16 BE" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encoding_is_recognised_even_when_the_first_letter_beyond_ascii_comes_late(string written, string expected)
    {
        // 40,000 records of ASCII: the first å stands some 500 kB into the file, beyond every buffer.
        StringBuilder text = new("id;name\n");
        for (int i = 0; i < 40_000; i++)
        {
            text.Append(i).Append(";Storgatan\n");
        }

        text.Append("40000;Åkullsjön 😀".Replace("😀", written == "windows-1252" ? "€" : "😀", StringComparison.Ordinal)).Append('\n');
        byte[] bytes = Encode(text.ToString(), written);

        using IFeatureCursor cursor = OpenCsv(bytes);
        Assert.Equal(expected, cursor.Layer.Encoding);
        Assert.Equal("id|name", Columns(cursor));
        string last = "";
        while (cursor.Read())
        {
            last = cursor.Text(1)!;
        }

        Assert.Equal(40_001, cursor.Row);
        Assert.Equal(written == "windows-1252" ? "Åkullsjön €" : "Åkullsjön 😀", last);
    }

    [Fact]
    public void A_stated_encoding_wins()
    {
        // 0xE5 is å in ISO-8859-1 and х in Windows-1251.
        byte[] bytes = [.. "a\n"u8, 0xE5, (byte)'\n'];
        Assert.Equal(["1: å"], Dump(OpenCsv(bytes, new ReadOptions(Encoding: "ISO-8859-1"))));
        Assert.Equal(["1: е"], Dump(OpenCsv(bytes, new ReadOptions(Encoding: "windows-1251"))));
        Assert.Throws<DataFormatException>(() => OpenCsv(bytes, new ReadOptions(Encoding: "klingon")));
        Assert.Throws<DataFormatException>(() => OpenCsv(bytes, new ReadOptions(Encoding: "shift_jis")));
    }

    [Fact]
    public void One_damaged_character_does_not_make_a_utf8_file_windows_1252()
    {
        string many = string.Concat(Enumerable.Repeat("Åsele\n", 30));
        byte[] bytes = [.. Encoding.UTF8.GetBytes("a\n" + many), 0xE5, (byte)'x', (byte)'\n'];
        using IFeatureCursor cursor = OpenCsv(bytes);
        Assert.Equal("UTF-8", cursor.Layer.Encoding);
        Assert.Equal("1: Åsele", Dump(cursor)[0]);
    }

    [Theory]
    [InlineData("a;b\r\n1;2\r\n3;4")]
    [InlineData("a;b\n1;2\n3;4\n")]
    [InlineData("a;b\r1;2\r3;4\r")]
    [InlineData("\n\na;b\n\n1;2\n\n\n3;4\n\n")]
    [InlineData(" a ; b \n  1;2  \n3\t; \u00A04\n")]
    [InlineData("a;b;;\n1;2;;\n3;4;;\n")]
    [InlineData("a;b\n1;2;;;\n3;4;\n")]
    [InlineData("\"a\";\"b\"\n\"1\";\"2\"\n\"3\" ; \"4\"\n")]
    public void The_same_two_records_in_many_dresses(string text)
    {
        IFeatureCursor cursor = OpenCsv(text);
        Assert.Equal("a|b", Columns(cursor));
        Assert.Equal(["1: 1|2", "2: 3|4"], Dump(cursor));
    }

    [Fact]
    public void Ragged_records_are_faults_with_counts()
    {
        List<string> lines = Dump(OpenCsv("a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;\n1;2;3;\n"));
        Assert.Equal(["1: 1|2|3", "2: has 2 fields where the header has 3", "3: has 4 fields where the header has 3", "4: 1|2|-", "5: 1|2|3"], lines);
    }

    [Fact]
    public void Records_without_a_value_are_passed_over_but_numbered()
    {
        Assert.Equal(["1: 1|2", "4: 3|4"], Dump(OpenCsv("a;b\n1;2\n;\n \t;\"\"\n3;4\n;\n")));
    }

    [Fact]
    public void Headings_are_trimmed_and_made_distinct()
    {
        using IFeatureCursor cursor = OpenCsv(" id ;Name;name;;NAME;\n1;2;3;4;5;\n");
        Assert.Equal("id|Name|name_2|column_4|NAME_3", Columns(cursor));
        Assert.Equal(2, cursor.Layer.FindColumn("NAME_2"));
    }

    [Fact]
    public void Quoted_line_breaks_belong_to_the_value()
    {
        Assert.Equal(["1: two\nlines|x", "2: ;|\"", "3: a|b"], Dump(OpenCsv("note;b\n\"two\nlines\";x\n\";\";\"\"\"\"\na;b\n")));
    }

    [Fact]
    public void Quotes_in_a_plain_field_are_text()
    {
        Assert.Equal(["1: Villa \"Ro\"|5\" rör"], Dump(OpenCsv("a;b\nVilla \"Ro\";5\" rör\n")));
    }

    [Theory]
    [InlineData("a;b\n1;2\n\"3;4\n5;6\n7;8\n")] // never closed
    [InlineData("a;b\n1;2\n\"3;4\n5;\"6\"\n7;8\n")] // closed by the opening quote of a later line
    [InlineData("a;b\n1;2\n\"3;4\n\n5;6\n7;8\n")] // an empty line within
    [InlineData("a;b\n1;2\n\"3;4\n\"5\";\"6\"\n\"7\";8\n")]
    [InlineData("a;b\r\n1;2\r\n\"3;4\r\n5;6\r\n7;8")]
    [InlineData("a;b\r1;2\r\"3;4\r5;6\r7;8\r")]
    [InlineData("a;b\n1;2\n\"3;4\n5;6\n7;8")] // no line break at the end
    [InlineData("a;b\n1;2\n3;\"4\n5;6\n7;8\n")]
    public void An_unclosed_quote_costs_one_line(string text)
    {
        List<string> lines = Dump(OpenCsv(text));
        Assert.Equal(4, lines.Count);
        Assert.Equal("1: 1|2", lines[0]);
        Assert.Contains("2: has a quotation mark that is not closed", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("3: 5|", lines[2], StringComparison.Ordinal);
        Assert.Equal("4: 7|8", lines[3]);
    }

    [Fact]
    public void Quotes_that_are_not_doubled_are_a_fault()
    {
        List<string> lines = Dump(OpenCsv("a;b\n1;\"Villa \"Ro\" 5\"\n3;4\n"));
        Assert.Equal(["1: has a quotation mark that is not closed or not doubled", "2: 3|4"], lines);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8-bom")]
    public void After_an_unclosed_quote_far_into_the_file_all_other_records_are_read(string encoding)
    {
        // Every 1000th of 50,000 lines opens a quotation mark; å, ä and ö make offsets in bytes and in characters differ.
        StringBuilder text = new("id;name\n");
        for (int i = 1; i <= 50_000; i++)
        {
            text.Append(i).Append(i % 1000 == 0 ? ";\"Åsele ängar över" : ";Åsele ängar över").Append(i % 7 == 0 ? "\r\n" : "\n");
        }

        using IFeatureCursor cursor = OpenCsv(Encode(text.ToString(), encoding));
        long faults = 0;
        long expectedId = 0;
        while (cursor.Read())
        {
            expectedId++;
            Assert.Equal(expectedId, cursor.Row);
            if (expectedId % 1000 == 0)
            {
                Assert.NotNull(cursor.Fault);
                faults++;
            }
            else
            {
                Assert.Null(cursor.Fault);
                Assert.Equal(expectedId, cursor.Number(0));
                Assert.Equal("Åsele ängar över", cursor.Text(1));
            }
        }

        Assert.Equal(50_000, expectedId);
        Assert.Equal(50, faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n \n")]
    [InlineData(";;;\n")]
    [InlineData("\"a;b\n1;2\n")]
    [InlineData("sep=;\n")]
    [InlineData("a\0b\n\0\0\0")]
    public void An_unusable_file_is_refused(string text)
    {
        DataFormatException e = Assert.Throws<DataFormatException>(() => OpenCsv(text));
        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_a_table_without_records()
    {
        Assert.Empty(Dump(OpenCsv("a;b")));
        Assert.Empty(Dump(OpenCsv("a;b\n")));
    }

    [Theory]
    [InlineData("664244,91", 664244.91)]
    [InlineData("664244.91", 664244.91)]
    [InlineData("-0,5", -0.5)]
    [InlineData("+7", 7.0)]
    [InlineData("1e-6", 1e-6)]
    [InlineData("7 163 456,25", 7163456.25)]
    [InlineData("7\u00A0163\u00A0456", 7163456.0)]
    [InlineData("7 1634", null)]
    [InlineData("71 63 456", null)]
    [InlineData("1.234,5", null)]
    [InlineData("1,234,5", null)]
    [InlineData("12 ", 12.0)]
    [InlineData("NaN", null)]
    [InlineData("inf", null)]
    [InlineData("1e999", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("12a", null)]
    public void Numbers_are_read_as_people_write_them(string text, double? expected)
    {
        using IFeatureCursor cursor = OpenCsv("a;b\n" + text + ";x\n");
        Assert.True(cursor.Read());
        Assert.Equal(expected, cursor.Number(0));
    }

    [Fact]
    public void A_column_that_is_not_there_is_missing()
    {
        using IFeatureCursor cursor = OpenCsv("a;b\n1;2\n");
        Assert.Null(cursor.Text(0)); // before the first record
        Assert.True(cursor.Read());
        Assert.Null(cursor.Text(-1));
        Assert.Null(cursor.Number(2));
    }

    [Fact]
    public void Reading_a_value_as_span_allocates_nothing()
    {
        StringBuilder text = new("a;b\n");
        for (int i = 0; i < 20_000; i++)
        {
            text.Append("Åkullsjön ").Append(i).Append(";2,5\n");
        }

        using IFeatureCursor cursor = OpenCsv(text.ToString());
        Assert.True(cursor.Read());
        long before = GC.GetAllocatedBytesForCurrentThread();
        long letters = 0;
        double sum = 0;
        while (cursor.Read())
        {
            letters += cursor.Span(0).Length;
            sum += cursor.Number(1)!.Value;
        }

        // Buffers may be rented once or twice; values must cost nothing: 20,000 strings would be over a megabyte.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000);
        Assert.Equal(19_999 * 2.5, sum);
        Assert.True(letters > 0);
    }

    private static byte[] Encode(string text, string name) => name switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16-no-bom" => Encoding.Unicode.GetBytes(text),
        "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        "utf-16BE-no-bom" => Encoding.BigEndianUnicode.GetBytes(text),
        "utf-32" => [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text),
    };
}
