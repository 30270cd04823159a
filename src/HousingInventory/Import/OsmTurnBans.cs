using HousingInventory.Formats.OsmPbf;
using HousingInventory.Routing.Roads;

namespace HousingInventory.Import;

/// <summary>The turn bans of OpenStreetMap: relations of type restriction, as cars must follow them.</summary>
internal static class OsmTurnBans
{
    private static readonly string[] Cars = ["motorcar", "motor_vehicle", "vehicle"];

    /// <summary>
    /// Adds the bans that have a node between. Returns how many others there are that would hold for cars: over a way, at certain hours, or with members missing.
    /// </summary>
    public static int Read(OsmRelations relations, RoadWays ways)
    {
        int notFollowed = 0;
        for (int i = 0; i < relations.Count; i++)
        {
            int relation = i;
            string? Tag(string key) => relations.Tags.Text(relation, key);
            string[] except = (Tag("except") ?? "").Split(';', StringSplitOptions.TrimEntries);
            bool isConditional = Cars.Append(null).Any(c => Tag(c is null ? "restriction:conditional" : $"restriction:{c}:conditional") is not null);
            string? kind = Cars.Select(c => Tag($"restriction:{c}")).FirstOrDefault(k => k is not null) ?? Tag("restriction");
            if (except.Intersect(Cars).Any() || (kind is null && !isConditional))
            {
                continue;
            }

            bool atHours = isConditional || Tag("day_on") is not null || Tag("hour_on") is not null;
            if (atHours || KindOf(kind) is not { } ban || !Add(relations, i, ban, ways))
            {
                notFollowed++;
            }
        }

        return notFollowed;
    }

    private static TurnBanKind? KindOf(string? kind) => kind switch
    {
        "no_u_turn" => TurnBanKind.TurningRound,
        not null when kind.StartsWith("no_", StringComparison.Ordinal) => TurnBanKind.No,
        not null when kind.StartsWith("only_", StringComparison.Ordinal) => TurnBanKind.Only,
        _ => null,
    };

    /// <summary>Of "no entry" and "no exit" several ways come from, or go to, one node.</summary>
    private static bool Add(OsmRelations relations, int relation, TurnBanKind kind, RoadWays ways)
    {
        long[] from = [.. Members(relations, relation, "from", OsmElementType.Way)];
        long[] to = [.. Members(relations, relation, "to", OsmElementType.Way)];
        long[] via = [.. Members(relations, relation, "via", OsmElementType.Node)];
        bool overWay = Members(relations, relation, "via", OsmElementType.Way).Any();
        if (overWay || via.Length != 1 || from.Length == 0 || to.Length == 0 || (kind == TurnBanKind.Only && to.Length > 1))
        {
            return false;
        }

        foreach (long fromWay in from)
        {
            foreach (long toWay in to)
            {
                ways.Ban(new TurnBan(fromWay, via[0], toWay, kind));
            }
        }

        return true;
    }

    private static IEnumerable<long> Members(OsmRelations relations, int relation, string role, OsmElementType type) =>
        Enumerable.Range(relations.MemberStart[relation], relations.MemberStart[relation + 1] - relations.MemberStart[relation])
            .Where(m => relations.MemberTypes[m] == type && relations.MemberRoles[m] == role).Select(m => relations.MemberIds[m]);
}
