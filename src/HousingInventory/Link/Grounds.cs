using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Link;

/// <summary>Which property each building stands on and each address lies on: by the registers' keys where they have them, else by place.</summary>
internal sealed class Grounds
{
    /// <summary>A house belongs to every property that has so much of its outline.</summary>
    private const double StraddleShare = 0.2;

    private readonly Registers _inputs;
    private readonly PropertyBook _book;
    private readonly Shapes _areas;
    private static readonly List<int> NoIndices = [];

    private readonly Comparison<int> _order;

    public Grounds(Registers inputs, PropertyBook book)
    {
        _inputs = inputs;
        _book = book;
        _order = Order;
        _areas = new Shapes([.. inputs.Properties.Select(p => p.KeptArea)]);
        PropertiesOf = new int[inputs.Buildings.Count][];
        PropertyOfAddress = new int[inputs.Addresses.Count];
        AddressHasPropertyKey = new bool[inputs.Addresses.Count];
        Parallel.Invoke(PlaceBuildings, PlaceAddresses);
        Dwellings = NewLists(inputs.Properties.Count);
        Others = NewLists(inputs.Properties.Count);
        for (int b = 0; b < PropertiesOf.Length; b++)
        {
            Building building = inputs.Buildings[b];
            foreach (int p in PropertiesOf[b])
            {
                if (building.IsDwelling)
                {
                    Add(Dwellings, p, b);
                }
                else if (!building.IsOutbuilding)
                {
                    Add(Others, p, b);
                }
            }
        }

        AddressesOn = NewLists(inputs.Properties.Count);
        for (int a = 0; a < PropertyOfAddress.Length; a++)
        {
            if (PropertyOfAddress[a] >= 0)
            {
                Add(AddressesOn, PropertyOfAddress[a], a);
            }
        }
    }

    /// <summary>Properties of each building, the main one first; empty when unknown.</summary>
    public int[][] PropertiesOf { get; }

    /// <summary>Dwelling buildings on each property, ascending.</summary>
    public List<int>[] Dwellings { get; }

    /// <summary>Buildings on each property that are neither dwellings nor outbuildings, ascending: schools, shops, care homes.</summary>
    public List<int>[] Others { get; }

    /// <summary>The property of each address, -1 when unknown.</summary>
    public int[] PropertyOfAddress { get; }

    /// <summary>Whether the address register itself names the property.</summary>
    public bool[] AddressHasPropertyKey { get; }

    /// <summary>Addresses on each property.</summary>
    public List<int>[] AddressesOn { get; }

    // Most properties have none: those share one list.
    private static List<int>[] NewLists(int count)
    {
        List<int>[] lists = new List<int>[count];
        Array.Fill(lists, NoIndices);
        return lists;
    }

    private static void Add(List<int>[] lists, int at, int index)
    {
        if (lists[at].Count == 0)
        {
            lists[at] = new List<int>(1);
        }

        lists[at].Add(index);
    }

    private void PlaceBuildings()
    {
        const int piece = 2048;
        Parallel.For(0, (PropertiesOf.Length + piece - 1) / piece, i =>
        {
            Scratch scratch = new();
            for (int b = i * piece; b < Math.Min(PropertiesOf.Length, (i + 1) * piece); b++)
            {
                PropertiesOf[b] = OfBuilding(_inputs.Buildings[b], scratch);
            }
        });
    }

