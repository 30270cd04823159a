namespace HousingInventory.Sample;

/// <summary>
/// The true geography that samples grow on: the twelve largest localities of Skellefteå kommun, their positions, and which of them roads join. Positions are
/// public facts (WGS 84 to four decimals or better, here in SWEREF 99 TM to the metre; Skellefteå's is its bus station, 20.9528 E 64.7507 N); inhabitants are rough shares; nothing below this level is real.
/// </summary>
internal static class Skelleftea
{
    public const string CountyCode = "24";
    public const string MunicipalityCode = "2482";

    /// <summary>Name, centre, postal codes of streets and villages, and per mille of the homes in localities.</summary>
    public static IReadOnlyList<(string Name, int East, int North, int PostalCode, int RuralPostalCode, int PerMille)> Localities { get; } =
    [
        ("Skellefteå", 783003, 7193984, 93130, 93192, 520),
        ("Ursviken", 794084, 7190277, 93235, 93282, 80),
        ("Skelleftehamn", 797144, 7188278, 93231, 93281, 65),
        ("Bureå", 796197, 7180380, 93252, 93291, 55),
        ("Kåge", 783631, 7203509, 93431, 93495, 55),
        ("Byske", 792772, 7217768, 93451, 93497, 45),
        ("Burträsk", 771216, 7166948, 93731, 93791, 40),
        ("Boliden", 755070, 7204505, 93631, 93692, 40),
        ("Ersmark", 779398, 7204591, 93441, 93481, 35),
        ("Jörn", 737019, 7224342, 93651, 93694, 25),
        ("Lövånger", 804345, 7153246, 93261, 93293, 20),
        ("Kusmark", 774425, 7207538, 93493, 93494, 20),
    ];

    /// <summary>Roads between localities by index: the coast road, the roads inland, and two links across.</summary>
    public static IReadOnlyList<(int From, int To, string Highway, string Reference)> Roads { get; } =
    [
        (0, 3, "trunk", "E 4"),
        (3, 10, "trunk", "E 4"),
        (0, 4, "trunk", "E 4"),
        (4, 5, "trunk", "E 4"),
        (0, 7, "primary", "95"),
        (7, 9, "secondary", "370"),
        (0, 1, "secondary", "372"),
        (1, 2, "secondary", "372"),
        (0, 6, "secondary", "364"),
        (0, 8, "tertiary", ""),
        (8, 11, "tertiary", ""),
        (4, 8, "tertiary", ""),
        (6, 10, "tertiary", ""),
    ];

    /// <summary>Bus lines from the centre, each through these localities.</summary>
    public static IReadOnlyList<(string Number, int[] Through, int TripsADay)> Lines { get; } =
    [
        ("21", [0, 1, 2], 20),
        ("22", [0, 4, 5], 12),
        ("23", [0, 8, 11], 9),
        ("24", [0, 7, 9], 6),
        ("25", [0, 6], 7),
        ("26", [0, 3, 10], 8),
    ];

    /// <summary>Numbers of the bus lines on the road between two localities.</summary>
    public static IReadOnlyList<string> LinesOn(int from, int to) =>
        [.. Lines.Where(l => l.Through.Zip(l.Through.Skip(1)).Contains((from, to))).Select(l => l.Number)];

    /// <summary>Quarter turns are dull: each locality's grid is turned by a Pythagorean triple, which is an exact angle.</summary>
    public static IReadOnlyList<(int A, int B, int C)> Turns { get; } =
        [(24, 7, 25), (4, 3, 5), (12, 5, 13), (15, 8, 17), (3, 4, 5), (24, -7, 25), (12, -5, 13), (35, 12, 37), (4, -3, 5), (40, 9, 41), (15, -8, 17), (21, 20, 29)];
}
