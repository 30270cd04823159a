using System.Text.RegularExpressions;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// What of a row's keys is a place. The registers write words where a home is missing ("på kommunen skriven"); the exact wording is not published, so these
/// are matched folded and at the start or whole.
/// </summary>
internal static partial class PlacelessKeys
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
            AddressText = noAddress ? BehindBox(key.AddressText!) : key.AddressText,
            Property = noProperty ? null : key.Property,
            Designation = noProperty ? null : key.Designation,
        };
    }

    /// <summary>Adds every key that a protected row has: which of them leads to a home is known only to the registers that are there.</summary>
    public static void Withhold(RegistrationKey key, List<WithheldKey> into)
    {
        // Postal code and town tell what a number in a village means that is written with the town's name.
        string? address = key.AddressText is { } written && key.PostalCode is { } code ? $"{written}, {code} {key.PostTown}".TrimEnd() : key.AddressText;
        foreach (string? text in (ReadOnlySpan<string?>)[key.Dwelling, key.Address, address, key.Property, key.Designation])
        {
            if (text is not null)
            {
                into.Add(new WithheldKey(text, IsListed: false));
            }
        }
    }

    /// <summary>The street or village that stands behind a box ("BOX 12, EXEMPELVÄGEN 7"); null when only a postal code and a town do.</summary>
    private static string? BehindBox(string address)
    {
        Match box = BoxInFront().Match(address);
        string rest = box.Success ? address[box.Length..].Trim(' ', ',', ';', '\r', '\n') : "";
        string[] lines = rest.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return NumberedName().IsMatch(rest) || (lines.Length > 1 && char.IsLetter(lines[0][0])) ? rest : null;
    }

    [GeneratedRegex(@"^\s*(post)?(box|fack|poste restante)\b[\s.:]*[0-9]*( [0-9]+)?(?=$|[\s,;])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoxInFront();

    [GeneratedRegex(@"\p{L}[\p{L}.:'-]*[ ]+(?![0-9]{3} ?[0-9]{2}\b)[0-9]{1,4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedName();

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
