"""Compares the figures with each other. Agreement is asserted where the definitions agree; every place where engines
differ is counted into figures/disagreements.csv (topic, engine, setting, compared, different, cases, example)."""
import math
import statistics
from bisect import bisect_left, bisect_right
from fractions import Fraction

import numpy as np

from figtext import doubles, figure, finite_only, nearest, present, read_figure, text, vectors, weighted_vectors

CASES = {c.name: c.values for c in vectors()}
LIMIT = 1e-12


def near(a, b, scale=0.0):
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    if a == b:
        return True
    if math.isinf(a) or math.isinf(b):
        return False
    return abs(a / 2 - b / 2) <= LIMIT * max(abs(a), abs(b), scale) / 2 + 5e-324


class Tally:
    def __init__(self):
        self.lines = {}

    def compare(self, key, case, wanted, got, scale=0.0, label=str):
        entry = self.lines.setdefault(key, [0, 0, [], ""])
        assert len(wanted) == len(got), (key, case)
        for i, (a, b) in enumerate(zip(wanted, got)):
            if isinstance(a, str):  # inf-interp: nothing to compare
                continue
            entry[0] += 1
            if not near(a, b, scale):
                entry[1] += 1
                if case not in entry[2]:
                    entry[2].append(case)
                entry[3] = entry[3] or f"{case} at {label(i)}: {text(a)} here {text(b)}"

    def rows(self):
        for (topic, engine, setting), (compared, different, cases, example) in self.lines.items():
            yield topic, engine, setting, compared, different, "|".join(cases), example


def own_ranks(values, method):
    """Counted from the definition, missing left at NaN."""
    xs = sorted(present(values))
    distinct = sorted(set(xs))
    seen = {}
    for v in values:
        if math.isnan(v):
            yield math.nan
            continue
        low, high = bisect_left(xs, v), bisect_right(xs, v)
        earlier = seen.get(v, 0)
        seen[v] = earlier + 1
        yield {"average": (low + high + 1) / 2, "min": low + 1.0, "max": float(high), "dense": bisect_left(distinct, v) + 1.0,
               "first": low + earlier + 1.0, "last": float(high - earlier)}[method]


def ranks(t):
    for line in read_figure("ranks_scipy"):
        if line["nan_policy"] != "propagate":
            method = "first" if line["method"] == "ordinal" else line["method"]
            t.compare(("ranks", "scipy", line["method"]), line["case"], list(own_ranks(CASES[line["case"]], method)), doubles(line["ranks"]))
    for line in read_figure("ranks_pandas"):
        if line["na_option"] in ("none", "keep"):
            values = CASES[line["case"]]
            values = values if line["order"] == "asc" else [-v for v in values]
            wanted = list(own_ranks(values, line["method"]))
            if line["scale"] == "pct":
                count = len(set(present(values))) if line["method"] == "dense" else len(present(values))
                wanted = [r / max(count, 1) for r in wanted]
            t.compare(("ranks", "pandas", f"{line['method']} {line['order']} {line['scale']}"), line["case"], wanted, doubles(line["ranks"]))
    for line in read_figure("ranks_r"):
        if line["na_last"] in ("none", "keep"):
            t.compare(("ranks", "r", line["method"]), line["case"], list(own_ranks(CASES[line["case"]], line["method"].replace("frank_", ""))), doubles(line["ranks"]))
    # how missing values are ranked when they are put last: R's rank against frank and pandas
    r = {(l["case"], l["method"]): doubles(l["ranks"]) for l in read_figure("ranks_r") if l["na_last"] == "TRUE"}
    for line in read_figure("ranks_pandas"):
        key = line["case"], line["method"]
        if (line["order"], line["na_option"], line["scale"]) == ("asc", "bottom", "rank"):
            if line["method"] == "average":
                t.compare(("missing last", "r frank_average", "against pandas average bottom"), line["case"], doubles(line["ranks"]), r.get((line["case"], "frank_average"), doubles(line["ranks"])))
                t.compare(("missing last", "r rank average", "against pandas average bottom"), line["case"], doubles(line["ranks"]), r.get(key, doubles(line["ranks"])))


