using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Verbs;

/// <summary><c>check --reviewed</c>: how right the answers are on homes that somebody looked at.</summary>
public sealed class ReviewTests
{
    private const string English = """ "language": "en", "asOf": "2026-11-10", "purpose": "Prov", "responsible": "Ingen", "deleteAfter": "2027-05-31", "candidates": { "settlements": null }, "criteria": null, """;

    // Houses 100 m apart on Exempelgatan, each on a property of its own; somebody registered in the first so many.
    private static Workshop Street(int registered, int empty) => new Workshop { Members = English }
        .With("buildings", "houses.geojson", Workshop.Collection([.. Enumerable.Range(1, registered + empty).Select(i => Workshop.House($"h{i}", i * 100))]))
        .With("properties", "properties.geojson", Workshop.Collection([.. Enumerable.Range(1, registered + empty).Select(i => Workshop.Plot($"p{i}", "EXEMPELBY", $"1:{i}", i * 100))]))
        .With(
            "addresses", "addresses.csv",
            "address_id;adress;e;n\n" + string.Concat(Enumerable.Range(1, registered + empty).Select(i => $"a{i};Exempelgatan {i};{700_006 + (i * 100)};7200005\n")),
            """, "crs": "EPSG:3006" """)
        .With("residents", "residents.csv", Workshop.ResidentHeader + "\n" + string.Concat(Enumerable.Range(1, registered).Select(i => $"Exempelgatan {i};93100;EXEMPELBY;2\n")));

    private static string Report(Workshop workshop, params string[] rows)
    {
        File.WriteAllText(workshop.File("reviewed.csv"), string.Join('\n', rows));
        return Reviewing.Report(workshop.Load(), workshop.File("reviewed.csv"), new Run());
    }

    private static string[] Rows(int from, int to, string verdict) => [.. Enumerable.Range(from, to - from + 1).Select(i => $"h{i};{verdict}")];

    [Fact]
    public void A_review_gives_precision_recall_and_a_reliability_curve()
    {
        // 10 registered, 20 said empty; of those 18 are empty and 2 are not. Of the registered all ten are.
        using Workshop workshop = Street(10, 20);
        string report = Report(workshop, ["building;verdict", .. Rows(1, 10, "registered"), .. Rows(11, 12, "registered"), .. Rows(13, 30, "empty")]);
        Assert.Contains("  30 rows, 30 used\n", report, StringComparison.Ordinal);
        Assert.Contains("  Nobody registered: 2, 18, 0\n  Somebody registered: 10, 0, 0\n", report, StringComparison.Ordinal);

        // Wilson for 18 of 20: (0.9 + 3.8415/40) / (1 + 3.8415/20) = 0.8355; half 1.96·√(0.0045 + 0.002401)/1.19207 = 0.1366.
        Assert.Contains("precision (of those said to have nobody registered): 0.900 [0.699–0.972] (18 of 20)\n", report, StringComparison.Ordinal);
        Assert.Contains("recall (of those that have nobody registered): 1.000 [0.824–1.000] (18 of 18)\n", report, StringComparison.Ordinal);
        Assert.Contains("  Strong: 0.900 [0.699–0.972] (18 of 20)\n  Medium: –\n  Weak: –\n", report, StringComparison.Ordinal);
        Assert.Contains("  No registration found: 2, 18, 0\n", report, StringComparison.Ordinal);
        Assert.Contains("  address-text: 20\n", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("byggnad;utfall", "h1;Någon folkbokförd", "h12;ingen folkbokförd")]
    [InlineData("Byggnads-id,Verdict", "{H1},REGISTERED", "h12,nobody-registered")]
    [InlineData("ref;omdöme", "@1;folkbokförd", "@12;tom")]
    public void Words_and_headings_of_both_languages_are_understood(string header, string one, string two)
    {
        using Workshop workshop = Street(10, 10);
        string At(string row) => row.Replace("@12", Ref.Of("h12"), StringComparison.Ordinal).Replace("@1", Ref.Of("h1"), StringComparison.Ordinal);
        Assert.Contains("  2 rows, 2 used\n", Report(workshop, header, At(one), At(two)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_used_is_counted_by_reason()
    {
        using Workshop workshop = Street(10, 10);
        string report = Report(workshop, "building;verdict", "h1;registered", "h1;registered", "h2;registered", "h2;empty", "h99;empty", "h3;?", "h4;purple", "h11;empty");
        Assert.Contains("  8 rows, 2 used; left out: contradictory 1, no-verdict 1, not-found 1, repeated 2, unknown-verdict 1\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withheld_home_counts_as_a_registered_one_in_every_line()
    {
        // h11 has nobody in the extract and is withheld; h1 has somebody. The same verdicts give the same report whichever is reviewed.
        using Workshop workshop = Street(10, 20).With("withheld", "w.csv", "key\nh11\n");
        string[] rest = [.. Rows(2, 9, "registered"), .. Rows(13, 30, "empty")];
        Assert.Equal(Report(workshop, ["building;verdict", "h1;empty", .. rest]), Report(workshop, ["building;verdict", "h11;empty", .. rest]));
        Assert.Equal(Report(workshop, ["building;verdict", "h1;registered", .. rest]), Report(workshop, ["building;verdict", "h11;registered", .. rest]));
    }

    [Fact]
    public void Few_registered_homes_are_told_only_together_with_others()
    {
        using Workshop workshop = Street(10, 20).With("withheld", "w.csv", "key\nh11\n");
        string report = Report(workshop, ["building;verdict", "h1;registered", "h11;empty", .. Rows(13, 30, "empty")]);
        Assert.DoesNotContain("Somebody registered:", report, StringComparison.Ordinal);
        Assert.Contains("  All other answers, together: 2\n", report, StringComparison.Ordinal);
        Assert.Contains("recall (of those that have nobody registered): about 0.95\n", report, StringComparison.Ordinal);
        Assert.Contains("  undetermined: about 0.00\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("h11", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_its_columns_is_refused_with_the_header_to_give()
    {
        using Workshop workshop = Street(10, 10);
        string message = Assert.Throws<InputException>(() => Report(workshop, "a;b", "h1;empty")).Message;
        Assert.Contains("needs the columns 'building' (id or ref) and 'verdict'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, 0.0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1.0)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    public void The_interval_is_Wilsons(int right, int of, double low, double high)
    {
        // For 0 of 10: the upper end is z²/(n + z²) = 3.8415/13.8415 = 0.2775, and 10 of 10 is its mirror. 5 of 10: 0.5 ± 1.96·√(0.025 + 0.0096)/1.38415.
        Wilson share = new(right, of);
        Assert.Equal(low, share.Low, 4);
        Assert.Equal(high, share.High, 4);
    }
}
