using HousingInventory.Diagnostics;
using HousingInventory.Plan;

namespace HousingInventory.Tests.Plan.Whole;

/// <summary>Criteria 25, 27 and 29: what is read, what is left out and why, and what is refused.</summary>
public sealed class PlanSourcesTests
{
    [Theory]
    [InlineData("2026-12-31", "2027-02-28")]
    [InlineData("2027-12-31", "2028-02-29")]
    [InlineData("2026-07-15", "2026-09-15")]
    public void Criterion_25_Without_a_latest_day_it_is_two_months_after_the_decision(string decided, string latest)
    {
        using PlanTown town = new PlanTown().With("households", $"löpnr;antal;anvisningsdatum\n12;4;{decided}\n").Homes();
        Assert.Equal(DateOnly.Parse(latest, System.Globalization.CultureInfo.InvariantCulture), town.Analyse().Placement.Proposals[0].Household.LatestOn);
    }

    [Fact]
    public void Criterion_25_A_home_that_is_free_on_the_latest_day_is_in_time()
    {
        using PlanTown town = new PlanTown().Households("1;2;2026-06-01", "2;2;2026-05-31").Homes("H;Exempelgatan 1;2;;2026-06-01");
        Assert.Equal("2:- 1:H", town.Told());
    }

    [Theory]
    [InlineData("households", "case;size;latest_on;decided_on;basis;status\n1;2;2026-05-01;;;\n1;3;2026-05-01;;;\n2;;2026-05-01;;;\n3;2;;;;\n4;25;2026-05-01;;;\n5;fyra;2026-05-01;;;\n6;0;2026-05-01;;;\n7;1;;2026-03-01;kvot;\n8;1;2026-05-01;;;återtagen\n9;1;2026-05-01;;;avslutad\n10;1;2026-05-01;;;borta\n11;1;2023-05-01;;;\n;1;2026-05-01;;;\nx;1;2;3;4;5;6\n", "14 1 bad-value=4 broken=1 duplicate=1 ended=2 no-case=1 no-date=2 no-size=1 past-deletion=1")]
    [InlineData("homes", "objektsnummer;rum;ledig från;status\nA;2;2026-03-01;\nA;3;2026-03-01;\nB;2;31.2.2026;\nC;2;;\nD;2;;upplåten\n;2;2026-03-01;\nE;fyra;2026-03-01;\nF;2;20260314;konstig\nG;2;1.4.2026;\n", "9 3 bad-value=3 duplicate=1 no-date=1 no-home=1")]
    [InlineData("vacancies", "home;free_from;kind\nA;2026-01-01;\nA;2026-01-01;\nA;2026-02-01;byte\nB;;\nC;2026-01-01;rymd\n;2026-01-01;\n", "6 3 duplicate=1 no-date=1 no-home=1")]
    [InlineData("premises", "lokal;yta\nL1;100\nL1;90\nL2;\n;80\nL3;stor\n", "5 1 bad-value=1 duplicate=1 no-area=1 no-premises=1")]
    [InlineData("owners", "fastighet;hyresvärd\nEXEMPELBY 1:1;p-1\nExempelby 1:1;p-2\n;p-3\nEXEMPELBY 1:2;\n", "4 1 duplicate=1 no-landlord=1 no-property=1")]
    [InlineData("landlords", "landlord;kind;next_step\np-1;privatperson;ring\np-1;;\n;bolag;\np-2;okänd sort;\n", "4 2 duplicate=1 no-landlord=1")]
    [InlineData("decisions", "beslut;hushåll;bostad\nlås;1;A\nhej;1;A\n;1;A\n", "3 1 no-decision=2")]
    [InlineData("support", "case;step;done_on\n1;keys;2026-03-01\n1;keys;2026-03-01\n;keys;\n1;;\n1;area;igår\n", "5 1 bad-value=1 duplicate=1 no-case=1 no-step=1")]
    [InlineData("candidates", "ref;locality;score\nABCDEF;Byn;50\n;Byn;40\n", "2 1 no-ref=1")]
    public void Criterion_27_Rows_read_are_rows_used_and_rows_left_out(string type, string text, string books)
    {
        using PlanTown town = new PlanTown().With(type, text);
        if (type != "households")
        {
            town.Households("1;2;2026-05-01");
        }

        Assert.Equal(books, town.Books(type));
    }

