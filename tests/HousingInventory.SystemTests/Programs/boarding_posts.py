"""Counts, plainly, what can be boarded at each post of a GTFS feed on one day: distinct ordinary trips, last calls not counted, frequencies expanded.

Usage: boarding_posts.py FEED.zip YYYYMMDD
output: {post: {"lon", "lat", "stop", "name", "departures", "stopDepartures"}}; "stop" groups posts by parent station, else by equal name within 150 m
"""
import csv
import io
import json
import math
import sys
import zipfile
from datetime import date

ORDINARY = {*range(0, 8), 11, 12, *range(100, 104), *range(105, 110), 113, 114, 116, 117, *range(300, 400), *range(200, 203), 204, 208, 209, *range(400, 406),
            *range(700, 707), 711, 713, 716, 800, *range(900, 907), 1000, 1200, 1400}


def rows(feed, name):
    if name not in feed.namelist():
        return []
    return csv.DictReader(io.TextIOWrapper(feed.open(name), "utf-8-sig", newline=""))


def seconds(text):
    h, m, s = text.strip().split(":")
    return int(h) * 3600 + int(m) * 60 + int(s)


def services_on(feed, day):
    weekday = date(int(day[:4]), int(day[4:6]), int(day[6:])).strftime("%A").lower()
    running = {r["service_id"] for r in rows(feed, "calendar.txt") if r[weekday] == "1" and r["start_date"] <= day <= r["end_date"]}
    for r in rows(feed, "calendar_dates.txt"):
        if r["date"] == day:
            (running.add if r["exception_type"] == "1" else running.discard)(r["service_id"])
    return running


def groups(stops):
    """The stop of each post: its parent, else the posts without parent of the same name that chains of at most 150 m join."""
    group = {s: p["parent_station"] for s, p in stops.items() if p.get("parent_station")}
    alone = sorted(s for s, p in stops.items() if s not in group and p.get("location_type", "") in ("", "0"))
    names = {}
    for s in alone:
        names.setdefault(stops[s]["stop_name"].strip().lower(), []).append(s)
    for same in names.values():
        for s in same:
            group[s] = s
        for a in same:
            for b in same:
                if metres(stops[a], stops[b]) <= 150:
                    old, new = group[b], group[a]
                    for s in same:
                        if group[s] == old:
                            group[s] = new
    return group


def metres(a, b):
    lat = math.radians((float(a["stop_lat"]) + float(b["stop_lat"])) / 2)
    dy = math.radians(float(a["stop_lat"]) - float(b["stop_lat"])) * 6371008.8
    dx = math.radians(float(a["stop_lon"]) - float(b["stop_lon"])) * 6371008.8 * math.cos(lat)
    return math.hypot(dx, dy)


def main():
    feed, day = zipfile.ZipFile(sys.argv[1]), sys.argv[2]
    stops = {r["stop_id"]: r for r in rows(feed, "stops.txt")}
    ordinary = {r["route_id"] for r in rows(feed, "routes.txt") if int(r["route_type"]) in ORDINARY}
    running = services_on(feed, day)
    trips = {r["trip_id"] for r in rows(feed, "trips.txt") if r["service_id"] in running and r["route_id"] in ordinary}
    runs = {}
    for r in rows(feed, "frequencies.txt"):
        first, last, every = seconds(r["start_time"]), seconds(r["end_time"]), int(r["headway_secs"])
        runs[r["trip_id"]] = runs.get(r["trip_id"], 0) + len(range(first, last, every))
    calls = {}
    for r in rows(feed, "stop_times.txt"):
        if r["trip_id"] in trips:
            calls.setdefault(r["trip_id"], []).append((int(r["stop_sequence"]), r["stop_id"], r.get("pickup_type") or "0"))
    group = groups(stops)
    at_post, at_stop = {}, {}
    for trip, called in calls.items():
        boardable = [post for _, post, pickup in sorted(called)[:-1] if pickup in ("0", "3")]
        for post in set(boardable):
            at_post[post] = at_post.get(post, 0) + runs.get(trip, 1)
        for stop in {group[p] for p in boardable}:
            at_stop[stop] = at_stop.get(stop, 0) + runs.get(trip, 1)
    json.dump({p: {"lon": float(stops[p]["stop_lon"]), "lat": float(stops[p]["stop_lat"]), "stop": group[p], "name": stops[p]["stop_name"].strip(),
                   "departures": n, "stopDepartures": at_stop[group[p]]} for p, n in at_post.items()}, sys.stdout)


main()
