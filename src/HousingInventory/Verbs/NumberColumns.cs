using System.Collections.Frozen;
using System.Text;

namespace HousingInventory.Verbs;

/// <summary>Headings of columns that hold house numbers, in the one form of <see cref="FoldedText"/>.</summary>
internal static class NumberColumns
{
    private static readonly FrozenSet<string> Plain = FrozenSet.Create(
        StringComparer.Ordinal, "husnr", "husnummer", "gatunr", "gatunummer", "adressnr", "adressnummer", "adressplatsnummer", "housenumber", "houseno", "streetnumber", "streetno");

    private static readonly FrozenSet<string> Number = FrozenSet.Create(StringComparer.Ordinal, "nr", "nummer", "number", "no");

    private static readonly FrozenSet<string> Street = FrozenSet.Create(
        StringComparer.Ordinal, "gata", "gatan", "gatunamn", "gatuadress", "vag", "street", "streetname", "adress", "address", "adressomrade", "house", "hus");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainAt = Plain.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberAt = Number.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly byte[][] InFiles = [.. Plain.Select(Encoding.ASCII.GetBytes), "house_number"u8.ToArray(), "street_number"u8.ToArray(), "gatu_nr"u8.ToArray()];

    /// <summary>Whether a folded word means a house number where it stands before one.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word) => PlainAt.Contains(word) || NumberAt.Contains(word);

    /// <summary>Whether a line of headings has a column of house numbers: by its own name, or by "number" beside a street.</summary>
    public static bool AreIn(ReadOnlySpan<char> headings)
    {
        if (headings.Length > 4000)
        {
            return false;
        }

        List<string> words = FoldedText.Words(headings.ToString());
        return words.Exists(Plain.Contains) || (words.Exists(Number.Contains) && words.Exists(Street.Contains));
    }

    /// <summary>Whether the definitions of tables in a database name such a column.</summary>
    public static bool AreIn(ReadOnlySpan<byte> database)
    {
        foreach (byte[] name in InFiles)
        {
            if (database.IndexOf(name) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