    [Fact]
    [Trait("Takes", "long")]
    public void Criterion_27_Rows_read_are_rows_used_and_left_out_whatever_stands_in_them()
    {
        string[] cells =
        [
            "", "", "1", "2", "3", "0", "25", "-3", "1,5", "2026-03-01", "2026-12-31", "31.2.2026", "20260314", "ja", "nej", "lås", "uteslut",
            "anvisad", "avslutad", "kvot", "x", "H1", "Exempelgatan 1", "EXEMPELBY 1:1", "99999999999999999999", "\"a;b\"", "bolag", "klar", "keys", "ok", "avtal",
        ];
        (string Type, string[] Headings)[] tables =
        [
            ("households", ["case", "size", "latest_on", "decided_on", "basis", "status", "needs", "current_home", "home", "moved_in_on", "closed_on"]),
            ("homes", ["home", "free_from", "rooms", "beds", "address", "status", "rent", "channel", "free_until", "step_free"]),
            ("vacancies", ["home", "free_from", "kind", "landlord", "used_for", "delivered_on"]),
            ("premises", ["premises", "area_m2", "address", "plan", "vacant_from"]),
            ("owners", ["property", "landlord", "kind"]), ("landlords", ["landlord", "kind", "state", "next_step", "next_on"]),
            ("decisions", ["decision", "case", "home", "village", "until"]), ("support", ["case", "step", "done_on", "outcome", "items"]),
            ("candidates", ["ref", "locality", "score", "property"]),
        ];
        int planned = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            using PlanTown town = new();
            foreach ((string type, string[] headings) in tables)
            {
                string text = string.Join(';', headings) + "\n";
                for (int row = random.Next(0, 9); row > 0; row--)
                {
                    // Some rows have a cell too many or too few.
                    int columns = headings.Length + (random.Next(8) == 0 ? random.Next(-1, 2) : 0);
                    text += string.Join(';', Enumerable.Range(0, columns).Select(_ => cells[random.Next(cells.Length)])) + "\n";
                }

                town.With(type, text);
            }

            try
            {
                town.Analyse();
                planned++;
            }
            catch (HousingInventory.Diagnostics.InputException)
            {
                // Two locks for one home, as it may be: refused in a line.
            }
        }

