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
archive=$shell/segment.jsa
modules=$shell/lib:$shell/segmentation-shell.jar
main=dev.segmentation.shell/dev.segmentation.shell.command.Main

is_built() {
  [ -f "$stamp" ] && [ -f "$shell/segmentation-shell.jar" ] &&
    [ -z "$(find "$home"/pom.xml "$home"/segmentation-*/pom.xml "$home"/segmentation-*/src/main \
      -type f -newer "$stamp" -print | head -n 1)" ]
}

build() {
  command -v mvn >/dev/null 2>&1 || fail "needs Maven 3.8 or newer to build on first use: no 'mvn' found"
  mkdir -p "$shell" 2>/dev/null || fail "is not built yet and cannot be: $shell cannot be written"
  log=$shell/build.log
  if ! (cd "$home" && mvn -B -q -pl segmentation-shell -am -Dmaven.test.skip=true package) >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "the build failed; all of it is in $log"
  fi
  # What a virtual machine finds out about the classes at each start, kept. One that cannot use it starts without.
  "$java" -Xlog:disable -XX:+UseSerialGC -XX:ArchiveClassesAtExit="$archive" \
    --module-path "$modules" --module "$main" \
    run --scheme four-s --input "$home/examples/clients.csv" --id client_id >/dev/null 2>&1 || rm -f "$archive"
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
