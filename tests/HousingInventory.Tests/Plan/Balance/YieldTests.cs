using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Model.Supply;
using HousingInventory.Plan;
using HousingInventory.Plan.Balance;

namespace HousingInventory.Tests.Plan.Balance;

/// <summary>Criteria 13 and 14: how many homes contacts give; and how many people are still to come.</summary>
public sealed class YieldTests
{
    [Theory]
    [InlineData(236, 1, 28, 8.138, 0, 6, 19, 0.1061)]
    [InlineData(100, 1, 28, 3.448, 0, 2, 8, 0.2187)]
    [InlineData(136, 6, 123, 6.326, 2, 6, 11, 0.0122)]
    [InlineData(10, 1, 3, 2.500, 0, 2, 6, 0.2308)]
    public void Criterion_13_The_table_of_the_specification(int n, double a, double b, double mean, int low, int middle, int high, double none)
    {
        Likelihood homes = Likelihood.OfContacts(n, a, b);
        Assert.Equal(mean, homes.Mean, 3);
        Assert.Equal((low, middle, high), (homes.Quantile(0.1), homes.Quantile(0.5), homes.Quantile(0.9)));
        Assert.Equal(none, homes.Of[0], 4);
    }

    [Fact]
    public void Criterion_13_Of_ten_interested_six_tenths_have_come()
    {
        Likelihood homes = Likelihood.OfContacts(10, 2, 6).Thinned(0.6);
        Assert.Equal(1.5, homes.Mean, 9);
        Assert.Equal((0, 3), (homes.Quantile(0.1), homes.Quantile(0.9)));
        Assert.Equal(0.2830, homes.Of[0], 4);
    }

    [Fact]
    public void Criterion_13_Probabilities_sum_to_one_up_to_five_thousand_contacts()
    {
        foreach (int n in (int[])[0, 1, 2, 10, 99, 1_000, 5_000])
        {
            foreach ((double a, double b) in ((double, double)[])[(1, 28), (1, 1), (6, 123), (500, 2), (2.5, 0.5)])
            {
                Likelihood homes = Likelihood.OfContacts(n, a, b);
                Assert.Equal(1, homes.Of.Sum(), 1e-12);
                Assert.Equal(n * a / (a + b), homes.Mean, 1e-6 * (n + 1));
            }
        }
    }

    [Fact]
    public void Criterion_13_Probabilities_sum_to_one_for_every_number_of_letters_up_to_five_thousand() =>
        Parallel.For(0, 5_001, n => Assert.Equal(1, Likelihood.OfContacts(n, 1, 28).Of.Sum(), 1e-12));

