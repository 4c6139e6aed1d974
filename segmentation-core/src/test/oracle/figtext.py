"""Reading the build files and writing figures: the one place that knows how a number looks as text."""
import csv
import math
import os
from collections import namedtuple
from fractions import Fraction

BUILD = os.environ.get("ORACLE_BUILD", "build")
FIGURES = os.environ.get("ORACLE_FIGURES", "figures")

Case = namedtuple("Case", "name tags values")


def text(value):
    """A number as the shortest text that Double.parseDouble reads back bit for bit; None is absent."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Fraction):
        value = nearest(value)
    if isinstance(value, int):
        return str(value)
    value = float(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value) and abs(value) < 1e15 and not (value == 0 and math.copysign(1, value) < 0):
        return str(int(value))
    return repr(value)


def nearest(fraction):
    """The double nearest to a rational, ties to even; beyond the largest double an infinity."""
    try:
        return fraction.numerator / fraction.denominator
    except OverflowError:
        return math.inf if fraction > 0 else -math.inf


def joined(values):
    return "|".join(text(v) for v in values)


def figure(name, header, rows):
    with open(os.path.join(FIGURES, name + ".csv"), "w", encoding="utf-8", newline="") as out:
        out.write(header + "\n")
        width = header.count(",") + 1
        for row in rows:
            cells = [text(cell) for cell in row]
            assert len(cells) == width, (name, row)
            assert not any(c in cell for cell in cells for c in ',"\n'), (name, cells)
            out.write(",".join(cells) + "\n")


def read_figure(name, folder=None):
    with open(os.path.join(folder or FIGURES, name + ".csv"), encoding="utf-8", newline="") as src:
        return list(csv.DictReader(src))


def doubles(cell):
    return [float(part) for part in cell.split("|")] if cell else []


def hex_of(value):
    return "NaN" if math.isnan(value) else "Inf" if value == math.inf else "-Inf" if value == -math.inf else value.hex()


def un_hex(token):
    """A token of the build files (also R's %a) as a double; R's NA and NaN are both NaN."""
    plain = {"NA": math.nan, "NaN": math.nan, "Inf": math.inf, "-Inf": -math.inf}
    return plain[token] if token in plain else float.fromhex(token)


def build_path(name):
    return os.path.join(BUILD, name)


def vectors(tag=None):
    """The cases of build/vectors.txt, all of them or those that carry the tag."""
    found = []
    with open(build_path("vectors.txt"), encoding="utf-8") as src:
        for line in src:
            name, tags, body = line.rstrip("\n").split("\t")
            tags = tags.split()
            if tag is None or tag in tags:
                found.append(Case(name, tags, [un_hex(t) for t in body.split("|")] if body else []))
    return found


def weighted_vectors():
    with open(build_path("weighted.txt"), encoding="utf-8") as src:
        for line in src:
            name, xs, ws = line.rstrip("\n").split("\t")
            yield name, [un_hex(t) for t in xs.split("|")], [un_hex(t) for t in ws.split("|")]


def probabilities():
    """(text, exact fraction, nearest double) of every probability asked for."""
    with open(build_path("probabilities.txt"), encoding="utf-8") as src:
        for line in src:
            t = line.split("\t")[0]
            yield t, Fraction(t), nearest(Fraction(t))


def present(values):
    return [v for v in values if not math.isnan(v)]


def finite_only(values):
    return all(math.isfinite(v) for v in present(values))
