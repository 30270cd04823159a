using System.Globalization;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

/// <summary>Rows whose keys lead to different homes: a column that was sorted or pasted by itself. Every home looks lived in by the wrong people, or by nobody.</summary>
public sealed class DisagreeingKeysTests
{
    private const int Homes = 60;

    // Homes 0 to 39 are lived in. The column of ids, texts or properties is moved down by so many rows, over all 60 homes' values.
    [Theory]
    [InlineData("address", 1)]
    [InlineData("address", 15)]
    [InlineData("dwelling", 20)]
    [InlineData("text", 7)]
    public void No_home_that_a_moved_column_took_the_people_from_is_listed_unsaid(string column, int by)
    {
        Answer answer = Street(column, i => (i + by) % Homes).Ask();
        Assert.All(Enumerable.Range(0, 40), i => Assert.NotEqual("nobody-registered", answer.Status($"h{i}")));
        Assert.Contains("resident_keys_disagree", answer.Run.Notices.Counts.Keys);
        Assert.Contains("undetermined", Enumerable.Range(0, Homes).Select(i => answer.Status($"h{i}")));
    }

    // A text and a property that contradict each other link nobody: both homes stay doubtful, and the rows are told as tied.
    [Theory]
    [InlineData("property", 20)]
    [InlineData("text-property", 20)]
    public void Where_text_and_property_lead_to_different_homes_neither_is_listed(string column, int by)
    {
        Answer answer = Street(column, i => (i + by) % Homes).WithManyOthers().Ask();
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal("undetermined", answer.Status($"h{i}")));
        Assert.Contains("registrations_tied", answer.Run.Notices.Counts.Keys);
    }

    [Theory]
    [InlineData("address")]
    [InlineData("dwelling")]
    [InlineData("text")]
    [InlineData("text-property")]
    public void Where_all_keys_agree_nothing_is_doubted(string column)
    {
        Answer answer = Street(column, static i => i).Ask();
        Assert.All(Enumerable.Range(0, Homes), i => Assert.Equal(i < 40 ? "registered" : "nobody-registered", answer.Status($"h{i}")));
        Assert.DoesNotContain("resident_keys_disagree", answer.Run.Notices.Counts.Keys);
    }

    [Fact]
    public void One_row_that_disagrees_makes_one_home_undetermined_and_no_notice()
    {
        Answer answer = Street("address", static i => i == 0 ? 50 : i).Ask();
        Assert.Equal(("undetermined", "uncertain-address"), (answer.Status("h0"), answer.Reason("h0")));
        Assert.Equal("registered", answer.Status("h50"));
        Assert.DoesNotContain("resident_keys_disagree", answer.Run.Notices.Counts.Keys);
    }

    [Fact]
    public void A_text_of_an_older_form_or_of_no_address_disagrees_with_nothing()
    {
        Answer answer = Street("address", static i => i, static i => (i % 3) switch { 0 => $"EXEMPELG. {i + 1} LGH 1101", 1 => "", _ => $"Gammalby {i + 1}" }).Ask();
        Assert.DoesNotContain("resident_keys_disagree", answer.Run.Notices.Counts.Keys);
        Assert.Equal(40, Enumerable.Range(0, Homes).Count(i => answer.Status($"h{i}") == "registered"));
    }

    private static Town Street(string column, Func<int, int> moved, Func<int, string>? text = null)
    {
        Town town = new();
        for (int i = 0; i < Homes; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            town.Property($"EXEMPEL {number}", (i * 300, 0, 60, 60)).House($"h{i}", (i * 300) + 10, 10).Address($"a{i}", "Exempelgatan", number, (i * 300) + 15, 15).Dwelling($"d{i}", "1001", $"a{i}", $"h{i}");
        }

        for (int i = 0; i < 40; i++)
        {
            int to = moved(i);
            town.Lives(
                1 + (i % 2),
                text: text?.Invoke(i) ?? $"EXEMPELGATAN {(column.StartsWith("text", StringComparison.Ordinal) ? to : i) + 1}",
                address: column is "address" ? $"a{to}" : column is "text" ? $"a{i}" : null,
                dwelling: column is "dwelling" ? $"d{to}" : null,
                property: column is "property" ? $"EXEMPEL {to + 1}" : column is "text-property" ? $"EXEMPEL {i + 1}" : null);
        }

        return town;
    }
}
