"""Summaries and normalised positions in rational arithmetic over the doubles as they are (binary, not decimal text)."""
import math
from bisect import bisect_left, bisect_right
from fractions import Fraction

from figtext import figure, finite_only, joined, nearest, present, vectors
from quantiles import sample_quantile


def root(square):
    """The double nearest to the square root of a rational >= 0."""
    shift = 1200
    scaled = (square.numerator << (2 * shift)) // square.denominator
    low = math.isqrt(scaled)
    exact = low * low * square.denominator == square.numerator << (2 * shift)
    # between two neighbours of a grid far finer than any double the middle rounds as the true root does
    return nearest(Fraction(2 * low + (0 if exact else 1), 1 << (shift + 1)))


def signed_root(distance, variance):
    return root(distance**2 / variance) * (-1.0 if distance < 0 else 1.0)


class Moments:
    def __init__(self, values):
        self.xs = [Fraction(x) for x in values]
        self.n = len(self.xs)
        self.total = sum(self.xs, Fraction(0))
        self.mean = self.total / self.n
        self.squares = sum(((x - self.mean) ** 2 for x in self.xs), Fraction(0))

    def variance(self, less):
        return self.squares / (self.n - less) if self.n > less else None


def summary(case):
    xs = present(case.values)
    row = [case.name, len(xs), len(case.values) - len(xs)]
    if not xs:
        return row + [None] * 7
    median = sample_quantile(sorted(xs), Fraction(1, 2), 7)
    row += [min(xs) + 0.0, max(xs) + 0.0]
    if not finite_only(xs):
        ends = sum(x for x in xs if math.isinf(x))  # one infinity, or NaN when both signs are there
        return row + [ends, ends, math.nan if len(xs) > 1 else None, math.nan, math.nan if median is None else median]
    m = Moments(xs)
    sample, population = m.variance(1), m.variance(0)
    return row + [m.total, m.mean, None if sample is None else root(sample), root(population), median]


def normalised(case):
    """Each kind of position of every element; a kind that is undefined for the case gives None."""
    xs = present(case.values)
    n, ordered = len(xs), sorted(xs)
    less = lambda x: bisect_left(ordered, x)
    upto = lambda x: bisect_right(ordered, x)
    kinds = {}
    if finite_only(xs):
        m = Moments(xs)
        low, high = min(m.xs), max(m.xs)
        kinds["min_max"] = (lambda x: (Fraction(x) - low) / (high - low)) if high > low else None
        for name, ddof in (("z_sample", 1), ("z_population", 0)):
            v = m.variance(ddof)
            kinds[name] = (lambda x, v=v: signed_root(Fraction(x) - m.mean, v)) if v else None
        median = sample_quantile(ordered, Fraction(1, 2), 7)
        spread = sample_quantile(sorted(abs(x - median) for x in m.xs), Fraction(1, 2), 7)
        kinds["robust_z_1.4826"] = (lambda x: (Fraction(x) - median) / (Fraction("1.4826") * spread)) if spread else None
    kinds["percent_rank"] = (lambda x: Fraction(less(x), n - 1)) if n > 1 else None
    kinds["cume_dist"] = lambda x: Fraction(upto(x), n)
    kinds["mid"] = lambda x: Fraction(less(x) + upto(x), 2 * n)
    kinds["strict"] = lambda x: Fraction(less(x), n)
    kinds["average_rank_over_n_plus_1"] = lambda x: Fraction(less(x) + upto(x) + 1, 2 * (n + 1))
    for kind, rule in kinds.items():
        yield kind, "" if rule is None else joined(math.nan if math.isnan(x) else rule(x) for x in case.values)


DECIMALS = {
    "cents": "0.10|0.20|0.30",
    "thirds": "1|1|2",
    "long": "12345678901234567890.12|0.01|-12345678901234567890.12",
    "small": "1E-20|3E-20|0.5",
    "repeating": "0.1|0.1|0.1|0.1|0.1|0.1|0.1",
    "negative": "-5.25|-4.75|3",
    "scales": "1.0|1.00|1.000|4",
    "single": "19.99",
    "half_way": "1|9007199254740993|1",
}


def decimal_means():
    from decimal import Decimal, getcontext
    getcontext().prec = 200
    for name, body in DECIMALS.items():
        parts = body.split("|")
        total = sum(map(Decimal, parts))
        mean = Fraction(total) / len(parts)
        yield name, body, len(parts), format(total, "f"), f"{mean.numerator}/{mean.denominator}", mean


if __name__ == "__main__":
    figure("summaries", "case,n,missing,min,max,sum,mean,sd_sample,sd_population,median", map(summary, vectors()))
    figure("normalised", "case,kind,values", ([c.name, k, v] for c in vectors("norm") for k, v in normalised(c)))
    figure("decimal_means", "case,decimals,n,sum,mean_fraction,mean", decimal_means())
