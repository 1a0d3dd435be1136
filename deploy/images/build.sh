#!/usr/bin/env bash
# Builds images of services with podman, docker or buildah: build.sh [--native] [--tag TAG] [--registry NAME] [--runtime BASE] [SERVICE...]
#
# BASE is another base image than the container file names, or the same by its digest.
# Before: ./mvnw package -DskipTests, or for --native what docs/operate/images.md says.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kind=jvm
tag=0.1.0
registry=ghcr.io/deskpulse
runtime=
services=()
while [ $# -gt 0 ]; do
  case $1 in
    --native) kind=native ;;
    --tag) tag=$2; shift ;;
    --registry) registry=$2; shift ;;
    --runtime) runtime=$2; shift ;;
    -*) echo "build: unknown option $1" >&2; exit 2 ;;
    *) services+=("$1") ;;
  esac
  shift
done
[ ${#services[@]} -gt 0 ] || services=(ingest-service survey-service metrics-service alerting-service)

port() {
  case $1 in
    ingest-service) echo 8081 ;;
    survey-service) echo 8082 ;;
    metrics-service) echo 8083 ;;
    alerting-service) echo 8084 ;;
    *) echo "build: no service is called $1" >&2; exit 2 ;;
  esac
}

engine=${CONTAINER_ENGINE:-$(command -v podman || command -v docker || command -v buildah || true)}
[ -n "$engine" ] || { echo "build: neither podman, docker nor buildah is on the PATH; set CONTAINER_ENGINE" >&2; exit 1; }
# buildah alone would put all that is ours into one layer
export BUILDAH_LAYERS=${BUILDAH_LAYERS:-true}

for service in "${services[@]}"; do
  listens=$(port "$service")
  context=$here/../../target/images/$service
  name=$registry/$service:$tag
  if [ $kind = native ]; then
    "$here/stage.sh" --native "$service" "$context"
    name=$name-native
  else
    "$here/stage.sh" "$service" "$context"
  fi
  # the times of files belong to what the AOT cache was made for: nothing may change them afterwards
  "$engine" build -f "$here/$kind.Containerfile" --build-arg SERVICE="$service" --build-arg PORT="$listens" --build-arg VERSION="$tag" \
    ${runtime:+--build-arg "RUNTIME=$runtime"} -t "$name" "$context"
  echo "$name"
done
