#!/usr/bin/env bash
# Makes the AOT cache of a service from a real start of it: train.sh FOLDER [OPTION...]
#
# FOLDER holds what Maven made in target/quarkus-app, and jvm.args and start.sh beside it. Here come classpath.args and app.aot; other options of java,
# such as addresses of a real Kafka, make a fuller training. Without them nothing that the service connects to is there, as in a build of an image.
set -euo pipefail
cd "$1"
shift
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
patience=${TRAINING_PATIENCE:-120}
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
log=$temporary/log
# What java and its libraries leave in /tmp would be in the image, root's, where the service as another user wants its own.
clean=(-Djava.io.tmpdir="$temporary" -XX:-UsePerfData)
# Half of the memory of a large machine would be a heap that is addressed otherwise than a container's; java then refuses the cache there, or parts of it.
heap=-Xmx512m

# Nothing listens on port 9: the services start all the same, and say what is away.
nowhere=(
  -Dkafka.bootstrap.servers=127.0.0.1:9 -Dquarkus.redis.hosts=redis://127.0.0.1:9
  -Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:9/none -Dquarkus.datasource.reactive.url=postgresql://127.0.0.1:9/none
  -Dquarkus.datasource.username=none -Dquarkus.datasource.password=none
)

fail() {
  printf 'train: %s\n' "$@" >&2
  tail -n 30 "$log" | cut -c 1-500 >&2
  exit 1
}

# One loader for all classes, the JVM's own: those of Quarkus's loader could be neither linked nor profiled ahead of time. What Quarkus has
# changed stands before what it has changed. The order is part of the cache, so it is written down, and not left to a wildcard.
class_path() {
  local LC_ALL=C
  printf '%s\n' quarkus/transformed-bytecode.jar quarkus/generated-bytecode.jar app/*.jar lib/boot/*.jar lib/main/*.jar | paste -sd:
}

# GET of a path; prints the answer's status, or 000
ask() {
  local status=000
  if exec 3<>"/dev/tcp/127.0.0.1/$port"; then
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
    read -r _ status _ <&3 || status=000
    cat <&3 >/dev/null
    exec 3>&-
  fi 2>/dev/null
  echo "$status"
}

rm -f app.aot
echo "-cp $(class_path)" >classpath.args
port=$((20000 + RANDOM % 10000))
"$java" @jvm.args @classpath.args -XX:AOTCacheOutput=app.aot $heap "${clean[@]}" \
  -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" "${nowhere[@]}" "$@" io.quarkus.runner.GeneratedMain >"$log" 2>&1 &
service=$!

for ((waited = 0; ; waited++)); do
  kill -0 $service 2>/dev/null || fail "the service ended before it was up"
  [ "$(ask /q/health/live)" != 200 ] || break
  [ $waited -lt $((patience * 4)) ] || { kill -9 $service; fail "the service was not up within $patience s"; }
  sleep 0.25
done
# What comes first in every life: probes, a scrape, somebody who asks without a token.
for round in 1 2 3; do
  for path in /q/health/started /q/health/ready /q/metrics /q/openapi /v1/none; do
    ask "$path" >/dev/null
  done
done
kill -TERM $service
code=0
wait $service || code=$?
[ -s app.aot ] || fail "the service ended with $code and left no cache"
# on: a cache that does not fit ends this java
"$java" @jvm.args @classpath.args -XX:AOTMode=on -XX:AOTCache=app.aot $heap "${clean[@]}" -version >"$log" 2>&1 || fail "the cache cannot be used"
