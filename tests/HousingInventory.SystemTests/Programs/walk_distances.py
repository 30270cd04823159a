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
YES = {"yes", "designated", "permissive", "official", "public", "destination", "customers"}
NO = {"no", "private", "use_sidepath", "permit", "military", "residents"}


def said(tags):
    for key in ("foot", "access"):
        if tags.get(key) in YES:
            return True
        if tags.get(key) in NO:
            return False
    return None


def walkable(tags):
    road = tags.get("highway")
    if road == "motorway" or road not in CAR_ROADS | LINKS | FOOT_WAYS or tags.get("motorroad") == "yes":
        return False
    if "yes" in (tags.get("ice_road"), tags.get("winter_road")):
        return False
    return said(tags) is not False


def stops_walkers(tags):
    if tags.get("barrier") in (None, "no"):
        return False
    allowed = said(tags)
    return not allowed if allowed is not None else tags.get("locked") == "yes" or tags["barrier"] in ("wall", "fence", "hedge")


def read(path):
    """Positions and tags of nodes, and the walkable ways as lists of node ids."""
    decode = lambda text: re.sub(r"%([0-9a-f]+)%", lambda m: chr(int(m[1], 16)), text)
    nodes, blocked, ways = {}, set(), []
    for line in subprocess.run(["osmium", "cat", "-f", "opl", path], capture_output=True, check=True).stdout.decode().splitlines():
        fields = {f[0]: f[1:] for f in line.split(" ")[1:]}
        tags = dict(decode(t).split("=", 1) for t in fields.get("T", "").split(",") if t)
        if line[0] == "n" and fields.get("x"):
            nodes[line.split(" ")[0][1:]] = (float(fields["x"]), float(fields["y"]))
            if stops_walkers(tags):
                blocked.add(line.split(" ")[0][1:])
        elif line[0] == "w" and walkable(tags):
            ways.append([n[1:] for n in fields.get("N", "").split(",") if n])
    return nodes, blocked, ways


def project(nodes, epsg):
    degrees, metres = osr.SpatialReference(), osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    metres.ImportFromEPSG(epsg)
    for system in (degrees, metres):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    ids = list(nodes)
    for key, (x, y, _) in zip(ids, osr.CoordinateTransformation(degrees, metres).TransformPoints([nodes[i] for i in ids])):
        nodes[key] = (x, y)


def segments_of(nodes, blocked, ways):
    """Pairs of vertices with positions and length. A node missing from the extract cuts its way; one that stops walkers is a vertex of its own on every segment."""
    found, position = [], {}
    for way in ways:
        for a, b in zip(way, way[1:]):
            if a in nodes and b in nodes and a != b:
                u = (a, len(found), 0) if a in blocked else a
                v = (b, len(found), 1) if b in blocked else b
                position[u], position[v] = nodes[a], nodes[b]
                found.append((u, v, math.dist(nodes[a], nodes[b])))
    return found, position


def without_fragments(segments, least):
    """Leaves out connected parts shorter than least metres in all, never the longest."""
    parent = {}

    def find(v):
        parent.setdefault(v, v)
        while parent[v] != v:
            parent[v] = parent[parent[v]]
            v = parent[v]
        return v

    for u, v, _ in segments:
        parent[find(u)] = find(v)
    length = {}
    for u, _, metres in segments:
        length[find(u)] = length.get(find(u), 0) + metres
    longest = max(length, key=length.get)
    return [s for s in segments if find(s[0]) == longest or length[find(s[0])] >= least]


def connect(point, segments, position, farthest):
    """The nearest segment, how far along it, and how far away; None beyond the limit."""
    best = None
    for index, (u, v, metres) in enumerate(segments):
        (ax, ay), (bx, by) = position[u], position[v]
        t = 0 if metres == 0 else max(0, min(1, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / metres**2))
        away = math.dist(point, (ax + t * (bx - ax), ay + t * (by - ay)))
        if best is None or away < best[2]:
            best = (index, t * metres, away)
    return best if best and best[2] <= farthest else None


def nearest(start, targets, segments, arcs):
    index, along, straight = start
    u, v, metres = segments[index]
    best = min((straight + abs(along - t[1]) + t[2] for t in targets if t[0] == index), default=math.inf)
    ends = {}
    for t in targets:
        a, b, length = segments[t[0]]
        ends.setdefault(a, []).append(t[1] + t[2])
        ends.setdefault(b, []).append(length - t[1] + t[2])
    queue, done = [(straight + along, str(u), u), (straight + metres - along, str(v), v)], set()
    heapq.heapify(queue)
    while queue:
        far, _, vertex = heapq.heappop(queue)
        if far >= best:
            break
        if vertex in done:
            continue
        done.add(vertex)
        best = min([best] + [far + rest for rest in ends.get(vertex, [])])
        for head, length in arcs[vertex]:
            if head not in done:
                heapq.heappush(queue, (far + length, str(head), head))
    return best


def main():
    asked = json.load(open(sys.argv[3]))
    if asked["targetsInDegrees"]:
        lonlat = dict(enumerate(map(tuple, asked["targets"])))
        project(lonlat, int(sys.argv[2]))
        asked["targets"] = list(lonlat.values())
    nodes, blocked, ways = read(sys.argv[1])
    project(nodes, int(sys.argv[2]))
    segments, position = segments_of(nodes, blocked, ways)
    segments = without_fragments(segments, asked["fragmentM"])
    arcs = {}
    for u, v, metres in segments:
        arcs.setdefault(u, []).append((v, metres))
        arcs.setdefault(v, []).append((u, metres))
    targets = [t for t in (connect(t, segments, position, asked["maxToRoadM"]) for t in asked["targets"]) if t]
    answers = []
    for point in asked["points"]:
        start = connect(point, segments, position, asked["maxToRoadM"])
        metres = nearest(start, targets, segments, arcs) if start else math.inf
        answers.append(None if math.isinf(metres) else metres)
    json.dump(answers, sys.stdout)


main()
