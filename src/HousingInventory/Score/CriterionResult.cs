using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>Why a measure is there or not: five different things.</summary>
public enum MeasureState : byte
{
    /// <summary>A number exists; 0 departures is a number.</summary>
    [Term("measured", "Uppmätt", "Measured")]
    Measured,

    /// <summary>Data complete, no path or journey within the limits: 0 points.</summary>
    [Term("unreachable", "Går inte att nå", "Unreachable")]
    Unreachable,

    /// <summary>Stops are there, nothing ordinary runs that day: 0 points.</summary>
    [Term("no-service", "Ingen trafik den dagen", "No service that day")]
    NoService,

    /// <summary>The house lies too far from every walkable road: 0 in score, 100 in score_max.</summary>
    [Term("off-network", "Ingen väg fram till huset", "Off the network")]
    OffNetwork,

    /// <summary>The source does not cover the house: 0 in score, 100 in score_max.</summary>
    [Term("no-data", "Uppgift saknas", "No data")]
    NoData,
}

/// <summary>What stands in place of a measure.</summary>
public static class Missing
{
    /// <summary>Everything but a measure.</summary>
    public static IReadOnlyList<Term> Terms { get; } = [.. Term.All<MeasureState>().Where(t => t != Term.Of(MeasureState.Measured))];

    /// <summary>Why there is no measure; null where there is one.</summary>
    public static Term? Of(MeasureState state) => state == MeasureState.Measured ? null : Term.Of(state);
}

/// <summary>What the measured column is, for people and writers.</summary>
/// <param name="Unit">m, min, % or "" for counts.</param>
/// <param name="Decimals">Decimals shown.</param>
/// <param name="Sv">Swedish label; {name} stands for the criterion's own label.</param>
/// <param name="En">English label.</param>
/// <param name="DescriptionSv">One Swedish sentence of meaning.</param>
/// <param name="DescriptionEn">One English sentence of meaning.</param>
public sealed record MeasureInfo(string Unit, int Decimals, string Sv, string En, string DescriptionSv, string DescriptionEn);

/// <summary>A further column of a criterion, beside value, points and state.</summary>
/// <param name="Suffix">Appended to the criterion's name: <c>_one_way</c> ...; from the list that names may not end in, or <c>_text</c> columns such as the nearest stop.</param>
/// <param name="Info">Unit and labels.</param>
/// <param name="Values">By home, numbers (double, int) or texts; null where there is none.</param>
public sealed record ExtraColumn(string Suffix, MeasureInfo Info, IReadOnlyList<object?> Values)
{
    /// <summary>For a text of a closed list: each key with its Swedish and English label; empty for any other.</summary>
    public IReadOnlyList<(string Key, string Sv, string En)> Words { get; init; } = [];
}

/// <summary>What a criterion says about every home it was asked about, by the homes' order.</summary>
public sealed class CriterionResult
{
    /// <summary>The measure; NaN where <see cref="States"/> is not <see cref="MeasureState.Measured"/>.</summary>
    public required double[] Values { get; init; }

    public required MeasureState[] States { get; init; }

    /// <summary>Points in tenths, 0 to 1000; 0 where not measured.</summary>
    public required int[] PointsTenths { get; init; }

    /// <summary>True when the source itself holds nothing for this criterion: it leaves the sum for all homes.</summary>
    public bool WithoutData => Lack is not null;

    /// <summary>Why the source holds nothing; null when it does.</summary>
    public Lack? Lack { get; init; }

    public IReadOnlyList<ExtraColumn> Extra { get; init; } = [];

    /// <summary>What there is to tell of each home, by the homes' order, null for nothing; empty for criteria that tell nothing.</summary>
    public IReadOnlyList<Told?> Told { get; init; } = [];
}
