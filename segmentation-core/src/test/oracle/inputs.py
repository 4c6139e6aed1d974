"""Makes every input: hand-size vectors, seeded random ones, synthetic "book" columns, weighted and keyed data.

Tags say which figures take a case: rank (ranks, windows, percent positions), longrank (a few window functions only),
quant (exact quantiles), engq (also the engines' quantiles), bins, norm, tier, total (shares, Gini, ABC).
Every case takes part in the summaries.
"""
import math
import random

from figtext import build_path, figure, hex_of, joined, nearest
from fractions import Fraction

SEED = 7301995
NAN, INF = math.nan, math.inf
up, down = (lambda x: math.nextafter(x, INF)), (lambda x: math.nextafter(x, -INF))
MAX, TINY, MIN_NORMAL = 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308

HAND = {
    "empty": [],
    "one": [3.5],
    "one_minus_zero": [-0.0],
    "pair_up": [-4, 9],
    "pair_down": [9, -4],
    "pair_same": [6, 6],
    "same_five": [2.25] * 5,
    "same_tenths": [0.3] * 6,
    "signed_zeros": [0.0, -0.0, 2, -0.0, -2, 0.0],
    "zeros_only": [-0.0, 0.0, -0.0],
    "inf_up": [3, INF, 1, INF, 2],
    "inf_down": [3, -INF, 1, 8],
    "inf_both": [INF, 0, -INF, 5, -INF, INF, 2],
    "inf_all": [INF, INF, -INF],
    "tiny": [3 * TINY, TINY, 0, -TINY, MIN_NORMAL, down(MIN_NORMAL), TINY, 2 * TINY],
    "ulps": [10, up(10), down(10), up(up(10)), 10, up(10)],
    "two53": [2.0**53, 2.0**53 - 1, 2.0**53 + 2, -(2.0**53), 2.0**53, 2.0**53 + 4, -(2.0**53) - 2],
    "nan_one": [NAN],
    "nan_three": [NAN] * 3,
    "nan_some": [5, NAN, 2, 5, NAN, 8, 2],
    "nan_first": [NAN, NAN, 4, 4, 1],
    "nan_last": [4, 4, 1, NAN],
    "nan_inf": [INF, NAN, -INF, 0, NAN, INF, 1],
    "nan_lone_value": [NAN, 11, NAN],
    "up12": [2 * i for i in range(1, 13)],
    "down11": [22 - 2 * i for i in range(11)],
    "up7_ties": [1, 1, 2, 3, 3, 3, 9],
    "down8_ties": [9, 9, 7, 7, 7, 4, 2, 2],
    "organ_pipe": [1, 2, 4, 6, 8, 6, 4, 2, 1],
    "valley": [8, 6, 4, 2, 4, 6, 8],
    "alternating": [1, 10, 1, 10, 1, 10, 1],
    "money": [19.99, 20, 19.99, 5.5, 0.01, 20, 1234.56, -3.2, 5.5, 19.99],
    "score9": [9, 1, 5, 5, 3, 7, 7, 7, 2, 8, 4, 6, 5, 9],
    "near_ties": [0.1 + 0.2, 0.3, 0.3, 1 - 1e-12, 1, 1 + 1e-12, 0.1 * 3],
    "near_ties_money": [100.10, 100.1000000001, 100.1, 33.3 * 3, 99.9],
    "huge": [MAX, -MAX, 5e307, 0, -MAX, MAX],
    "huge_pair": [1.7e308, -1.7e308],
    "huge_positive": [1.5e308, 1.7e308, 1e308, MAX],
    "wide_scale": [1e-300, 1e300, 1, 1e-10, 1e10, -1e300],
    "negative": [-3, -1, -1, -7.5, -2],
    "two_valued": [0, 1, 1, 0, 1, 1, 1, 0],
}
SUMS = {
    "sum_lost_one": [1e16, 1, -1e16],
    "sum_overflow_back": [1e308, 1e308, -1e308],
    "sum_overflow": [1e308, 1e308, 1e308],
    "sum_max_pairs": [MAX, MAX, -MAX, -MAX, 1],
    "sum_hundred": [1, 1e100, 1, -1e100],
    "sum_tenths": [0.1] * 10,
    "sum_half_ulp": [1, 2.0**-53],
    "sum_half_ulp_sticky": [1, 2.0**-53, 2.0**-106],
    "sum_half_ulp_odd": [1 + 2.0**-52, 2.0**-53],
    "sum_subnormals": [TINY, TINY, TINY, -2 * TINY, 7 * TINY],
    "sum_subnormal_mean": [TINY, 0],
    "sum_min_normal_edge": [MIN_NORMAL, -TINY, TINY, down(MIN_NORMAL)],
    "sum_max_and_ulp": [MAX, 2.0**970, -(2.0**969)],
    "sum_offset_1e9": [1e9 + 2, 1e9 + 5, 1e9 + 11, 1e9 + 14],
    "sum_offset_2p52": [2.0**52 + i for i in (1, 2, 4, 8, 1, 2)],
    "sum_cancel_to_zero": [0.5, 1e17, -0.5, -1e17],
    "sum_inf": [1, INF, 2],
    "sum_inf_both": [INF, 1, -INF],
    "sum_minus_zeros": [-0.0, -0.0],
}
TOTALS = {
    "tot_equal": [4, 4, 4, 4],
    "tot_one_has_all": [0, 0, 9, 0, 0],
    "tot_zero": [0, 0, 0],
    "tot_cancel": [-2, 2],
    "tot_negative": [-1, -4, -2],
    "tot_mixed": [-6, 3, 10, 4, 4],
    "tot_edges_hit": [1.5, 8, 0.5],
    "tot_ties_cross": [5, 5, 5, 5],
    "tot_ties_middle": [20, 5, 30, 20, 5, 20],
    "tot_single": [12],
    "tot_cents": [0.1, 0.2, 0.3, 0.4],
    "tot_with_missing": [3, NAN, 7, NAN, 10],
    "tot_trailing_zeros": [0, 6, 0, 3, 1, 0],
    "tot_huge": [1e308, 1.5e308, 1e308],
}
TABLE8 = {  # three measures of eight clients; the last client has none
    "hand8_spend": [120, 80, 80, NAN, 300, 45.5, 120, NAN],
    "hand8_visits": [3, 3, 7, 1, NAN, 9, 3, NAN],
    "hand8_complaints": [0, 2, 1, 4, 1, NAN, 0, NAN],
}
PROBABILITIES = ("0 0.001 0.01 0.05 0.07 0.1 0.125 0.2 0.25 0.29 0.3 1/3 0.4 0.5 0.57 0.58 0.6 2/3 "
                 "0.7 0.75 0.8 0.9 0.95 0.99 0.999 1").split()
