using System.Globalization;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Balance;

/// <summary>How many people a home takes.</summary>
public enum Norm
{
    /// <summary>Two in each room, living room counted.</summary>
    Norm1,

    /// <summary>Two in each room besides kitchen and living room.</summary>
    Norm2,

    /// <summary>A room each besides kitchen and living room; partners share.</summary>
    Norm3,

    /// <summary>As norm3, but two children up to 12 share.</summary>
    Reasonable,

    /// <summary>A landlord's own table of people by rooms.</summary>
    Table,
}

/// <summary>
/// People and rooms, by the norm of the configuration. Norms 2 and 3 are Boverket's (two per room and a room each, besides kitchen and living room);
/// reasonable is its measure of acceptable standard.
/// </summary>
/// <param name="norm">The norm.</param>
/// <param name="bedsByRooms">For <see cref="Norm.Table"/>, people by rooms.</param>
public sealed class Beds(Norm norm, IReadOnlyDictionary<string, int> bedsByRooms)
{
    /// <summary>Square metres a person where rooms are not known.</summary>
    private const double M2APerson = 20;

    private readonly SortedList<int, int> _table = new(bedsByRooms.ToDictionary(b => int.Parse(b.Key, CultureInfo.InvariantCulture), b => b.Value));

    public Norm Norm => norm;

    /// <summary>
    /// The most people that the home takes; null when neither beds, rooms nor area are known. Norms that need to know who the people are count here as if all
    /// were couples, which is two a room.
    /// </summary>
    public int? Of(PlanHome home) => home.Beds ?? (RoomsOf(home) is { } rooms ? OfRooms(rooms) : null);

    /// <summary>Rooms as stated, else one for every 20 square metres, at least one; null when neither is known.</summary>
    public static int? RoomsOf(PlanHome home) => home.Rooms ?? (home.AreaM2 is { } area ? Math.Max(1, (int)Math.Floor(area / M2APerson)) : null);

    /// <summary>Whether the rooms of a home are estimated from its area.</summary>
    public static bool IsEstimated(PlanHome home) => home is { Beds: null, Rooms: null, AreaM2: not null };

    /// <summary>The most people in so many rooms, kitchen not counted and living room counted.</summary>
    public int OfRooms(int rooms) => norm switch
    {
        Norm.Norm1 => 2 * rooms,
        Norm.Table => OfTable(rooms),
        _ => rooms <= 1 ? Math.Max(0, rooms) : 2 * (rooms - 1),
    };

    /// <summary>Whether a household fits in a home. Beds that are given for the home win over every norm.</summary>
    public bool Fits(Household household, PlanHome home)
    {
        if (home.Beds is { } beds)
        {
            return household.Size <= beds;
        }

        if (RoomsOf(home) is not { } rooms)
        {
            return false;
        }

        if (norm is not (Norm.Norm3 or Norm.Reasonable) || household.Composition is not { } who)
        {
            return household.Size <= OfRooms(rooms);
        }

        // One room is for one person, and by the reasonable standard for no child.
        return rooms <= 1 ? household.Size == 1 && rooms == 1 && (norm == Norm.Norm3 || who.Adults == 1) : RoomsNeeded(who) <= rooms - 1;
    }

    /// <summary>Rooms that a household needs besides kitchen and living room, by norm3 or reasonable.</summary>
    public int RoomsNeeded(Composition who) => norm == Norm.Reasonable
        ? who.Couples + (who.Adults - (2 * who.Couples)) + who.Children13To17 + ((who.Children0To5 + who.Children6To12 + 1) / 2)
        : who.Size - who.Couples;

    private int OfTable(int rooms)
    {
        int beds = 0;
        foreach ((int upTo, int people) in _table)
        {
            beds = upTo <= rooms ? people : beds;
        }

        return beds;
    }
}
