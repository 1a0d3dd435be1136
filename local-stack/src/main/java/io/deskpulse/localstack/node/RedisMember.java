package io.deskpulse.localstack.node;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One line of {@code CLUSTER NODES}: a member as another one sees it.
 *
 * @param flags such as {@code master}, {@code slave}, {@code handshake}, {@code fail}
 * @param primary the id of the one that it copies, {@code -} for none
 * @param slots ranges that it serves, as Redis writes them
 */
record RedisMember(String id, int port, Set<String> flags, String primary, List<String> slots) {

    private static final int FIRST_SLOT = 8;

    static List<RedisMember> read(String nodes) {
        return nodes.lines().map(RedisMember::of).toList();
    }

    private static RedisMember of(String line) {
        var words = line.split(" ");
        var address = words[1];
        return new RedisMember(
                words[0],
                Integer.parseInt(
                        address.substring(address.lastIndexOf(':', address.indexOf('@')) + 1, address.indexOf('@'))),
                Set.of(words[2].split(",")),
                words[3],
                Arrays.stream(words).skip(FIRST_SLOT).toList());
    }

    boolean isPrimary() {
        return flags.contains("master");
    }

    /** Whether whoever was asked believes in it. */
    boolean isWell() {
        return flags.stream()
                .noneMatch(
                        flag -> flag.startsWith("fail") || flag.startsWith("handshake") || flag.startsWith("noaddr"));
    }

    boolean serves(int slot) {
        return slots.stream().anyMatch(range -> {
            var ends = range.split("-");
            return ends[0].startsWith("[")
                    ? false
                    : Integer.parseInt(ends[0]) <= slot && slot <= Integer.parseInt(ends[ends.length - 1]);
        });
    }
}
