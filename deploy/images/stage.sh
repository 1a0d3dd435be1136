#!/usr/bin/env bash
# Lays out what an image of a service holds: stage.sh [--native] SERVICE FOLDER
#
# The folder is what the image is built from, and what benchmarks run: the same files, trained and started by the same scripts.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
native=false
[ "$1" != --native ] || { native=true; shift; }
service=$1
target=$here/../../$service/target
folder=$2
rm -rf "$folder"
mkdir -p "$folder"
if $native; then
  shopt -s nullglob
  found=("$target"/*-runner)
  [ ${#found[@]} -eq 1 ] || { echo "stage: no native executable of $service; build it: ./mvnw package -Pnative" >&2; exit 1; }
  cp -p "${found[0]}" "$folder/application"
else
  [ -e "$target/quarkus-app/quarkus-run.jar" ] || { echo "stage: $service is not built; build it: ./mvnw package -DskipTests" >&2; exit 1; }
  # quarkus-run.jar stays behind: classes come from a class path (docs/decisions/0023)
  cp -rp "$target"/quarkus-app/{app,lib,quarkus} "$folder"
  cp -p "$here"/{jvm.args,start.sh,train.sh} "$folder"
fi
# As the image says: root's, and nobody else's to write, whatever the umask of the build was. Times stay as they are.
chmod -R u=rwX,go=rX "$folder"
