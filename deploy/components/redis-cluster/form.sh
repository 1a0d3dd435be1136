#!/bin/sh
# Makes one cluster of the nodes. Looks what is there before each step, so it can be run again at any time and be broken off anywhere.
set -eu
nodes=${NODES:-"0 1 2 3 4 5"}
primaries=${PRIMARIES:-"0 1 2"}
domain=redis-cluster.${NAMESPACE:-deskpulse}.svc
secret=/etc/redis/secret/password

ask() {
  node=$1
  shift
  { printf 'AUTH %s\n' "$(cat "$secret")" && printf '%s\n' "$*"; } |
    timeout 5 valkey-cli ${REDIS_TLS---tls --cacert /etc/redis/tls/ca.crt} -h "redis-cluster-$node.$domain" -p 6379 2>/dev/null | tail -n +2 | tr -d '\r'
}
# Until a command of ours succeeds; the Job's deadline ends it.
until_true() {
  until "$@"; do sleep 1; done
}
answers() { [ "$(ask "$1" PING)" = PONG ]; }
myself() { ask "$1" CLUSTER NODES | grep myself; }
known() { [ "$(ask "$1" CLUSTER NODES | grep -cv -e handshake -e noaddr)" -ge "$count" ]; }
whole() { ask "$1" CLUSTER INFO | grep -q '^cluster_state:ok' && [ "$(assigned "$1")" -eq 16384 ]; }
assigned() { ask "$1" CLUSTER INFO | sed -n 's/^cluster_slots_assigned://p'; }
# A primary that holds nothing: the ninth field of a node is its first range of slots.
idle() { myself "$1" | awk '{ exit !($3 ~ /master/ && $9 == "") }'; }

count=$(echo "$nodes" | wc -w)
for node in $nodes; do until_true answers "$node"; done

first=${nodes%% *}
for node in $nodes; do
  address=$(getent hosts "redis-cluster-$node.$domain" | awk 'NR == 1 { print $1 }')
  [ "$node" = "$first" ] || ask "$first" CLUSTER MEET "$address" 6379 >/dev/null
done
for node in $nodes; do until_true known "$node"; done
echo "all $count know each other"

if [ "$(assigned "$first")" -lt 16384 ]; then
  parts=$(echo "$primaries" | wc -w)
  part=0
  for node in $primaries; do
    from=$((16384 * part / parts))
    part=$((part + 1))
    # Refused as a whole where this range was given away before.
    ask "$node" CLUSTER ADDSLOTSRANGE $from $((16384 * part / parts - 1)) >/dev/null
  done
fi
for node in $nodes; do until_true whole "$node"; done
echo "all slots have somebody"

# The n-th of the others follows the n-th primary, or whom that one follows by now.
set -- $primaries
for node in $nodes; do
  case " $primaries " in *" $node "*) continue ;; esac
  if idle "$node"; then
    leader=$(myself "$1" | awk '{ print ($3 ~ /slave/) ? $4 : $1 }')
    ask "$node" CLUSTER REPLICATE "$leader" >/dev/null
    echo "redis-cluster-$node follows $leader"
  fi
  shift
  [ $# -gt 0 ] || set -- $primaries
done
