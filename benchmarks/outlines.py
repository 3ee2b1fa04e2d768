"""The outlines of countries for the report's map, from Natural Earth (public domain).

    npm install world-atlas
    python -m benchmarks.outlines node_modules/world-atlas/countries-50m.json cli/report/outlines.json

Natural Earth comes as TopoJSON: lines between the points where borders meet, each once, and countries as rings of
them. Lines are simplified (Douglas–Peucker), less where most Arabic news happens, and stay lines, so that neighbours
keep one border.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

Point = tuple[float, float]

REGION = (-20.0, -5.0, 80.0, 48.0)  # west, south, east, north: simplified least
NEAR, FAR = 0.04, 0.3  # degrees by which a simplified line may be off inside the region, and elsewhere
SMALLEST = 0.15  # square degrees: smaller rings elsewhere are left out, but for a country's largest
SCALE = 100  # units a degree


def main(source: str, target: str) -> None:
    """Reads TopoJSON and writes outlines: lines as deltas, rings as numbers of lines (`~n`: backwards)."""
    topology = json.loads(Path(source).read_text())
    lines = [simplified(line) for line in decoded(topology)]
    rings = [ring for country in topology["objects"]["countries"]["geometries"] for ring in kept(country, lines)]
    used = sorted({line if line >= 0 else ~line for ring in rings for line in ring})
    number = {line: new for new, line in enumerate(used)}
    renumbered = [[number[line] if line >= 0 else ~number[~line] for line in ring] for ring in rings]
    outlines = {"scale": SCALE, "lines": [deltas(lines[line]) for line in used], "rings": renumbered}
    Path(target).write_text(json.dumps(outlines, separators=(",", ":")) + "\n")
    print(f"{target}: {Path(target).stat().st_size / 1000:.0f} kB, {len(used)} lines, {len(rings)} rings")


def decoded(topology: dict) -> list[list[Point]]:
    """The lines in degrees."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * kx + tx, y * ky + ty))
        lines.append(line)
    return lines


def simplified(line: list[Point]) -> list[Point]:
    """A line without the points that lie nearer to it than its place allows."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = math.hypot(bx - ax, by - ay)
    far, at = 0.0, 0
    for index in range(1, len(line) - 1):
        px, py = line[index]
        off = abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length if length else math.hypot(px - ax, py - ay)
        if off > far:
            far, at = off, index
    if far < tolerance(line[at]) and length:
        return [line[0], line[-1]]
    return simplified(line[: at + 1])[:-1] + simplified(line[at:]) if at else [line[0], line[-1]]


def tolerance(point: Point) -> float:
    west, south, east, north = REGION
    return NEAR if west <= point[0] <= east and south <= point[1] <= north else FAR


def kept(country: dict, lines: list[list[Point]]) -> list[list[int]]:
    """The rings of a country that are worth drawing."""
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]] if "arcs" in country else []
    rings = [ring for polygon in polygons for ring in polygon]
    sizes = [area([point for line in ring for point in along(line, lines)]) for ring in rings]
    return [
        ring
        for ring, size in zip(rings, sizes, strict=True)
        if size == max(sizes) or size >= SMALLEST or (size > NEAR**2 and tolerance(along(ring[0], lines)[0]) == NEAR)
    ]


def along(line: int, lines: list[list[Point]]) -> list[Point]:
    return lines[line] if line >= 0 else lines[~line][::-1]


def area(ring: list[Point]) -> float:
    """The area of a ring in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def deltas(line: list[Point]) -> list[int]:
    """A line in whole units: its first point, then the steps."""
    told: list[int] = []
    x = y = 0
    for px, py in line:
        nx, ny = round(px * SCALE), round(py * SCALE)
        if not told or (nx, ny) != (x, y):
            told += [nx - x, ny - y]
        x, y = nx, ny
    return told


if __name__ == "__main__":
    main(*sys.argv[1:])
