namespace HousingInventory.Link;

/// <summary>
/// Homes that registrations stand for which found none, by where they seem to be. What homes that nothing could reach take away is no home that looks empty.
/// </summary>
internal sealed class OpenHomes
{
    private readonly (int Area, int Street, KeyKinds Kinds)[] _places;
    private readonly double[] _homes;
    private readonly ILookup<(int Street, int Area), int> _of;

    /// <summary>Takes them.</summary>
    /// <param name="homes">By postal code, street and kinds of key, as <see cref="Astray.Homes"/> gives them.</param>
    /// <param name="withoutKey">Homes of persons who have no usable key: they may be anywhere.</param>
    public OpenHomes(SortedDictionary<(int Area, int Street, KeyKinds Kinds), double> homes, double withoutKey)
    {
        _places = [(0, -1, KeyKinds.None), .. homes.Keys];
        _homes = [withoutKey, .. homes.Values];
        _of = Enumerable.Range(0, _places.Length).ToLookup(i => (_places[i].Street, _places[i].Area));
    }

    /// <summary>The streets whose number is missing, with the postal code, 0 where nothing tells it.</summary>
    public IEnumerable<(int Street, int Area)> Streets => _of.Select(static p => p.Key).Where(static p => p.Street >= 0);

    /// <summary>Takes a home of a street, or of a village: the whole of one, for its people live in that street, and where else?</summary>
    /// <param name="street">The street.</param>
    /// <param name="has">The kinds of key that the taking home has: a row that carries one of them would have found it.</param>
    /// <returns>Whether there was any.</returns>
    public bool TakeOfStreet((int Street, int Area) street, KeyKinds has) => Take(street, has, 1);

    /// <summary>Takes of the homes of a postal code whose street nothing tells; 0 is those of whom nothing tells the code either.</summary>
    /// <param name="area">The postal code.</param>
    /// <param name="has">As of <see cref="TakeOfStreet"/>.</param>
    /// <param name="share">How much of a home is taken: the share of such homes that are lived in.</param>
    /// <returns>Whether there was any.</returns>
    public bool TakeOfArea(int area, KeyKinds has, double share) => Take((-1, area), has, share);

    /// <summary>What is left, by postal code.</summary>
    public SortedDictionary<int, double> ByArea() =>
        new(Enumerable.Range(0, _places.Length).GroupBy(i => _places[i].Area).ToDictionary(static a => a.Key, a => Sum(a.Select(i => _homes[i]))));

    /// <summary>What is left of rows with a number that their street lacks, by street.</summary>
    public IEnumerable<(int Street, double Homes)> ByStreet() => Enumerable.Range(0, _places.Length).Where(i => _places[i].Street >= 0)
        .GroupBy(i => _places[i].Street).Select(s => (s.Key, Sum(s.Select(i => _homes[i]))));

    /// <summary>A sum that does not depend on the order: streets are numbered as the file has them.</summary>
    public static double Sum(IEnumerable<double> homes) => homes.Order().Sum();

    private bool Take((int Street, int Area) place, KeyKinds has, double share)
    {
        foreach (int i in _of[place])
        {
            if (_homes[i] > 0 && (_places[i].Kinds & has) == KeyKinds.None)
            {
                _homes[i] = Math.Max(0, _homes[i] - share);
                return true;
            }
        }

        return false;
    }
}
