package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.Patience;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Redis Cluster of three primaries with a replica each, every one a process that can be killed, frozen and started again on its port and data. A primary that
 * is gone for four seconds is replaced by its replica.
 */
public final class RedisCluster implements AutoCloseable {

    private static final int PRIMARIES = 3;
    private static final int NODES = 2 * PRIMARIES;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Fifteen seconds in production's default; tests have no time. */
    private static final String TIMEOUT_MILLIS = "4000";

    private static final int BUS = 10_000;

    private final List<RedisNode> nodes;

    private RedisCluster(List<RedisNode> nodes) {
        this.nodes = nodes;
    }

    /** On random free ports, with data and logs in these folders. */
    public static RedisCluster in(Path data, Path logs) {
        var ports = ports();
        return new RedisCluster(IntStream.range(0, NODES)
                .mapToObj(i -> node("redis-" + (i + 1), ports.get(i), data, logs))
                .toList());
    }

    private static RedisNode node(String name, int port, Path data, Path logs) {
        return new RedisNode(
                name,
                port,
                data.resolve(name),
                logs.resolve(name + ".log"),
                List.of(
                        "--cluster-enabled",
                        "yes",
                        "--cluster-node-timeout",
                        TIMEOUT_MILLIS,
                        // a replica takes over however old its data are: tests hold it back on purpose
                        "--cluster-replica-validity-factor",
                        "0"));
    }

    /** Redis 6 takes the port that lies 10,000 higher too, to speak with its peers. */
    private static List<Integer> ports() {
        return IntStream.range(0, NODES)
                .mapToObj(any -> Ports.free(port -> Ports.available(port + BUS)))
                .toList();
    }

    /** Starts all nodes, makes them a cluster unless they are one, and returns when it is whole. */
    public RedisCluster start() {
        nodes.parallelStream().forEach(RedisNode::start);
        new RedisFormation(nodes, PRIMARIES, LIMIT).form();
        awaitWhole();
        return this;
    }

    /** Returns when every node runs, all slots are served, and every primary has a replica that follows it. */
    public void awaitWhole() {
        Patience.until("a Redis Cluster that is whole", LIMIT, () -> {
            for (var node : nodes) {
                if (!isWhole(node)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static boolean isWhole(RedisNode node) throws IOException {
        var members = RedisFormation.members(node);
        var info = RedisTalk.ask(node.port(), "INFO", "replication");
        boolean follows = info.contains("role:slave") && info.contains("master_link_status:up");
        boolean isFollowed = info.contains("role:master") && info.contains("state=online");
        return members.size() == NODES
                && members.stream().allMatch(RedisMember::isWell)
                // each hears from others, some time later, who follows whom
                && members.stream().filter(RedisMember::isPrimary).count() == PRIMARIES
                && RedisTalk.ask(node.port(), "CLUSTER", "INFO").contains("cluster_state:ok")
                && (follows || isFollowed);
    }

    public List<RedisNode> nodes() {
        return nodes;
    }

    /** What services are told: all nodes, any of which may be away. */
    public String uris() {
        return nodes.stream()
                .map(node -> "redis://" + Ports.HOST + ":" + node.port())
                .collect(Collectors.joining(","));
    }

    /** Starts what is dead and wakes what is frozen, and returns when the cluster is whole. */
    public void bringBack() {
        for (var node : nodes) {
            if (node.process().alive()) {
                node.process().resume();
            } else {
                node.start();
            }
        }
        awaitWhole();
    }

    /** The node that serves a key now, as the first sees it that answers. */
    public RedisNode primaryOf(String key) throws IOException {
        var member = owner(key);
        return node(member.port());
    }

    /** A node that copies the one which serves a key. */
    public RedisNode replicaOf(String key) throws IOException {
        var owner = owner(key);
        return members().stream()
                .filter(member -> member.primary().equals(owner.id()) && member.isWell())
                .findFirst()
                .map(member -> node(member.port()))
                .orElseThrow(() -> new NoSuchElementException("nobody copies what serves " + key));
    }

    /** A value of a hash as this node has it, be it primary or replica; null where there is none. */
    public static String fieldAt(RedisNode node, String key, String field) throws IOException {
        try (var talk = new RedisTalk(node.port())) {
            talk.call("READONLY");
            return (String) talk.call("HGET", key, field);
        }
    }

    /** Cuts a primary off from its replicas, which keep what they have and cannot follow it; it serves on. */
    public static void cutOffReplicas(RedisNode primary) throws IOException {
        try (var talk = new RedisTalk(primary.port())) {
            talk.call("ACL", "SETUSER", "default", "-psync", "-sync");
            talk.call("CLIENT", "KILL", "TYPE", "replica");
        }
    }

    @Override
    public void close() {
        nodes.parallelStream().forEach(RedisCluster::stop);
    }

    /** A frozen one would not see the request to stop. */
    private static void stop(RedisNode node) {
        if (node.process().alive()) {
            node.process().resume();
        }
        node.stop();
    }

    private RedisMember owner(String key) throws IOException {
        var members = members();
        int slot = slot(key);
        return members.stream()
                .filter(member -> member.isPrimary() && member.isWell() && member.serves(slot))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nobody serves " + key));
    }

    private int slot(String key) throws IOException {
        return Integer.parseInt(firstAnswer(node -> RedisTalk.ask(node.port(), "CLUSTER", "KEYSLOT", key)));
    }

    private List<RedisMember> members() throws IOException {
        return firstAnswer(RedisFormation::members);
    }

    private interface Question<T> {
        T ask(RedisNode node) throws IOException;
    }

    /** Of a node that is neither dead nor frozen. */
    private <T> T firstAnswer(Question<T> question) throws IOException {
        var failure = new IOException("no node answers");
        for (var node : nodes) {
            try {
                return question.ask(node);
            } catch (IOException dead) {
                failure.addSuppressed(dead);
            }
        }
        throw failure;
    }

    private RedisNode node(int port) {
        return nodes.stream().filter(node -> node.port() == port).findFirst().orElseThrow();
    }
}
