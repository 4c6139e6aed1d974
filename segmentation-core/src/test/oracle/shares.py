"""Counts p*n, top-share membership, tiers, shares of the total, Pareto counts, ABC, Lorenz, Gini: rational arithmetic."""
import math
from bisect import bisect_left, bisect_right
from fractions import Fraction
from itertools import groupby

from figtext import figure, finite_only, joined, nearest, present, vectors
from quantiles import sample_quantile

COUNT_P = ("0.001 0.01 0.05 0.07 0.1 0.125 0.14 0.15 0.2 0.25 0.28 0.29 0.3 1/3 0.35 0.4 0.5 0.55 0.57 0.58 0.6 "
           "0.7 0.75 0.8 0.9 0.95 0.99 1").split()
COUNT_N = list(range(21, 121)) + [150, 200, 250, 300, 365, 400, 500, 600, 700, 800, 900, 997, 1000, 1200, 2500, 5000,
                                  12345, 50000, 100000, 999999, 1000000, 2**31 - 1, 10**12]
HALF = Fraction(1, 2)


def rounded(x, mode):
    down = math.floor(x)
    rest = x - down
    if mode == "floor":
        return down
    if mode == "ceil":
        return -math.floor(-x)
    if rest == HALF:
        return down + 1 if mode == "half_up" or down % 2 else down
    return down + (rest > HALF)


MODES = ("floor", "ceil", "half_up", "half_even")


def count_lines():
    for n in list(range(0, 21)) + COUNT_N:
        for t in COUNT_P:
            p = Fraction(t)
            exact = [rounded(p * n, mode) for mode in MODES]
            d = nearest(p)
            product = d * n
            naive = [math.floor(product), math.ceil(product), math.floor(product + 0.5), round(product)]
            complement = n - math.floor((1 - d) * n)
            wrong = [mode for mode, e, g in zip(MODES, exact, naive) if e != g]
            wrong += ["complement"] if complement != exact[1] else []
            if n <= 20 or wrong:
                yield [n, t] + exact + naive + [complement, "|".join(wrong)]


class Ranking:
    """Positions of the present values, largest first, ties by position."""

    def __init__(self, values):
        self.values = values
        self.order = sorted((i for i, v in enumerate(values) if not math.isnan(v)), key=lambda i: (-values[i], i))
        self.n = len(self.order)
        self.sorted = [values[i] for i in self.order]
        self.ascending = self.sorted[::-1]

    def where(self, keep):
        return [i for i in self.order if keep(self.values[i])]

    def first(self, k, ties):
        if ties == "strict" or k in (0, self.n):
            return self.order[:k]
        edge, beyond = self.sorted[k - 1], self.sorted[k]
        if ties == "include_ties":
            return self.where(lambda x: x >= edge)
        return self.where(lambda x: x > edge) if edge == beyond else self.order[:k]

    def equal_and_better(self, x):
        low, high = bisect_left(self.ascending, x), bisect_right(self.ascending, x)
        return low, high - low, self.n - high  # less, equal, better

    def position_rule(self, rule):
        return self.where(lambda x: rule(*self.equal_and_better(x)))


def memberships(values, p, every_policy):
    r = Ranking(values)
    n = r.n
    for mode in MODES:
        for ties in ("strict", "include_ties", "exclude_ties"):
            if ties == "strict" or mode != "half_even":
                yield f"{ties}_{mode}", r.first(rounded(p * n, mode), ties)
    if not every_policy or n == 0:
        return
    yield "average_rank_le", r.position_rule(lambda less, equal, better: Fraction(2 * better + equal + 1, 2) <= p * n)
    yield "mid_percent_ge", r.position_rule(lambda less, equal, better: Fraction(2 * less + equal, 2 * n) >= 1 - p)
    yield "cume_dist_desc_le", r.position_rule(lambda less, equal, better: Fraction(better + equal, n) <= p)
    if n > 1:
        yield "percent_rank_desc_lt", r.position_rule(lambda less, equal, better: Fraction(better, n - 1) < p)
        yield "percent_rank_desc_le", r.position_rule(lambda less, equal, better: Fraction(better, n - 1) <= p)
        yield "percent_rank_asc_ge", r.position_rule(lambda less, equal, better: Fraction(less, n - 1) >= 1 - p)
    for kind in (1, 2, 6, 7, 8):
        q = sample_quantile(r.ascending, 1 - p, kind)
        if q is not None:
            yield f"ge_quantile_type{kind}", r.where(lambda x: x >= q)
            yield f"gt_quantile_type{kind}", r.where(lambda x: x > q)


def merged(pairs):
    """Names that give the same answer share a line."""
    found = {}
    for name, answer in pairs:
        found.setdefault(joined(answer), []).append(name)
    return [("|".join(names), answer) for answer, names in found.items()]


def membership_lines():
    for case in vectors("tier"):
        size = len(case.values)
        shares = "0.01 0.1 0.25" if size > 60 else "0.05 0.1 0.25" if size > 20 else "0.1 0.25 0.5"
        if size <= 20 and not case.name[1:].isdigit():  # the hand-size ones
            shares = "0 0.01 0.05 0.1 0.2 0.25 1/3 0.5 0.75 0.9 1"
        for t in shares.split():
            for policies, members in merged(memberships(case.values, Fraction(t), size <= 250)):
                yield case.name, t, policies, members.count("|") + 1 if members else 0, members


