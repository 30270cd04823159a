namespace HousingInventory.Link;

/// <summary>
/// Homes that registrations stand for which found none, by where they seem to be. What homes that nothing could reach take away is no home that looks empty.
/// </summary>
internal sealed class OpenHomes
{
    private readonly Place[] _places;
    private readonly double[] _homes;
    private readonly ILookup<(int Area, int Street), int> _ofStreet;
    private readonly ILookup<int, int> _ofArea;

    /// <summary>Takes them.</summary>
    /// <param name="homes">By postal code, street, whether they name a number of it, and kinds of key, as <see cref="Astray.Homes"/> gives them.</param>
    /// <param name="withoutKey">Homes of persons who have no usable key: they may be anywhere.</param>
    public OpenHomes(SortedDictionary<(int Area, int Street, bool Numbered, KeyKinds Kinds), double> homes, double withoutKey)
    {
        _places = [new(0, -1, false, KeyKinds.None), .. homes.Keys.Select(static k => new Place(k.Area, k.Street, k.Numbered, k.Kinds))];
        _homes = [withoutKey, .. homes.Values];
        _ofStreet = Enumerable.Range(0, _places.Length).ToLookup(i => (_places[i].Area, _places[i].Street));
        _ofArea = Enumerable.Range(0, _places.Length).ToLookup(i => _places[i].Area);
    }

    /// <summary>Whether the street of any is known.</summary>
    public bool HasStreets => Array.Exists(_places, static p => p.Street >= 0);

    /// <summary>Takes a home of a street, or of a village.</summary>
    /// <param name="street">As <see cref="StreetsAround"/> gives it.</param>
    /// <param name="has">The kinds of key that the taking home has: a row that carries one of them would have found it.</param>
    /// <param name="share">How much of a home it takes: the share of such homes that are lived in.</param>
    /// <returns>Whether there was any.</returns>
    public bool TakeOfStreet((int Name, int Area) street, KeyKinds has, double share) => Take(_ofStreet[(street.Area, street.Name)], has, share);

    /// <summary>As <see cref="TakeOfStreet"/>, of a postal code, whatever the street; 0 is those of whom nothing tells it.</summary>
    public bool TakeOfArea(int area, KeyKinds has, double share) => Take(_ofArea[area], has, share);

    /// <summary>What is left, by postal code.</summary>
    public SortedDictionary<int, double> ByArea() => new(_ofArea.ToDictionary(static a => a.Key, a => a.Sum(i => _homes[i])));

    /// <summary>What is left of rows with a number that their street lacks, by street.</summary>
    public IEnumerable<(int Street, double Homes)> ByStreet() => Enumerable.Range(0, _places.Length).Where(i => _places[i] is { Street: >= 0, Numbered: true })
        .GroupBy(i => _places[i].Street).Select(s => (s.Key, s.Sum(i => _homes[i])));

    private bool Take(IEnumerable<int> places, KeyKinds has, double share)
    {
        foreach (int i in places)
        {
            if (_homes[i] > 0 && (_places[i].Kinds & has) == KeyKinds.None)
            {
                _homes[i] = Math.Max(0, _homes[i] - share);
                return true;
            }
        }

        return false;
    }

    private readonly record struct Place(int Area, int Street, bool Numbered, KeyKinds Kinds);
}
