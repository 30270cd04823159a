namespace HousingInventory.Model;

/// <summary>
/// What has changed since an earlier run, as far as it may be told: counts by cause, and single homes only where what two results folders and open registers
/// say already tells the cause. Who became registered, or no longer is, is in it as a sum alone.
/// </summary>
public sealed record Changes
{
    /// <summary>The run that this one is held against.</summary>
    public required PreviousRun Previous { get; init; }

    /// <summary>Ids of its inputs that were there to be read again.</summary>
    public required IReadOnlyList<string> InputsFound { get; init; }

    /// <summary>Candidates now.</summary>
    public required int Now { get; init; }

    /// <summary>Candidates that came and left by cause, in the order in which the causes are tried; they add up from then to now.</summary>
    public required IReadOnlyList<ChangeRow> Rows { get; init; }

    /// <summary>How many candidates last time's rules would give today; null where they are the same, or cannot be tried.</summary>
    public int? WithOldRules { get; init; }

    /// <summary>Rank in the earlier run, by building index.</summary>
    public required IReadOnlyDictionary<int, PreviousHome> Before { get; init; }

    /// <summary>Why a candidate came, by building index; homes whose cause is not to be told are left out.</summary>
    public required IReadOnlyDictionary<int, Term> Came { get; init; }

    /// <summary>Homes that left and whose cause may be told, by their earlier rank.</summary>
    public required IReadOnlyList<GoneHome> Gone { get; init; }
}

/// <summary>How many candidates came and left by a cause.</summary>
/// <param name="Cause">The cause; several joined where they cannot or must not be told apart.</param>
/// <param name="Came">Candidates that came.</param>
/// <param name="Left">Candidates that left.</param>
/// <param name="Also">For how many of these another cause alone would have done the same.</param>
public sealed record ChangeRow(Term Cause, int Came, int Left, IReadOnlyList<KeyValuePair<Term, int>> Also)
{
    public int Net => Came - Left;

    /// <summary>Several rows as one.</summary>
    public static ChangeRow Together(Term cause, IReadOnlyCollection<ChangeRow> rows) => new(cause, rows.Sum(r => r.Came), rows.Sum(r => r.Left), []);
}

/// <summary>A home that left the list.</summary>
/// <param name="Home">As it stood on the earlier list.</param>
/// <param name="Cause">Why it left.</param>
/// <param name="Test">What it fails now: a test of the filter, or a status; null for a building that the register no longer has.</param>
/// <param name="Value">What was measured; null where there is no number.</param>
/// <param name="Limit">What it is held against; null where there is no number.</param>
public sealed record GoneHome(PreviousHome Home, Term Cause, Term? Test, double? Value, double? Limit);
