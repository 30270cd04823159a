using System.Collections.Frozen;
using System.Globalization;

namespace HousingInventory.Link;

/// <summary>What of a written address says where in the house: floor, flat, entrance. Sets those words aside. Scratch memory of <see cref="AddressReader"/>.</summary>
internal sealed class AddressInHouse(AddressTokens tokens)
{
    private static readonly FrozenSet<string> FlatWords = FrozenSet.Create(StringComparer.Ordinal, "LGH", "LGHNR", "LÄG", "LÄGENHET", "LGHNUMMER", "LGH-NR");

    /// <summary>Floors and places in a house, which stand behind its number.</summary>
    private static readonly FrozenSet<string> FloorWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "NB", "BV", "GH", "ÖG", "ÖH", "TV", "TH", "ÖV", "KV", "½", "BTV", "BOTTENVÅNING", "BOTTENVÅNINGEN", "BOTTENVÅN", "ÖVERVÅNING", "ÖVERVÅNINGEN", "ÖVERVÅN",
        "UNDERVÅNING", "UNDERVÅNINGEN", "GATUPLAN", "GATUPLANET", "MARKPLAN", "MARKPLANET", "SUTERRÄNG", "SUTERRÄNGEN", "SOUTERRAIN", "VINDEN", "VINDSVÅNING", "VINDSVÅNINGEN", "KÄLLARVÅN", "KÄLLARVÅNING",
        "KÄLLARVÅNINGEN", "N/B", "B/V", "T/V", "T/H", "Ö/G", "Ö/H", "G/H", "Ö/V", "N/V", "K/V", "NEDERVÅNING", "NEDERVÅNINGEN", "ENTRÉPLAN", "KÄLLARE", "KÄLLAREN", "GÅRDSHUS", "GÅRDSHUSET", "GATUHUS", "GATUHUSET",
        "VÄNSTER", "HÖGER");

    /// <summary>The same in two words, and with points between their letters.</summary>
    private static readonly FrozenSet<(string, string)> FloorPairs = new[]
    {
        ("N", "B"), ("B", "V"), ("G", "H"), ("Ö", "G"), ("Ö", "H"), ("T", "V"), ("T", "H"), ("Ö", "V"), ("K", "V"), ("N", "V"), ("NEDRE", "BOTTEN"), ("ÖVER", "GÅRDEN"),
        ("ÖVER", "GÅRD"), ("TILL", "VÄNSTER"), ("TILL", "HÖGER"),
    }.ToFrozenSet();

    private static readonly FrozenSet<string> EntranceWords = FrozenSet.Create(StringComparer.Ordinal, "UPPG", "UPPGÅNG", "ING", "INGÅNG", "PORT", "ENTRÉ");

    /// <summary>Flat number that stood in the text, 0 when none.</summary>
    public int DwellingNumber { get; set; }

    /// <summary>Letter of an entrance, '\0' when none.</summary>
    public char Entrance { get; private set; }

    /// <summary>Sets it aside.</summary>
    public void SetAside()
    {
        (DwellingNumber, Entrance) = (0, '\0');
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<char> token = tokens[i];
            bool last = i + 1 == tokens.Count;
            if (tokens.IsOneOf(i, FlatWords))
            {
                tokens.Drop(i);
                if (tokens.IsDigits(i + 1))
                {
                    Flat(tokens[i + 1]);
                    tokens.Drop(++i);
                }
            }
            else if (token.StartsWith("LGH", StringComparison.Ordinal) && token.Length is 7 or 6 && !token[3..].ContainsAnyExceptInRange('0', '9'))
            {
                Flat(token[3..]);
                tokens.Drop(i);
            }
            else if (i > 0 && token is "TR" or "TRP" or "TRAPPOR" or "TRAPPA" or "TRAPP")
            {
                Stairs(i);
            }
            else if (i > 0 && tokens.IsOneOf(i, FloorWords) && (token.Length < 3 || tokens.HasNumberBefore(i)))
            {
                tokens.Drop(i);
            }
            else if (!last && IsFloorPair(i) && !(i + 2 < tokens.Count && IsFloorPair(i + 1)))
            {
                tokens.Drop(i);
                tokens.Drop(++i);
            }
            else if (i > 0 && token.Length is >= 3 and <= 5 && char.IsAsciiDigit(token[0]) && token.TrimStart("0123456789") is "TR" or "TRP")
            {
                tokens.Drop(i);
            }
            else if (i > 0 && !last && token is "VÅN" or "VÅNING" or "PLAN" && tokens.IsDigits(i + 1))
            {
                // "PLAN 3" behind a number is a floor; "NORRA PLAN 3" is a street.
                if (token is not "PLAN" || tokens.HasNumberBefore(i))
                {
                    tokens.Drop(i);
                    tokens.Drop(++i);
                }
            }
            else if (i > 0 && !last && tokens.IsOneOf(i, EntranceWords) && tokens[i + 1].Length == 1 && char.IsLetter(tokens[i + 1][0]))
            {
                Entrance = tokens[i + 1][0];
                tokens.Drop(i);
                tokens.Drop(++i);
            }
        }
    }

    // "2 TR", "1 1/2 TR", "TR 2": the number beside it is a floor. In "5 TR 2" the first is the house's where no other stands before it.
    private void Stairs(int i)
    {
        tokens.Drop(i);
        bool floorBefore = i > 1 && (tokens.IsDigits(i - 1) || tokens[i - 1] is "1/2" or "½") && !tokens.IsDropped(i - 1);
        bool floorBehind = tokens.HasNumberBefore(i) && tokens.IsDigits(i + 1) && tokens[i + 1].Length == 1;
        if (floorBefore && !(floorBehind && tokens.IsDigits(i - 1) && !tokens.HasNumberBefore(i - 1)))
        {
            tokens.Drop(i - 1);
            if (i > 3 && tokens[i - 1] is "1/2" or "½" && tokens.IsDigits(i - 2) && tokens[i - 2].Length == 1)
            {
                tokens.Drop(i - 2);
            }
        }
        else if (floorBehind)
        {
            tokens.Drop(i + 1);
        }
    }

    // "B.V." and "B V" behind a number, in one line: the normal form has blanks for points.
    private bool IsFloorPair(int i) =>
        i > 1 && tokens.HasNext(i) && tokens.HasNumberBefore(i) && tokens[i].Length <= 5 && FloorPairs.Contains((tokens[i].ToString(), tokens[i + 1].ToString()));

    private void Flat(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 3 or 4)
        {
            DwellingNumber = int.Parse(digits, CultureInfo.InvariantCulture);
        }
    }
}
