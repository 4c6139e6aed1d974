#!/usr/bin/env python3
"""Times a whole run, a CSV of clients in and a CSV with their tiers out, beside DuckDB and pandas.

    python3 end-to-end.py [CLIENTS] [ROUNDS]      1000000 clients and 5 rounds if not said

All read the same file of ten columns, give each client the tier of the scheme four-s with its score, rank and percentile,
and write all columns and the new ones. bin/segment keeps the order of the file, as pandas does; DuckDB is told that it
need not. With the reasons bin/segment writes four times as much. DuckDB runs two queries: one as it is mostly written, with
windows, and one that finds the edges of the thirds first. So does pandas: with its own sorting and grouping, and with numpy's.

Each is a process of its own, timed from its start to its end, in turns; peak memory is what the system says of the process.
Before the clock runs, the answers are compared client by client. Needs Python's duckdb and pandas; what is not installed is
left out.
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


# As one writes it: places by windows, the middle of equal values in a third of the book.
BY_WINDOWS = """
  WITH placed AS (
    SELECT *, count(*) OVER () AS n,
      rank() OVER (ORDER BY revenue DESC) - 1 + count(*) OVER (PARTITION BY revenue) / 2 AS by_revenue,
      rank() OVER (ORDER BY future_revenue DESC) - 1 + count(*) OVER (PARTITION BY future_revenue) / 2 AS by_future,
      rank() OVER (ORDER BY hours) - 1 + count(*) OVER (PARTITION BY hours) / 2 AS by_hours
    FROM client
  ), scored AS (
    SELECT * EXCLUDE (by_revenue, by_future, by_hours), (
      3 + (by_revenue <= n / 3)::INT + (by_revenue <= n * 2 / 3)::INT
        + (by_future <= n / 3)::INT + (by_future <= n * 2 / 3)::INT
        + (by_hours <= n / 3)::INT + (by_hours <= n * 2 / 3)::INT
        + attitude + influence) / 5 AS score
    FROM placed
  ), """

# For one who knows how DuckDB works: the values at the edges of the thirds first, each of which counts if the middle of
# those who share it does; then one pass over the clients.
BY_EDGES = """
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
    SELECT client.*, e.n AS n, (
        1 + (revenue > e.r[1] OR revenue = e.r[1] AND r1)::INT + (revenue > e.r[2] OR revenue = e.r[2] AND r2)::INT
      + 1 + (future_revenue > e.f[1] OR future_revenue = e.f[1] AND f1)::INT
          + (future_revenue > e.f[2] OR future_revenue = e.f[2] AND f2)::INT
      + 1 + (hours < e.h[1] OR hours = e.h[1] AND h1)::INT + (hours < e.h[2] OR hours = e.h[2] AND h2)::INT
      + attitude + influence) / 5 AS score
    FROM client, middle
  ), """

TIERS = """
  ranked AS (
    SELECT *, rank() OVER (ORDER BY score DESC, revenue DESC) AS rank FROM scored
  ), tiered AS (
    SELECT *, CASE
        WHEN rank <= round(n * 0.10) THEN 1 WHEN rank <= round(n * 0.25) THEN 2
        WHEN rank <= round(n * 0.50) THEN 3 ELSE 4 END AS segment_order
    FROM ranked
  )
  SELECT * EXCLUDE (n, score, rank, segment_order),
    ['Platinum', 'Gold', 'Silver', 'Standard'][segment_order] AS segment,
    segment_order, score, rank, 100 * (n - rank + 1) / n AS percentile
  FROM tiered
