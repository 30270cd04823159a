namespace HousingInventory.Routing.Roads;

/// <summary>
/// Who may walk and drive on a way, from its OpenStreetMap tags. The tags are asked for one by one through a function from key to value, null where there is none.
/// <para>
/// On foot: ordinary roads, streets, paths, tracks and cycleways; a trunk road too, since in Sweden one may walk along it, but never a motorway or a motor-traffic
/// road (motorroad=yes). <c>foot</c> decides before <c>access</c>. By car: roads from motorway to service and track; motorcar, motor_vehicle,
/// vehicle and access decide in this order. Method: the access hierarchy of the OpenStreetMap wiki ("Key:access").
/// </para>
/// <para>
/// What is private, for customers or for destinations is open to those who live, shop or work there, and nobody passes through: local. So is <c>access=no</c> alone,
/// which says that the public has no access; where it stands beside exceptions (a bus road, a cycle road) it bans all others, as <c>foot=no</c> always does.
/// </para>
/// </summary>
public static class OsmRoads
{
    private static readonly string[] CarKeys = ["motorcar", "motor_vehicle", "vehicle", "access"];
    private static readonly string[] VehicleKeys = CarKeys[..^1];
    private static readonly string[] ExceptionKeys = [.. VehicleKeys, "foot", "bicycle", "psv", "bus", "emergency", "horse", "moped"];

    private enum Permission
    {
        Unsaid,
        Yes,

        /// <summary>For those who live or have an errand there.</summary>
        Local,
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

        RoadFlags flags = Walking(highway, tag) | CarDirections(highway, tag);
        flags |= flags != RoadFlags.None && IsTunnel(tag) ? RoadFlags.Tunnel : RoadFlags.None;
        flags |= IsMajor(highway) ? RoadFlags.Major : RoadFlags.None;
        flags |= IsMotorway(highway, tag) ? RoadFlags.Motorway : RoadFlags.None;
        return (flags & RoadFlags.Car) == 0
            ? new RoadTraits(flags)
            : new RoadTraits(flags, Kmh("maxspeed:forward", highway, tag, speeds), Kmh("maxspeed:backward", highway, tag, speeds))
            {
                Kind = RoadKind.OfHighway(highway, IsUnpaved(tag)),
            };
    }

    /// <summary>
    /// Whom a node stops (Foot, Car), or stops unless they live behind it (FootLocal, CarLocal), from its <c>barrier</c> tag and what is said about access there.
    /// A locked or private gate is opened by those whose it is; a wall or a block of stone is not.
    /// </summary>
    public static RoadFlags Blocks(Func<string, string?> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        string? barrier = tag("barrier");
        if (barrier is null or "no")
        {
            return RoadFlags.None;
        }

        bool isLocked = tag("locked") == "yes";
        bool opens = barrier is "bollard" or "chain" or "rope" or "motorcycle_barrier" or "planter" or "wicket_gate";
        bool stopsAll = barrier is "wall" or "fence" or "hedge";
        bool stopsCars = opens || stopsAll || barrier is "block" or "jersey_barrier" or "cycle_barrier" or "log" or "stile" or "turnstile"
            or "kissing_gate" or "full-height_turnstile" or "debris" or "bus_trap" or "sump_buster" or "ditch" or "guard_rail";
        Permission onFoot = Past(stopsAll, !stopsAll, FootPermission(tag));
        Permission byCar = Past(stopsCars, opens, CarPermission(tag, "", CarKeys));
        return Blocked(onFoot, RoadFlags.Foot, RoadFlags.FootLocal) | Blocked(byCar, RoadFlags.Car, RoadFlags.CarLocal);

        Permission Past(bool stops, bool ownersOpen, Permission said)
        {
            Permission usual = stops && !(isLocked && ownersOpen) ? Permission.No : isLocked ? Permission.Local : Permission.Yes;
            return said == Permission.Unsaid || (said == Permission.Local && stops && !ownersOpen) ? usual : said;
        }
    }

    /// <summary>A way in a tunnel, or covered and below ground. A culvert carries a brook, and is under the way.</summary>
    public static bool IsTunnel(Func<string, string?> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);

