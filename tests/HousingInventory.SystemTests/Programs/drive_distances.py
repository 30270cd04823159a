"""Lengths of the quickest ways by car from points to the place that is reached soonest, over the raw ways of an OpenStreetMap extract: one plain Dijkstra a
point over directed pieces between two nodes, so that turn bans can be held. Shares nothing with the product but the rules of docs/method.md and its speeds.

Usage: drive_distances.py EXTRACT.osm.pbf EPSG input.json > output.json
input:  {"points": [[x, y], ...], "targets": [[x, y], ...], "maxToRoadM": 500, "fragmentM": 1000, "metresPerMinute": 80}, metres in EPSG
output: [[metres, seconds] or null, ...]
"""
import heapq
import json
import math
import sys

import walk_distances as walk

KMH = {"motorway": 110, "motorway_link": 70, "trunk": 90, "trunk_link": 60, "primary": 80, "primary_link": 50, "secondary": 70, "secondary_link": 50, "tertiary": 70,
       "tertiary_link": 40, "unclassified": 60, "road": 40, "residential": 40, "living_street": 7, "service": 20, "track": 20}
UNPAVED = {"unpaved", "gravel", "fine_gravel", "compacted", "dirt", "earth", "ground", "grass", "sand", "mud", "pebblestone"}
OWNERS_ONLY = {"agricultural", "forestry", "delivery", "emergency"}
OPENED_BY_OWNERS = {"bollard", "chain", "rope", "motorcycle_barrier", "planter", "wicket_gate"}
CLOSED = OPENED_BY_OWNERS | walk.SOLID | {"block", "jersey_barrier", "cycle_barrier", "log", "stile", "turnstile", "kissing_gate", "full-height_turnstile", "debris",
                                          "bus_trap", "sump_buster", "ditch", "guard_rail"}
CARS = ("motorcar", "motor_vehicle", "vehicle")


def answer(value):
    """The most that a value allows, or None where it says nothing."""
    words = {w.strip() for w in (value or "").split(";")}
    for said, known in (("yes", walk.YES), ("local", walk.LOCAL), ("no", walk.NO | OWNERS_ONLY)):
        if words & known:
            return said
    return None


def permission(tags, direction=""):
    for key in CARS + ("access",):
        said = answer(tags.get(key + direction)) if direction else None
        if said is None and key == "access" and tags.get(key) == "no" and not walk.EXCEPTIONS & tags.keys():
            said = "local"
        said = said or answer(tags.get(key))
        if said:
            return said
    return None


def directions(tags):
    """Who may drive along a way and against it: "yes", "local" or "no" each."""
    road = tags.get("highway")
    if road not in KMH or tags.get("area") == "yes" or "yes" in (tags.get("ice_road"), tags.get("winter_road")):
        return "no", "no"
    one = tags.get("oneway:motor_vehicle", tags.get("oneway"))
    along, against = permission(tags, ":forward") or "yes", permission(tags, ":backward") or "yes"
    if one == "reversible" or one in ("-1", "reverse"):
        along = "no"
    if one == "reversible" or one in ("yes", "true", "1"):
        against = "no"
    if one not in ("no", "false", "0", "-1", "reverse") and (tags.get("junction") in ("roundabout", "circular") or road == "motorway"):
        against = "no"
    return along, against


def signed(text):
    """km/h of a sign; None if it says none. Of several the lowest."""
    found = []
    for part in (text or "").replace(",", ";").replace("|", ";").split(";"):
        part = part.strip()
        named = {"urban": 50, "rural": 70 if part.startswith("SE") else None, "motorway": 110 if part.startswith("SE") else None, "living_street": 7, "walk": 7}
        if ":" in part:
            rule = part.split(":")[-1].lower()
            value = named[rule] if rule in named else number(rule[4:] if rule.startswith("zone") else rule)
        else:
            value = 7 if part in ("walk", "walking") else number(part.replace("km/h", "")) or (number(part.replace("mph", "")) or 0) * 1.609344 or None
        if value:
            found.append(value)
    return min(found) if found else None


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def kmh(tags, direction):
    speed = signed(tags.get("maxspeed:" + direction)) or signed(tags.get("maxspeed")) or KMH[tags["highway"]]
    if tags.get("surface") in UNPAVED:
        speed = min(speed, 60)
    return min(speed, {"grade3": 30, "grade4": 20, "grade5": 10}.get(tags.get("tracktype"), speed))


def past(tags):
    barrier = tags.get("barrier")
    if barrier in (None, "no"):
        return "yes"
    locked, closes, owners = tags.get("locked") == "yes", barrier in CLOSED, barrier in OPENED_BY_OWNERS
    usual = "no" if closes and not (locked and owners) else "local" if locked else "yes"
    said = permission(tags)
    return usual if said is None or (said == "local" and closes and not owners) else said


