using System.Collections.Frozen;

namespace HousingInventory.Routing.Roads;

/// <summary>Car speeds where the data state none, and what a ferry costs. Proposals for Sweden; any part can be replaced.</summary>
public sealed record RoadSpeeds
{
    /// <summary>The defaults.</summary>
    public static RoadSpeeds Default { get; } = new();

    /// <summary>
    /// km/h by class: the values of OSM's highway, and the type numbers of Lantmäteriet's Topografi (1801 ... 1815, 1628). A class that is missing takes
    /// <see cref="OtherKmh"/>.
    /// </summary>
    public IReadOnlyDictionary<string, double> ClassKmh { get; init; } = new Dictionary<string, double>
    {
        ["motorway"] = 110,
        ["motorway_link"] = 70,
        ["trunk"] = 90,
        ["trunk_link"] = 60,
        ["primary"] = 80,
        ["primary_link"] = 50,
        ["secondary"] = 70,
        ["secondary_link"] = 50,
        ["tertiary"] = 70,
        ["tertiary_link"] = 40,
        ["unclassified"] = 60,
        ["road"] = 40,
        ["residential"] = 40,
        ["living_street"] = 7,
        ["service"] = 20,
        ["track"] = 20,
        ["1801"] = 110,
        ["1802"] = 100,
        ["1803"] = 100,
        ["1804"] = 80,
        ["1805"] = 70,
        ["1806"] = 60,
        ["1807"] = 40,
        ["1808"] = 60,
        ["1809"] = 50,
        ["1810"] = 40,
        ["1811"] = 30,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>km/h of a road of any other class.</summary>
    public double OtherKmh { get; init; } = 40;

    /// <summary>Highest speed on gravel and other unpaved surfaces, km/h: signs allow more than the road does.</summary>
    public double UnpavedKmh { get; init; } = 60;

    /// <summary>km/h of a ferry whose duration is not known; about 8 knots, as the yellow road ferries do.</summary>
    public double FerryKmh { get; init; } = 15;

    /// <summary>Seconds of waiting for a ferry.</summary>
    public double FerryWaitSeconds { get; init; } = 600;

    internal double Of(string roadClass) => ClassKmh.GetValueOrDefault(roadClass, OtherKmh);
}
