package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.Patience;
import io.deskpulse.localstack.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes running nodes a Redis Cluster. Does only what is missing, so that it may be done again. */
final class RedisFormation {

    private static final int SLOTS = 16_384;

    private final List<RedisNode> nodes;
    private final int primaries;
    private final Duration limit;

    RedisFormation(List<RedisNode> nodes, int primaries, Duration limit) {
        this.nodes = nodes;
        this.primaries = primaries;
        this.limit = limit;
    }

    /** A node's view of the cluster. */
    static List<RedisMember> members(RedisNode node) throws IOException {
        return RedisMember.read(RedisTalk.ask(node.port(), "CLUSTER", "NODES"));
    }

    void form() {
        try {
            meet();
            assignSlots();
            attachReplicas();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot form a Redis Cluster", e);
        }
    }

    private void meet() throws IOException {
        int epoch = 1;
        for (var node : nodes) {
            if (members(node).size() == 1 && node != nodes.get(0)) {
                RedisTalk.ask(node.port(), "CLUSTER", "SET-CONFIG-EPOCH", String.valueOf(++epoch));
                RedisTalk.ask(nodes.get(0).port(), "CLUSTER", "MEET", Ports.HOST, String.valueOf(node.port()));
            }
        }
        awaitAgreement();
    }

    private void awaitAgreement() {
        Patience.until("Redis nodes that know each other", limit, () -> {
            for (var node : nodes) {
                var members = members(node);
                if (members.size() != nodes.size() || !members.stream().allMatch(RedisMember::isWell)) {
                    return false;
                }
            }
            return true;
        });
    }

    private void assignSlots() throws IOException {
        if (members(nodes.get(0)).stream().anyMatch(member -> !member.slots().isEmpty())) {
            return;
        }
        for (int i = 0; i < primaries; i++) {
            var command = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
            for (int slot = SLOTS * i / primaries; slot < SLOTS * (i + 1) / primaries; slot++) {
                command.add(String.valueOf(slot));
            }
            RedisTalk.ask(nodes.get(i).port(), command.toArray(String[]::new));
        }
        // a node follows only one that it knows to serve something
        Patience.until("slots that every node knows of", limit, () -> {
            for (var node : nodes) {
                if (members(node).stream()
                                .filter(member -> !member.slots().isEmpty())
                                .count()
                        != primaries) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Each one that serves nothing copies the one with the fewest copies. */
    private void attachReplicas() throws IOException {
        var members = members(nodes.get(0));
        var copied = new ArrayList<>(members.stream().map(RedisMember::primary).toList());
        for (var idle : members) {
            if (idle.isPrimary() && idle.slots().isEmpty()) {
                var primary = members.stream()
                        .filter(member -> !member.slots().isEmpty())
                        .min(Comparator.comparing(member ->
                                copied.stream().filter(member.id()::equals).count()))
                        .orElseThrow();
                copied.add(primary.id());
                RedisTalk.ask(idle.port(), "CLUSTER", "REPLICATE", primary.id());
            }
        }
    }
}
