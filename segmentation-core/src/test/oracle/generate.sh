#!/bin/sh
# Makes every figure again: sh generate.sh   (results in figures/, replaced as a whole)
# Debian 12 packages needed:
#   python3-numpy python3-pandas python3-scipy postgresql
#   r-base-core r-cran-dplyr r-cran-data.table r-cran-hmisc r-cran-matrixstats r-cran-laeken r-cran-collapse r-cran-spatstat.geom
# A private throw-away PostgreSQL cluster is made in a temporary folder, listens on a unix socket only, and is stopped at the end.
set -eu
cd "$(dirname "$0")"
PYTHON=${PYTHON:-/usr/bin/python3}
PGBIN=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
export LC_ALL=C.UTF-8 TZ=UTC PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1 R_DATATABLE_NUM_THREADS=1

work=$(mktemp -d)
export ORACLE_BUILD="$work/build" ORACLE_SOCKET="$work/socket" ORACLE_FIGURES="$PWD/figures"
rm -rf figures
mkdir -p "$ORACLE_BUILD" "$ORACLE_SOCKET" figures

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
finish() { as_postgres "$PGBIN/pg_ctl" -D "$work/pg" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap finish EXIT
trap 'exit 1' HUP INT TERM

chmod 755 "$work"
mkdir "$work/pg"
if [ "$(id -u)" = 0 ]; then chown postgres "$work/pg" "$ORACLE_SOCKET"; fi
(cd / && as_postgres "$PGBIN/initdb" -D "$work/pg" -U postgres -A trust -E UTF8 --locale=C >/dev/null)
(cd / && as_postgres "$PGBIN/pg_ctl" -D "$work/pg" -w -l "$work/pg/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$ORACLE_SOCKET' -c fsync=off" start >/dev/null)

"$PYTHON" inputs.py
"$PYTHON" pyranks.py
"$PYTHON" quantiles.py
"$PYTHON" moments.py
"$PYTHON" shares.py
"$PYTHON" scores.py
"$PYTHON" sql.py
"$PYTHON" rfm.py
Rscript --vanilla engines.R
Rscript --vanilla rfm.R
"$PYTHON" collect.py
"$PYTHON" check.py
