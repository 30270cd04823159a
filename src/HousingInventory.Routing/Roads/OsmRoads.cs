namespace HousingInventory.Routing.Roads;

/// <summary>
/// Who may walk and drive on a way, from its OpenStreetMap tags. The tags are asked for one by one through a function from key to value, null where there is none.
/// <para>
/// On foot: ordinary roads, streets, paths, tracks and cycleways; a trunk road too, since in Sweden one may walk along it, but never a motorway or a motor-traffic
/// road (motorroad=yes). <c>foot</c> decides before <c>access</c>; private is no. By car: roads from motorway to service and track; motorcar, motor_vehicle,
/// vehicle and access decide in this order. Method: the access hierarchy of the OpenStreetMap wiki ("Key:access").
/// </para>
/// </summary>
public static class OsmRoads
{
    private static readonly string[] CarKeys = ["motorcar", "motor_vehicle", "vehicle", "access"];
    private static readonly string[] VehicleKeys = CarKeys[..^1];

    private enum Permission
    {
        Unsaid,
        Yes,
        No,
    }

    /// <summary>What a way is; <see cref="RoadTraits.IsRoad"/> is false for what is no road, or closed to all.</summary>
    public static RoadTraits Classify(Func<string, string?> tag, RoadSpeeds? speeds = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        speeds ??= RoadSpeeds.Default;
        string? highway = tag("highway");
        if (highway is null)
        {
            return tag("route") == "ferry" ? Ferry(tag, speeds) : default;
        }

        // A road of ice is one for some weeks in winter.
        if (tag("ice_road") == "yes" || tag("winter_road") == "yes")
        {
            return default;
        }

        RoadFlags flags = MayWalk(highway, tag) ? RoadFlags.Foot : RoadFlags.None;
        flags |= CarDirections(highway, tag);
        flags |= IsMajor(highway) ? RoadFlags.Major : RoadFlags.None;
        flags |= IsMotorway(highway, tag) ? RoadFlags.Motorway : RoadFlags.None;
        return (flags & RoadFlags.Car) == 0
            ? new RoadTraits(flags)
            : new RoadTraits(flags, Kmh("maxspeed:forward", highway, tag, speeds), Kmh("maxspeed:backward", highway, tag, speeds));
    }

    /// <summary>Whom a node stops (Foot, Car), from its <c>barrier</c> tag and what is said about access there.</summary>
    public static RoadFlags Blocks(Func<string, string?> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        string? barrier = tag("barrier");
        if (barrier is null or "no")
        {
            return RoadFlags.None;
        }

        bool isLocked = tag("locked") == "yes";
        bool stopsCars = barrier is "bollard" or "block" or "jersey_barrier" or "cycle_barrier" or "chain" or "rope" or "log" or "stile" or "turnstile"
            or "kissing_gate" or "full-height_turnstile" or "motorcycle_barrier" or "planter" or "debris" or "bus_trap" or "sump_buster" or "wicket_gate"
            or "wall" or "fence" or "hedge" or "ditch" or "guard_rail";
        bool stopsAll = barrier is "wall" or "fence" or "hedge";
        RoadFlags blocked = RoadFlags.None;
        blocked |= Decide(isLocked || stopsAll ? Permission.No : Permission.Yes, FootPermission(tag)) ? RoadFlags.None : RoadFlags.Foot;
        blocked |= Decide(isLocked || stopsCars ? Permission.No : Permission.Yes, CarPermission(tag, "", CarKeys)) ? RoadFlags.None : RoadFlags.Car;
        return blocked;
    }

    private static bool Decide(Permission usual, Permission said) => (said == Permission.Unsaid ? usual : said) == Permission.Yes;

    private static bool IsMotorway(string highway, Func<string, string?> tag) => highway is "motorway" or "motorway_link" || tag("motorroad") == "yes";

    private static bool IsMajor(string highway) => highway is "motorway" or "motorway_link" or "trunk" or "trunk_link" or "primary" or "primary_link"
        or "secondary" or "secondary_link";

    private static bool IsCarRoad(string highway) => IsMajor(highway)
        || highway is "tertiary" or "tertiary_link" or "unclassified" or "residential" or "living_street" or "service" or "track" or "road";