    private int[] OfBuilding(Building building, Scratch scratch)
    {
        List<int> found = scratch.Found;
        found.Clear();
        foreach (string key in building.PropertyKeys)
        {
            _book.FindKey(IdKey.Of(key), found);
        }

        if (found.Count > 0)
        {
            return [.. found.Distinct().OrderBy(p => p, Comparer<int>.Create(Order))];
        }

        int at = _areas.Containing(building.House.X, building.House.Y, scratch.Polygons, _order);
        // Corners of all rings, in one row.
        double[] corners = building.KeptOutline.Ring ?? FlatCorners.NumbersOf(building.Outline.Coordinates);
        _areas.PolygonsAt(BoxOf(corners), scratch.Polygons);
        if (at >= 0 && _areas.AreOf(at, scratch.Polygons))
        {
            return [at];
        }

        Dictionary<int, int> votes = Votes(corners, scratch);
        if (votes.Count > 1)
        {
            int[] several = Straddled(building, votes.Keys, scratch.Shared);
            if (several.Length > 1)
            {
                return [.. several.OrderBy(p => p == at ? 0 : 1).ThenBy(p => p, Comparer<int>.Create(Order))];
            }
        }

        at = at >= 0 ? at : MostVoted(votes);
        return at >= 0 ? [at] : [];
    }

    private static BoxIndex.Box BoxOf(double[] corners)
    {
        (double minX, double minY, double maxX, double maxY) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        for (int i = 0; i < corners.Length; i += 2)
        {
            (minX, minY) = (Math.Min(minX, corners[i]), Math.Min(minY, corners[i + 1]));
            (maxX, maxY) = (Math.Max(maxX, corners[i]), Math.Max(maxY, corners[i + 1]));
        }

        return minX <= maxX ? new BoxIndex.Box(minX, minY, maxX, maxY) : default;
    }

    // A house on several properties belongs to each that has a good part of it.
    private int[] Straddled(Building building, IEnumerable<int> properties, SharedArea shared)
    {
        Geometry outline = building.Outline;
        double least = StraddleShare * outline.Area;
        return [.. properties.Where(p => shared.Of(_inputs.Properties[p].Area, outline) >= least)];
    }

    // How many corners and wall middles lie in each property.
    private Dictionary<int, int> Votes(double[] corners, Scratch scratch)
    {
        Dictionary<int, int> votes = scratch.Votes;
        votes.Clear();
        for (int i = 0; i < corners.Length; i += 2)
        {
            int next = Math.Min(i + 2, corners.Length - 2);
            Vote(corners[i], corners[i + 1]);
            Vote((corners[i] + corners[next]) / 2, (corners[i + 1] + corners[next + 1]) / 2);
        }

        return votes;

        void Vote(double x, double y)
        {
            int property = _areas.ContainingOf(scratch.Polygons, x, y, _order);
            if (property >= 0)
            {
                votes[property] = votes.GetValueOrDefault(property) + 1;
            }
        }
    }

    // Where the house point lies in no area: the property in which most of them lie.
    private int MostVoted(Dictionary<int, int> votes)
    {
        int best = -1;
        foreach ((int property, int count) in votes)
        {
            if (best < 0 || count > votes[best] || (count == votes[best] && Order(property, best) < 0))
            {
                best = property;
            }
        }

        return best;
    }

    private void PlaceAddresses()
    {
        List<int> found = [];
        List<int> scratch = [];
        for (int a = 0; a < PropertyOfAddress.Length; a++)
        {
            Address address = _inputs.Addresses[a];
            found.Clear();
            _book.FindKey(IdKey.Of(address.PropertyKey), found);
            AddressHasPropertyKey[a] = found.Count > 0;
            PropertyOfAddress[a] = found.Count > 0 ? found.Min(Comparer<int>.Create(Order)) : _areas.Containing(address.X, address.Y, scratch, _order);
        }
    }

    // Properties by what they are, not by where they stand in a file.
    private int Order(int a, int b)
    {
        Property one = _inputs.Properties[a];
        Property two = _inputs.Properties[b];
        int order = string.CompareOrdinal(one.Designation, two.Designation);
        return order != 0 ? order : one.KeptKey.CompareTo(two.KeptKey);
    }

    /// <summary>What placing a building writes on: one for each piece of work.</summary>
    private sealed class Scratch
    {
        public List<int> Found { get; } = [];

        public List<int> Polygons { get; } = [];

        public Dictionary<int, int> Votes { get; } = [];

        public SharedArea Shared { get; } = new();
    }
}
