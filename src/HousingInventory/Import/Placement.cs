using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// What of a row's keys is a place. The registers write words where a home is missing ("på kommunen skriven"); the exact wording is not published, so these
/// are matched folded and at the start or whole.
/// </summary>
internal static class Placement
{
    /// <summary>"BOX " with its blank.</summary>
    private const int ShortestWord = 4;

    private static readonly string[] Nowhere =
    [
        "PA KOMMUNEN SKRIVEN", "KOMMUNEN SKRIVEN", "UTAN KANT HEMVIST", "UTAN KAND HEMVIST", "OKANT HEMVIST", "OKAND", "OKANT", "SAKNAS", "SKYDDAD", "SKATTEVERKET",
        "FORMEDLAT", "BOX ", "POSTE RESTANTE", "POSTBOX", "UPPGIFT SAKNAS", "ADRESS SAKNAS",
    ];

    /// <summary>The same keys without those that are no place.</summary>
    public static RegistrationKey Usable(RegistrationKey key, bool fictitiousProperty)
    {
        bool noAddress = key.AddressText is { } address && IsNowhere(address);
        bool noProperty = fictitiousProperty || (key.Designation is { } designation && IsNowhere(designation));
        return !noAddress && !noProperty ? key : key with
        {
            AddressText = noAddress ? null : key.AddressText,
            Property = noProperty ? null : key.Property,
            Designation = noProperty ? null : key.Designation,
        };
    }

    /// <summary>Adds every key that a protected row has: which of them leads to a home is known only to the registers that are there.</summary>
    public static void Withhold(RegistrationKey key, List<WithheldKey> into)
    {
        foreach (string? text in (ReadOnlySpan<string?>)[key.Dwelling, key.Address, key.AddressText, key.Property, key.Designation])
        {
            if (text is not null)
            {
                into.Add(new WithheldKey(text, IsListed: false));
            }
        }
    }

    private static bool IsNowhere(ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestWord)
        {
            return false;
        }

        // Two letters tell nearly every address from all of the words; only then is it worth folding the text.
        char first = Folded(text[0]);
        char second = Folded(text[1]);
        foreach (string word in Nowhere)
        {
            if (word[0] == first && word[1] == second && StartsWith(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string word)
    {
        if (text.Length < word.Length)
        {
            return false;
        }

        for (int i = 2; i < word.Length; i++)
        {
            if (Folded(text[i]) != word[i])
            {
                return false;
            }
        }

        return word[^1] == ' ' || text.Length == word.Length || !char.IsLetter(text[word.Length]);
    }

    private static char Folded(char c) => char.ToUpperInvariant(c) switch
    {
        'Å' or 'Ä' => 'A',
        'Ö' => 'O',
        char upper => upper,
    };
}
