using System.Collections.Frozen;

namespace HousingInventory.Link;

/// <summary>
/// What people write around an address, and which words of it are no part of one: where in the house, what the post needs, signs for a number, c/o, the name of a
/// villa. Sets those words aside. Scratch memory of <see cref="AddressReader"/>.
/// </summary>
internal sealed class AddressAround(AddressTokens tokens)
{
    private static readonly FrozenSet<string> NumberWords = FrozenSet.Create(StringComparer.Ordinal, "NR", "NO", "N:R", "NUMMER", "NUM", "#", "№", "HUSNR", "HUSNUMMER", "HUS-NR", "NR:", "N:R:", "NRO", "N°", "Nº", "NO:", "GATUNR", "GATUNUMMER");

    /// <summary>With these a line begins that names somebody or something else first, and the street behind it.</summary>
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(
        StringComparer.Ordinal,
        "C/O", "C/O:", "CO/", "CO", "CO:", "%", "℅", "ATT", "ATT:", "ATTN", "ATTN:", "HOS", "VIA", "DÖDSBO", "DÖDSBOET", "DBO", "STÄRBHUSET", "HERR", "FRU", "GM", "FASTIGHET", "FASTIGHETEN", "SOMMARSTUGAN", "SOMMARSTUGA", "FRITIDSHUSET", "FRITIDSHUS",
        "SOMMARHUSET", "BESÖKSADRESS", "BESÖKSADRESS:", "GATUADR", "GATUADR:", "FOLKBOKFÖRINGSADRESS", "FOLKBOKFÖRINGSADRESS:", "PARSTUGAN", "LÄGENHET", "FAM", "FAMILJEN", "VILLA", "HUS", "HUSET", "STUGA", "STUGAN", "TORP", "TORPET", "GÅRD", "GÅRDEN", "BRF", "KV",
        "KVARTERET", "ADRESS", "ADRESS:", "ADR", "ADR:", "GATUADRESS", "GATUADRESS:", "HEMADRESS", "HEMADRESS:", "BOSTAD", "BOSTAD:");

    /// <summary>Words that make another street of the one behind them; a street's name never begins after one.</summary>
    private static readonly FrozenSet<string> Qualifiers = FrozenSet.Create(
        StringComparer.Ordinal,
        "NORRA", "SÖDRA", "ÖSTRA", "VÄSTRA", "MELLERSTA", "ÖVRE", "NEDRE", "STORA", "LILLA", "GAMLA", "NYA", "INRE", "YTTRE", "BORTRE", "FÖRSTA", "ANDRA", "TREDJE", "FJÄRDE",
        "FEMTE", "SJÄTTE", "SJUNDE", "ÅTTONDE", "NIONDE", "TIONDE", "SANKT", "SANKTA", "S:T", "S:TA", "ST", "DOKTOR", "DR", "PROFESSOR", "KAPTEN", "N", "S", "Ö", "V", "NRA", "SDRA", "L", "G", "K",
        "ST:A", "L:A", "G:A", "Ö:A", "V:A", "N:A", "S:A");

    /// <summary>Where in the house.</summary>
    public AddressInHouse House { get; } = new(tokens);

    /// <summary>What is there for the post.</summary>
    public AddressForPost Post { get; } = new(tokens);

    /// <summary>Whether a street's name may begin later than its line: something else is named in front.</summary>
    public bool NameMayFollow { get; private set; }

    /// <summary>Whether this word makes another street of the one behind it.</summary>
    public static bool IsQualifier(ReadOnlySpan<char> word) =>
        Qualifiers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || (word.Length is 2 or 3 && char.IsAsciiDigit(word[0]) && word[^1] is 'A' or 'E');

    /// <summary>Sets aside what is no part of an address.</summary>
    public void SetAside()
    {
        NameMayFollow = false;
        NumberSigns();
        House.SetAside();
        Post.SetAside();
        CareOf();
    }

    // "STORGATAN NR 7", "STORGATAN NR7", "STORGATAN #7".
    private void NumberSigns()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<char> token = tokens[i];
            if (tokens.IsOneOf(i, NumberWords) && tokens.StartsWithDigit(i + 1))
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

    // Drops a c/o line if another line is left; else says that something else is named in front of the street.
    private void CareOf()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            bool careOf = tokens[i] is "C/O" or "C/O:" or "CO/" or "℅" || tokens[i].StartsWith("C/O", StringComparison.Ordinal) || (tokens.IsFirstOfLine(i) && tokens[i] is "CO" or "CO:");
            bool spelt = tokens.IsFirstOfLine(i) && tokens[i] is "C" && tokens.HasNext(i) && tokens[i + 1] is "O";
            if (!careOf && !spelt)
            {
                NameMayFollow |= !tokens.IsDropped(i) && tokens.IsFirstOfLine(i) && tokens.IsOneOf(i, Openers);
                continue;
            }

            int line = tokens.Line(i);
            if (!tokens.HasOtherLine(line))
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
}
