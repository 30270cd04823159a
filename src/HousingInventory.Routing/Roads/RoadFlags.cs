namespace HousingInventory.Routing.Roads;

/// <summary>Who may use a way, and what it is.</summary>
[Flags]
public enum RoadFlags : ushort
{
    /// <summary>Not a road for anybody.</summary>
    None = 0,

    /// <summary>On foot, both ways: one-way signs are for vehicles.</summary>
    Foot = 1,

    /// <summary>By car in the direction in which the line is drawn.</summary>
    CarForward = 2,

    /// <summary>By car against the direction in which the line is drawn.</summary>
    CarBackward = 4,

    /// <summary>By car both ways.</summary>
    Car = CarForward | CarBackward,

    /// <summary>A ferry: never on foot (that belongs to the timetable), never the nearest road of a house, and by car with a wait.</summary>
    Ferry = 8,

    /// <summary>Motorway or motor-traffic road: cars pass, but nobody starts or ends there.</summary>
    Motorway = 16,

    /// <summary>A major road (OSM motorway to secondary, NVDB Kateg_380 1-4) for the straight distance to one; routing does not look at it.</summary>
    Major = 32,

    /// <summary>On foot only for those who live, shop or work there: a path may begin and end with such ways, and has none between.</summary>
    FootLocal = 64,

    /// <summary>The same by car, in the direction in which the line is drawn.</summary>
    CarForwardLocal = 128,

    /// <summary>The same by car, against the direction in which the line is drawn.</summary>
    CarBackwardLocal = 256,

    /// <summary>The same by car, both ways.</summary>
    CarLocal = CarForwardLocal | CarBackwardLocal,

    /// <summary>Below ground or under a roof of rock: passed through, but no house, stop or place is there.</summary>
    Tunnel = 512,
}