        Assert.True(planned > 30, $"{planned} of 60");
    }

    [Theory]
    [InlineData("vacancies", "home;free_from;Hyresgästens namn\nA;2026-01-01;X\n", "Hyresgästens namn")]
    [InlineData("vacancies", "home;free_from;Telefon\nA;2026-01-01;X\n", "Telefon")]
    [InlineData("households", "case;size;latest_on;Förnamn\n1;2;2026-05-01;X\n", "Förnamn")]
    [InlineData("households", "case;size;latest_on;Namn\n1;2;2026-05-01;X\n", "Namn")]
    [InlineData("households", "case;size;latest_on;medborgarskap\n1;2;2026-05-01;X\n", "medborgarskap")]
    [InlineData("households", "case;size;latest_on;LMA-nummer\n1;2;2026-05-01;X\n", "LMA-nummer")]
    [InlineData("households", "case;size;latest_on;Kön\n1;2;2026-05-01;X\n", "Kön")]
    [InlineData("support", "case;step;E-post\n1;keys;X\n", "E-post")]
    [InlineData("decisions", "decision;case;home;handläggare\nlock;1;A;X\n", "handläggare")]
    [InlineData("homes", "home;free_from;personnummer\nA;2026-01-01;X\n", "personnummer")]
    public void Criterion_29_A_column_about_persons_is_refused_by_its_name(string type, string text, string column)
    {
        using PlanTown town = new PlanTown().With(type, text);
        Assert.Contains($"has a column '{column}', which is about persons", town.Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("196408233234")]
    [InlineData("6408233234")]
    [InlineData("640823-3234")]
    [InlineData("19640823-3234")]
    [InlineData("640823+3234")]
    public void Criterion_29_A_number_of_a_person_is_refused_without_being_told(string number)
    {
        using PlanTown town = new PlanTown().With("households", $"case;size;latest_on\n{number};2;2026-05-01\n");
        string line = town.Refused();
        Assert.Contains("row 2 has a person's number", line, StringComparison.Ordinal);
        Assert.DoesNotContain("3234", line, StringComparison.Ordinal);
        using PlanTown owners = new PlanTown().With("owners", $"fastighet;hyresvärd\nEXEMPELBY 1:1;{number.Replace('+', '-')}\n");
        Assert.DoesNotContain("3234", owners.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Criterion_29_The_number_of_a_company_is_a_code_and_a_private_person_has_no_name()
    {
        using PlanTown company = new PlanTown().With("owners", "fastighet;hyresvärd;slag\nEXEMPELBY 1:1;556012-5790;bolag\n");
        Assert.Equal("1 1", company.Books("owners"));
        using PlanTown named = new PlanTown().With("landlords", "landlord;kind;name\np-1;privatperson;Exempel\n");
        Assert.Contains("row 2 names a private person", named.Refused(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exempel", named.Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("households", "case;size;latest_on;decided_on\n1;2;2026-05-01;2026-06-01\n", "latest_before_decided", "1 1")]
    [InlineData("households", "case;size;latest_on;adults;children_0_5\n1;4;2026-05-01;2;1\n", "composition_differs", "1 1")]
    [InlineData("households", "case;size;latest_on;current_home\n1;4;2026-05-01;Q\n", "current_home_unknown", "1 1")]
    [InlineData("households", "case;size;latest_on;basis\n1;4;2026-05-01;kvota\n", "word_unknown", "1 1")]
    [InlineData("households", "case;size;latest_on;needs\n1;4;2026-05-01;near-moon\n", "need_unknown", "1 1")]
    [InlineData("homes", "home;free_from;rent;address\nA;2026-03-01;65000;Exempelgatan 1\n", "rent_looks_yearly", "1 1")]
    [InlineData("homes", "home;free_from;address\nA;2026-03-01;Ingenstans 77\n", "home_without_place", "1 1")]
    public void Doubtful_rows_are_told_with_their_row_and_used(string type, string text, string code, string books)
    {
        Run run = new();
        using PlanTown town = new PlanTown().With(type, text);
        Assert.Equal(books, town.Books(type, run));
        Assert.Equal(1, run.Notices.Counts[code]);
    }

    [Fact]
    public void A_rent_of_a_year_is_a_twelfth_a_month()
    {
        using PlanTown town = new PlanTown().With("homes", "objekt;ledig;årshyra;adress;typ\nA;2026-03-01;65 000,50;Exempelgatan 1;2 rum och kök\n");
        Site(town, "A", s => Assert.Equal((5_417, 2, 2), (s.Home.Rent!.Value, s.Home.Rooms!.Value, s.Beds!.Value)));
    }

    [Theory]
    [InlineData(""" "agreements": [ { "id": "a", "landlord": "a", "share": 9, "from": "2026-01-01" } ] """, "plan.agreements[0].share must be between 0 and 1")]
    [InlineData(""" "agreements": [ { "id": "a", "landlord": "a", "share": 0.09, "from": "2026-01-01" }, { "id": "a", "landlord": "a", "share": 0.09, "from": "2027-01-01" } ] """, "a second time")]
    [InlineData(""" "agreements": [ { "id": "a", "landlord": "a", "share": 0.09, "from": "2026-01-01", "opening": { "carryFrom": "b" } } ] """, "which is no agreement before it")]
    [InlineData(""" "norm": "table" """, "plan.bedsByRooms is empty")]
    [InlineData(""" "needs": { "x": { "criterion": "grocey" } } """, "did you mean 'grocery'?")]
    [InlineData(""" "weights": { "space": 0, "needs": 0, "access": 0, "together": 0, "permanence": 0 } """, "plan.weights must have one above 0")]
    [InlineData(""" "horizonMonths": 0 """, "plan.horizonMonths must lie between 1 and 60")]
    [InlineData(""" "rentMax": { "two": 5000 } """, "plan.rentMax must have whole numbers")]
    [InlineData(""" "horizonMonth": 3 """, "did you mean 'horizonMonths'?")]
    public void What_the_plan_cannot_mean_is_refused_by_its_place(string member, string line)
    {
        using PlanTown town = new PlanTown { Plan = member }.Households("1;2;2026-05-01");
        Assert.Contains(line, town.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_village_may_be_without_a_cap_and_a_share_is_read_as_it_is_written()
    {
        using PlanTown town = new PlanTown
        {
            Plan = """ "caps": { "default": 2, "Exempelgatan": null }, "agreements": [ { "id": "a", "landlord": "a", "share": 0.090, "from": "2026-01-01" }, { "id": "b", "landlord": "b", "share": "1/3", "from": "2026-01-01" } ] """,
        }.Households("1;2;2026-05-01");
        PlanConfig plan = town.Load().Config.Plan!;
        Assert.Equal([(9, 100), (1, 3)], plan.Agreements.Select(a => ((int)a.Share.Numerator, (int)a.Share.Denominator)));
        Assert.Null(plan.Caps["Exempelgatan"]);
    }

    [Fact]
    public void More_households_than_a_plan_can_prove_are_refused()
    {
        using PlanTown town = new PlanTown().With("households", "case;size;latest_on\n" + string.Concat(Enumerable.Range(1, 12_000).Select(i => $"{i};1;2026-05-01\n")));
        Assert.Contains("12000 households are more than the 9999", town.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Households_alone_are_a_plan_of_need()
    {
        Run run = new();
        using PlanTown town = new PlanTown().Households("1;2;2026-05-01");
        Assert.Equal("1:-", town.Told(run));
        Assert.Equal(1, run.Notices.Counts["no_homes_at_all"]);
    }

    [Fact]
    public void A_house_whose_owner_said_yes_is_in_the_plan_when_it_has_a_first_day()
    {
        using PlanTown town = new PlanTown().Households("1;3;2026-05-01")
            .With("buildings", Support.Workshop.Collection(Support.Workshop.House("h1", 0)), "houses.geojson")
            .With("followup", "building_id;state;free_from;rum\nh1;taken;2026-03-15;3\nh2;taken;;3\n");
        Assert.Equal("1:" + HousingInventory.Model.Ref.Of("h1"), town.Told());
        Assert.Equal(HousingInventory.Model.Ref.Of("h1"), town.Analyse().Placement.Proposals[0].Site!.Ref);
    }

    [Fact]
    public void Homes_are_found_by_building_reference_address_or_coordinates()
    {
        string reference = HousingInventory.Model.Ref.Of("h1");
        using PlanTown town = new PlanTown().Households("1;1;2026-05-01")
            .With("buildings", Support.Workshop.Collection(Support.Workshop.House("h1", 0)), "houses.geojson")
            .With("homes", $"home;free_from;rooms;building_id;ref;address;x;y\nA;2026-03-01;1;h1;;;;\nB;2026-03-01;1;;{reference};;;\nC;2026-03-01;1;;;exempelgatan 3, lgh 1101;;\nD;2026-03-01;1;;;;700500;7200500\nE;2026-03-01;1;;;Exempelgatan 3, 931 00 Exempelby;;\nF;2026-03-01;1;;;;;\n");
        Assert.Equal(
            "A 700006 7200005|B 700006 7200005|C 700300 7200000|D 700500 7200500|E 700300 7200000|F - -",
            string.Join('|', town.Analyse().Sites.Select(s => s.Place is { } p ? FormattableString.Invariant($"{s.Id} {p.X:0} {p.Y:0}") : $"{s.Id} - -")));
    }

    private static void Site(PlanTown town, string id, Action<HousingInventory.Plan.Placement.Site> check) => check(town.Analyse().Sites.Single(s => s.Id == id));
}
