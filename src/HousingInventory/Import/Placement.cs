using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// What of a row's keys is a place. The registers write words where a home is missing ("på kommunen skriven"); the exact wording is not published, so these
/// are matched folded and at the start or whole.
/// </summary>
internal static class Placement
{
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

    /// <summary>Adds the strictest key that a protected row has.</summary>
    public static void Withhold(RegistrationKey key, List<WithheldKey> into)
    {
        if ((key.Dwelling ?? key.Address ?? key.AddressText ?? key.Property ?? key.Designation) is { } strictest)
        {
            into.Add(new WithheldKey(strictest));
        }
    }

    private static bool IsNowhere(string text)
    {
        Span<char> folded = stackalloc char[Math.Min(text.Length, 40)];
        for (int i = 0; i < folded.Length; i++)
        {
            char upper = char.ToUpperInvariant(text[i]);
            folded[i] = upper is 'Å' or 'Ä' ? 'A' : upper is 'Ö' ? 'O' : upper;
        }

        foreach (string word in Nowhere)
        {
            if (folded.StartsWith(word) && (word[^1] == ' ' || folded.Length == word.Length || !char.IsLetter(folded[word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
