using HousingInventory.Model.Supply;
using HousingInventory.Plan.Landlords;
using HousingInventory.Tests.Plan.Whole;

namespace HousingInventory.Tests.Plan.Landlords;

/// <summary>Private landlords: what each owns, what has been said, what comes next; and what to bring to the bus company about a village.</summary>
public sealed class LandlordLineTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly RunCandidate[] Candidates =
    [
        new("AAAAAA", "EXEMPELBY 1:1", "Byn", 50, null, null), new("BBBBBB", "EXEMPELBY 1:2", "Annan", 70, null, null), new("CCCCCC", "EXEMPELBY 1:3", "Byn", 90, null, null), new("DDDDDD", null, "Byn", 95, null, null),
    ];

    private static readonly Ownership[] Owners =
    [
        new("Exempelby 1:1", "p-1", LandlordKind.PrivatePerson), new("EXEMPELBY 1:2", "p-1", LandlordKind.PrivatePerson), new("EXEMPELBY 1:3", "p-2", LandlordKind.Unknown),
        new("EXEMPELBY 9:9", "p-3", LandlordKind.Estate),
    ];

    [Fact]
    public void A_landlord_has_the_candidates_of_all_its_properties_and_two_codes_are_two_landlords()
    {
        IReadOnlyList<LandlordLine> lines = LandlordLine.All([], Owners, Candidates, [], Today);
        Assert.Equal(
            ["p-2 1 Byn 90 not-started", "p-1 2 Annan, Byn 70 not-started", "p-3 0   not-started"],
            lines.Select(l => FormattableString.Invariant($"{l.Code} {l.Candidates} {string.Join(", ", l.Villages)} {l.BestScore} {l.State}")));
    }

    [Fact]
    public void Whoever_must_not_be_contacted_has_no_candidate_no_village_and_no_score()
    {
        LandlordLine line = LandlordLine.All([new Landlord { Code = "p-1", State = "do-not-contact" }], Owners, Candidates, [], Today).Single(l => l.Code == "p-1");
        Assert.Equal((0, 0, null), (line.Candidates, line.Villages.Count, line.BestScore));
    }

    [Fact]
    public void Steps_that_are_late_come_first_and_silence_is_counted_in_days()
    {
        Landlord[] said =
        [
            new() { Code = "p-1", NextStep = NextStep.Call, NextOn = Today, LastContactOn = Today.AddDays(-30), HomesOffered = 2 },
            new() { Code = "p-2", NextStep = NextStep.Visit, NextOn = Today.AddDays(-1), Kind = LandlordKind.Company, Name = "AB Exempel" },
        ];
        PlanHome[] homes = [new() { Id = "H", Landlord = "p-1", FreeFrom = Today }, new() { Id = "I", Landlord = "p-1", FreeFrom = Today, Status = HomeStatus.Lost }];
        IReadOnlyList<LandlordLine> lines = LandlordLine.All(said, Owners, Candidates, homes, Today);
        Assert.Equal([("p-2", true), ("p-1", false), ("p-3", false)], lines.Select(l => (l.Code, l.IsOverdue)));
        Assert.Equal((30, 2, 1, LandlordKind.PrivatePerson), (lines[1].SilentDays!.Value, lines[1].HomesOffered, lines[1].HomesDelivered, lines[1].Kind));
        Assert.Equal("AB Exempel", lines[0].Name);
    }

    [Fact]
    public void A_village_for_the_bus_company_has_its_homes_premises_candidates_and_nearest_errand()
    {
        using PlanTown town = new PlanTown().Households("1;2;2026-05-01").Homes("H;Exempelgatan 1;2;;2026-03-01", "I;Exempelgatan 2;3;;2026-03-01", "J;Exempelgatan 3;3;;2026-04-01", "K;Ingenstans 1;3;;2026-03-01")
            .With("premises", "premises;area_m2;address;vacant_from;months;plan;daylight;two_ways_out;contamination_ok;water_drain;heating\nL1;200;Exempelgatan 2;2026-04-01;3;ja;ja;ja;ja;ja;ja\nL2;200;Exempelgatan 8;2026-04-01;3;nej;ja;ja;ja;ja;ja\n")
            .With("candidates", "ref;property;locality;score;weekday;weekday_failing\nA;X 1:1;Exempelgatan;50;40;skola\nB;X 1:2;Exempelgatan;50;60;vårdcentral\nC;X 1:3;Exempelgatan;50;;skola\nD;X 1:4;Långt bort;50;;\n");
        VillageTalk[] talk = [.. town.Analyse().BusTalk];

        // 1 is proposed H; I is ready and nobody's, with 2·(3 − 1) beds; J is not ready and K has no place. 0.75 · 200 / 25 = 6 rooms in the premises that may be tried.
        VillageTalk here = talk.Single(t => t.Village != "Långt bort" && t.HomesReady > 0);
        Assert.Equal((1, 4, 6), (here.HomesReady, here.BedsReady, here.PremisesUnits));
        Assert.Equal(("skola", 50.0), (talk.Single(t => t.Village == "Exempelgatan").WeakestErrand, talk.Single(t => t.Village == "Exempelgatan").UsableDayPercent!.Value));
        Assert.Equal(4, talk.Sum(t => t.Candidates));
        Assert.Equal((0, 1, null, null), (talk.Single(t => t.Village == "Långt bort").HomesReady, talk.Single(t => t.Village == "Långt bort").Candidates, talk.Single(t => t.Village == "Långt bort").UsableDayPercent, talk.Single(t => t.Village == "Långt bort").WeakestErrand));
    }
}
