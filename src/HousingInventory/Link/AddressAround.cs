using System.Collections.Frozen;
using System.Globalization;

namespace HousingInventory.Link;

/// <summary>
/// What people write around an address, and which words of it are no part of one: flat and floor, entrance, postal code and town, c/o, box, the name of a villa.
/// Sets those words aside. Scratch memory of <see cref="AddressReader"/>.
/// </summary>
internal sealed class AddressAround(AddressTokens tokens)
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

    private static readonly FrozenSet<string> NumberWords = FrozenSet.Create(StringComparer.Ordinal, "NR", "NO", "N:R", "NUMMER", "NUM", "#", "№", "HUSNR", "HUSNUMMER", "HUS-NR", "NR:", "N:R:", "NRO", "N°", "Nº", "NO:", "GATUNR", "GATUNUMMER");

    /// <summary>With these a line begins that names somebody or something else first, and the street behind it.</summary>
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(
        StringComparer.Ordinal,
        "C/O", "C/O:", "CO/", "CO", "CO:", "%", "℅", "ATT", "ATT:", "ATTN", "ATTN:", "HOS", "VIA", "DÖDSBO", "DÖDSBOET", "DBO", "STÄRBHUSET", "HERR", "FRU", "GM", "FASTIGHET", "FASTIGHETEN", "SOMMARSTUGAN", "SOMMARSTUGA", "FRITIDSHUSET", "FRITIDSHUS",
        "SOMMARHUSET", "BESÖKSADRESS", "BESÖKSADRESS:", "GATUADR", "GATUADR:", "FOLKBOKFÖRINGSADRESS", "FOLKBOKFÖRINGSADRESS:", "PARSTUGAN", "LÄGENHET", "FAM", "FAMILJEN", "VILLA", "HUS", "HUSET", "STUGA", "STUGAN", "TORP", "TORPET", "GÅRD", "GÅRDEN", "BRF", "KV",
        "KVARTERET", "ADRESS", "ADRESS:", "ADR", "ADR:", "GATUADRESS", "GATUADRESS:", "HEMADRESS", "HEMADRESS:", "BOSTAD", "BOSTAD:");

    /// <summary>Numbered places of the post, in front of an address or behind it.</summary>
    private static readonly FrozenSet<string> Boxes = FrozenSet.Create(StringComparer.Ordinal, "BOX", "POSTBOX", "FACK", "PL", "POSTLÅDA", "PLÅDA", "PB", "LBL", "LANTBREVLÅDA", "BREVLÅDA", "POSTFACK", "LANTBR");

    /// <summary>Words that make another street of the one behind them; a street's name never begins after one.</summary>
    private static readonly FrozenSet<string> Qualifiers = FrozenSet.Create(
        StringComparer.Ordinal,
        "NORRA", "SÖDRA", "ÖSTRA", "VÄSTRA", "MELLERSTA", "ÖVRE", "NEDRE", "STORA", "LILLA", "GAMLA", "NYA", "INRE", "YTTRE", "BORTRE", "FÖRSTA", "ANDRA", "TREDJE", "FJÄRDE",
        "FEMTE", "SJÄTTE", "SJUNDE", "ÅTTONDE", "NIONDE", "TIONDE", "SANKT", "SANKTA", "S:T", "S:TA", "ST", "DOKTOR", "DR", "PROFESSOR", "KAPTEN", "N", "S", "Ö", "V", "NRA", "SDRA", "L", "G", "K",
        "ST:A", "L:A", "G:A", "Ö:A", "V:A", "N:A", "S:A");

    /// <summary>Flat number that stood in the text, 0 when none.</summary>
    public int DwellingNumber { get; set; }

    /// <summary>Postal code that stood in the text, 0 when none.</summary>
    public int PostalCode { get; private set; }

    /// <summary>Letter of an entrance, '\0' when none.</summary>
    public char Entrance { get; private set; }

    /// <summary>Where the post town, or whatever else stood behind the number, starts in the text, and how long it is.</summary>
    public (int Start, int Length) Town { get; set; }

    /// <summary>Whether a street's name may begin later than its line: something else is named in front.</summary>
    public bool NameMayFollow { get; private set; }

    /// <summary>Whether a postal code stood in front of its town and the street, all in one line.</summary>
    public bool CodeInFront { get; private set; }

    /// <summary>Whether this word makes another street of the one behind it.</summary>
    public static bool IsQualifier(ReadOnlySpan<char> word) =>
        Qualifiers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || (word.Length is 2 or 3 && char.IsAsciiDigit(word[0]) && word[^1] is 'A' or 'E');

    /// <summary>Sets aside what is no part of an address.</summary>
    public void SetAside()
    {
        (DwellingNumber, PostalCode, Town, Entrance, NameMayFollow, CodeInFront) = (0, 0, (0, 0), '\0', false, false);
        NumberSigns();
        Floors();
        Postal();
        PostBoxes();
        CareOf();
    }

    private static bool IsIn(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    // "STORGATAN NR 7", "STORGATAN NR7", "STORGATAN #7".
    private void NumberSigns()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<char> token = tokens[i];
            if (IsIn(NumberWords, token) && tokens.StartsWithDigit(i + 1))
            {
                // "HUS NR 3"; "NR 3" alone in front of the street too.
                tokens.Remove(i);
                i -= i > 1 && tokens[i - 1] is "HUS" ? 1 : 0;
                if (i > 0 && tokens[i] is "HUS")
                {
                    tokens.Remove(i);
                }
            }
            else if (i > 0 && token is "HUS" && tokens.IsDigits(i + 1) && !tokens.HasNumberBefore(i))
            {
                // "STREET HUS 3", where no other number stands.
                tokens.Remove(i);
            }
            else if (i == 0)
            {
                continue;
            }
            else if (token.Length > 1 && token[0] is '#' or '№' && char.IsAsciiDigit(token[1]))
            {
                tokens.CutFront(i, 1);
            }
            else if (token.Length > 2 && token.StartsWith("NR") && char.IsAsciiDigit(token[2]))
            {
                tokens.CutFront(i, 2);
            }
        }
    }

    private void Floors()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<char> token = tokens[i];
            bool last = i + 1 == tokens.Count;
            if (IsIn(FlatWords, token))
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
            else if (i > 0 && IsIn(FloorWords, token) && (token.Length < 3 || tokens.HasNumberBefore(i)))
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
            else if (i > 0 && !last && IsIn(EntranceWords, token) && tokens[i + 1].Length == 1 && char.IsLetter(tokens[i + 1][0]))
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

    // "931 30 ORT", "93130 ORT", "SE-931 30 ORT", from the second word on or as a line of its own; the town goes with it. In front of a street in one line only
    // the code goes, since nothing tells where the town ends.
    private void Postal()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens.IsDropped(i))
            {
                continue;
            }

            ReadOnlySpan<char> token = tokens[i];
            token = token.StartsWith("SE-", StringComparison.Ordinal) ? token[3..] : token.StartsWith("S-", StringComparison.Ordinal) ? token[2..] : token;
            bool digits = token.Length > 0 && !token.ContainsAnyExceptInRange('0', '9');
            int next = i + 1;
            bool two = digits && token.Length == 3 && tokens.IsDigits(next) && tokens[next].Length == 2;
            if (!two && !(digits && token.Length == 5))
            {
                continue;
            }

            int town = two ? next + 1 : next;
            bool townFollows = town < tokens.Count && char.IsLetter(tokens[town][0]) && tokens[town].Length > 1;
            bool ownLine = tokens.IsFirstOfLine(i);
            int end = i;
            while (end < tokens.Count && tokens.Line(end) == tokens.Line(i))
            {
                end++;
            }

            bool streetBehind = townFollows && NumberIn(town + 1, end);
            if ((i == 0 && !tokens.HasLines && !streetBehind) || (!townFollows && !ownLine && (two || token[0] == '0')))
            {
                continue;
            }

            PostalCode = int.Parse(token, CultureInfo.InvariantCulture);
            if (two)
            {
                PostalCode = (PostalCode * 100) + int.Parse(tokens[next], CultureInfo.InvariantCulture);
            }

            bool inFront = ownLine && streetBehind;
            int line = i;
            while (line > 0 && tokens.Line(line - 1) == tokens.Line(i))
            {
                line--;
            }

            if (!ownLine && streetBehind && !NumberIn(line, i))
            {
                // "ORT 931 30 STREET 7": the town stands in front of its code.
                Town = (tokens.Start(line), tokens.End(i - 1) - tokens.Start(line));
                for (int j = line; j < town; j++)
                {
                    tokens.Drop(j);
                }

                return;
            }

            for (int j = i; j < (inFront ? town : end); j++)
            {
                tokens.Drop(j);
            }

            CodeInFront = inFront;
            if (town < end && !inFront)
            {
                Town = (tokens.Start(town), tokens.End(end - 1) - tokens.Start(town));
            }

            return;
        }
    }

    private bool NumberIn(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tokens.StartsWithDigit(i))
            {
                return true;
            }
        }

        return false;
    }

    // "BOX12" and "PL1234" are one word; a place of the post has more figures than a square has houses.
    private void GluedBoxes()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            int digit = tokens[i].IndexOfAnyInRange('0', '9');
            if (digit > 1 && IsIn(Boxes, tokens[i][..digit]) && !tokens[i][digit..].ContainsAnyExceptInRange('0', '9') && (tokens[i][..digit] is not "PL" || tokens[i].Length - digit >= 4))
            {
                tokens.Split(i, digit);
            }
        }
    }

    // "BOX 12", "PL 1234": in front of an address or behind it. "STATIONS PL 6" is a square: there only a number as postmen have them counts.
    private void PostBoxes()
    {
        GluedBoxes();
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens.IsDropped(i) || !IsIn(Boxes, tokens[i]))
            {
                continue;
            }

            if (tokens.IsDigits(i + 1) && !tokens.IsDropped(i + 1) && (tokens.IsFirstOfLine(i) || tokens[i] is not "PL" || tokens[i + 1].Length >= 4))
            {
                BoxNumber(i);
            }
            else if (tokens.IsFirstOfLine(i) && !tokens.HasNext(i) && tokens[i] is not "PL" && HasOtherLine(tokens.Line(i)))
            {
                tokens.Drop(i);
            }
        }

        PostOffice();
    }

    // "MOHEDEN PL 1234 7": taken out where the number of the house stands behind it, else set aside. A number of four figures may be written in two.
    private void BoxNumber(int i)
    {
        bool inTheMidst = !tokens.IsFirstOfLine(i) && tokens.HasNext(i + 1) && tokens.StartsWithDigit(i + 2) && !tokens.HasNumberBefore(i);
        if (inTheMidst)
        {
            tokens.Remove(i + 1);
            tokens.Remove(i);
            return;
        }

        bool isTwo = tokens[i + 1].Length == 1 && tokens.HasNext(i + 1) && tokens.IsDigits(i + 2) && tokens[i + 2].Length == 3;
        tokens.Drop(i);
        tokens.Drop(i + 1);
        if (isTwo)
        {
            tokens.Drop(i + 2);
        }
    }

    // "P.O. BOX 12" leaves the two letters, or the one word, in front of the box.
    private void PostOffice()
    {
        for (int i = 1; i < tokens.Count; i++)
        {
            if (tokens.IsDropped(i) && tokens[i] is "BOX" && tokens.IsFirstOfLine(i - (tokens[i - 1] is "O" && i > 1 ? 2 : 1)))
            {
                if (tokens[i - 1] is "PO")
                {
                    tokens.Drop(i - 1);
                }
                else if (i > 1 && tokens[i - 1] is "O" && tokens[i - 2] is "P")
                {
                    tokens.Drop(i - 1);
                    tokens.Drop(i - 2);
                }
            }
        }
    }

    // Drops a c/o line if another line is left; else says that something else is named in front of the street.
    private void CareOf()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            bool careOf = tokens[i] is "C/O" or "C/O:" or "CO/" or "℅" || tokens[i].StartsWith("C/O", StringComparison.Ordinal) || (tokens.IsFirstOfLine(i) && tokens[i] is "CO" or "CO:");
            bool spelt = tokens.IsFirstOfLine(i) && tokens[i] is "C" && tokens.HasNext(i) && tokens[i + 1] is "O";
            if (!careOf && !spelt)
            {
                NameMayFollow |= !tokens.IsDropped(i) && tokens.IsFirstOfLine(i) && IsIn(Openers, tokens[i]);
                continue;
            }

            int line = tokens.Line(i);
            if (!HasOtherLine(line))
            {
                tokens.Drop(i);
                if (spelt)
                {
                    tokens.Drop(i + 1);
                }

                NameMayFollow = true;
                return;
            }

            for (int j = i; j < tokens.Count && tokens.Line(j) == line; j++)
            {
                tokens.Drop(j);
            }
        }
    }

    private bool HasOtherLine(int line)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens.Line(i) != line && !tokens.IsDropped(i))
            {
                return true;
            }
        }

        return false;
    }
}
