using HousingInventory.Diagnostics;

namespace HousingInventory.Verbs;

/// <summary>What <c>init</c> says and writes, in one of two languages.</summary>
/// <param name="language">Which.</param>
internal sealed class StarterWords(Language language)
{
    private const string IdBefore = "check that ";
    private const string IdBehind = " is the building's id, and the same in every delivery";

    public Language Language => language;

    public string Say(string sv, string en) => language == Language.Sv ? sv : en;

    /// <summary>A note on a file, whose clauses stand in English in the code.</summary>
    public string Told(string note) => string.Join("; ", note.Split("; ").Select(Clause));

    // The one clause with a value in it: the name of a column.
    private string Clause(string clause) =>
        clause.StartsWith(IdBefore, StringComparison.Ordinal) && clause.EndsWith(IdBehind, StringComparison.Ordinal)
            ? Say($"kontrollera att {clause[IdBefore.Length..^IdBehind.Length]} är byggnadens id, och detsamma i varje leverans", clause)
            : ErrorWords.In(clause, language);
}
