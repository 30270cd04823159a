using System.Text;
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

    private const int CutLength = 10;

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
        LayerInfo layer, SourceVocabulary vocabulary, IReadOnlyDictionary<string, string> said, SourceLayout? saidLayout, Func<string, InputException> refuse)
    {
        (_layer, _said, _vocabulary, _saidLayout) = (layer, said, vocabulary, saidLayout);
        for (int i = 0; i < layer.Columns.Count; i++)
        {
            _byFoldedName.TryAdd(Fold(layer.Columns[i].Name), i);
        }

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
        return word.KeyNames().Select(n => _byFoldedName.GetValueOrDefault(n, -1)).FirstOrDefault(static i => i >= 0, -1);
    }

    /// <summary>
    /// The column names of a layer for people. A table without a header has its first row there, which may be a person's: then none is told. Five digits in a
    /// row (a number, a postal code, a date, an id) stand in no heading.
    /// </summary>
    public static string Headings(LayerInfo layer, Func<ColumnInfo, string> told) =>
        layer.Columns.Any(c => FiveDigits().IsMatch(c.Name))
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
                ' ' or '_' or '-' or '.' => folded,
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