    private static bool MayWalk(string highway, Func<string, string?> tag)
    {
        bool isFootway = highway is "footway" or "path" or "pedestrian" or "cycleway" or "steps" or "bridleway" or "corridor" or "platform";
        if ((!isFootway && !IsCarRoad(highway)) || IsMotorway(highway, tag))
        {
            return false;
        }

        Permission said = FootPermission(tag);
        // Snowmobile trails are drawn as paths, over lakes and bogs.
        bool isWinterTrail = highway == "path" && tag("snowmobile") is "designated" or "only";
        return isWinterTrail ? tag("foot") is { } foot && Parse(foot) == Permission.Yes : Decide(Permission.Yes, said);
    }

    private static Permission FootPermission(Func<string, string?> tag)
    {
        Permission onFoot = Parse(tag("foot"));
        return onFoot != Permission.Unsaid ? onFoot : Parse(tag("access"));
    }

    private static RoadFlags CarDirections(string highway, Func<string, string?> tag)
    {
        // The outline of a square is walked along, not driven along. Ways for buses only have no class of their own here.
        if (!IsCarRoad(highway) || tag("area") == "yes")
        {
            return RoadFlags.None;
        }

        string? oneWay = tag("oneway:motor_vehicle") ?? tag("oneway");
        bool isRound = tag("junction") is "roundabout" or "circular";
        // Both ways in turn, at hours nobody knows.
        bool isClosed = oneWay is "reversible";
        bool againstOnly = oneWay is "-1" or "reverse";
        bool alongOnly = oneWay is "yes" or "true" or "1" || (oneWay is not "no" and not "false" and not "0" && !againstOnly && (isRound || highway == "motorway"));
        bool forward = !isClosed && !againstOnly && Decide(Permission.Yes, CarPermission(tag, ":forward", CarKeys));
        bool backward = !isClosed && !alongOnly && Decide(Permission.Yes, CarPermission(tag, ":backward", CarKeys));
        return (forward ? RoadFlags.CarForward : RoadFlags.None) | (backward ? RoadFlags.CarBackward : RoadFlags.None);
    }

    /// <summary>What the most special key says, that for one direction before that for both.</summary>
    private static Permission CarPermission(Func<string, string?> tag, string direction, string[] keys)
    {
        foreach (string key in keys)
        {
            Permission said = direction.Length > 0 ? CarParse(tag(key + direction)) : Permission.Unsaid;
            said = said != Permission.Unsaid ? said : CarParse(tag(key));
            if (said != Permission.Unsaid)
            {
                return said;
            }
        }

        return Permission.Unsaid;
    }

    /// <summary>Values nobody agreed on say nothing.</summary>
    private static Permission Parse(string? value) => value switch
    {
        "yes" or "designated" or "permissive" or "official" or "public" or "destination" or "customers" => Permission.Yes,
        "no" or "private" or "use_sidepath" or "permit" or "military" or "residents" => Permission.No,
        _ => Permission.Unsaid,
    };

    /// <summary>A road for the owner's tractors and timber is none for a shopping trip, though one may walk there.</summary>
    private static Permission CarParse(string? value) =>
        value is "agricultural" or "forestry" or "delivery" or "emergency" ? Permission.No : Parse(value);

    private static double Kmh(string directionKey, string highway, Func<string, string?> tag, RoadSpeeds speeds)
    {
        double kmh = OsmSpeed.Parse(tag(directionKey)) ?? OsmSpeed.Parse(tag("maxspeed")) ?? speeds.Of(highway);
        bool isUnpaved = tag("surface") is "unpaved" or "gravel" or "fine_gravel" or "compacted" or "dirt" or "earth" or "ground" or "grass" or "sand" or "mud"
            or "pebblestone";
        kmh = isUnpaved ? Math.Min(kmh, speeds.UnpavedKmh) : kmh;
        return tag("tracktype") switch
        {
            "grade3" => Math.Min(kmh, 30),
            "grade4" => Math.Min(kmh, 20),
            "grade5" => Math.Min(kmh, 10),
            _ => kmh,
        };
    }

    /// <summary>A ferry takes cars if it says so, or if it names the class of the road that it continues.</summary>
    private static RoadTraits Ferry(Func<string, string?> tag, RoadSpeeds speeds)
    {
        Permission said = CarPermission(tag, "", VehicleKeys);
        bool continuesRoad = tag("ferry") is { } ferry && IsCarRoad(ferry);
        bool takesCars = Parse(tag("access")) != Permission.No && Decide(continuesRoad ? Permission.Yes : Permission.No, said);
        if (!takesCars)
        {
            return default;
        }

        return new RoadTraits(
            RoadFlags.Car | RoadFlags.Ferry, speeds.FerryKmh, speeds.FerryKmh, speeds.FerryWaitSeconds, OsmSpeed.ParseDurationSeconds(tag("duration")) ?? 0);
    }
}
