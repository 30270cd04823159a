namespace HousingInventory.Sample;

/// <summary>
/// Names that exist nowhere: all begin with "Exempel". Roots differ from each other in more than one letter, and so do endings, so that a misspelt name never
/// becomes another name of the town.
/// </summary>
internal static class SampleNames
{
    private static readonly string[] Roots =
    [
        "björk", "tallmo", "gransko", "rönnbär", "hägg", "lingon", "blåbär", "hjortron", "kråkbär", "mossa", "ljung", "kvanne", "älggräs", "fjäder", "kungs",
        "storspov", "pärluggle", "orre", "ripa", "lavskrika", "mesar", "sidensvans", "hackspett", "trana", "sångsvan", "lom", "abborr", "gädde", "röding", "harr",
        "laxtrapp", "öring", "sten", "klipp", "grus", "lerbotten", "kvarts", "silver", "koppar", "järn", "sommar", "vinter", "höstlöv", "vårflod", "nattljus",
        "dagg", "dimma", "regnbåge", "norrsken", "måne", "kolm", "tjärdal", "såg", "kvarn", "flottar", "handels", "smedje", "skomakar", "bagar", "prästbol",
    ];

    private static readonly string[] VillageEndings = ["näs", "träsk", "liden", "bergsbyn", "forsen", "mark", "vikbränna", "selet", "boda", "heden", "sund", "åker"];
    private static readonly string[] StreetEndings = ["gatan", "vägen", "stigen", "gränd"];

    private static readonly string[] QuarterEndings =
    [
        "harven", "plogen", "spaden", "krattan", "yxan", "hyveln", "mejseln", "släggan", "tången", "kompassen", "ankaret", "rodret", "masten", "seglet",
        "lanternan", "klockan", "lyktan", "stegen", "tunnan", "korgen", "vagnen", "släden", "skidan", "bojen",
    ];

    private static readonly string[] FarmEndings = ["gården", "torpet", "nybygget", "backstu", "backen", "lillgården"];
    private static readonly string[] Syllables = ["zor", "vak", "quel", "drim", "fnux", "hrosk", "jyl", "kweb", "mzat", "plyx", "svezh", "tjox", "ubrik", "wyrm", "xand", "yxla"];

    public static string Village(int index) => Compose(index, 7, VillageEndings);

    public static string Quarter(int index) => Compose(index, 11, QuarterEndings);

    public static string Farm(int index) => Compose(index, 13, FarmEndings);

    /// <summary>Streets of one locality, numbered from 0. Street 0 of every locality has the same name, as a main street often has.</summary>
    public static string Street(int locality, int index) => index == 0 ? "Exempelstorgatan" : Compose((locality * 97) + index, 17, StreetEndings);

    /// <summary>A surname of nobody, different for every number below 65,536.</summary>
    public static string Surname(int index) =>
        Capital(Syllables[index & 15] + Syllables[(index >> 4) & 15] + Syllables[(index >> 8) & 15] + Syllables[(index >> 12) & 15]);

    /// <summary>A first name of nobody.</summary>
    public static string FirstName(int index) => Capital(Syllables[index & 15] + Syllables[(index >> 4) & 15] + "ix");

    // Steps through all pairs of root and ending in an order that does not look like counting; past the last pair a second root is put in.
    private static string Compose(int index, int step, string[] endings)
    {
        int pairs = Roots.Length * endings.Length;
        int pair = (int)((long)(index % pairs) * step % pairs);
        int round = index / pairs;
        string second = round == 0 ? "" : Roots[round % Roots.Length];
        return "Exempel" + Roots[pair % Roots.Length] + second + endings[pair / Roots.Length];
    }

    private static string Capital(string s) => char.ToUpperInvariant(s[0]) + s[1..];
}
