"""Draws a map of inventory.gpkg as SVG: localities, bus lines, stops and the candidates, coloured by score. Standard library only."""

import math
import sqlite3
import struct
import sys

WIDTH, HEIGHT = 1120, 820
MAP = (30, 74, 760, 716)  # x, y, width, height of the frame
INSET = (818, 426, 272, 272)
FONT = "font-family='DejaVu Sans, Verdana, sans-serif'"
# Cividis in five steps: told apart with every kind of colour sight, and dark to light in print.
# The classes and colours of all maps: src/HousingInventory/Export/MapLook.cs.
CLASSES = [(0, "#ffffcc", "0–19,9"), (20, "#a1dab4", "20–39,9"), (40, "#41b6c4", "40–59,9"), (60, "#2c7fb8", "60–79,9"), (80, "#253494", "80–100")]


def geometry(blob):
    """Parts of a GeoPackage geometry as lists of points."""
    envelope = [0, 32, 48, 48, 64][(blob[3] >> 1) & 7]
    parts, _ = wkb(blob, 8 + envelope)
    return parts


def wkb(blob, at):
    order = "<" if blob[at] == 1 else ">"
    (kind,) = struct.unpack_from(order + "I", blob, at + 1)
    at += 5

    def points(at, count):
        flat = struct.unpack_from(f"{order}{2 * count}d", blob, at)
        return list(zip(flat[::2], flat[1::2])), at + 16 * count

    if kind == 1:
        part, at = points(at, 1)
        return [part], at
    (count,) = struct.unpack_from(order + "I", blob, at)
    at += 4
    if kind == 2:
        part, at = points(at, count)
        return [part], at
    parts = []
    for _ in range(count):
        if kind == 3:
            (size,) = struct.unpack_from(order + "I", blob, at)
            part, at = points(at + 4, size)
            parts.append(part)
        else:
            inner, at = wkb(blob, at)
            parts += inner
    return parts, at


class View:
    """Metres to pixels within a frame."""

    def __init__(self, frame, box):
        self.x, self.y, self.w, self.h = frame
        west, south, east, north = box
        self.scale = min(self.w / (east - west), self.h / (north - south))
        self.west = (west + east) / 2 - self.w / self.scale / 2
        self.north = (south + north) / 2 + self.h / self.scale / 2

    def at(self, point):
        return self.x + (point[0] - self.west) * self.scale, self.y + (self.north - point[1]) * self.scale

    def path(self, parts, close):
        return "".join("M" + "L".join("%.1f %.1f" % self.at(p) for p in part) + ("Z" if close else "") for part in parts)

    def holds(self, point):
        px, py = self.at(point)
        return self.x <= px <= self.x + self.w and self.y <= py <= self.y + self.h


def text(x, y, words, size=13, anchor="start", weight="normal", style="normal", fill="#222"):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    common = f"x='{x:.1f}' y='{y:.1f}' {FONT} font-size='{size}' text-anchor='{anchor}' font-weight='{weight}' font-style='{style}'"
    return f"<text {common} fill='{fill}' stroke='#fff' stroke-width='3.5' stroke-linejoin='round' paint-order='stroke'>{words}</text>"


def colour(score):
    return [c for least, c, _ in CLASSES if score >= least][-1]


def scale_bar(view, metres, words):
    x, y, length = view.x + 16, view.y + view.h - 18, metres * view.scale
    return [
        f"<path d='M{x:.1f} {y - 6}V{y}H{x + length:.1f}V{y - 6}' fill='none' stroke='#222' stroke-width='1.5'/>",
        text(x + length / 2, y - 7, words, 12, "middle"),
    ]


