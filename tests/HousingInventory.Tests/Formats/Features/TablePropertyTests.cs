using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public sealed partial class TablePropertyTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261110, 5);

    [Fact]
    public void Any_text_in_a_csv_file_reads_back() => Check.One(s_config, Prop.ForAll<string?, string?, double>((first, second, number) =>
    {
        foreach (CsvDialect dialect in new[] { CsvDialect.Swedish, CsvDialect.English, CsvDialect.Plain })
        {
            using MemoryStream stream = new();
            using (CsvTableWriter writer = new(stream, dialect, ["a", "b", "c", "d"]))
            {
                writer.Text(Printable(first));
                writer.Text("x");
                writer.Text(Printable(second));
                writer.Number(number, 3);
                writer.EndRow();
            }

            using IFeatureCursor cursor = Tables.OpenCsv(stream.ToArray());
            Assert.True(cursor.Read());
            Assert.Null(cursor.Fault);
            Assert.Equal(Expected(first), cursor.Text(0));
            Assert.Equal(Expected(second), cursor.Text(2));
            Assert.Equal(Rounded(number), cursor.Number(3));
            Assert.False(cursor.Read());
        }
    }));

    [Fact]
    public void Any_text_in_a_workbook_reads_back() => Check.One(s_config, Prop.ForAll<string?, double, long>((text, number, whole) =>
    {
        using MemoryStream stream = new();
        using (XlsxTableWriter writer = new(stream, text ?? "", new DateOnly(2026, 1, 1)))
        {
            writer.BeginSheet(text ?? "", [new("a"), new("b"), new("c"), new("d")]);
            writer.Text(text);
            writer.Text("x");
            writer.Number(number, 3);
            writer.Integer(whole % 1_000_000_000_000_000);
            writer.EndRow();
        }

        using IFeatureCursor cursor = Workbooks.Open(stream.ToArray());
        Assert.True(cursor.Read());
        string? expected = Whole(text ?? "").ReplaceLineEndings("\n").Trim();
        Assert.Equal(expected.Length == 0 ? null : expected, cursor.Text(0));
        Assert.Equal(Rounded(number), cursor.Number(2));
        Assert.Equal(whole % 1_000_000_000_000_000, cursor.Number(3));
    }));

    /// <summary>What half a character becomes in UTF-8.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>A zero character makes a text file binary.</summary>
    private static string? Printable(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);

    private static string? Expected(string? text)
    {
        string whole = Whole(Printable(text) ?? "");
        string escaped = whole.Length > 0 && ("=+-@\t\r\n".Contains(whole[0], StringComparison.Ordinal) || HiddenFormula().IsMatch(whole)) ? "'" + whole : whole;
        return escaped.Trim().Length == 0 ? null : escaped.Trim();
    }

    /// <summary>Behind blanks and signs that do not show, a plain or a wide sign that begins a formula.</summary>
    [GeneratedRegex(@"^[\s\p{Cf}\p{Cc}\p{Mn}\p{Cn}]*(?:[＝＋－＠﹦﹢﹣﹫−⁺⁻⁼]|(?<=.)[=+\-@\t\r\n])", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenFormula();

    private static double? Rounded(double number) => double.IsFinite(number) ? Math.Round(number, 3, MidpointRounding.AwayFromZero) : null;
}
