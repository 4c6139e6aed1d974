#!/usr/bin/env python3
"""Times a whole run, a CSV of clients in and a CSV with their tiers out, beside DuckDB and pandas.

    python3 end-to-end.py [CLIENTS] [ROUNDS]      1000000 clients and 5 rounds if not said

All three read the same file of ten columns, give each client the tier of the scheme four-s with its score, rank and
percentile, and write all columns and the new ones. bin/segment also writes the reasons, and keeps the order of the file,
as pandas does; DuckDB is told that it need not. Each is a process of its own, timed from its start to its end, in turns;
peak memory is what the system says of the process. Before the times are told, the answers are compared client by client.
Needs Python's duckdb and pandas; a contender that is not installed is left out.
"""

import csv
import importlib.util
import os
import pathlib
import random
import statistics
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
ADDED = ["segment", "segment_order", "score", "rank", "percentile"]


def write_clients(path, clients):
    """Revenue and future revenue log-normal in cents; hours, attitude and influence of few values."""
    chance = random.Random(7)
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,revenue,future_revenue,hours,attitude,influence,city,adviser,since,note\n")
        for client in range(clients):
            revenue = chance.lognormvariate(8, 1)
            file.write(
                f"C-{client:07d},{revenue:.2f},{revenue * chance.uniform(0.8, 1.6):.2f},{chance.randint(4, 80) / 2},"
                f"{chance.randint(1, 3)},{chance.randint(1, 3)},City{chance.randint(1, 400)},A{chance.randint(1, 60)},"
                f"{chance.randint(1990, 2026)},some note\n"
            )


# A third of the clients is found by the value at its edge, which counts if the middle of those who share it does.
DUCKDB = """
SET threads = 2;
SET preserve_insertion_order = false;
CREATE TABLE client AS FROM read_csv('{input}', header = true);
COPY (
  WITH edge AS (
    SELECT count(*) AS n,
      quantile_disc(revenue, [1 - 1/3, 1 - 2/3]) AS r,
      quantile_disc(future_revenue, [1 - 1/3, 1 - 2/3]) AS f,
      quantile_disc(hours, [1/3, 2/3]) AS h
    FROM client
  ), middle AS (
    SELECT any_value(edge) AS e,
      count_if(revenue > r[1]) + count_if(revenue = r[1]) / 2 <= count(*) / 3 AS r1,
      count_if(revenue > r[2]) + count_if(revenue = r[2]) / 2 <= count(*) * 2 / 3 AS r2,
      count_if(future_revenue > f[1]) + count_if(future_revenue = f[1]) / 2 <= count(*) / 3 AS f1,
      count_if(future_revenue > f[2]) + count_if(future_revenue = f[2]) / 2 <= count(*) * 2 / 3 AS f2,
      count_if(hours < h[1]) + count_if(hours = h[1]) / 2 <= count(*) / 3 AS h1,
      count_if(hours < h[2]) + count_if(hours = h[2]) / 2 <= count(*) * 2 / 3 AS h2
    FROM client, edge
  ), scored AS (
    SELECT client.*, (
        1 + (revenue > e.r[1] OR revenue = e.r[1] AND r1)::INT + (revenue > e.r[2] OR revenue = e.r[2] AND r2)::INT
      + 1 + (future_revenue > e.f[1] OR future_revenue = e.f[1] AND f1)::INT
          + (future_revenue > e.f[2] OR future_revenue = e.f[2] AND f2)::INT
      + 1 + (hours < e.h[1] OR hours = e.h[1] AND h1)::INT + (hours < e.h[2] OR hours = e.h[2] AND h2)::INT
      + attitude + influence) / 5 AS score
    FROM client, middle
  ), ranked AS (
    SELECT *, rank() OVER (ORDER BY score DESC, revenue DESC) AS rank FROM scored
  ), tiered AS (
    SELECT *, CASE
        WHEN rank <= round(n * 0.10) THEN 1 WHEN rank <= round(n * 0.25) THEN 2
        WHEN rank <= round(n * 0.50) THEN 3 ELSE 4 END AS segment_order
    FROM ranked, (SELECT n FROM edge)
  )
  SELECT * EXCLUDE (n, score, rank, segment_order), ['Platinum', 'Gold', 'Silver', 'Standard'][segment_order] AS segment,
    segment_order, score, rank, 100 * (n - rank + 1) / n AS percentile
  FROM tiered
) TO '{output}' (HEADER true);
"""


