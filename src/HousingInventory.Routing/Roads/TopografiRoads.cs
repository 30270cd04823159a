using System.Globalization;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// Who may walk and drive on a line of Lantmäteriet's Topografi (layers vaglinje, ovrig_vag, farjeled). Values are asked for by column name, null where there is
/// none. The product knows no one-way streets and promises no topology: distances along it are estimates.
/// </summary>
public static class TopografiRoads
{
    private const int Motorvag = 1801;
    private const int Motortrafikled = 1802;
    private const int MotesfriVag = 1803;
    private const int LandsvagLiten = 1805;
    private const int FirstRoad = 1801;
    private const int LastRoad = 1815;
    private const int FirstPath = 1623;
    private const int LastPath = 1628;

    /// <summary>
    /// What a line is, from <c>objekttypnr</c>; where that is missing or not known, from the name in <c>objekttyp</c>. Tractor roads (1628) are for walking only:
    /// few take an ordinary car. <c>gagata</c> and <c>bussgata</c> keep cars out; <c>bro_och_tunnel</c> tells a tunnel.
    /// </summary>
    public static RoadTraits Classify(Func<string, string?> value, RoadSpeeds? speeds = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        speeds ??= RoadSpeeds.Default;
        int type = TypeNumber(value);
        if (type is >= FirstPath and <= LastPath)
        {
            return new RoadTraits(RoadFlags.Foot);
        }

        if (type is < FirstRoad or > LastRoad)
        {
            return Is(value("objekttyp"), "Färjeled", "Bilfärjeled")
                ? new RoadTraits(RoadFlags.Car | RoadFlags.Ferry, speeds.FerryKmh, speeds.FerryKmh, speeds.FerryWaitSeconds)
                : default;
        }

        bool isMotorway = type is Motorvag or Motortrafikled;
        RoadFlags flags = isMotorway ? RoadFlags.Motorway : RoadFlags.Foot;
        flags |= type <= LandsvagLiten ? RoadFlags.Major : RoadFlags.None;
        flags |= Is(value("gagata"), "Ja") || Is(value("bussgata"), "Ja") ? RoadFlags.None : RoadFlags.Car;
        flags |= (value("bro_och_tunnel") ?? "").Contains("tunnel", StringComparison.OrdinalIgnoreCase) ? RoadFlags.Tunnel : RoadFlags.None;
        double kmh = speeds.Of(type.ToString(CultureInfo.InvariantCulture));
        return new RoadTraits(flags, kmh, kmh) { Kind = new RoadKind(ClassOf(type)) };
    }

    private static RoadClass ClassOf(int type) => type switch
    {
        Motorvag => RoadClass.Motorway,
        Motortrafikled or MotesfriVag => RoadClass.Trunk,
        1804 => RoadClass.Primary,
        LandsvagLiten => RoadClass.Secondary,
        1806 or 1808 => RoadClass.Unclassified,
        1809 => RoadClass.Tertiary,
        1810 or 1811 => RoadClass.Residential,
        _ => RoadClass.Service,
    };

    private static int TypeNumber(Func<string, string?> value)
    {
        if (double.TryParse(value("objekttypnr"), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is > 0 and < 100000)
        {
            return (int)number;
        }

        return value("objekttyp")?.Trim().ToUpperInvariant() switch
        {
            "MOTORVÄG" => Motorvag,
            "MOTORTRAFIKLED" => Motortrafikled,
            "MÖTESFRI VÄG" => MotesfriVag,
            "LANDSVÄG" => 1804,
            "LANDSVÄG LITEN" => LandsvagLiten,
            "SMÅVÄG" => 1806,
            "SMÅVÄG ENKEL STANDARD" => 1807,
            "ÖVERGRIPANDE LÄNK" => 1808,
            "HUVUDGATA" => 1809,
            "LOKALGATA STOR" => 1810,
            "LOKALGATA LITEN" => 1811,
            "CYKELVÄG" or "PARKVÄG" => 1623,
            "GÅNGSTIG" or "VANDRINGSLED" => 1624,
            "ELLJUSSPÅR" => 1625,
            "TRAKTORVÄG" => 1628,
            _ => 0,
        };
    }

    private static bool Is(string? text, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (word.Equals(text?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
