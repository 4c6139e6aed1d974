#!/usr/bin/env python3
"""Times numpy's argsort and pandas' rank on columns of the same shapes as the benchmarks, one thread, medians of seven.

    python3 peers.py [SIZE...]      100000 and 1000000 if none is named

The numbers are others, as the random generator is. numpy.argsort gives only the order: "numpy ranks" makes ranks of it,
equal values sharing the mean of their places. Each answer is checked against a plain sort before it is timed.
"""

import statistics
import sys
import time


def columns(np, size):
    random = np.random.default_rng(1)
    uniform = random.random(size)
    revenue = np.rint(100 * np.exp(8 + random.standard_normal(size))) / 100
    yield "uniform", uniform
    yield "revenue", revenue
    yield "score", 1 + random.integers(0, 9, size) / 4
    yield "sorted", np.sort(uniform)
    yield "some unknown", np.where(random.integers(0, 100, size) == 0, np.nan, revenue)


def truth(np, values):
    known = np.sort(values[~np.isnan(values)])
    ranks = (np.searchsorted(known, values, "left") + 1 + np.searchsorted(known, values, "right")) / 2
    return np.where(np.isnan(values), np.nan, ranks)


def numpy_ranks(np, values):
    order = np.argsort(values)
    known = len(values) - np.count_nonzero(np.isnan(values))  # unknown ones are last
    ordered = values[order[:known]]
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    ends = np.append(starts[1:], known)
    ranks = np.full(len(values), np.nan)
    ranks[order[:known]] = np.repeat((starts + 1 + ends) / 2, ends - starts)
    return ranks


def milliseconds(work):
    times = []
    for _ in range(7):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main(sizes):
    try:
        import numpy as np
    except ImportError:
        print("numpy is not installed: nothing to time")
        return
    try:
        import pandas as pd
    except ImportError:
        pd = None
        print("pandas is not installed: its rank is left out")
    print(f"Python {sys.version.split()[0]}, numpy {np.__version__}" + (f", pandas {pd.__version__}" if pd else ""))
    for size in sizes:
        for shape, values in columns(np, size):
            peers = {"numpy ranks": lambda: numpy_ranks(np, values)}
            if pd:
                peers["pandas rank"] = lambda: pd.Series(values).rank().to_numpy()
            for peer, work in peers.items():
                np.testing.assert_array_equal(work(), truth(np, values), f"{peer} of {shape}")
            peers["numpy argsort alone"] = lambda: np.argsort(values)
            for peer, work in peers.items():
                print(f"{size:>10,}  {shape:<12}  {peer:<20} {milliseconds(work):>10.3f} ms")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100_000, 1_000_000])
