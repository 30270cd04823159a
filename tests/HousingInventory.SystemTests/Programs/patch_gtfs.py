"""The changes of one scenario written into a timetable by hand, row by row, as somebody with a text editor would: an oracle for what-if. It shares nothing with
the product but what docs/configuration.md says of the changes. It knows five kinds, always for all days of the timetable, lines by their short name, trips by the
departure at their first stop. The stops and times of an extension are given, since they come from roads: what is proved is what they do to the list.

Usage: patch_gtfs.py IN.zip OUT.zip changes.json
input: {"changes": [as in the configuration], "extension": {"stops": [{"id", "name", "lat", "lon"}, ...] on the way out,
        "out": [seconds after the terminal, ...], "back": [seconds before the terminal, ...] in the order of the way back}}
"""
import csv
import io
import json
import sys
import zipfile

FIELDS = {}


def seconds(text):
    hours, minutes, rest = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(rest)


def clock(at):
    return f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}"


def moved(call, by):
    """A call so many seconds later; times that the feed leaves open stay open."""
    return {name: clock(seconds(call[name]) + by) if call[name] else "" for name in ("arrival_time", "departure_time")}


def read(feed, name):
    reader = csv.DictReader(io.StringIO(feed.read(name).decode("utf-8-sig")))
    rows = list(reader)
    FIELDS[name] = reader.fieldnames
    return rows


class Feed:
    def __init__(self, path):
        with zipfile.ZipFile(path) as feed:
            self.plain = {n: feed.read(n) for n in feed.namelist()}
            self.rows = {n: read(feed, n) for n in ("stops.txt", "routes.txt", "trips.txt", "stop_times.txt", "calendar_dates.txt", "calendar.txt")}
        self.calls = {}
        for call in self.rows["stop_times.txt"]:
            self.calls.setdefault(call["trip_id"], []).append(call)
        for calls in self.calls.values():
            calls.sort(key=lambda c: int(c["stop_sequence"]))

    def start(self, trip):
        return seconds(self.calls[trip["trip_id"]][0]["departure_time"])

    def trips(self, change):
        """The trips that a change is about, in their order."""
        routes = {r["route_id"] for r in self.rows["routes.txt"] if r["route_short_name"] == change.get("line", r["route_short_name"])}
        times = change.get("trips", "all")
        return [t for t in self.rows["trips.txt"] if t["route_id"] in routes and t["trip_id"] in self.calls
                and change.get("direction", t["direction_id"]) == t["direction_id"] and (times == "all" or clock(self.start(t))[:5] in times)]

    def shift(self, change):
        for trip in self.trips(change):
            for call in self.calls[trip["trip_id"]]:
                call.update(moved(call, change["minutes"] * 60))

    def withdraw(self, change):
        for trip in self.trips(change):
            self.rows["trips.txt"].remove(trip)
            del self.calls[trip["trip_id"]]

    def add(self, change):
        service = f"patched-{len(self.rows['calendar.txt'])}"
        self.rows["calendar.txt"].append({**self.rows["calendar.txt"][0], "service_id": service})
        for date in sorted({d["date"] for d in self.rows["calendar_dates.txt"] if d["exception_type"] == "1"}):
            self.rows["calendar_dates.txt"].append({"service_id": service, "date": date, "exception_type": "1"})
        models = self.trips({**change, "trips": "all"})
        for time in change["times"]:
            wanted = seconds(time + ":00")
            model = min(models, key=lambda t: (abs(self.start(t) - wanted), self.start(t)))
            name, later = f"patched-{time}-{len(self.calls)}", wanted - self.start(model)
            self.rows["trips.txt"].append({**model, "trip_id": name, "service_id": service})
            self.calls[name] = [{**c, **moved(c, later), "trip_id": name} for c in self.calls[model["trip_id"]]]

    def remove_stop(self, change):
        gone = {s["stop_id"] for s in self.rows["stops.txt"] if change["stop"] in (s["stop_id"], s["stop_name"])}
        for trip in self.trips(change):
            self.calls[trip["trip_id"]] = [c for c in self.calls[trip["trip_id"]] if c["stop_id"] not in gone]

    def extend(self, change, given):
        names = {s["stop_id"]: s["stop_name"] for s in self.rows["stops.txt"]}
        for stop in given["stops"]:
            self.rows["stops.txt"].append({**dict.fromkeys(FIELDS["stops.txt"], ""), "stop_id": stop["id"], "stop_name": stop["name"],
                                           "stop_lat": stop["lat"], "stop_lon": stop["lon"], "location_type": "0"})
        ids = [s["id"] for s in given["stops"]]
        for trip in self.trips(change):
            calls = self.calls[trip["trip_id"]]
            if names[calls[-1]["stop_id"]] == change["at"]:
                at, kind = seconds(calls[-1]["arrival_time"]), calls[-2]["pickup_type"]
                calls[-1].update(departure_time=calls[-1]["arrival_time"], pickup_type=kind)
                calls += [self.call(calls[-1], stop, at + later, kind) for stop, later in zip(ids, given["out"])]
            elif names[calls[0]["stop_id"]] == change["at"]:
                at, kind = seconds(calls[0]["departure_time"]), calls[1]["drop_off_type"]
                calls[0].update(arrival_time=calls[0]["departure_time"], drop_off_type=kind)
                calls[:0] = [self.call(calls[0], stop, at - sooner, kind) for stop, sooner in zip(reversed(ids), given["back"])]

    @staticmethod
    def call(like, stop, at, kind):
        return {**like, "stop_id": stop, "arrival_time": clock(at), "departure_time": clock(at), "pickup_type": kind, "drop_off_type": kind}

    def write(self, path):
        times = []
        for trip in self.rows["trips.txt"]:
            trip["shape_id"] = ""
            for number, call in enumerate(self.calls.get(trip["trip_id"], []), 1):
                times.append({**call, "stop_sequence": number, "shape_dist_traveled": ""})
        self.rows["stop_times.txt"] = times
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as feed:
            for name, raw in self.plain.items():
                if name in self.rows:
                    text = io.StringIO()
                    writer = csv.DictWriter(text, FIELDS[name], lineterminator="\n")
                    writer.writeheader()
                    writer.writerows(self.rows[name])
                    raw = text.getvalue().encode()
                if name != "shapes.txt":
                    feed.writestr(name, raw)


def main():
    with open(sys.argv[3], encoding="utf-8") as file:
        question = json.load(file)
    feed = Feed(sys.argv[1])
    for change in question["changes"]:
        kind = change["type"]
        if kind == "extend-line":
            feed.extend(change, question["extension"])
        else:
            {"shift-departures": feed.shift, "withdraw": feed.withdraw, "add-departures": feed.add, "remove-stop": feed.remove_stop}[kind](change)
    feed.write(sys.argv[2])


main()
