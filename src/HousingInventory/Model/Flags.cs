namespace HousingInventory.Model;

/// <summary>The answer for every building, and which of them are candidates. Arrays are by building index.</summary>
public sealed class Flags
{
    public required Status[] Status { get; init; }

    /// <summary>Why nobody is registered, or why it cannot be told; null for registered and not-housing buildings.</summary>
    public required Doubt?[] Reason { get; init; }

    /// <summary>How many of the homes without registration may be lived in, as far as the run can tell.</summary>
    public ExpectedInhabited Expected { get; init; } = new(0, 0, false);

    /// <summary>How strong the ground of the answer is.</summary>
    public required Confidence[] Confidence { get; init; }

    /// <summary>What moved the confidence, in the order of the list; empty for most.</summary>
    public required IReadOnlyList<ConfidenceReason>[] ConfidenceReasons { get; init; }

    /// <summary>What suggests a holiday home, by building.</summary>
    public required HolidayHint[] HolidayHomeHint { get; init; }

    /// <summary>The first filter test that a building without registration failed; null for candidates and for buildings that were never tried.</summary>
    public required Term?[] LeftOut { get; init; }

    /// <summary>Locality, else village address area, district or trakt; never empty for dwelling buildings.</summary>
    public required string[] Locality { get; init; }

    /// <summary>The locality that a building lies in, by its position in <see cref="Surroundings.Localities"/>; -1 for none. Two localities may have one name.</summary>
    public required int[] LocalityOf { get; init; }

    /// <summary>Indices of the candidates, ascending.</summary>
    public required IReadOnlyList<int> Candidates { get; init; }

    /// <summary>What planners have written, by the building of the house that it is about; of several rows the last.</summary>
    public IReadOnlyDictionary<int, FollowUp> FollowUps { get; init; } = new Dictionary<int, FollowUp>();

    /// <summary>From all buildings to the list, in the order of the tests.</summary>
    public required IReadOnlyList<FunnelStep> Funnel { get; init; }

    /// <summary>
    /// By the key of a test, the buildings without registration that it alone keeps from the list, ascending; for tests that are in the funnel. No registered
    /// building is in it.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> KeptOutBy { get; init; } = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);

    /// <summary>The tests of settlements of this run, as they are configured.</summary>
    public IReadOnlyList<Term> SettlementTests { get; init; } = [];
}

/// <summary>An upper estimate of inhabited homes among those that are told to have nobody registered.</summary>
/// <param name="AtMost">Homes that may be lived in.</param>
/// <param name="Listed">Homes that are told so.</param>
/// <param name="TooMany">Whether they are over five in a thousand of the inhabited homes.</param>
public sealed record ExpectedInhabited(int AtMost, int Listed, bool TooMany);

/// <summary>How strong the ground of an answer is; never a probability.</summary>
public enum Confidence : byte
{
    [Term("strong", "Stark", "Strong")]
    Strong = 2,

    [Term("medium", "Medel", "Medium")]
    Medium = 1,

    [Term("weak", "Svag", "Weak")]
    Weak = 0,
}

/// <summary>How many candidates there would be with another limit of the filter, all other tests as configured.</summary>
/// <param name="Member">The limit, as a path below <c>candidates</c> in the configuration.</param>
/// <param name="Limit">Its value: metres, square metres or departures.</param>
/// <param name="Candidates">Candidates with it.</param>
/// <param name="IsConfigured">Whether it is that of the run.</param>
public sealed record LimitCount(string Member, double Limit, long Candidates, bool IsConfigured);

/// <summary>One step of the funnel.</summary>
/// <param name="Test">A <see cref="FunnelTest"/> or a settlement.</param>
/// <param name="Left">Buildings left after it.</param>
/// <param name="Removed">Buildings it removed.</param>
/// <param name="RemovedByThisAlone">Buildings that would be left if only this test were dropped.</param>
public sealed record FunnelStep(Term Test, long Left, long Removed, long RemovedByThisAlone);
