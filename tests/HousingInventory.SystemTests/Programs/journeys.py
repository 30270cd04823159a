"""How long one travels by transit and on foot, and which errands can be done, over the raw files: walks by walk_distances.py, then plain forward scans of all hops of
the day in the order of their departures, one scan for each moment at which one could leave. Shares nothing with the product but the rules of docs/method.md.

Usage: journeys.py EXTRACT.osm.pbf EPSG FEED.zip YYYYMMDD input.json > output.json
input:  {"homes": [[x, y], ...], "places": [[x, y], ...],     metres in EPSG; the places are one category
         "arriveBy": seconds, "maxS": seconds, "maxWalkM": metres, "maxWalkAtPlaceM": metres,
         "errands": [{"nearest": k, "start": s, "end": s, "maxAheadS": s, "maxAfterS": s} or {"nearest": k, "from": s, "until": s, "stayS": s, "maxTravelS": s}, ...]}
output: {"seconds": [seconds or null for each home], "works": [[true or false for each errand] for each home]}; both null for a home off the network
"""
import bisect
import heapq
import json
import math
import sys
import zipfile
from datetime import timedelta

import boarding_posts as feeds
import walk_distances as walk

MAX_TO_ROAD_M, FRAGMENT_M, METRES_PER_MINUTE = 500, 1000, 80
MAX_TRANSFER_WALK_M = 500
BOARD_SLACK_S, MIN_TRANSFER_S = 60, 120


def walk_seconds(metres):
    return math.ceil(round(metres * 60 / METRES_PER_MINUTE, 6))


class Reach:
    """Walking distances from one point to many within a limit."""

    def __init__(self, walks, targets):
        """targets: the connections of each, by name."""
        self.walks, self.at, self.on = walks, {}, {}
        for name, connections in targets.items():
            for index, along, straight in connections:
                u, v, metres, local, _ = walks.segments[index]
                self.on.setdefault(index, []).append((name, along, straight))
                for vertex, rest in ((u, along), (v, metres - along)):
                    self.at.setdefault((vertex, 2 if local else 1), []).append((name, rest + straight))

    def within(self, starts, limit):
        found, queue, done = {}, [], set()

        def add(name, metres):
            if metres <= limit + 1e-6 and metres < found.get(name, math.inf):
                found[name] = metres

        for index, along, straight in starts:
            u, v, metres, local, _ = self.walks.segments[index]
            for name, other, far in self.on.get(index, []):
                add(name, straight + abs(along - other) + far)
            for vertex, rest in ((u, along), (v, metres - along)):
                heapq.heappush(queue, (straight + rest, str(vertex), vertex, 0 if local else 1))
        while queue:
            far, _, vertex, level = heapq.heappop(queue)
            if far > limit:
                break
            if (vertex, level) in done:
                continue
            done.add((vertex, level))
            for name, rest in self.at.get((vertex, level), []):
                add(name, far + rest)
            if level < 2:
                heapq.heappush(queue, (far, str(vertex), vertex, level + 1))
            for head, length, local in self.walks.arcs[vertex]:
                if local == (level != 1) and (head, level) not in done:
                    heapq.heappush(queue, (far + length, str(head), head, level))
        return found


def hops_of(feed, stops, day):
    """(departure, place in the trip, arrival, from, to, trip, may board, may alight) of every hop that can be ridden on a day, those of the day before that still run and of
    the day after among them, in the order of departures."""
    ordinary = {r["route_id"] for r in feeds.rows(feed, "routes.txt") if int(r["route_type"]) in feeds.ORDINARY}
    running, starts, calls = feeds.services(feed), feeds.starts_of(feed), feeds.calls_of(feed, stops)
    hops = []
    for r in feeds.rows(feed, "trips.txt"):
        called = calls.get(r["trip_id"], [])
        if r["route_id"] not in ordinary or len(called) < 2:
            continue
        timed = [i for i, c in enumerate(called) if c["departure"] is not None]
        for i, c in enumerate(called):
            if c["departure"] is None:
                # On the straight line between the calls with times, by place in the trip.
                a, b = max(t for t in timed if t < i), min(t for t in timed if t > i)
                c["arrival"] = c["departure"] = called[a]["departure"] + (called[b]["arrival"] - called[a]["departure"]) * (i - a) // (b - a)
        shifts = [s - called[0]["departure"] for s in sorted(starts[r["trip_id"]])] if r["trip_id"] in starts else [0]
        for offset in (-1, 0, 1):
            if day + timedelta(offset) not in running.get(r["service_id"], ()):
                continue
            for shift in shifts:
                later = shift + offset * 86400
                for i, (a, b) in enumerate(zip(called, called[1:])):
                    hops.append((a["departure"] + later, i, b["arrival"] + later, a["post"], b["post"], (r["trip_id"], later), a["ordinary"], b["off"]))
    return sorted(hops)