    [Fact]
    public void Criterion_14_Thinning_scales_the_mean_and_leaves_all_at_one()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            Likelihood homes = Likelihood.OfContacts(random.Next(0, 80), 0.5 + (random.NextDouble() * 5), 0.5 + (random.NextDouble() * 40));
            double share = random.NextDouble();
            Assert.Equal(share * homes.Mean, homes.Thinned(share).Mean, 1e-9);
            Assert.Equal(homes.Of, homes.Thinned(1).Of);
            Assert.Equal([1.0], homes.Thinned(0).Of);
            Assert.Equal(1, homes.Thinned(share).Of.Sum(), 1e-12);
        }
    }

    [Fact]
    public void A_steady_flow_has_the_quantiles_of_the_tables()
    {
        // Poisson 10: P(X <= 5) = 0.0671, P(X <= 6) = 0.1301; P(X <= 13) = 0.8645, P(X <= 14) = 0.9165.
        Likelihood ten = Likelihood.OfFlow(10);
        Assert.Equal((6, 14), (ten.Quantile(0.1), ten.Quantile(0.9)));
        Assert.Equal(0.0671, ten.Of.Take(6).Sum(), 4);
        Assert.Equal(Math.Exp(-10), ten.Of[0], 1e-12);
        Assert.Equal(3_000, Likelihood.OfFlow(3_000).Mean, 1e-6);
        Assert.Equal([1.0], Likelihood.OfFlow(0).Of);
    }

    [Fact]
    public void Independent_numbers_add_up()
    {
        Likelihood both = Likelihood.OfContacts(1, 1, 1).With(Likelihood.OfContacts(1, 1, 3));
        Assert.Equal([0.375, 0.5, 0.125], both.Of.Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void A_contact_counts_once_in_its_furthest_state()
    {
        DateOnly asOf = new(2026, 11, 10), may = new(2026, 5, 14), spring = new(2026, 5, 13);
        HomeOffer offer = new(asOf, null, 3, null, null, null);
        FollowUp[] contacts =
        [
            Contact(FollowUpState.Contacted, may), Contact(FollowUpState.Contacted, spring), Contact(FollowUpState.Interested, may), Contact(FollowUpState.Interested, may, inspected: asOf),
            Contact(FollowUpState.Declined, may), Contact(FollowUpState.Unsuitable, may, inspected: asOf), Contact(FollowUpState.Taken, may), Contact(FollowUpState.Taken, may, inspected: asOf) with { Offer = offer },
            Contact(FollowUpState.Taken, may) with { Offer = offer }, Contact(FollowUpState.NotStarted, null),
        ];
        Yield yield = Yield.Of(contacts, new YieldConfig(), asOf);
        Assert.Equal([1, 1, 1], yield.Rates.Select(r => r.Open));

        // Resolved: the silent one, declined, unsuitable, taken for nobody here, and two homes; seen are two of them, and one more was interested.
        Assert.Equal([(2, 6), (2, 3), (1, 2)], yield.Rates.Select(r => (r.Homes, r.Resolved)));
        Assert.Equal([(3, 32), (3, 4), (2, 2)], yield.Rates.Select(r => (r.A, r.B)));
        Assert.Equal((3 / 35.0) + (3 / 7.0) + 0.5, yield.Homes.Mean, 9);
        Assert.Equal(yield.Homes.Mean * 0.6, yield.By(3).Mean, 9);
        Assert.Equal(yield.Homes.Of, yield.By(6).Of);
    }

    [Fact]
    public void Letters_for_a_home_are_the_fewest_that_suffice()
    {
        Yield yield = Yield.Of([], new YieldConfig(), new(2026, 11, 10));

        // Of n letters none gives a home with 28 / (28 + n): a fifth at 112.
        Assert.Equal(112, yield.LettersFor(1, 0.8));
        Assert.Null(yield.LettersFor(50_000, 0.8));
    }

    [Fact]
    public void Fifty_seven_persons_are_25_households_and_12_of_them_single()
    {
        IReadOnlyDictionary<int, double> households = ExpectedNeed.HouseholdsOf(57, ExpectedNeed.AssumedSizes);
        Assert.Equal(25.1, households.Values.Sum(), 1);
        Assert.Equal(12.6, households[1], 1);
        Assert.Equal(25, ExpectedNeed.Whole(households).Values.Sum());
    }

    [Fact]
    public void Expected_persons_are_the_newest_number_less_those_assigned_spread_to_february()
    {
        NeedConfig config = new()
        {
            Years =
            [
                new() { Year = 2026, Persons = 94, DecidedOn = new(2025, 11, 14) }, new() { Year = 2026, Persons = 120, DecidedOn = new(2026, 6, 1) },
                new() { Year = 2026, Persons = 500, DecidedOn = new(2026, 12, 1) },
            ],
        };
        Household[] rows =
        [
            Known(4) with { DecidedOn = new(2026, 5, 1) }, Known(2) with { NumberYear = 2026 }, Known(9) with { NumberYear = 2025, DecidedOn = new(2026, 1, 2) },
            Known(3) with { NumberYear = 2026, Status = HouseholdStatus.Withdrawn }, Known(5) with { NumberYear = 2026, Basis = Basis.Family },
        ];
        Run run = new();

        // 120 - 6 = 114 persons over November to February.
        ExpectedNeed need = ExpectedNeed.Of(config, rows, new(2026, 11, 10), run);
        Assert.Equal([28.5, 28.5, 28.5, 28.5], need.Persons.Values);
        Assert.Equal([new(2026, 11, 1), new(2026, 12, 1), new(2027, 1, 1), new(2027, 2, 1)], need.Persons.Keys);
        Assert.True(need.IsAssumed);

        // In April of 2026 the first decision holds: 94 - 6 over eleven months; with a profile that is March's, over what the profile leaves.
        Assert.Equal(8.0, ExpectedNeed.Of(config, rows, new(2026, 4, 1), run).Persons[new(2026, 4, 1)], 9);
        Assert.Equal(88.0, ExpectedNeed.Of(config with { Profile = new Dictionary<string, double> { ["2026-05"] = 0.2 } }, rows, new(2026, 4, 1), run).Persons[new(2026, 5, 1)], 9);
        Assert.Empty(run.Notices.Counts);

        ExpectedNeed passed = ExpectedNeed.Of(config with { Years = [new() { Year = 2026, Persons = 5, DecidedOn = new(2026, 1, 1) }] }, rows, new(2026, 4, 1), run);
        Assert.Equal(0, passed.Persons.Values.Sum());
        Assert.Equal(1, run.Notices.Counts["number_is_passed"]);
        Assert.Empty(ExpectedNeed.Of(config, rows, new(2027, 3, 1), run).Persons);
    }

    private static Household Known(int size) => new() { Case = "1", Size = size, LatestOn = new(2026, 12, 1) };

    private static FollowUp Contact(FollowUpState state, DateOnly? contacted, DateOnly? inspected = null) => new("ABCDEF", state, contacted, inspected, null, null, "followup", 1);
}
