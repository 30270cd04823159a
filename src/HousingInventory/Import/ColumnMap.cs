using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Import;

/// <summary>
/// Finds the columns of a layer by what they mean: what the configuration's <c>columns</c> says first, then the known names in order. Names are compared
/// without case, spaces, <c>_</c> and <c>-</c>, and with å, ä and ö folded, since every carrier spells them its own way.
/// </summary>
internal sealed partial class ColumnMap
{
    public static readonly string[] DwellingNouns = ["lagenhet", "lagenhets", "bostad", "bostads", "dwelling"];
    public static readonly string[] AddressNouns = ["adress", "adressplats", "belagenhetsadress", "address"];
    public static readonly string[] PropertyNouns = ["fastighet", "fastighets", "registerenhet", "registerenhets", "property"];
    public static readonly string[] BuildingNouns = ["byggnad", "byggnads", "hus", "building"];

    public static readonly string[] KeyWords = ["objektidentitet", "uuid", "id", "identitet", "nyckel", "guid", "referens", "ref", "key"];

    public static readonly string[] EastNames =
        ["e", "ost", "easting", "x_koord", "x_koordinat", "koordinat_x", "lon", "lng", "long", "longitude", "longitud", "x", "e_koord", "e_koordinat", "ekoordinat", "ostkoordinat", "e_sweref99tm", "sweref99tm_e", "sweref_e", "x_sweref99tm", "lon_wgs84", "long_wgs84"];

    public static readonly string[] NorthNames =
        ["n", "nord", "northing", "y_koord", "y_koordinat", "koordinat_y", "lat", "latitude", "latitud", "y", "n_koord", "n_koordinat", "nkoordinat", "nordkoordinat", "n_sweref99tm", "sweref99tm_n", "sweref_n", "y_sweref99tm", "lat_wgs84"];

    private static readonly string[] IdEnds = ["id", "uuid", "guid", "ident", "identitet", "nyckel", "key", "idnr"];

    /// <summary>Every name under which any column of any source is known, folded.</summary>
    private static readonly Lazy<HashSet<string>> KnownAnywhere = new(static () =>
        [.. typeof(Source).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(static door => ((Source)Activator.CreateInstance(door.DerivedType)!).Vocabulary)
            .SelectMany(static v => v.Columns).SelectMany(static w => w.Known.Select(Fold).Concat(w.KeyNames()))]);

    private const int CutLength = 10;

    /// <summary>Shorter words (x, n, e) may be values.</summary>
    private const int ShortestHeading = 3;

    private static readonly Dictionary<string, string> NothingSaid = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, string> _said;
    private readonly LayerInfo _layer;
    private readonly SourceVocabulary _vocabulary;
    private readonly SourceLayout? _saidLayout;
    private readonly Dictionary<string, int> _byFoldedName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byCutName = new(StringComparer.Ordinal);

    /// <summary>The columns of a layer as a type of source understands them, with nothing said by a configuration.</summary>
    public ColumnMap(LayerInfo layer, SourceVocabulary vocabulary)
        : this(layer, vocabulary, NothingSaid, null, static sentence => new InputException(sentence))
    {
    }

    /// <summary>The same, with what the configuration says.</summary>
    /// <exception cref="InputException"><c>columns</c> names a column that the layer lacks, or the layer lacks the columns of the <c>layout</c>.</exception>
    public ColumnMap(
        LayerInfo layer, SourceVocabulary vocabulary, IReadOnlyDictionary<string, string> said, SourceLayout? saidLayout, Func<Sentence, InputException> refuse)
    {
        (_layer, _said, _vocabulary, _saidLayout) = (layer, said, vocabulary, saidLayout);
        for (int i = 0; i < layer.Columns.Count; i++)
        {
            _byFoldedName.TryAdd(Fold(Mended(layer.Columns[i].Name)), i);
        }

        FindNumbered(refuse);
        FindCut();
        foreach ((string target, string name) in said)
        {
            if (!_byFoldedName.ContainsKey(Fold(name)))
            {
                throw refuse($"columns.{target} names '{name}', which '{layer.Name}' does not have; it has {Headings(layer, static c => c.Name)}.");
            }
        }

        if (saidLayout is not null && saidLayout.Marks.Where(m => !HasMark(m)).Select(static m => m.Replace("|", " or ", StringComparison.Ordinal)).ToList() is { Count: > 0 } missing)
        {
            throw refuse($"does not fit the layout '{saidLayout.Name}': it lacks {string.Join(", ", missing)}; it has {Headings(layer, static c => c.Name)}.");
        }
    }

