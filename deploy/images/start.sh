#!/bin/sh
# Starts the service in this folder; the entry point of the image. Arguments are options of java, e.g. -Ddeskpulse.metrics.generation=2.
set -eu
cd "$(dirname "$0")"
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
exec "$java" @jvm.args @classpath.args -XX:AOTCache=app.aot "$@" io.quarkus.runner.GeneratedMain
