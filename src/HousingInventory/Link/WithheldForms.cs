using System.Globalization;
using System.Text.RegularExpressions;

namespace HousingInventory.Link;

/// <summary>
/// What a key of the withheld list may mean, as people write it: with "m.fl." behind, with "nr" before the number, several units or numbers in one line, spans,
/// and the town behind. Every meaning is followed, since protecting one home too many does no harm.
/// </summary>
internal static partial class WithheldForms
{
    /// <summary>A span longer than this is no span of houses.</summary>
    private const int LongestSpan = 100;

    /// <summary>The texts to follow; the text as written first, each once.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        HashSet<string> forms = [];
        List<string> ordered = [];
        void Add(string form)
        {
            form = form.Trim(' ', ',', '.', ';', '"', '\'');
            if (form.Length > 0 && forms.Add(form))
            {
                ordered.Add(form);
            }
        }

        Add(text);
        string spans = SpanWords().Replace(text.Replace('\u00A0', ' '), "-");
        string plain = Blanks().Replace(Noise().Replace(spans, " "), " ").Trim();
        Add(plain);
        Add(LabelBefore().Replace(plain, ""));
        plain = LabelBefore().Replace(plain, "");
        Add(Glued().Replace(plain, " "));
        Add(Slash().Replace(plain, ":"));
        foreach (Match unit in Designations().Matches(plain))
        {
            // "the cabin on EXEMPELBYN 1:7": the words before the unit, fewer and fewer of them.
            string[] words = unit.Groups["name"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (int from = 0; from < words.Length; from++)
            {
                Add($"{string.Join(' ', words[from..])} {unit.Groups["unit"].Value}");
            }
        }

        string? name = null;
        string? block = null;
        foreach (string part in Parts().Split(plain))
        {
            // "Exempelbyn 1:9 och 1:10", "Exempelgatan 9 och 11": what has no name of its own has that of the part before.
            Match named = Named().Match(part.Trim());
            if (named.Success)
            {
                name = named.Groups["name"].Value;
                Add(name + " " + named.Groups["unit"].Value);
                block = Members(name, named.Groups["unit"].Value, block, Add);
            }
            else if (name is not null && Unit().IsMatch(part.Trim()))
            {
                block = Members(name, part.Trim(), block, Add);
            }
        }

        return ordered;
    }

    /// <summary>Whether a text is written as a designation is: EXEMPELBYN 1:9. Its first number is no house's.</summary>
    public static bool IsDesignation(string text) => BlockAndUnit().IsMatch(text);

    /// <summary>Letters and digits without any accent, to compare with what is written without å, ä and ö, or with aa, ae and oe for them.</summary>
    public static string WithoutAccents(string text) => AddressFold.Compact(AddressFold.Normalise(text))
        .Replace('Å', 'A').Replace('Ä', 'A').Replace('Ö', 'O')
        .Replace("AE", "A", StringComparison.Ordinal).Replace("OE", "O", StringComparison.Ordinal).Replace("AA", "A", StringComparison.Ordinal);

    /// <summary>The part up to the last number: what stands behind it is a town.</summary>
    public static string WithoutTown(string text) => UpToNumber().Match(text) is { Success: true } match ? match.Value : text;

    private static string? Members(string name, string unit, string? block, Action<string> add)
    {
        Match said = Unit().Match(unit);
        if (!said.Success)
        {
            add(name + " " + unit);
            return block;
        }

        string own = said.Groups["block"].Success ? said.Groups["block"].Value : "";
        string first = said.Groups["first"].Value;
        add($"{name} {own}{first}{said.Groups["letter"].Value}");
        if (own.Length == 0 && block is not null)
        {
            add($"{name} {block}{first}");
        }

        if (said.Groups["last"].Success
            && int.TryParse(first, CultureInfo.InvariantCulture, out int from)
            && int.TryParse(said.Groups["last"].Value, CultureInfo.InvariantCulture, out int to) && to - from is > 0 and <= LongestSpan)
        {
            for (int n = from + 1; n <= to; n++)
            {
                add(string.Create(CultureInfo.InvariantCulture, $"{name} {own}{n}"));
            }
        }

        return own.Length > 0 ? own : block;
    }

    [GeneratedRegex(@"\b(m\.?\s?fl\.?|med flera|mfl)(?=\s|$|,)|\bfastighet(en|sbeteckning)?\b\s*:?|\b(nr|no|num|nummer)\b\.?(?=\s*\d)|№|#(?=\s*\d)|\b(lgh|lägenhet)\.?\s*\d+|^urn:uuid:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^(adress|gatuadress|kvarteret|kv\.?|hus|byggnad|beteckning|nyckel|key|fastighet|lägenhet|dwelling|building|address|property)(\s*:\s*|\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelBefore();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<=\d)\s*\b(?:till|t\.?\s?o\.?\s?m\b\.?|to)\s*(?=\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpanWords();

    [GeneratedRegex(@"(?<=\p{L})(?=\d+:\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    [GeneratedRegex(@"(?<=\s\d+)/(?=\d+\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Slash();

    [GeneratedRegex(@"(?<name>\p{L}[\p{L}\s.'-]*?)\s*(?<unit>\d+:\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Designations();

    [GeneratedRegex(@"\d:\d", RegexOptions.CultureInvariant)]
    private static partial Regex BlockAndUnit();

    [GeneratedRegex(@"\s+(?:och|samt|and|eller|or|resp\.?|respektive|o\.?)\s+|\s*[,;&+]\s*|\s+/\s+|(?<=\d)/(?=\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?<name>.*\p{L}.*?)\s+(?<unit>(?:S:|GA:|FS:)?\d\S*(?:\s*[-–]\s*\d\S*)?(?:\s[A-Za-zÅÄÖåäö](?=\s|$))?)(?:\s+\D.*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<block>(?:\d+|S|GA|FS):)?(?<first>\d+)\s?(?<letter>[A-Za-zÅÄÖåäö])?(?:\s*[-–]\s*(?:\k<block>)?(?<last>\d+))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^.*\d\s?[A-Za-z]?(?=\W|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UpToNumber();
}