"""


def duckdb_run(scored, kept):
    """Gives what runs a query over the file, or over a table that is made of it first, where it is read several times."""

    def run(given, output):
        import duckdb

        database = duckdb.connect()
        database.execute("SET threads = 2; SET preserve_insertion_order = false")
        database.execute(f"CREATE {kept} client AS FROM read_csv('{given}', header = true)")
        database.execute(f"COPY ({scored} {TIERS}) TO '{output}' (HEADER true)")

    return run


def scores(book):
    n = len(book)

    def grade(column, better):
        middle = column.rank(method="average", ascending=not better) - 0.5
        return 1 + (middle <= n / 3).astype(int) + (middle <= n * 2 / 3).astype(int)

    return (
        grade(book.revenue, True)
        + grade(book.future_revenue, True)
        + grade(book.hours, False)
        + book.attitude
        + book.influence
    ) / 5


def pandas_run(given, output):
    import pandas as pd

    book = pd.read_csv(given)
    n = len(book)
    score = scores(book)
    order = pd.DataFrame({"score": score, "revenue": book.revenue}).sort_values(["score", "revenue"], ascending=False)
    place = pd.Series(range(1, n + 1), index=order.index)
    rank = place.groupby([order.score, order.revenue]).transform("min")
    edges = [0, *(int(n * share + 0.5) for share in (0.10, 0.25, 0.50)), n]
    book["segment"] = pd.cut(rank, edges, labels=["Platinum", "Gold", "Silver", "Standard"])
    book["segment_order"] = pd.cut(rank, edges, labels=[1, 2, 3, 4])
    book["score"] = score
    book["rank"] = rank
    book["percentile"] = 100 * (n - rank + 1) / n
    book.to_csv(output, index=False)


def numpy_run(given, output):
    import numpy as np
    import pandas as pd

    book = pd.read_csv(given)
    n = len(book)
    score = scores(book)
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


SEGMENT = {"segment": ["--no-reasons"], "segment, reasons": []}

RUNS = {
    "duckdb": duckdb_run(BY_WINDOWS, "VIEW"),
    "duckdb, edges first": duckdb_run(BY_EDGES, "TABLE"),
    "pandas": pandas_run,
    "pandas, numpy": numpy_run,
}


def tiers(output):
    with open(output, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            numbers = [round(float(row[column]), 4) for column in ADDED[1:]]
            yield row["id"], (row["segment"], *numbers)


def check(output, truth):
    if dict(tiers(output)) != dict(tiers(truth)):
        sys.exit(f"{output} and {truth} have other tiers")


def command(name, given, output):
    if name in SEGMENT:
        words = [str(HOME / "bin" / "segment"), "run", "--scheme", "four-s", "--id", "id", *SEGMENT[name]]
        return [*words, "--input", str(given), "--output", str(output)]
    return [sys.executable, __file__, name, str(given), str(output)]


def timed(words):
    """Gives the seconds and the MiB of a process, all its own, that must end well."""
    start = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    _, status, usage = os.wait4(os.posix_spawn(words[0], words, os.environ, file_actions=silent), 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed: {' '.join(words)}")
    return seconds, usage.ru_maxrss / 1024


def main(clients, rounds):
    contenders = [*SEGMENT] + [name for name in RUNS if importlib.util.find_spec(name.split(",")[0])]
    with tempfile.TemporaryDirectory() as folder:
        given = pathlib.Path(folder, "clients.csv")
        # What takes much memory is done by others: a process starts with the memory of the one it comes from.
        timed([sys.executable, __file__, "write", str(given), str(clients)])
        print(f"{clients:,} clients, {given.stat().st_size / 1e6:.0f} MB, {os.cpu_count()} cores, {rounds} rounds")
        output = {name: pathlib.Path(folder, f"{name}.csv") for name in contenders}
        for name in contenders:
            timed(command(name, given, output[name]))  # also builds what is to be built, and warms the cache of files
            timed([sys.executable, __file__, "check", str(output[name]), str(output["segment"])])
        runs = {name: [] for name in contenders}
        for _ in range(rounds):
            for name in contenders:
                runs[name].append(timed(command(name, given, output[name])))
    print(f"{'':<20}{'seconds':>9}{'from':>7}{'to':>7}{'ratio':>7}{'MiB':>6}")
    ours = statistics.median(seconds for seconds, _ in runs["segment"])
    for name in contenders:
        seconds = [second for second, _ in runs[name]]
        median = statistics.median(seconds)
        memory = max(memory for _, memory in runs[name])
        print(f"{name:<20}{median:>9.2f}{min(seconds):>7.2f}{max(seconds):>7.2f}{median / ours:>7.2f}{memory:>6.0f}")


if __name__ == "__main__":
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    if first in RUNS:
        RUNS[first](sys.argv[2], sys.argv[3])
    elif first == "write":
        write_clients(sys.argv[2], int(sys.argv[3]))
    elif first == "check":
        check(sys.argv[2], sys.argv[3])
    else:
        numbers = [int(word) for word in sys.argv[1:]]
        main(numbers[0] if numbers else 1_000_000, numbers[1] if len(numbers) > 1 else 5)
