using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Names of streets, villages and farms of an address register, for <see cref="PlainAddress"/>: of "RÖDA KVARNGATAN 4" a grammar cannot tell whether the first word is
/// of the name or somebody's. What a register holds may be kept, for it is no person's.
/// </summary>
internal sealed class KnownNames
{
    /// <summary>A name of more words is none that people write.</summary>
    private const int MostWords = 6;

    /// <summary>Letters and digits of the names.</summary>
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);

    /// <summary>Of those of several words likewise.</summary>
    private readonly HashSet<string> _several = new(StringComparer.Ordinal);

    /// <summary>Of the ways in which names of several words are shortened likewise.</summary>
    private readonly HashSet<string> _shortened = new(StringComparer.Ordinal);

    public KnownNames(IEnumerable<Address> addresses)
    {
        foreach (string written in addresses.SelectMany(static a => (IEnumerable<string?>)[a.Area, a.Farm, a.PopularName]).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            string name = AddressFold.Normalise(written);
            _whole.Add(AddressFold.Compact(name));
            if (name.Contains(' ', StringComparison.Ordinal))
            {
                _several.Add(AddressFold.Compact(name));
                _shortened.UnionWith(NameVariants.Of(name));
            }
        }
    }

    /// <summary>
    /// Where the longest known name begins that ends at a token; -1 where none does. Blanks of a name of several words do not count, so that "RÖDA KVARN GATAN" and "R ÖDA KVARNGATAN"
    /// are that street; of two words no name of one word is made, for KARL SUND may be somebody where there is a village KARLSUND.
    /// </summary>
    /// <param name="tokens">Words of a text.</param>
    /// <param name="last">The one at which the name ends.</param>
    public int From(List<string> tokens, int last)
    {
        for (int from = Math.Max(0, last + 1 - MostWords); from <= last; from++)
        {
            string compact = AddressFold.Compact(string.Concat(tokens.Skip(from).Take(last + 1 - from)));
            if (from == last ? _whole.Contains(compact) : _several.Contains(compact) || _shortened.Contains(compact))
            {
                return from;
            }
        }

        return -1;
    }
}
