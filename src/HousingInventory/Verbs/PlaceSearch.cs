using System.Text;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary>Finds the buildings that a few words name: a building id, a ref, an address or a property designation.</summary>
public static class PlaceSearch
{
    /// <summary>Indices of the buildings, ascending; those of the strictest kind that fits: id, ref, address, property, then the start of an address.</summary>
    public static List<int> Find(Registers registers, Linkage linkage, string what)
    {
        string wanted = Fold(what);
        if (wanted.Length == 0)
        {
            return [];
        }

        string? id = Import.Texts.Id(what);
        List<int> hits = Where(registers, b => b.Id == id);
        if (hits.Count == 0)
        {
            hits = Where(registers, b => string.Equals(Ref.Of(b.Id), what.Trim(), StringComparison.OrdinalIgnoreCase));
        }

        if (hits.Count == 0)
        {
            hits = ByAddress(registers, linkage, a => a == wanted);
        }

        if (hits.Count == 0)
        {
            hits = Where(registers, b => linkage.PropertyOf[b.Index] is >= 0 and int p && b.IsDwelling && Fold(registers.Properties[p].Designation) == wanted);
        }

        return hits.Count == 0 && wanted.Length >= 4 ? ByAddress(registers, linkage, a => a.StartsWith(wanted, StringComparison.Ordinal)) : hits;
    }

    private static List<int> Where(Registers registers, Func<Building, bool> fits) => [.. registers.Buildings.Where(fits).Select(b => b.Index)];

    private static List<int> ByAddress(Registers registers, Linkage linkage, Func<string, bool> fits)
    {
        HashSet<int> addresses = [.. registers.Addresses.Where(a => fits(Fold(a.Text))).Select(a => a.Index)];
        return addresses.Count == 0 ? [] : Where(registers, b => linkage.AddressesOf[b.Index].Any(addresses.Contains));
    }

    /// <summary>Upper case, only letters, digits and colons, with single spaces between words and none between a number and its letter.</summary>
    private static string Fold(string text)
    {
        StringBuilder folded = new();
        bool space = false;
        foreach (char c in Composed.Of(text))
        {
            if (char.IsLetterOrDigit(c) || c == ':')
            {
                bool joins = folded.Length > 0 && char.IsDigit(folded[^1]) && char.IsLetter(c);
                if (space && !joins && folded.Length > 0)
                {
                    folded.Append(' ');
                }

                folded.Append(char.ToUpperInvariant(c));
                space = false;
            }
            else
            {
                space = true;
            }
        }

        return folded.ToString();
    }
}
