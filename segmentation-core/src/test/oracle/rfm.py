"""Customers of made-up shops, and their recency, frequency and amount scores by NTILE of PostgreSQL and SQLite."""
import random
import sqlite3

from figtext import build_path, figure, hex_of, joined, text
from sql import copy_in, psql, save

SEED = 20071231
COLUMNS = ("recency_days", "frequency", "amount")
NTILES = ", ".join(f"ntile({{k}}) over (order by {order}, i)" for order in ("d desc", "n asc", "a asc"))


def customers(rng, count, cents):
    """Days since the last order, orders, and what was spent: each order brings a log-normal amount."""
    for _ in range(count):
        orders = min(1 + int(rng.expovariate(0.35)), 40)
        spent = sum(rng.lognormvariate(3, 0.8) for _ in range(orders))
        yield rng.randrange(0, 730), orders, round(spent, 2) if cents else round(spent)


def shops():
    rng = random.Random(SEED)
    made = {f"shop{n}{'_cents' if cents else ''}": list(customers(rng, n, cents))
            for n, cents in ((7, False), (40, False), (40, True), (250, False), (250, True), (1000, False))}
    made["one_order_each"] = [(days, 1, amount) for days, _, amount in made["shop40"]]
    return {name: [list(map(float, column)) for column in zip(*rows)] for name, rows in made.items()}


def ntiles(columns, k):
    rows = [(i, *row) for i, row in enumerate(zip(*columns))]
    lite = sqlite3.connect(":memory:")
    lite.execute("create table t(i integer, d real, n real, a real)")
    lite.executemany("insert into t values (?, ?, ?, ?)", rows)
    query = f"select {NTILES.format(k=k)} from t order by i"
    script = ["create temp table t(i int, d float8, n float8, a float8);"] + copy_in("t", [[text(c) for c in row] for row in rows])
    answers = [tuple(map(int, row)) for row in psql("\n".join(script + [query + ";"]))]
    assert answers == lite.execute(query).fetchall()
    return zip(*answers)


if __name__ == "__main__":
    found = shops()
    figure("rfm_inputs", "case," + ",".join(COLUMNS), ([name, *map(joined, columns)] for name, columns in found.items()))
    save("rfm.txt", ([name, *("|".join(map(hex_of, column)) for column in columns)] for name, columns in found.items()))
    save("rfm_ntile.txt", ([name, str(k), *map(joined, ntiles(columns, k))] for name, columns in found.items() for k in (3, 5)))
