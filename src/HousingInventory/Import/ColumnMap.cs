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

    private static readonly string[] KeyWords = ["objektidentitet", "uuid", "id", "identitet", "nyckel", "guid", "referens", "ref", "key"];

    private readonly LayerInfo _layer;
    private readonly IReadOnlyDictionary<string, string> _said;
    private readonly Func<string, InputException> _refuse;
    private readonly Dictionary<string, int> _byFoldedName = new(StringComparer.Ordinal);

    public ColumnMap(LayerInfo layer, IReadOnlyDictionary<string, string> said, Func<string, InputException> refuse)
    {
        _refuse = refuse;
        _layer = layer;
        _said = said;
        for (int i = 0; i < layer.Columns.Count; i++)
        {
            _byFoldedName.TryAdd(Fold(layer.Columns[i].Name), i);
        }
    }

    /// <summary>Index of the column that means <paramref name="target"/>, -1 when there is none.</summary>
    /// <param name="target">The word that <c>columns</c> uses: id, purpose, category ...</param>
    /// <param name="known">Names under which it is delivered, best first.</param>
    /// <exception cref="InputException">The configuration names a column that the layer does not have.</exception>
    public int Find(string target, params ReadOnlySpan<string> known)
    {
        if (_said.TryGetValue(target, out string? name))
        {
            return _byFoldedName.TryGetValue(Fold(name), out int said)
                ? said
                : throw _refuse($"columns.{target} names '{name}', which '{_layer.Name}' does not have; it has {Headings(_layer, static c => c.Name)}.");
        }

        foreach (string alias in known)
        {
            if (_byFoldedName.TryGetValue(Fold(alias), out int index))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>
    /// Index of the column that holds the key of something: a name under which it is known to be delivered, else any noun for it with any word for a key
    /// (<c>adressplats_uuid</c>, <c>byggnads-id</c>), since no layout of the municipal extracts is published.
    /// </summary>
    /// <inheritdoc cref="Find" path="/exception"/>
    public int FindKey(string target, string[] nouns, params ReadOnlySpan<string> known)
    {
        int found = Find(target, known);
        for (int i = 0; found < 0 && i < nouns.Length * KeyWords.Length; i++)
        {
            found = _byFoldedName.GetValueOrDefault(nouns[i / KeyWords.Length] + KeyWords[i % KeyWords.Length], -1);
        }

        return found;
    }

    /// <summary>Whether a column of this folded name holds the key of a place: a dwelling, an address, a property or a building.</summary>
    public static bool IsPlaceKey(string folded) =>
        Array.Exists(KeyWords, word => folded.EndsWith(word, StringComparison.Ordinal)
            && ((string[][])[DwellingNouns, AddressNouns, PropertyNouns, BuildingNouns]).Any(nouns => nouns.Contains(folded[..^word.Length])));

    /// <summary>
    /// The column names of a layer for people. A table without a header has its first row there, which may be a person's: then none is told. Five digits in a
    /// row (a number, a postal code, a date, an id) stand in no heading.
    /// </summary>
    public static string Headings(LayerInfo layer, Func<ColumnInfo, string> told) =>
        layer.Columns.Any(c => FiveDigits().IsMatch(c.Name))
            ? "a first row that looks like values; give the table a row of headings"
            : string.Join(", ", layer.Columns.Take(60).Select(told));

    /// <summary>Indices of every column that means <paramref name="target"/>: the one that the configuration names, else all that have a known name.</summary>
    /// <exception cref="Diagnostics.InputException">The configuration names a column that the layer does not have.</exception>
    public int[] FindAll(string target, params ReadOnlySpan<string> known)
    {
        if (_said.ContainsKey(target))
        {
            return [Find(target)];
        }

        List<int> found = [];
        foreach (string alias in known)
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
