using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;

namespace HousingInventory.Score;

/// <summary>How one gets to a service.</summary>
public enum TravelMode
{
    Walk,
    Car,
}

/// <summary>
/// Way along roads to the nearest service of a category, or of several; on foot the shortest, by car the length of the quickest. With k the k-th nearest, so
/// that a choice can be asked for.
/// </summary>
public sealed record ServiceCriterion : Criterion
{
    [JsonConverter(typeof(OneOrManyConverter))]
    [Description("Category, or several of which the nearest counts.")]
    public IReadOnlyList<string> Category { get; init; } = [];

    [Description("walk or car.")]
    public TravelMode Mode { get; init; } = TravelMode.Walk;

    [Description("Which nearest: 1 the nearest, 2 the second nearest ... On foot only.")]
    public int Nearest { get; init; } = 1;

    [Description("Full points up to this distance, metres.")]
    public double FullUntilM { get; init; } = 1000;

    [Description("No points from this distance on, metres.")]
    public double ZeroFromM { get; init; } = 8000;

    [Description("For shape step: full points up to this distance, metres.")]
    public double? UntilM { get; init; }

    internal override IReadOnlyList<string> Needs => ["roads", "services"];

    internal override MeasureInfo Info => new(
        "m", 1, "Väg till närmaste {name} (m)", "Distance to nearest {name} (m)",
        Mode == TravelMode.Car ? "Längs väg med bil till närmaste serviceställe." : "Längs väg till fots till närmaste serviceställe.",
        Mode == TravelMode.Car ? "Along roads by car to the nearest service." : "Along roads on foot to the nearest service.");

    internal override string Noun(Language language) =>
        Label is null ? string.Join(language == Language.Sv ? " eller " : " or ", Category.Select(c => ServiceWords.Of(c, language))) : base.Noun(language);

    internal override Sentence? Fault() => Category.Count == 0 || Category.Any(string.IsNullOrWhiteSpace) ? ".category is missing"
        : Nearest < 1 || (Nearest > 1 && Mode == TravelMode.Car) ? ".nearest must be at least 1, and 1 by car"
        : FaultOfLimits("M", FullUntilM, ZeroFromM, UntilM);

    internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
    {
        ServicePlace[] places = access.ServicesOf(Category);
        if (places.Length == 0)
        {
            return MeasureColumn.WithoutData(homes.Count, access.LackOf(Category));
        }

        RoadMode mode = Mode == TravelMode.Car ? RoadMode.Car : RoadMode.Foot;
        RoadTarget[] targets =
            [.. places.Select((p, i) => new RoadTarget(i, access.Connect(p.X, p.Y, mode))).Where(t => t.Connections.IsConnected)];
        Connections[] connected = access.ConnectedHomes(mode);
        Func<Connections, NearestTarget> at = Nearest > 1
            ? KNearestSearch.OnFoot(access.Network, targets, Nearest).KthAt
            : mode == RoadMode.Car
                ? NearestSearch.ByCar(access.Network, targets, access.Rules.Walking.MetresPerMinute).At
                : NearestSearch.OnFoot(access.Network, targets).At;
        MeasureColumn column = new(homes.Count);
        object?[] names = new object?[homes.Count];
        for (int i = 0; i < homes.Count; i++)
        {
            NearestTarget nearest = at(connected[i]);
            if (nearest.IsReachable)
            {
                column.Measured(i, nearest.DistanceM, Falling(nearest.DistanceM, FullUntilM, ZeroFromM, UntilM));
                names[i] = places[nearest.Id].Name;
            }
            else
            {
                column.Missing(i, connected[i].IsConnected ? MeasureState.Unreachable : access.StateOffNetwork(i));
            }
        }

        return column.Result(new ExtraColumn(
            "_best", new MeasureInfo("text", 0, "Närmaste {name}", "Nearest {name}", "Serviceställets namn.", "Name of the service."), names));
    }
}
