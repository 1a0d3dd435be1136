#!/usr/bin/env bash
# Makes a base image where no registry can be reached, to try the images with: standin.sh JDK [NAME]
#
# Debian from its own packages, with the JDK 25 that is in the folder JDK, laid out as UBI's runtime is: its user, its home and its place of java, and a
# command that images must not inherit. Needs root, debootstrap and buildah. Nobody keeps such a base up to date: for trying, never for a cluster.
set -euo pipefail
[ -x "${1:-}/bin/java" ] || { echo "standin: give the folder of a JDK 25" >&2; exit 2; }
jdk=$1
name=${2:-localhost/deskpulse/standin:25}
home=/usr/lib/jvm/java-25-openjdk

container=$(buildah from scratch)
trap 'buildah rm "$container" >/dev/null' EXIT
root=$(buildah mount "$container")
debootstrap --variant=minbase "${DEBIAN:-bookworm}" "$root" >&2
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/dev/*
mkdir -p "$root/usr/lib/jvm"
cp -rp "$jdk" "$root$home"
rm -rf "$root$home"/lib/src.zip "$root$home"/{include,man}
chroot "$root" useradd --system --uid 185 --gid 0 --create-home --home-dir /home/jboss --shell /usr/sbin/nologin jboss
install -d -o 185 -g 0 -m 775 "$root/deployments/data"
buildah config --env JAVA_HOME=$home --env HOME=/home/jboss --env LANG=C.utf8 --user 185 --workingdir /home/jboss --port 8080 \
  --cmd /not/to/be/inherited "$container"
buildah commit -q "$container" "$name" >&2
echo "$name"
