using HousingInventory.Model;

namespace HousingInventory.Difference;

/// <summary>
/// Every home that came onto the list or left it since an earlier run, each with one cause. It knows more than may be told: <see cref="Telling"/> says what may.
/// </summary>
/// <param name="Homes">The changed homes, those that came before those that left, each by id.</param>
/// <param name="Steps">The causes that were tried, in order, whatever came of them.</param>
/// <param name="InputsFound">Ids of the earlier inputs that were there to be read again.</param>
/// <param name="WithOldRules">How many candidates last time's rules would give today; null where they are the same or cannot be tried.</param>
/// <param name="OtherRegistrations">Whether residents or withheld homes are not those of the earlier run.</param>
internal sealed record Ledger(IReadOnlyList<ChangedHome> Homes, IReadOnlyList<Causes> Steps, IReadOnlyList<string> InputsFound, int? WithOldRules, bool OtherRegistrations);

/// <summary>A home that came or left.</summary>
/// <param name="Id">The building's id.</param>
/// <param name="Came">Whether it came; else it left.</param>
/// <param name="Causes">Why.</param>
/// <param name="Also">What else alone would have done it.</param>
internal sealed record ChangedHome(string Id, bool Came, Causes Causes, IReadOnlyList<ChangeCause> Also);

/// <summary>One cause, or several that cannot be told apart.</summary>
internal sealed class Causes(params IEnumerable<ChangeCause> causes) : IEquatable<Causes>
{
    private readonly ChangeCause[] _causes = [.. causes.Distinct().Order()];

    public IReadOnlyList<ChangeCause> All => _causes;

    /// <summary>Whether registrations, or something that cannot be told apart from them, are among the causes.</summary>
    public bool TouchesRegistrations => Array.Exists(_causes, static c => c is ChangeCause.Registrations or ChangeCause.RegistrationsAndVersion or ChangeCause.Everything);

    /// <summary>Whether what is in the registers is the cause, however it is told.</summary>
    public bool IsRegisters => _causes is [ChangeCause.Registers or ChangeCause.NewBuilding or ChangeCause.BuildingGone or ChangeCause.RegisterCorrected];

    public bool IsLinkage => _causes is [ChangeCause.Linkage];

    /// <summary>"registrations-or-registers", in each language.</summary>
    public Term Term { get; } = Said([.. causes.Distinct().Order()]);

    public bool Equals(Causes? other) => other is not null && _causes.SequenceEqual(other._causes);

    public override bool Equals(object? obj) => Equals(obj as Causes);

    public override int GetHashCode() => _causes.Aggregate(17, static (sum, c) => (sum * 31) + (int)c);

    private static Term Said(ChangeCause[] causes)
    {
        Term[] terms = [.. causes.Select(Term.Of)];
        return terms.Length == 1 ? terms[0] : new Term(
            string.Join("-or-", terms.Select(static t => t.Key)),
            string.Join(" eller ", terms.Select(static (t, i) => i == 0 ? t.Sv : Small(t.Sv))),
            string.Join(" or ", terms.Select(static (t, i) => i == 0 ? t.En : Small(t.En))));
    }

    private static string Small(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
