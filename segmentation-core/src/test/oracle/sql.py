"""Window functions and percentiles of PostgreSQL (psql on a private socket) and SQLite, ranking by several keys too."""
import csv
import io
import math
import os
import sqlite3
import subprocess

from figtext import build_path, doubles, figure, joined, present, probabilities, read_figure, text, vectors

WINDOWS = {"rank": "rank()", "dense_rank": "dense_rank()", "row_number": "row_number()", "percent_rank": "percent_rank()",
           "cume_dist": "cume_dist()", **{f"ntile{k}": f"ntile({k})" for k in (2, 3, 4, 5, 10)}}
PLACED = ("row_number", "ntile")  # these need a full order: ties by position


def psql(script):
    done = subprocess.run(["psql", "-X", "-h", os.environ["ORACLE_SOCKET"], "-U", "postgres", "-d", "postgres", "-qAt", "-F", ",",
                           "-v", "ON_ERROR_STOP=1"], input=script, text=True, capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return list(csv.reader(io.StringIO(done.stdout)))


def copy_in(table, rows):
    return [f"copy {table} from stdin with (format csv);"] + [",".join(row) for row in rows] + ["\\."]


def over(function, order):
    tail = ", i" if function.startswith(PLACED) else ""
    return f"{WINDOWS[function]} over (partition by c, m order by {order}{tail})"


def window_query(order, functions=tuple(WINDOWS)):
    return f"select c, m, i, {', '.join(over(f, order) for f in functions)} from t order by c, m, i"


def gather(rows, functions=tuple(WINDOWS)):
    """(case, missing) -> function -> vector; rows come in position order"""
    made = {}
    for c, m, _, *answers in rows:
        for f, a in zip(functions, answers):
            made.setdefault((c, m), {}).setdefault(f, []).append(float(a))
    return made


def single_key():
    lite = sqlite3.connect(":memory:")
    lite.execute("create table t(c text, m text, i integer, v real)")
    script = ["set extra_float_digits = 1;", "create temp table t(c text, m text, i int, v float8);"]
    rows = []
    for case in vectors("rank") + vectors("longrank"):
        holes = len(present(case.values)) < len(case.values)
        for missing in ("null", "nan") if holes else ("none",):
            for i, v in enumerate(case.values):
                as_null = math.isnan(v) and missing == "null"
                rows.append([case.name, missing, str(i), "" if as_null else text(v)])
                if missing != "nan":
                    lite.execute("insert into t values (?, ?, ?, ?)", (case.name, missing, i, None if as_null else v))
    script += copy_in("t", rows)
    for order in ("asc", "desc"):
        answers = psql("\n".join(script + [window_query(f"v {order}") + ";"]))
        yield "postgresql", order, gather(answers)
        yield "sqlite", order, gather(lite.execute(window_query(f"v {order}")))


def percentiles():
    cases = {c.name: present(c.values) for c in vectors("engq")}
    rows = [[name, text(v)] for name, xs in cases.items() for v in xs]
    wanted = "array[" + ",".join(repr(p) for _, _, p in probabilities()) + "]::float8[]"
    script = ["set extra_float_digits = 1;", "create temp table q(c text, v float8);"] + copy_in("q", rows)
    both = ", ".join(f"array_to_string({f}({wanted}) within group (order by v), '|')" for f in ("percentile_cont", "percentile_disc"))
    answers = {c: rest for c, *rest in psql("\n".join(script + [f"select c, {both} from q group by c;"]))}
    for name, xs in cases.items():
        for function, cell in zip(("percentile_cont", "percentile_disc"), answers[name]):
            yield name, len(xs), function, joined(map(float, cell.split("|")))


def bucket_sizes():
    query = ("select n, k, b, count(*) from (select n, k, ntile(k) over (partition by n, k order by g) b "
             "from generate_series(1, 60) n, generate_series(1, 12) k, lateral generate_series(1, n) g) s group by n, k, b;")
    found = {(int(n), int(k), int(b)): int(c) for n, k, b, c in psql(query)}
    lite = sqlite3.connect(":memory:")
    for n in range(1, 61):
        for k in range(1, 13):
            sizes = [found.get((n, k, b), 0) for b in range(1, k + 1)]
            same = dict(lite.execute(f"with recursive g(i) as (select 1 union all select i + 1 from g where i < {n}) "
                                     f"select b, count(*) from (select ntile({k}) over (order by i) b from g) group by b"))
            assert sizes == [same.get(b, 0) for b in range(1, k + 1)]
            yield n, k, joined(sizes)


KEY_ORDER = "k1 desc nulls last, k2 desc nulls last, k3 asc nulls last"


def several_keys():
    lite = sqlite3.connect(":memory:")
    lite.execute("create table t(c text, m text, i integer, k1 real, k2 real, k3 real)")
    rows = []
    for line in read_figure("multikey_inputs"):
        keys = zip(*(doubles(line[k]) for k in ("key1", "key2", "key3")))
        for i, key in enumerate(keys):
            key = [None if math.isnan(k) else k for k in key]
            rows.append([line["case"], "-", str(i)] + ["" if k is None else text(k) for k in key])
            lite.execute("insert into t values (?, ?, ?, ?, ?, ?)", (line["case"], "-", i, *key))
    script = ["create temp table t(c text, m text, i int, k1 float8, k2 float8, k3 float8);"] + copy_in("t", rows)
    functions = tuple(f for f in WINDOWS if f not in ("ntile2", "ntile3", "ntile5"))
    query = window_query(KEY_ORDER, functions)
    yield "postgresql", gather(psql("\n".join(script + ["set extra_float_digits = 1;", query + ";"])), functions)
    yield "sqlite", gather(lite.execute(query), functions)


def save(name, lines):
    with open(build_path(name), "w", encoding="utf-8", newline="") as out:
        out.writelines("\t".join(line) + "\n" for line in lines)


if __name__ == "__main__":
    save("windows_sql.txt", ((engine, c, m, order, f, joined(v)) for engine, order, found in single_key()
                             for (c, m), byf in found.items() for f, v in byf.items()))
    save("multikey_sql.txt", ((engine, c, f, joined(v)) for engine, found in several_keys()
                              for (c, _), byf in found.items() for f, v in byf.items()))
    save("buckets_sql.txt", (tuple(map(str, line)) for line in bucket_sizes()))
    figure("quantiles_postgresql", "case,n,function,quantiles", percentiles())