WEIGHTED = {
    "even": ([4, 2, 5, 1, 3], [1, 1, 1, 1, 1]),
    "even_four": ([15, 5, 20, 10], [1, 1, 1, 1]),
    "counts": ([10, 20, 30, 40], [2, 5, 1, 2]),
    "zero_weights": ([1, 2, 3, 4, 5, 6], [0, 2, 0, 3, 0, 0]),
    "tied_values": ([3, 1, 3, 2, 2], [0.5, 0.25, 1.5, 0.75, 0.25]),
    "heavy_first": ([1, 2, 3], [96, 2, 2]),
    "heavy_last": ([5, 6, 7, 8], [1, 1, 1, 13]),
    "single": ([9], [4]),
    "edges_hit": ([1, 2, 4, 8], [1, 2, 3, 4]),
    "tenths": ([7, 3, 5, 1, 9], [0.1, 0.2, 0.3, 0.1, 0.3]),
    "percent_shares": ([250, 100, 40, 900], [0.35, 0.4, 0.2, 0.05]),
}


def with_gaps(rng, values, count):
    values = list(values)
    for at in rng.sample(range(len(values)), count):
        values[at] = NAN
    return values


def random_vector(rng, n):
    style = n % 5
    if style == 0:  # few prices, many ties
        prices = [rng.randrange(100, 20000) / 100 for _ in range(max(1, n // 3))]
        return [rng.choice(prices) for _ in range(n)]
    if style == 1:
        return [rng.randrange(1, 10) for _ in range(n)]
    if style == 2:
        return [round(rng.lognormvariate(4, 1.1), 2) for _ in range(n)]
    if style == 3:
        return [rng.gauss(0, 1) for _ in range(n)]
    return with_gaps(rng, [rng.randrange(-2, 7) for _ in range(n)], 1 + n // 8)


def books(rng):
    revenue = [round(rng.lognormvariate(6, 1), 2) for _ in range(250)]
    for at in rng.sample(range(250), 90):  # flat fees make the ties
        revenue[at] = rng.choice([99.0, 149.5, 149.5, 500.0, 1200.0])
    hours = [rng.randrange(1, 161) / 4 for _ in range(250)]
    score = [rng.choice([1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 8, 9]) for _ in range(250)]
    zeros = [0.0] * 688 + [round(rng.lognormvariate(5, 0.8), 1) for _ in range(309)]
    rng.shuffle(zeros)
    tied = [rng.choice([10, 20, 20, 25, 50, 50, 50, 75, 100, 250]) * rng.choice([1, 1, 1, 2, 4]) for _ in range(1000)]
    profit = [round(rng.gauss(40, 60), 2) for _ in range(400)]
    return {
        "book250_revenue": (with_gaps(rng, revenue, 7), "rank quant engq bins norm tier total"),
        "book250_hours": (with_gaps(rng, hours, 4), "quant tier total"),
        "book250_score9": (score, "rank quant bins tier"),
        "book400_profit": (profit, "quant tier total"),
        "book997_zeros": (zeros, "longrank quant engq bins tier total"),
        "book1000_tied": (tied, "longrank quant engq bins tier total"),
    }


def sum_vectors(rng):
    made = dict(SUMS)
    made["sum_offset_noise"] = [1e6 + rng.randrange(-500, 501) / 2**30 for _ in range(40)]
    made["sum_offset_cents"] = [round(1e8 + rng.randrange(0, 100) / 100, 2) for _ in range(60)]
    wild = [math.ldexp(rng.uniform(-1, 1), rng.randrange(-60, 61)) for _ in range(30)]
    wild += [-x for x in wild[:29]]
    rng.shuffle(wild)
    made["sum_wild"] = wild
    made["sum_wild_wide"] = [math.ldexp(rng.uniform(-1, 1), rng.randrange(-1060, 1000)) for _ in range(50)]
    return made


def keyed(rng):
    """Rows of three keys, heavy ties; None = NULL (only in the case with_nulls)."""
    def rows(n, a, b, c):
        return [(rng.randrange(a), rng.randrange(b) / 2, rng.randrange(c)) for _ in range(n)]
    made = {"k3": [(1, 0, 5), (1, 0, 5), (2, 0, 5)], "k12": rows(12, 2, 2, 2), "k30": rows(30, 3, 3, 3),
            "k80": rows(80, 4, 3, 4), "k300": rows(300, 5, 6, 5), "k40_first_key_only": rows(40, 6, 1, 1)}
    made["k24_with_nulls"] = [tuple(None if rng.random() < 0.2 else k for k in row) for row in rows(24, 3, 2, 3)]
    return made


def main():
    rng = random.Random(SEED)
    cases = []
    for name, xs in HAND.items():
        ok = [x for x in xs if x == x]
        tags = "rank tier"
        if ok:
            tags += " quant engq norm"
        if len(ok) > 1 and all(map(math.isfinite, ok)) and name not in ("huge", "huge_pair", "huge_positive", "wide_scale", "tiny"):
            tags += " bins"
        cases.append((name, tags, xs))
    for n in range(1, 51):
        tags = "rank quant" + (" engq" if n <= 16 or n > 48 else "")
        tags += " bins" if n > 1 and n % 5 != 3 and n < 45 else ""
        tags += " norm" if n in (7, 14, 20) else ""
        tags += " tier" if n < 20 or n in (24, 30, 36, 45, 50) else ""
        tags += " total" if n % 5 in (0, 2) else ""
        cases.append((f"r{n:02d}", tags, random_vector(rng, n)))
    cases.append(("seq100", "quant engq tier", [3 * i for i in range(1, 101)]))
    cases.append(("shuffled200", "quant engq", rng.sample([i * i / 4 for i in range(-99, 101)], 200)))
    cases += [(name, tags, xs) for name, (xs, tags) in books(rng).items()]
    cases += [(name, "", xs) for name, xs in sum_vectors(rng).items()]
    cases += [(name, "total", xs) for name, xs in TOTALS.items()]
    cases += [(name, "", xs) for name, xs in TABLE8.items()]
    cases = [(name, tags, [float(x) for x in xs]) for name, tags, xs in cases]

    weighted = {k: ([float(x) for x in xs], [float(w) for w in ws]) for k, (xs, ws) in WEIGHTED.items()}
    for n in (5, 9, 16, 33):
        weighted[f"whole{n}"] = ([rng.randrange(0, 400) / 8 for _ in range(n)], [float(rng.randrange(0, 6)) for _ in range(n)])
        weighted[f"dyadic{n}"] = ([float(rng.randrange(0, 15)) for _ in range(n)], [rng.randrange(1, 33) / 8 for _ in range(n)])

    figure("inputs", "case,values", [(n, joined(xs)) for n, _, xs in cases])
    figure("weighted_inputs", "case,values,weights", [(n, joined(x), joined(w)) for n, (x, w) in weighted.items()])
    figure("probabilities", "index,text,double",
           [(i, t, nearest(Fraction(t))) for i, t in enumerate(PROBABILITIES)])
    keys = keyed(rng)
    figure("multikey_inputs", "case,key1,key2,key3",
           [[n] + [joined(["NaN" if k is None else float(k) for k in column]) for column in zip(*rows)] for n, rows in keys.items()])

    def save(name, lines):
        with open(build_path(name), "w", encoding="utf-8", newline="") as out:
            out.writelines("\t".join(line) + "\n" for line in lines)
    hexes = lambda xs: "|".join(hex_of(x) for x in xs)
    save("vectors.txt", [(n, tags, hexes(xs)) for n, tags, xs in cases])
    save("weighted.txt", [(n, hexes(x), hexes(w)) for n, (x, w) in weighted.items()])
    save("probabilities.txt", [(t, hex_of(nearest(Fraction(t)))) for t in PROBABILITIES])


if __name__ == "__main__":
    main()
