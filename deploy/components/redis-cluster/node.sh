#!/bin/sh
# What a node does beside serving: "prepare" before it starts, "ready" and "hand-over" while it runs.
set -eu
secret=/etc/redis/secret/password
domain=redis-cluster.${NAMESPACE:-deskpulse}.svc

# Runs one command on a node. The password goes through a pipe: neither arguments nor environment ever hold it.
ask() {
  host=$1
  shift
  { printf 'AUTH %s\n' "$(cat "$secret")" && printf '%s\n' "$*"; } |
    timeout 5 valkey-cli ${REDIS_TLS---tls --cacert /etc/redis/tls/ca.crt} -h "$host" -p 6379 2>/dev/null | tail -n +2 | tr -d '\r'
}

prepare() {
  password=$(cat "$secret")
  # Nobody but the server and its exporter read what is written.
  umask 077
  cat >/run/redis/node.conf <<CONF
cluster-announce-hostname $HOSTNAME.$domain
requirepass $password
masterauth $password
CONF
  printf '{"rediss://localhost:6379":"%s"}\n' "$password" >/run/redis/exporter.json
  # After a restart of all nodes at once none knows the addresses of the others. The last one to start finds all of them here.
  if [ -s /data/nodes.conf ]; then
    for name in $(grep -o "redis-cluster-[0-9]*\.$domain" /data/nodes.conf | sort -u); do
      address=$(getent hosts "$name" | awk 'NR == 1 { print $1 }')
      [ -z "$address" ] || sed -i "s/ [^ ,]*@16379,$name/ $address:6379@16379,$name/" /data/nodes.conf
    done
  fi
}

# Ready to be left alone by whoever restarts one node after the other: it serves, and a replica has all that its primary has.
ready() {
  me=$HOSTNAME.$domain
  info=$(ask "$me" INFO replication)
  case $info in
    *role:master*) ;;
    *master_link_status:up*) ;;
    *) exit 1 ;;
  esac
  ask "$me" CLUSTER INFO | grep -q '^cluster_state:ok'
}

# A primary that is to stop lets a replica take over first: milliseconds without it rather than seconds.
hand_over() {
  me=$HOSTNAME.$domain
  ask "$me" INFO replication | grep -q '^role:master' || return 0
  id=$(ask "$me" CLUSTER MYID)
  heir=$(ask "$me" CLUSTER NODES | awk -v id="$id" '$3 ~ /slave/ && $3 !~ /fail/ && $4 == id { split($2, part, ","); print part[2]; exit }')
  [ -n "$heir" ] || return 0
  ask "$heir" CLUSTER FAILOVER
  tries=0
  while [ $tries -lt 20 ] && ask "$me" INFO replication | grep -q '^role:master'; do
    tries=$((tries + 1))
    sleep 1
  done
}

case $1 in
  prepare) prepare ;;
  ready) ready ;;
  hand-over) hand_over ;;
esac