def tier_labels(first, n, size):
    labels = [3] * size
    for label, t in reversed(list(enumerate(("0.1", "0.25", "0.5")))):
        for i in first(Fraction(t) * n):
            labels[i] = label
    return labels


def tier_lines():
    for case in vectors("tier"):
        r = Ranking(case.values)

        def labels(ties, mode):
            made = tier_labels(lambda x: r.first(rounded(x, mode), ties), r.n, len(case.values))
            return [-1 if math.isnan(v) else label for v, label in zip(case.values, made)]
        yield from ((case.name, *line) for line in merged(
            (f"{ties}_{mode}", labels(ties, mode))
            for ties in ("strict", "include_ties", "exclude_ties") for mode in ("floor", "ceil", "half_up")))


class Totals:
    def __init__(self, case):
        assert finite_only(case.values), case.name
        self.ranking = Ranking(case.values)
        self.n = self.ranking.n
        self.down = [Fraction(x) for x in self.ranking.sorted]
        self.up = self.down[::-1]
        self.total = sum(self.down, Fraction(0))
        self.running = self.sums(self.down)
        self.rising = self.sums(self.up)

    @staticmethod
    def sums(xs):
        made = [Fraction(0)]
        for x in xs:
            made.append(made[-1] + x)
        return made

    def lorenz(self, p):
        place = p * self.n
        whole = math.floor(place)
        part = (place - whole) * self.up[whole] if whole < self.n else 0
        return (self.rising[whole] + part) / self.total

    def gini(self):
        n = self.n
        by_rank = sum((2 * i - n - 1) * x for i, x in enumerate(self.up, 1)) / (n * self.total)
        by_area = 1 - sum(a + b for a, b in zip(self.rising, self.rising[1:])) / (n * self.total)
        assert by_rank == by_area
        return by_rank


def totals():
    return [(case, Totals(case)) for case in vectors("total")]


def share_lines():
    for case, t in totals():
        for p in ("0.01", "0.05", "0.1", "0.2", "0.25", "0.5", "0.8", "1"):
            for mode in ("floor", "ceil", "half_up"):
                k = rounded(Fraction(p) * t.n, mode)
                yield case.name, p, mode, k, t.running[k] / t.total if t.total else None


def pareto_lines():
    for case, t in totals():
        for s in ("0.5", "0.8", "0.9", "0.95"):
            k = next((k for k in range(t.n + 1) if t.running[k] >= Fraction(s) * t.total), None) if t.total > 0 else None
            yield [case.name, s] + ([None] * 3 if k is None else [k, Fraction(k, t.n), t.running[k] / t.total])


def abc_lines():
    for case, t in totals():
        before, through = dict(zip(t.ranking.order, t.running)), dict(zip(t.ranking.order, t.running[1:]))
        start, end = {}, {}
        for _, group in groupby(t.ranking.order, key=lambda i: case.values[i]):
            group = list(group)
            for i in group:
                start[i], end[i] = before[group[0]], through[group[-1]]
        a, b = Fraction("0.8") * t.total, Fraction("0.95") * t.total
        for rule, sums, inside in (("cum_before_lt", before, lambda s, edge: s < edge),
                                   ("cum_through_le", through, lambda s, edge: s <= edge),
                                   ("tie_group_start_lt", start, lambda s, edge: s < edge),
                                   ("tie_group_end_le", end, lambda s, edge: s <= edge)):
            grade = lambda i: "-" if i not in sums else "A" if inside(sums[i], a) else "B" if inside(sums[i], b) else "C"
            yield case.name, rule, "|".join(grade(i) for i in range(len(case.values))) if t.total > 0 else ""


def lorenz_lines():
    places = [Fraction(i, 20) for i in range(21)] + [Fraction("0.01"), Fraction("0.333"), Fraction("0.99")]
    for case, t in totals():
        row = [case.name, joined(places)]
        yield row + ([joined(t.lorenz(p) for p in places), joined(1 - t.lorenz(1 - p) for p in places)] if t.total else ["", ""])


def gini_rows():
    for case, t in totals():
        negative = sum(x < 0 for x in t.up)
        row = [case.name, t.n, t.total, t.total / t.n]
        if not t.total:
            yield row + [None] * 3 + [negative]
            continue
        g = t.gini()
        mean = t.total / t.n
        hoover = sum(abs(x - mean) for x in t.up) / (2 * t.total)
        yield row + [g, g * t.n / (t.n - 1) if t.n > 1 else None, hoover, negative]


if __name__ == "__main__":
    figure("count_rounding", "n,p,floor,ceil,half_up,half_even,double_floor,double_ceil,double_half_up,double_half_even,"
           "double_n_minus_floor_complement,wrong", count_lines())
    figure("top_share_membership", "case,p,policies,count,members", membership_lines())
    figure("tiers_10_25_50", "case,policies,labels", tier_lines())
    figure("top_share_of_total", "case,p,rounding,k,share", share_lines())
    figure("pareto_count", "case,share,k,k_over_n,share_reached", pareto_lines())
    figure("abc_80_95", "case,rule,labels", abc_lines())
    figure("lorenz", "case,p,lorenz,top_share_interpolated", lorenz_lines())
    figure("gini", "case,n,sum,mean,gini,gini_unbiased,hoover,negative_values", gini_rows())
