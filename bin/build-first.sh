# Builds the command line on first use, and when its sources are newer; read by the commands beside it, which set $home.

fail() {
  echo "segment: $1" >&2
  exit 2
}

case $home in
  *:*) fail "must lie in a folder without a colon in its path, as Java separates paths by it, but lies in $home" ;;
esac

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
shell=$home/segmentation-shell/target
stamp=$shell/built
lock=$home/.building
classes=$shell/segmentation-shell.jar:$shell/lib/*
main=dev.segmentation.shell.command.Main

is_built() {
  [ -f "$stamp" ] && [ -f "$shell/segmentation-shell.jar" ] &&
    [ -z "$(find "$home"/pom.xml "$home"/segmentation-*/pom.xml "$home"/segmentation-*/src/main \
      -type f -newer "$stamp" -print | head -n 1)" ]
}

# Keeps what a virtual machine finds out at each start about the classes, and a newer one about what is worth compiling too. One
# that cannot use it starts without.
keep_start() {
  rm -f "$shell/segment.aot" "$shell/segment.jsa"
  # Enough clients, and different enough, that the methods of large files are at work too.
  LC_ALL=C awk 'BEGIN {
    print "client_id,revenue,future_revenue,hours,attitude,influence,city"
    for (i = 0; i < 400000; i++) {
      printf "C-%07d,%.2f,%.2f,%.1f,%d,%d,City %d\n", i, exp(5 + 6 * rand()), exp(5 + 6 * rand()), 2 + int(80 * rand()) / 2,
        1 + int(3 * rand()), 1 + int(3 * rand()), int(400 * rand())
    }
  }' >"$shell/start.csv"
  start -XX:AOTCacheOutput="$shell/segment.aot" || {
    start -Xshare:off -XX:DumpLoadedClassList="$shell/start.classes" &&
      "$java" -Xlog:disable -Xshare:dump -XX:SharedClassListFile="$shell/start.classes" \
        -XX:SharedArchiveFile="$shell/segment.jsa" -classpath "$classes"
  } >/dev/null 2>&1 || true
  rm -f "$shell"/start.*
}

start() {
  "$java" -Xlog:disable -XX:+UseSerialGC "$@" -classpath "$classes" "$main" \
    run --scheme four-s --input "$shell/start.csv" --id client_id --output "$shell/start.tiers.csv" >/dev/null 2>&1
}

build() {
  command -v mvn >/dev/null 2>&1 || fail "needs Maven 3.8 or newer to build on first use: no 'mvn' found"
  mkdir -p "$shell" 2>/dev/null || fail "is not built yet and cannot be: $shell cannot be written"
  log=$shell/build.log
  if ! (cd "$home" && mvn -B -q -pl segmentation-shell -am -Dmaven.test.skip=true package) >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "the build failed; all of it is in $log"
  fi
  keep_start
  : >"$stamp"
}

command -v "$java" >/dev/null 2>&1 || fail "needs a JDK 17 or newer: no '$java' found"

if ! is_built; then
  # One builds, others wait for it: two at once would overwrite each other's files.
  if mkdir "$lock" 2>/dev/null; then
    trap 'rmdir "$lock"' EXIT
    trap 'exit 1' HUP INT TERM
    build
    rmdir "$lock"
    trap - EXIT HUP INT TERM
  else
    [ -d "$lock" ] || fail "is not built yet and cannot be: $home cannot be written"
    waited=0
    while [ -d "$lock" ] && [ "$waited" -lt 300 ]; do
      sleep 1
      waited=$((waited + 1))
    done
    is_built || fail "another build has not ended well; if none is running, remove $lock"
  fi
fi

# Names of columns and files may hold any letter, also where the locale says ASCII only.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

kept=-XX:SharedArchiveFile=$shell/segment.jsa
[ ! -f "$shell/segment.aot" ] || kept=-XX:AOTCache=$shell/segment.aot
