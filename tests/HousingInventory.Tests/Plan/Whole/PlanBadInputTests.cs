using HousingInventory.Diagnostics;
using HousingInventory.Plan;

namespace HousingInventory.Tests.Plan.Whole;

/// <summary>Every bad input of the specification, with its answer: what is refused, what is left out and why, what is told and used all the same.</summary>
public sealed class PlanBadInputTests
{
    private const string OneHousehold = "case;size;latest_on\n1;2;2026-05-01\n";

    private const string Agreement = """ "agreements": [ { "id": "avtal", "landlord": "bolag", "share": 0.5, "from": "2026-01-01", "until": "2026-02-28" } ] """;

    [Theory]
    [InlineData("", "vacancies", "home;free_from;Hyresgäst\nA;2026-01-01;Exempel\n", "Hyresgäst", "Exempel")]
    [InlineData("", "households", "case;size;latest_on\n19640823-3234;2;2026-05-01\n", "row 2 has a person's number", "3234")]
    [InlineData(""" "agreements": [ { "id": "a", "landlord": "a", "share": 9, "from": "2026-01-01" } ] """, "households", OneHousehold, "share must be between 0 and 1", "exempel")]
    [InlineData("", "decisions", "decision;case;home\nlock;1;H\nlock;2;H\n", "rows 2 and 3", "exempel")]
    public void It_is_refused_in_a_line_without_values(string plan, string type, string text, string line, string never)
    {
        using PlanTown town = new PlanTown { Plan = plan }.With(type, text);
        if (type != "households")
        {
            town.Households("1;2;2026-05-01", "2;2;2026-05-01").Homes("H;Exempelgatan 1;2;;2026-03-01", "I;Exempelgatan 2;2;;2026-03-01");
        }

        string told = town.Refused();
        Assert.Contains(line, told, StringComparison.Ordinal);
        Assert.DoesNotContain(never, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("households", "case;size;latest_on\n1;0;2026-05-01\n", "1 0 bad-value=1", "value_unreadable", 2L)]
    [InlineData("households", "case;size;latest_on\n1;2;2026-05-01\n2;25;2026-05-01\n", "2 1 bad-value=1", "value_unreadable", 3L)]
    [InlineData("households", "case;size;latest_on\n1;fyra;2026-05-01\n", "1 0 bad-value=1", "value_unreadable", 2L)]
    [InlineData("households", "case;size;latest_on;decided_on\n1;2;2026-05-01;2026-05-02\n", "1 1", "latest_before_decided", 2L)]
    [InlineData("homes", "home;free_from\nA;31.2.2026\n", "1 0 bad-value=1", "value_unreadable", 2L)]
    [InlineData("homes", "home;free_from;rent\nA;2026-03-01;65000\n", "1 1", "rent_looks_yearly", 2L)]
    [InlineData("homes", "home;free_from\nA;2026-03-01\nA;2026-04-01\n", "2 1 duplicate=1", "key_twice", 3L)]
    [InlineData("vacancies", "home;free_from;kind\nA;2026-01-05;bytt\n", "1 1", "word_unknown", 2L)]
    [InlineData("homes", "home;free_from;status\nA;2026-03-01;klart\n", "1 0 bad-value=1", "word_unknown", 2L)]
    [InlineData("households", "case;size;latest_on;status\n1;2;2026-05-01;annvisad\n", "1 0 bad-value=1", "word_unknown", 2L)]
    [InlineData("households", "case;size;latest_on;basis\n1;2;2026-05-01;kvoot\n", "1 1", "word_unknown", 2L)]
    [InlineData("vacancies", "home;free_from;used_for;delivered_on\nA;2026-01-05;avtalet;2026-02-01\n", "1 1", "agreement_unknown", 2L)]
    [InlineData("vacancies", "home;free_from;used_for;delivered_on\nA;2026-01-05;avtal;2025-12-31\n", "1 1", "delivery_outside_agreement", 2L)]
    [InlineData("vacancies", "home;free_from;used_for;delivered_on\nA;2026-01-05;avtal;2026-03-01\n", "1 1", "delivery_outside_agreement", 2L)]
    [InlineData("households", "case;size;latest_on;current_home\n1;2;2026-05-01;Q\n", "1 1", "current_home_unknown", 2L)]
    public void The_row_is_told_and_left_out_or_used(string type, string text, string books, string code, long row)
    {
        Run run = new();
        using PlanTown town = new PlanTown { Plan = Agreement }.With(type, text);
        if (type != "households")
        {
            town.Households("9;2;2026-05-01");
        }

        Assert.Equal(books, town.Books(type, run));
        Notice told = Assert.Single(run.Notices.Samples, n => n.Code == code && n.Source is not null);
        Assert.Equal(row, told.Row);
    }

    [Theory]
    [InlineData("vacancies", "home;free_from;kind\nA;2026-01-05;bytt\n", "byte")]
    [InlineData("households", "case;size;latest_on;status\n1;2;2026-05-01;annvisad\n", "anvisad")]
    [InlineData("households", "case;size;latest_on;basis\n1;2;2026-05-01;kvoot\n", "kvot")]
    public void A_word_that_is_not_known_is_told_with_the_nearest_and_without_itself(string type, string text, string nearest)
    {
        Run run = new();
        using PlanTown town = new PlanTown().With(type, text);
        if (type != "households")
        {
            town.Households("9;2;2026-05-01");
        }

        town.Analyse(run);
        string told = string.Join(' ', run.Notices.Samples.Where(n => n.Code == "word_unknown").Select(n => n.Text(Language.Sv)));
        Assert.Contains(nearest, told, StringComparison.Ordinal);
        Assert.DoesNotContain(text.TrimEnd().Split(';')[^1], told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_is_not_known_does_not_count_nor_does_a_delivery_outside_the_time()
    {
        using PlanTown town = new PlanTown { Plan = Agreement }.Households("9;2;2026-05-01").With(
            "vacancies", "home;free_from;landlord;kind;used_for;delivered_on\nA;2026-01-05;bolag;bytt;;\nB;2026-01-06;bolag;;avtal;2025-12-31\nC;2026-01-07;bolag;;avtal;2026-02-01\nD;2026-01-08;bolag;;avtalet;2026-02-01\n");
        HousingInventory.Plan.Agreements.AccountState account = town.Analyse().Agreements.Single().Account;

        // B, C and D count; half of three is one; C alone is delivered in time.
        Assert.Equal((3, 1, 1), ((int)account.Vacancies, (int)account.Due, (int)account.Delivered));
    }

    [Fact]
    public void A_home_that_a_household_says_it_has_and_that_is_not_there_is_no_home()
    {
        using PlanTown town = new PlanTown().Households("1;2;2026-05-01;;;;;Q;nej").Homes("H;Exempelgatan 1;2;;2026-03-01");
        Assert.Equal("1:H", town.Told());
    }

    [Fact]
    public void A_cap_on_a_village_without_homes_is_told()
    {
        Run run = new();
        using PlanTown town = new PlanTown { Plan = """ "caps": { "default": null, "Ingenstans": 2 } """ }.Households("1;2;2026-05-01").Homes("H;Exempelgatan 1;2;;2026-03-01");
        Assert.Equal("1:H", town.Told(run));
        Assert.Equal("Ingenstans", Assert.Single(run.Notices.Samples.OfType<CapWithoutHomes>()).Village);
    }

    [Fact]
    public void Without_homes_there_is_a_plan_of_need_and_with_too_many_households_none()
    {
        Run run = new();
        using PlanTown need = new PlanTown().Households("1;2;2026-05-01");
        need.Run(run: run);
        Assert.Equal(1, run.Notices.Counts["no_homes_at_all"]);
        Assert.Contains("need-known", need.Result("balance.csv"), StringComparison.Ordinal);
        using PlanTown many = new PlanTown().With("households", "case;size;latest_on\n" + string.Concat(Enumerable.Range(1, 12_000).Select(i => $"{i};1;2026-05-01\n")));
        Assert.Contains("12000 households", many.Refused(), StringComparison.Ordinal);
    }
}
