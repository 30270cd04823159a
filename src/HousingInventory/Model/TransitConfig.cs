using System.ComponentModel;

namespace HousingInventory.Model;

/// <summary>Limits of travel by public transport.</summary>
public sealed record TransitConfig
{
    [Description("Longest walk from home to a stop, metres.")]
    public double MaxWalkM { get; init; } = 2000;

    [Description("Longest walk from a stop to the place, metres.")]
    public double MaxWalkAtPlaceM { get; init; } = 1000;

    [Description("Longest walk between two stops when changing, metres.")]
    public double MaxTransferWalkM { get; init; } = 500;

    [Description("Seconds at a stop before boarding.")]
    public int BoardSlackS { get; init; } = 60;

    [Description("Seconds that a change at one stop needs.")]
    public int MinTransferS { get; init; } = 120;

    [Description("Whether rail replacement buses (route type 714) count.")]
    public bool RailReplacement { get; init; }

    [Description("Overrides of the table of route types: ordinary, booked or left-out by GTFS route type.")]
    public IReadOnlyDictionary<string, string> RouteTypes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
