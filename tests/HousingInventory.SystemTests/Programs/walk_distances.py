"""Walking distances from points to their nearest target over the raw ways of an OpenStreetMap extract: plain Dijkstra, one search a point, every node of
every way a vertex. Shares nothing with the product but the rules of docs/method.md.

Usage: walk_distances.py EXTRACT.osm.pbf EPSG input.json > output.json
input:  {"points": [[x, y], ...], "targets": [[x, y], ...], "targetsInDegrees": false, "maxToRoadM": 500, "fragmentM": 1000}, metres in EPSG
output: [metres or null, ...]
"""
import heapq
import json
import math
import re
import subprocess
import sys

from osgeo import osr

CAR_ROADS = {"motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street", "service", "track", "road"}
LINKS = {"trunk_link", "primary_link", "secondary_link", "tertiary_link"}
FOOT_WAYS = {"footway", "path", "pedestrian", "cycleway", "steps", "bridleway", "corridor", "platform"}
YES = {"yes", "designated", "permissive", "official", "public"}
LOCAL = {"destination", "customers", "private", "residents", "permit", "employees"}
NO = {"no", "use_sidepath", "military"}
EXCEPTIONS = {"motorcar", "motor_vehicle", "vehicle", "foot", "bicycle", "psv", "bus", "emergency", "horse", "moped"}
SOLID = {"wall", "fence", "hedge"}


def said(tags):
    """"yes", "local" (for those who live or have an errand there), "no", or None where nothing is said of walking."""
    for key in ("foot", "access"):
        if key == "access" and tags.get(key) == "no" and not EXCEPTIONS & tags.keys():
            return "local"
        words = {w.strip() for w in tags.get(key, "").split(";")}
        for answer, known in (("yes", YES), ("local", LOCAL), ("no", NO)):
            if words & known:
                return answer
    return None


def walkable(tags):
    """"yes", "local" or "no"."""
    road = tags.get("highway")
    if road == "motorway" or road not in CAR_ROADS | LINKS | FOOT_WAYS or tags.get("motorroad") == "yes":
        return "no"
    if "yes" in (tags.get("ice_road"), tags.get("winter_road")):
        return "no"
    return said(tags) or "yes"


def past(tags):
    """Who gets past a node: "yes", "local" or "no"."""
    barrier = tags.get("barrier")
    if barrier in (None, "no"):
        return "yes"
    usual = "no" if barrier in SOLID else "local" if tags.get("locked") == "yes" else "yes"
    allowed = said(tags)
    return usual if allowed is None or (allowed == "local" and barrier in SOLID) else allowed


def is_tunnel(tags):
    return (tags.get("tunnel", "no") not in ("", "no", "culvert", "F", "0", "false") or tags.get("location") == "underground"
            or (tags.get("covered") == "yes" and tags.get("layer", "").startswith("-")))


def elements(path):
    """Each element of an extract: "n", "w" or "r", its id, the other fields of its OPL line by their letters, and its tags."""
    decode = lambda text: re.sub(r"%([0-9a-f]+)%", lambda m: chr(int(m[1], 16)), text)
    for line in subprocess.run(["osmium", "cat", "-f", "opl", path], capture_output=True, check=True).stdout.decode().splitlines():
        fields = {f[0]: f[1:] for f in line.split(" ")[1:]}
        yield line[0], line.split(" ")[0][1:], fields, dict(decode(t).split("=", 1) for t in fields.get("T", "").split(",") if t)


def read(path):
    """Positions of nodes, who gets past them, and the walkable ways as (node ids, is local, is a tunnel); a square mapped as a relation is its members' ways."""
    nodes, gates, ways, drawn, squares = {}, {}, [], {}, []
    for kind, name, fields, tags in elements(path):
        if kind == "n" and fields.get("x"):
            nodes[name] = (float(fields["x"]), float(fields["y"]))
            if past(tags) != "yes":
                gates[name] = past(tags)
        elif kind == "w":
            drawn[name] = [n[1:] for n in fields.get("N", "").split(",") if n]
            if walkable(tags) != "no":
                ways.append((drawn[name], walkable(tags) == "local", is_tunnel(tags)))
        elif kind == "r" and tags.get("type") == "multipolygon" and walkable(tags) != "no":
            members = [m.split("@")[0][1:] for m in fields.get("M", "").split(",") if m.startswith("w")]
            squares.append((members, walkable(tags) == "local", is_tunnel(tags)))
    for members, local, tunnel in squares:
        ways += [(drawn[m], local, tunnel) for m in members if m in drawn]
    return nodes, gates, ways


def project(nodes, epsg):
    degrees, metres = osr.SpatialReference(), osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    metres.ImportFromEPSG(epsg)
    for system in (degrees, metres):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    ids = list(nodes)
    for key, (x, y, _) in zip(ids, osr.CoordinateTransformation(degrees, metres).TransformPoints([nodes[i] for i in ids])):
        nodes[key] = (x, y)


