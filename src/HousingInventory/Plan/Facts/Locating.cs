using System.Text;
using System.Text.RegularExpressions;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Facts;

/// <summary>Where something lies, as far as the open registers tell.</summary>
/// <param name="X">Easting in the working CRS.</param>
/// <param name="Y">Northing.</param>
/// <param name="Village">The name of the place.</param>
/// <param name="Address">As the register writes it, else as the row does.</param>
/// <param name="Ref">The building's reference in the results of a run; null where no building was named.</param>
internal sealed record Location(double X, double Y, string Village, string? Address, string? Ref);

/// <summary>
/// Finds homes and premises: a building's house point, else the address, else the coordinates of the row. It knows buildings and addresses, and nothing of who
/// is registered there: no status is read or told.
/// </summary>
internal sealed partial class Locating
{
    /// <summary>Addresses of one text that lie within this of each other are one place.</summary>
    private const double SamePlaceM = 200;

    private readonly LocalityNames _names;
    private readonly Dictionary<string, Building> _buildings;
    private readonly ILookup<string, Building> _byRef;
    private readonly ILookup<string, Address> _byText;
    private readonly ILookup<string, Address> _byBuilding;

    public Locating(Registers registers, IReadOnlyList<Locality> localities)
    {
        _names = new LocalityNames(registers.Addresses, localities);
        _buildings = registers.Buildings.ToDictionary(b => b.Id, StringComparer.Ordinal);
        _byRef = registers.Buildings.ToLookup(b => Ref.Of(b.Id), StringComparer.Ordinal);
        IEnumerable<Address> placed = registers.Addresses.Where(a => a.InForce && double.IsFinite(a.X) && double.IsFinite(a.Y));
        _byText = placed.ToLookup(a => Fold(a.Text), StringComparer.Ordinal);
        _byBuilding = registers.Addresses.SelectMany(a => a.BuildingKeys.Select(k => (k, a))).ToLookup(p => p.k, p => p.a, StringComparer.Ordinal);
    }

    /// <summary>The place; null when the row gives none, or one that is not found or could be several.</summary>
    public Location? Find(HomePlace place)
    {
        if (BuildingOf(place) is { } building)
        {
            List<Address> own = [.. _byBuilding[building.Id].OrderBy(a => a.Text, StringComparer.Ordinal)];
            return new Location(
                building.House.X, building.House.Y, _names.At(building.House.X, building.House.Y, own, null).Name, place.Address ?? own.FirstOrDefault()?.Text,
                Ref.Of(building.Id));
        }

        if (place.Address is { } text && AddressOf(text, place.PostTown) is { } address)
        {
            string? reference = address.BuildingKeys.Count == 1 && _buildings.ContainsKey(address.BuildingKeys[0]) ? Ref.Of(address.BuildingKeys[0]) : null;
            return new Location(address.X, address.Y, _names.At(address.X, address.Y, [address], null).Name, address.Text, reference);
        }

        return place is { X: { } x, Y: { } y } ? new Location(x, y, _names.At(x, y, [], null).Name, place.Address, null) : null;
    }

    private Building? BuildingOf(HomePlace place)
    {
        if (place.BuildingId is { } id && _buildings.TryGetValue(id, out Building? building))
        {
            return building;
        }

        // Two buildings may share a reference; then neither is meant for certain.
        if (place.Ref is not { } reference)
        {
            return null;
        }

        Building[] named = [.. _byRef[reference.ToUpperInvariant()]];
        return named.Length == 1 ? named[0] : _buildings.GetValueOrDefault(reference.ToLowerInvariant());
    }

    private Address? AddressOf(string text, string? postTown)
    {
        string plain = Flat().Replace(text, "");
        string wanted = Fold(plain);
        List<Address> found = [.. _byText[wanted]];
        if (found.Count == 0)
        {
            // With the postal code and town behind it, after a comma or not.
            string street = Fold(Postal().Replace(plain, ""));
            found = [.. _byText[street]];
        }

        if (postTown is not null && found.Exists(a => a.PostTown is not null))
        {
            found.RemoveAll(a => a.PostTown is not null && Fold(a.PostTown) != Fold(postTown));
        }

        if (found.Count == 0 || found.Exists(a => Math.Abs(a.X - found[0].X) > SamePlaceM || Math.Abs(a.Y - found[0].Y) > SamePlaceM))
        {
            return null;
        }

        return found.OrderBy(a => a.Key, StringComparer.Ordinal).ThenBy(a => a.X).ThenBy(a => a.Y).First();
    }

    /// <summary>Letters and digits in upper case, one space between words, none between a number and its letter.</summary>
    private static string Fold(string text)
    {
        StringBuilder folded = new();
        foreach (char c in Composed.Of(text))
        {
            bool isWord = char.IsLetterOrDigit(c);
            bool joins = isWord && char.IsLetter(c) && folded.Length > 1 && folded[^1] == ' ' && char.IsDigit(folded[^2]);
            if (joins)
            {
                folded.Length--;
            }

            if (isWord)
            {
                folded.Append(char.ToUpperInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    [GeneratedRegex(@",?\s*(?:lgh|lägenhet|lght)\.?\s*[0-9]{3,5}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Flat();

    [GeneratedRegex(@",?\s*(?:[0-9]{3} ?[0-9]{2}\s+\p{L}[\p{L} ]*|,\s*\p{L}[\p{L} ]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Postal();
}
