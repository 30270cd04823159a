using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public sealed class PgNameTests
{
    [Fact]
    public void Names_are_quoted_letter_for_letter()
    {
        Assert.Equal("\"a\"", PgName.Quote("a"));
        Assert.Equal("\"Min \"\"hus\"\"\".\"select\"", PgName.Quote("Min \"hus\"", "select"));
        Assert.Equal(65, PgName.Quote(new string('x', 63)).Length);
    }

    [Fact]
    public void A_name_that_the_server_would_cut_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PgName.Quote(new string('x', 64)));
        Assert.Throws<ArgumentException>(() => PgName.Quote(new string('å', 32))); // 64 bytes in UTF-8
        Assert.Throws<ArgumentException>(() => PgName.Quote(""));
        Assert.Throws<ArgumentException>(() => PgName.Quote("a\0b"));
    }

    [Fact]
    public void Literals_cannot_end_early()
    {
        Assert.Equal("'it''s'", PgName.Literal("it's"));
        Assert.Equal(" E'a\\\\''b'", PgName.Literal("a\\'b\0"));
    }

    [Theory]
    [InlineData("t", null, "t")]
    [InlineData("s.t", "s", "t")]
    [InlineData(" s.t ", "s", "t")]
    [InlineData("s.t.u", "s", "t.u")]
    [InlineData("\"a.b\".\"c\"\"d\"", "a.b", "c\"d")]
    [InlineData("\"a.b\".c", "a.b", "c")]
    [InlineData("s.\"T\"", "s", "T")]
    public void A_table_is_named_with_or_without_schema(string text, string? schema, string name) => Assert.Equal((schema, name), PgName.Split(text));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("s.")]
    [InlineData(".t")]
    [InlineData("\"a")]
    [InlineData("\"\"")]
    [InlineData("\"a\"b")]
    [InlineData("s.\"a\"b")]
    public void What_is_no_name_is_none(string text) => Assert.Null(PgName.Split(text));
}