class Day:
    def __init__(self, hops, changes, at_post):
        self.hops, self.departures, self.changes, self.at_post = hops, [h[0] for h in hops], changes, at_post

    def arrivals(self, ready, until):
        """Earliest arrival at each post by vehicle, for one who can board at posts from some moments on."""
        ready, aboard, arrived = dict(ready), set(), {}
        if not ready:
            return arrived
        for i in range(bisect.bisect_left(self.departures, min(ready.values())), len(self.hops)):
            departure, _, arrival, start, end, trip, may_board, may_alight = self.hops[i]
            if departure > until:
                break
            if trip in aboard or (may_board and ready.get(start, math.inf) <= departure):
                aboard.add(trip)
                if may_alight and arrival < arrived.get(end, math.inf):
                    arrived[end] = arrival
                    for post, seconds in [(end, self.at_post.get(end, MIN_TRANSFER_S))] + self.changes.get(end, []):
                        if arrival + seconds < ready.get(post, math.inf):
                            ready[post] = arrival + seconds
        return arrived


class Home:
    """One home before the places: walks to posts, walks all the way, and scans that were made."""

    def __init__(self, day, to_posts, to_places, from_place):
        self.day, self.to_posts, self.to_places, self.from_place = day, to_posts, to_places, from_place
        self.known = {}

    def at_door(self, place, leave, until):
        """Earliest moment at a place's door."""
        if (leave, until) not in self.known:
            self.known[leave, until] = self.day.arrivals({p: leave + s + BOARD_SLACK_S for p, s in self.to_posts.items()}, until)
        arrived = self.known[leave, until]
        riding = (arrived[p] + s for p, s in self.from_place[place].items() if p in arrived)
        return min(riding, default=math.inf) if place not in self.to_places else min([leave + self.to_places[place], *riding])

    def moments(self, first, last):
        """All moments of leaving that reach a departure just in time, latest first."""
        found = set()
        for post, seconds in self.to_posts.items():
            found.update(d - seconds - BOARD_SLACK_S for d in self.day.leaving.get(post, ()) if first <= d - seconds - BOARD_SLACK_S <= last)
        return sorted(found, reverse=True)

    def latest_leave(self, places, by, first):
        walking = max((by - self.to_places[p] for p in places if p in self.to_places), default=-math.inf)
        for leave in self.moments(max(first, walking), by):
            if any(self.at_door(p, leave, by) <= by for p in places):
                return max(leave, walking)
        return walking if walking >= first else None

    def home_again(self, place, leave_door, until):
        """Earliest homecoming."""
        arrived = self.day.back(place, leave_door, until)
        riding = (arrived[p] + s for p, s in self.to_posts.items() if p in arrived)
        return min([*riding] + ([leave_door + self.to_places[place]] if place in self.to_places else []), default=math.inf)

    def works(self, place, errand):
        if "start" in errand:
            return (self.at_door(place, errand["start"] - errand["maxAheadS"], errand["start"]) <= errand["start"]
                    and self.home_again(place, errand["end"], errand["end"] + errand["maxAfterS"]) <= errand["end"] + errand["maxAfterS"])
        stay, most = errand["stayS"], errand["maxTravelS"]
        last = errand["until"] - stay
        leaves = self.moments(errand["from"] - most, last)
        if place in self.to_places:
            # Who walks may leave at any moment: opening time, the last that fits, and those just in time for a departure from the place.
            begins = {errand["from"], last} | {d - s - BOARD_SLACK_S - stay for p, s in self.from_place[place].items() for d in self.day.leaving.get(p, ())}
            leaves += [b - self.to_places[place] for b in begins if errand["from"] <= b <= last]
        for leave in leaves:
            begin = max(errand["from"], self.at_door(place, leave, last))
            if begin <= last and self.home_again(place, begin + stay, leave + stay + most) - leave - stay <= most:
                return True
        return False


