using System.Globalization;
using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Score;

namespace HousingInventory.Tests.Diagnostics;

public sealed partial class NoticeTests
{
    [Fact]
    public void Notices_are_counted_exactly_and_kept_up_to_a_hundred_of_a_code()
    {
        NoticeLog log = new();
        for (int i = 1; i <= 250; i++)
        {
            log.Add(new NoPlace { Row = i });
        }

        log.Add(new PurposeMissing(), 7);
        Assert.Equal((250, 7), (log.Counts["no_place"], log.Counts["purpose_missing"]));
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long?)i), log.Samples.Where(n => n.Code == "no_place").Select(n => n.Row));
    }

    [Fact]
    public void Logs_merge_in_order_and_the_number_of_parts_does_not_show()
    {
        NoticeLog whole = new();
        NoticeLog merged = new();
        for (int part = 0; part < 7; part++)
        {
            NoticeLog one = new();
            for (int i = 0; i < 30; i++)
            {
                Notice notice = new NoPlace { Row = (part * 30) + i };
                one.Add(notice);
                whole.Add(notice);
            }

            merged.AddAll(one);
        }

        Assert.Equal(whole.Samples, merged.Samples);
        Assert.Equal(whole.Counts, merged.Counts);
    }

    [Fact]
    public void The_worst_stands_first()
    {
        NoticeLog log = new();
        Assert.Null(log.Worst);
        log.Add(new CriterionWithoutEffect("x"));
        log.Add(new PurposeMissing());
        Severity[] order = [.. log.Samples.Select(n => n.Severity)];
        Assert.Equal(order.OrderDescending(), order);
        Assert.Equal(order[0], log.Worst);
    }

    [Fact]
    public void Every_notice_fills_each_brace_of_its_texts()
    {
        foreach (Type type in Notice.Catalogue())
        {
            NoticeAttribute texts = Notice.TextsOf(type);
            foreach (string text in (string[])[texts.Sv, texts.En, texts.FixSv, texts.Fix])
            {
                Assert.False(string.IsNullOrWhiteSpace(text), type.Name);
                Assert.All(Braces().Matches(text), m => Assert.True(type.GetProperty(m.Groups[1].Value) is not null, $"{type.Name}: {m.Value} is no parameter of it"));
            }
        }
    }

    [Fact]
    public void Numbers_in_a_notice_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            Notice notice = new CriteriaOverlap("a", "b", 0.95m);
            string first = notice.Text(Language.En);
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(first, notice.Text(Language.En));
            Assert.Contains("(rank correlation 0.95)", first, StringComparison.Ordinal);
            Assert.Contains("(rangkorrelation 0,95)", notice.Text(Language.Sv), StringComparison.Ordinal);
            Assert.Equal("criteria_overlap", notice.Code);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_line_for_people_is_one_line_whatever_the_user_wrote() =>
        Assert.Equal("a b  c", new InputException("a\nb\r\nc").Message);

    [GeneratedRegex(@"\{(\w*)\}")]
    private static partial Regex Braces();
}