def layers(view, data, radius, stops_radius):
    yield f"<rect x='{view.x}' y='{view.y}' width='{view.w}' height='{view.h}' fill='#f7f6f2'/>"
    for _, parts in data["localities"]:
        yield f"<path d='{view.path(parts, True)}' fill='#ebe6da' stroke='#b9ae98' stroke-width='1'/>"
    for parts in data["lines"]:
        yield f"<path d='{view.path(parts, False)}' fill='none' stroke='#7a6990' stroke-width='1.6' stroke-linejoin='round'/>"
    for point in data["stops"]:
        if view.holds(point):
            x, y = view.at(point)
            yield f"<rect x='{x - stops_radius:.1f}' y='{y - stops_radius:.1f}' width='{2 * stops_radius}' height='{2 * stops_radius}' fill='#4a4a4a' stroke='#fff' stroke-width='1.2'/>"
    for _, score, _, point in reversed(data["candidates"]):
        if view.holds(point):
            x, y = view.at(point)
            yield f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{radius}' fill='{colour(score)}' stroke='#111' stroke-width='1.3'/>"


def middle(parts):
    xs, ys = [p[0] for part in parts for p in part], [p[1] for part in parts for p in part]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, max(ys)


def names(view, data):
    """Names of the localities above them, of the candidates' villages beside them; a name that would lie on another one goes below or is left out."""
    taken = []

    def free(x, y, words, size, anchor):
        width = len(words) * size * 0.62
        left = x - (width / 2 if anchor == "middle" else width if anchor == "end" else 0)
        box = (left, y - size, left + width, y + 3)
        if any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in taken) or box[0] < view.x or box[2] > view.x + view.w:
            return False
        taken.append(box)
        return True

    def put(options, words, **how):
        for x, y, anchor in options:
            if free(x, y, words, how["size"], anchor):
                yield text(x, y, words, anchor=anchor, **how)
                return

    for _, _, _, point in data["candidates"]:
        x, y = view.at(point)
        taken.append((x - 7, y - 7, x + 7, y + 7))
    for name, parts in data["localities"]:
        cx, cy, north = middle(parts)
        x, y = view.at((cx, cy))
        top = view.at((cx, north))[1] - 5
        low = y + (y - top) + 10
        yield from put([(x, top, "middle"), (x + 12, y + 5, "start"), (x - 12, y + 5, "end"), (x, low, "middle")], name, size=13, weight="bold")
    known = {name for name, _ in data["localities"]}
    for village in sorted({locality for _, _, locality, _ in data["candidates"]} - known):
        here = [point for _, _, locality, point in data["candidates"] if locality == village]
        x, y = view.at((sum(p[0] for p in here) / len(here), sum(p[1] for p in here) / len(here)))
        yield from put([(x + 12, y + 4, "start"), (x - 12, y + 4, "end"), (x, y - 12, "middle"), (x, y + 22, "middle")], village, size=11, style="italic")


def legend(data):
    x, y = 818, 94
    yield text(x, y, "Lägespoäng / access score", 13, weight="bold")
    for i, (_, fill, words) in enumerate(reversed(CLASSES)):
        count = sum(1 for _, score, _, _ in data["candidates"] if colour(score) == fill)
        yield f"<circle cx='{x + 9}' cy='{y + 22 + 24 * i}' r='7' fill='{fill}' stroke='#111' stroke-width='1.3'/>"
        yield text(x + 26, y + 27 + 24 * i, f"{words}  ({count} hus / homes)", 12)
    y += 22 + 24 * len(CLASSES) + 18
    yield f"<path d='M{x} {y}H{x + 18}' stroke='#7a6990' stroke-width='2'/>" + text(x + 26, y + 4, "Busslinje på skolvardag / bus line", 12)
    yield f"<rect x='{x + 5}' y='{y + 19}' width='8' height='8' fill='#4a4a4a' stroke='#fff' stroke-width='1.2'/>" + text(x + 26, y + 28, "Hållplats som räknas / stop that counts", 12)
    yield f"<rect x='{x}' y='{y + 43}' width='18' height='12' fill='#ebe6da' stroke='#b9ae98'/>" + text(x + 26, y + 54, "Tätort / locality", 12)
    yield text(x, y + 88, "Ringarna är hus där ingen är folkbokförd", 12)
    yield text(x, y + 105, "och som klarade filtret. Det säger inget om", 12)
    yield text(x, y + 122, "huset används.", 12)


