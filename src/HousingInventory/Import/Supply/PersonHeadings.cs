using System.Text.RegularExpressions;

namespace HousingInventory.Import;

/// <summary>
/// Headings that mean a person. The plan's tables are refused with one: they would hold what a planning list must not hold, and an export of a property system
/// brings tenants' names and numbers along.
/// </summary>
internal static partial class PersonHeadings
{
    private static readonly string[] Whole =
        ["namn", "name", "kon", "sex", "gender", "alder", "age", "lma", "pnr", "kontakt", "contact", "fodd", "barn", "ort_fodelse", "handlaggare", "personal"];

    private static readonly string[] Parts =
    [
        "personnummer", "personnr", "personid", "samordningsnummer", "fornamn", "efternamn", "tilltalsnamn", "mellannamn", "firstname", "lastname", "surname", "fullname", "telefon", "phone", "mobil", "mobile",
        "epost", "email", "mejl", "mailadress", "hyresgast", "tenant", "kundnummer", "kundnr", "kundid", "customer", "nationalitet", "nationality", "medborgarskap", "citizenship", "sprak", "language", "religion",
        "trosuppfattning", "diagnos", "diagnosis", "halsa", "health", "dossier", "lmanummer", "lmanr", "lmakort", "fodelse", "birth", "kontaktperson", "handlaggarnamn", "tolk", "etnicitet", "ethnicity", "pass_nummer", "passnummer",
    ];

    private static readonly HashSet<string> WholeFolded = [.. Whole.Select(ColumnMap.Fold)];

    private static readonly string[] PartsFolded = [.. Parts.Select(ColumnMap.Fold)];

    /// <summary>Whether a heading means a person, or something about one that a plan must not know.</summary>
    public static bool Means(string heading)
    {
        string folded = ColumnMap.Fold(heading);
        return WholeFolded.Contains(folded) || PartsFolded.Any(p => folded.Contains(p, StringComparison.Ordinal));
    }

    /// <summary>Whether a value is ten or twelve digits, or digits in the pattern of a personal number.</summary>
    public static bool LooksLikePersonNumber(string text) => PersonNumber().IsMatch(text);

    [GeneratedRegex("^\\s*([0-9]{10}|[0-9]{12}|[0-9]{6}[-+ ][0-9]{4}|[0-9]{8}[-+ ][0-9]{4})\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonNumber();
}