class Roads:
    """
    Pieces of ways between two nodes: piece i is driven along as move 2i and against as move 2i + 1, where that is allowed. A node that stops cars is a vertex of its
    own on each piece; where its owners get past, a local move without length leads there.
    """

    def __init__(self, extract, epsg):
        self.position, gates, ways, bans = {}, {}, [], []
        for kind, name, fields, tags in walk.elements(extract):
            if kind == "n" and fields.get("x"):
                self.position[name] = (float(fields["x"]), float(fields["y"]))
                if past(tags) != "yes":
                    gates[name] = past(tags)
            elif kind == "w" and directions(tags) != ("no", "no"):
                ways.append((name, [n[1:] for n in fields["N"].split(",") if n], tags))
            elif kind == "r" and tags.get("type") == "restriction":
                bans.append((fields, tags))
        walk.project(self.position, epsg)
        self.pieces = []  # start, end, metres, way, whether a trip may end here
        self.moves = []  # tail, head, seconds, allowed, local
        for way, nodes, tags in ways:
            along, against = directions(tags)
            ends = tags["highway"] not in ("motorway", "motorway_link") and tags.get("motorroad") != "yes" and not walk.is_tunnel(tags)
            for a, b in zip(nodes, nodes[1:]):
                if a in self.position and b in self.position and a != b:
                    index = len(self.pieces)
                    u, v = ((n, index, i) if n in gates else n for i, n in enumerate((a, b)))
                    self.position[u], self.position[v] = self.position[a], self.position[b]
                    metres = math.dist(self.position[a], self.position[b])
                    self.piece(u, v, metres, way, ends, metres / kmh(tags, "forward") * 3.6, metres / kmh(tags, "backward") * 3.6, along, against)
                    for vertex, n in ((u, a), (v, b)):
                        if gates.get(n) == "local":
                            self.piece(vertex, n, 0, None, False, 0, 0, "local", "local")
        self.count = len(self.moves)
        self.leaving = {}
        for m in range(self.count):
            self.leaving.setdefault(self.moves[m][0], []).append(m)
        self.enclose()
        self.banned = set()
        for fields, tags in bans:
            self.ban(fields, tags)

    def piece(self, u, v, metres, way, ends, seconds, back, along, against):
        self.pieces.append((u, v, metres, way, ends))
        self.moves.append([u, v, seconds, along != "no", along == "local"])
        self.moves.append([v, u, back, against != "no", against == "local"])

    def strong(self, with_local):
        """The strongly connected part of each vertex: Kosaraju's two passes."""
        ahead, behind = {}, {}
        for tail, head, _, allowed, local in self.moves:
            ahead.setdefault(tail, []), ahead.setdefault(head, [])
            if allowed and (with_local or not local):
                ahead[tail].append(head)
                behind.setdefault(head, []).append(tail)
        order, seen = [], set()
        for root in ahead:
            stack = [(root, iter(ahead[root]))] if root not in seen else []
            seen.add(root)
            while stack:
                vertex, rest = stack[-1]
                following = next((n for n in rest if n not in seen), None)
                if following is None:
                    order.append(vertex)
                    stack.pop()
                else:
                    seen.add(following)
                    stack.append((following, iter(ahead[following])))
        part = {}
        for root in reversed(order):
            stack = [root] if root not in part else []
            while stack:
                vertex = stack.pop()
                if vertex not in part:
                    part[vertex] = root
                    stack += [n for n in behind.get(vertex, []) if n not in part]
        return part

    def enclose(self):
        """What only local ways lead to is local: in each part all but the longest piece that is joined without them."""
        self.part, opened = self.strong(True), self.strong(False)
        length, main = {}, {}
        for i, (u, v, metres, _, _) in enumerate(self.pieces):
            if opened[u] == opened[v] and any(self.moves[m][3] and not self.moves[m][4] for m in (2 * i, 2 * i + 1)):
                length[opened[u]] = length.get(opened[u], 0) + metres
        for vertex, p in opened.items():
            best = main.get(self.part[vertex])
            if best is None or length.get(p, 0) > length.get(best, 0):
                main[self.part[vertex]] = p
        for move in self.moves:
            if move[3] and self.part[move[0]] == self.part[move[1]]:
                move[4] = move[4] or any(opened[v] != main[self.part[v]] for v in move[:2])
        for m in range(self.count):
            self.moves[m][4] = self.moves[m][4] if self.moves[m][3] else self.moves[m ^ 1][4]

    def ban(self, fields, tags):
        kind = next((tags[f"restriction:{c}"] for c in CARS if f"restriction:{c}" in tags), tags.get("restriction"))
        hours = any(k.endswith(":conditional") or k in ("day_on", "hour_on") for k in tags)
        members = [(m[0], *m[1:].split("@", 1)) for m in fields.get("M", "").split(",") if m]
        of = lambda role, kind: [name for k, name, r in members if r == role and k == kind]
        arriving, leaving, via = of("from", "w"), of("to", "w"), of("via", "n")
        if kind is None or hours or {w.strip() for w in tags.get("except", "").split(";")} & set(CARS) or of("via", "w") or len(via) != 1:
            return
        only = kind.startswith("only_")
        if not (only or kind.startswith("no_")) or (only and len(leaving) != 1):
            return
        out = [m for m in self.leaving.get(via[0], []) if self.moves[m][3]]
        way_of = lambda m: self.pieces[m // 2][3]
        for a in arriving:
            for b in leaving:
                if only and not any(way_of(m) == b for m in out):
                    continue
                for first in (m ^ 1 for m in self.leaving.get(via[0], [])):
                    for second in out if self.moves[first][3] and way_of(first) == a else []:
                        about = way_of(second) == b
                        if (second == first ^ 1 if kind == "no_u_turn" else not about if only else about and (a != b or second == first ^ 1)):
                            self.banned.add((first, second))

    def follows(self, move):
        """Moves that may be made after one. Nobody turns round but where the road ends."""
        local = self.moves[move][4]
        on = [m for m in self.leaving[self.moves[move][1]] if self.moves[m][3] and m != move ^ 1]
        if self.moves[move ^ 1][3] and not any(local or not self.moves[m][4] for m in on):
            on.append(move ^ 1)
        return [m for m in on if (move, m) not in self.banned]

    def connect(self, point, farthest, fragment_m):
        if not hasattr(self, "ends"):
            length = {}
            for i, (u, v, metres, _, _) in enumerate(self.pieces):
                if self.part[u] == self.part[v] and metres > 0:
                    length[self.part[u]] = length.get(self.part[u], 0) + metres
            enough = min(fragment_m, max(length.values()))
            self.ends = [i for i, (u, v, metres, _, ends) in enumerate(self.pieces) if ends and metres > 0 and self.part[u] == self.part[v] and length[self.part[u]] >= enough]
        best = {}
        for i in self.ends:
            u, v, metres, _, _ = self.pieces[i]
            (ax, ay), (bx, by) = self.position[u], self.position[v]
            t = max(0, min(1, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / metres**2))
            away = math.dist(point, (ax + t * (bx - ax), ay + t * (by - ay)))
            if away <= farthest and (self.part[u] not in best or away < best[self.part[u]][2]):
                best[self.part[u]] = (i, t * metres, away)
        return list(best.values())

    def cost(self, move, metres):
        """Seconds of some metres of a move; infinite where it is not allowed, but no metres cost nothing."""
        whole = self.pieces[move // 2][2]
        return 0 if metres <= 1e-9 else self.moves[move][2] * metres / whole if self.moves[move][3] else math.inf

    def quickest(self, starts, targets, straight_s):
        """Metres and seconds. A state is the move that was made last, and whether one is still on the local ways of the beginning (0), under way (1), or at the end (2)."""
        best, queue, done, ends = (math.inf, math.inf), [], set(), {}
        for i, along, away in targets:
            for move, metres in ((2 * i, along), (2 * i + 1, self.pieces[i][2] - along)):
                ends.setdefault(move, []).append((self.cost(move, metres) + away * straight_s, metres + away, i))
        for i, along, away in starts:
            for j, other, far in targets:
                if i == j:
                    move, gap = (2 * i, other - along) if along <= other else (2 * i + 1, along - other)
                    best = min(best, ((away + far) * straight_s + self.cost(move, gap), away + far + gap))
            for move, metres in ((2 * i, self.pieces[i][2] - along), (2 * i + 1, along)):
                seconds = away * straight_s + self.cost(move, metres)
                if seconds < math.inf:
                    heapq.heappush(queue, (seconds, away + metres, move, 0 if self.moves[move][4] else 1))
        while queue:
            seconds, metres, move, level = heapq.heappop(queue)
            if seconds >= best[0]:
                break
            if (move, level) in done:
                continue
            done.add((move, level))
            if level < 2:
                heapq.heappush(queue, (seconds, metres, move, level + 1))
            head = self.moves[move][1]
            for after in self.leaving[head]:
                if after in ends and (2 if self.moves[after][4] else 1) == level and (move, after) not in self.banned and after != move ^ 1:
                    best = min([best] + [(seconds + s, metres + m) for s, m, _ in ends[after]])
            for after in self.follows(move):
                tail, _, cost, _, local = self.moves[after]
                if local == (level != 1) and (after, level) not in done:
                    heapq.heappush(queue, (seconds + cost, metres + self.pieces[after // 2][2], after, level))
        return None if math.isinf(best[0]) else (best[1], best[0])


def main():
    asked = json.load(open(sys.argv[3]))
    roads = Roads(sys.argv[1], int(sys.argv[2]))
    connect = lambda point: roads.connect(point, asked["maxToRoadM"], asked["fragmentM"])
    targets = [t for place in asked["targets"] for t in connect(place)]
    json.dump([roads.quickest(connect(p), targets, 60 / asked["metresPerMinute"]) for p in asked["points"]], sys.stdout)


if __name__ == "__main__":
    main()
