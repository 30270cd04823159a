"""Counts, plainly, what can be boarded at each post of a GTFS feed on some days: distinct ordinary trips of the service day, last calls not counted, frequencies
expanded, booked and left-out traffic excluded. Written from the rules of docs/method.md and the GTFS reference; shares nothing with the product.

Usage: boarding_posts.py FEED.zip [YYYYMMDD ...]
       without days: the first and the last day of the feed, its busiest, and six spread evenly between
output: {day: {post: {"lon", "lat", "stop", "name", "departures", "stopDepartures", "first", "last"}}} for posts of stops with departures; "stop" groups posts by
        parent station, else by equal name within 150 m; first and last departure of the stop in seconds of the service day
"""
import csv
import io
import json
import math
import sys
import zipfile
from datetime import date, timedelta

# Route types whose trips run without booking. 715, 717 and 1500-1599 are booked; school buses (712), mobility services, sightseeing, rail replacement (714), air,
# and numbers that no list names do not count either.
ORDINARY = {*range(0, 8), 11, 12, *range(100, 104), *range(105, 110), 113, 114, 116, 117, *range(200, 203), 204, 208, 209, *range(300, 400), *range(400, 406),
            *range(700, 707), 711, 713, 716, 800, *range(900, 907), 1000, 1200, 1400}


def rows(feed, name):
    if name not in feed.namelist():
        return []
    reader = csv.reader(io.TextIOWrapper(feed.open(name), "utf-8-sig", newline=""))
    head = [h.strip() for h in next(reader, [])]
    return [dict(zip(head, (v.strip() for v in r))) for r in reader if r]


def seconds(text):
    h, m, s = (text + ":00" if text.count(":") == 1 else text).split(":")
    return int(h) * 3600 + int(m) * 60 + int(s)


def day_of(text):
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def services(feed):
    """The days of each service: weekdays within a span, then single days added (1) or taken away (2)."""
    running = {}
    for r in rows(feed, "calendar.txt"):
        first, last = day_of(r["start_date"]), day_of(r["end_date"])
        days = (first + timedelta(n) for n in range((last - first).days + 1))
        running.setdefault(r["service_id"], set()).update(d for d in days if r[d.strftime("%A").lower()] == "1")
    for r in rows(feed, "calendar_dates.txt"):
        days = running.setdefault(r["service_id"], set())
        (days.add if r["exception_type"] == "1" else days.discard)(day_of(r["date"]))
    return running


def stops_of(stops):
    """The stop of each post: its parent, else the posts without parent of the same name that chains of at most 150 m join. A post at 0,0 is nowhere near any."""
    group, names = {}, {}
    for s, p in stops.items():
        if p.get("location_type", "") not in ("", "0"):
            continue
        group[s] = p.get("parent_station") or s
        if group[s] == s and placed(p):
            names.setdefault(p.get("stop_name", "").lower(), []).append(s)
    for name, same in names.items():
        for a in same if name else []:
            for b in same:
                if group[a] != group[b] and metres(stops[a], stops[b]) <= 150:
                    old = group[b]
                    for s in same:
                        group[s] = group[a] if group[s] == old else group[s]
    return group


def placed(stop):
    return bool(stop["stop_lat"] and stop["stop_lon"]) and (float(stop["stop_lat"]), float(stop["stop_lon"])) != (0, 0)


def metres(a, b):
    lat = math.radians((float(a["stop_lat"]) + float(b["stop_lat"])) / 2)
    dy = math.radians(float(a["stop_lat"]) - float(b["stop_lat"])) * 6371008.8
    dx = math.radians(float(a["stop_lon"]) - float(b["stop_lon"])) * 6371008.8 * math.cos(lat)
    return math.hypot(dx, dy)


def departures_of(called):
    """(post, departure) of the calls of one trip at which one boards without booking; blank times on the straight line by stop sequence; not the last call."""
    timed = [(c["sequence"], c["arrival"], c["departure"]) for c in called if c["departure"] is not None]
    for c in called[:-1]:
        if c["ordinary"]:
            leaves = c["departure"]
            if leaves is None:
                before = max(t for t in timed if t[0] < c["sequence"])
                after = min(t for t in timed if t[0] > c["sequence"])
                leaves = before[2] + (after[1] - before[2]) * (c["sequence"] - before[0]) // (after[0] - before[0])
            yield c["post"], leaves


