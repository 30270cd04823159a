using System.ComponentModel;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>BISA's filter. A test set to null is off.</summary>
public sealed record CandidatesConfig
{
    [Description("Footprint in square metres.")]
    public RangeConfig? FootprintM2 { get; init; } = new() { Min = 50, Max = 250 };

    [Description("Straight distance to a stop that counts, metres.")]
    public double? StopWithinM { get; init; } = 1000;

    [Description("Ordinary departures on the term day that make a stop count.")]
    public int StopMinDepartures { get; init; } = 2;

    [Description("Settlements that the home must lie in.")]
    public IReadOnlyList<SettlementConfig>? Settlements { get; init; } =
    [
        new() { MaxGapM = 200, Between = Between.Dwellings, MinResidents = 20 },
        new() { MaxGapM = 1000, Between = Between.Residents, MinResidents = 50 },
    ];

    [Description("What to do with homes that look like holiday homes: mark, leave-out or only.")]
    public HolidayHomes HolidayHomes { get; init; } = HolidayHomes.Mark;

    [Description("The weakest confidence that stays: weak (all), medium or strong.")]
    public Confidence MinConfidence { get; init; } = Confidence.Weak;
}

/// <summary>An inclusive range; a missing end is open.</summary>
public sealed record RangeConfig
{
    [Description("Smallest value.")]
    public double? Min { get; init; }

    [Description("Largest value.")]
    public double? Max { get; init; }
}

/// <summary>A settlement: buildings chained by gaps of at most <see cref="MaxGapM"/>, with at least <see cref="MinResidents"/> registered in all.</summary>
public sealed record SettlementConfig
{
    internal const int OrdinaryPersonsPerHome = 2;

    [Description("Largest gap in the chain, metres.")]
    public double MaxGapM { get; init; }

    [Description("What is chained: dwellings (every dwelling building) or residents (buildings where somebody is registered).")]
    public Between Between { get; init; }

    [Description("Fewest people registered in the settlement, counted as personsPerHome for each inhabited home; at least 10, so that no household can be read out.")]
    public int MinResidents { get; init; }

    [Description("How many people every inhabited dwelling building counts as, whoever lives there; 1 to 5.")]
    public int PersonsPerHome { get; init; } = OrdinaryPersonsPerHome;
}

/// <summary>What a settlement is chained from.</summary>
public enum Between
{
    Dwellings,
    Residents,
}

/// <summary>What to do with homes that look like holiday homes.</summary>
public enum HolidayHomes
{
    Mark,
    LeaveOut,
    Only,
}
