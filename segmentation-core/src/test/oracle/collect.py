"""Turns the engines' build files into figures; engines that give the same vector share a line."""
import os

import numpy as np
import pandas as pd

import shares
from figtext import FIGURES, build_path, figure, joined, read_figure, text, un_hex, vectors

FUNCTIONS = "rank dense_rank row_number percent_rank cume_dist ntile2 ntile3 ntile4 ntile5 ntile10".split()
LONG = ("rank", "ntile4", "ntile10")  # all that is kept of most cases longer than 20, and of the longest
MIDDLE = LONG + ("row_number", "percent_rank", "cume_dist")  # kept of some of those


def build_lines(name):
    with open(build_path(name), encoding="utf-8") as src:
        return [line.rstrip("\n").split("\t") for line in src]


def from_hex(cell):
    return joined(map(un_hex, cell.split("|"))) if cell else ""


def windows():
    lines = build_lines("windows_sql.txt") + [line[:5] + [from_hex(line[5])] for line in build_lines("r_windows.txt")]
    kept = {}
    for c in vectors():
        n = len(c.values)
        kept[c.name] = tuple(FUNCTIONS) if n <= 20 else MIDDLE if n <= 250 and n in (24, 30, 45, 250) else LONG
    together = {}
    for engine, case, missing, order, function, answer in lines:
        if function in kept[case]:
            together.setdefault((case, missing, order, function), {}).setdefault(answer, []).append(engine)
    for key, answers in together.items():
        for answer, engines in answers.items():
            yield *key, "|".join(engines), answer


def multikey():
    together = {}
    for engine, case, function, answer in build_lines("multikey_sql.txt"):
        together.setdefault((case, function, answer), []).append(engine)
    for (case, function, answer), engines in together.items():
        yield case, function, "|".join(engines), answer


def multikey_tiers():
    """Tiers over the rank and row number that both databases gave: equal keys have equal rank."""
    found = {(line["case"], line["function"]): line["values"] for line in read_figure("multikey_ranks")}
    for (case, function), cell in found.items():
        if function != "rank" or case.endswith("nulls"):
            continue
        rank = [-float(r) for r in cell.split("|")]  # best key = largest
        place = [float(r) for r in found[case, "row_number"].split("|")]
        ranking = shares.Ranking(rank)
        assert ranking.order == sorted(range(len(place)), key=place.__getitem__)
        answers = ((f"{ties}_{mode}", shares.tier_labels(lambda x: ranking.first(shares.rounded(x, mode), ties), ranking.n, ranking.n))
                   for ties in ("strict", "include_ties", "exclude_ties") for mode in ("floor", "ceil", "half_up"))
        for policies, labels in shares.merged(answers):
            yield case, policies, labels


def buckets():
    for sql, r in zip(build_lines("buckets_sql.txt"), build_lines("r_buckets.txt")):
        assert sql == r, (sql, r)  # PostgreSQL = SQLite = dplyr
        n, k = int(sql[0]), int(sql[1])
        split = [len(part) for part in np.array_split(np.arange(n), k)]
        codes = pd.qcut(np.arange(float(n)), k, labels=False) if n > 1 else None
        cut = "" if codes is None else joined(np.bincount(codes, minlength=k))
        yield n, k, sql[2], joined(split), cut


def rfm():
    for case, definition, k, *cells in build_lines("r_rfm.txt"):
        yield case, definition, k, *map(from_hex, cells)
    for case, k, *scores in build_lines("rfm_ntile.txt"):
        yield case, "ntile", k, "", "", "", *scores


def echo():
    """R read every input bit for bit."""
    back = dict((line + [""])[:2] for line in build_lines("r_echo.txt"))
    for case in vectors():
        assert from_hex(back[case.name]) == joined(case.values), case.name


def main():
    echo()
    figure("window_functions", "case,nan_as,order,function,engines,values", windows())
    figure("multikey_ranks", "case,function,engines,values", multikey())
    figure("multikey_tiers", "case,policies,labels", multikey_tiers())
    figure("bucket_sizes", "n,k,ntile,numpy_array_split,pandas_qcut_of_0_to_n_minus_1", buckets())
    figure("ranks_r", "case,na_last,method,ranks", ([c, na, m, from_hex(v)] for c, na, m, v in (((l + [""])[:4]) for l in build_lines("r_ranks.txt"))))
    figure("quantiles_r", "case,n,type,quantiles", ([c, n, t, from_hex(v)] for c, n, t, v in build_lines("r_quantiles.txt")))
    figure("bins_r", "case,k,option,codes,labels,error", build_lines("r_cut.txt"))
    figure("weighted_quantiles_r", "case,engine,quantiles", ([c, e, from_hex(v)] for c, e, v in build_lines("r_weighted.txt")))
    figure("rfm_scores", "case,definition,k,recency_cuts,frequency_cuts,amount_cuts,r,f,m", rfm())
    with open(build_path("r_medians_head.txt"), encoding="utf-8") as src:
        head = src.read().strip()
    figure("weighted_medians_r", head, ([line[0]] + [from_hex(v) for v in line[1:]] for line in build_lines("r_medians.txt")))
    figure("gini_laeken", "case,gini", ([c, from_hex(v)] for c, v in build_lines("r_gini.txt")))


if __name__ == "__main__":
    main()
