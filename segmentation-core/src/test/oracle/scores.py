"""Composite scores, quadrants and tercile grades, rational arithmetic over the doubles of the book columns."""
import math
from bisect import bisect_left, bisect_right
from fractions import Fraction

from figtext import figure, joined, present, vectors
from moments import Moments
from quantiles import sample_quantile

COLUMNS = {c.name: c.values for c in vectors()}
TABLES = {  # measure, weight, higher is better
    "book250": [("book250_revenue", "0.5", True), ("book250_score9", "0.3", True), ("book250_hours", "0.2", False)],
    "hand8": [("hand8_spend", "0.6", True), ("hand8_visits", "0.25", True), ("hand8_complaints", "0.15", False)],
}
QUADRANTS = [("book250_revenue", "book250_score9"), ("book250_revenue", "book250_hours"), ("hand8_spend", "hand8_visits")]


def normaliser(values, kind):
    xs = sorted(Fraction(x) for x in present(values))
    n = len(xs)
    return {
        "min_max": lambda x: (x - xs[0]) / (xs[-1] - xs[0]),
        "percent_rank": lambda x: Fraction(bisect_left(xs, x), n - 1),
        "mid_percent": lambda x: Fraction(bisect_left(xs, x) + bisect_right(xs, x), 2 * n),
    }[kind]


def measure_scores(values, kind, higher, reverse):
    """None where missing; lower-is-better turned round by `one_minus` or by normalising the negated values."""
    flip = not higher and reverse == "negate"
    values = [-v for v in values] if flip else values
    rule = normaliser(values, kind)
    made = [None if math.isnan(v) else rule(Fraction(v)) for v in values]
    return made if higher or flip else [None if y is None else 1 - y for y in made]


def composite(columns, weights, missing):
    medians = [sample_quantile(sorted(y for y in c if y is not None), Fraction(1, 2), 7) for c in columns]
    for row in zip(*columns):
        if missing == "exclude" and None in row:
            yield None
            continue
        fill = {"zero": [Fraction(0)] * len(row), "median_score": medians}.get(missing, [None] * len(row))
        parts = [(w, f if y is None else y) for w, y, f in zip(weights, row, fill)]
        parts = [(w, y) for w, y in parts if y is not None]
        yield sum(w * y for w, y in parts) / sum(w for w, _ in parts) if parts else None


def composite_lines():
    for table, measures in TABLES.items():
        for kind in ("min_max", "percent_rank", "mid_percent"):
            for reverse in ("negate", "one_minus"):
                columns = [measure_scores(COLUMNS[m], kind, higher, reverse) for m, _, higher in measures]
                if reverse == "one_minus" and kind != "percent_rank":
                    negated = [measure_scores(COLUMNS[m], kind, higher, "negate") for m, _, higher in measures]
                    assert columns == negated  # the two ways of turning round differ for percent_rank only
                    continue
                for missing in ("renormalise", "zero", "exclude", "median_score"):
                    scores = list(composite(columns, [Fraction(w) for _, w, _ in measures], missing))
                    have = sorted((s for s in scores if s is not None), reverse=True)
                    place = {}
                    for i, s in enumerate(have, 1):
                        place.setdefault(s, i)
                    gap = min(a - b for a, b in zip(have, have[1:]) if a != b)
                    yield (table, kind, reverse if kind == "percent_rank" else "negate|one_minus", missing, len(have), gap,
                           joined(math.nan if s is None else s for s in scores),
                           joined(math.nan if s is None else place[s] for s in scores))


def thresholds(values, kind):
    xs = present(values)
    return Moments(xs).mean if kind == "mean" else sample_quantile(sorted(xs), {"median": Fraction(1, 2), "upper_quartile": Fraction(3, 4)}[kind], 7)


def quadrant_lines():
    for first, second in QUADRANTS:
        for kind in ("median", "mean", "upper_quartile"):
            edges = [thresholds(COLUMNS[name], kind) for name in (first, second)]
            for rule, high in (("ge", lambda x, edge: x >= edge), ("gt", lambda x, edge: x > edge)):
                labels = ["--" if math.isnan(a) or math.isnan(b) else
                          ("H" if high(a, edges[0]) else "L") + ("H" if high(b, edges[1]) else "L")
                          for a, b in zip(COLUMNS[first], COLUMNS[second])]
                yield first, second, kind, edges[0], edges[1], rule, "|".join(labels)


def tercile_lines():
    for name in ("book250_revenue", "book250_hours", "book250_score9", "book400_profit", "book997_zeros", "book1000_tied", "hand8_spend", "r15", "r36"):
        values = COLUMNS[name]
        xs = sorted(present(values))
        edges = [sample_quantile(xs, Fraction(i, 3), 7) for i in (1, 2)]
        grade = lambda beyond: joined(-1 if math.isnan(v) else 1 + sum(beyond(v, e) for e in edges) for v in values)
        yield name, "type7_edge_in_lower", *edges, grade(lambda v, e: v > e)
        yield name, "type7_edge_in_upper", *edges, grade(lambda v, e: v >= e)
        for order, sign in (("asc", 1), ("desc", -1)):
            places = sorted((i for i, v in enumerate(values) if v == v), key=lambda i: (sign * values[i], i))
            small, larger = divmod(len(places), 3)  # the first buckets take one more
            sizes = [small + (b < larger) for b in range(3)]
            labels = [-1] * len(values)
            for b in range(3):
                for i in places[sum(sizes[:b]):sum(sizes[:b + 1])]:
                    labels[i] = b + 1
            yield name, "ntile_" + order, None, None, joined(labels)


if __name__ == "__main__":
    figure("composite_measures", "table,measure,weight,direction",
           [(t, m, w, "higher" if h else "lower") for t, ms in TABLES.items() for m, w, h in ms])
    figure("composites", "table,normalisation,reverse,missing_policy,scored,closest_gap,scores,ranks", composite_lines())
    figure("quadrants", "first,second,threshold,first_edge,second_edge,high_rule,labels", quadrant_lines())
    figure("tercile_grades", "case,method,lower_edge,upper_edge,grades", tercile_lines())
