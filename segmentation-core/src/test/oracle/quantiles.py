"""Quantiles: exact rational types 1..9, numpy's answers, and exact weighted quantiles and percent positions."""
import math
from fractions import Fraction

import numpy as np

from figtext import figure, joined, present, probabilities, vectors, weighted_vectors

NUMPY_METHODS = ("inverted_cdf averaged_inverted_cdf closest_observation interpolated_inverted_cdf hazen weibull linear "
                 "median_unbiased normal_unbiased lower higher midpoint nearest").split()
MARK = "inf-interp"


def sample_quantile(ordered, p, kind):
    """Hyndman and Fan's type `kind` at the exact p of a sorted sample.

    Rational result, or a double where an order statistic itself is the answer and infinite, or None when an infinite
    value would be mixed with another one."""
    n = len(ordered)
    at = lambda place: ordered[min(max(place, 1), n) - 1]
    exact = lambda x: x if isinstance(x, float) and math.isinf(x) else Fraction(x)
    if kind == 1:
        return exact(at(math.ceil(n * p)))
    if kind == 2:
        low, high = at(math.ceil(n * p)), at(math.floor(n * p) + 1)
        return between(exact(low), exact(high), Fraction(1, 2))
    if kind == 3:  # nearest order statistic, the even place when half-way
        place = n * p
        whole = math.floor(place)
        rest = place - whole
        return exact(at(whole if rest < Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 0) else whole + 1))
    place = {4: n * p,
             5: n * p + Fraction(1, 2),
             6: (n + 1) * p,
             7: (n - 1) * p + 1,
             8: (n + Fraction(1, 3)) * p + Fraction(1, 3),
             9: (n + Fraction(1, 4)) * p + Fraction(3, 8)}[kind]
    whole = math.floor(place)
    return between(exact(at(whole)), exact(at(whole + 1)), place - whole)


def between(low, high, share):
    if low == high or share == 0:
        return low
    if isinstance(low, float) or isinstance(high, float):
        return None
    return low + share * (high - low)


def cell(result):
    return MARK if result is None else result


def exact_lines():
    for case in vectors("quant"):
        ordered = sorted(present(case.values))
        for kind in range(1, 10):
            yield case.name, len(ordered), kind, joined(cell(sample_quantile(ordered, p, kind)) for _, p, _ in probabilities())


def numpy_lines():
    for case in vectors("engq"):
        xs = np.array(present(case.values))
        for method in NUMPY_METHODS:
            with np.errstate(all="ignore"):
                yield case.name, len(xs), method, joined(np.quantile(xs, p, method=method) for _, _, p in probabilities())


class Weighted:
    """Distinct values ascending with their summed weights, weightless ones dropped, and the running weight."""

    def __init__(self, xs, ws, exact=Fraction):
        mass = {}
        for x, w in zip(xs, ws):
            mass[exact(x)] = mass.get(exact(x), 0) + exact(w)
        self.every_value = sorted(mass)
        self.mass = mass
        self.xs = [x for x in self.every_value if mass[x]]
        self.through = []
        for x in self.xs:
            self.through.append((self.through[-1] if self.through else 0) + mass[x])
        self.total = self.through[-1]
        self.whole = all(Fraction(w).denominator == 1 for w in ws)

    def inverse_cdf(self, p):
        return next(x for x, s in zip(self.xs, self.through) if s >= p * self.total)

    def averaged_inverse_cdf(self, p):
        above = [x for x, s in zip(self.xs, self.through) if s > p * self.total]
        here = self.inverse_cdf(p)
        return (here + above[0]) / 2 if p > 0 and above else here

    def midpoint_linear(self, p):
        places = [(s - self.mass[x] / 2) / self.total for x, s in zip(self.xs, self.through)]
        if p <= places[0]:
            return self.xs[0]
        for j in range(1, len(places)):
            if p <= places[j]:
                share = (p - places[j - 1]) / (places[j] - places[j - 1])
                return self.xs[j - 1] + share * (self.xs[j] - self.xs[j - 1])
        return self.xs[-1]

    def type7_expanded(self, p):
        return sample_quantile([x for x in self.xs for _ in range(int(self.mass[x]))], p, 7)


def weighted_lines():
    """binary: the doubles as they are; decimal: as their shortest texts say, listed only where the answer is another one"""
    for name, xs, ws in weighted_vectors():
        binary, decimal = Weighted(xs, ws), Weighted(xs, ws, lambda x: Fraction(repr(x)))
        for method in ("inverse_cdf", "averaged_inverse_cdf", "midpoint_linear") + (("type7_expanded",) if binary.whole else ()):
            one, other = (joined(getattr(w, method)(p) for _, p, _ in probabilities()) for w in (binary, decimal))
            yield name, method, "binary", one
            if other != one:
                yield name, method, "decimal", other


def weighted_percent_lines():
    for name, xs, ws in weighted_vectors():
        w = Weighted(xs, ws)
        below = [sum(w.mass[y] for y in w.every_value if y < x) / w.total for x in w.every_value]
        within = [sum(w.mass[y] for y in w.every_value if y <= x) / w.total for x in w.every_value]
        yield name, joined(w.every_value), joined(below), joined(within), joined((a + b) / 2 for a, b in zip(below, within))


if __name__ == "__main__":
    figure("quantiles_exact", "case,n,type,quantiles", exact_lines())
    figure("quantiles_numpy", "case,n,method,quantiles", numpy_lines())
    figure("weighted_quantiles_exact", "case,method,reading,quantiles", weighted_lines())
    figure("weighted_percent_exact", "case,values,below,at_or_below,mid", weighted_percent_lines())