def segments_of(nodes, gates, ways):
    """
    Pairs of vertices with length, is local, is a tunnel; and positions. A node missing from the extract cuts its way. A node that stops walkers is a vertex of its
    own on every segment; where some get past, a local step of no length leads from each of these to the node.
    """
    found, position = [], {}
    for way, local, tunnel in ways:
        for a, b in zip(way, way[1:]):
            if a in nodes and b in nodes and a != b:
                ends = [(n, len(found), i) if n in gates else n for i, n in enumerate((a, b))]
                index = len(found)
                found.append((ends[0], ends[1], math.dist(nodes[a], nodes[b]), local, tunnel))
                for end, n in zip(ends, (a, b)):
                    position[end] = nodes[n]
                    if gates.get(n) == "local":
                        position[n] = nodes[n]
                        found.append(((n, index, ends.index(end)), n, 0.0, True, True))
    return found, position


def parts(segments):
    """The connected part of each vertex."""
    parent = {}

    def find(v):
        parent.setdefault(v, v)
        while parent[v] != v:
            parent[v] = parent[parent[v]]
            v = parent[v]
        return v

    for segment in segments:
        parent[find(segment[0])] = find(segment[1])
    return {v: find(v) for v in list(parent)}


def lengths(segments, part):
    total = {}
    for segment in segments:
        total[part[segment[0]]] = total.get(part[segment[0]], 0) + segment[2]
    return total


def without_fragments(segments, least):
    """Leaves out connected parts shorter than least metres in all, never the longest."""
    part = parts(segments)
    length = lengths(segments, part)
    longest = max(length, key=length.get)
    return [s for s in segments if part[s[0]] == longest or length[part[s[0]]] >= least]


def enclosed(segments):
    """What only local ways lead to is local: in each part all but the longest piece that is joined without them."""
    whole = parts(segments)
    public = [s for s in segments if not s[3]]
    piece = parts(public)
    length, main = lengths(public, piece), {}
    for v, p in piece.items():
        if whole[v] not in main or length[p] > length[main[whole[v]]]:
            main[whole[v]] = p
    return [(u, v, m, local or piece.get(u) != main[whole[u]], tunnel) for u, v, m, local, tunnel in segments], whole


def connect(point, segments, position, part, farthest):
    """In each connected part the nearest segment that is no tunnel: which, how far along it, and how far away."""
    best = {}
    for index, (u, v, metres, _, tunnel) in enumerate(segments):
        if tunnel:
            continue
        (ax, ay), (bx, by) = position[u], position[v]
        t = 0 if metres == 0 else max(0, min(1, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / metres**2))
        away = math.dist(point, (ax + t * (bx - ax), ay + t * (by - ay)))
        if away <= farthest and (part[u] not in best or away < best[part[u]][2]):
            best[part[u]] = (index, t * metres, away)
    return list(best.values())


def nearest(starts, targets, segments, arcs):
    """
    The shortest path. A vertex is reached on one of three levels: still on the local ways of the beginning (0), under way (1), on the local ways of the end (2).
    """
    best, ends, queue, done = math.inf, {}, [], set()
    for index, along, straight in starts:
        best = min([best] + [straight + abs(along - t[1]) + t[2] for t in targets if t[0] == index])
        u, v, metres, local, _ = segments[index]
        for vertex, rest in ((u, along), (v, metres - along)):
            heapq.heappush(queue, (straight + rest, str(vertex), vertex, 0 if local else 1))
    for index, along, straight in targets:
        u, v, metres, local, _ = segments[index]
        for vertex, rest in ((u, along), (v, metres - along)):
            ends.setdefault((vertex, 2 if local else 1), []).append(rest + straight)
    while queue:
        far, _, vertex, level = heapq.heappop(queue)
        if far >= best:
            break
        if (vertex, level) in done:
            continue
        done.add((vertex, level))
        best = min([best] + [far + rest for rest in ends.get((vertex, level), [])])
        if level < 2:
            heapq.heappush(queue, (far, str(vertex), vertex, level + 1))
        for head, length, local in arcs[vertex]:
            if local == (level != 1) and (head, level) not in done:
                heapq.heappush(queue, (far + length, str(head), head, level))
    return best


class Walks:
    """Walking distances between points, straight bits counted."""

    def __init__(self, extract, epsg, max_to_road_m, fragment_m):
        nodes, gates, ways = read(extract)
        project(nodes, epsg)
        segments, self.position = segments_of(nodes, gates, ways)
        self.segments, self.part = enclosed(without_fragments(segments, fragment_m))
        self.farthest = max_to_road_m
        self.arcs = {}
        for u, v, metres, local, _ in self.segments:
            self.arcs.setdefault(u, []).append((v, metres, local))
            self.arcs.setdefault(v, []).append((u, metres, local))

    def connect(self, point):
        return connect(point, self.segments, self.position, self.part, self.farthest)

    def nearest(self, starts, targets):
        return nearest(starts, targets, self.segments, self.arcs) if starts else math.inf


def main():
    asked = json.load(open(sys.argv[3]))
    if asked["targetsInDegrees"]:
        lonlat = dict(enumerate(map(tuple, asked["targets"])))
        project(lonlat, int(sys.argv[2]))
        asked["targets"] = list(lonlat.values())
    walks = Walks(sys.argv[1], int(sys.argv[2]), asked["maxToRoadM"], asked["fragmentM"])
    targets = [t for place in asked["targets"] for t in walks.connect(place)]
    metres = (walks.nearest(walks.connect(point), targets) for point in asked["points"])
    json.dump([None if math.isinf(m) else m for m in metres], sys.stdout)


if __name__ == "__main__":
    main()