    /// <summary>The layout: as the configuration says, else the first whose columns are all there.</summary>
    public string Layout => (_saidLayout ?? _vocabulary.Layouts.First(l => l.Carrier == Carrier.Table && Array.TrueForAll(l.Marks, HasMark))).Name;

    // A heading that lost its letters is the one known name that it fits.
    private string Mended(string heading)
    {
        if (heading.AsSpan().IndexOfAny('?', '\uFFFD') < 0)
        {
            return heading;
        }

        string folded = Fold(heading);
        string[] fits = [.. _vocabulary.Columns.SelectMany(static w => w.Known).Select(Fold).Where(k => k.Length == folded.Length && k.Zip(folded).All(static p => p.First == p.Second || (p.Second is '?' or '\uFFFD' && p.First is 'a' or 'o'))).Distinct()];
        return fits.Length == 1 ? fits[0] : heading;
    }

    /// <summary>Whether the configuration itself names a column for this.</summary>
    public bool IsSaid(string target) => _said.ContainsKey(target);

    /// <summary>Index of the column that means <paramref name="target"/>, a word of the vocabulary; -1 when there is none.</summary>
    public int Find(string target)
    {
        if (_said.TryGetValue(target, out string? name))
        {
            return _byFoldedName[Fold(name)];
        }

        ColumnWord word = _vocabulary.Word(target)!;
        foreach (string alias in _saidLayout is null ? word.Known : [.. word.Known.OrderBy(k => _saidLayout.Marks.Contains(k) ? 0 : 1)])
        {
            if (_byFoldedName.TryGetValue(Fold(alias), out int index))
            {
                return index;
            }
        }

        if (_byCutName.TryGetValue(target, out int cut))
        {
            return cut;
        }

        // No layout of the municipal extracts is published: any noun with any word for a key (adressplats_uuid, byggnads-id).
        int key = word.KeyNames().Select(n => _byFoldedName.GetValueOrDefault(n, -1)).FirstOrDefault(static i => i >= 0, -1);
        return key >= 0 || word.Fronts.Length == 0 ? key
            : Enumerable.Range(0, _layer.Columns.Count).FirstOrDefault(i => Fold(_layer.Columns[i].Name) is var name && Array.Exists(word.Fronts, f => name.StartsWith(f, StringComparison.Ordinal)), -1);
    }

    /// <summary>
    /// The column names of a layer for people. A table without a header has its first row there, which may be a person's: then none is told. Five digits in a
    /// row (a number, a postal code, a date, an id) stand in no heading, and of the headings of a sheet or text at least one is a word that some source knows.
    /// </summary>
    public static string Headings(LayerInfo layer, Func<ColumnInfo, string> told) =>
        layer.Columns.Any(c => FiveDigits().IsMatch(c.Name)) || (layer.HeadsAreRow && !layer.Columns.Any(c => Fold(c.Name) is { Length: >= ShortestHeading } name && KnownAnywhere.Value.Contains(name)))
            ? "a first row that looks like values; give the table a row of headings"
            : string.Join(", ", layer.Columns.Take(60).Select(told));

    /// <summary>Indices of every column that means <paramref name="target"/>: the one that the configuration names, else all that have a known name.</summary>
    public int[] FindAll(string target)
    {
        if (IsSaid(target))
        {
            return [Find(target)];
        }

        List<int> found = [];
        foreach (string alias in _vocabulary.Word(target)!.Known)
        {
            if (_byFoldedName.TryGetValue(Fold(alias), out int index) && !found.Contains(index))
            {
                found.Add(index);
            }
        }

        return [.. found];
    }

    /// <summary>Whether a heading is one of the names that the source knows, or that the configuration gives.</summary>
    public bool IsWord(string heading) => _said.Values.Any(n => Fold(n) == Fold(heading)) || _vocabulary.Columns.Any(w => w.Known.Any(k => Fold(k) == Fold(heading)));

    /// <summary>Whether the layer has a column of this name.</summary>
    public bool Has(string name) => _byFoldedName.ContainsKey(Fold(name));

    /// <summary>
    /// A Shapefile cuts names to ten characters. A column of that length is taken for the first word with a name that begins so, best name first, unless that
    /// word has a column under a whole name.
    /// </summary>
    private void FindCut()
    {
        List<int> cut = [.. Enumerable.Range(0, _layer.Columns.Count).Where(i => _layer.Columns[i].Name.Length == CutLength)];
        foreach (ColumnWord word in cut.Count == 0 ? [] : _vocabulary.Columns.Where(w => !Array.Exists(w.Known, Has)))
        {
            foreach (string known in word.Known.Where(k => k.Length > CutLength && !_byCutName.ContainsKey(word.Target)))
            {
                int at = cut.FindIndex(i => known.StartsWith(_layer.Columns[i].Name, StringComparison.OrdinalIgnoreCase));
                if (at >= 0)
                {
                    _byCutName.Add(word.Target, cut[at]);
                    cut.RemoveAt(at);
                }
            }
        }
    }

