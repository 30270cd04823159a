using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;

namespace HousingInventory.Tests.Export;

public sealed class HtmlWriterTests
{
    [Fact]
    public void A_hostile_name_stays_text()
    {
        HtmlWriter html = new();
        html.Element("td", "</td><script>alert('1')</script>\u0000&", ("title", "\" onload=\"x"));
        Assert.Equal(
            "<td title=\"&quot; onload=&quot;x\">&lt;/td&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp;</td>", html.ToString());
    }

    [Fact]
    public void An_element_ends_after_what_was_written_in_it()
    {
        HtmlWriter html = new();
        html.Element("ul", [("class", "x")], () => html.Element("li", () => html.Text("a").Element("b", "c"))).Text("d");
        Assert.Equal("<ul class=\"x\"><li>a<b>c</b></li>\n</ul>d", html.ToString());
    }

    [Fact]
    public void A_heading_that_begins_with_a_hash_is_over_numbers_and_a_table_without_headings_has_no_heading_row()
    {
        HtmlWriter html = new();
        html.Table(["Ort", "#Hus"], () => html.Row("Byske", "7"));
        Assert.Equal(
            "<table><thead><tr><th scope=\"col\">Ort</th><th scope=\"col\" class=\"n\">Hus</th></tr>\n</thead>"
            + "<tbody><tr><th scope=\"row\">Byske</th><td class=\"n\">7</td></tr>\n</tbody></table>\n", html.ToString());
        Assert.DoesNotContain("thead", new HtmlWriter().Table([], () => { }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_without_value_is_left_out_and_an_empty_one_stands_alone()
    {
        HtmlWriter html = new();
        html.Void("input", ("value", null), ("hidden", ""));
        Assert.Equal("<input hidden>", html.ToString());
    }

    [Theory]
    [InlineData("1234567.85", 1, "1\u00a0234\u00a0567,9", "1,234,567.9")]
    [InlineData("-0.26", 1, "−0,3", "−0.3")]
    [InlineData("999.96", 1, "1\u00a0000,0", "1,000.0")]
    [InlineData("-12", 0, "−12", "−12")]
    public void Numbers_are_written_as_the_language_has_it(string number, int decimals, string swedish, string english)
    {
        decimal value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(swedish, new HtmlWords(Language.Sv).Number(value, decimals));
        Assert.Equal(english, new HtmlWords(Language.En).Number(value, decimals));
    }
}
