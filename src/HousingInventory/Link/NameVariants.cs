namespace HousingInventory.Link;

/// <summary>
/// The ways in which people shorten the name of a street: "Storg", "St. Exempelv", "N Exempelgr". They are made from the names of the register, so a short
/// form is only ever taken for a name that exists, and one that fits several names fits them all.
/// </summary>
internal static class NameVariants
{
    private const int MostVariants = 96;

    /// <summary>No street has so long a name; what is longer is a note or damage, and nobody shortens it.</summary>
    public const int LongestName = 200;

    private static readonly (string End, string[] Short)[] Ends =
    [
        ("GATAN", ["G", "GT", "GAT", "GTN", "GATA"]),
        ("GATA", ["G", "GT", "GAT"]),
        ("VÄGEN", ["V", "VG", "VÄG", "VGN"]),
        ("VÄG", ["V", "VG"]),
        ("GRÄNDEN", ["GR", "GRD", "GRÄND"]),
        ("GRÄND", ["GR", "GRD"]),
        ("STIGEN", ["ST", "STG", "STIG"]),
        ("STIG", ["ST", "STG"]),
        ("PLATSEN", ["PL", "PLATS"]),
        ("PLATS", ["PL"]),
        ("PLANEN", ["PL", "PLAN"]),
        ("PLAN", ["PL"]),
        ("TORGET", ["T", "TG", "TORG"]),
        ("TORG", ["T", "TG"]),
        ("ALLÉN", ["A", "ALL", "ALLE"]),
        ("ALLÉ", ["A", "ALL"]),
        ("BACKEN", ["B", "BACK", "BACKE"]),
        ("BACKE", ["B", "BACK"]),
        ("STRÄDET", ["STR", "STRÄDE"]),
        ("LEDEN", ["L", "LED"]),
        ("GÅRDEN", ["GD", "GÅRD"]),
        ("ESPLANADEN", ["ESPL"]),
        ("PARKEN", ["P", "PARK"]),
        ("KAJEN", ["KAJ"]),
        ("RINGEN", ["RING"]),
        ("STRANDEN", ["STR", "STRAND"]),
    ];

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["NORRA"] = ["N", "NRA", "N:A"],
        ["SÖDRA"] = ["S", "SDRA", "S:A"],
        ["ÖSTRA"] = ["Ö", "Ö:A"],
        ["VÄSTRA"] = ["V", "V:A"],
        ["MELLERSTA"] = ["M"],
        ["ÖVRE"] = ["Ö"],
        ["NEDRE"] = ["N"],
        ["STORA"] = ["ST", "S", "ST:A"],
        ["LILLA"] = ["L", "L:A", "LA"],
        ["GAMLA"] = ["G", "G:A", "GLA"],
        ["NYA"] = ["N", "NY"],
        ["SANKT"] = ["ST", "S:T", "S"],
        ["S:T"] = ["SANKT", "S"],
        ["ST"] = ["SANKT", "STORA"],
        ["SANKTA"] = ["ST", "S:TA", "ST:A"],
        ["S:TA"] = ["SANKTA", "ST"],
        ["DOKTOR"] = ["DR", "D:R"],
        ["PROFESSOR"] = ["PROF"],
        ["KAPTEN"] = ["KAPT"],
        ["KYRKOHERDE"] = ["KH"],
    };

    private static readonly string[] Ordinals =
        ["FÖRSTA", "ANDRA", "TREDJE", "FJÄRDE", "FEMTE", "SJÄTTE", "SJUNDE", "ÅTTONDE", "NIONDE", "TIONDE", "ELFTE", "TOLFTE", "TRETTONDE", "FJORTONDE", "FEMTONDE", "SEXTONDE", "SJUTTONDE", "ARTONDE", "NITTONDE", "TJUGONDE"];

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    private static readonly HashSet<string> WordsOfNames;

    static NameVariants()
    {
        // 1:a and 2:a, 3:e and on; the wrong ending is written too.
        for (int i = 0; i < Ordinals.Length; i++)
        {
            string figure = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            string end = Ordinals[i] switch
            {
                "FÖRSTA" => "STA",
                "ANDRA" => "DRA",
                "TREDJE" => "DJE",
                _ => Ordinals[i][^2..],
            };
            List<string> figures = [figure + "A", figure + "E", figure + end, figure + Ordinals[i], figure];
            if (i < Romans.Length)
            {
                figures.Add(Romans[i]);
            }

            Words.Add(Ordinals[i], [.. figures]);
            foreach (string written in (ReadOnlySpan<string>)[figure + ":A", figure + ":E", figure + "A", figure + "E"])
            {
                Words.Add(written, [Ordinals[i], .. figures]);
            }
        }

        WordsOfNames =
        [
            .. Words.Keys.Concat(Words.Values.SelectMany(static shorts => shorts)).SelectMany(static word => new[] { word, word.Replace(":", "", StringComparison.Ordinal) })
                .Where(static word => word.Length > 1 && char.IsLetter(word[0])),
        ];
    }

    /// <summary>Whether a word of two letters or more stands in names of streets, whole or shortened: NORRA, N:A, DOKTOR, DR, ANDRA, II.</summary>
    public static bool IsWordOfAName(string word) => WordsOfNames.Contains(word);

    /// <summary>The compact forms of every short form of a name; not the name itself.</summary>
    /// <param name="name">A normalised name of the register.</param>
    public static HashSet<string> Of(string name)
    {
        if (name.Length > LongestName)
        {
            return [];
        }

        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> forms = [""];
        for (int i = 0; i < words.Length; i++)
        {
            List<string> ways = [words[i]];
            if (Words.TryGetValue(words[i], out string[]? shorts))
            {
                ways.AddRange(shorts);
            }

            if (i == words.Length - 1)
            {
                Shorten(words[i], i > 0, ways);
            }

            List<string> next = new(forms.Count * ways.Count);
            foreach (string form in forms)
            {
                foreach (string way in ways)
                {
                    if (next.Count < MostVariants)
                    {
                        next.Add(form + way);
                    }
                }
            }

            forms = next;
        }

        HashSet<string> variants = new(StringComparer.Ordinal);
        string whole = AddressFold.Compact(name);
        foreach (string form in forms)
        {
            string compact = AddressFold.Compact(form);
            if (compact.Length > 1 && compact != whole)
            {
                variants.Add(compact);
            }
        }

        return variants;
    }

    /// <summary>What a compact text might be written out: "EXEMPELBJÖRKV" → "EXEMPELBJÖRKVÄGEN". For spelling, where the short form itself is misspelt.</summary>
    public static IEnumerable<string> WrittenOut(string compact)
    {
        foreach ((string end, string[] shorts) in Ends)
        {
            foreach (string way in shorts)
            {
                if (compact.Length > way.Length + 3 && compact.EndsWith(way, StringComparison.Ordinal))
                {
                    yield return AddressFold.Compact(string.Concat(compact.AsSpan(0, compact.Length - way.Length), end));
                }
            }
        }
    }

    private static void Shorten(string word, bool mayStandAlone, List<string> ways)
    {
        foreach ((string end, string[] shorts) in Ends)
        {
            if (word.EndsWith(end, StringComparison.Ordinal) && (word.Length > end.Length || mayStandAlone))
            {
                foreach (string way in shorts)
                {
                    ways.Add(string.Concat(word.AsSpan(0, word.Length - end.Length), way));
                }

                return;
            }
        }
    }
}