def duckdb_run(given, output):
    import duckdb

    duckdb.connect().execute(DUCKDB.format(input=given, output=output))


def pandas_run(given, output):
    import numpy as np
    import pandas as pd

    book = pd.read_csv(given)
    n = len(book)

    def grade(column, better):
        middle = column.rank(method="average", ascending=not better) - 0.5
        return 1 + (middle <= n / 3).astype(int) + (middle <= n * 2 / 3).astype(int)

    score = (
        grade(book.revenue, True)
        + grade(book.future_revenue, True)
        + grade(book.hours, False)
        + book.attitude
        + book.influence
    ) / 5
    order = np.lexsort((-book.revenue.to_numpy(), -score.to_numpy()))
    keys = np.column_stack((score.to_numpy()[order], book.revenue.to_numpy()[order]))
    first = np.concatenate(([True], (keys[1:] != keys[:-1]).any(axis=1)))
    rank = np.empty(n, dtype=np.int64)
    rank[order] = np.maximum.accumulate(np.where(first, np.arange(1, n + 1), 0))
    tier = np.searchsorted(np.floor(n * np.array([0.10, 0.25, 0.50]) + 0.5), rank) + 1
    book["segment"] = pd.Categorical.from_codes(tier - 1, ["Platinum", "Gold", "Silver", "Standard"])
    book["segment_order"] = tier
    book["score"] = score
    book["rank"] = rank
    book["percentile"] = 100 * (n - rank + 1) / n
    book.to_csv(output, index=False)


OURS = [str(HOME / "bin" / "segment"), "run", "--scheme", "four-s", "--id", "id"]


def command(name, given, output):
    if name == "segment":
        return [*OURS, "--input", str(given), "--output", str(output)]
    return [sys.executable, __file__, name, str(given), str(output)]


def timed(name, given, output):
    """Gives the seconds and the MiB of a process, all its own, that must end well."""
    start = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    words = command(name, given, output)
    _, status, usage = os.wait4(os.posix_spawn(words[0], words, os.environ, file_actions=silent), 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{name} failed: {' '.join(words)}")
    return seconds, usage.ru_maxrss / 1024


def tiers(output):
    with open(output, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            numbers = [round(float(row[column]), 3) for column in ADDED[1:]]
            yield row["id"], (row["segment"], *numbers)


def main(clients, rounds):
    contenders = ["segment"] + [name for name in ("duckdb", "pandas") if importlib.util.find_spec(name)]
    with tempfile.TemporaryDirectory() as folder:
        given = pathlib.Path(folder, "clients.csv")
        write_clients(given, clients)
        print(f"{clients:,} clients, {given.stat().st_size / 1e6:.0f} MB, {os.cpu_count()} cores, {rounds} rounds")
        output = {name: pathlib.Path(folder, f"{name}.csv") for name in contenders}
        for name in contenders:
            timed(name, given, output[name])  # also builds what is to be built, and warms the cache of files
        truth = dict(tiers(output["segment"]))
        for name in contenders[1:]:
            if dict(tiers(output[name])) != truth:
                sys.exit(f"{name} has other tiers than segment")
        times = {name: [] for name in contenders}
        for _ in range(rounds):
            for name in contenders:
                times[name].append(timed(name, given, output[name]))
    print(f"{'':<10}{'seconds':>9}{'from':>7}{'to':>7}{'ratio':>8}{'MiB':>7}")
    ours = statistics.median(seconds for seconds, _ in times["segment"])
    for name, runs in times.items():
        all_seconds = [seconds for seconds, _ in runs]
        median = statistics.median(all_seconds)
        print(
            f"{name:<10}{median:>9.2f}{min(all_seconds):>7.2f}{max(all_seconds):>7.2f}"
            f"{median / ours:>8.2f}{max(memory for _, memory in runs):>7.0f}"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in ("duckdb", "pandas"):
        {"duckdb": duckdb_run, "pandas": pandas_run}[sys.argv[1]](sys.argv[2], sys.argv[3])
    else:
        numbers = [int(word) for word in sys.argv[1:]]
        main(numbers[0] if numbers else 1_000_000, numbers[1] if len(numbers) > 1 else 5)