    /// <summary>
    /// OGR cuts names to ten characters and numbers those that become equal: adressplatstyp and adressplatsnummer are adressplat and adresspl_1. The order of the
    /// product's columns tells which is which; without it nothing does.
    /// </summary>
    private void FindNumbered(Func<Sentence, InputException> refuse)
    {
        foreach (ColumnInfo first in _layer.Columns.Where(c => c.Name.Length == CutLength && _layer.Columns.Any(n => IsNumbered(n.Name, c.Name))))
        {
            string[] whole = [.. _vocabulary.Product.Where(p => p.StartsWith(first.Name, StringComparison.OrdinalIgnoreCase))];
            List<int> columns = [_layer.FindColumn(first.Name), .. Enumerable.Range(0, _layer.Columns.Count).Where(i => IsNumbered(_layer.Columns[i].Name, first.Name))];
            if (whole.Length == columns.Count)
            {
                // What the short name would mean by itself, it does not mean here.
                _ = _byFoldedName.Remove(Fold(first.Name));
                for (int i = 0; i < whole.Length; i++)
                {
                    _byFoldedName[Fold(whole[i])] = columns[i];
                }

                continue;
            }

            string[] targets = [.. _vocabulary.Columns.Where(w => w.Known.Any(k => Fold(k).StartsWith(Fold(first.Name), StringComparison.Ordinal))).Select(static w => w.Target)];
            if (targets.Length > 1 && !targets.All(_said.ContainsKey))
            {
                throw refuse($"has names that were cut ({string.Join(", ", columns.Select(i => _layer.Columns[i].Name))}), which may mean {string.Join(" or ", targets)}; name them with \"columns\": {{ \"{targets[0]}\": \"...\", \"{targets[1]}\": \"...\" }}.");
            }
        }
    }

    /// <summary>"adresspl_1" to "adresspl_9" and "adresspl10" on, for "adressplat".</summary>
    private static bool IsNumbered(string name, string first) =>
        name.Length == CutLength && name.AsSpan(0, CutLength - 2).Equals(first.AsSpan(0, CutLength - 2), StringComparison.OrdinalIgnoreCase)
        && (name[^2] is '_' || char.IsAsciiDigit(name[^2])) && char.IsAsciiDigit(name[^1]);

    /// <summary>A column whose name looks like that of the building's identity though it is none of the known ones; null when none does.</summary>
    public string? ProposedId => _layer.Columns.Select(static c => c.Name).FirstOrDefault(static name => Fold(name) is var plain
        && ((plain.Contains("bygg", StringComparison.Ordinal) || plain.Contains("build", StringComparison.Ordinal) || plain.Contains("hus", StringComparison.Ordinal))
            && Array.Exists(IdEnds, end => plain.EndsWith(end, StringComparison.Ordinal))) || plain is "globalid" or "guid");

    private bool HasMark(string mark) => _vocabulary.Word(mark) is not null ? Find(mark) >= 0
        : mark.Split('|').Any(name => Has(name) || _vocabulary.Columns.Any(w => w.Known.Contains(name) && _byCutName.TryGetValue(w.Target, out int cut) && name.StartsWith(_layer.Columns[cut].Name, StringComparison.OrdinalIgnoreCase)) || _vocabulary.Columns.Any(w => w.Known.Contains(name) && IsSaid(w.Target)));

    /// <summary>Lower case, without spaces, underscores and hyphens, å and ä as a, ö as o, é as e.</summary>
    public static string Fold(string name)
    {
        StringBuilder folded = new(name.Length);
        foreach (char c in Model.Composed.Of(name))
        {
            char lower = char.ToLowerInvariant(c);
            _ = lower switch
            {
                '_' or '-' or '.' or '(' or ')' or '[' or ']' or ':' or '/' => folded,
                _ when char.IsWhiteSpace(lower) => folded,
                'å' or 'ä' => folded.Append('a'),
                'ö' => folded.Append('o'),
                'é' or 'è' => folded.Append('e'),
                _ => folded.Append(lower),
            };
        }

        return folded.ToString();
    }

    [GeneratedRegex("[0-9][ -]?[0-9][ -]?[0-9][ -]?[0-9][ -]?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex FiveDigits();
}