        // Extracts in tables write F and T.
        bool isTunnel = tag("tunnel") is { } tunnel && tunnel is not ("" or "no" or "culvert" or "F" or "0" or "false");
        return isTunnel || tag("location") == "underground" || (tag("covered") is "yes" && (tag("layer") ?? "").StartsWith('-'));
    }

    private static RoadFlags Blocked(Permission past, RoadFlags mode, RoadFlags local) =>
        past switch { Permission.No => mode, Permission.Local => local, _ => RoadFlags.None };

    private static bool IsMotorway(string highway, Func<string, string?> tag) => highway is "motorway" or "motorway_link" || tag("motorroad") == "yes";

    private static bool IsMajor(string highway) => highway is "motorway" or "motorway_link" or "trunk" or "trunk_link" or "primary" or "primary_link"
        or "secondary" or "secondary_link";

    private static bool IsCarRoad(string highway) => IsMajor(highway)
        || highway is "tertiary" or "tertiary_link" or "unclassified" or "residential" or "living_street" or "service" or "track" or "road";

    private static RoadFlags Walking(string highway, Func<string, string?> tag)
    {
        bool isFootway = highway is "footway" or "path" or "pedestrian" or "cycleway" or "steps" or "bridleway" or "corridor" or "platform";
        if ((!isFootway && !IsCarRoad(highway)) || IsMotorway(highway, tag))
        {
            return RoadFlags.None;
        }

        // Snowmobile trails are drawn as paths, over lakes and bogs.
        bool isWinterTrail = highway == "path" && tag("snowmobile") is "designated" or "only";
        Permission said = isWinterTrail && Parse(tag("foot")) != Permission.Yes ? Permission.No : FootPermission(tag);
        return Allowed(said, RoadFlags.Foot, RoadFlags.FootLocal);
    }

    private static RoadFlags Allowed(Permission said, RoadFlags mode, RoadFlags local) =>
        said switch { Permission.No => RoadFlags.None, Permission.Local => mode | local, _ => mode };

    private static Permission FootPermission(Func<string, string?> tag)
    {
        Permission onFoot = Parse(tag("foot"));
        return onFoot != Permission.Unsaid ? onFoot : Access(tag, byCar: false);
    }

    private static Permission Access(Func<string, string?> tag, bool byCar) =>
        tag("access") == "no" && !ExceptionKeys.Any(key => tag(key) is not null) ? Permission.Local : Parse(tag("access"), byCar);

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
        Permission forward = isClosed || againstOnly ? Permission.No : CarPermission(tag, ":forward", CarKeys);
        Permission backward = isClosed || alongOnly ? Permission.No : CarPermission(tag, ":backward", CarKeys);
        return Allowed(forward, RoadFlags.CarForward, RoadFlags.CarForwardLocal) | Allowed(backward, RoadFlags.CarBackward, RoadFlags.CarBackwardLocal);
    }

    /// <summary>What the most special key says, that for one direction before that for both.</summary>
    private static Permission CarPermission(Func<string, string?> tag, string direction, string[] keys)
    {
        foreach (string key in keys)
        {
            Permission said = direction.Length > 0 ? Parse(tag(key + direction), byCar: true) : Permission.Unsaid;
            said = said != Permission.Unsaid ? said : key == "access" ? Access(tag, byCar: true) : Parse(tag(key), byCar: true);
            if (said != Permission.Unsaid)
            {
                return said;
            }
        }

        return Permission.Unsaid;
    }

    /// <summary>Values nobody agreed on say nothing; of several ("customers;delivery") the one that allows most counts.</summary>
    private static Permission Parse(string? value, bool byCar = false) =>
        value is null ? Permission.Unsaid
        : value.Contains(';', StringComparison.Ordinal)
            ? value.Split(';', StringSplitOptions.TrimEntries).Select(v => ParseOne(v, byCar)).Where(p => p != Permission.Unsaid).DefaultIfEmpty().Min()
            : ParseOne(value, byCar);

    private static Permission ParseOne(string value, bool byCar) => value switch
    {
        "yes" or "designated" or "permissive" or "official" or "public" => Permission.Yes,
        "destination" or "customers" or "private" or "residents" or "permit" or "employees" => Permission.Local,
        "no" or "use_sidepath" or "military" => Permission.No,

        // A road for the owner's tractors and timber is none for a shopping trip, though one may walk there.
        "agricultural" or "forestry" or "delivery" or "emergency" when byCar => Permission.No,
        _ => Permission.Unsaid,
    };

    private static bool IsUnpaved(Func<string, string?> tag) => tag("surface") is "unpaved" or "gravel" or "fine_gravel" or "compacted" or "dirt" or "earth" or "ground"
        or "grass" or "sand" or "mud" or "pebblestone";

    private static double Kmh(string directionKey, string highway, Func<string, string?> tag, RoadSpeeds speeds)
    {
        double kmh = OsmSpeed.Parse(tag(directionKey)) ?? OsmSpeed.Parse(tag("maxspeed")) ?? speeds.Of(highway);
        kmh = IsUnpaved(tag) ? Math.Min(kmh, speeds.UnpavedKmh) : kmh;
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
        bool takesCars = Parse(tag("access")) is Permission.Yes or Permission.Unsaid
            && (said == Permission.Unsaid ? continuesRoad : said == Permission.Yes);
        if (!takesCars)
        {
            return default;
        }

        return new RoadTraits(
            RoadFlags.Car | RoadFlags.Ferry, speeds.FerryKmh, speeds.FerryKmh, speeds.FerryWaitSeconds, OsmSpeed.ParseDurationSeconds(tag("duration")) ?? 0);
    }
}