def main():
    extract, epsg, feed_path, on, asked = sys.argv[1], int(sys.argv[2]), sys.argv[3], feeds.day_of(sys.argv[4]), json.load(open(sys.argv[5]))
    feed = zipfile.ZipFile(feed_path)
    stops = {r["stop_id"]: r for r in feeds.rows(feed, "stops.txt")}
    walks = walk.Walks(extract, epsg, MAX_TO_ROAD_M, FRAGMENT_M)

    placed = {s: (float(p["stop_lon"]), float(p["stop_lat"])) for s, p in stops.items() if p.get("location_type", "") in ("", "0") and feeds.placed(p)}
    walk.project(placed, epsg)
    xs, ys = zip(*walks.position.values())
    near = lambda p: min(xs) - MAX_TO_ROAD_M <= p[0] <= max(xs) + MAX_TO_ROAD_M and min(ys) - MAX_TO_ROAD_M <= p[1] <= max(ys) + MAX_TO_ROAD_M
    posts = {s: walks.connect(p) for s, p in placed.items() if near(p)}
    posts = {s: c for s, c in posts.items() if c}
    to_post = Reach(walks, posts)
    places = {i: walks.connect(p) for i, p in enumerate(asked["places"])}
    to_place = Reach(walks, places)

    stop_of, of_stop = feeds.stops_of(stops), {}
    for post, stop in stop_of.items():
        of_stop.setdefault(stop, []).append(post)
    changes = {}
    for post in stop_of:
        metres = to_post.within(posts[post], MAX_TRANSFER_WALK_M) if post in posts else {}
        for other in of_stop[stop_of[post]]:
            if other not in metres and other in placed and post in placed and math.dist(placed[post], placed[other]) <= MAX_TRANSFER_WALK_M:
                metres[other] = math.dist(placed[post], placed[other])
        changes[post] = [(other, max(walk_seconds(m) + BOARD_SLACK_S, MIN_TRANSFER_S if stop_of[other] == stop_of[post] else 0)) for other, m in metres.items() if other != post]
    at_post = {}
    for r in feeds.rows(feed, "transfers.txt"):
        # The operator's word replaces walk and slack.
        a, b, seconds = r["from_stop_id"], r["to_stop_id"], {"1": 0, "2": int(r.get("min_transfer_time") or -1)}.get(r["transfer_type"], -1)
        if seconds < 0 or a not in stop_of or b not in stop_of or any(r.get(c) for c in ("from_trip_id", "to_trip_id", "from_route_id", "to_route_id")):
            sys.exit("this script knows the times of changes between posts, and no other rule: " + json.dumps(r))
        if a == b:
            at_post[a] = seconds
        else:
            changes[a] = [c for c in changes[a] if c[0] != b] + [(b, seconds)]

    day = Day(hops_of(feed, stops, on), changes, at_post)
    day.leaving = {}
    for hop in day.hops:
        if hop[6]:
            day.leaving.setdefault(hop[3], []).append(hop[0])
    from_place = {i: {p: walk_seconds(m) for p, m in to_post.within(c, asked["maxWalkAtPlaceM"]).items()} for i, c in places.items()}
    known = {}

    def back(place, leave_door, until):
        if (place, leave_door, until) not in known:
            known[place, leave_door, until] = day.arrivals({p: leave_door + s + BOARD_SLACK_S for p, s in from_place[place].items()}, until)
        return known[place, leave_door, until]

    day.back = back
    answer = {"seconds": [], "works": []}
    for point in asked["homes"]:
        starts = walks.connect(point)
        if not starts:
            answer["seconds"].append(None)
            answer["works"].append(None)
            continue
        home = Home(day, {p: walk_seconds(m) for p, m in to_post.within(starts, asked["maxWalkM"]).items()},
                    {p: walk_seconds(m) for p, m in to_place.within(starts, asked["maxWalkM"]).items()}, from_place)
        leave = home.latest_leave(list(places), asked["arriveBy"], asked["arriveBy"] - asked["maxS"])
        answer["seconds"].append(None if leave is None else asked["arriveBy"] - leave)
        far = to_place.within(starts, math.inf)
        nearest = sorted((p for p in places if p in far), key=lambda p: far[p])
        answer["works"].append([any(home.works(p, e) for p in nearest[:e["nearest"]]) for e in asked["errands"]])
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