def calls_of(feed, stops):
    calls = {}
    for r in rows(feed, "stop_times.txt"):
        if not r.get("stop_id") or r.get("start_pickup_dropoff_window") or r.get("start_pickup_drop_off_window") or stops.get(r["stop_id"]) is None:
            continue  # zones and time windows of booked traffic
        arrival, departure = r.get("arrival_time") or r.get("departure_time"), r.get("departure_time") or r.get("arrival_time")
        post = stops[r["stop_id"]]
        booked = r.get("pickup_booking_rule_id") or post.get("pickup_booking_rule_id") or post.get("booking_rule_id")
        booked_off = r.get("drop_off_booking_rule_id") or post.get("drop_off_booking_rule_id") or post.get("booking_rule_id")
        calls.setdefault(r["trip_id"], []).append({
            "sequence": int(r["stop_sequence"]), "post": r["stop_id"], "ordinary": r.get("pickup_type", "") in ("", "0", "3") and not booked,
            "off": r.get("drop_off_type", "") in ("", "0", "3") and not booked_off,
            "arrival": seconds(arrival) if arrival else None, "departure": seconds(departure) if departure else None})
    return {trip: sorted(called, key=lambda c: c["sequence"]) for trip, called in calls.items()}


def starts_of(feed):
    starts = {}
    for r in rows(feed, "frequencies.txt"):
        starts.setdefault(r["trip_id"], set()).update(range(seconds(r["start_time"]), seconds(r["end_time"]), int(r["headway_secs"])))
    return starts


def chosen(trips_on):
    days = sorted(trips_on)
    return sorted({days[0], days[-1], max(days, key=lambda d: (trips_on[d], -d.toordinal())), *(days[len(days) * n // 7] for n in range(1, 7))})


def main():
    feed = zipfile.ZipFile(sys.argv[1])
    stops = {r["stop_id"]: r for r in rows(feed, "stops.txt")}
    group = stops_of(stops)
    ordinary = {r["route_id"] for r in rows(feed, "routes.txt") if int(r["route_type"]) in ORDINARY}
    running, starts, calls = services(feed), starts_of(feed), calls_of(feed, stops)
    trips = [r for r in rows(feed, "trips.txt") if r["route_id"] in ordinary and r["service_id"] in running]
    trips_on = {}
    for r in trips:
        for day in running[r["service_id"]]:
            trips_on[day] = trips_on.get(day, 0) + 1
    days = [day_of(d) for d in sys.argv[2:]] or (chosen(trips_on) if trips_on else [])
    answer = {}
    for day in days:
        at_post, at_stop, span = {}, {}, {}
        for r in trips:
            if day not in running[r["service_id"]]:
                continue
            called = calls.get(r["trip_id"], [])
            boarded = list(departures_of(called))
            shifts = [start - called[0]["departure"] for start in starts[r["trip_id"]]] if r["trip_id"] in starts and called else [0]
            for seen, places in ((at_post, {p for p, _ in boarded}), (at_stop, {group[p] for p, _ in boarded})):
                for place in places:
                    seen[place] = seen.get(place, 0) + len(shifts)
            for post, leaves in boarded:
                for shift in shifts:
                    first, last = span.get(group[post], (leaves + shift, leaves + shift))
                    span[group[post]] = (min(first, leaves + shift), max(last, leaves + shift))
        answer[day.strftime("%Y%m%d")] = {
            p: {"lon": float(stops[p]["stop_lon"] or 0), "lat": float(stops[p]["stop_lat"] or 0), "stop": g, "name": stops[p].get("stop_name", ""),
                "departures": at_post.get(p, 0), "stopDepartures": at_stop[g], "first": span[g][0], "last": span[g][1]}
            for p, g in group.items() if at_stop.get(g, 0) > 0}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