def read(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        (title,) = file.execute("SELECT identifier FROM gpkg_contents WHERE table_name = 'candidates'").fetchone()
        return {
            "title": title.split(" – ", 1)[-1],
            "localities": [(n, geometry(g)) for n, g in file.execute("SELECT name, geom FROM localities ORDER BY name")],
            "lines": [geometry(g) for (g,) in file.execute("SELECT geom FROM bus_lines ORDER BY fid")],
            "stops": [geometry(g)[0][0] for (g,) in file.execute("SELECT geom FROM stops WHERE counts ORDER BY fid")],
            "candidates": [(r, s, o, geometry(g)[0][0]) for r, s, o, g in file.execute("SELECT rank, score, locality, geom FROM candidate_points ORDER BY rank")],
        }


def main(gpkg, svg):
    data = read(gpkg)
    every = [p for _, _, _, p in data["candidates"]] + data["stops"] + [p for _, parts in data["localities"] for part in parts for p in part]
    west, east = min(p[0] for p in every), max(p[0] for p in every)
    south, north = min(p[1] for p in every), max(p[1] for p in every)
    margin = 0.05 * max(east - west, north - south)
    whole = View(MAP, (west - margin, south - margin, east + margin, north + margin))
    best = data["candidates"][0][2]
    near = [p for _, _, o, p in data["candidates"] if o == best]
    x, y = sum(p[0] for p in near) / len(near), sum(p[1] for p in near) / len(near)
    reach = 250 + max(math.hypot(p[0] - x, p[1] - y) for p in near)
    close = View(INSET, (x - reach, y - reach, x + reach, y + reach))
    out = [f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}' viewBox='0 0 {WIDTH} {HEIGHT}'>", f"<rect width='{WIDTH}' height='{HEIGHT}' fill='#fff'/>"]
    for i, frame in enumerate((MAP, INSET)):
        out.append(f"<clipPath id='c{i}'><rect x='{frame[0]}' y='{frame[1]}' width='{frame[2]}' height='{frame[3]}'/></clipPath>")
    title = data["title"] if "EXEMPELDATA" in data["title"] else "EXEMPELDATA " + data["title"]
    out.append(text(30, 34, title, 21, weight="bold"))
    out.append(text(30, 57, f"{len(data['candidates'])} kandidater, ur inventory.gpkg. Registren är påhittade; bara tätorternas lägen och namn är verkliga.", 13))
    out += ["<g clip-path='url(#c0)'>", *layers(whole, data, 6.5, 3), *names(whole, data), *scale_bar(whole, 10_000, "10 km"), "</g>"]
    ix, iy = whole.at((x, y))
    out.append(f"<rect x='{ix - 13:.1f}' y='{iy - 13:.1f}' width='26' height='26' fill='none' stroke='#222' stroke-width='1.2'/>")
    out += ["<g clip-path='url(#c1)'>", *layers(close, data, 9, 4.5), *scale_bar(close, 200, "200 m"), "</g>"]
    out.append(text(INSET[0], INSET[1] - 9, f"{best}, rutan på kartan", 13, weight="bold"))
    out += legend(data)
    for frame in (MAP, INSET):
        out.append(f"<rect x='{frame[0]}' y='{frame[1]}' width='{frame[2]}' height='{frame[3]}' fill='none' stroke='#444'/>")
    out.append(text(MAP[0] + MAP[2] - 14, MAP[1] + MAP[3] - 14, "EXEMPELDATA", 15, "end", "bold", fill="#8a1c1c"))
    out.append(text(818, 722, "SWEREF 99 TM, norr uppåt. Registren är gjorda", 11, fill="#555"))
    out.append(text(818, 738, "av verktyget självt: housing-inventory sample.", 11, fill="#555"))
    out.append("</svg>")
    with open(svg, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(out) + "\n")


main(sys.argv[1], sys.argv[2])