def own_window(values, function, order):
    """Present values only, ties by position, NULLs and NaN left at NaN."""
    sign = 1 if order == "asc" else -1
    values = [sign * v for v in values]
    n = len(present(values))
    if function.startswith("ntile"):
        k = int(function[5:])
        small, larger = divmod(n, k)
        edge = larger * (small + 1)
        for r in own_ranks(values, "first"):
            yield r if math.isnan(r) else 1.0 + ((r - 1) // (small + 1) if r <= edge else larger + (r - 1 - edge) // small)
        return
    method = {"rank": "min", "dense_rank": "dense", "row_number": "first", "percent_rank": "min", "cume_dist": "max"}[function]
    for r in own_ranks(values, method):
        if function == "percent_rank":
            yield (r - 1) / (n - 1) if n > 1 else r - 1
        else:
            yield r / max(n, 1) if function == "cume_dist" else r


def windows(t):
    for line in read_figure("window_functions"):
        if line["nan_as"] in ("none", "na"):
            wanted = list(own_window(CASES[line["case"]], line["function"], line["order"]))
            for engine in line["engines"].split("|"):
                t.compare(("window functions", engine, f"{line['function']} {line['order']}"), line["case"], wanted, doubles(line["values"]))
    nulls = {}
    for line in read_figure("window_functions"):
        if line["nan_as"] == "null":
            for engine in line["engines"].split("|"):
                nulls[engine, line["case"], line["order"], line["function"]] = doubles(line["values"])
    for (engine, case, order, function), answer in nulls.items():
        if engine == "sqlite":
            t.compare(("window functions with NULL", "sqlite", f"{function} {order} against postgresql"), case, nulls["postgresql", case, order, function], answer)


def percent_scores(t):
    for line in read_figure("percentileofscore"):
        n = int(line["n"])
        for i, (less, upto) in enumerate(zip(doubles(line["count_less"]), doubles(line["count_less_equal"]))):
            wanted = {"weak": Fraction(int(100 * upto), n), "strict": Fraction(int(100 * less), n),
                      "mean": Fraction(int(50 * (less + upto)), n),
                      "rank": Fraction(int(50 * (less + upto + (less < upto))), n)}
            for kind, w in wanted.items():
                t.compare(("percentileofscore", "scipy", kind), line["case"], [nearest(w)], [doubles(line[kind])[i]])


def exact_cells(cell):
    return [p if p == "inf-interp" else float(p) for p in cell.split("|")]


def quantile_engines(t):
    exact = {(l["case"], l["type"]): exact_cells(l["quantiles"]) for l in read_figure("quantiles_exact")}
    probability = [l["text"] for l in read_figure("probabilities")]
    # what interpolation may lose to rounding is measured against the largest value that takes part
    scale = {case: max((abs(v) for v in present(values) if math.isfinite(v)), default=0.0) for case, values in CASES.items()}
    types = {"inverted_cdf": 1, "averaged_inverted_cdf": 2, "closest_observation": 3, "interpolated_inverted_cdf": 4, "hazen": 5,
             "weibull": 6, "linear": 7, "median_unbiased": 8, "normal_unbiased": 9, "percentile_cont": 7, "percentile_disc": 1}
    for engine, file, column in (("r", "quantiles_r", "type"), ("numpy", "quantiles_numpy", "method"), ("postgresql", "quantiles_postgresql", "function")):
        for line in read_figure(file):
            kind = line[column] if column == "type" else types.get(line[column])
            if kind:
                t.compare(("quantiles", engine, f"{line[column]} against type {kind}"), line["case"], exact[line["case"], str(kind)],
                          doubles(line["quantiles"]), scale[line["case"]], lambda i: "p=" + probability[i])


def weights(t):
    exact = {(l["case"], l["method"]): doubles(l["quantiles"]) for l in read_figure("weighted_quantiles_exact") if l["reading"] == "binary"}
    probability = [l["text"] for l in read_figure("probabilities")]
    against = {"hmisc_quantile": "type7_expanded", "hmisc_quantile_normwt": "type7_expanded", "laeken": "inverse_cdf",
               "spatstat_type1": "inverse_cdf", "hmisc_i_over_n": "inverse_cdf", "spatstat_type2": "averaged_inverse_cdf",
               "spatstat_type4": "midpoint_linear"}
    for line in read_figure("weighted_quantiles_r"):
        method = against.get(line["engine"])
        if (line["case"], method) in exact:
            t.compare(("weighted quantiles", line["engine"], "against " + method), line["case"], exact[line["case"], method], doubles(line["quantiles"]),
                      label=lambda i: "p=" + probability[i])
    half = probability.index("0.5")
    for line in read_figure("weighted_medians_r"):
        for engine in (k for k in line if k != "case"):
            method = "averaged_inverse_cdf" if engine in ("matrixstats_mean", "collapse_fmedian", "matrixstats_weighted") else "inverse_cdf"
            if engine == "matrixstats_interpolate":
                method = "midpoint_linear"
            t.compare(("weighted median", engine, "against " + method), line["case"], [exact[line["case"], method][half]], doubles(line[engine]))


def pandas_edges(t):
    exact = {l["case"]: exact_cells(l["quantiles"]) for l in read_figure("quantiles_exact") if l["type"] == "7"}
    probability = [l["text"] for l in read_figure("probabilities")]
    places = {"2": "0 0.5 1", "4": "0 0.25 0.5 0.75 1", "5": "0 0.2 0.4 0.6 0.8 1"}
    for line in read_figure("bins_pandas"):
        if line["function"] == "qcut" and "raise" in line["option"] and not line["error"] and line["k"] in places:
            wanted = [exact[line["case"]][probability.index(p)] for p in places[line["k"]].split()]
            scale = max(map(abs, present(CASES[line["case"]])))
            t.compare(("bins", "pandas qcut edges", "against type 7"), line["case"], wanted, doubles(line["edges"]), scale)
    r = {(l["case"], l["k"], l["option"]): l for l in read_figure("bins_r")}
    for line in read_figure("bins_pandas"):
        key = line["case"], line["k"], line["option"]
        if line["function"] == "cut" and key in r and line["codes"] and r[key]["codes"]:
            t.compare(("bins", "r cut codes", f"against pandas cut {line['option']}"), line["case"], doubles(line["codes"]), doubles(r[key]["codes"]))


def sums(t):
    for line in read_figure("summaries"):
        xs = present(CASES[line["case"]])
        if not xs or not finite_only(xs):
            continue
        try:
            assert math.fsum(xs) == float(line["sum"]), line
        except OverflowError:
            pass
        assert statistics.mean(map(Fraction, xs)) == Fraction(sum(map(Fraction, xs)), len(xs))
        try:
            assert float(line["sd_population"]) == statistics.pstdev(xs), line
            if len(xs) > 1:
                assert float(line["sd_sample"]) == statistics.stdev(xs), line
            assert float(line["mean"]) == statistics.mean(xs), line
        except OverflowError:
            pass
        with np.errstate(all="ignore"):
            a = np.array(xs)
            t.compare(("summaries", "numpy", "sum"), line["case"], [float(line["sum"])], [float(a.sum())])
            t.compare(("summaries", "numpy", "mean"), line["case"], [float(line["mean"])], [float(a.mean())])
            t.compare(("summaries", "numpy", "sd_population"), line["case"], [float(line["sd_population"])], [float(a.std())])
            t.compare(("summaries", "numpy", "median"), line["case"], [float(line["median"])], [float(np.median(a))])


def gini(t):
    laeken = {l["case"]: l["gini"] for l in read_figure("gini_laeken")}
    for line in read_figure("gini"):
        if line["gini"]:
            t.compare(("gini", "laeken", "biased"), line["case"], [float(line["gini"])], doubles(laeken[line["case"]]), 1.0)


def normalised(t):
    """The rank-based kinds against the databases and scipy."""
    found = {(l["case"], l["kind"]): l["values"] for l in read_figure("normalised")}
    for line in read_figure("window_functions"):
        key = line["case"], line["function"]
        if line["order"] == "asc" and line["nan_as"] in ("none", "na") and found.get(key):
            t.compare(("normalised", line["engines"], line["function"]), line["case"], doubles(found[key]), doubles(line["values"]))


def tiers():
    """Tier labels and memberships say the same; the strict ones follow the databases' row number."""
    members = {}
    for line in read_figure("top_share_membership"):
        for policy in line["policies"].split("|"):
            members[line["case"], line["p"], policy] = [int(i) for i in doubles(line["members"])]
    for line in read_figure("tiers_10_25_50"):
        for policy in line["policies"].split("|"):
            labels = doubles(line["labels"])
            for top, p in ((0, "0.1"), (1, "0.25")):
                if (line["case"], p, policy) in members:
                    assert set(members[line["case"], p, policy]) == {i for i, l in enumerate(labels) if 0 <= l <= top}, line
    for line in read_figure("window_functions"):
        if line["function"] == "rank" and line["order"] == "desc" and line["nan_as"] == "none":
            rank = doubles(line["values"])
            k = math.ceil(Fraction(len(rank), 10))
            mine = members.get((line["case"], "0.1", "include_ties_ceil"))
            assert mine is None or sorted(mine) == [i for i, r in enumerate(rank) if r <= k], line["case"]
    grades = {(l["case"], l["method"]): l["grades"] for l in read_figure("tercile_grades")}
    for line in read_figure("window_functions"):
        if line["function"] == "ntile3" and (line["case"], "ntile_" + line["order"]) in grades and "dplyr" in line["engines"]:
            assert doubles(grades[line["case"], "ntile_" + line["order"]]) == [-1 if math.isnan(v) else v for v in doubles(line["values"])]


INFINITE = ("inf_up", "inf_down", "inf_both", "inf_all", "nan_inf")


def expected(topic, engine, setting):
    """The cases in which this engine is known to differ; () = in any case; None = it must not differ."""
    if topic in ("summaries", "missing last", "window functions with NULL", "weighted median"):
        return () if engine in ("numpy", "r rank average", "sqlite", "spatstat", "matrixstats_interpolate") or "max" in engine or engine == "laeken" else None
    if topic == "ranks" and engine == "scipy":
        return "inf_both", "inf_all"
    if topic == "window functions" and engine == "dplyr" and "percent_rank" in setting:
        return "one", "one_minus_zero", "r01", "nan_lone_value"
    if topic == "quantiles":
        if setting.startswith("closest_observation"):
            return ()
        double_p = ("seq100",) if setting[-1] in "12" else ()
        if engine == "r":
            return double_p or None
        return double_p + ("huge_pair",) + (INFINITE if setting[-1] != "1" else ())
    if topic == "weighted quantiles":
        return None if engine == "hmisc_quantile" else ()
    if topic == "gini":
        return ("tot_huge",)
    return None


def main():
    t = Tally()
    for compare in (ranks, windows, percent_scores, quantile_engines, weights, pandas_edges, sums, gini, normalised):
        compare(t)
    tiers()
    for (topic, engine, setting), (compared, different, cases, example) in t.lines.items():
        allowed = expected(topic, engine, setting)
        assert not different or allowed is not None and set(cases) <= set(allowed or cases), (topic, engine, setting, cases, example)
    figure("disagreements", "topic,engine,setting,compared,different,cases,example", t.rows())
    for line in t.lines.items():
        if line[1][1]:
            print(*line[0], line[1][:2], line[1][2], line[1][3], sep="; ")


if __name__ == "__main__":
    main()
