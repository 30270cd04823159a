using System.Text;
using System.Text.RegularExpressions;

namespace HousingInventory.Link;

/// <summary>
/// The part of a written address that is an address and nothing else: street or village, number, letter, supplement. Only words that this grammar knows the place of
/// come out, so that a name, the name of an estate, a telephone or a person's number in the address column cannot. It errs towards leaving out.
/// </summary>
internal static partial class PlainAddress
{
    private const int InRegister = 5;
    private const int TypedStreet = 4;
    private const int StreetOfTwoWords = 3;
    private const int QualifiedVillage = 2;
    private const int OneWord = 1;

    /// <summary>A longer list is none of one home's address.</summary>
    private const int MostListed = 45;

    /// <summary>Words that are a whole kind of street, of which the name stands in front: KUNGENS GATA.</summary>
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "GATA", "GATAN", "VÄG", "VÄGEN", "STIG", "STIGEN", "GRÄND", "GRÄNDEN", "TORG", "TORGET", "PLATS", "PLATSEN", "PLAN", "PLANEN", "ALLÉ", "ALLÉN", "ALLE", "ALLEN", "BACKE", "BACKEN",
        "PARK", "PARKEN", "KAJ", "KAJEN", "ESPLANAD", "ESPLANADEN", "LED", "LEDEN", "BRINK", "BRINKEN", "STRÅK", "STRÅKET", "TRAPPOR", "STRAND", "GÅRD", "GÅRDEN",
    };

    /// <summary>Endings that make a word the name of a street, or of a farm, and hardly ever of a person.</summary>
    private static readonly string[] Endings =
    [
        "GATAN", "GATA", "VÄGEN", "VÄG", "STIGEN", "STIG", "GRÄNDEN", "GRÄND", "TORGET", "TORG", "PLATSEN", "PLANEN", "ALLÉN", "ALLEN", "BACKEN", "KROKEN", "RINGEN", "SLINGAN", "LEDEN", "STRÅKET",
        "ESPLANADEN", "PROMENADEN", "KAJEN", "HAMNEN", "BRINKEN", "LIDEN", "LUNDEN", "PARKEN", "HÖJDEN", "DALEN", "ÄNGEN", "SKOGEN", "BERGET", "SVÄNGEN", "BÅGEN", "SPÅRET", "VRETEN", "TÄPPAN",
        "HAGEN", "TOPPEN", "UDDEN", "NÄSET", "STRANDEN", "VIKEN", "SUNDET", "KULLEN", "GÅRDEN", "BYN", "GATU", "TORPET", "HEDEN", "MOSSEN", "LÅNGAN", "BRON", "BADET", "TRÄSKET",
    ];

    /// <summary>Words that belong to the name behind them.</summary>
    private static readonly HashSet<string> Qualifiers = new(StringComparer.Ordinal)
    {
        "NORRA", "SÖDRA", "ÖSTRA", "VÄSTRA", "NORR", "SÖDER", "ÖSTER", "VÄSTER", "N", "S", "Ö", "V", "GAMLA", "NYA", "LILLA", "STORA", "L", "ST", "ÖVRE", "NEDRE", "YTTRE", "INRE", "MELLAN", "MELLERSTA",
        "BORTRE", "HITRE", "ÖVERSTA", "SANKT", "SANKTA", "S:T", "S:TA", "STRÖMSUNDS", "GML", "KV", "KVARTERET", "GÅRDEN", "GÅRD", "BY",
    };

    /// <summary>As these, and one letter long: no initial where nothing stands before it.</summary>
    private static readonly HashSet<string> Initials = new(StringComparer.Ordinal) { "G", "M", "I", "X" };

    /// <summary>Words before a number that is none of a house.</summary>
    private static readonly HashSet<string> OtherNumbers = new(StringComparer.Ordinal)
    {
        "BOX", "POSTBOX", "PB", "TEL", "TELEFON", "TFN", "MOB", "MOBIL", "FACK", "LGH", "LGHNR", "LÄG", "LÄGENHET", "RUM", "VÅN", "VÅNING", "PNR", "PERSONNR", "PERSONNUMMER", "FÖDD", "ID", "NR", "NO", "PORTKOD", "KOD",
        "PL", "PERSON", "DOSSIE", "DNR", "REF",
    };

    /// <summary>The address, in capitals; null when the text holds none that can be told from a name.</summary>
    /// <param name="text">As it stands in the extract.</param>
    /// <param name="names">Names of the address register, which are kept whole; null without one.</param>
    public static string? Of(string text, KnownNames? names = null)
    {
        string best = "";
        int bestScore = 0;
        string normalised = AddressFold.Normalise(text);
        foreach (string segment in CommaInList().Replace(normalised, JoinedList).Split(','))
        {
            List<string> tokens = Tokens(segment);
            bool careOf = tokens.Exists(t => t is "C/O" or "CO" or "CO/" or "C/O:" or "HOS" or "ATT" or "ATTN" or "VIA" or "DÖDSBO" or "DÖDSBOET" or "DBO" or "DB" or "STÄRBHUSET" or "GM");
            for (int i = 0; i < tokens.Count; i++)
            {
                (string phrase, int score) = IsHouseNumber(tokens[i]) ? Numbered(tokens, i, careOf, names)
                    : i == tokens.Count - 1 ? Unnumbered(tokens, i, names) : ("", 0);
                if (score > bestScore)
                {
                    (best, bestScore) = (phrase, score);
                }
            }
        }

        return bestScore == 0 ? null : WithWholeList(normalised, best);
    }

    // "4 A, B", "98 EL 102": what the register's reader takes for a list is written out, where nothing but the town stands behind it; what is lost of it is a home that looks empty.
    private static string WithWholeList(string normalised, string kept)
    {
        int name = NameAndNumber().Match(kept) is { Success: true } match ? match.Index + 1 : 0;
        int at = name == 0 ? -1 : normalised.IndexOf(kept[..(name + 1)], StringComparison.Ordinal);
        if (at < 0)
        {
            return kept;
        }

        List<LetteredNumber> all = [], known = [];
        ReadOnlySpan<char> list = normalised.AsSpan(at + name + 1);
        ReadOnlySpan<char> number = kept.AsSpan(name + 1);
        int end = HouseNumberList.Read(list, all, out _);
        // "12, 3" may be a floor.
        bool isWhole = end > 0 && (end == list.Length || list[end] == ',') && !CommaAndNumber().IsMatch(list[..end]) && HouseNumberList.Read(number, known, out _) == number.Length;
        // "4 B/V" and "4 T/H" are floors and doors; another number first is another street's, as in "SÖDRA ALMGATAN 4, ALMGATAN 8".
        isWhole = isWhole && all[0].Number == known[0].Number && all.TrueForAll(house => house.Letter is '\0' or <= 'F' || known.Contains(house));
        return isWhole && all.Count <= MostListed && all.Exists(house => !known.Contains(house))
            ? kept[..(name + 1)] + string.Join(" OCH ", all.Select(house => FormattableString.Invariant($"{house.Number - 1}{house.Letter}").TrimEnd('\0')))
            : kept;
    }

    private static List<string> Tokens(string segment)
    {
        List<string> tokens = [];
        foreach (string raw in segment.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string token = raw.Trim('-', ':', '/');
            token = raw is "-" or "/" ? raw : raw.StartsWith("C/O", StringComparison.Ordinal) ? "C/O" : token;
            if (raw.Length > 3 && token == "C/O")
            {
                // "C/OKARLSSON": what is glued to it is a name.
                tokens.Add(token);
                continue;
            }

            Match glued = Glued().Match(token);
            if (glued.Success)
            {
                tokens.Add(glued.Groups["name"].Value);
                tokens.Add(glued.Groups["number"].Value);
            }
            else if (token.Length > 0)
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }

    private static (string Phrase, int Score) Numbered(List<string> tokens, int number, bool careOf, KnownNames? names)
    {
        int before = number - 1;
        (int from, int score) = before >= 0 ? Name(tokens, before, careOf, names) : (0, 0);
        if (score == 0)
        {
            // "5 STORGATAN"; but "2:A STORGATAN 5" has its number where it belongs.
            bool behind = number == 0 && tokens.Count > 1 && EndsAsStreet(tokens[1]) && !(tokens.Count > 2 && IsHouseNumber(tokens[2]));
            return behind ? ($"{tokens[1]} {tokens[0]}", TypedStreet) : ("", 0);
        }

        StringBuilder text = new();
        text.AppendJoin(' ', tokens.Skip(from).Take(number - from)).Append(' ').Append(tokens[number]);
        for (int i = number + 1; i < tokens.Count; i++)
        {
            bool more = i + 1 < tokens.Count;

            // "5 B V" is a floor and "12 T O M 16" a span: two letters after one another are no letter of the house.
            bool isPair = more && tokens[i + 1].Length == 1 && char.IsLetter(tokens[i + 1][0]) && !(tokens[i + 1] is "O" && i + 2 < tokens.Count && IsHouseNumber(tokens[i + 2]));
            if (!isPair && tokens[i].Length == 1 && char.IsLetter(tokens[i][0]) && i == number + 1 && char.IsAsciiDigit(tokens[number][^1]) && !(tokens[i] is "O" && more && IsHouseNumber(tokens[i + 1])))
            {
                text.Append(tokens[i]);
            }
            else if (i == number + 1 && char.IsAsciiDigit(text[^1]) && Letters().IsMatch(tokens[i]))
            {
                // "4 A-C"; but "4 B/V" is a floor.
                text.Append(tokens[i]);
            }
            else if (Joint(tokens, i, char.IsLetter(text[^1])) is (not null and string joint, int used))
            {
                text.Append(joint).Append(tokens[i + used]);
                i += used;
            }
            else if (Supplement().IsMatch(tokens[i]))
            {
                text.Append(' ').Append(tokens[i]);
                text.Append(more && tokens[i].Length <= 2 && ShortNumber().IsMatch(tokens[i + 1]) ? " " + tokens[++i] : "");
            }
            else if (tokens[i] is "UPPG" or "UPPGÅNG" or "ING" or "INGÅNG" or "PORT" or "ENTRÉ" && more && tokens[i + 1].Length == 1 && char.IsLetter(tokens[i + 1][0]))
            {
                text.Append(char.IsLetter(text[^1]) ? "" : tokens[i + 1]);
                i++;
            }
            else
            {
                break;
            }
        }

        return (text.ToString(), score);
    }

    // "12 OCH 14", "12 T O M 16", "12A SAMT B": what is meant besides the first house must come through, else it looks empty. A letter alone is one only at the end, where it is no initial.
    private static (string? Joint, int Used) Joint(List<string> tokens, int i, bool lettered)
    {
        bool isWords = tokens[i] is "T" && i + 2 < tokens.Count && tokens[i + 1] is "O" && tokens[i + 2] is "M";
        bool isSpan = isWords || tokens[i] is "-" or "TILL" or "TOM";
        bool isList = tokens[i] is "OCH" or "O" or "&" or "+" or "/" or "SAMT" or "RESP" or "RESPEKTIVE" or "ELLER" or "AND";
        int used = isWords ? 3 : 1;
        int next = i + used;
        bool isFlat = tokens[i] is "/" && next < tokens.Count && tokens[next].Length == 4 && tokens[next].All(char.IsAsciiDigit);
        bool follows = (isSpan || isList) && next < tokens.Count && !isFlat
            && (IsHouseNumber(tokens[next]) || (lettered && tokens[next].Length == 1 && char.IsLetter(tokens[next][0]) && (next + 1 == tokens.Count || tokens[next + 1] is "OCH" or "&" or "+" or "-" or "/")));
        return follows ? (isSpan ? "-" : tokens[i] is "O" or "&" ? $" {tokens[i]} " : " OCH ", used) : (null, 0);
    }

    // "7, 9 OCH 11": as the reader has it, only a higher number of the same side of the street; "12, 3" may be a floor.
    private static string JoinedList(Match comma)
    {
        int one = int.Parse(comma.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), two = int.Parse(comma.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture);
        return two > one && two - one <= 40 && (two - one) % 2 == 0 ? $"{comma.Groups[1].Value}{comma.Groups[2].Value} OCH " : comma.Value;
    }

    // A farm or a street without numbers. Only names that end as no person's does, or of several words that are all of a name in the register.
    private static (string Phrase, int Score) Unnumbered(List<string> tokens, int last, KnownNames? names)
    {
        if (last > 0 && names?.From(tokens, last) == 0)
        {
            return (string.Join(' ', tokens), InRegister);
        }

        bool street = EndsAsStreet(tokens[last]) && (tokens[last].EndsWith('N') || tokens[last].EndsWith('T'));
        int from = last;
        while (street && from > 0 && (IsQualifier(tokens, from - 1) || (EndsAsStreet(tokens[from - 1]) && tokens[from - 1].EndsWith('N'))))
        {
            from--;
        }

        return street && from == 0 ? (string.Join(' ', tokens), OneWord) : ("", 0);
    }

    /// <summary>Where the name that ends at a token starts, and how surely it is one; score 0 for none.</summary>
    private static (int From, int Score) Name(List<string> tokens, int last, bool careOf, KnownNames? names)
    {
        (int from, int score) = Name(tokens, last, careOf);
        int known = names?.From(tokens, last) ?? -1;

        // "C/O BERG 4" is somebody, though a village of that name be in the register; "C/O BERG RÖDA KVARNGATAN 4" is at that street.
        return known < 0 || (careOf && score < StreetOfTwoWords) ? (from, score) : (score == 0 ? known : Math.Min(from, known), InRegister);
    }

    // By the grammar alone.
    private static (int From, int Score) Name(List<string> tokens, int last, bool careOf)
    {
        string word = tokens[last];
        if (!IsWord(word) || OtherNumbers.Contains(word))
        {
            return (0, 0);
        }

        int from = last;
        int score;
        if (Types.Contains(word))
        {
            if (last == 0 || !IsWord(tokens[last - 1]))
            {
                return (0, 0);
            }

            from--;
            score = StreetOfTwoWords;
            if (from == 1 && !careOf && tokens[from].EndsWith('S') && IsWord(tokens[0]))
            {
                // OLOF PALMES GATA, where nothing else stands before the number.
                from = 0;
            }
        }
        else if (EndsAsStreet(word) || IsShortStreet(word))
        {
            score = TypedStreet;
        }
        else
        {
            bool alone = last == 0 && !careOf;
            // "L EXEMPELSSON 4" is somebody with an initial.
            bool qualified = last > 0 && tokens[last - 1].Length > 2 && Qualifiers.Contains(tokens[last - 1]);
            if (!alone && !qualified)
            {
                // A village of several words and a person's name look alike.
                return (0, 0);
            }

            score = qualified ? QualifiedVillage : OneWord;
        }

        while (from > 0 && IsQualifier(tokens, from - 1))
        {
            from--;
        }

        return (from, score);
    }

    // "GLA KYRKVÄGEN", "DR WESTRINGS GATA", "2:A TVÄRGATAN": without its first word it is another street. What the register's reader knows as such a word is one here.
    private static bool IsQualifier(List<string> tokens, int at) =>
        Qualifiers.Contains(tokens[at]) || NameVariants.IsWordOfAName(tokens[at]) || Ordinal().IsMatch(tokens[at]) || (at == 0 && (Initials.Contains(tokens[at]) || ShortNumber().IsMatch(tokens[at])));

    private static bool EndsAsStreet(string word) => IsWord(word) && Array.Exists(Endings, e => word.Length > e.Length + 1 && word.EndsWith(e, StringComparison.Ordinal));

    // STORG 5, KUNGSV 12: the register's reader knows the short form.
    private static bool IsShortStreet(string word) => word.Length > 3 && (word.EndsWith("SG", StringComparison.Ordinal) || word.EndsWith("SV", StringComparison.Ordinal) || word.EndsWith("RG", StringComparison.Ordinal));

    private static bool IsWord(string token) => token.Length > 0 && char.IsLetter(token[0]) && token.All(static c => char.IsLetter(c) || c is '-' or ':' or '?');

    private static bool IsHouseNumber(string token) => House().IsMatch(token);

    [GeneratedRegex(@"\b(\d{1,3})([A-Z]?)\s*,\s*(?=(\d{1,3})[A-Z]?\s*(?:,|OCH\b|O\b|&|$))", RegexOptions.CultureInvariant)]
    private static partial Regex CommaInList();

    [GeneratedRegex(@"^\d{1,4}[A-ZÅÄÖ]?(?:[-/:]\d{0,4}[A-ZÅÄÖ]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex House();

    [GeneratedRegex(@"^(?<name>\p{L}{3,}\p{L}*)(?<number>\d{1,4}[A-ZÅÄÖ]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    [GeneratedRegex(@"^\d{1,2}:?(?:A|E|STA|DRA|DJE|DE|TE)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^U[HV]?\d{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Supplement();

    [GeneratedRegex(@",\s*\d", RegexOptions.CultureInvariant)]
    private static partial Regex CommaAndNumber();

    [GeneratedRegex(@"[\p{L}:?] (?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndNumber();

    [GeneratedRegex(@"^[A-F][-/][A-F]$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex(@"^\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortNumber();
}
