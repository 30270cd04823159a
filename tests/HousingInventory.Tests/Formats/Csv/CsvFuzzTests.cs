using System.Text;
using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.Tables;

namespace HousingInventory.Tests.Formats;

public sealed class CsvFuzzTests
{
    [Fact]
    public void Any_table_that_is_written_by_the_book_reads_back_value_by_value()
    {
        Random random = new(20260401);
        string[] pieces = ["a", "Å", "\"", ";", "\n", "\r\n", " b", ",", "😀", "12,5", "'", "\t|"];
        for (int round = 0; round < 400; round++)
        {
            int columns = random.Next(2, 5);
            List<string[]> rows = [.. Enumerable.Range(0, random.Next(0, 30)).Select(_ =>
                Enumerable.Range(0, columns).Select(_ => string.Concat(Enumerable.Range(0, random.Next(0, 5)).Select(_ => pieces[random.Next(pieces.Length)]))).ToArray())];
            StringBuilder text = new(string.Join(';', Enumerable.Range(0, columns).Select(c => "c" + c)) + "\r\n");
            foreach (string[] row in rows)
            {
                text.AppendJoin(';', row.Select(v => '"' + v.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')).Append("\r\n");
            }

            // What is expected by the rules of the cursor: trimmed, blank is null, rows without a value are passed over.
            List<string> expected = [.. rows.Select((row, i) => (Row: i + 1, Values: row.Select(v => v.Trim()).ToArray()))
                .Where(r => r.Values.Any(v => v.Length > 0))
                .Select(r => r.Row + ": " + string.Join('|', r.Values.Select(v => v.Length == 0 ? "-" : v)))];
            Assert.Equal(expected, Dump(OpenCsv(text.ToString())));
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        byte[][] seeds =
        [
            Encoding.UTF8.GetBytes("id;name;note\n1;Åsele;\"two\nlines\"\n2;\"Ö;d\";x\n3;y;\"\"\"z\"\"\"\n"),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id\tname\r\n1\tÅsele\r\n2\t\"😀\"\r\n")],
            Encoding.Latin1.GetBytes("sep=,\rid,name\r1,Åsele\r2,\"\r3,\"a\"b\r"),
        ];
        Random random = new(7);
        int readThrough = 0;
        for (int round = 0; round < 6000; round++)
        {
            byte[] bytes = Mutate.Bytes(seeds[round % seeds.Length], random);
            try
            {
                readThrough += Dump(OpenCsv(bytes)).Count >= 0 ? 1 : 0;
            }
            catch (DataFormatException)
            {
                // Refused with a sentence: as good as read.
            }
        }

        Assert.True(readThrough > 1000);
    }

    [Fact]
    public void Random_quotes_never_lose_a_clean_line()
    {
        // Lines without any quotation mark must all be found, as long as no well-formed quoted field can span them: here every quote is damage.
        Random random = new(99);
        for (int round = 0; round < 300; round++)
        {
            StringBuilder text = new("id;b;c\n");
            int clean = 0;
            int lines = random.Next(1, 60);
            for (int i = 0; i < lines; i++)
            {
                bool damaged = random.Next(5) == 0;
                clean += damaged ? 0 : 1;
                text.Append(damaged ? "x;\"y;z\n" : "1;2;3\n");
            }

            Assert.Equal(clean, Dump(OpenCsv(text.ToString())).Count(l => l.EndsWith("1|2|3", StringComparison.Ordinal)));
        }
    }
}
