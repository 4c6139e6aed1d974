"""Ranks, percent scores and bins as scipy and pandas answer them."""
import math
import warnings

import numpy as np
import pandas as pd
from scipy import stats

from figtext import figure, joined, present, vectors

warnings.simplefilter("ignore")


def scipy_ranks():
    for case in vectors("rank"):
        holes = len(present(case.values)) < len(case.values)
        for policy in ("omit", "propagate") if holes else ("none",):
            for method in ("average", "min", "max", "dense", "ordinal"):
                answer = stats.rankdata(np.array(case.values), method=method,
                                        nan_policy="propagate" if policy == "none" else policy)
                yield case.name, policy, method, joined(answer)


def pandas_ranks():
    for case in vectors("rank"):
        if 25 < len(case.values) < 250 or case.name == "book250_score9":
            continue
        series = pd.Series(case.values, dtype=float)
        holes = series.isna().any()
        with_pct = len(series) <= 10 or case.name in ("r19", "r20")
        for ascending in (True, False):
            for missing in ("keep", "top", "bottom") if holes else ("none",):
                for pct in (False, True) if with_pct else (False,):
                    for method in ("average", "min", "max", "first", "dense"):
                        answer = series.rank(method=method, ascending=ascending, pct=pct,
                                             na_option="keep" if missing == "none" else missing)
                        yield (case.name, "asc" if ascending else "desc", missing, method,
                               "pct" if pct else "rank", joined(answer))


def percent_scores():
    for case in vectors("rank"):
        xs = np.array(present(case.values))
        if not len(xs):
            continue
        inside = sorted(set(xs.tolist()))[:10]
        finite = [x for x in inside if math.isfinite(x)]
        scores = list(inside)
        if finite:
            scores += [finite[0] - 1, finite[-1] + 1]
        if len(finite) > 1:
            scores.append(finite[0] / 2 + finite[1] / 2)
        scores += [-math.inf, math.inf]
        answers = [joined(stats.percentileofscore(xs, s, kind=kind) for s in scores) for kind in ("rank", "weak", "strict", "mean")]
        less = joined(int((xs < s).sum()) for s in scores)
        less_or_equal = joined(int((xs <= s).sum()) for s in scores)
        yield [case.name, len(xs), joined(scores), less, less_or_equal] + answers


def labels_of(index):
    return "|".join(str(interval).replace(",", ";") for interval in index)


def one_binning(call, with_labels):
    """edges, 0-based codes (-1 = missing) and labels, or the error the engine raised; codes come from labels=False, since
    pandas loses values of nearly equal or tiny edges when it makes interval labels"""
    try:
        codes, edges = call(labels=False)
    except (ValueError, IndexError) as problem:
        return "", "", "", f"{type(problem).__name__}: {str(problem).split(':')[0].split('.')[0]}"
    codes = [-1 if math.isnan(c) else int(c) for c in np.asarray(codes, dtype=float)]
    labels = ""
    if with_labels and len(edges) <= 6:
        try:
            labels = labels_of(call()[0].categories)
        except ValueError:  # no labels can be made of such edges
            pass
    return joined(edges), joined(codes), labels, ""


def bins():
    for case in vectors("bins"):
        xs = np.array(case.values)
        with_labels = len(xs) <= 20
        for k in (2, 3, 4, 5, 10):
            if len(xs) > 20 and k in (2, 5):
                continue
            strict, loose = (one_binning(lambda **how: pd.qcut(xs, k, retbins=True, duplicates=d, **how), with_labels) for d in ("raise", "drop"))
            if strict == loose:
                yield case.name, "qcut", k, "raise|drop", *strict
            else:
                yield case.name, "qcut", k, "raise", *strict
                yield case.name, "qcut", k, "drop", *loose
            for right in (True, False):
                yield (case.name, "cut", k, "right" if right else "left",
                       *one_binning(lambda **how: pd.cut(xs, k, retbins=True, right=right, **how), with_labels))


figure("ranks_scipy", "case,nan_policy,method,ranks", scipy_ranks())
figure("ranks_pandas", "case,order,na_option,method,scale,ranks", pandas_ranks())
figure("percentileofscore", "case,n,scores,count_less,count_less_equal,rank,weak,strict,mean", percent_scores())
figure("bins_pandas", "case,function,k,option,edges,codes,labels,error", bins())
